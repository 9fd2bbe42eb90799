"""An article as markup that is HTML and XML alike: every block says its direction, every text is escaped."""

from collections.abc import Callable, Iterator
from html import escape

from reader.articles.article import Article, Block, BlockKind, Inline, InlineKind
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.parts import Part, Placed, is_title, parts, pieces
from reader.exporting.words import Words
from reader.text.direction import Direction, direction_of, direction_of_all
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span

Picture = Callable[[str], str]
"""Returns the address of a picture, or nothing where it is not there."""

_NOT_IN_XML = LazyPattern(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_TAGS = {
    BlockKind.HEADLINE: "h1",
    BlockKind.LEAD: "p",
    BlockKind.QUOTATION: "blockquote",
    BlockKind.CAPTION: "figcaption",
}
_INLINE_TAGS = {InlineKind.EMPHASIS: "em", InlineKind.STRONG: "strong"}
_SAFE = ("http:", "https:", "mailto:")

_Mark = Inline | Passage


def text(value: str) -> str:
    """Return a text for markup."""
    return escape(_NOT_IN_XML().sub("\ufffd", value))


def attributes(words: str, article: Article, direction: Direction | None = None) -> str:
    """Return the direction and the language of a text: the article's where it runs as that does, else unknown."""
    runs = direction or direction_of(words, article.direction)
    language = article.language if runs is article.direction else ""
    return f' dir="{runs.value}" lang="{text(language)}"'


def own(words: Words) -> str:
    """Return the direction and the language of our own words."""
    return f' dir="{words.direction.value}" lang="{words.language}"'


def whole(exported: Exported, content: Content, picture: Picture, at: str = "") -> str:
    """Return an article with its facts, its highlights or both; `at` begins its anchors' names."""
    words = Words.of(exported.article)
    passages = exported.passages() if content is not Content.ARTICLE else ()
    title = exported.article.title
    lines = [f'<h1 id="{at}title"{attributes(title, exported.article, exported.article.direction)}>{text(title)}</h1>']
    lines += _facts(exported, words)
    if content is not Content.HIGHLIGHTS:
        lines += body(exported.article, passages, picture, at)
    if passages:
        lines.append(f'<h2 id="{at}highlights"{own(words)}>{text(words.label("highlights"))}</h2>')
        lines += (quotation(exported, passage, words, at) for passage in passages)
    return "\n".join(lines)


def body(article: Article, passages: tuple[Passage, ...], picture: Picture, at: str = "") -> Iterator[str]:
    """Yield an article's parts, with the highlights in them, but for its headline."""
    for part in parts(article):
        if part.kind is BlockKind.LIST_ITEM:
            yield _list(part, article, passages)
        elif part.kind is BlockKind.TABLE_CELL:
            yield _table(part, article, passages)
        elif any(block.kind is BlockKind.IMAGE for block, _ in part.blocks):
            yield _figure(part, article, passages, picture)
        else:
            yield from (
                _block(block, span, article, passages, at)
                for block, span in part.blocks
                if block.text and not is_title(block, article)
            )


def quotation(exported: Exported, passage: Passage, words: Words, at: str) -> str:
    """Return a passage with whose words it is, its note and its tags."""
    article = exported.article
    lines = []
    if passage.quote:
        quoted = "<br/>".join(map(text, passage.quote.split("\n")))
        lines.append(f"<blockquote{attributes(passage.quote, article)}>{quoted}</blockquote>")
        cited = f"— {words.citation(exported, passage)}"
    else:
        cited = words.label("note_on_article")
    lines.append(f'<p class="cited"{own(words)}>{text(cited)}</p>')
    lines += (
        f'<p class="note"{attributes(line, article)}>{text(line)}</p>' for line in passage.note.split("\n") if line
    )
    about = " · ".join(filter(None, (words.listed(passage.tags), words.date(passage.created))))
    lines.append(f'<p class="about"{own(words)}>{text(about)}</p>')
    inside = "\n".join(lines)
    return f'<section class="passage {passage.colour}" id="{at}note-{passage.id}">\n{inside}\n</section>'


def _facts(exported: Exported, words: Words) -> Iterator[str]:
    found = words.facts(exported)
    if found:
        rows = "".join(f"<dt>{text(name)}</dt><dd><bdi>{text(value)}</bdi></dd>" for name, value in found)
        yield f"<dl{own(words)}>{rows}</dl>"


def heading_anchor(place: Span, at: str = "") -> str:
    """Return the name of a heading's anchor, by where it stands in the canonical text."""
    return f"{at}heading-{place.start}"


def _block(block: Block, span: Span, article: Article, passages: tuple[Passage, ...], at: str) -> str:
    tag = f"h{min(block.level + 1, 6)}" if block.kind is BlockKind.HEADING else _TAGS.get(block.kind, "p")
    tag = "p" if tag == "figcaption" else tag
    kind = f' class="{block.kind.value}"'
    if block.kind is BlockKind.HEADING:
        kind += f' id="{heading_anchor(span, at)}"'
    return f"<{tag}{kind}{_runs(block, article)}>{_line(block, span, passages)}</{tag}>"


def _figure(part: Part, article: Article, passages: tuple[Passage, ...], picture: Picture) -> str:
    captions = [(block, span) for block, span in part.blocks if block.text]
    told = text(captions[0][0].text) if captions else ""
    addresses = [picture(block.image) for block, _ in part.blocks if block.kind is BlockKind.IMAGE]
    shown = "".join(f'<img src="{text(address)}" alt="{told}"/>' for address in addresses if address)
    lines = (f"<p{_runs(block, article)}>{_line(block, span, passages)}</p>" for block, span in captions)
    caption = f"<figcaption>{''.join(lines)}</figcaption>" if captions else ""
    return f"<figure>{shown}{caption}</figure>" if shown or caption else ""


def _list(part: Part, article: Article, passages: tuple[Passage, ...]) -> str:
    """Return a list; deeper items are only indented, so that no order of levels makes broken markup."""
    first = part.blocks[0][0].group
    tag = "ol" if first and first.ordered else "ul"
    items = "".join(_item(block, span, article, passages) for block, span in part.blocks)
    return f"<{tag}{_runs_of(part.blocks, article)}>{items}</{tag}>"


def _item(block: Block, span: Span, article: Article, passages: tuple[Passage, ...]) -> str:
    depth = block.group.column if block.group else 0
    kind = f' class="deep{min(depth, 4)}"' if depth else ""
    kind += f' value="{block.group.row + 1}"' if block.group and block.group.ordered else ""
    return f"<li{kind}{_runs(block, article)}>{_line(block, span, passages)}</li>"


def _table(part: Part, article: Article, passages: tuple[Passage, ...]) -> str:
    rows = []
    for row in part.rows():
        cells = []
        for place in row:
            runs = _runs(place[0][0], article) if place else ""
            lines = "<br/>".join(_line(block, span, passages) for block, span in place)
            cells.append(f"<td{runs}>{lines}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table{_runs_of(part.blocks, article)}><tbody>{''.join(rows)}</tbody></table>"


def _runs(block: Block, article: Article) -> str:
    return attributes(block.text, article, block.direction)


def _runs_of(placed: tuple[Placed, ...], article: Article) -> str:
    return attributes("", article, direction_of_all((block.text for block, _ in placed), article.direction))


def _line(block: Block, place: Span, passages: tuple[Passage, ...]) -> str:
    spans: list[tuple[Span, _Mark]] = [(inline.span, inline) for inline in block.inlines]
    for passage in passages:
        if passage.span and passage.span.overlaps(place):
            start, end = max(passage.span.start, place.start), min(passage.span.end, place.end)
            spans.append((Span(start - place.start, end - place.start), passage))
    return "".join(_marked(words, marks) for words, marks in pieces(block.text, spans))


def _marked(words: str, marks: tuple[_Mark, ...]) -> str:
    shown = text(words)
    for mark in sorted(marks, key=lambda each: isinstance(each, Inline)):
        if isinstance(mark, Passage):
            shown = f'<mark class="{mark.colour}">{shown}</mark>'
        elif mark.kind is InlineKind.LINK and mark.target.lower().startswith(_SAFE):
            shown = f'<a href="{text(mark.target)}">{shown}</a>'
        elif tag := _INLINE_TAGS.get(mark.kind):
            shown = f"<{tag}>{shown}</{tag}>"
    return shown
