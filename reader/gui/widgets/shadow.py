"""The one shadow of the application: 4 px down, 16 px soft, under things that float."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.theme import Theme

DROP = 4
BLUR = 16


class Shadow(QWidget):
    """Lies under a floating sibling and is clicked through. Drawn as rings, which needs no graphics effect."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._opacity = theme.shadow
        self._radius = 0

    def set_theme(self, theme: Theme) -> None:
        """Take over how dark a theme's shadow is."""
        self._opacity = theme.shadow
        self.update()

    def surround(self, widget: QWidget, radius: int = 0) -> None:
        """Lie under a sibling with corners of this radius in px."""
        self._radius = radius
        self.setGeometry(widget.geometry().adjusted(-BLUR, -BLUR, BLUR, BLUR + DROP))
        self.stackUnder(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw rounded rings, each inside the last, that together are darkest at the widget's edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRect(BLUR, BLUR + DROP, self.width() - 2 * BLUR, self.height() - 2 * BLUR - DROP)
        steps = BLUR
        for step in range(steps, 0, -1):
            spread = step
            share = (1 - step / (steps + 1)) ** 2
            colour = QColor(0, 0, 0)
            colour.setAlphaF(min(1.0, self._opacity * share * 0.32))
            painter.setBrush(colour)
            ring = inner.adjusted(-spread, -spread, spread, spread)
            radius = self._radius + spread
            painter.drawRoundedRect(ring, radius, radius)
        painter.end()
