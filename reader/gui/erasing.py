"""Emptying the trash in one window: it is asked first, for nothing brings back what is erased."""

from PySide6.QtCore import QObject

from reader.erasing import Trash
from reader.errors import ReaderError
from reader.gui.parts import Parts
from reader.library import Library

ERASING = "erasing"


class Erasing(QObject):
    """Asks the reader and erases; made once everything else is there."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        parts.actions["empty_trash"].triggered.connect(lambda _: self.ask())
        parts.panes.welcome.emptying_requested.connect(self.ask)

    def ask(self) -> None:
        """Say what lies in the trash and ask whether it is to go for good; where nothing does, say that."""
        from reader.gui.dialogs.empty_trash import EmptyTrashDialog

        parts = self._parts
        try:
            trash = self._library.trash()
        except ReaderError as error:
            parts.announcer.tell_error(error)
            return
        if not trash:
            parts.announcer.tell_erased()
            return
        dialog = EmptyTrashDialog(len(trash.articles), len(trash.marks), parts.formatter, parts.window)
        dialog.accepted.connect(lambda: self._erase(trash))
        parts.open_dialog(dialog)

    def _erase(self, trash: Trash) -> None:
        """Erase what was told of in the question, and nothing that came to the trash since."""
        parts, erasing = self._parts, self._library.erasing
        parts.panes.margin.finish_writing()
        try:
            erasing.begin(trash)
        except ReaderError as error:
            parts.announcer.tell_error(error)
            return
        parts.announcer.tell_erasing()
        parts.background.ask(ERASING, lambda _: erasing.erase(trash), lambda _: self._finish(trash), self._fail)

    def _finish(self, trash: Trash) -> None:
        self._library.erasing.finish(trash)
        self._parts.announcer.tell_erased()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._parts.announcer.tell_error(error)
        else:
            self._parts.background.failed.emit(error)
