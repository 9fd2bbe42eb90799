"""Where a stretch of a paragraph stands on the page, as Qt laid it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextLine

from reader.gui.panes.reading.typesetting import Band

OVERHANG = 2
"""How far in px a band reaches beyond the first and the last letter of a line."""

_TOUCHING = 1.5
"""Runs of one line that stand no further apart than this, in px, are one band: fonts change inside a phrase."""


class Stripe(NamedTuple):
    """A band on one line, in px from where its paragraph's layout begins, and which of its sides are a mark's ends."""

    left: float
    top: int
    right: float
    bottom: int
    ends_left: bool
    ends_right: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph in UTF-16 units; whether the mark that it belongs to begins and finishes in it."""

    start: int
    end: int
    begins: bool
    finishes: bool


def stripes(block: QTextBlock, stretch: Stretch, band: Band, *, is_rtl: bool) -> list[Stripe]:
    """Return the bands of a stretch of a laid out block, line by line, on each from left to right.

    They are made of the boxes of Qt's glyph runs. cursorToX would do for one direction only: where the direction turns,
    one cursor stands at two places, and it answers one of them.
    """
    layout = block.layout()
    text = block.text().encode("utf-16-le")
    made = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(stretch.start, line.textStart()), min(stretch.end, line.textStart() + line.textLength())
        begins, finishes = stretch.begins and first == stretch.start, stretch.finishes and last == stretch.end
        first, last = _trimmed(text, first, last)
        runs = list(boxes(line, first, last)) if first < last else []
        baseline = line.y() + line.ascent()
        top, bottom = floor(baseline - band.above), ceil(baseline + band.below)
        left_end, right_end = (finishes, begins) if is_rtl else (begins, finishes)
        for index, (left, right) in enumerate(runs):
            ends_left, ends_right = left_end and index == 0, right_end and index == len(runs) - 1
            made.append(Stripe(left - OVERHANG, top, right + OVERHANG, bottom, ends_left, ends_right))
    return made


def boxes(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Yield the left and right in px of what stands together on a line, from left to right; places in UTF-16 units."""
    edges = sorted(
        (box.left(), box.right()) for box in (run.boundingRect() for run in line.glyphRuns(first, last - first))
    )
    left = right = None
    for begin, finish in edges:
        if left is None or right is None:
            left, right = begin, finish
        elif begin - right <= _TOUCHING:
            right = max(right, finish)
        else:
            yield left, right
            left, right = begin, finish
    if left is not None and right is not None and right > left:
        yield left, right


def _trimmed(text: bytes, first: int, last: int) -> tuple[int, int]:
    """Leave out the spaces at a line's ends: they hang over the column."""
    while first < last and text[2 * last - 2 : 2 * last].decode("utf-16-le", "replace").isspace():
        last -= 1
    while first < last and text[2 * first : 2 * first + 2].decode("utf-16-le", "replace").isspace():
        first += 1
    return first, last
