"""What a field of text may be filled with, in a list that hangs below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from reader.gui.theme import Theme
from reader.gui.widgets.command_list import CommandList
from reader.gui.widgets.command_row import CommandRow
from reader.gui.widgets.shadow import Shadow

GAP, EDGE, PADDING = 4, 8, 8
LEAST_WIDTH, MOST_HEIGHT = 320, 360
"""px"""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Suggestions(QFrame):
    """Hangs below a field, which keeps the keyboard, until a row is chosen, Esc is pressed or the keyboard goes.

    `chosen` carries the id of a row. While no row is stepped to, Enter is the field's own, and Tab takes the first.
    """

    chosen = Signal(str)

    def __init__(self, name: str, theme: Theme, field: QLineEdit) -> None:
        window = field.window()
        super().__init__(window)
        self.setObjectName("popover")
        self.setAccessibleName(name)
        self._field, self._over = field, window
        self._shadow = Shadow(theme, window)
        self.list = CommandList(name, theme, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(self.list)
        self.list.itemClicked.connect(lambda _: self._choose())
        field.installEventFilter(self)
        self.hide()

    def show_rows(self, rows: Sequence[CommandRow], *, first: bool = False) -> None:
        """Offer these; nothing closes the list. `first` steps to the first of them."""
        if not rows:
            self.dismiss()
            return
        self.list.setCurrentRow(-1)
        self.list.show_rows(rows)
        if not first:
            self.list.setCurrentRow(-1)
        self._fit()
        self.show()
        self._shadow.show()
        self._shadow.raise_()
        self.raise_()

    def dismiss(self) -> None:
        """Close."""
        self.hide()
        self._shadow.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's keys move in the list; close when the keyboard goes elsewhere in the window."""
        if self.isHidden():
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if event.type() is QEvent.Type.FocusOut and self._over.isActiveWindow():
            self.dismiss()
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._fit()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _CHOOSING and (self.list.chosen or key == Qt.Key.Key_Tab):
            if not self.list.chosen:
                self.list.step(1)
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _fit(self) -> None:
        """Hang below the field, as wide as it is or wider, wholly inside the window."""
        field, window = self._field, self._over
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        below = field.mapTo(window, QPoint(0, field.height() + GAP))
        width = min(max(field.width(), LEAST_WIDTH), window.width() - 2 * EDGE)
        height = min(rows + 2 * PADDING + 2, MOST_HEIGHT, window.height() - below.y() - EDGE)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = below.x() + field.width() - width if is_rtl else below.x()
        self.setGeometry(min(max(x, EDGE), window.width() - width - EDGE), below.y(), width, height)
        self._shadow.surround(self, radius=10)

    def _choose(self) -> None:
        chosen = self.list.chosen
        if chosen:
            self.dismiss()
            self.chosen.emit(chosen)
