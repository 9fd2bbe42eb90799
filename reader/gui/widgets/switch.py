"""A switch for yes or no."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.gui.theme import Theme

WIDTH, HEIGHT = 36, 20


class Switch(QAbstractButton):
    """On is at the trailing side. The knob's place tells the state, not the colour alone."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.theme = theme

    def sizeHint(self) -> QSize:
        """Return the switch with room for the focus ring."""
        return QSize(WIDTH + 8, HEIGHT + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the knob and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(4, 4, WIDTH, HEIGHT)
        is_on = self.isChecked()
        painter.setPen(self.theme.colour("accent" if is_on else "edge"))
        painter.setBrush(self.theme.colour("accent") if is_on else self.theme.colour("page"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        at_right = is_on is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        knob = HEIGHT - 8
        x = track.right() - knob - 4 if at_right else track.left() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("on_accent" if is_on else "edge"))
        painter.drawEllipse(QRectF(x, track.top() + 4, knob, knob))
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self.theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, WIDTH + 6, HEIGHT + 6), HEIGHT / 2 + 3, HEIGHT / 2 + 3)
        painter.end()
