"""The page as it is used: with the mouse, the wheel and the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reader.gui.panes.reading.caret import CaretKeys
from reader.gui.panes.reading.page_view import PageView
from reader.gui.panes.reading.pointer import Pointer


class UsablePage(PageView):
    """Turns events into scrolling and selecting, and announces the rest: clicks, selections, a wish for larger text.

    `press_first` may answer a key before the page does. `exact_date` is told when the mouse rests on the line of source
    and date, and elsewhere what `told_at` says of a point of the viewport.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.exact_date = ""
        self.press_first: Callable[[QKeyEvent], bool] = lambda _event: False
        self.told_at: Callable[[QPointF], str] = lambda _: ""
        self._pointer = Pointer(self)
        self._keys = CaretKeys(self)

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window's shortcuts, and let a drag begin in the space beside the column."""
        is_delete = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if is_delete and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QMouseEvent):
            point = QPointF(self.viewport().mapFrom(self, event.position().toPoint()))
            at = event.globalPosition()
            moved = QMouseEvent(event.type(), point, at, event.button(), event.buttons(), event.modifiers())
            return QApplication.sendEvent(self.viewport(), moved)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the exact date over the line of source and date."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            line = self.meta_line()
            is_over = line is not None and line.adjusted(0, -4, 0, 4).contains(QPointF(event.pos()))
            told = self.exact_date if is_over else self.told_at(QPointF(event.pos()))
            if told:
                QToolTip.showText(event.globalPos(), told, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self.has_caret = False
        self.is_ringed = False
        if not self._pointer.press(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, without the punctuation that Qt would take along."""
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or show what can be clicked."""
        if not self._pointer.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked."""
        super().mouseReleaseEvent(event)
        self._pointer.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or change the size of the text with Ctrl."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        if event.angleDelta().y():
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll or move the caret; what is neither is for the pane."""
        if self.page.displayed is None:
            event.ignore()
        elif self.press_first(event):
            event.accept()
        elif self._keys.moves_caret(event):
            super().keyPressEvent(event)
        elif not self._keys.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Take a selection by keyboard for finished when Shift is let go."""
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selected.emit()
        event.ignore()
