"""An article taken apart for writing: its lists, tables and figures held together, its lines cut where marks begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from reader.articles.article import Article, Block, BlockKind
from reader.text.spans import Span

T = TypeVar("T")

Placed = tuple[Block, Span]


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks that belong together, each with its place in the canonical text; a group of one is a block by itself."""

    blocks: tuple[Placed, ...]

    @property
    def kind(self) -> BlockKind:
        """What they are: LIST_ITEM for a list, TABLE_CELL for a table, IMAGE for a figure."""
        return self.blocks[0][0].kind

    def rows(self) -> list[list[tuple[Placed, ...]]]:
        """Return a table's places row by row, all rows equally wide; a place holds any number of blocks."""
        by_place: dict[tuple[int, int], list[Placed]] = {}
        for block, span in self.blocks:
            if block.group:
                by_place.setdefault((block.group.row, block.group.column), []).append((block, span))
        width = max((column for _, column in by_place), default=-1) + 1
        rows = sorted({row for row, _ in by_place})
        return [[tuple(by_place.get((row, column), ())) for column in range(width)] for row in rows]


def parts(article: Article) -> Iterator[Part]:
    """Yield the parts of an article in order; neighbours of one group come together."""
    placed = enumerate(article.placed_blocks())
    for _, together in groupby(placed, lambda each: each[1][0].group.id if each[1][0].group else each[0]):
        yield Part(tuple(each for _, each in together))


def is_title(block: Block, article: Article) -> bool:
    """Say whether a block only repeats the title, which every format sets above the article by itself."""
    return block.kind is BlockKind.HEADLINE and block.text == article.title


def pieces(text: str, spans: Sequence[tuple[Span, T]]) -> Iterator[tuple[str, tuple[T, ...]]]:
    """Yield a text cut wherever one of the spans begins or ends, each piece with the marks of the spans it lies in."""
    inside = [(span, mark) for span, mark in spans if len(span) and span.start < len(text)]
    edges = sorted({0, len(text), *(min(edge, len(text)) for span, _ in inside for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        yield text[start:end], tuple(mark for span, mark in inside if span.start <= start and end <= span.end)
