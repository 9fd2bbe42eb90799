"""All marks on the page, drawn under the text without touching the document, so that no letter changes its shape."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.gui.panes.reading import looks
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.geometry import Stretch, Stripe, stripes
from reader.gui.panes.reading.looks import Look
from reader.gui.panes.reading.page import Page
from reader.text.direction import Direction
from reader.text.spans import Span

RADIUS = 3
"""Roundness in px of a mark's two true ends."""

STEP = 3
"""How many px lower each further mark's edge lies where marks overlap, and how many px less high its wash is."""

_DEEPEST = 2
"""Marks on marks step down at most so often: further down is the next line."""

_RIM = 2
"""How many px a line round a band, and what smooths its corners, reach beyond it."""

MOST_KEPT = 20_000
"""How many bands are kept before they are all asked for again; a selection that is drawn makes one with every step."""


class Layer(IntEnum):
    """What lies over what, the lowest first."""

    LINKS = 0
    MENTIONS = 1
    HIGHLIGHTS = 2
    HITS = 3
    HIT = 4
    FOCUS = 5
    LIGHT = 6
    SELECTION = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the canonical text and how it is marked. `key` is its owner's name for it."""

    key: str
    span: Span
    look: Look


class Overlay:
    """Owns the marks of a page by layer; draws those in view and answers what lies under a point.

    Geometry is asked of Qt, once for each mark and paragraph and only where it is in view; it is kept until the page is
    set anew, and counts from the paragraph, so that it holds while the page is still growing above it.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._layers: dict[Layer, tuple[Mark, ...]] = {}
        self._starts: dict[Layer, list[tuple[int, int]]] = {}
        self._depths: dict[Layer, dict[str, int]] = {}
        self._stripes: dict[tuple[int, int, int], list[Stripe]] = {}
        self._origins: dict[int, tuple[int, int] | None] = {}

    def show(self, layer: Layer, marks: Sequence[Mark]) -> list[Span]:
        """Put these marks on a layer, instead of those that were there; return where that is to be seen."""
        before, lowered = self._layers.get(layer, ()), self._depths.get(layer, {})
        ordered = tuple(sorted(marks, key=lambda mark: mark.span.start - mark.span.end))
        self._layers[layer] = ordered
        self._starts[layer] = sorted((mark.span.start, rank) for rank, mark in enumerate(ordered))
        depths = self._depths[layer] = _depths(ordered) if layer is Layer.HIGHLIGHTS else {}
        old, new = {mark.key: mark for mark in before}, {mark.key: mark for mark in ordered}
        gone = [mark.span for key, mark in old.items() if new.get(key) != mark]
        come = [mark.span for key, mark in new.items() if old.get(key) != mark or lowered.get(key) != depths.get(key)]
        return gone + come

    def marks(self, layer: Layer) -> tuple[Mark, ...]:
        """Return a layer's marks, the longest first, which is the order in which they are drawn."""
        return self._layers.get(layer, ())

    def mark(self, layer: Layer, key: str) -> Mark:
        """Return a layer's mark by its key. Raises KeyError when it is not there."""
        for mark in self._layers.get(layer, ()):
            if mark.key == key:
                return mark
        raise KeyError(key)

    def forget_geometry(self) -> None:
        """Ask Qt again: the page was set anew."""
        self._stripes.clear()

    def paint(self, painter: QPainter, visible: Span) -> None:
        """Draw the marks that touch a canonical stretch, in the document's coordinates: all washes, then all edges."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._origins.clear()
        for layer in sorted(self._layers):
            depths = self._depths[layer]
            shown = [
                (mark, STEP * depths.get(mark.key, 0), list(self._placed(mark.span, visible)))
                for mark in self.near(layer, visible)
            ]
            for mark, lowered, placed in shown:
                if mark.look.wash is not None:
                    for stripe in placed:
                        _paint_wash(painter, stripe, mark.look.wash, lowered)
            for mark, lowered, placed in shown:
                if mark.look.edge is not None:
                    for stripe in placed:
                        _paint_edge(painter, stripe, mark.look, lowered)
        painter.restore()

    def at(self, point: QPointF, position: int) -> list[tuple[Layer, Mark]]:
        """Return the marks under a point of the document, the topmost first; `position` is a code point near it."""
        self._origins.clear()
        near = Span(max(position - 1, 0), position + 1)
        return [
            (layer, mark)
            for layer in sorted(self._layers, reverse=True)
            for mark in reversed(self.near(layer, near))
            if any(_rect(stripe).contains(point) for stripe in self._placed(mark.span, near))
        ]

    def near(self, layer: Layer, visible: Span) -> list[Mark]:
        """Return a layer's marks that touch a stretch, the longest first."""
        marks, starts = self._layers.get(layer, ()), self._starts.get(layer, [])
        if not marks:
            return []
        first = bisect_left(starts, (visible.start - len(marks[0].span), 0))
        last = bisect_right(starts, (visible.end, len(marks)))
        ranks = sorted(rank for _, rank in starts[first:last] if marks[rank].span.end >= visible.start)
        return [marks[rank] for rank in ranks]

    def bounds(self, span: Span) -> list[QRectF]:
        """Return the bands of a stretch in the document's coordinates, where it is built."""
        self._origins.clear()
        return [_rect(stripe) for stripe in self._placed(span, span)]

    def painted(self, span: Span) -> list[QRectF]:
        """Return the boxes in which a mark on a stretch is drawn, in the document's coordinates."""
        lowest = STEP * _DEEPEST
        return [box.adjusted(-_RIM, -_RIM, _RIM, lowest + _RIM) for box in self.bounds(span)]

    def _placed(self, span: Span, near: Span) -> Iterator[Stripe]:
        """Yield a stretch's bands in the paragraphs near another one, in the document's coordinates."""
        displayed = self._page.displayed
        if displayed is None or not len(span):
            return
        for paragraph in displayed.touched(span, near):
            if (origin := self._origin(paragraph)) is None:
                continue
            x, y = origin
            for left, top, right, bottom, ends_left, ends_right in self._local(displayed, paragraph, span):
                yield Stripe(left + x, top + y, right + x, bottom + y, ends_left, ends_right)

    def _origin(self, paragraph: int) -> tuple[int, int] | None:
        """Return where a paragraph begins in the document, asked of Qt once a drawing; None while it is not built."""
        if paragraph not in self._origins:
            block = self._page.block(paragraph)
            at = self._page.origin(block) if block is not None else None
            self._origins[paragraph] = (round(at.x()), round(at.y())) if at is not None else None
        return self._origins[paragraph]

    def _local(self, displayed: Displayed, paragraph: int, span: Span) -> list[Stripe]:
        """Return a stretch's bands in one paragraph, from where that begins."""
        whole = displayed.paragraphs[paragraph]
        key = (paragraph, max(span.start, whole.start - 1), min(span.end, whole.end + 1))
        if key not in self._stripes:
            block = self._page.block(paragraph)
            assert block is not None
            begins, finishes = span.start >= whole.start, span.end <= whole.end
            stretch = Stretch(*displayed.offsets(paragraph, span), begins=begins, finishes=finishes)
            band = self._page.typesetting.style(whole).band
            if len(self._stripes) > MOST_KEPT:
                self._stripes.clear()
            self._stripes[key] = stripes(block, stretch, band, is_rtl=whole.direction is Direction.RTL)
        return self._stripes[key]


def _depths(marks: Sequence[Mark]) -> dict[str, int]:
    """Return for each mark on how many longer ones it lies. `marks` come the longest first, each key once."""
    starts, ends = [mark.span.start for mark in marks], [mark.span.end for mark in marks]
    below: list[list[int]] = [[] for _ in marks]
    open_ranks: list[int] = []
    for rank in sorted(range(len(marks)), key=starts.__getitem__):
        open_ranks = [other for other in open_ranks if ends[other] > starts[rank]]
        for other in open_ranks:
            below[max(rank, other)].append(min(rank, other))
        open_ranks.append(rank)
    depths: list[int] = []
    for longer in below:
        depths.append(min(max(depths[other] for other in longer) + 1, _DEEPEST) if longer else 0)
    return {mark.key: depth for mark, depth in zip(marks, depths, strict=True)}


def _rect(stripe: Stripe) -> QRectF:
    return QRectF(stripe.left, stripe.top, stripe.right - stripe.left, stripe.bottom - stripe.top)


def _paint_wash(painter: QPainter, stripe: Stripe, wash: QColor, lowered: int) -> None:
    if stripe.ends_left or stripe.ends_right:
        painter.fillPath(_outline(stripe, lowered), wash)
    else:
        painter.fillRect(_rect(stripe).adjusted(0, lowered, 0, 0), wash)


def _paint_edge(painter: QPainter, stripe: Stripe, look: Look, lowered: int) -> None:
    """Draw an edge on the lower rim of a band, on whole px: it must be sharp to be told from another."""
    assert look.edge is not None
    left, right, bottom = round(stripe.left), round(stripe.right), stripe.bottom + lowered
    match look.style:
        case "solid":
            painter.fillRect(left, bottom - look.width, right - left, look.width, look.edge)
        case "double":
            painter.fillRect(left, bottom - look.width, right - left, 1, look.edge)
            painter.fillRect(left, bottom - 1, right - left, 1, look.edge)
        case "dashed":
            for start, end in _dashes(left, right, from_right=stripe.ends_right):
                painter.fillRect(start, bottom - look.width, end - start, look.width, look.edge)
        case "ring":
            painter.strokePath(_outline(stripe, 0).simplified(), QPen(look.edge, look.width))


def _dashes(left: int, right: int, *, from_right: bool) -> Iterator[tuple[int, int]]:
    """Yield where dashes begin and end between two places, counted from the side where the mark begins."""
    dash, gap = looks.LONG_DASHES
    for start in range(0, right - left, dash + gap):
        end = min(start + dash, right - left)
        yield (right - end, right - start) if from_right else (left + start, left + end)


def _outline(stripe: Stripe, lowered: int) -> QPainterPath:
    """Return a stripe's shape, round only at the true ends."""
    rect = _rect(stripe).adjusted(0, lowered, 0, 0)
    path = QPainterPath()
    path.addRoundedRect(rect, RADIUS, RADIUS)
    if not stripe.ends_left:
        path.addRect(QRectF(rect.left(), rect.top(), RADIUS, rect.height()))
    if not stripe.ends_right:
        path.addRect(QRectF(rect.right() - RADIUS, rect.top(), RADIUS, rect.height()))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
