"""What narrows and orders the list: the two menus of its head. What a filter narrows to is shown as a chip."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from reader.catalogue.choices import Choices
from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading
from reader.entities.entity import Kind
from reader.gui.panes.articles.chips import Chip
from reader.gui.widgets.menu import Menu

RECENT = (1, 7, 30, 365)
"""Days back that are offered."""


class Filter(StrEnum):
    """What the list can be narrowed to with one click. ALL is all but the trash."""

    ALL = "all"
    UNREAD = "unread"
    READING = "reading"
    READ = "read"
    STARRED = "starred"
    MARKED = "marked"
    NOTED = "noted"
    ARCHIVED = "archived"
    TRASH = "trash"


def plain(query: Query) -> Query:
    """Return a query for everything, with the words and the order of another."""
    return Query(words=query.words, sort=query.sort, descending=query.descending)


def is_narrowed(query: Query) -> bool:
    """Say whether a query asks for less than everything, whatever its words and its order."""
    return query != plain(query)


def toggled(query: Query, chosen: Filter) -> Query:
    """Return a query with a filter more, or without it where it had it. ALL and TRASH leave all others."""
    match chosen:
        case Filter.ALL:
            return plain(query)
        case Filter.TRASH:
            return replace(plain(query), trashed=True)
        case Filter.UNREAD | Filter.READING | Filter.READ:
            reading = Reading(chosen.value)
            return replace(query, reading=None if query.reading is reading else reading)
        case Filter.ARCHIVED:
            return replace(query, archived=None if query.archived else True)
        case Filter.STARRED | Filter.MARKED | Filter.NOTED:
            return replace(query, **{chosen.value: not getattr(query, chosen.value)})  # type: ignore[arg-type]


def has(query: Query, chosen: Filter) -> bool:
    """Say whether a query has a filter."""
    match chosen:
        case Filter.ALL:
            return not is_narrowed(query)
        case Filter.UNREAD | Filter.READING | Filter.READ:
            return query.reading is not None and query.reading.value == chosen.value
        case Filter.TRASH:
            return query.trashed
        case _:
            return getattr(query, chosen.value) is True


def without(query: Query, field: str, value: object) -> Query:
    """Return a query without one of the things it is narrowed to."""
    now = getattr(query, field)
    left: Any = tuple(each for each in now if each != value) if isinstance(now, tuple) else getattr(Query(), field)
    return replace(query, **{field: left})


def with_value(query: Query, field: str, value: object) -> Query:
    """Return a query narrowed to a value, too; a field that holds several keeps the others."""
    now = getattr(query, field)
    values: Any = (*(each for each in now if each != value), value) if isinstance(now, tuple) else value
    return replace(query, **{field: values})


class FilterMenu(Menu):
    """`changed` carries the query, narrowed otherwise; `keeping_requested`: it is to become a smart folder.

    `wanted` asks for what there is to choose from, which comes with `offer` while the menu is open.
    """

    changed = Signal(object)
    wanted = Signal()
    keeping_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Filter"), parent)
        self.query = Query()
        self._names: dict[str, str] = {}
        self._words = {
            Filter.ALL: self.tr("Library"),
            Filter.UNREAD: self.tr("Unread"),
            Filter.READING: self.tr("In progress"),
            Filter.READ: self.tr("Read"),
            Filter.STARRED: self.tr("Starred"),
            Filter.MARKED: self.tr("With highlights or notes"),
            Filter.NOTED: self.tr("With notes"),
            Filter.ARCHIVED: self.tr("Archived"),
            Filter.TRASH: self.tr("Trash"),
        }
        self._entries = {each: self._entry(each) for each in (*Filter,)[:-1]}
        self.insertSeparator(self._entries[Filter.UNREAD])
        self.insertSeparator(self._entries[Filter.STARRED])
        self.addSeparator()
        self._fields = {
            "tags": self.tr("Tag"),
            "source": self.tr("Source"),
            **{kind.value: words for kind, words in self._kinds().items()},
            "days": self.tr("Date"),
            "language": self.tr("Language"),
        }
        self._menus = {field: Menu(words, self) for field, words in self._fields.items()}
        for menu in self._menus.values():
            self.addMenu(menu)
        self.addSeparator()
        self._keep = self.addAction(self.tr("Keep as a smart folder…"))
        self._keep.triggered.connect(self.keeping_requested)
        self._entries[Filter.TRASH] = self._entry(Filter.TRASH)
        self.insertSeparator(self._entries[Filter.TRASH])
        self.offer(Choices())

    def prepare(self, query: Query) -> None:
        """Say what a query asks, and ask for what there is to choose from; the menu is about to be shown."""
        self.query = query
        for each, entry in self._entries.items():
            entry.setChecked(has(self.query, each))
        self._keep.setEnabled(is_narrowed(self.query) or bool(self.query.words))
        self.wanted.emit()

    def choose(self, chosen: Filter) -> None:
        """Do what a click on a filter does."""
        self._entries[chosen].trigger()

    def choose_value(self, field: str, value: object) -> None:
        """Narrow to a value of a field of the query, or no longer where it is narrowed to it."""
        now = getattr(self.query, field)
        is_there = value in now if isinstance(now, tuple) else value == now
        self.changed.emit((without if is_there else with_value)(self.query, field, value))

    def offer(self, choices: Choices) -> None:
        """Take over what there is to choose from."""
        self._fill("tags", "tags", [(tag, f"#{tag}", number) for tag, number in choices.tags])
        self._fill("source", "source", [(source, source, number) for source, number in choices.sources])
        languages = [(each, _language(each), number) for each, number in choices.languages]
        self._fill("language", "language", languages)
        for kind, names in choices.names:
            self._names |= {key: name for key, name, _ in names}
            self._fill(kind.value, "keys", names)
        self._fill("days", "days", [(days, self._days(days), 0) for days in RECENT])
        if choices.years:
            self._menus["days"].addSeparator()
        self._fill("days", "year", [(year, year, number) for year, number in choices.years], is_more=True)
        for kind in Kind:
            self._menus[kind.value].setEnabled(any(each is kind and names for each, names in choices.names))

    def show_names(self, names: dict[str, str]) -> None:
        """Learn what people, places and organisations are called."""
        self._names |= names

    def chips_of(self, query: Query) -> list[Chip]:
        """Return what a query is narrowed to, a chip each; where it looks (the trash, a case folder) is none."""
        one = [each for each in self._words if each not in (Filter.ALL, Filter.TRASH) and has(query, each)]
        chips = [Chip("", self._words[each], (_field_of(each), None)) for each in one]
        chips += [Chip("", f"#{tag}", ("tags", tag)) for tag in query.tags]
        chips += [Chip(self._fields["source"], query.source, ("source", None))] if query.source else []
        for key in query.keys:
            kind = Kind(key.partition(":")[0])
            chips.append(Chip(self._kinds()[kind], self._names.get(key, key.partition(":")[2]), ("keys", key)))
        chips += [Chip("", self._days(query.days), ("days", None))] if query.days else []
        chips += [Chip(self._fields["days"], query.year, ("year", None))] if query.year else []
        chips += [Chip("", _language(query.language), ("language", None))] if query.language else []
        return chips

    def _entry(self, each: Filter) -> QAction:
        entry = self.addAction(self._words[each])
        entry.setCheckable(True)
        entry.triggered.connect(lambda: self.changed.emit(toggled(self.query, each)))
        return entry

    def _fill(
        self, name: str, field: str, offered: Sequence[tuple[object, str, int]], *, is_more: bool = False
    ) -> None:
        menu = self._menus[name]
        if not is_more:
            menu.clear()
        now = getattr(self.query, field)
        for value, words, number in offered:
            count = f"  {number}" if number else ""
            entry = menu.addAction(f"\u2068{words}\u2069{count}".replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(value in now if isinstance(now, tuple) else value == now)
            entry.triggered.connect(lambda _=False, value=value: self.choose_value(field, value))
        menu.setEnabled(not menu.isEmpty())

    def _kinds(self) -> dict[Kind, str]:
        return {
            Kind.PERSON: self.tr("Person"),
            Kind.PLACE: self.tr("Place"),
            Kind.ORGANISATION: self.tr("Organisation"),
        }

    def _days(self, days: int) -> str:
        words = {
            1: self.tr("Today"),
            7: self.tr("Last 7 days"),
            30: self.tr("Last 30 days"),
            365: self.tr("Last 12 months"),
        }
        return words.get(days) or self.tr("Last %n day(s)", "", days)


class SortMenu(Menu):
    """The orders of the list, one of which is chosen. `turned`: it is to run the other way."""

    chosen = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Sort by"), parent)
        group = QActionGroup(self)
        entries = {
            Sort.ADDED: self.addAction(self.tr("Date added")),
            Sort.PUBLISHED: self.addAction(self.tr("Publication date")),
            Sort.OPENED: self.addAction(self.tr("Last opened")),
            Sort.LENGTH: self.addAction(self.tr("Reading time")),
            Sort.TITLE: self.addAction(self.tr("Title")),
            Sort.SOURCE: self.addAction(self.tr("Source")),
        }
        for each, entry in entries.items():
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, each=each: self.chosen.emit(each))
        entries[Sort.ADDED].setChecked(True)
        self._entries = entries
        self.addSeparator()
        self._turn = self.addAction(self.tr("The other way round"))
        self._turn.setCheckable(True)
        self._turn.triggered.connect(self.turned)

    def choose(self, chosen: Sort) -> None:
        """Choose an order and say so."""
        self._entries[chosen].trigger()

    def show_order(self, sort: Sort, *, descending: bool) -> None:
        """Show which order the list has."""
        self._entries[sort].setChecked(True)
        self._turn.setChecked(descending is not runs_down(sort))


def runs_down(sort: Sort) -> bool:
    """Say whether an order begins at its end, as dates and lengths do: with the latest, with the longest."""
    return sort not in (Sort.TITLE, Sort.SOURCE)


def _field_of(chosen: Filter) -> str:
    return "reading" if chosen in (Filter.UNREAD, Filter.READING, Filter.READ) else chosen.value


def _language(code: str) -> str:
    """Return what a language calls itself, or its code."""
    return QLocale(code).nativeLanguageName() or code
