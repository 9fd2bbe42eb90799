"""Which article is open, with its text and state."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.articles.article import Article
from reader.collections.state import ArticleState
from reader.library import Library


class CurrentArticle(QObject):
    """The open article. It follows the library: a change of its state is announced, and in the trash it is closed.

    Its state has the direction in which it is shown: its own where the reader gave it one, else its source's.
    """

    opened = Signal(str, object, object)
    closed = Signal()
    state_changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._id = ""
        self._article: Article | None = None
        self._state: ArticleState | None = None
        self._own_direction = self._source_direction = ""

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

    @property
    def source(self) -> str:
        """The open article's outlet: the one the reader gave, else the one it came with; or nothing."""
        article, state = self._article, self._state
        return (state.source or article.source) if article is not None and state is not None else ""

    @property
    def own_direction(self) -> str:
        """Which way the reader turned this article alone: rtl, ltr or nothing."""
        return self._own_direction

    @property
    def source_direction(self) -> str:
        """Which way the reader turned all articles of its source: rtl, ltr or nothing."""
        return self._source_direction

    def open(self, article: str) -> None:
        """Open an article; one that is open already stays as it is, and one in the trash leaves the page empty.

        Raises ReaderError when it is not there or cannot be read; then what was open stays open.
        """
        if article == self._id:
            return
        text = self._library.article(article)
        state = self._directed(article, text)
        if state.trashed:
            self.close()
            return
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
        text = self._library.article(self._id)
        state = self._directed(self._id, text)
        if state.trashed:
            self.close()
            return
        if text != self._article:
            self._article, self._state = text, state
            self.opened.emit(self._id, text, state)
        elif state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def follow_source(self) -> None:
        """Take over what changed for all articles of a source."""
        if self._id:
            self.follow((self._id,))

    def _directed(self, article: str, text: Article) -> ArticleState:
        """Return an article's state, with the direction of its source where it has none of its own."""
        state = self._library.state(article)
        self._own_direction = state.direction
        self._source_direction = self._library.direction_of_source(state.source or text.source)
        return replace(state, direction=state.direction or self._source_direction)
