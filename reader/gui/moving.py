"""The library's folder in one window: opening another library, and moving this one."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from reader.errors import ReaderError
from reader.gui.background import Task
from reader.gui.parts import Parts
from reader.library import Library
from reader.store import libraries
from reader.store.moving import LibraryCopy, check_target, is_library

KEY = "moving"


class Moving(QObject):
    """Asks for folders and turns them into another open library; made once everything else is there.

    Another library has a window of its own in a process of its own: `start` begins it, and this window closes.
    """

    opened = Signal(Path)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self.start = start_with
        parts.actions["choose_library"].triggered.connect(self._choose)
        parts.announcer.cancel_requested.connect(lambda: parts.background.cancel(KEY))

    def open(self, folder: Path) -> None:
        """Open another library from now on, if there is one in the folder; one that is empty begins there."""
        places = self._library.places
        if folder == places.library:
            return
        if not is_library(folder) and any(folder.iterdir() if folder.is_dir() else ()):
            self._parts.announcer.tell_error(ReaderError("library.none_there", file=str(folder)))
            return
        self._use(folder)

    def move(self, folder: Path) -> None:
        """Copy the library to a folder, compare, and open it there; it stays where it was too."""
        places, announcer = self._library.places, self._parts.announcer
        target = folder
        try:
            check_target(places.library, target)
            self._library.flush()
        except ReaderError as error:
            announcer.tell_error(error)
            return

        copy = LibraryCopy(places, target)

        def make(task: Task) -> bool:
            return copy.make(lambda *how_far: task.report(how_far), lambda: task.is_cancelled)

        self._parts.background.ask(
            KEY,
            make,
            lambda is_whole: self._finish(copy, target) if is_whole else None,
            self._tell,
            lambda how_far: announcer.tell_moving(*how_far),
        )

    def _finish(self, copy: LibraryCopy, target: Path) -> None:
        """Copy what came while the rest was copied, with nothing in between, and go over to the copy."""
        self._parts.panes.margin.finish_writing()
        self._parts.edit_articles.finish_noting()
        self._parts.panes.reading.tell_position()
        try:
            self._library.flush()
            copy.make()
        except ReaderError as error:
            self._tell(error)
        else:
            self._use(target)

    def _use(self, folder: Path) -> None:
        places = self._library.places
        try:
            libraries.choose(places.state, [places.library, folder])
        except ReaderError as error:
            self._tell(error)
            return
        self.opened.emit(folder)
        if self._parts.window.close():
            self.start(folder)

    def _choose(self) -> None:
        from reader.gui.dialogs.library_folder import LibraryFolderDialog

        parts, places = self._parts, self._library.places
        others = [path for path in libraries.recent(places.state) if path != places.library]
        dialog = LibraryFolderDialog(places.library, others, parts.theme, parts.window)
        dialog.folder_requested.connect(parts.actions["library_folder"].trigger)
        for wish, act in ((dialog.open_requested, self.open), (dialog.move_requested, self.move)):
            wish.connect(dialog.accept)
            wish.connect(lambda folder, act=act: act(Path(folder)))
        parts.open_dialog(dialog)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._parts.announcer.tell_error(error)
        else:
            self._parts.background.failed.emit(error)


def start_with(folder: Path) -> None:
    """Start the program anew with a library, in a process that does not end with this one."""
    program = [] if getattr(sys, "frozen", False) else ["-m", "reader"]
    QProcess.startDetached(sys.executable, [*program, "--library", str(folder)])
