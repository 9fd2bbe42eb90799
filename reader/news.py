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
from reader.store.announce import Post
from reader.store.layout import is_about_all
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.store.editing import Touched
    from reader.store.history import History


_OF_THE_DISK = "disk."
"""What the keys of errors begin with that may be gone in a moment, though the file is the same."""


class News:
    """Turns what the store and the follower notice into changes, and announces them on the library's thread."""

    def __init__(
        self,
        listeners: Sequence[Callable[[Change], None]],
        store: Store,
        list_anew: "Callable[[Sequence[Touched]], None]",
        look_again: Callable[[str, str], None],
        later: Post,
    ) -> None:
        """`list_anew` lists articles whose records changed, `look_again` has a file looked at again.

        `later` makes a call once the page shows what is new.
        """
        self._listeners = listeners
        self._store = store
        self._list_anew, self._look_again, self._later = list_anew, look_again, later
        self._unreadable: dict[Path, ReaderError] = {}
        self._untold: list[str] = []

    def added(self, articles: Sequence[str], *, more_follow: bool = False) -> None:
        """Tell of new articles, with those of before that `more_follow` was said of."""
        self._untold += articles
        if self._untold and not more_follow:
            told, self._untold = tuple(self._untold), []
            self._announce(ArticlesAdded(told))

    def found_entities(self, article: str) -> None:
        """Tell that an article's people and places are known."""
        self._announce(EntitiesChanged(article))

    def touched(self, touched: "Sequence[Touched]", history: "History") -> None:
        """Have the articles listed whose records changed, and tell of that and of what can be undone now.

        What was marked is told first: all that the list says of it is how much there is.
        """
        is_marking = all(kind == "marks" for kind, _ in touched)
        if not is_marking:
            self._list_anew(touched)
        self._records_changed(touched)
        if is_marking:
            self._later(lambda: self._list_later(touched))
        else:
            self._listed(_articles(touched))
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
                if error.key.startswith(_OF_THE_DISK):  # else it is looked at again when it changes
                    self._look_again(kind, article)
                is_news = False
            else:
                if was_known:
                    self._unreadable.pop(self._store.places.records(kind, article), None)
            if was_known and not is_news:
                continue
            changed.append((kind, article))
        self._records_changed(changed)
        self._listed(_articles(changed))

    def _list_later(self, touched: "Sequence[Touched]") -> None:
        self._list_anew(touched)
        self._listed(_articles(touched))

    def _listed(self, articles: tuple[str, ...]) -> None:
        if articles:
            self._announce(ArticlesChanged(articles))

    def _records_changed(self, files: Sequence[tuple[str, str]]) -> None:
        """Tell of files of records with new content: of each article's, and once of those about all articles."""
        for kind, article in files:
            if is_about_all(article):
                continue
            if kind == "marks":
                self._announce(MarksChanged(article))
            elif kind == "decisions":
                self._announce(EntitiesChanged(article))
        about_all = {kind for kind, article in files if is_about_all(article)}
        if "decisions" in about_all:
            self._announce(DecisionsChanged())
        if "collections" in about_all:
            self._announce(CollectionsChanged())

    def _announce(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)


def _articles(files: "Sequence[Touched]") -> tuple[str, ...]:
    """Return the articles of files of records, each once; not what is about all."""
    return tuple(dict.fromkeys(article for _, article in files if not is_about_all(article)))
