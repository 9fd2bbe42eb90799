"""The shelf above the list: the library, smart folders, case folders and the trash, each with how much is in it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from reader.gui.formatting import Formatter
from reader.gui.panes.shelf.delegate import ROW_HEIGHT, ROW_ROLE, ShelfDelegate
from reader.gui.theme import Theme
from reader.gui.widgets.dragged import articles_in
from reader.gui.widgets.menu import Menu

MOST_ROWS = 9
"""So many rows are seen at once; with more of them the shelf scrolls."""


class Kind(StrEnum):
    """What a row of the shelf stands for."""

    LIBRARY = "library"
    SMART = "smart"
    CASE = "case"
    NEW = "new"
    TRASH = "trash"


class ShelfRow(NamedTuple):
    """A row: its kind, a folder's id, its name, and how many articles it holds, −1 while that is not known."""

    kind: Kind
    id: str
    name: str
    number: int = -1


class ShelfPane(QListWidget):
    """Shows the rows. `chosen` carries kind and id of one to be opened; the other wishes an id.

    `dropped` carries a case folder's id, nothing for a new one, and the ids of articles.
    """

    chosen = Signal(str, str)
    dropped = Signal(str, tuple)
    rename_requested = Signal(str)
    removal_requested = Signal(str)
    update_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Smart folders and projects"))
        self._formatter = formatter
        self._theme = theme
        self._delegate = ShelfDelegate(theme, formatter, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.itemClicked.connect(self._choose)
        self.hide()

    @property
    def rows(self) -> list[ShelfRow]:
        """The rows that are shown."""
        return [_row_of(self.item(at)) for at in range(self.count())]

    def show_rows(self, rows: Sequence[ShelfRow], here: tuple[str, str]) -> None:
        """Show these rows; `here` are kind and id of what the list shows."""
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.name)
            item.setData(ROW_ROLE, row)
            counted = self._formatter.number(row.number) if row.number >= 0 else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.name} {counted}".strip())
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.addItem(item)
        self.setFixedHeight(min(len(rows), MOST_ROWS) * ROW_HEIGHT + 8)
        self.show_place(here)

    def show_numbers(self, numbers: dict[str, int]) -> None:
        """Say how many articles folders hold, by their ids; the library's and the trash's by their kinds."""
        for at in range(self.count()):
            row = _row_of(self.item(at))
            self.item(at).setData(ROW_ROLE, row._replace(number=numbers.get(row.id or row.kind.value, row.number)))

    def show_place(self, here: tuple[str, str]) -> None:
        """Show which row the list is of."""
        places = [(row.kind.value, row.id) for row in self.rows]
        self.setCurrentRow(places.index(here) if here in places else -1)

    def set_look(self, theme: Theme, formatter: Formatter) -> None:
        """Take over a theme, and digits."""
        self._theme, self._formatter = theme, formatter
        self._delegate.set_look(theme, formatter)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep Delete from the window's shortcuts: in the list of articles it deletes an article."""
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if is_delete and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, rename with F2, remove with Delete."""
        item = self.currentItem()
        row = _row_of(item) if item is not None else None
        if row is None or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Delete):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            if row.id:
                self.rename_requested.emit(row.id)
        elif event.key() == Qt.Key.Key_Delete:
            if row.id:
                self.removal_requested.emit(row.id)
        else:
            self.chosen.emit(row.kind.value, row.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles."""
        if articles_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the case folder under the mouse."""
        row = self._row_at(event.position().toPoint())
        if row is not None and row.kind in (Kind.CASE, Kind.NEW):
            self._delegate.target = row.id or row.kind.value
            event.acceptProposedAction()
        else:
            self._delegate.target = ""
            event.ignore()
        self.viewport().update()

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Let go of it."""
        self._delegate.target = ""
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped on a case folder."""
        self._delegate.target = ""
        row = self._row_at(event.position().toPoint())
        if row is not None and row.kind in (Kind.CASE, Kind.NEW):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(row.id, articles_in(event.mimeData()))
        self.viewport().update()

    def menu_for(self, row: ShelfRow) -> Menu:
        """Return what can be done with a folder."""
        menu = Menu(self)
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename_requested.emit(row.id))
        if row.kind is Kind.SMART:
            entry = menu.addAction(self.tr("Ask what the list shows now"))
            entry.triggered.connect(lambda: self.update_requested.emit(row.id))
        else:
            menu.addAction(self.tr("Export…")).triggered.connect(lambda: self.export_requested.emit(row.id))
        menu.addSeparator()
        menu.addAction(self.tr("Delete", "folder")).triggered.connect(lambda: self.removal_requested.emit(row.id))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        row = self._row_at(at)
        if row is not None and row.id:
            menu = self.menu_for(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _row_at(self, at: QPoint) -> ShelfRow | None:
        item = self.itemAt(at)
        return _row_of(item) if item is not None else None

    def _choose(self, item: QListWidgetItem) -> None:
        row = _row_of(item)
        self.chosen.emit(row.kind.value, row.id)


def _row_of(item: QListWidgetItem) -> ShelfRow:
    row: ShelfRow = item.data(ROW_ROLE)
    return ShelfRow(*row)
