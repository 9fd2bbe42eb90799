"""Which articles the list shows, and in which order: the two menus of its head."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading
from reader.gui.widgets.menu import Menu


class Filter(StrEnum):
    """The parts of the library that the list can be narrowed to."""

    ALL = "all"
    UNREAD = "unread"
    READING = "reading"
    READ = "read"
    STARRED = "starred"
    MARKED = "marked"
    ARCHIVED = "archived"
    TRASH = "trash"


def query_of(chosen: Filter, query: Query) -> Query:
    """Return a query for a part of the library, with the words and the order of another. ALL is all but the trash."""
    plain = Query(words=query.words, sort=query.sort, descending=query.descending)
    match chosen:
        case Filter.UNREAD | Filter.READING | Filter.READ:
            return replace(plain, reading=Reading(chosen.value))
        case Filter.STARRED:
            return replace(plain, starred=True)
        case Filter.MARKED:
            return replace(plain, marked=True)
        case Filter.ARCHIVED:
            return replace(plain, archived=True)
        case Filter.TRASH:
            return replace(plain, trashed=True)
        case Filter.ALL:
            return plain


class FilterMenu(Menu):
    """The parts of the library, one of which is chosen."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Filter"), parent)
        group = QActionGroup(self)
        self._entries = {
            Filter.ALL: self.addAction(self.tr("Library")),
            Filter.UNREAD: self.addAction(self.tr("Unread")),
            Filter.READING: self.addAction(self.tr("In progress")),
            Filter.READ: self.addAction(self.tr("Read")),
            Filter.STARRED: self.addAction(self.tr("Starred")),
            Filter.MARKED: self.addAction(self.tr("With highlights or notes")),
            Filter.ARCHIVED: self.addAction(self.tr("Archived")),
            Filter.TRASH: self.addAction(self.tr("Trash")),
        }
        self.insertSeparator(self._entries[Filter.UNREAD])
        self.insertSeparator(self._entries[Filter.ARCHIVED])
        for each, entry in self._entries.items():
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, each=each: self.chosen.emit(each))
        self._entries[Filter.ALL].setChecked(True)

    @property
    def current(self) -> Filter:
        """The part that is chosen."""
        return next(each for each, entry in self._entries.items() if entry.isChecked())

    @property
    def heading(self) -> str:
        """The chosen part's name."""
        return self._entries[self.current].text()

    def choose(self, chosen: Filter) -> None:
        """Choose a part and say so."""
        self._entries[chosen].trigger()


class SortMenu(Menu):
    """The orders of the list, one of which is chosen."""

    chosen = Signal(object)

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

    def choose(self, chosen: Sort) -> None:
        """Choose an order and say so."""
        self._entries[chosen].trigger()
