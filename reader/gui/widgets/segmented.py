"""A few choices side by side, of which one is chosen."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Segmented(QFrame):
    """Buttons in one frame. `chosen` says the value that the reader chose."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for value, words in choices:
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setAccessibleName(f"{name}: {words}")
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._group.addButton(button)
            self._buttons[value] = button
            layout.addWidget(button, 1)

    @property
    def value(self) -> str:
        """The chosen value, or nothing."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Show a value as chosen, or none for nothing, without saying so."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
        elif not value and (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def offer(self, values: Collection[str]) -> None:
        """Let only these be chosen; the first of them is, where another one was."""
        for value, button in self._buttons.items():
            button.setEnabled(value in values)
        if self.value not in values:
            self.show_value(next((value for value in self._buttons if value in values), ""))

    def click(self, value: str) -> None:
        """Do what a click on a value does. Raises KeyError for an unknown one."""
        self._buttons[value].click()
