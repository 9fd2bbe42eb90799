"""Rows of a list, fetched a page at a time as they are scrolled to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

PAGE = 200
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Row(Protocol):
    """What a row shows: a value with a name of its own."""

    @property
    def id(self) -> str:
        """What it is told apart by."""


R = TypeVar("R", bound=Row)


class PagedModel(QAbstractListModel, Generic[R]):
    """Holds the rows that were fetched so far. `counted` says how many there are in all, fetched or not.

    `rows_from` gives a page of rows from an offset, of at most so many. Who makes a list of it says in `data` what is
    shown of a row.
    """

    counted = Signal(int)

    def __init__(self, rows_from: Callable[[int, int], Sequence[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows_from = rows_from
        self._rows: list[R] = []
        self._total = 0
        self._is_at_end = False

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self._total

    def row(self, index: Index) -> R | None:
        """Return what a row shows."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def row_of(self, name: str) -> int:
        """Return where something stands among the rows fetched so far; −1 for one that is not there."""
        return next((at for at, row in enumerate(self._rows) if row.id == name), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows were fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there are more than those fetched."""
        return not parent.isValid() and not self._is_at_end and len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page."""
        if self.canFetchMore(parent):
            self.append(self._rows_from(len(self._rows), PAGE))

    def append(self, rows: Sequence[R]) -> None:
        """Show more rows below those that are there; none means that there are no more."""
        if not rows:
            self._is_at_end = True
            return
        self.beginInsertRows(NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def prepend(self, rows: Sequence[R]) -> None:
        """Show more rows above those that are there."""
        if rows:
            self.beginInsertRows(NOWHERE, 0, len(rows) - 1)
            self._rows[:0] = rows
            self.endInsertRows()

    def show_rows(self, rows: Iterable[R], total: int) -> None:
        """Show these rows, of so many in all, and no others."""
        self.beginResetModel()
        self._rows, self._total, self._is_at_end = list(rows), total, False
        self.endResetModel()

    def show_again(self) -> None:
        """Have all rows drawn anew: what they show is written another way now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
