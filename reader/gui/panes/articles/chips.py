"""What a list or a search is narrowed to, a chip each with its value kept in order, and how letters are compared."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QToolButton

from reader.gui.icons import icon
from reader.gui.theme import Theme

EDGE, GAP, BELOW = 16, 6, 8
"""px: at the sides, between chips, below the last row."""


class Chip(NamedTuple):
    """What the list is narrowed to: what it narrows, to what, and by what who shows the chip knows it again."""

    name: str
    value: str
    at: object


class ChipButton(QToolButton):
    """A chip that goes with a click, and by keyboard with Delete as with the space key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete, Backspace and Enter for a click."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Chips(QFrame):
    """`removed` carries the `at` of the chip that the reader wants no more; `exact_switched` how letters count now."""

    removed = Signal(object)
    exact_switched = Signal(bool)

    def __init__(self, theme: Theme, *, rtl: bool) -> None:
        super().__init__()
        self._theme, self._rtl = theme, rtl
        self._buttons: list[QToolButton] = []
        self.setAccessibleName(self.tr("What the list is narrowed to"))
        self.exact = self._made(QToolButton(self), self.tr("Exact match"))
        self.exact.setToolTip(self.tr("Tell tashkeel and forms of hamza apart"))
        self.exact.setCheckable(True)
        self.exact.setProperty("switch", True)
        self.exact.hide()
        self.exact.toggled.connect(self.exact_switched)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(button.text() for button in self._buttons)

    @property
    def is_exact(self) -> bool:
        """Whether letters are compared as they are written."""
        return self.exact.isChecked()

    def show_chips(self, chips: Sequence[Chip], *, can_be_exact: bool = False) -> None:
        """Show these and no others, and the switch if there is something to be found exactly."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(chip) for chip in chips]
        for button in self._buttons:
            button.show()
        self.exact.setVisible(can_be_exact)
        self._arrange()
        self.setVisible(bool(chips) or can_be_exact)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's icons."""
        self._theme = theme
        for button in self._buttons:
            button.setIcon(icon("close", theme, rtl=self._rtl, size=14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let as many chips stand in a row as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 2 * EDGE
        x, y, height = 0, 0, 0
        for button in (*self._buttons, *(() if self.exact.isHidden() else (self.exact,))):
            width, height = min(button.sizeHint().width(), room), button.sizeHint().height()
            if x and x + width > room:
                x, y = 0, y + height + GAP
            place = QRect(EDGE + x, y, width, height)
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            x += width + GAP
        self.setFixedHeight(y + height + BELOW)

    def _button(self, chip: Chip) -> QToolButton:
        words = f"{chip.name} \u2068{chip.value}\u2069".strip()
        button = self._made(ChipButton(self), words)
        button.setToolTip(self.tr("Remove"))
        button.setAccessibleName(self.tr("Remove: %1").replace("%1", words))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon("close", self._theme, rtl=self._rtl, size=14))
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(lambda: self.removed.emit(chip.at))
        return button

    def _made(self, button: QToolButton, words: str) -> QToolButton:
        button.setText(words)
        button.setProperty("chip", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
