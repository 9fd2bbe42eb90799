"""A line at the foot of a pane that says how far something is that goes on beside the reading, and stops it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme

BAR = 2
"""px: the line that grows."""


class QuietProgress(QWidget):
    """Hidden while nothing goes on. `stopped` says that the reader has had enough of it."""

    stopped = Signal()

    def __init__(self, theme: Theme, *, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rtl = rtl
        self._share = 0.0
        self._words = QLabel(self)
        self._words.setObjectName("count")
        self._stop = QToolButton(self)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.setAccessibleName(self.tr("Cancel"))
        self._stop.setToolTip(self.tr("Cancel"))
        self._stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4 + BAR, 8, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._stop)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or nothing while nothing goes on."""
        return "" if self.isHidden() else self._words.text()

    def show_progress(self, words: str, share: float) -> None:
        """Say how far it is; `share` is 0 to 1."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._share = min(max(share, 0.0), 1.0)
        self.show()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._theme = theme
        self._stop.setIcon(icon("close", theme, rtl=self._rtl, size=16))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above, and over it what is done, from the leading side."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("line"))
        done = self.width() * self._share
        left = self.width() - done if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0.0
        painter.fillRect(QRectF(left, 0, done, BAR), self._theme.colour("accent"))
