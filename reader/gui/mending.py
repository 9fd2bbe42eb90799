"""What the window does about another version of an article: mending by hand, and reading the original again."""

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.gui.jobs.mend_articles import MendArticles
from reader.gui.parts import Parts
from reader.library import Library


class Mending(QObject):
    """Joins the commands of the article menu to the dialog and the job."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts = parts
        self.job = MendArticles(library, parts.background, self)
        announcer = parts.announcer
        self.job.mended.connect(lambda _article: announcer.tell_mended())
        self.job.progressed.connect(announcer.tell_importing)
        self.job.read_again.connect(announcer.tell_read_again)
        announcer.cancel_requested.connect(self.job.cancel)
        self.job.failed.connect(announcer.tell_error)
        parts.actions["mend"].triggered.connect(lambda _: self.open_dialog())
        parts.actions["read_again"].triggered.connect(lambda _: self.job.read_originals(parts.chosen))

    def open_dialog(self) -> None:
        """Let the reader mend the chosen article."""
        from reader.gui.dialogs.mend import MendDialog

        parts = self._parts
        article = next(iter(parts.chosen), "")
        if not article:
            return
        try:
            draft = self.job.draft(article)
        except ReaderError as error:
            parts.announcer.tell_error(error)
            return
        dialog = MendDialog(draft, parts.theme, self._parts.formatter, parts.window)
        dialog.mended.connect(lambda mended: self.job.keep(article, mended))
        parts.open_dialog(dialog)
