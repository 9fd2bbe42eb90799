"""All marks on the page, drawn under the text without touching the document, so that no letter changes its shape."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from reader.gui.panes.reading import looks
from reader.gui.panes.reading.geometry import Stripe, stripes
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


class Layer(IntEnum):
    """What lies over what, the lowest first."""

    LINKS = 0
    MENTIONS = 1
    HIGHLIGHTS = 2
    HITS = 3
    FOCUS = 4
    LIGHT = 5
    SELECTION = 6


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

    def show(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Put these marks on a layer, instead of those that were there."""
        ordered = tuple(sorted(marks, key=lambda mark: -len(mark.span)))
        self._layers[layer] = ordered
        self._starts[layer] = sorted((mark.span.start, rank) for rank, mark in enumerate(ordered))
        self._depths[layer] = _depths(ordered) if layer is Layer.HIGHLIGHTS else {}

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
        for layer in sorted(self._layers):
            shown = self._near(layer, visible)
            for mark in shown:
                if mark.look.wash is not None:
                    self._paint_wash(painter, mark, self._depths[layer].get(mark.key, 0), visible)
            for mark in shown:
                if mark.look.edge is not None:
                    self._paint_edge(painter, mark, self._depths[layer].get(mark.key, 0), visible)
        painter.restore()

    def at(self, point: QPointF, position: int) -> list[tuple[Layer, Mark]]:
        """Return the marks under a point of the document, the topmost first; `position` is a code point near it."""
        near = Span(max(position - 1, 0), position + 1)
        return [
            (layer, mark)
            for layer in sorted(self._layers, reverse=True)
            for mark in reversed(self._near(layer, near))
            if any(stripe.rect.contains(point) for stripe in self._placed(mark.span, mark.span))
        ]

    def bounds(self, span: Span) -> list[QRectF]:
        """Return the bands of a stretch in the document's coordinates, where it is built."""
        return [stripe.rect for stripe in self._placed(span, span)]

    def _near(self, layer: Layer, visible: Span) -> list[Mark]:
        """Return a layer's marks that touch a stretch, the longest first."""
        marks, starts = self._layers[layer], self._starts[layer]
        if not marks:
            return []
        first = bisect_left(starts, (visible.start - len(marks[0].span), 0))
        last = bisect_right(starts, (visible.end, len(marks)))
        ranks = sorted(rank for _, rank in starts[first:last] if marks[rank].span.end >= visible.start)
        return [marks[rank] for rank in ranks]

    def _paint_wash(self, painter: QPainter, mark: Mark, depth: int, visible: Span) -> None:
        assert mark.look.wash is not None
        for stripe in self._placed(mark.span, visible):
            painter.fillPath(_outline(stripe, STEP * depth), mark.look.wash)

    def _paint_edge(self, painter: QPainter, mark: Mark, depth: int, visible: Span) -> None:
        look = mark.look
        assert look.edge is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for stripe in self._placed(mark.span, visible):
            left, right = round(stripe.rect.left()), round(stripe.rect.right())
            bottom = round(stripe.rect.bottom()) + STEP * depth
            top = bottom - look.width
            match look.style:
                case "solid":
                    painter.fillRect(left, top, right - left, look.width, look.edge)
                case "double":
                    painter.fillRect(left, top, right - left, 1, look.edge)
                    painter.fillRect(left, bottom - 1, right - left, 1, look.edge)
                case "dashed":
                    _paint_dashes(painter, look, QRectF(left, top, right - left, look.width), stripe)
                case "ring":
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    painter.strokePath(_outline(stripe, 0), QPen(look.edge, look.width))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _placed(self, span: Span, visible: Span) -> Iterator[Stripe]:
        """Yield a stretch's bands near what is visible, in the document's coordinates."""
        displayed = self._page.displayed
        if displayed is None or not len(span):
            return
        for paragraph, start, end in displayed.stretches(span):
            whole = displayed.paragraphs[paragraph]
            if whole.start > visible.end:
                return
            block = self._page.block(paragraph)
            if whole.end < visible.start or block is None:
                continue
            key = (paragraph, start, end)
            if key not in self._stripes:
                band = self._page.typesetting.style(whole).band
                self._stripes[key] = stripes(block, start, end, band, is_rtl=whole.direction is Direction.RTL)
            origin = self._page.origin(block)
            for stripe in self._stripes[key]:
                yield Stripe(
                    stripe.rect.translated(round(origin.x()), round(origin.y())), stripe.ends_left, stripe.ends_right
                )


def _depths(marks: Sequence[Mark]) -> dict[str, int]:
    """Return for each mark on how many longer ones it lies. `marks` come the longest first, each key once."""
    ranks = sorted(range(len(marks)), key=lambda rank: marks[rank].span.start)
    below: list[list[int]] = [[] for _ in marks]
    open_ranks: list[int] = []
    for rank in ranks:
        start = marks[rank].span.start
        open_ranks = [other for other in open_ranks if marks[other].span.end > start]
        for other in open_ranks:
            below[max(rank, other)].append(min(rank, other))
        open_ranks.append(rank)
    depths: list[int] = []
    for rank in range(len(marks)):
        depths.append(min(max((depths[other] for other in below[rank]), default=-1) + 1, _DEEPEST))
    return {mark.key: depth for mark, depth in zip(marks, depths, strict=True)}


def _outline(stripe: Stripe, lowered: int) -> QPainterPath:
    """Return a stripe's shape, round only at the true ends."""
    rect = stripe.rect.adjusted(0, lowered, 0, 0)
    path = QPainterPath()
    if not (stripe.ends_left or stripe.ends_right):
        path.addRect(rect)
        return path
    path.addRoundedRect(rect, RADIUS, RADIUS)
    if not stripe.ends_left:
        path.addRect(QRectF(rect.left(), rect.top(), RADIUS, rect.height()))
    if not stripe.ends_right:
        path.addRect(QRectF(rect.right() - RADIUS, rect.top(), RADIUS, rect.height()))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _paint_dashes(painter: QPainter, look: Look, rect: QRectF, stripe: Stripe) -> None:
    """Draw dashes from the side where the mark begins."""
    assert look.edge is not None
    pen = QPen(look.edge, look.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([length / look.width for length in looks.LONG_DASHES])
    painter.setPen(pen)
    left, right = QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y())
    if stripe.ends_right:
        left, right = right, left
    painter.drawLine(left, right)
