"""A list of rows that are all as high: chosen with mouse and keyboard, several at once."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.gui.widgets.viewport import known_viewport


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands: chosen, under the mouse, under the keyboard's focus."""

    is_chosen: bool = False
    is_hovered: bool = False
    is_focused: bool = False


class RowList(QListView):
    """The rows. `opened` says that the reader wants what is current, not only to choose it."""

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = known_viewport(self)
        self._hovered = -1
        self._shows_focus = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)

    def state_of(self, index: QModelIndex | QPersistentModelIndex) -> RowState:
        """Return how a row stands. The focus is shown to who came by keyboard."""
        row = index.row()
        return RowState(
            is_chosen=self.selectionModel().isRowSelected(row),
            is_hovered=row == self._hovered,
            is_focused=self._shows_focus and row == self.currentIndex().row(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is current in sight where something takes room above the rows or below them."""
        current = self.currentIndex()
        before = QRect(QPoint(), event.oldSize())
        was_seen = current.isValid() and before.contains(self.visualRect(current).center())
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Let the mouse go."""
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to who came by keyboard."""
        super().focusInEvent(event)
        self._shows_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus any more."""
        super().focusOutEvent(event)
        self._shows_focus = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        self._shows_focus = True
        if not self.answer_key(event):
            super().keyPressEvent(event)

    def answer_key(self, _event: QKeyEvent) -> bool:
        """Do what a key means in this list, and say whether it means anything."""
        return False

    def _hover(self, row: int) -> None:
        for changed in {self._hovered, row} if row != self._hovered else ():
            self.update(self.model().index(changed, 0))
        self._hovered = row
