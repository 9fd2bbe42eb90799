"""Looking at a folder now and then, and at once when the system says that something in it changed."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.gui.background import Background
from reader.store.disk import Disk, describe, write_whole

if TYPE_CHECKING:
    from reader.intake.watching import Sighting

KEY = "watch"
LOOK_MS = 5000
SETTLE_MS = 1000
"""How long a file has to stay as it is until it counts as whole."""


class WatchFolder(QObject):
    """Watches one folder; `found` names files that are whole and were never handed on as they are now.

    Those of which `took` was told are remembered in a file, over the end of the program.
    """

    found = Signal(tuple)
    failed = Signal(object)

    def __init__(self, memory: Path, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory, self._background = memory, background
        self._folder: Path | None = None
        self._before: dict[Path, Sighting] = {}
        self._given: dict[Path, Sighting] = {}
        self._kept: dict[Path, Sighting] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._watcher: QFileSystemWatcher | None = None

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, or None."""
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, and no other; None for none."""
        self.close()
        self._folder = folder
        self._before, self._given = {}, {}
        if folder is not None:
            self._watcher = QFileSystemWatcher([str(folder)], self)
            self._watcher.directoryChanged.connect(lambda _: self._timer.start(SETTLE_MS))
            self._look()

    def took(self, paths: Iterable[Path]) -> None:
        """Remember that files were read, so that they are not read again unless they change."""
        read = {path: self._given[path] for path in paths if path in self._given}
        if not read or self._kept is None:
            return
        self._kept = {path: sight for path, sight in self._kept.items() if path in self._before} | read
        from reader.intake.watching import to_json

        try:
            write_whole(Disk(), {self._memory: to_json(self._kept)})
        except OSError as error:
            self.failed.emit(describe(error, self._memory))

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._background.cancel(KEY)
        self._folder = None
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _look(self) -> None:
        folder = self._folder
        if folder is None:
            return

        def work(_: object) -> "tuple[dict[Path, Sighting], bytes]":
            from reader.intake.watching import look

            try:
                memory = self._memory.read_bytes()
            except OSError:
                memory = b"{}"
            return look(folder), memory

        self._background.ask(KEY, work, self._take)

    def _take(self, seen: "tuple[dict[Path, Sighting], bytes]") -> None:
        from reader.intake.watching import from_json, whole

        now, memory = seen
        if self._kept is None:
            self._kept = from_json(memory)
        ready = whole(self._before, now, self._kept | self._given)
        is_changing = now != self._before
        self._before = now
        self._given |= {path: now[path] for path in ready}
        self._timer.start(SETTLE_MS if is_changing else LOOK_MS)
        if ready:
            self.found.emit(ready)
