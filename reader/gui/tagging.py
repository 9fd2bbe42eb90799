"""Tagging the chosen articles of one window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.gui.formatting import isolated
from reader.gui.jobs.edit_folders import EditFolders
from reader.gui.parts import Parts
from reader.library import Library

if TYPE_CHECKING:
    from reader.gui.dialogs.tags import TagsDialog


class Tagging(QObject):
    """Opens the tag editor for what is chosen; the tags there are come for completing while one types."""

    def __init__(self, parts: Parts, library: Library, job: EditFolders) -> None:
        super().__init__(parts)
        self._parts, self._library, self.job = parts, library, job
        self.dialog: TagsDialog | None = None
        parts.actions["tags"].triggered.connect(lambda _: self.edit_tags())
        parts.panes.about.tags_requested.connect(lambda: self._edit((parts.current.id,)))

    def edit_tags(self) -> None:
        """Let the tags be changed that the chosen articles share."""
        self._edit(self._parts.chosen)

    def _edit(self, articles: tuple[str, ...]) -> None:
        from reader.catalogue.choices import choices
        from reader.gui.dialogs.tags import TagsDialog

        if not articles:
            return
        tags = [self._library.state(article).tags for article in articles]
        shared = [tag for tag in tags[0] if all(tag in each for each in tags)]
        if len(articles) == 1:
            words = isolated(self._title(articles[0]))[0]
        else:
            words = self._parts.formatter.counted(self.tr("%n article(s)", "", len(articles)))
        self.dialog = dialog = TagsDialog(shared, words, self._parts.window)
        dialog.given.connect(lambda add, remove: self.job.tag(articles, add, remove))
        dialog.finished.connect(self._forget)
        self._parts.open_dialog(dialog)
        places = self._library.places
        self._parts.background.ask(
            "tags", lambda _task: choices(places.catalogue, places.names).tags, self._offer, lambda _error: None
        )

    def _title(self, article: str) -> str:
        try:
            return self._library.article(article).title
        except ReaderError:
            return ""

    def _offer(self, tags: list[tuple[str, int]]) -> None:
        if self.dialog is not None:
            self.dialog.complete_with([tag for tag, _ in tags])

    def _forget(self) -> None:
        self.dialog = None
