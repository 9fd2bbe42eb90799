"""A card that opens under a button and closes when something else is clicked, or with Esc.

It is a child of the window, not a window of its own: so its corners are round where the desktop composes nothing, and
pictures of the window show it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.shadow import Shadow

GAP = 4
EDGE = 8


class Popover(QFrame):
    """A floating card with one widget in it."""

    closed = Signal()

    def __init__(self, content: QWidget, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popover")
        self._over = window
        self._shadow = Shadow(theme, window)
        self._anchor: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(content)
        self.content = content
        self.setAccessibleName(content.accessibleName())
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's shadow."""
        self._shadow.set_theme(theme)

    def open_under(self, anchor: QWidget) -> None:
        """Open below a widget of the same window, aligned with its trailing edge, wholly inside the window."""
        self._anchor = anchor
        self.adjustSize()
        window = self._over
        below = anchor.mapTo(window, QPoint(0, anchor.height() + GAP))
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = below.x() if is_rtl else below.x() + anchor.width() - self.width()
        x = min(max(x, EDGE), window.width() - self.width() - EDGE)
        y = min(below.y(), max(EDGE, window.height() - self.height() - EDGE))
        self.move(x, y)
        self.show()
        self._shadow.surround(self, radius=10)
        self._shadow.show()
        self._shadow.raise_()
        self.raise_()
        self._focus_first()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def dismiss(self) -> None:
        """Close, and give the focus back to the button."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        self._shadow.hide()
        if self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the mouse is pressed elsewhere in the window, or with Esc."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            return self._is_elsewhere(watched, event) and self._dismiss_by_mouse(watched)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return True
        return False

    def _focus_first(self) -> None:
        for child in self.content.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def _is_elsewhere(self, watched: QObject, event: QMouseEvent) -> bool:
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        return not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))

    def _dismiss_by_mouse(self, watched: QObject) -> bool:
        is_anchor = watched is self._anchor
        self.dismiss()
        return is_anchor  # else the button would open it again at once
