"""Every command by its name: a field to type in, and what fits below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.command_list import ROW_HEIGHT, CommandList, fitting
from reader.gui.widgets.command_row import CommandRow
from reader.gui.widgets.shadow import Shadow

WIDTH, HEIGHT = 560, 420
TOP, EDGE = 56, 8
_AROUND = 36

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CommandPalette(QFrame):
    """Floats over a window's upper part until something is chosen, Esc is pressed or the keyboard goes elsewhere.

    `chosen` names a command. The keyboard has gone back by then to who had it before.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popover")
        self.setAccessibleName(self.tr("Command palette"))
        self._over = window
        self._before: QWidget | None = None
        self._rows: tuple[CommandRow, ...] = ()
        self._shadow = Shadow(theme, window)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.list = CommandList(self.tr("Commands"), theme, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = QLabel(self.tr("There is no such command."), self)
        self._nothing.setObjectName("hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.hide()

    def open_with(self, rows: Sequence[CommandRow]) -> None:
        """Offer these commands."""
        self._rows = tuple(rows)
        self._before = self._over.focusWidget()
        self.field.clear()
        self.show()
        self._fill("")
        self._shadow.show()
        self._shadow.raise_()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close, and give the keyboard back."""
        if self.isHidden():
            return
        if self.field.hasFocus() and self._before is not None:  # first, or Qt hands it on as if by Tab, with a ring
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self._shadow.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's keys move in the list; close when the keyboard goes elsewhere in the window."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if event.type() is QEvent.Type.FocusOut and self._over.isActiveWindow() and not self.field.hasFocus():
            self.dismiss()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.dismiss()
        else:
            return False
        return True

    def _fill(self, typed: str) -> None:
        fit = fitting(self._rows, typed)
        self.list.show_rows(fit)
        if typed:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(fit))
        self._nothing.setVisible(not fit)
        self._fit(len(fit))

    def _fit(self, rows: int) -> None:
        """Be as tall as so many rows need, as far as the window has room."""
        width = min(WIDTH, self._over.width() - 2 * EDGE)
        wanted = self.field.sizeHint().height() + max(rows, 1) * ROW_HEIGHT + _AROUND
        height = min(wanted, HEIGHT, self._over.height() - TOP - EDGE)
        self.setGeometry((self._over.width() - width) // 2, TOP, width, height)
        self._shadow.surround(self, radius=10)

    def _choose(self) -> None:
        chosen = self.list.chosen
        if chosen:
            self.dismiss()
            self.chosen.emit(chosen)
