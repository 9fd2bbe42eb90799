"""The keyboard on the page: scrolling, and a caret that comes when it is used and does not blink."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reader.gui.panes.reading.page_view import PageView

_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_VERTICAL = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

_LINES_A_STEP = 2
_LINES_KEPT = 2
"""How many lines of the last screen stay in sight when a page is turned."""


class CaretKeys:
    """Answers the keys that scroll, and those that move a caret.

    Up, Down, Home and End scroll until a caret is there. It comes with Left or Right, or with Shift and any of them,
    where the mouse was last clicked, or at the first line in sight; Esc or the mouse takes it away.
    """

    def __init__(self, view: PageView) -> None:
        self._view = view

    def moves_caret(self, event: QKeyEvent) -> bool:
        """Say whether a key moves the caret, which is brought into sight for it; moving it is Qt's business."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        wants_caret = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or self._view.has_caret
        if event.key() not in _SIDEWAYS and not (wants_caret and event.key() in (*_VERTICAL, *_ENDS, *_PAGES)):
            return False
        if not self._view.has_caret:
            self._bring_into_sight()
            self._view.has_caret = True
        self._view.viewport().update()
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Answer another key; say whether it was one of ours."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copy()
            if self._view.textCursor().hasSelection():
                self._view.copied.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._view.builder.build_all()
            self._view.selectAll()
            self._view.selected.emit()
        elif event.key() == Qt.Key.Key_Escape:
            return self._put_away()
        elif event.key() == Qt.Key.Key_Space:
            self._turn_page(up=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            return self._scroll(event)
        return True

    def _bring_into_sight(self) -> None:
        """Put the caret at the first line in sight, unless it stands in sight already."""
        view = self._view
        at = view.cursorRect(view.textCursor())
        if not view.textCursor().hasSelection() and not view.viewport().rect().contains(at.center()):
            first = QPointF(view.viewport().width() / 2, view.pitch())
            view.setTextCursor(view.page.cursor_at(view.hit(first)))

    def _put_away(self) -> bool:
        cursor = self._view.textCursor()
        was_something = self._view.has_caret or cursor.hasSelection()
        self._view.has_caret = False
        if cursor.hasSelection():
            self._view.clear_selection()
            self._view.selected.emit()
        self._view.viewport().update()
        return was_something

    def _scroll(self, event: QKeyEvent) -> bool:
        bar = self._view.verticalScrollBar()
        key = event.key()
        if key in _VERTICAL:
            step = _LINES_A_STEP * self._view.pitch()
            bar.setValue(bar.value() + (step if key == Qt.Key.Key_Down else -step))
        elif key in _PAGES:
            self._turn_page(up=key == Qt.Key.Key_PageUp)
        elif key in _ENDS:
            self._view.go_to_end(last=key == Qt.Key.Key_End)
        else:
            return False
        return True

    def _turn_page(self, *, up: bool) -> None:
        bar = self._view.verticalScrollBar()
        step = max(self._view.viewport().height() - _LINES_KEPT * self._view.pitch(), self._view.pitch())
        bar.setValue(bar.value() + (-step if up else step))
