"""Which article is open, with its text and state."""

from PySide6.QtCore import QObject, Signal

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.library import Library


class CurrentArticle(QObject):
    """The open article. It follows the library: a change of its state is announced, and in the trash it is closed."""

    opened = Signal(str, object, object)
    closed = Signal()
    state_changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._id = ""
        self._article: Article | None = None
        self._state: ArticleState | None = None

    @property
    def id(self) -> str:
        """The open article's id, or nothing."""
        return self._id

    @property
    def article(self) -> Article | None:
        """The open article, or None."""
        return self._article

    @property
    def state(self) -> ArticleState | None:
        """The open article's state, or None."""
        return self._state

    def open(self, article: str) -> None:
        """Open an article; one that is open already stays as it is.

        Raises ReaderError when it is not there or cannot be read; then what was open stays open.
        """
        if article == self._id:
            return
        text, state = self._library.article(article), self._library.state(article)
        self._id, self._article, self._state = article, text, state
        self.opened.emit(article, text, state)

    def close(self) -> None:
        """Leave the page empty."""
        if self._id:
            self._id, self._article, self._state = "", None, None
            self.closed.emit()

    def follow(self, changed: tuple[str, ...]) -> None:
        """Take over what changed in the library, if it is about the open article."""
        if self._id not in changed:
            return
        state = self._library.state(self._id)
        if state.trashed:
            self.close()
            return
        text = self._library.article(self._id)
        if text != self._article:
            self._article, self._state = text, state
            self.opened.emit(self._id, text, state)
        elif state != self._state:
            self._state = state
            self.state_changed.emit(state)
