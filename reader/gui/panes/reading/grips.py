"""The two ends of the highlight that is worked on: dragged, or moved by words with the keyboard."""

from unicodedata import bidirectional

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.panes.reading.page_view import PageView
from reader.gui.theme import Theme
from reader.text.direction import Direction
from reader.text.spans import Span
from reader.text.words import snap_passage, words

KNOB = 12
"""Width in px of the round end that is grabbed."""

ROOM = 20
"""Width in px of what can be grabbed."""

_FURTHEST = 400
"""Code points within which the next word is looked for."""


class Grip(QWidget):
    """One end: a stem along the band, with a knob below the last line or above the first, where it covers no words."""

    dragged = Signal(QPointF, bool)
    dropped = Signal()

    def __init__(self, parent: QWidget, *, is_start: bool) -> None:
        super().__init__(parent)
        self.colour = QColor()
        self._is_start = is_start
        self._is_held = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.hide()

    def place(self, x: float, band: QRectF) -> None:
        """Stand at a place of the viewport, along a band."""
        top = band.top() - (KNOB if self._is_start else 0)
        self.setGeometry(round(x) - ROOM // 2, round(top), ROOM, round(band.height()) + KNOB)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw stem and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        middle = self.width() / 2
        top = KNOB / 2 if self._is_start else 0.0
        painter.drawRect(QRectF(middle - 1, top, 2, self.height() - KNOB / 2))
        knob = 1.0 if self._is_start else self.height() - KNOB + 1
        painter.drawEllipse(QRectF(middle - KNOB / 2 + 1, knob, KNOB - 2, KNOB - 2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._is_held = event.button() is Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the end is dragged to, in px of the page, and whether to the very letter."""
        if self._is_held:
            half = QPointF(0, KNOB / 2 if self._is_start else -KNOB / 2)
            at = QPointF(self.mapToParent(event.position().toPoint())) + half
            self.dragged.emit(at, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._is_held:
            self._is_held = False
            self.dropped.emit()


class Grips(QObject):
    """Both ends of one stretch of the page. `moved` previews a stretch, `chosen` asks for it.

    Ends snap to whole words unless Alt is held; one that is dragged over the other takes its part.
    """

    moved = Signal(Span)
    chosen = Signal(Span)

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._span = self._wanted = Span(0, 0)
        self._grips = (Grip(view.viewport(), is_start=True), Grip(view.viewport(), is_start=False))
        for grip, is_start in zip(self._grips, (True, False), strict=True):
            grip.dragged.connect(self._drag_start if is_start else self._drag_end)
            grip.dropped.connect(self._drop)

    def show_at(self, span: Span, theme: Theme) -> None:
        """Stand at the ends of a stretch."""
        self._span = self._wanted = span
        for grip in self._grips:
            grip.colour = theme.colour("accent")
        self.follow()

    def hide(self) -> None:
        """Stand nowhere."""
        self._span = self._wanted = Span(0, 0)
        for grip in self._grips:
            grip.hide()

    def follow(self) -> None:
        """Stay at the ends after the page moved."""
        span = self._wanted
        for grip, is_start in zip(self._grips, (True, False), strict=True):
            letter = self._letter(span, is_start=is_start)
            box = self._view.bounds(letter) if len(span) else QRectF()
            grip.setVisible(not box.isNull())
            if not box.isNull():
                grip.place(box.right() if self._runs_rtl(letter.start) == is_start else box.left(), box)
                grip.raise_()

    def is_rtl(self, position: int) -> bool:
        """Say whether the paragraph at a code point is read from right to left."""
        displayed = self._view.page.displayed
        if displayed is None:
            return True
        return displayed.paragraphs[displayed.to_place(position).paragraph].direction is Direction.RTL

    def _letter(self, span: Span, *, is_start: bool) -> Span:
        """Return a stretch's first or last letter, with the marks above and below it, between which no place is."""
        displayed = self._view.page.displayed
        text = displayed.text if displayed is not None else ""
        first = span.start if is_start else max(span.end - 1, span.start)
        while not is_start and first > span.start and bidirectional(text[first]) == "NSM":
            first -= 1
        last = first + 1
        while last < min(span.end, len(text)) and bidirectional(text[last]) == "NSM":
            last += 1
        return Span(first, last)

    def _runs_rtl(self, position: int) -> bool:
        """Say whether the letter at a code point stands in a run from right to left, as Latin words do nowhere."""
        displayed = self._view.page.displayed
        kind = bidirectional(displayed.text[position]) if displayed is not None else ""
        return kind in {"R", "AL"} or (kind not in {"L", "EN", "AN"} and self.is_rtl(position))

    def step(self, *, is_start: bool, forward: bool) -> None:
        """Move one end by a word, forward or back in the text; a last word stays."""
        displayed = self._view.page.displayed
        if displayed is not None and len(self._span):
            self.chosen.emit(_stepped(displayed.text, self._span, is_start=is_start, forward=forward))

    def _drag_start(self, point: QPointF, is_exact: bool) -> None:  # noqa: FBT001 - a signal gives it so
        self._drag(point, self._span.end, is_exact=is_exact)

    def _drag_end(self, point: QPointF, is_exact: bool) -> None:  # noqa: FBT001 - a signal gives it so
        self._drag(point, self._span.start, is_exact=is_exact)

    def _drag(self, point: QPointF, fixed: int, *, is_exact: bool) -> None:
        displayed = self._view.page.displayed
        if displayed is None:
            return
        position = min(displayed.to_position(self._view.page.place(self._view.hit(point))), len(displayed.text))
        span = Span(min(position, fixed), max(position, fixed))
        wanted = span if is_exact else snap_passage(displayed.text, span)
        if len(wanted) and wanted != self._wanted:
            self._wanted = wanted
            self.moved.emit(wanted)
            self.follow()

    def _drop(self) -> None:
        if self._wanted != self._span:
            self.chosen.emit(self._wanted)


def _stepped(text: str, span: Span, *, is_start: bool, forward: bool) -> Span:
    """Return a stretch with one end a word further or less far; the same one where that cannot be."""
    inside = [each.moved(span.start) for each in words(span.of(text))]
    if is_start and forward:
        return Span(inside[1].start, span.end) if len(inside) > 1 else span
    if not is_start and not forward:
        return Span(span.start, inside[-2].end) if len(inside) > 1 else span
    if not is_start:
        following = next((each.moved(span.end) for each in words(text[span.end : span.end + _FURTHEST])), None)
        return Span(span.start, following.end) if following else span
    first = max(span.start - _FURTHEST, 0)
    before = [each.moved(first) for each in words(text[first : span.start])]
    return Span(before[-1].start, span.end) if before else span
