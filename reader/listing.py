"""The list of articles, kept in step with what lies in the store."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.article import Article
from reader.catalogue.catalogue import Catalogue
from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.store.layout import is_about_all, is_id
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE, to_state
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.catalogue.catalogue import Entry

Records = Callable[[str, str], RecordFile]
"""Returns the records of a kind about an article as they are now, empty ones for those that cannot be read."""

Tell = Callable[[ReaderError], None]
"""Gets what is wrong with a file, on any thread."""


class Listing:
    """Makes the catalogue's entries from the store.

    The catalogue is derived: where it cannot be written, nothing is lost, and the follower takes in later what changed.
    """

    def __init__(self, catalogue: Catalogue, store: Store, records: Records, tell: Tell) -> None:
        self._catalogue = catalogue
        self._store = store
        self._records = records
        self._tell = tell

    def add(self, articles: Sequence[tuple[str, Article, ArticleState, int]], *, named_by_text: bool) -> None:
        """List new articles, with how many highlights each has. `named_by_text` says that ids are fingerprints."""
        from reader.catalogue.entries import entry_of

        self._put(
            [
                entry_of(*article, self._version(article[0]), fingerprint=article[0] if named_by_text else "")
                for article in articles
            ]
        )

    def same(self, address_key: str, fingerprint: str) -> list[str]:
        """Return the articles that have this address, or this fingerprint of their text, as far as they are listed."""
        with suppress(ReaderError):
            return self._catalogue.same(address_key, fingerprint)
        return []

    def renew(self, articles: Sequence[str]) -> None:
        """List articles as they are now. What comes from their texts is taken from the catalogue."""
        self._put([entry for entry in map(self._renewed, filter(self.is_article, articles)) if entry])

    def titled(self, title: str) -> list[str]:
        """Return the articles of a title that are not in the trash, as far as they are listed."""
        with suppress(ReaderError):
            return self._catalogue.titled(title)
        return []

    def title_of(self, article: str) -> str:
        """Return the title that an article has in the list, also when its text is lost."""
        with suppress(ReaderError):
            entry = self._catalogue.entry(article)
            return entry.row.title if entry else ""
        return ""

    def take_text(self, article: str) -> None:
        """List an article as its text is now."""
        from reader.catalogue.entries import entry_of
        from reader.store.mark_records import count

        with suppress(ReaderError):
            version, text = self._store.article(article)
            state = to_state(self._records("states", article).records.get(STATE, Record()))
            self._put([entry_of(article, text, state, count(self._records("marks", article)), version)])

    def read(self, article: str) -> "Entry | None":
        """Return an article's entry from its files alone, on the follower's thread; None while it has none.

        An article with a text is listed, whatever is wrong with its other files.
        """
        from reader.catalogue.entries import entry_of
        from reader.store.mark_records import count

        states = self._read_records("states", article)
        if not self._store.is_on_disk("states", article) or not self._store.versions(article):
            return None
        state = states.records.get(STATE, Record())
        try:
            version, text = self._store.read_article(article, state.value("version", default=""))
        except ReaderError as error:
            self._tell(error)
            return None
        return entry_of(article, text, to_state(state), count(self._read_records("marks", article)), version)

    def has(self, article: str) -> bool:
        """Say whether an article is in the library, written or not. On the follower's thread."""
        return self._store.has(article)

    def is_article(self, name: str) -> bool:
        """Say whether records of this name are an article's, and not about all."""
        return not is_about_all(name)

    def accepts(self, path: Path) -> bool:
        """Say whether a file of records is where one of its name belongs; tell of one that is not.

        A conflict copy is merged into the file that it is a copy of, and goes.
        """
        if is_id(path.stem) and path.parent.name == path.stem[:2]:
            return True
        try:
            is_copy = self._store.take_copy(path)
        except ReaderError as error:
            self._tell(error)
            return False
        if not is_copy:
            self._tell(ReaderError("file.foreign", file=str(path)))
        return False

    def _read_records(self, kind: str, article: str) -> RecordFile:
        try:
            return self._store.read_records(kind, article)
        except ReaderError as error:
            self._tell(error)
            return RecordFile(article)

    def _renewed(self, article: str) -> "Entry | None":
        from reader.catalogue.entries import entry_again, entry_of
        from reader.store.mark_records import count

        state = to_state(self._records("states", article).records.get(STATE, Record()))
        highlights = count(self._records("marks", article))
        with suppress(ReaderError):
            before = self._catalogue.entry(article)
            if before and before.version == self._version(article):
                return entry_again(before, state, highlights)
            version, text = self._store.article(article)
            return entry_of(article, text, state, highlights, version)
        return None

    def _version(self, article: str) -> str:
        version = self._records("states", article).records.get(STATE, Record()).value("version")
        return version if isinstance(version, str) else ""

    def _put(self, entries: "Sequence[Entry]") -> None:
        with suppress(ReaderError):
            self._catalogue.put(entries)
