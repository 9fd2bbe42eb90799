"""What the reader does with whole articles: state, source, trash; and taking any of it back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.gui.changing import Changing
from reader.library import Library


class EditArticles(Changing):
    """Turns wishes about articles into changes, and says what became of them.

    `changed_several` carries the message key of what was done to more than one article at once, and to how many.
    """

    deleted = Signal(tuple, str)
    changed_several = Signal(str, int)
    restored = Signal(tuple)
    undone = Signal(str)
    redone = Signal(str)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(library, parent)
        self._opened = ("", 0)
        self._painting = QTimer(self, singleShot=True, interval=0)  # Qt paints before it comes to timers
        self._painting.timeout.connect(self._note_opened)

    def set_reading(self, articles: Sequence[str], reading: Reading) -> None:
        """Say how far the reader is."""
        if self._try(lambda: self._library.set_reading(articles, reading)):
            self._tell(f"undo.marked_{reading.value}", articles)

    def set_starred(self, articles: Sequence[str], *, starred: bool) -> None:
        """Star articles or take the star away."""
        if self._try(lambda: self._library.set_starred(articles, starred=starred)):
            self._tell("undo.starred" if starred else "undo.unstarred", articles)

    def set_archived(self, articles: Sequence[str], *, archived: bool) -> None:
        """Put articles away or bring them back."""
        if self._try(lambda: self._library.set_archived(articles, archived=archived)):
            self._tell("undo.archived" if archived else "undo.unarchived", articles)

    def set_source(self, article: str, source: str) -> None:
        """Say which outlet an article is from."""
        self._try(lambda: self._library.set_source(article, source))

    def set_direction(self, article: str, direction: str) -> None:
        """Turn an article's text round: rtl, ltr, or nothing for its own direction."""
        self._try(lambda: self._library.set_direction(article, direction))

    def turn_source(self, source: str, direction: str, article: str, own: str) -> None:
        """Turn all articles of a source round, and give one of them a direction of its own, or none."""
        self._try(lambda: self._library.collecting.turn_source(source, direction, article, own))

    def decline_source(self, article: str) -> None:
        """Never offer again to add this article's source."""
        self._try(lambda: self._library.decline_source(article))

    def note_opened(self, article: str, position: int) -> None:
        """Remember that an article was opened, at a code point, once its page is painted: the list changes with it.

        One that is left before its page was painted was not read.
        """
        self._opened = (article, position)
        self._painting.start()

    def finish_noting(self) -> None:
        """Remember now what is still to be remembered."""
        if self._painting.isActive():
            self._painting.stop()
            self._note_opened()

    def note_position(self, article: str, position: int) -> None:
        """Remember the code point at the top of the page."""
        self._try(lambda: self._library.note_position(article, position))

    def delete(self, articles: Sequence[str]) -> None:
        """Put articles in the trash, at once; `deleted` tells their ids and the only one's title."""
        if articles:
            self._try(lambda: self._delete(articles))

    def restore(self, articles: Sequence[str]) -> None:
        """Take articles out of the trash."""
        if articles and self._try(lambda: self._library.restore(articles)):
            self.restored.emit(tuple(articles))

    def undo(self) -> None:
        """Take the last step back, whatever it was."""
        self._try(lambda: self.undone.emit(self._library.undo()))

    def redo(self) -> None:
        """Do the step undone last again."""
        self._try(lambda: self.redone.emit(self._library.redo()))

    def _note_opened(self) -> None:
        self.note_position(*self._opened)

    def _tell(self, words: str, articles: Sequence[str]) -> None:
        if len(articles) > 1:
            self.changed_several.emit(words, len(articles))

    def _delete(self, articles: Sequence[str]) -> None:
        title = self._title(articles[0]) if len(articles) == 1 else ""
        self._library.delete(articles)
        self.deleted.emit(tuple(articles), title)

    def _title(self, article: str) -> str:
        try:
            return self._library.article(article).title
        except ReaderError:
            return ""
