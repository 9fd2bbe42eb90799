"""The mouse on the page: selecting by letters, words and paragraphs, and clicking marks."""

from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.gui.panes.reading.overlay import Layer
from reader.gui.panes.reading.page_view import PageView
from reader.text.spans import Span

_CLICKED = (Layer.LINKS, Layer.MENTIONS, Layer.HIGHLIGHTS)


class _Grain(Enum):
    LETTER = auto()
    WORD = auto()
    PARAGRAPH = auto()


class Pointer:
    """Turns mouse events into selections and clicks.

    A double click selects a word, a third one the paragraph, and a drag from there goes on by words or paragraphs.
    Words have no punctuation at their ends, Arabic or other. Drags by letters are left to Qt.
    """

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._grain = _Grain.LETTER
        self._origin = Span(0, 0)
        self._pressed: QPointF | None = None
        self._double_clicked = (0.0, QPointF())

    def press(self, event: QMouseEvent) -> bool:
        """Answer a press of a button; say whether that was all."""
        if event.button() is not Qt.MouseButton.LeftButton or self._view.page.displayed is None:
            return True
        self._pressed = event.position()
        if self._is_third_click(event.position()):
            self._begin(_Grain.PARAGRAPH, event.position())
            return True
        self._grain = _Grain.LETTER
        return False

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        if event.button() is Qt.MouseButton.LeftButton and self._view.page.displayed is not None:
            self._double_clicked = (monotonic(), event.position())
            self._pressed = event.position()
            self._begin(_Grain.WORD, event.position())

    def move(self, event: QMouseEvent) -> bool:
        """Go on selecting, or show whether there is something to click; say whether that was all."""
        if not event.buttons():
            self._show_shape(event.position())
            return True
        if self._grain is _Grain.LETTER:
            return False
        if self._is_drag(event.position()):
            here = self._unit(event.position())
            self._view.select(Span(min(self._origin.start, here.start), max(self._origin.end, here.end)))
        return True

    def release(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked."""
        if event.button() is not Qt.MouseButton.LeftButton or self._view.page.displayed is None:
            return
        was_click = self._pressed is not None and not self._is_drag(event.position())
        self._pressed = None
        if was_click and not self._view.textCursor().hasSelection():
            marks = self._view.marks_at(event.position())
            self._view.is_clicked_with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._view.clicked.emit([(layer, mark.key) for layer, mark in marks if layer in _CLICKED])
        else:
            self._view.selected.emit()

    def _begin(self, grain: _Grain, point: QPointF) -> None:
        self._grain = grain
        self._origin = self._unit(point)
        self._view.select(self._origin)

    def _unit(self, point: QPointF) -> Span:
        position = self._view.hit(point)
        return (
            self._view.page.paragraph_at(position)
            if self._grain is _Grain.PARAGRAPH
            else self._view.page.word_at(position)
        )

    def _is_third_click(self, point: QPointF) -> bool:
        when, where = self._double_clicked
        is_near = (point - where).manhattanLength() < QApplication.startDragDistance()
        return is_near and monotonic() - when < QApplication.doubleClickInterval() / 1000

    def _is_drag(self, point: QPointF) -> bool:
        return self._pressed is None or (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def _show_shape(self, point: QPointF) -> None:
        can_click = any(layer in _CLICKED for layer, _ in self._view.marks_at(point))
        shape = Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
