"""A menu with round corners, also where the desktop composes nothing."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QCursor, QHideEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

RADIUS = 10


class Menu(QMenu):
    """Its corners are cut by a mask: see-through windows are black where nothing composes them."""

    _anchor: QWidget | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners anew."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell what the menu opened under that the mouse has gone: Qt does not, while a menu has it."""
        super().hideEvent(event)
        if self._anchor is not None:
            under_mouse = self._anchor.rect().contains(self._anchor.mapFromGlobal(QCursor.pos()))
            self._anchor.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under_mouse)
            self._anchor.update()

    def open_under(self, anchor: QWidget) -> None:
        """Open below a widget at the trailing edge of a window, so that the menu stays over the window."""
        self._anchor = anchor
        self.ensurePolished()
        self.aboutToShow.emit()
        width = self.sizeHint().width()
        below = anchor.mapToGlobal(QPoint(0, anchor.height()))
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.popup(QPoint(below.x() if is_rtl else below.x() + anchor.width() - width, below.y()))
