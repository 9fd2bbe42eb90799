"""The rows of the annotations pane, fetched from the library a page at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from reader.annotations.highlight import Status
from reader.catalogue.marks import MarkQuery, MarkRow
from reader.errors import ReaderError
from reader.gui.formatting import Formatter
from reader.gui.widgets.paged_model import PAGE, Index, PagedModel
from reader.library import Library
from reader.text.digits import used_in

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class AnnotationsModel(PagedModel[MarkRow]):
    """Shows what one query finds. `failed` says what is wrong with the index."""

    failed = Signal(object)

    def __init__(self, library: Library, formatter: Formatter, parent: QObject | None = None) -> None:
        super().__init__(self.rows_from, parent)
        self._library = library
        self._formatter = formatter
        self._query = MarkQuery()

    @property
    def query(self) -> MarkQuery:
        """What the pane asks."""
        return self._query

    def rows_from(self, offset: int, size: int) -> Sequence[MarkRow]:
        """Return a page of what the query finds."""
        return self._library.annotating.rows(self._query, offset, size)

    def show(self, query: MarkQuery) -> None:
        """Ask something else."""
        self._query = query
        self._load(PAGE)

    def refresh(self) -> None:
        """Take over what changed. The same rows in the same order keep the list where it is."""
        before = [row.id for row in self._rows]
        rows, total = self._ask(max(PAGE, len(self._rows)))
        if [row.id for row in rows] == before:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows, self._total, self._is_at_end = list(rows), total, False
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
        else:
            self._reset(rows, total)

    def set_formatter(self, formatter: Formatter) -> None:
        """Write dates another way."""
        self._formatter = formatter
        self.show_again()

    def facts(self, row: MarkRow) -> tuple[str, ...]:
        """Return what stands below a row: its state where that is to be looked at, when it was made, its article."""
        digits = self._formatter.digits_beside(used_in(row.quote or row.note).value)
        made = self._formatter.date((row.removed or row.created)[:10], digits, short=True)
        title = row.title if not self._query.article else ""
        return tuple(fact for fact in (self.state(row), made, title) if fact)

    def state(self, row: MarkRow) -> str:
        """Return what is to be said of a row's place."""
        match row.status:
            case Status.APPROXIMATE:
                return self.tr("Approximate place")
            case Status.ORPHAN:
                return self.tr("Without a place")
            case _:
                return "" if row.quote else self.tr("Note on the article")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's passage, its words for a screen reader, or the row itself for ROW_ROLE."""
        row = self.row(index) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote or row.note
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(part for part in (row.quote, row.note, *row.tags, *self.facts(row)) if part)
        return None

    def _load(self, size: int) -> None:
        self._reset(*self._ask(size))

    def _reset(self, rows: Sequence[MarkRow], total: int) -> None:
        self.show_rows(rows, total)
        self.counted.emit(total)

    def _ask(self, size: int) -> tuple[Sequence[MarkRow], int]:
        try:
            return self.rows_from(0, size), self._library.annotating.count(self._query)
        except ReaderError as error:
            self.failed.emit(error)
            return [], 0
