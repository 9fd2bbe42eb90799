"""A number that is made smaller and larger by steps, between two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme


class Stepper(QFrame):
    """Shows a number as words that `written` makes. `chosen` says the number that the reader chose."""

    chosen = Signal(float)

    def __init__(
        self,
        name: str,
        bounds: tuple[float, float],
        step: float,
        written: Callable[[float], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self._name = name
        self._bounds, self._step, self._written = bounds, step, written
        self._value = bounds[0]
        self._more, self._less = QToolButton(self), QToolButton(self)
        self._shown = QLabel(self)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumWidth(56)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for widget in (self._more, self._shown, self._less):  # as the text size stands in the toolbar
            layout.addWidget(widget, 1 if widget is self._shown else 0)
        self._less.setAccessibleName(self.tr("%1: less").replace("%1", name))
        self._more.setAccessibleName(self.tr("%1: more").replace("%1", name))
        for button, way in ((self._more, 1), (self._less, -1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, way=way: self._go(way))

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._less.setIcon(icon("minus", theme, rtl=False, size=16))
        self._more.setIcon(icon("add", theme, rtl=False, size=16))

    def show_value(self, value: float) -> None:
        """Show a number, without saying so."""
        self._value = value
        self._shown.setText(self._written(value))
        self._shown.setAccessibleName(f"{self._name}: {self._written(value)}")
        self._less.setEnabled(value > self._bounds[0])
        self._more.setEnabled(value < self._bounds[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the up and down keys."""
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._go(way)

    def _go(self, way: int) -> None:
        value = round(self._value + way * self._step, 3)
        value = min(max(value, self._bounds[0]), self._bounds[1])
        if value != self._value:
            self.show_value(value)
            self.chosen.emit(value)
