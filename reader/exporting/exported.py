"""What is handed to a format: an article with what the reader made of it, and its passages with all that they carry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reader.annotations.highlight import CONTEXT_LENGTH, PlacedHighlight, Status
from reader.articles.article import Article, Block, BlockKind
from reader.collections.state import UNTOUCHED, ArticleState
from reader.text.spans import Span

_NO_PARAGRAPHS = frozenset(
    {
        *(BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.HEADING),
        *(BlockKind.IMAGE, BlockKind.CAPTION, BlockKind.CREDIT),
    }
)


class Content(StrEnum):
    """What of an article is exported."""

    BOTH = "both"
    ARTICLE = "article"
    HIGHLIGHTS = "highlights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A highlight or a note on its way out: its words as they stand in the article now, and where that is.

    `span` counts code points of the canonical text, None for a note on the whole article and for one without a place.
    `paragraph` counts from 1; 0 stands for the headline and for no place at all.
    """

    id: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    span: Span | None = None
    paragraph: int = 0
    note: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    created: str = ""
    modified: str = ""
    status: Status = Status.FIXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An article with its highlights, in the order of the text.

    `images` are the files of the pictures that its blocks name, `original` is the file it was read from; both only as
    far as they are there. `beside` are the addresses of pictures that are written beside a file that can hold none.
    """

    id: str
    article: Article
    state: ArticleState = UNTOUCHED
    highlights: tuple[PlacedHighlight, ...] = ()
    images: Mapping[str, Path] = field(default_factory=dict, hash=False)
    original: Path | None = None
    beside: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def source(self) -> str:
        """The outlet: the one the reader gave, else the one the article came with."""
        return self.state.source or self.article.source

    @property
    def published(self) -> str:
        """The date of publication as ISO 8601, or nothing."""
        return self.article.published.iso if self.article.published else ""

    def passages(self) -> tuple[Passage, ...]:
        """Return the highlights and notes with what they carry."""
        text, paragraphs = self.article.text, paragraph_numbers(self.article)
        return tuple(_passage(placed, text, paragraphs) for placed in self.highlights)


def paragraph_numbers(article: Article) -> tuple[tuple[Span, int], ...]:
    """Return where each block stands and which paragraph it is, counted from 1.

    Headings, captions and the like are none, and have the number of the paragraph that follows; the headline has 0.
    """
    last = sum(_is_paragraph(block) for block in article.blocks)
    numbered = []
    number = 0
    for block, span in article.placed_blocks():
        number += _is_paragraph(block)
        following = min(number + 1, last)
        is_headline = block.kind is BlockKind.HEADLINE
        numbered.append((span, number if _is_paragraph(block) else 0 if is_headline else following))
    return tuple(numbered)


def _is_paragraph(block: Block) -> bool:
    return block.kind not in _NO_PARAGRAPHS and bool(block.text)


def _passage(placed: PlacedHighlight, text: str, paragraphs: tuple[tuple[Span, int], ...]) -> Passage:
    highlight, span = placed.highlight, placed.span
    if placed.status is Status.ORPHAN or highlight.is_on_article:
        span = None
    return Passage(
        id=highlight.id,
        quote=span.of(text) if span else highlight.quote,
        prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start] if span else highlight.prefix,
        suffix=text[span.end : span.end + CONTEXT_LENGTH] if span else highlight.suffix,
        span=span,
        paragraph=next((number for place, number in paragraphs if span.start <= place.end), 0) if span else 0,
        note=highlight.note,
        tags=highlight.tags,
        colour=highlight.colour,
        created=highlight.created,
        modified=highlight.modified,
        status=placed.status,
    )
