"""The versions of an article's text. None is ever changed or dropped; a field of its state names the current one."""

from collections.abc import Sequence

from reader.annotations.following import moved
from reader.articles.article import Article
from reader.articles.written import written
from reader.errors import ReaderError
from reader.store.edit import Edit
from reader.store.state_records import STATE, to_state
from reader.store.store import Store


class Versions:
    """Adds versions to a store and says which edits make them current. It makes none current itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def adding(self, article: str, text: Article, original: bytes = b"", images: Sequence[bytes] = ()) -> Edit:
        """Put another version of an article on disk; return the edit that makes it the current one.

        Raises ReaderError article.missing.
        """
        if not self._store.has(article):
            raise ReaderError("article.missing", id=article)
        return self._naming(article, self._store.put(article, written(text, original), original, images), text)

    def choosing(self, article: str, version: str) -> Edit:
        """Return the edit that makes a version current which is there already. Raises ReaderError article.missing."""
        text = self._store.version(article, version)
        if text is None:
            raise ReaderError("article.missing", id=article)
        return self._naming(article, version, text)

    def _naming(self, article: str, version: str, text: Article) -> Edit:
        values: dict[str, object] = {"version": version}
        record = self._store.records("states", article).records.get(STATE)
        position = to_state(record).position if record else 0
        before = self._current(article)
        if position and before and before != version:
            earlier = self._store.text_of(article)(before)
            values["position"] = moved(position, earlier or "", text.text)
        return Edit("states", article, STATE, values)

    def _current(self, article: str) -> str:
        try:
            return self._store.article(article)[0]
        except ReaderError:
            return ""
