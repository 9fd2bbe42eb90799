"""What the page shows of an article, and where each of its code points stands in that. Knows nothing of Qt."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.articles.article import Article, Block, BlockKind
from reader.gui.panes.reading.paragraph import Cell, Options, Paragraph, Place
from reader.gui.panes.reading.parts import parts_of
from reader.gui.panes.reading.tables import cells
from reader.text.spans import Span

_OPENING_PARTS = (BlockKind.HEADLINE, BlockKind.BYLINE)


class Displayed:
    """An article as the page shows it: its paragraphs, and the map between canonical code points and places.

    Paragraphs are worked out when they are first asked for, so that a book's first screen need not wait for its end. A
    picture has an empty one, in which it is drawn. Any other block without text has none; places in it fall to the next
    one. There is always one.

    The cells of a table come row by row as they are shown, so that those of a right-to-left one come in another order
    than in the canonical text. Every cell has a paragraph, and before every table stands one that is no cell.
    """

    def __init__(self, article: Article, options: Options, meta: str = "") -> None:
        """Show an article; `meta` is the line under its headline, which is none of its text."""
        self.article = article
        self.text = article.text
        self.paragraphs: Sequence[Paragraph] = tuple(_paragraphs(article, options, meta))
        self._in_order = sorted(
            (paragraph.start, index) for index, paragraph in enumerate(self.paragraphs) if paragraph.block is not None
        )
        self._starts = [start for start, _ in self._in_order]

    def to_place(self, position: int) -> Place:
        """Return where a canonical code point is shown; beyond the text, the end of the page."""
        index = self.paragraph_of(position)
        paragraph = self.paragraphs[index]
        if position <= paragraph.end:
            return Place(index, paragraph.to_offset(max(position - paragraph.start, 0)))
        following = bisect_right(self._starts, position)
        if following < len(self._in_order):
            return Place(self._in_order[following][1], 0)
        return Place(index, paragraph.to_offset(paragraph.end - paragraph.start))

    def paragraph_of(self, position: int) -> int:
        """Return the paragraph in which, or before whose next one, a canonical code point stands."""
        if not self._in_order:
            return 0
        return self._in_order[max(bisect_right(self._starts, position) - 1, 0)][1]

    def to_end_place(self, position: int) -> Place:
        """Return where what stands before a canonical code point ends, in its own paragraph and isolate."""
        if position == 0:
            return self.to_place(0)
        index = self.paragraph_of(position - 1)
        paragraph = self.paragraphs[index]
        return Place(index, paragraph.to_end_offset(min(position, paragraph.end) - paragraph.start))

    def to_position(self, place: Place) -> int:
        """Return the canonical code point that stands at a place or next after it."""
        paragraph = self.paragraphs[place.paragraph]
        return paragraph.start + (paragraph.to_position(place.offset) if paragraph.block is not None else 0)

    def to_span(self, start: Place, end: Place) -> Span:
        """Return the canonical stretch between two places; empty when it holds nothing of the article."""
        if any(paragraph.cell is not None for paragraph in self.paragraphs[start.paragraph : end.paragraph + 1]):
            return self._span_with_cells(start, end)
        first, last = self.to_position(start), self.to_position(end)
        if self.paragraphs[end.paragraph].block is None and first < last:
            last -= 1
        return Span(first, max(first, min(last, len(self.text))))

    def touched(self, span: Span, near: Span) -> Iterator[int]:
        """Yield the paragraphs that a canonical stretch touches, of those that touch another one."""
        first = max(bisect_right(self._starts, max(span.start, near.start)) - 1, 0)
        last = min(span.end - 1, near.end)
        for start, index in self._in_order[first:]:
            if start > last:
                return
            if span.start < self.paragraphs[index].end:
                yield index

    def offsets(self, paragraph: int, span: Span) -> tuple[int, int]:
        """Return from where to where a canonical stretch is shown in a paragraph, in UTF-16 units, without isolates."""
        shown = self.paragraphs[paragraph]
        begin = shown.to_offset(max(span.start - shown.start, 0))
        return begin, max(begin, shown.to_end_offset(min(span.end, shown.end) - shown.start))

    def copied(self, span: Span) -> str:
        """Return a stretch for the clipboard: as written, in logical order, without what only the page adds."""
        return span.of(self.text)

    def around(self, paragraph: int) -> tuple[int, int]:
        """Return from which to before which paragraph one cannot be parted: a cell's whole table, or itself."""
        cell = self.paragraphs[paragraph].cell
        if cell is None:
            return paragraph, paragraph + 1
        first, last = paragraph, paragraph + 1
        while (before := self.paragraphs[first - 1].cell) is not None and before.table == cell.table:
            first -= 1
        while last < len(self.paragraphs) and _is_of(self.paragraphs[last].cell, cell.table):
            last += 1
        return first, last

    def _span_with_cells(self, start: Place, end: Place) -> Span:
        """Return from the first to the last code point of what lies between two places on the page."""
        ends = []
        for number in range(start.paragraph, end.paragraph + 1):
            paragraph = self.paragraphs[number]
            if paragraph.block is not None:
                begin = self.to_position(start) if number == start.paragraph else paragraph.start
                finish = self.to_position(end) if number == end.paragraph else paragraph.end
                ends += [begin, finish]
        here = self.paragraphs[start.paragraph].start
        return Span(min(ends, default=here), max(ends, default=here))


def _paragraphs(article: Article, options: Options, meta: str) -> Iterator[Paragraph]:
    is_open = bool(meta)
    is_after_cell = True
    for kind, group in groupby(article.placed_blocks(), key=lambda placed: _table_of(placed[0])):
        blocks = tuple(group)
        for block, span in blocks if not kind else ():
            if is_open and block.kind not in _OPENING_PARTS:
                is_open = False
                yield _other_words(meta, span.start, article)
            if block.text or is_picture(block):
                is_after_cell = False
                for part, start in parts_of(block):
                    yield Paragraph(part, span.start + start, block.direction, options, goes_on=start > 0)
        if kind:
            if is_open or is_after_cell:
                yield _other_words(meta if is_open else "", blocks[0][1].start, article)
            is_open, is_after_cell = False, True
            yield from cells(blocks, article.direction, options)
    if is_open or not any(block.text or is_picture(block) for block in article.blocks):
        yield _other_words(meta, len(article.text), article)


def is_picture(block: Block) -> bool:
    """Say whether a block is a picture that was kept."""
    return block.kind is BlockKind.IMAGE and bool(block.image)


def _other_words(words: str, start: int, article: Article) -> Paragraph:
    return Paragraph(None, start, article.direction, Options(), words)


def _table_of(block: Block) -> str:
    return block.group.id if block.kind is BlockKind.TABLE_CELL and block.group is not None else ""


def _is_of(cell: Cell | None, table: str) -> bool:
    return cell is not None and cell.table == table
