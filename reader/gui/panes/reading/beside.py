"""What stands beside the column: the margin with its notes, in wide windows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.gui.panes.reading.page_view import PageView


class Beside:
    """Keeps one widget at the column's trailing side, as high as the pane."""

    def __init__(self, view: PageView, pane: QWidget) -> None:
        self._view, self._pane = view, pane
        self._widget: QWidget | None = None

    def stand(self, widget: QWidget | None, width: int) -> None:
        """Let a widget stand there, `width` px wide; None takes leave of it."""
        self._widget = widget
        if widget is not None:
            widget.setParent(self._pane)
            widget.show()
            widget.raise_()
        self._view.reserve(width if widget is not None else 0)
        self.place()

    def place(self) -> None:
        """Follow the column."""
        if self._widget is None:
            return
        page = self._view.viewport().geometry()
        is_rtl = self._pane.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = page.left() - self._view.reserved if is_rtl else page.right() + 1
        self._widget.setGeometry(left, 0, self._view.reserved, self._pane.height())
