"""Adding what the reader opens, drops or pastes: read in the background, added to the library in batches."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

if TYPE_CHECKING:
    from reader.crew import Crew
    from reader.intake.importing import Importer, Outcome  # the parsers wait until something is added
    from reader.intake.ready import Ready
    from reader.store.addition import Addition

KEY = "import"
BATCH_MS = 80
SHOWN_AFTER_MS = 500
TURN_S = 0.008
"""Seconds after which the window may do something else, half a frame: as many articles are added as take that."""
AT_FIRST, FEWEST, MOST = 20, 5, 50
"""Articles that are added in the first turn, and in any."""
TOLD_EVERY_S = 1.0
"""Seconds between two times that the list shows what was added: it takes as long for a thousand as for one."""
SWITCH_S = 0.0005
"""Seconds after which a thread that reads or writes lets the window's go on. That one asks for Python's lock anew with
each thing that it draws: with the usual 5 ms a frame takes a fourth of a second meanwhile (measured)."""
NICENESS = 10
"""How much the processes that read give way to the window, on POSIX."""
KEPT_READY_MS = 120_000
"""How long the processes that read wait for something more to read."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the clipboard or a drop carries besides files."""

    text: str = ""
    html: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one article or file. `status` is added, duplicate, failed or left_over.

    `locator` says where in the file the article stood; `left_over` holds the lines that were not understood, of the
    article or, where `status` says so, of the file beside all articles. `unreadable` counts the places in it whose
    bytes made no letters; `highlights` and `unplaced` count the highlights that came with it. `pasted` is a duplicate
    that came from no file, to be added all the same. `feed` is the address of a feed that a list of feeds names.
    """

    status: str
    path: Path | None
    id: str = ""
    title: str = ""
    error: ReaderError | None = None
    locator: str = ""
    left_over: tuple[str, ...] = ()
    unreadable: int = 0
    highlights: int = 0
    unplaced: int = 0
    pasted: "Ready | None" = None
    feed: str = ""


class _Progress(NamedTuple):
    done: int
    total: int
    name: str


_NOT_YET = _Progress(0, 0, "")


class _Run:
    """An import on its way. With `kept` only those articles are added, by file and locator, beside those there."""

    def __init__(
        self, read: "Callable[[Importer, Task], Iterator[Outcome]]", kept: Mapping[Path, AbstractSet[str]] | None = None
    ) -> None:
        self.read, self.kept = read, kept
        self.is_quiet = False
        self.wholly_added: Callable[[], None] | None = None
        self.lines: list[Line] = []
        self.added = self.untold = 0
        self.told_at = -inf
        self.pace = AT_FIRST
        self.waiting: list[Outcome] = []
        self.progress: _Progress | None = None
        self.is_read = False


class ImportFiles(QObject):
    """One import at a time; what is asked for meanwhile waits for its turn.

    `progressed` says how many files are read, how many there are (0 while that is not known), the name of the one that
    is read now and how many articles have been added, once it takes over half a second. `finished` tells what became of
    all of them, and `kept_both` of duplicates that were to be added all the same; `came_by_itself` of what nobody asked
    for just now.
    """

    progressed = Signal(int, int, str, int)
    finished = Signal(tuple)
    kept_both = Signal(tuple)
    came_by_itself = Signal(tuple)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._background = library, background
        self._queue: list[_Run] = []
        self._run: _Run | None = None
        self._crew: Crew | None = None
        self._usual_switch_s = sys.getswitchinterval()
        self._batch = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._patience = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._idle = QTimer(self, singleShot=True, interval=KEPT_READY_MS)
        self._batch.timeout.connect(self._go_on)
        self._patience.timeout.connect(self._tell_progress)
        self._idle.timeout.connect(self._let_go)

    @property
    def is_busy(self) -> bool:
        """Whether something is being added."""
        return self._run is not None

    def import_paths(self, paths: Iterable[Path], *, chapters: bool = False, quietly: bool = False) -> None:
        """Add files, and all files of folders; `chapters` makes each chapter of an e-book an article.

        `quietly` says that the reader did not ask for them just now.
        """
        chosen = tuple(paths)
        if chosen:
            run = _Run(lambda importer, task: importer.read_paths(chosen, chapters=chapters, progress=_reporter(task)))
            run.is_quiet = quietly
            self._ask(run)

    def import_pasted(self, pasted: Pasted) -> None:
        """Add an article from what was on the clipboard."""
        if pasted.text.strip() or pasted.html.strip():
            given = (pasted.text, pasted.html, pasted.address)
            self._ask(_Run(lambda importer, _: iter([importer.read_pasted(*given)])))

    def import_fetched(
        self,
        documents: Sequence[tuple[str, bytes]],
        *,
        quietly: bool = False,
        wholly_added: Callable[[], None] | None = None,
    ) -> None:
        """Add what came from addresses, each given with its bytes.

        `wholly_added` is called once all of it is in the library; never when it was cancelled or some of it failed.
        """
        given = tuple(documents)
        if given:
            run = _Run(lambda importer, _: chain.from_iterable(importer.read_fetched(data, at) for at, data in given))
            run.is_quiet, run.wholly_added = quietly, wholly_added
            self._ask(run)

    def keep_both(self, lines: "Sequence[Line]") -> None:
        """Add duplicates beside the articles that were there; those of files are read again."""
        pasted = [line.pasted for line in lines if line.pasted is not None]
        if pasted:
            additions = self._library.add(pasted, keep_both=True)
            self.kept_both.emit(tuple(_line(one, None, each) for one, each in zip(pasted, additions, strict=True)))
        wanted: dict[Path, set[str]] = {}
        for line in lines:
            if line.path is not None:
                wanted.setdefault(line.path, set()).add(line.locator)
        if wanted:
            paths, chapters = tuple(wanted), any(line.locator for line in lines)
            self._ask(
                _Run(
                    lambda importer, task: importer.read_paths(paths, chapters=chapters, progress=_reporter(task)),
                    wanted,
                )
            )

    def cancel(self) -> None:
        """Stop; what was read so far stays in the library."""
        self._queue.clear()
        if self._run is not None:
            self._background.cancel(KEY)
            self._finish()

    def close(self) -> None:
        """Stop, and end the processes that read."""
        self.cancel()
        self._let_go()

    def _ask(self, run: _Run) -> None:
        self._queue.append(run)
        if self._run is None:
            self._begin()

    def _begin(self) -> None:
        from reader.crew import Crew
        from reader.isolation import Limits

        self._run = run = self._queue.pop(0)
        sys.setswitchinterval(SWITCH_S)
        self._idle.stop()
        self._patience.start()
        library, crew = self._library, self._crew or Crew(Limits(niceness=NICENESS))
        self._crew = crew

        def work(task: Task) -> None:
            from reader.intake.importing import Importer
            from reader.isolation import Cancelled

            library.expect_articles()
            importer = Importer(crew)
            task.stop_with(importer.cancel)
            try:
                for outcome in run.read(importer, task):
                    task.report(outcome)
            except Cancelled:
                return

        self._background.ask(KEY, work, self._answered, self._broke, self._take)

    def _take(self, news: "_Progress | Outcome") -> None:
        assert self._run is not None
        if isinstance(news, _Progress):
            self._run.progress = news
            if not self._patience.isActive():
                self._tell_progress()
            return
        self._run.waiting.append(news)
        if not self._batch.isActive():
            self._batch.start(BATCH_MS)

    def _tell_progress(self) -> None:
        run = self._run
        if run is not None and (run.progress is not None or not run.is_quiet):
            self.progressed.emit(*(run.progress or _NOT_YET), run.added)

    def _go_on(self) -> None:
        """Add some of what was read, or have it shown, and come again for the rest."""
        run = self._run
        if run is None:
            return
        is_last = run.is_read and not run.waiting
        if is_last and run.untold <= AT_FIRST:  # few can be undone as soon as they are shown
            self._finish()
            return
        if run.untold and (is_last or monotonic() >= run.told_at + TOLD_EVERY_S):
            run.untold, run.told_at = 0, monotonic()
            self._library.add(())
        elif run.waiting:
            self._add_some(run)
        if run.waiting or run.untold or run.is_read:
            self._batch.start(0 if run.waiting or run.is_read else BATCH_MS)
        if not run.untold and not self._patience.isActive():
            self._tell_progress()

    def _add_some(self, run: _Run) -> None:
        """Add as many of those that wait as take no more than their time, going by those before them."""
        begun = monotonic()
        self._add_waiting(run.pace)
        took = max(monotonic() - begun, TURN_S / MOST)
        run.pace = min(max(round(run.pace * TURN_S / took), FEWEST), MOST)

    def _add_waiting(self, most: int = 0) -> None:
        """Add what was read: outcomes of about `most` articles, to be told of later, or all, and tell of them now."""
        assert self._run is not None
        waiting, count = [], 0
        while self._run.waiting and (not most or count < most):
            outcome = self._run.waiting.pop(0)
            room = max(most - count, 1) if most else len(outcome.imported)
            if len(outcome.imported) > room:  # a batch of a feed: the rest of it comes again in its turn
                rest = replace(outcome, imported=outcome.imported[room:])
                self._run.waiting.insert(0, rest)
                outcome = replace(outcome, imported=outcome.imported[:room], error=None, failures=(), leftovers=())
            waiting.append(outcome)
            count += max(len(outcome.imported), 1)
        kept = self._run.kept
        pairs = [(outcome, each) for outcome in waiting for each in outcome.imported if _is_wanted(outcome, each, kept)]
        given = [each for _, each in pairs]
        additions = self._library.add(given, keep_both=kept is not None, more_follow=bool(most))
        self._run.untold = self._run.untold + len(given) if most else 0
        self._run.added += sum(addition.status == "added" for addition in additions)
        self._run.lines += [
            _line(each, _file(outcome), addition) for (outcome, each), addition in zip(pairs, additions, strict=True)
        ]
        for outcome in waiting:
            errors = (*([outcome.error] if outcome.error else []), *outcome.failures)
            self._run.lines += [Line("failed", _file(outcome), error=error) for error in errors]
            if outcome.leftovers and kept is None:
                self._run.lines.append(Line("left_over", _file(outcome), left_over=outcome.leftovers))

    def _answered(self, _: Any) -> None:
        assert self._run is not None
        self._run.is_read = True
        self._batch.stop()
        self._go_on()

    def _broke(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _finish(self) -> None:
        self._batch.stop()
        self._patience.stop()
        self._add_waiting()
        assert self._run is not None
        run, self._run = self._run, None
        sys.setswitchinterval(self._usual_switch_s)
        if run.wholly_added and run.is_read and not any(line.status == "failed" for line in run.lines):
            run.wholly_added()
        told = self.kept_both if run.kept is not None else self.came_by_itself if run.is_quiet else self.finished
        told.emit(tuple(run.lines))
        if self._queue and self._run is None:
            self._begin()
        elif self._run is None:
            self._idle.start()

    def _let_go(self) -> None:
        self._idle.stop()
        if self._crew is not None:
            self._crew.close()


def _line(imported: "Ready", path: Path | None, addition: "Addition") -> Line:
    """Return what became of an article that was read; a duplicate from no file is kept with it."""
    line = Line(
        addition.status,
        path,
        addition.id,
        addition.title,
        left_over=imported.leftovers,
        unreadable=imported.unreadable,
        highlights=addition.highlights,
        unplaced=addition.unplaced,
        feed=imported.feed,
    )
    if path is None:
        return replace(line, pasted=imported if addition.status == "duplicate" else None)
    return replace(line, locator=imported.locator)


def _is_wanted(outcome: "Outcome", imported: "Ready", kept: Mapping[Path, AbstractSet[str]] | None) -> bool:
    return kept is None or imported.locator in kept.get(outcome.path, ())


def local_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine that a drop or the clipboard names."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def pasted(data: QMimeData) -> Pasted:
    """Return the text that a drop or the clipboard carries, with the address it comes from where that is told.

    Firefox tells it as text/x-moz-url-priv, Chromium as chromium/x-source-url.
    """
    address = ""
    for kind, encoding in (("chromium/x-source-url", "utf-8"), ("text/x-moz-url-priv", "utf-16-le")):
        if data.hasFormat(kind):
            address = bytes(data.data(kind).data()).decode(encoding, "replace").strip("\0\n ")
    return Pasted(data.text() if data.hasText() else "", data.html() if data.hasHtml() else "", address)


def _file(outcome: "Outcome") -> Path | None:
    return outcome.path if outcome.path.name else None


def _reporter(task: Task) -> Callable[[int, int, Path], None]:
    return lambda done, total, path: task.report(_Progress(done, total, path.name))
