"""Adding what the reader opens, drops or pastes: read in the background, added to the library in batches."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

if TYPE_CHECKING:
    from reader.intake.importing import Importer, Outcome  # the parsers wait until something is added

KEY = "import"
BATCH_MS = 80
SHOWN_AFTER_MS = 500


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the clipboard or a drop carries besides files."""

    text: str = ""
    html: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one article or file. `status` is added, duplicate or failed."""

    status: str
    path: Path | None
    id: str = ""
    title: str = ""
    error: ReaderError | None = None


class _Progress(NamedTuple):
    done: int
    total: int
    name: str


class _Run:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.waiting: list[Outcome] = []


class ImportFiles(QObject):
    """One import at a time; what is asked for meanwhile waits for its turn.

    `progressed` says how many files are read, how many there are and the name of the one that is read now, once it
    takes over half a second.
    """

    progressed = Signal(int, int, str)
    finished = Signal(tuple)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._background = library, background
        self._queue: list[Callable[[Importer, Task], Iterator[Outcome]]] = []
        self._run: _Run | None = None
        self._clock = QElapsedTimer()
        self._batch = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._batch.timeout.connect(self._add_waiting)

    @property
    def is_busy(self) -> bool:
        """Whether something is being added."""
        return self._run is not None

    def import_paths(self, paths: Iterable[Path]) -> None:
        """Add files, and all files of folders."""
        chosen = tuple(paths)
        if chosen:
            self._start(lambda importer, task: importer.read_paths(chosen, progress=_reporter(task)))

    def import_pasted(self, pasted: Pasted) -> None:
        """Add an article from what was on the clipboard."""
        if pasted.text.strip() or pasted.html.strip():
            self._start(lambda importer, _: iter([importer.read_pasted(pasted.text, pasted.html, pasted.address)]))

    def cancel(self) -> None:
        """Stop; what was read so far stays in the library."""
        self._queue.clear()
        if self._run is not None:
            self._background.cancel(KEY)
            self._finish()

    def _start(self, read: "Callable[[Importer, Task], Iterator[Outcome]]") -> None:
        if self._run is not None:
            self._queue.append(read)
            return
        self._run = _Run()
        self._clock.start()

        def work(task: Task) -> None:
            from reader.intake.importing import Importer
            from reader.isolation import Cancelled

            with Importer() as importer:
                task.stop_with(importer.cancel)
                try:
                    for outcome in read(importer, task):
                        task.report(outcome)
                except Cancelled:
                    return

        self._background.ask(KEY, work, self._answered, self._broke, self._take)

    def _take(self, news: "_Progress | Outcome") -> None:
        assert self._run is not None
        if isinstance(news, _Progress):
            if self._clock.elapsed() > SHOWN_AFTER_MS:
                self.progressed.emit(news.done, news.total, news.name)
            return
        self._run.waiting.append(news)
        if not self._batch.isActive():
            self._batch.start()

    def _add_waiting(self) -> None:
        if self._run is None:
            return
        waiting, self._run.waiting = self._run.waiting, []
        owners = [outcome for outcome in waiting for _ in outcome.imported]
        additions = self._library.add([each for outcome in waiting for each in outcome.imported])
        for outcome, addition in zip(owners, additions, strict=True):
            self._run.lines.append(Line(addition.status, _file(outcome), addition.id, addition.title))
        self._run.lines += [
            Line("failed", _file(outcome), error=error)
            for outcome in waiting
            for error in (*([outcome.error] if outcome.error else []), *outcome.failures)
        ]

    def _answered(self, _: Any) -> None:
        self._finish()

    def _broke(self, error: Exception) -> None:
        self._finish()
        self.failed.emit(error)

    def _finish(self) -> None:
        self._batch.stop()
        self._add_waiting()
        assert self._run is not None
        lines = tuple(self._run.lines)
        self._run = None
        self.finished.emit(lines)
        if self._queue:
            self._start(self._queue.pop(0))


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
