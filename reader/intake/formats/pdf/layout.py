"""Pieces put together to lines, in the order they are read: column by column, tables row by row."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from reader.intake.formats.pdf.lines import Piece, joined
from reader.intake.formats.pdf.ordering import logical

MARKER = re.compile(r"(?:[•◦▪‣∙·●○■□–—*\ue000-\uf8ff-]|\(?\d{1,3}[.)]|\(?[a-zA-Zء-ي][.)])$")
_MOST_CROSSING = 0.12  # the share of rows that may cross what parts columns: headings over both
_LEAST_GUTTER = 0.8  # of the size
_LEAST_ROWS = 4  # on each side
_LEAST_FILLED = 0.55  # the share of a column's width that its middling row fills; cells of tables fill less
_LEAST_COLUMN = 7  # sizes wide
_LEAST_CELL_GAP = 0.9  # of the size: what parts the columns of a table in every row
_SURE_GAP = 1.5  # the same in a table of two rows, for lines that are set to one width have wide gaps too


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, or a row of a table: its texts and where it stands, in points.

    `column` is the left and right end of the column it stands in; `cells` are a table's texts by column, in reading
    order, and empty for a line of text. `block` is the ends of the block of lines, if they are not the column's.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    is_bold: bool
    page: int
    column: tuple[float, float]
    marker: str = ""
    cells: tuple[tuple[int, str], ...] = ()
    block: tuple[float, float] | None = None


@dataclass(slots=True)
class _Row:
    y: float
    pieces: list[Piece] = field(default_factory=list)

    def merged(self) -> Piece:
        return joined(self.pieces)


def lines_of(pieces: Sequence[Piece], page: int, *, rtl: bool) -> list[Line]:
    """Return a page's lines in reading order: its right column first where it runs from right to left."""
    if not pieces:
        return []
    gutters = _gutters(pieces)
    bands = _bands(pieces, gutters)
    lines: list[Line] = []
    for band in bands:
        columns: dict[int, list[Piece]] = {}
        for piece in band:
            columns.setdefault(_column(piece, gutters), []).append(piece)
        for number in _in_order(columns, rtl=rtl):
            lines += _column_lines(columns[number], page, rtl=rtl)
    return lines


def _in_order(columns: dict[int, list[Piece]], *, rtl: bool) -> list[int]:
    """Return the columns' numbers in reading order: the file's own where it has one, else that of its direction."""
    by_file = sorted(columns, key=lambda number: min(piece.order for piece in columns[number]))
    ends = [max(piece.order for piece in columns[number]) for number in by_file]
    starts = [min(piece.order for piece in columns[number]) for number in by_file]
    is_apart = all(end < start for end, start in zip(ends, starts[1:], strict=False))
    return by_file if is_apart else sorted(columns, reverse=rtl)


def _column(piece: Piece, gutters: Sequence[float]) -> int:
    return sum((piece.left + piece.right) / 2 > gutter for gutter in gutters)


def _gutters(pieces: Sequence[Piece]) -> list[float]:
    """Return the middles of the stretches that part columns from top to bottom, from left to right."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    size = median(piece.size for piece in pieces)
    rows = _rows(pieces)
    most = _MOST_CROSSING * len(rows)
    found = [
        (start + end) / 2
        for start, end in _rarely_crossed(rows, most)
        if end - start >= _LEAST_GUTTER * size and left < start and end < right
    ]
    return found if _are_columns(pieces, found, (left, right), size) else []


def _rarely_crossed(rows: Sequence[_Row], most: float) -> Iterator[tuple[float, float]]:
    """Yield the stretches, from left to right, over which no more than `most` rows run."""
    events = sorted(
        event for row in rows for piece in row.pieces for event in ((piece.left, 1), (max(piece.left, piece.right), -1))
    )
    crossing, start = 0, -math.inf
    for x, change in events:
        if crossing <= most < crossing + change:
            yield start, x
        elif crossing + change <= most < crossing:
            start = x
        crossing += change


def _are_columns(pieces: Sequence[Piece], gutters: Sequence[float], ends: tuple[float, float], size: float) -> bool:
    """Tell columns of text from those of a table: their rows are many and well filled."""
    if not gutters:
        return False
    edges = [ends[0], *gutters, ends[1]]
    for number, (left, right) in enumerate(pairwise(edges)):
        inside = [piece for piece in pieces if _column(piece, gutters) == number and not _crosses(piece, gutters)]
        rows = _rows(inside)
        widths = [sum(piece.right - piece.left for piece in row.pieces) for row in rows]
        if len(rows) < _LEAST_ROWS or right - left < _LEAST_COLUMN * size:
            return False
        if median(widths) < _LEAST_FILLED * (right - left):
            return False
    return True


def _crosses(piece: Piece, gutters: Sequence[float]) -> bool:
    return any(piece.left < gutter < piece.right for gutter in gutters)


def _bands(pieces: Sequence[Piece], gutters: Sequence[float]) -> Iterator[list[Piece]]:
    """Yield what stands between the lines that run over several columns, and those lines."""
    if not gutters:
        yield list(pieces)
        return
    above: list[Piece] = []
    for row in _rows(pieces):
        if any(_crosses(piece, gutters) for piece in row.pieces):
            yield above
            yield [row.merged()]
            above = []
        else:
            above += row.pieces
    yield above


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and rows[-1].y - piece.y <= piece.size / 3:
            rows[-1].pieces.append(piece)
        else:
            rows.append(_Row(piece.y, [piece]))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
    return rows


def _column_lines(pieces: Sequence[Piece], page: int, *, rtl: bool) -> list[Line]:
    column = (min(piece.left for piece in pieces), max(piece.right for piece in pieces))
    rows = _rows(pieces)
    markers = [_take_marker(row, rtl=rtl) for row in rows]
    lines: list[Line] = []
    place = 0
    while place < len(rows):
        end = _table_end(rows, place)
        if end > place:
            lines += _table(rows[place:end], page, column, rtl=rtl)
        else:
            end = place + 1
            lines.append(_line(rows[place].merged(), page, column, markers[place], rtl=rtl))
        place = end
    return lines


def _take_marker(row: _Row, *, rtl: bool) -> str:
    """Take a row's leading piece away if it is a list's mark, and return it."""
    if len(row.pieces) == 1:
        return ""
    leading = -1 if rtl else 0
    text = logical(row.pieces[leading].units, rtl=rtl).strip()
    if not MARKER.match(text):
        return ""
    row.pieces.pop(leading)
    return text


def _line(piece: Piece, page: int, column: tuple[float, float], marker: str, *, rtl: bool) -> Line:
    text = logical(piece.units, rtl=rtl).strip()
    return Line(text, piece.left, piece.right, piece.y, piece.size, piece.is_bold, page, column, marker)


def _table_end(rows: Sequence[_Row], start: int) -> int:
    """Return where the table ends that begins at a row; `start` where none does."""
    gaps = _gaps(rows[start])
    end, filled = start, 0
    if not gaps:
        return start
    for place in range(start, len(rows)):
        row = rows[place]
        common = [gap for gap in (_open_in(row, gap) for gap in gaps) if gap]
        if len(row.pieces) > 1:
            if not common:
                break
            gaps, filled, end = common, filled + 1, place + 1
        elif len(common) < len(gaps):
            break
    widest = max(right - left for left, right in gaps)
    least = 2 if widest >= _SURE_GAP * rows[start].pieces[0].size else 3
    return end if filled >= least else start


def _gaps(row: _Row) -> list[tuple[float, float]]:
    return [(before.right, after.left) for before, after in pairwise(row.pieces)]


def _open_in(row: _Row, gap: tuple[float, float]) -> tuple[float, float] | None:
    """Return what of a gap is open in a row too, if it is wide enough."""
    left, right = gap
    for piece in row.pieces:
        if piece.left < right and piece.right > left:
            left, right = (piece.right, right) if piece.left <= left else (left, piece.left)
    size = max(piece.size for piece in row.pieces)
    return (left, right) if right - left >= _LEAST_CELL_GAP * size else None


def _table(rows: Sequence[_Row], page: int, column: tuple[float, float], *, rtl: bool) -> Iterator[Line]:
    """Yield a table's rows. A row with no more than one cell, not its first, continues the row above."""
    gaps = _gaps(rows[0])
    for row in rows:
        gaps = [gap for gap in (_open_in(row, gap) for gap in gaps) if gap]
    edges = [(left + right) / 2 for left, right in gaps]
    made: list[Line] = []
    for row in rows:
        cells: dict[int, list[Piece]] = {}
        for piece in row.pieces:
            cells.setdefault(_column(piece, edges), []).append(piece)
        last = len(edges)
        texts = tuple(
            (last - number if rtl else number, logical(joined(cells[number]).units, rtl=rtl))
            for number in sorted(cells, reverse=rtl)
        )
        if made and len(texts) == 1 and texts[0][0] > 0:
            made[-1] = _continued(made[-1], texts[0])
        else:
            whole = row.merged()
            line = _line(whole, page, column, "", rtl=rtl)
            made.append(replace(line, cells=texts))
    yield from made


def _continued(line: Line, more: tuple[int, str]) -> Line:
    number, text = more
    cells = dict(line.cells)
    cells[number] = f"{cells[number]} {text}" if number in cells else text
    return replace(line, cells=tuple(sorted(cells.items())))
