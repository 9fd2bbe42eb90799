"""The article list's rows, fetched from the library a page at a time."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt, QTimer, Signal

from reader.catalogue.query import Query, Row, Sort, Start
from reader.collections.state import Reading
from reader.gui.formatting import Formatter
from reader.gui.widgets.paged_model import NOWHERE, PAGE, Index, PagedModel
from reader.library import Library

if TYPE_CHECKING:
    from reader.searching import FoundArticle, FoundPassage

FIRST_PAGE = 60
"""How many rows the first frame waits for: more than any screen shows."""

ABOVE = 40
"""How many rows are fetched above one that was not scrolled to: more than any screen shows."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PASSAGE_ROLE = Qt.ItemDataRole.UserRole + 2


class ArticlesModel(PagedModel[Row]):
    """Shows what one query finds, or what a search found.

    `asked`: it shows something else now. While a search is shown, `search_wanted` says that it is to be asked again,
    and `more_wanted` for what lies behind so many rows.
    """

    asked = Signal()
    search_wanted = Signal()
    more_wanted = Signal(int)

    def __init__(self, library: Library, formatter: Formatter, parent: QObject | None = None) -> None:
        super().__init__(self.rows_from, parent)
        self._library = library
        self._formatter = formatter
        self._query = Query()
        self._start: Start | None = None
        self._passages: dict[str, FoundPassage] | None = None
        self._missing: frozenset[str] = frozenset()
        self._is_refreshing = self._is_stale = False
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)

    @property
    def is_searching(self) -> bool:
        """Whether what a search found is shown, row by row with an excerpt."""
        return self._passages is not None

    @property
    def query(self) -> Query:
        """What the list asks."""
        return self._query

    def rows_from(self, offset: int, size: int) -> Sequence[Row]:
        """Return a page of what the query finds."""
        return self._library.rows(self._query, offset, size, self._start)

    @property
    def is_cut(self) -> bool:
        """Whether there are rows above those that were fetched."""
        return self._start is not None

    def load(self) -> None:
        """Fetch the first page of the list."""
        self._counting.stop()
        self._start = None
        total = self._library.count(self._query)
        self.show_rows(self.rows_from(0, FIRST_PAGE), total)
        self.counted.emit(total)

    def reach(self, article: str) -> bool:
        """Fetch the rows round an article instead of those that are there, and say whether that was needed.

        In a list of 100,000 all rows from its top on would take a second.
        """
        place = None
        if not self.is_searching and self.row_of(article) < 0:
            place = self._library.standing(self._query, article)
        if place is not None:
            self._start = self._library.above(self._query, place, ABOVE)
            self.show_rows(self.rows_from(0, ABOVE + FIRST_PAGE), self._total)
        return place is not None

    def fetch_above(self) -> None:
        """Fetch a page of the rows above those that are there."""
        if self._start is not None:
            self._start = self._library.above(self._query, self._start, PAGE)
            known = {row.id for row in self._rows}
            self.prepend(list(takewhile(lambda row: row.id not in known, self.rows_from(0, PAGE))))

    def show(self, query: Query) -> None:
        """Ask something else."""
        if query != self._query:
            self._query = query
            if self.is_searching:
                self.search_wanted.emit()
            else:
                self.load()
            self.asked.emit()

    def show_found(self, words: str, found: "Sequence[FoundArticle]") -> None:
        """Show what a search for some words found first; `count_found` says how many there are."""
        self._query = replace(self._query, words=words)
        self._passages = _first_passages(found)
        self._start = None
        self._counting.stop()
        self.show_rows((each.row for each in found), len(found))

    def add_found(self, found: "Sequence[FoundArticle]") -> None:
        """Show what a search found behind the rows that are there."""
        known = {row.id for row in self._rows}
        rows = [each.row for each in found if each.row.id not in known]
        if self._passages is not None:
            self._passages |= _first_passages(found)
        self.append(rows if self._passages is not None else ())

    def count_found(self, total: int) -> None:
        """Take over how many articles a search found."""
        self._total = max(total, len(self._rows))
        self.counted.emit(total)

    def end_search(self) -> None:
        """Show the list again."""
        if self.is_searching:
            self._passages = None
            self._query = replace(self._query, words="")
            self.load()

    def refresh(self) -> None:
        """Take over what changed in the library, with as few moves as can be, so that nothing jumps under the mouse.

        What is told of a move may open another article, which changes the library too: that is taken over afterwards.
        """
        self._is_stale = True
        if self._is_refreshing:
            return
        self._is_refreshing = True
        try:
            while self._is_stale:
                self._is_stale = False
                self._refresh()
        finally:
            self._is_refreshing = False

    def show_missing(self, articles: frozenset[str]) -> None:
        """Mark the rows of articles of which there is no text, and no others."""
        if articles != self._missing:
            self._missing = articles
            self.show_again()

    def is_missing(self, row: Row) -> bool:
        """Say whether there is no text of a row's article."""
        return row.id in self._missing

    def title_of(self, article: str) -> str:
        """Return the title in an article's row, nothing where that is not loaded."""
        return next((row.title for row in self._rows if row.id == article), "")

    def opened_last(self) -> str:
        """Return the article that was opened last, else the list's first, and nothing where there is none."""
        found = self._library.rows(Query(sort=Sort.OPENED, descending=True), 0, 1)
        if found and self._library.state(found[0].id).opened:
            return found[0].id
        return next((row.id for row in self._library.rows(self._query, 0, 1)), "")

    def close(self) -> None:
        """Ask the library nothing more."""
        self._counting.stop()

    def _refresh(self) -> None:
        if self.is_searching:
            self.search_wanted.emit()
            return
        before = [row.id for row in self._rows]
        rows = list(self.rows_from(0, max(FIRST_PAGE, len(self._rows))))
        if not rows and self.is_cut:
            self.load()
            return
        self._is_at_end = False
        kept = {row.id for row in rows}
        self._remove_all_but(kept)
        known = {row.id for row in self._rows}
        if [row.id for row in rows if row.id in known] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._take_in(rows)
        if [row.id for row in rows] == before:
            self._counting.start()  # once the frame stands: of many articles it takes as long as a frame
        else:
            self._count()

    def set_formatter(self, formatter: Formatter) -> None:
        """Write dates and counts another way."""
        self._formatter = formatter
        self.show_again()

    def article_at(self, at: int) -> str:
        """Return the id of a row's article, or nothing."""
        return self._rows[at].id if 0 <= at < len(self._rows) else ""

    def neighbour(self, article: str, way: int) -> str:
        """Return the article `way` rows below another one, loading its row if need be; nothing at the list's ends."""
        at = self.row_of(article)
        if at + way >= len(self._rows):
            self.fetchMore(NOWHERE)
        elif at + way < 0 <= at:
            self.fetch_above()
            at = self.row_of(article)
        return self.article_at(at + way) if at >= 0 else ""

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the loaded rows of these articles."""
        wanted = set(ids)
        return [row for row in self._rows if row.id in wanted]

    def fetchMore(self, parent: Index) -> None:
        """Load the next page; what a search found comes when somebody has looked for it."""
        if self.is_searching and self.canFetchMore(parent):
            self.more_wanted.emit(len(self._rows))
        else:
            super().fetchMore(parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged to a case folder."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the articles of rows that are dragged."""
        from reader.gui.widgets.dragged import dragged

        return dragged([self.article_at(index.row()) for index in indexes])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, its words for a screen reader, or the row itself for ROW_ROLE."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        passage = self._passages.get(row.id) if self._passages is not None else None
        if role == PASSAGE_ROLE:
            return passage
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            excerpt = passage.text if passage is not None else ""
            state = self._formatter.state(row.reading)
            if row.reading is Reading.READING and row.progress:
                state = f"{state} {self._formatter.percent(row.progress)}"
            return "\n".join(part for part in (row.title, excerpt, *self.facts(row), state) if part)
        return None

    def facts(self, row: Row) -> tuple[str, ...]:
        """Return what stands below a row's title: source, date, reading time and tags, as many as are known.

        Of an article without a text that comes first.
        """
        digits = self._formatter.digits_beside(row.digits)
        facts = (
            self.tr("The text is missing") if self.is_missing(row) else "",
            row.source,
            self._formatter.date(row.published, digits, short=True, language=row.language),
            self._formatter.reading_time(row.words, row.language, digits),
            *(f"#{tag}" for tag in row.tags),
        )
        return tuple(fact for fact in facts if fact)

    def _remove_all_but(self, kept: AbstractSet[str]) -> None:
        """Remove rows, those that stand together in one go: an import moves a hundred, and views ask at each go."""
        end = len(self._rows)
        while end:
            start = end - 1
            is_kept = self._rows[start].id in kept
            while start and (self._rows[start - 1].id in kept) == is_kept:
                start -= 1
            if not is_kept:
                self.beginRemoveRows(NOWHERE, start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            end = start

    def _take_in(self, rows: list[Row]) -> None:
        """Put new rows in their places, those that stand together in one go, and say which of the others changed.

        The order of the old ones is the same.
        """
        known = {row.id for row in self._rows}
        at = 0
        while at < len(rows):
            end = at
            while end < len(rows) and rows[end].id not in known:
                end += 1
            if end > at:
                self.beginInsertRows(NOWHERE, at, end - 1)
                self._rows[at:at] = rows[at:end]
                self.endInsertRows()
            elif self._rows[at] != rows[at]:
                self._rows[at] = rows[at]
                self.dataChanged.emit(self.index(at), self.index(at))
            at = max(end, at + 1)

    def _count(self) -> None:
        self._counting.stop()
        self._total = self._library.count(self._query)
        self.counted.emit(self._total)


def _first_passages(found: "Sequence[FoundArticle]") -> "dict[str, FoundPassage]":
    return {each.row.id: each.passages[0] for each in found if each.passages}
