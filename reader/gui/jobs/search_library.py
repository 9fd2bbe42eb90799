"""Search all articles while the reader types, and keep the index of their words in step, without making anyone wait."""

from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.catalogue.asked import Asked, Field
from reader.catalogue.query import Query
from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.searching import FoundArticle, Searching

TYPING_MS = 40
"""How long the last key must be past before a search is asked: two keys at once are one question."""

IDLE_MS = 1500
"""How long nothing must have changed before what changed is read: a note is saved while it is written."""

REPORTED_EVERY_S = 0.25


class _Question(NamedTuple):
    asked: Asked
    query: Query
    exact: bool = False


class SearchLibrary(QObject):
    """One search at a time on a thread of its own, and one reading of what changed on another.

    `found` carries the first page, `counted` how many there are in all, `more_found` a later page; `hits_found` an
    article and where in it the words stand; `known` what was typed of a value and those that begin so. `filling` says
    how many articles are read of how many; `filled` how many were.
    """

    found = Signal(object)
    counted = Signal(int)
    more_found = Signal(object)
    hits_found = Signal(str, object)
    known = Signal(str, object)
    filling = Signal(int, int)
    filled = Signal(int)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None, idle_ms: int = IDLE_MS) -> None:
        super().__init__(parent)
        self._library = library
        self._search, self._fill = Background(self, threads=1), Background(self, threads=1)
        for background in (self._search, self._fill):
            background.failed.connect(self._tell)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._idle.timeout.connect(self.fill)
        self._question: _Question | None = None
        self._has_filled = False

    def look_for(self, asked: Asked, query: Query, *, exact: bool = False) -> None:
        """Search soon; an older search that is not answered yet never will be."""
        self._question = _Question(asked, replace(query, words=""), exact)
        self._typing.start()
        if self._idle.isActive() or not self._has_filled:
            self.fill()

    def stop(self) -> None:
        """Search no longer."""
        self._question = None
        self._typing.stop()
        for key in ("page", "more", "hits"):
            self._search.cancel(key)

    def look_for_more(self, offset: int) -> None:
        """Ask for the page behind so many articles."""
        from reader.searching import PAGE

        question, searching = self._question, self._searching
        if question is not None:
            asked, query, exact = question
            self._search.ask(
                "more", lambda _: searching.find(asked, query, offset, PAGE, exact=exact), self.more_found.emit
            )

    def look_for_hits(self, article: str, text: str) -> None:
        """Ask where in an article's text the words of the search stand."""
        question, searching = self._question, self._searching
        if question is None:
            return

        def answer(hits: tuple[Span, ...]) -> None:
            self.hits_found.emit(article, hits)

        self._search.ask("hits", lambda _: searching.hits(article, text, question.asked, exact=question.exact), answer)

    def look_for_known(self, field: Field, beginning: str) -> None:
        """Ask for the values of a field that begin so; an older question is not answered any more."""
        searching = self._searching

        def answer(values: list[str]) -> None:
            self.known.emit(beginning, values)

        self._search.ask("known", lambda _: searching.known(field, beginning), answer)

    def fill_soon(self) -> None:
        """Read what changed when nothing has come for a while."""
        self._idle.start()

    def fill(self) -> None:
        """Read what changed now."""
        self._idle.stop()
        self._has_filled = True

        def work(task: Task) -> int:
            searching, last = self._library.searching(), monotonic()

            def report(done: int, total: int) -> None:
                nonlocal last
                if monotonic() - last > REPORTED_EVERY_S:
                    last = monotonic()
                    task.report((done, total))

            try:
                with suppress(ReaderError):  # who else holds the catalogue: what it does not list yet comes later
                    self._library.catch_up()  # what was written since is read by what lies on disk
                return searching.fill(report, lambda: task.is_cancelled)
            finally:
                searching.close()

        self._fill.ask("fill", work, self.filled.emit, progressed=lambda news: self.filling.emit(*news))

    def close(self) -> None:
        """Stop, and wait until no thread works any more."""
        self.stop()
        self._idle.stop()
        self._fill.close()
        self._search.close()
        if "_searching" in self.__dict__:
            self._searching.close()

    @cached_property
    def _searching(self) -> "Searching":
        """What searches, with as many excerpts as a row of the list shows; made for the first search."""
        return self._library.searching(excerpts=1)

    def _ask(self) -> None:
        question, searching = self._question, self._searching
        if question is None:
            return

        def work(task: Task) -> int | None:
            task.stop_with(searching.interrupt)
            return _exactly(searching, question, task) if question.exact else _loosely(searching, question, task)

        self._search.ask("page", work, self._count, progressed=self.found.emit)

    def _count(self, number: int | None) -> None:
        if number is not None:
            self.counted.emit(number)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):  # an index in use is asked another time; a fault is told
            self.failed.emit(error)


def _loosely(searching: "Searching", question: _Question, task: Task) -> int | None:
    """Report the first page and return how many articles there are in all."""
    from reader.searching import PAGE

    page: list[FoundArticle] = searching.find(question.asked, question.query, 0, PAGE)
    task.report(page)
    return None if task.is_cancelled else searching.count(question.asked, question.query)


def _exactly(searching: "Searching", question: _Question, task: Task) -> int | None:
    """Do the same letter by letter, where every text is read to be counted."""
    from reader.searching import PAGE

    found = searching.find_exactly(question.asked, question.query)
    page = list(islice(found, PAGE))
    task.report(page)
    number = len(page)
    for _ in found:
        if task.is_cancelled:
            return None
        number += 1
    return number
