"""Tabs as words on a line, the chosen one underlined in the accent."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from reader.gui.theme import Theme

UNDERLINE = 2


class Tab(QToolButton):
    """One tab. It paints itself: Qt's own tabs are boxes."""

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.theme = theme

    def sizeHint(self) -> QSize:
        """Return the room of the words in their heavier weight, so that choosing moves nothing."""
        font = self.theme.font("button")
        font.setWeight(font.Weight.DemiBold)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 16, 40)

    def minimumSizeHint(self) -> QSize:
        """Return the same as sizeHint: words are not cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the line under the chosen tab and the ring of the focused one."""
        painter = QPainter(self)
        font = self.theme.font("button")
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        is_strong = self.isChecked() or self.underMouse()
        painter.setPen(self.theme.colour("text" if is_strong else "quiet"))
        painter.drawText(self.rect().adjusted(0, 0, 0, -UNDERLINE), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            line = QRect(8, self.height() - UNDERLINE, self.width() - 16, UNDERLINE)
            painter.fillRect(line, self.theme.colour("accent"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = painter.pen()
            pen.setColor(self.theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(2, 5, -2, -7), 6, 6)
        painter.end()


class TabStrip(QWidget):
    """A row of tabs, of which one is chosen. Arrow keys move between them in reading order."""

    chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._tabs = {name: Tab(words, theme, self) for name, words in tabs}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(0)
        for name, tab in self._tabs.items():
            self._group.addButton(tab)
            layout.addWidget(tab)
            tab.clicked.connect(lambda _=False, name=name: self.choose(name))
            tab.installEventFilter(self)
        layout.addStretch(1)

    @property
    def current(self) -> str:
        """The chosen tab's name."""
        return next((name for name, tab in self._tabs.items() if tab.isChecked()), "")

    def choose(self, name: str) -> None:
        """Choose a tab by name and say so. Raises KeyError for an unknown one."""
        self._tabs[name].setChecked(True)
        self.chosen.emit(name)

    def show_tab(self, name: str, *, shown: bool) -> None:
        """Show or hide a tab; when the chosen one goes, the first that is left is chosen."""
        self._tabs[name].setVisible(shown)
        if not shown and self._tabs[name].isChecked():
            self.choose(next(each for each, tab in self._tabs.items() if not tab.isHidden()))

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        for tab in self._tabs.values():
            tab.theme = theme
            tab.update()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Move between tabs with the arrow keys."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        forwards = Qt.Key.Key_Left if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            return False
        if event.key() == forwards:
            step = 1
        shown = [name for name, tab in self._tabs.items() if not tab.isHidden()]
        name = shown[(shown.index(self.current) + step) % len(shown)]
        self.choose(name)
        self._tabs[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return True
