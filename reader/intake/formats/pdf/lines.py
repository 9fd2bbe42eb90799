"""Characters gathered to pieces of lines: what stands on one baseline without a wide gap."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.formats.pdf.cells import Cell, cells_of, is_rtl
from reader.intake.formats.pdf.glyphs import Glyph, PageGlyphs

_SAME_BASELINE = 0.3  # of the size
_OFF_BASELINE = 0.75  # of the size: how far dots and notes' numbers stand from their line
_FEW = 2  # lines have more letters than what stands off them, so many times
_AROUND = 2.0  # sizes to either side
_ROWS = 14  # baselines above and below that are looked at
_GAP = 0.9  # of the size: a wider one parts pieces, for it may part columns
_SPACE = 0.35  # of the size: room that is a space even where spaces are written
_SPACE_WITHOUT_SPACES = 0.12  # the same in a file that writes none
_GUESSED_SPACE = 0.08  # the same where PDFium guesses one
_SLACK = 0.02  # points


@dataclass(slots=True)
class Piece:
    """A stretch of a line: characters from left to right, each with its marks, and where they stand, in points."""

    units: list[str]
    left: float
    right: float
    y: float
    size: float
    is_bold: bool
    order: int


def pieces_of(page: PageGlyphs) -> list[Piece]:
    """Return the pieces of a page's lines, from top to bottom and from left to right."""
    cells = cells_of(page.glyphs)
    ghosts = [glyph for glyph in page.glyphs if not glyph.text]
    spaces = [glyph for glyph in page.glyphs if glyph.text.isspace()]
    return [piece for row in _rows(cells) for piece in _pieces(row, _Room(row, ghosts, spaces, page), page.guessed)]


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return pieces of one line, in their order from left to right, as one."""
    if len(pieces) == 1:
        return pieces[0]
    units: list[str] = []
    for piece in pieces:
        units += ([" "] if units else []) + piece.units
    bold = sum(len(piece.units) for piece in pieces if piece.is_bold)
    return Piece(
        units,
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        pieces[0].y,
        max(piece.size for piece in pieces),
        2 * bold > len(units),
        min(piece.order for piece in pieces),
    )


class _Room:
    """Where a row is filled and where it is open, and where it writes spaces."""

    def __init__(self, row: Sequence[Cell], ghosts: Sequence[Glyph], spaces: Sequence[Glyph], page: PageGlyphs) -> None:
        self.size = sorted(cell.size for cell in row)[len(row) // 2]
        self._least = (_SPACE if page.has_spaces else _SPACE_WITHOUT_SPACES) * self.size
        y = _baseline(row)
        near = _OFF_BASELINE * self.size
        filled = [cell.pen for cell in row if cell.pen[1] > cell.pen[0]] or [(cell.left, cell.right) for cell in row]
        filled += [(ghost.x, ghost.pen_end) for ghost in ghosts if y - near < ghost.y < y + near]
        self._words: list[tuple[float, float]] = []  # the filled stretches, from left to right
        for left, right in sorted(filled):
            if self._words and left - self._words[-1][1] <= _GUESSED_SPACE * self.size:
                self._words[-1] = (self._words[-1][0], max(right, self._words[-1][1]))
            else:
                self._words.append((left, right))
        self._starts = [left for left, _ in self._words]
        self._written = sorted(space.x for space in spaces if abs(space.y - y) < near)

    def gap(self, before: Cell, after: Cell) -> float:
        """Return how wide the room between two neighbours is that nothing fills, in points; 0 within a word."""
        first, last = self._word(before), self._word(after)
        return max((b[0] - a[1] for a, b in pairwise(self._words[first : last + 1])), default=0.0)

    def has_space(self, before: Cell, after: Cell, *, is_guessed: bool) -> bool:
        """Say whether a space stands between two neighbours: written, or left open."""
        place = bisect_left(self._written, before.key + _SLACK)
        slack = _SLACK if is_rtl(after.units[0]) else -_SLACK
        if place < len(self._written) and self._written[place] < after.key + slack:
            return True
        is_guessed &= not self._written
        return self.gap(before, after) > (_GUESSED_SPACE * self.size if is_guessed else self._least)

    def _word(self, cell: Cell) -> int:
        middle = (cell.left + cell.right) / 2 if cell.floats else sum(cell.pen) / 2
        return max(0, bisect_left(self._starts, middle) - 1)


def _rows(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Yield the cells of each line, from left to right.

    Dots and notes' numbers stand off their line: what has more letters of another line around it belongs to that.
    """
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: -cell.y):
        if rows and rows[-1][0].y - cell.y <= _SAME_BASELINE * max(rows[-1][0].size, cell.size):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    places = [sorted(cell.key for cell in row if not cell.floats) for row in rows]
    baselines = [_baseline(row) for row in rows]
    lines: list[list[Cell]] = [[] for _ in rows]
    for number, row in enumerate(rows):
        for cell in row:
            near = _line_of(cell, number, baselines, places)
            if near != number:
                cell.key = (cell.left + cell.right) / 2
            lines[near].append(cell)
    for line in filter(None, lines):
        yield sorted(line, key=lambda cell: (round(cell.key, 1), cell.left))


def _line_of(cell: Cell, own: int, baselines: Sequence[float], places: Sequence[Sequence[float]]) -> int:
    def around(number: int) -> int:
        reach = _AROUND * cell.size
        return bisect_left(places[number], cell.key + reach) - bisect_left(places[number], cell.key - reach)

    best, most = own, _FEW * around(own) + 1
    for number in range(max(0, own - _ROWS), min(len(baselines), own + _ROWS + 1)):
        if number != own and abs(baselines[number] - cell.y) <= _OFF_BASELINE * cell.size and around(number) >= most:
            best, most = number, around(number)
    return best


def _baseline(row: Sequence[Cell]) -> float:
    ys = sorted(cell.y for cell in row if not cell.floats) or [row[0].y]
    return ys[len(ys) // 2]


def _pieces(row: Sequence[Cell], room: _Room, guessed: frozenset[int]) -> Iterator[Piece]:
    """Yield the pieces of a row, parted at wide gaps, with spaces where they are written or where there is room."""
    start = 0
    spaced = [False]
    for place, (before, after) in enumerate(pairwise(row), 1):
        if room.gap(before, after) > _GAP * room.size:
            yield _piece(row[start:place], spaced)
            start, spaced = place, []
        spaced.append(room.has_space(before, after, is_guessed=_is_guessed((before, after), guessed)))
    yield _piece(row[start:], spaced)


def _is_guessed(cells: Sequence[Cell], guessed: frozenset[int]) -> bool:
    first, second = ({cell.orders.start - 1, cell.orders.stop} for cell in cells)
    return not guessed.isdisjoint(first | second)


def _piece(cells: Sequence[Cell], spaced: Sequence[bool]) -> Piece:
    units: list[str] = []
    for place, cell in enumerate(cells):
        if place and spaced[place]:
            units.append(" ")
        units += reversed(cell.units) if is_rtl(cell.units[0]) else cell.units
    sizes = sorted(cell.size for cell in cells)
    baselines = sorted(cell.y for cell in cells)
    return Piece(
        units,
        min(cell.left for cell in cells),
        max(cell.right for cell in cells),
        baselines[len(cells) // 2],
        sizes[len(cells) // 2],
        2 * sum(cell.is_bold for cell in cells) > len(cells),
        min(cell.orders.start for cell in cells),
    )
