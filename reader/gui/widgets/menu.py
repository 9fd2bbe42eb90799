"""A menu with round corners, also where the desktop composes nothing."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

RADIUS = 10


class Menu(QMenu):
    """Its corners are cut by a mask: see-through windows are black where nothing composes them."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners anew."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def open_under(self, anchor: QWidget) -> None:
        """Open below a widget at the trailing edge of a window, so that the menu stays over the window."""
        self.ensurePolished()
        self.aboutToShow.emit()
        width = self.sizeHint().width()
        below = anchor.mapToGlobal(QPoint(0, anchor.height()))
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.popup(QPoint(below.x() if is_rtl else below.x() + anchor.width() - width, below.y()))
