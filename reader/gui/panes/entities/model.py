"""The pane's rows as a list that Qt and screen readers know."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.entities.entity import Entity, Kind
from reader.gui.panes.entities.rows import FOLDED_AT_FIRST, ORDER, Head, More, Named, Row, rows_of
from reader.settings import Settings
from reader.text.digits import Digits, convert

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class EntitiesModel(QAbstractListModel):
    """Shows the people, places and organisations of one article, in groups that fold."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._entities: Sequence[Entity] = ()
        self._length = 0
        self._unfolded: dict[Kind, bool] = {}  # as the reader left each group, in whichever article
        self._whole: set[Kind] = set()
        self._rows: list[Row] = []

    def show(self, entities: Sequence[Entity], length: int, *, is_same: bool = False) -> None:
        """Show other entities, of an article of `length` code points; of the same one all groups stay as they are."""
        self._entities, self._length = entities, length
        if not is_same:
            self._whole.clear()
        self._remake()

    def show_settings(self, settings: Settings) -> None:
        """Take over the digits of choice."""
        self._settings = settings
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def toggle(self, kind: Kind) -> None:
        """Fold a group, or unfold it."""
        self._unfolded[kind] = kind not in self._unfolded_kinds()
        self._remake()

    def show_all(self, kind: Kind) -> None:
        """Show a group to its end."""
        self._whole.add(kind)
        self._remake()

    def unfold_to(self, key: str) -> int:
        """Return the row of an entity, unfolding and showing what hides it; -1 when it is not there."""
        kind = next((entity.kind for entity in self._entities if entity.key == key), None)
        if kind is None:
            return -1
        if self.row_of(key) < 0:
            self._unfolded[kind] = True
            self._whole.add(kind)
            self._remake()
        return self.row_of(key)

    def row_of(self, key: str) -> int:
        """Return the row that shows an entity now, or -1."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, Named) and row.entity.key == key), -1)

    def row(self, index: Index) -> Row | None:
        """Return what a row shows."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def number(self, number: int) -> str:
        """Return a count in the digits of choice."""
        return convert(str(number), Digits(self._settings.count_digits))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the row itself."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Named):
            return "\n".join(filter(None, (row.entity.name, row.entity.role)))
        return None

    def words_of(self, row: Row) -> str:
        """Return what stands in a row."""
        if isinstance(row, Head):
            return self._group(row.kind)
        if isinstance(row, More):
            return self.tr("Show all (%1)").replace("%1", self.number(row.hidden))
        return row.entity.name

    def _spoken(self, row: Row) -> str:
        if isinstance(row, Head):
            folded = self.tr("folded") if row.is_folded else self.tr("unfolded")
            return f"{self._group(row.kind)}, {self.number(row.count)}, {folded}"
        if isinstance(row, Named):
            count = len(row.entity.mentions)
            places = convert(self.tr("mentioned in %n place(s)", "", count), Digits(self._settings.count_digits))
            return ", ".join(filter(None, (row.entity.name, row.entity.role, places)))
        return self.words_of(row)

    def _group(self, kind: Kind) -> str:
        match kind:
            case Kind.PERSON:
                return self.tr("People")
            case Kind.PLACE:
                return self.tr("Places")
            case Kind.ORGANISATION:
                return self.tr("Organisations")

    def _unfolded_kinds(self) -> set[Kind]:
        there = {entity.kind for entity in self._entities}
        usual = set(ORDER) if there <= FOLDED_AT_FIRST else set(ORDER) - FOLDED_AT_FIRST
        return {kind for kind in ORDER if self._unfolded.get(kind, kind in usual)}

    def _remake(self) -> None:
        self.beginResetModel()
        self._rows = rows_of(self._entities, self._length, self._unfolded_kinds(), self._whole)
        self.endResetModel()
