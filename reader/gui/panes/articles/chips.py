"""What a search is narrowed to, a chip each: with its name before it and its value kept in order."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton

from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.text.spans import Span

IN_A_ROW = 2


class Chip(NamedTuple):
    """A part of a search: what it narrows, to what, and where it stands in what was typed."""

    name: str
    value: str
    at: Span


class Chips(QFrame):
    """`removed` carries where the part stands that the reader wants no more."""

    removed = Signal(object)

    def __init__(self, theme: Theme, *, rtl: bool) -> None:
        super().__init__()
        self._theme, self._rtl = theme, rtl
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 0, 16, 8)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(IN_A_ROW, 1)
        self._buttons: list[QToolButton] = []
        self.setAccessibleName(self.tr("What the search is narrowed to"))
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(button.text() for button in self._buttons)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these, and no others."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(chip) for chip in chips]
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // IN_A_ROW, at % IN_A_ROW)
        self.setVisible(bool(chips))

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's icons."""
        self._theme = theme
        for button in self._buttons:
            button.setIcon(icon("close", theme, rtl=self._rtl, size=14))

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        words = f"{chip.name} \u2068{chip.value}\u2069".strip()
        button.setText(words)
        button.setToolTip(self.tr("Remove"))
        button.setAccessibleName(self.tr("Remove: %1").replace("%1", words))
        button.setProperty("chip", True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon("close", self._theme, rtl=self._rtl, size=14))
        button.setIconSize(QSize(14, 14))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.removed.emit(chip.at))
        return button
