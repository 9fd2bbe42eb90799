"""What became of the library, told to those who listen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.changes import (
    ArticlesAdded,
    ArticlesChanged,
    Change,
    CollectionsChanged,
    DecisionsChanged,
    EntitiesChanged,
    FileUnreadable,
    MarksChanged,
    NotSaved,
    Saved,
    UndoChanged,
)
from reader.errors import ReaderError
from reader.store.layout import is_about_all
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.store.editing import Touched
    from reader.store.history import History


class News:
    """Turns what the store and the follower notice into changes, and announces them on the library's thread."""

    def __init__(self, listeners: Sequence[Callable[[Change], None]], store: Store) -> None:
        self._listeners = listeners
        self._store = store
        self._unreadable: dict[Path, ReaderError] = {}

    def added(self, articles: Sequence[str]) -> None:
        """Tell of new articles."""
        if articles:
            self._announce(ArticlesAdded(tuple(articles)))

    def found_entities(self, article: str) -> None:
        """Tell that an article's people and places are known."""
        self._announce(EntitiesChanged(article))

    def touched(self, touched: "Sequence[Touched]", history: "History") -> None:
        """Tell of records that changed, and of what can be undone now."""
        self._changed(touched)
        self._announce(UndoChanged(history.undo_words, history.redo_words))

    def saved(self) -> None:
        """Tell that everything is on disk."""
        self._announce(Saved())

    def not_saved(self, error: ReaderError) -> None:
        """Tell that something could not be written."""
        self._announce(NotSaved(error))

    def unreadable(self, error: ReaderError) -> None:
        """Tell that a file could not be read; once, until it can be."""
        path = Path(str(error.values.get("file", "")))
        before = self._unreadable.get(path)
        if before is None or before.key != error.key:
            self._unreadable[path] = error
            self._announce(FileUnreadable(path, error))

    def from_outside(self, files: Sequence[tuple[str, str]]) -> None:
        """Tell of files that changed on disk. What this process wrote itself is in memory already, and is no news."""
        changed: list[tuple[str, str]] = []
        for kind, article in files:
            was_known = self._store.knows(kind, article)
            try:
                is_news = self._store.reread(kind, article)
            except ReaderError as error:
                self.unreadable(error)
                is_news = False
            else:
                if was_known:
                    self._unreadable.pop(self._store.places.records(kind, article), None)
            if was_known and not is_news:
                continue
            changed.append((kind, article))
        self._changed(changed)

    def _changed(self, files: Sequence[tuple[str, str]]) -> None:
        """Tell of files of records with new content: of each article's, and once of those about all articles."""
        about_one = [(kind, article) for kind, article in files if not is_about_all(article)]
        for kind, article in about_one:
            if kind == "marks":
                self._announce(MarksChanged(article))
            elif kind == "decisions":
                self._announce(EntitiesChanged(article))
        about_all = {kind for kind, article in files if is_about_all(article)}
        if "decisions" in about_all:
            self._announce(DecisionsChanged())
        if "collections" in about_all:
            self._announce(CollectionsChanged())
        if about_one:
            self._announce(ArticlesChanged(tuple(dict.fromkeys(article for _, article in about_one))))

    def _announce(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
