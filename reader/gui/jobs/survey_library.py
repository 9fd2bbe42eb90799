"""Have all articles looked through for people and places, quietly, while nothing else is going on."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

KEY = "survey"
IDLE_MS = 3000
"""How long nothing must have come before it begins: an import, or the window's opening, goes first."""

SHOWN_AFTER_MS = 500
REPORTED_EVERY_S = 0.25


class SurveyLibrary(QObject):
    """One survey at a time, on a thread of its own, which waits for processes and hardly works itself.

    `progressed` says how many articles are looked through and how many there are, once it takes over half a second;
    `ended` follows every survey, also one that was stopped. One that the reader stopped begins again only when asked.
    """

    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None, idle_ms: int = IDLE_MS) -> None:
        super().__init__(parent)
        self._library = library
        self._thread = Background(self, threads=1)
        self._thread.failed.connect(self.failed)
        self._idle = QTimer(self, singleShot=True, interval=idle_ms)
        self._idle.timeout.connect(self.begin)
        self._clock = QElapsedTimer()
        self._again: set[str] = set()
        self._versions: dict[str, str] = {}
        self._is_running = self._is_wanted_again = self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether articles are being looked through."""
        return self._is_running

    @property
    def is_stopped(self) -> bool:
        """Whether the reader stopped it."""
        return self._is_stopped

    def begin_soon(self) -> None:
        """Begin when nothing has come for a while, unless the reader stopped it."""
        if not self._is_stopped:
            self._idle.start()

    def begin(self) -> None:
        """Begin now, or again after the survey that is going on."""
        self._idle.stop()
        self._is_stopped = False
        if self._is_running:
            self._is_wanted_again = True
            return
        self._is_running, self._is_wanted_again = True, False
        again, self._again = self._again, set()
        self._clock.start()

        def work(task: Task) -> None:
            survey = self._library.survey()  # here: what it imports takes longer than a frame
            task.stop_with(survey.cancel)
            survey.run(_seldom(task.report), again)

        self._thread.ask(KEY, work, self._finish, self._break_off, self._report)

    def look_at(self, article: str) -> None:
        """Look through an article anew if it has become another version since it was looked at last."""
        try:
            version = self._library.version(article)
        except ReaderError:
            return
        before = self._versions.get(article)
        self._versions[article] = version
        self._again.add(article)
        if before not in (None, version):
            self.begin_soon()

    def stop(self) -> None:
        """Stop for the reader; what was found stays."""
        self._is_stopped = True
        self._idle.stop()
        if self._is_running:
            self._thread.cancel(KEY)
            self._end()

    def close(self) -> None:
        """Stop, and wait until no process is left."""
        self._idle.stop()
        self._thread.close()

    def _report(self, news: tuple[int, int]) -> None:
        if self._clock.elapsed() > SHOWN_AFTER_MS:
            self.progressed.emit(*news)

    def _finish(self, _: Any) -> None:
        self._end()
        if self._is_wanted_again:
            self.begin()

    def _break_off(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, ReaderError):  # an index in use is made complete another time; a fault is told
            self.failed.emit(error)

    def _end(self) -> None:
        self._is_running = False
        self.ended.emit()


def _seldom(report: Callable[[Any], None]) -> Callable[[int, int], None]:
    """Return what reports often enough to be followed: the window has to do something with each."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if done == total or monotonic() - last > REPORTED_EVERY_S:
            last = monotonic()
            report((done, total))

    return tell
