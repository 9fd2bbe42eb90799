"""One paragraph of the page: what is shown of a block, and where each code point of the block stands in that."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from reader.articles.article import Block
from reader.text.digits import Digits, convert
from reader.text.direction import Direction, direction_of, isolated_runs
from reader.text.spans import Span, Utf16Map

LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_DIRECTIONAL_ISOLATE = "\u2069"


@dataclass(frozen=True, slots=True)
class Options:
    """How the reader wants the text shown. Only the page changes: search, offsets and copies use what is written."""

    hide_tashkeel: bool = False
    digits: Digits = Digits.AS_WRITTEN


class Place(NamedTuple):
    """A place on the page: a paragraph, counted from 0, and how many UTF-16 units into its displayed text."""

    paragraph: int
    offset: int


class _Piece(NamedTuple):
    """A stretch shown letter for letter: where it begins in the block and in the displayed text, in code points."""

    source: int
    shown: int
    length: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table, counted from 0 as it is shown: in a right-to-left table column 0 is the last one."""

    table: str
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the page.

    `block` is None for words that are not the article's, such as the line of source and date, and for empty cells.
    `start` is the canonical code point where the block begins; for other words, where the next block does. A paragraph
    that `goes_on` shows a further part of a block that is too long for one: then `block` is that part.
    """

    block: Block | None
    start: int
    direction: Direction
    options: Options
    words: str = ""
    cell: Cell | None = None
    goes_on: bool = False

    @property
    def source(self) -> str:
        """The block's text as written."""
        return self.block.text if self.block is not None else self.words

    @property
    def end(self) -> int:
        """The canonical code point where the block's text ends."""
        return self.start + (len(self.block.text) if self.block is not None else 0)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._shown[0]

    def to_offset(self, position: int) -> int:
        """Return where a code point of the block is shown, in UTF-16 units; for a hidden one, where the next one is."""
        piece = self._piece_by_source(position)
        if piece is None:
            return self._units.to_utf16(self._pieces[0].shown) if self._pieces else 0
        inside = position - self._pieces[piece].source
        if inside < self._pieces[piece].length:
            return self._units.to_utf16(self._pieces[piece].shown + inside)
        if piece + 1 < len(self._pieces):
            return self._units.to_utf16(self._pieces[piece + 1].shown)
        return self._units.to_utf16(len(self.text))

    def to_end_offset(self, position: int) -> int:
        """Return where what stands before a code point ends, in UTF-16 units: without an isolate's closing sign."""
        piece = self._piece_by_source(position - 1)
        if piece is None:
            return 0
        found = self._pieces[piece]
        return self._units.to_utf16(found.shown + min(position - found.source, found.length))

    def to_shown(self, span: Span) -> Span:
        """Return where a stretch of the block is shown, in code points of the displayed text."""
        start = self._units.to_code_points(self.to_offset(span.start))
        return Span(start, max(start, self._units.to_code_points(self.to_end_offset(span.end))))

    def to_position(self, offset: int) -> int:
        """Return the code point of the block that stands at or next after a UTF-16 offset.

        So a mark that is hidden behind a letter belongs to the letter before it, also at the end of a selection.
        """
        shown = self._units.to_code_points(offset)
        piece = bisect_right(self._pieces, shown, key=lambda each: each.shown) - 1
        if piece >= 0 and shown - self._pieces[piece].shown < self._pieces[piece].length:
            return self._pieces[piece].source + shown - self._pieces[piece].shown
        return self._pieces[piece + 1].source if piece + 1 < len(self._pieces) else len(self.source)

    def _piece_by_source(self, position: int) -> int | None:
        piece = bisect_right(self._pieces, position, key=lambda each: each.source) - 1
        return piece if piece >= 0 else None

    @property
    def _pieces(self) -> Sequence[_Piece]:
        return self._shown[1]

    @cached_property
    def _shown(self) -> tuple[str, Sequence[_Piece]]:
        if self.block is None:  # our own words, whose parts are isolated already: isolates within would turn them round
            return self.words, (_Piece(0, 0, len(self.words)),)
        return _show(self.source, self.direction, self.options)

    @cached_property
    def _units(self) -> Utf16Map:
        return Utf16Map(self.text)


def _show(source: str, direction: Direction, options: Options) -> tuple[str, Sequence[_Piece]]:
    """Return a text as it is shown, and its pieces."""
    kept = tuple(_without_tashkeel(source)) if options.hide_tashkeel else (Span(0, len(source)),)
    visible = "".join(piece.of(source) for piece in kept)
    if options.digits is not Digits.AS_WRITTEN:
        visible = convert(visible, options.digits)
    runs = isolated_runs(visible, direction)
    cuts = [edge for run in runs for edge in (run.start, run.end)]
    return _isolated(visible, runs), tuple(_pieces(kept, cuts))


def _without_tashkeel(source: str) -> Iterator[Span]:
    start = 0
    for hidden in _tashkeel().finditer(source):
        if start < hidden.start():
            yield Span(start, hidden.start())
        start = hidden.end()
    if start < len(source):
        yield Span(start, len(source))


def _isolated(visible: str, runs: Sequence[Span]) -> str:
    parts = []
    done = 0
    for run in runs:
        words = run.of(visible)
        opening = (
            RIGHT_TO_LEFT_ISOLATE if direction_of(words, Direction.LTR) is Direction.RTL else LEFT_TO_RIGHT_ISOLATE
        )
        parts += [visible[done : run.start], opening, words, POP_DIRECTIONAL_ISOLATE]
        done = run.end
    return "".join([*parts, visible[done:]])


def _pieces(kept: Sequence[Span], cuts: Sequence[int]) -> Iterator[_Piece]:
    """Cut what is kept at the isolates' edges; each edge takes one place in the displayed text."""
    visible = 0
    passed = 0
    for span in kept:
        source = span.start
        while source < span.end:
            while passed < len(cuts) and cuts[passed] <= visible:
                passed += 1
            limit = span.end - source
            length = min(limit, cuts[passed] - visible) if passed < len(cuts) else limit
            yield _Piece(source, visible + passed, length)
            source += length
            visible += length


@cache
def _tashkeel() -> re.Pattern[str]:
    """Return what can be left out without changing a letter. U+0653 … 0655 make آ أ إ of an alef and stay."""
    return re.compile(
        "[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
        "\u08d3-\u08e1\u08e3-\u08ff]+"
    )
