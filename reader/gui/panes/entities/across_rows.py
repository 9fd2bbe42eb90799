"""What stands in all articles, row by row: who is mentioned beside, and each article with its passages."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.across import Appearance, Appearances, Passage
from reader.catalogue.names import Companion
from reader.gui.formatting import Formatter

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Head:
    """The title of a group."""

    words: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Someone who stands in the same articles."""

    companion: Companion


@dataclass(frozen=True, slots=True)
class Title:
    """An article, above its passages."""

    appearance: Appearance


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of an article."""

    appearance: Appearance
    passage: Passage


Row = Head | Beside | Title | Excerpt


class AcrossModel(QAbstractListModel):
    """Shows Appearances."""

    def __init__(self, formatter: Formatter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.formatter = formatter
        self._rows: list[Row] = []

    def show(self, found: Appearances | None) -> None:
        """Show what was found; None for nothing yet."""
        self.beginResetModel()
        self._rows = []
        if found is not None:
            if found.companions:
                self._rows.append(Head(self.tr("Mentioned together with")))
                self._rows += [Beside(each) for each in found.companions]
            self._rows.append(Head(self.formatter.counted(self.tr("In %n article(s)", "", found.articles))))
            for each in found.shown:
                self._rows.append(Title(each))
                self._rows += [Excerpt(each, passage) for passage in each.passages]
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return what a row is about."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def meta(self, each: Appearance) -> str:
        """Return an article's source and day, without what is not known."""
        date = self.formatter.date(each.published, self.formatter.digits_beside("latin"), short=True)
        return self.formatter.line(each.source, date)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard pass over the heads."""
        if isinstance(self.row(index), Head):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the row itself."""
        row = self.row(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole and row is not None:
            return self._words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Beside):
            count = self.formatter.counted(self.tr("In %n article(s)", "", row.companion.articles))
            return f"{row.companion.name}, {count}"
        return None

    def _words(self, row: Row) -> str:
        match row:
            case Head(words):
                return words
            case Beside(companion):
                return companion.name
            case Title(appearance):
                return appearance.title
            case Excerpt(_, passage):
                return passage.text
