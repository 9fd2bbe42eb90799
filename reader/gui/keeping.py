"""What the window does so that a library lasts: a backup a day, going back to one, and saying that files have gone."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from reader.errors import ReaderError
from reader.gui.erasing import Erasing
from reader.gui.mending_library import MendingLibrary
from reader.gui.moving import Moving
from reader.gui.parts import Parts
from reader.gui.restoring import Restoring
from reader.library import Library


class Keeping(QObject):
    """Keeps one window's library; made once everything else is there."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self.moving = Moving(parts, library)
        self.mending = MendingLibrary(parts, library)
        self.erasing = Erasing(parts, library)
        self.restoring = Restoring(parts, library)
        parts.announcer.elsewhere_requested.connect(self._choose_elsewhere)
        parts.actions["library_folder"].triggered.connect(self._open_folder)

    def settle(self) -> None:
        """Say at once that the articles' files have gone; else make a backup where it is time for one.

        What has been in the trash for long enough goes after it, so that the backup still has it.
        """
        library = self._library
        if self._parts.articles.total and not library.places.has_files():
            self._parts.announcer.tell_error(ReaderError("library.gone", file=str(library.places.library)))
            return
        self.mending.look()
        background = self._parts.background
        background.ask("is a backup due", lambda _: library.backup_is_due(), self._keep_if, self._tell)

    def _keep_if(self, is_due: bool) -> None:  # noqa: FBT001 - an answer
        if not is_due:
            return
        lasting, annotating = self._library.lasting, self._library.annotating
        in_memory = annotating.in_memory()

        def keep(_task: object) -> None:
            lasting.backups.make()
            annotating.empty_trash(in_memory)
            lasting.empty_trash()

        self._parts.background.ask("backup", keep, lambda _answer: None, self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._parts.announcer.tell_error(error)
        else:
            self._parts.background.failed.emit(error)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._library.places.library)))

    def save_elsewhere(self, folder: Path) -> None:
        """Save into another folder what the library's disk does not take."""
        try:
            saved = self._library.lasting.save_elsewhere(folder)
        except ReaderError as error:
            self._parts.announcer.tell_not_saved(error)
        else:
            self._parts.announcer.tell_saved_elsewhere(saved)

    def _choose_elsewhere(self) -> None:
        title = self.tr("Save what is not saved in another folder")
        if folder := QFileDialog.getExistingDirectory(self._parts.window, title):
            self.save_elsewhere(Path(folder))
