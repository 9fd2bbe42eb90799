"""What lies over the panes while something is dragged above the window: here it can be dropped."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.icons import pixmap
from reader.gui.theme import Theme

INSET = 16
ICON = 64


class DropHint(QWidget):
    """A wash over everything, a frame, an icon and a word. The mouse goes through it."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = words
        self._covered = parent
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme

    def appear(self) -> None:
        """Cover the parent."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the wash, the frame, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("page", 0.92))
        pen = painter.pen()
        pen.setColor(self._theme.colour("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET), 10, 10)
        middle = self.rect().center()
        icon = pixmap("import", self._theme.colour("accent"), rtl=False, size=ICON)
        painter.drawPixmap(middle.x() - ICON // 2, middle.y() - ICON, icon)
        painter.setFont(self._theme.font("empty_title"))
        painter.setPen(self._theme.colour("text"))
        below = self.rect().adjusted(0, self.height() // 2 + 16, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._words)
        painter.end()
