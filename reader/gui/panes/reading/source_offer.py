"""The quiet offer to add a missing source, at the end of the line under the headline."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme

GAP = 16


class SourceOffer(QWidget):
    """Two small buttons: add the source, or never mind. They lie on the page and scroll with it."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._add = QPushButton(self.tr("Add source…"), self)
        self._add.setProperty("quiet", True)
        self._decline = QToolButton(self)
        self._decline.setAccessibleName(self.tr("Leave the source out"))
        self._decline.setToolTip(self.tr("Leave the source out"))
        for button in (self._add, self._decline):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._add)
        layout.addWidget(self._decline)
        self._add.clicked.connect(self.accepted)
        self._decline.clicked.connect(self.declined)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._decline.setIcon(icon("close", theme, rtl=is_rtl, size=14))
        self._add.setStyleSheet("font-weight: 400")

    def follow(self, line: QRectF | None, *, to_left: bool, room: float) -> None:
        """Stand at a line's end, in px of the parent; hide where there is no line."""
        if line is None:
            self.hide()
        else:
            self.place(QPointF(line.left() if to_left else line.right(), line.center().y()), to_left=to_left, room=room)

    def place(self, end: QPointF, *, to_left: bool, room: float) -> None:
        """Stand beside a line, `end` being the middle of its rim; hide for want of room. Px of the parent."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if to_left else Qt.LayoutDirection.LeftToRight)
        self.adjustSize()
        x = end.x() - GAP - self.width() if to_left else end.x() + GAP
        if x < 0 or x + self.width() > room:
            self.hide()
            return
        self.move(round(x), round(end.y() - self.height() / 2))
        self.show()
