"""Letters with their marks: what one place of a line shows, told from how its characters stand on the page."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from operator import itemgetter

from reader.intake.formats.pdf.glyphs import Glyph

_NEAR = 8  # places in PDFium's order between a mark and its letter; more count as so many
_NEXT = 2  # places behind a letter, for a letter may have two marks
_TRUST = 0.2  # of the size: how far the file's order is trusted against the places
_FIELD = 24.0  # points: how far round a mark its letter is looked for, at least
_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئـپچکگیںھٹ")  # letters that join the one behind them
_LEAST_OF_TWO = 4  # characters of a shape that can have words of two directions


@dataclass(slots=True)
class Cell:
    """The letters of one shape, in reading order, each with its marks; where they begin and end, and their font.

    `key` is what the cells of a line are ordered by from left to right, in points; `pen` is how far the pen moves.
    """

    units: list[str]
    key: float
    y: float
    left: float
    right: float
    pen: tuple[float, float]
    floats: bool
    size: float
    is_bold: bool
    orders: range


def cells_of(glyphs: Sequence[Glyph]) -> list[Cell]:
    """Return the cells that a page's characters make; spaces and controls are not among them."""
    shapes = _shapes([glyph for glyph in glyphs if not glyph.text.isspace() and _is_seen(glyph.text)])
    alone = [shape for shape in shapes if not all(map(_is_mark, shape))]
    is_reversed = sum(map(_backwards, alone)) > 0
    spaces = {(glyph.order, glyph.x, glyph.source) for glyph in glyphs if glyph.text.isspace()}
    cells, letters = [], []
    for shape in alone:
        follows_its_space = (shape[0].order - 1, shape[0].x, shape[0].source) in spaces
        cell, heads = _cell(_in_reading_order(shape, is_reversed=is_reversed or follows_its_space))
        cells.append(cell)
        letters += [(glyph, cell, number) for glyph, number in heads]
    _add_marks(letters, [glyph for shape in shapes if all(map(_is_mark, shape)) for glyph in shape])
    return cells


def is_rtl(text: str) -> bool:
    """Say whether a character is a letter that runs from right to left."""
    return unicodedata.bidirectional(text[0]) in ("R", "AL")


def _is_seen(text: str) -> bool:
    return not text or unicodedata.category(text) not in ("Cc", "Cf", "Cs")


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.category(glyph.text) == "Mn" if glyph.text else False


def _shapes(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the characters that have one place, in PDFium's order: those of a ligature, of a letter with its dots.

    Where the body and the marks of a letter are drawn apart and the file gives one text for both, PDFium gives it for
    each; one of the two is left out.
    """
    shapes: dict[tuple[float, float, int], list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.text:
            shapes.setdefault((glyph.x, glyph.y, glyph.source), []).append(glyph)
    by_text: dict[str, list[list[Glyph]]] = {}
    for shape in _of_one_direction(list(shapes.values())):
        by_text.setdefault("".join(sorted(glyph.text for glyph in shape)), []).append(shape)
    kept: list[list[Glyph]] = []
    for same in by_text.values():
        standing: list[list[Glyph]] = []
        floating: list[list[Glyph]] = []
        for floats, shape in sorted(((_floats(shape), shape) for shape in same), key=itemgetter(0)):
            # Of two that are alike a single one is left out beside one of the other sort only.
            others = [*standing, *floating] if len(shape) > 1 else standing if floats else floating
            if not any(_overlap(shape, other) for other in others):
                (floating if floats else standing).append(shape)
        kept += standing + floating
    return kept


def _of_one_direction(shapes: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Yield shapes without the word of the other direction that some programs give to a word's first letter too.

    No shape shows letters of both. The word is left out where another shape has it.
    """
    mixed = [len(shape) >= _LEAST_OF_TWO and _runs_both_ways(shape) for shape in shapes]
    if not any(mixed):  # as nearly always
        yield from shapes
        return
    words = {_rtl_letters(shape) for shape, is_mixed in zip(shapes, mixed, strict=True) if not is_mixed}
    for shape, is_mixed in zip(shapes, mixed, strict=True):
        if is_mixed and _rtl_letters(shape) in words:
            yield [glyph for glyph in shape if not is_rtl(glyph.text) and not _is_mark(glyph)]
        else:
            yield shape


def _runs_both_ways(shape: Sequence[Glyph]) -> bool:
    directions = {is_rtl(glyph.text) for glyph in shape if glyph.text.isalpha()}
    return len(directions) > 1


def _rtl_letters(shape: Sequence[Glyph]) -> tuple[str, ...]:
    return tuple(sorted(glyph.text for glyph in shape if is_rtl(glyph.text)))


def _floats(shape: Sequence[Glyph]) -> bool:
    return all(glyph.floats for glyph in shape)


def _overlap(shape: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    near = abs(shape[0].y - other[0].y) < shape[0].size / 2 and shape[0].source != other[0].source
    left = max(min(glyph.left for glyph in shape), min(glyph.left for glyph in other))
    right = min(max(glyph.right for glyph in shape), max(glyph.right for glyph in other))
    return near and left < right


def _in_reading_order(shape: list[Glyph], *, is_reversed: bool) -> list[Glyph]:
    """Return the characters of one shape in reading order.

    PDFium gives each its part of the shape's room, or gives all of it to each; then the order in which they can be
    joined is right, and where both can be, the one that the others of the page have.
    """
    bases = [glyph for glyph in shape if not _is_mark(glyph)]
    if len(bases) == 1:
        return bases + [glyph for glyph in shape if _is_mark(glyph)]
    if not any(is_rtl(base.text) for base in bases):
        return shape
    middles = {round(glyph.middle, 1) for glyph in bases}
    if len(middles) == len(bases):
        return sorted(shape, key=lambda glyph: -glyph.middle)
    way = _backwards(shape)
    return shape[::-1] if way > 0 or (way == 0 and is_reversed) else shape


def _backwards(shape: Sequence[Glyph]) -> int:
    """Return 1 where the letters of a shape can be joined only backwards, -1 for only forwards, else 0."""
    letters = "".join(glyph.text for glyph in shape if not _is_mark(glyph))
    if len(letters) == 1 or not any(map(is_rtl, letters)):
        return 0
    forwards = all(letter in _JOINING for letter in letters[:-1])
    backwards = all(letter in _JOINING for letter in letters[1:])
    if forwards == backwards:
        return 0
    return 1 if backwards else -1


def _cell(shape: list[Glyph]) -> tuple[Cell, Iterator[tuple[Glyph, int]]]:
    """Return the cell that a shape makes, and its letters, each with its number in it."""
    units: list[str] = []
    heads: list[tuple[Glyph, int]] = []
    before = ""
    for glyph in shape:
        if not _is_mark(glyph):
            heads.append((glyph, len(units)))
            units.append(glyph.text + before)
            before = ""
        elif units:
            units[-1] += glyph.text
        else:
            before += glyph.text
    first = heads[0][0]
    # What floats has a pen position that says little, and stands where its letter does.
    floats = _floats(shape)
    left, right = min(glyph.left for glyph in shape), max(glyph.right for glyph in shape)
    orders = range(min(glyph.order for glyph in shape), max(glyph.order for glyph in shape) + 1)
    key = (left + right) / 2 if floats else first.x
    pen = (first.x, max(first.x, *(glyph.pen_end for glyph in shape)))
    return Cell(units, key, first.y, left, right, pen, floats, first.size, first.is_bold, orders), iter(heads)


def _add_marks(letters: Sequence[tuple[Glyph, Cell, int]], marks: Iterable[Glyph]) -> None:
    """Give each mark that is drawn by itself to the letter that it stands over or under."""
    fields: dict[tuple[int, int], list[tuple[Glyph, Cell, int]]] = {}
    for letter in letters:
        fields.setdefault(_field(letter[0].middle, letter[0].y), []).append(letter)
    for mark in marks:
        column, row = _field(mark.middle, mark.y)
        near = [
            letter
            for place in product(range(column - 1, column + 2), range(row - 1, row + 2))
            for letter in fields.get(place, ())
        ]
        if near:
            distances = [_distance(base, mark) for base, _, _ in near]
            _, cell, number = near[distances.index(min(distances))]
            cell.units[number] += mark.text


def _field(x: float, y: float) -> tuple[int, int]:
    return int(x // _FIELD), int(y // _FIELD)


def _distance(base: Glyph, mark: Glyph) -> float:
    beside = max(base.left - mark.middle, mark.middle - base.right, 0.0)
    above = max(0.0, abs(mark.y - base.y) - base.size / 2)
    apart = min(abs(base.order - mark.order), _NEAR)
    if 0 < mark.order - base.order <= _NEXT:  # as it was written
        beside -= _TRUST * base.size
    return beside + abs(base.middle - mark.middle) / 2 + 2 * above + base.size * apart / 125
