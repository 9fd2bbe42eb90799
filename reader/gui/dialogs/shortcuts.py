"""The keyboard shortcuts: all of them in one list, and other keys for each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.keys import pressed_keys
from reader.gui.theme import Theme
from reader.gui.widgets.command_list import CommandList, fitting
from reader.gui.widgets.command_row import FIXED_ID, CommandRow

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class KeyField(QLineEdit):
    """Takes the keys that are pressed in it, by their place. `pressed` tells them; Delete is told as none."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(self.tr("Click here, then press the new keys"))
        self.setAccessibleName(self.tr("New keys"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what to do now."""
        super().focusInEvent(event)
        self.setPlaceholderText(self.tr("Press the new keys; Delete for none"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say how to begin."""
        super().focusOutEvent(event)
        self.setPlaceholderText(self.tr("Click here, then press the new keys"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell the keys, but for those that leave the field."""
        if event.key() in _LEAVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _EMPTYING and not event.modifiers():
            self.pressed.emit("")
        elif keys := pressed_keys(event):
            self.pressed.emit(keys)


class ShortcutsDialog(QDialog):
    """Shows rows of commands and keys. It changes none itself.

    `keys_chosen(id, keys)` asks for other keys, `usual_requested(id)` for the usual ones again, `all_usual_requested`
    for those of all. `find_owner` names who has some keys already, or nothing: such keys are refused here.
    """

    keys_chosen = Signal(str, str)
    usual_requested = Signal(str)
    all_usual_requested = Signal()

    def __init__(
        self,
        rows: Sequence[CommandRow],
        find_owner: Callable[[str, str], str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(560, 600)
        self._rows, self._find_owner = tuple(rows), find_owner
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter"))
        self.words.setClearButtonEnabled(True)
        self.list = CommandList(self.tr("Keyboard shortcuts"), theme, self)
        self.field = KeyField(self)
        self.usual = QPushButton(self.tr("Usual keys"), self)
        self.told = QLabel(self)
        self.told.setObjectName("quiet")
        self.told.setWordWrap(True)
        self._lay_out()
        self.setStyleSheet(theme.stylesheet())
        self.words.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._follow())
        self.list.itemActivated.connect(lambda _: self.field.setFocus())
        self.field.pressed.connect(self._take)
        self.usual.clicked.connect(lambda: self.usual_requested.emit(self.list.chosen))
        self._fill("")
        self._follow()
        self.list.setFocus()

    def show_rows(self, rows: Sequence[CommandRow]) -> None:
        """Show what the keys are now."""
        self._rows = tuple(rows)
        self._fill(self.words.text())

    def _lay_out(self) -> None:
        change = QHBoxLayout()
        change.setSpacing(8)
        change.addWidget(self.field, 1)
        change.addWidget(self.usual)
        buttons = QDialogButtonBox(self)
        all_usual = buttons.addButton(self.tr("Usual keys for all"), QDialogButtonBox.ButtonRole.ResetRole)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.usual, all_usual, close):
            button.setAutoDefault(False)
        all_usual.clicked.connect(self.all_usual_requested)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(change)
        column.addWidget(self.told)
        column.addWidget(buttons)

    def _fill(self, typed: str) -> None:
        self.list.show_rows(fitting(self._rows, typed))
        self._follow()

    def _follow(self) -> None:
        row = next((row for row in self._rows if row.id and row.id == self.list.chosen), None)
        is_ours = row is not None and not row.id.startswith(FIXED_ID)
        for widget in (self.field, self.usual):
            widget.setEnabled(is_ours)
        if row is None:
            self.told.clear()
        elif is_ours:
            self.told.setText(self.tr("Other keys for “%1”.").replace("%1", row.words))
        else:
            self.told.setText(self.tr("These keys are always the same."))

    def _take(self, keys: str) -> None:
        chosen = self.list.chosen
        owner = self._find_owner(chosen, keys) if keys else ""
        if owner:
            self.told.setText(self.tr("These keys belong to “%1” already.").replace("%1", owner))
        else:
            self.keys_chosen.emit(chosen, keys)
