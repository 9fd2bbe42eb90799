"""Going back to a backup in one window."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.gui.background import Task
from reader.gui.parts import Parts
from reader.library import Library
from reader.store.backups import Backups, Contents
from reader.store.record_file import RecordFile

LOOKING, RESTORING = "what backups hold", "restoring a backup"

Files = Sequence[tuple[str, RecordFile]]
"""Kinds and records."""


class Restoring(QObject):
    """Shows which backups there are and goes back to the one that is chosen; made once everything else is there."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        parts.actions["restore_backup"].triggered.connect(lambda _: self.ask())
        parts.announcer.cancel_requested.connect(lambda: parts.background.cancel(RESTORING))

    def ask(self) -> None:
        """Ask which backup to go back to; where there is none, say that."""
        from reader.gui.dialogs.backups import BackupsDialog

        parts, backups = self._parts, self._library.lasting.backups
        names = backups.names()
        if not names:
            parts.announcer.tell_error(ReaderError("backup.none"))
            return
        dialog = BackupsDialog({name: self._in_words(name) for name in names}, parts.formatter, parts.window)
        dialog.chosen.connect(self._restore)
        dialog.finished.connect(lambda _: parts.background.cancel(LOOKING))
        parts.open_dialog(dialog)
        parts.background.ask(
            LOOKING,
            lambda task: _look(backups, names, task),
            lambda _: None,
            progressed=lambda found: dialog.show_contents(*found),
        )

    def _restore(self, name: str) -> None:
        """Compare the backup with what there is, which takes seconds where there is much, and go back to it then."""
        lasting = self._library.lasting
        try:
            self._library.flush()
        except ReaderError as error:
            self._parts.announcer.tell_error(error)
            return
        self._parts.announcer.tell_restoring()
        self._parts.background.ask(RESTORING, lambda _: lasting.read_backup(name), self._use, self._fail)

    def _use(self, files: Files) -> None:
        self._library.lasting.use_backup(files)
        self._parts.announcer.tell_restored_backup()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._parts.announcer.tell_error(error)
        else:
            self._parts.background.failed.emit(error)

    def _in_words(self, name: str) -> str:
        """Return a backup's day and time as they are here, in the reader's digits."""
        made = datetime.strptime(name, "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC).astimezone()
        formatter = self._parts.formatter
        day = formatter.date(made.date().isoformat(), formatter.digits_beside("latin"), short=True)
        return formatter.line(day, formatter.counted(f"{made:%H:%M}"))


def _look(backups: Backups, names: Sequence[str], task: Task) -> None:
    """Report what each backup holds as soon as that is known; None for one that cannot be read."""
    for name in names:
        if task.is_cancelled:
            return
        contents: Contents | None = None
        with suppress(ReaderError):
            contents = backups.contents(name)
        task.report((name, contents))
