"""A button that shows what is chosen and opens a menu of what can be."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolButton, QWidget

from reader.gui.icons import pixmap
from reader.gui.theme import Theme
from reader.gui.widgets.menu import Menu

ARROW = 16


class Choice(QToolButton):
    """`chosen` says the value that the reader chose."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self._name = name
        self._words = dict(choices)
        self.theme = theme
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu, group = Menu(self), QActionGroup(self)
        self._entries = {}
        for value, words in choices:
            entry = menu.addAction(words)
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, value=value: self._choose(value))
            self._entries[value] = entry
        self.setMenu(menu)

    def show_value(self, value: str) -> None:
        """Show a value as chosen, without saying so."""
        if value not in self._entries:
            return
        self._entries[value].setChecked(True)
        self.setText(self._words[value])
        self.setAccessibleName(f"{self._name}: {self._words[value]}")

    def set_entry_font(self, value: str, font: QFont) -> None:
        """Show an entry of the menu in a font of its own."""
        self._entries[value].setFont(font)

    def sizeHint(self) -> QSize:
        """Return the room of the longest choice."""
        widest = max(self.fontMetrics().horizontalAdvance(words) for words in self._words.values())
        return QSize(widest + ARROW + 32, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words at the leading edge and the arrow at the trailing one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_strong = self.hasFocus() or (self.menu() is not None and self.menu().isVisible())
        pen = painter.pen()
        pen.setColor(self.theme.colour("accent" if is_strong else "edge"))
        pen.setWidthF(2.0 if is_strong else 1.0)
        painter.setPen(pen)
        painter.setBrush(self.theme.colour("text", 0.05) if self.underMouse() else Qt.BrushStyle.NoBrush)
        inset = 1.0 if is_strong else 0.5
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.setPen(self.theme.colour("text"))
        inside = self.rect().adjusted(12, 0, -12, 0)
        alignment = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(inside, alignment | Qt.AlignmentFlag.AlignVCenter, self.text())
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = inside.left() if is_rtl else inside.right() - ARROW + 1
        arrow = pixmap("down", self.theme.colour("quiet"), rtl=is_rtl, size=ARROW)
        painter.drawPixmap(x, (self.height() - ARROW) // 2, arrow)
        painter.end()

    def _choose(self, value: str) -> None:
        self.show_value(value)
        self.chosen.emit(value)
