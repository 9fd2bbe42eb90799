"""What narrows and orders the annotations: one menu of filters, one of orders."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from reader.annotations.highlight import COLOURS, Status
from reader.catalogue.marks import MarkQuery, MarkSort
from reader.gui.widgets.menu import Menu

TAGS_OFFERED = 30

Offer = Callable[[], tuple[Sequence[tuple[str, int]], Sequence[tuple[str, str, int]]]]
"""Returns the tags with how many have each, and key, name and number of the people and places."""


class AnnotationFilters(Menu):
    """`changed` carries the query, narrowed otherwise. What there is to choose from is asked when the menu opens."""

    changed = Signal(object)

    def __init__(self, offer: Offer, colour_words: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(self.tr("Filter"), parent)
        self._offer, self._colour_words = offer, colour_words
        self.query = MarkQuery()
        self._names: dict[str, str] = {}
        self.aboutToShow.connect(self._fill)

    def words_of(self, query: MarkQuery) -> str:
        """Return what a query is narrowed to, in words; nothing for one that is not."""
        parts = [self._colour_words(query.colour) if query.colour else "", f"#{query.tag}" if query.tag else ""]
        parts += [self._names.get(query.key, ""), self._status_words().get(query.status, "") if query.status else ""]
        parts += [self.tr("With a note") if query.with_note else "", self._day_words().get(_days(query.since), "")]
        return " · ".join(f"\u2068{part}\u2069" for part in parts if part)

    def plain(self, query: MarkQuery) -> MarkQuery:
        """Return a query without these filters."""
        return replace(query, colour="", tag="", key="", since="", status=None, with_note=False)

    def _fill(self) -> None:
        self.clear()
        tags, names = self._offer()
        self._names |= {key: name for key, name, _ in names}
        entry = self.addAction(self.tr("All"))
        entry.triggered.connect(lambda: self.changed.emit(self.plain(self.query)))
        self.addSeparator()
        self._add(self.tr("Colour"), "colour", [(colour, self._colour_words(colour)) for colour in COLOURS])
        self._add(self.tr("Tag"), "tag", [(tag, f"#{tag} ({count})") for tag, count in tags[:TAGS_OFFERED]])
        self._add(self.tr("Person or place"), "key", [(key, f"{name} ({count})") for key, name, count in names])
        today = datetime.now(UTC)
        days = [((today - timedelta(days=number)).date().isoformat(), words) for number, words in self._days()]
        self._add(self.tr("Date"), "since", days)
        self._add(self.tr("State"), "status", list(self._status_words().items()))
        only = self.addAction(self.tr("With a note"))
        only.setCheckable(True)
        only.setChecked(self.query.with_note)
        only.triggered.connect(lambda on: self.changed.emit(replace(self.query, with_note=on)))

    def _add(self, words: str, field: str, choices: Sequence[tuple[object, str]]) -> None:
        menu = Menu(words, self)
        group = QActionGroup(menu)
        for value, label in choices:
            entry = QAction(label.replace("&", "&&"), menu)
            entry.setCheckable(True)
            entry.setChecked(getattr(self.query, field) == value)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, value=value: self._choose(field, value))
            menu.addAction(entry)
        menu.setEnabled(bool(choices))
        self.addMenu(menu)

    def _choose(self, field: str, value: object) -> None:
        """Narrow to a value; one that is chosen already is let go."""
        empty = None if field == "status" else ""
        chosen = empty if getattr(self.query, field) == value else value
        self.changed.emit(replace(self.query, **{field: chosen}))  # type: ignore[arg-type]

    def _status_words(self) -> dict[Status, str]:
        return {
            Status.FIXED: self.tr("In place"),
            Status.APPROXIMATE: self.tr("Approximate place"),
            Status.ORPHAN: self.tr("Without a place"),
        }

    def _days(self) -> list[tuple[int, str]]:
        return [(0, self.tr("Today")), (7, self.tr("Last 7 days")), (30, self.tr("Last 30 days"))]

    def _day_words(self) -> dict[int, str]:
        return dict(self._days())


class AnnotationOrders(Menu):
    """The orders, one of which is chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Sort by"), parent)
        group = QActionGroup(self)
        for each, words in (
            (MarkSort.PLACE, self.tr("Place in the article")),
            (MarkSort.CREATED, self.tr("Newest first")),
            (MarkSort.MODIFIED, self.tr("Last changed")),
            (MarkSort.COLOUR, self.tr("Colour")),
        ):
            entry = self.addAction(words)
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.setChecked(each is MarkSort.PLACE)
            entry.triggered.connect(lambda _=False, each=each: self.chosen.emit(each))


def _days(since: str) -> int:
    """Return how many days ago a date was; −1 for none."""
    if not since:
        return -1
    return (datetime.now(UTC).date() - datetime.fromisoformat(since).date()).days
