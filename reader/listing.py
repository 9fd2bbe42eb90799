"""The list of articles, kept in step with what lies in the store."""

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.files_seen import FileStamp
from reader.catalogue.own_files import OwnFiles
from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.store.announce import Announce
from reader.store.disk import Disk
from reader.store.layout import Places, is_about_all, is_id
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE, to_state
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.articles.facts import Facts
    from reader.catalogue.catalogue import Entry
    from reader.store.editing import Touched

    Read = tuple[dict[str, Entry | None], list[tuple[str, dict[str, str | int]]]]

Records = Callable[[str, str], RecordFile]
"""Returns the records of a kind about an article as they are now, empty ones for those that cannot be read."""

Tell = Callable[[ReaderError], None]
"""Gets what is wrong with a file, on any thread."""


MANY = 1000
"""Articles from which on processes of their own read them: to start those takes as long as reading 500."""

LATER = 200
"""Articles added at once from which on they are listed when the list is asked: an import of many asks nothing of it."""

MOST_WAITING = 20_000
"""Articles after which they are listed all the same: they lie in memory, some KB each."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Articles that are added and not yet listed, each with how many highlights it has and the name of its text.

    `same` are their ids by address and by fingerprint.
    """

    articles: "list[tuple[str, Facts, ArticleState, int, str]]" = field(default_factory=list)
    same: dict[str, list[str]] = field(default_factory=dict)

    def take(self, articles: "Sequence[tuple[str, Facts, ArticleState, int, str]]") -> None:
        """Let articles wait."""
        self.articles.extend(articles)
        for name, facts, *_ in articles:
            for key in filter(None, (facts.address_key, facts.fingerprint)):
                self.same.setdefault(key, []).append(name)


class Listing:
    """Makes the catalogue's entries from the store.

    The catalogue is derived: where it cannot be written, nothing is lost, and the follower takes in later what changed.
    """

    def __init__(self, catalogue: Catalogue, store: Store, records: Records, tell: Tell) -> None:
        self._catalogue = catalogue
        self._store = store
        self._records = records
        self._tell = tell
        self._newer: set[str] = set()  # articles that are, or may be, listed as they do not lie on disk yet
        self._comparing = Lock()
        self._waiting = Waiting()
        self._own = OwnFiles()

    def whole(self) -> Catalogue:
        """Return the catalogue with all in it that was added: nobody sees that many articles were to be listed later.

        Where the program ends before, the next one's follower lists them: they are not among the files that it knows.
        """
        self.settle()
        return self._catalogue

    def settle(self) -> None:
        """List what was added and is not listed yet.

        The follower may have listed some of it by now, from newer files: it is to look at all of these again.
        """
        from reader.catalogue.entries import entry_of

        added, self._waiting = self._waiting.articles, Waiting()
        if added:
            with suppress(ReaderError):
                entries = [entry_of(*article) for article in added]
                self._catalogue.put_ahead(entries, [("states", entry.row.id) for entry in entries])
                self._own.listed(entry.row.id for entry in entries)

    def add(self, articles: "Sequence[tuple[str, Facts, ArticleState, int, str]]") -> None:
        """List new articles, each with how many highlights it has and its text's name: many later (see `whole`)."""
        from reader.catalogue.entries import entry_of

        if len(articles) < LATER and not self._waiting.articles:
            if self._put([entry_of(*article) for article in articles]):
                self._own.listed(name for name, *_ in articles)
            return
        self._waiting.take(articles)
        if len(self._waiting.articles) >= MOST_WAITING:
            self.settle()

    def same(self, address_keys: Sequence[str], fingerprints: Sequence[str]) -> dict[str, list[str]]:
        """Return, by address and by fingerprint, the articles that have one of these."""
        same: dict[str, list[str]] = {}
        with suppress(ReaderError):
            same = self._catalogue.same(address_keys, fingerprints)
        for key in (*address_keys, *fingerprints):
            if waiting := self._waiting.same.get(key):
                same.setdefault(key, []).extend(waiting)
        return same

    def renew(self, touched: "Sequence[Touched]") -> None:
        """List articles as they are now, written or not. What comes from their texts is taken from the catalogue."""
        self.settle()
        articles = dict.fromkeys(article for _, article in touched if self.is_article(article))
        self._own.forget(articles)
        with self._comparing:
            self._newer.update(articles)
        entries = [entry for entry in map(self._renewed, articles) if entry]
        with suppress(ReaderError):
            self._catalogue.put_ahead(entries, [each for each in touched if self.is_article(each[1])])

    def look_again(self, kind: str, article: str) -> None:
        """Have a file taken in anew at the next look at the folders."""
        self._own.forget([article])
        with suppress(ReaderError):
            self._catalogue.put_ahead((), [(kind, article)])

    def titled(self, title: str) -> list[str]:
        """Return the articles of a title that are not in the trash."""
        with suppress(ReaderError):
            return self.whole().titled(title)
        return []

    def title_of(self, article: str) -> str:
        """Return the title that an article has in the list, also when its text is lost."""
        with suppress(ReaderError):
            entry = self.whole().entry(article)
            return entry.row.title if entry else ""
        return ""

    def take_text(self, article: str) -> None:
        """List an article as its text is now."""
        from reader.articles.facts import facts_of
        from reader.catalogue.entries import entry_of
        from reader.store.mark_records import count

        self.settle()
        self._own.forget([article])
        with suppress(ReaderError):
            version, text = self._store.article(article)
            state = to_state(self._records("states", article).records.get(STATE, Record()))
            self._put([entry_of(article, facts_of(text), state, count(self._records("marks", article)), version)])

    def read(self, article: str) -> "dict[str, Entry | None]":
        """Return an article's entry from its files alone, on the follower's thread; nothing while it has none.

        An article is listed, whatever is wrong with its other files, also without its text: then its entry says so.
        One without that was removed has None: its trash was emptied.
        """
        from reader.articles.facts import facts_of
        from reader.catalogue.entries import entry_of, entry_without_text
        from reader.store.mark_records import count, present

        states = self._read_records("states", article)
        if not states.records and not self._store.is_on_disk("states", article):
            return {}
        state = states.records.get(STATE, Record())
        named = str(state.value("version", default=""))
        marks = self._read_records("marks", article)
        try:
            version, text = self._store.read_article(article, named)
        except ReaderError as error:
            if error.key != "article.missing":
                self._tell(error)
            elif state.is_deleted:
                return {article: None}
            elif named:
                return {article: entry_without_text(article, to_state(state), present(marks), named)}
            return {}
        return {article: entry_of(article, facts_of(text), to_state(state), count(marks), version)}

    def read_all(self, batches: Sequence[Sequence[str]]) -> "Generator[dict[str, Entry | None], None, None]":
        """Yield articles' entries as `read` gives them, batch by batch; those that have none are left out.

        So are those that were listed anew since: what was read of them is older. Many are read in processes of their
        own: a window keeps its frames meanwhile.
        """
        with self._comparing:
            self._newer = {*self._store.unsaved()}
        for entries in self._read_all(batches):
            with self._comparing:
                older = entries.keys() & self._newer
            yield {article: entry for article, entry in entries.items() if article not in older}

    def made(self, states: Mapping[str, os.stat_result]) -> None:
        """Remember, by article, files of states that the writer just made. May be called on any thread."""
        self._own.made({article: FileStamp(stat.st_mtime_ns, stat.st_size) for article, stat in states.items()})

    def as_listed(self, kind: str, files: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
        """Return those of some files that hold what is listed of their articles. On the follower's thread."""
        return self._own.among(files) if kind == "states" else {}

    def known(self, articles: Sequence[str]) -> None:
        """Forget files that `as_listed` told of: the catalogue knows them. On the follower's thread."""
        self._own.forget(articles)

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

    def _read_all(self, batches: Sequence[Sequence[str]]) -> "Iterator[dict[str, Entry | None]]":
        if sum(map(len, batches)) < MANY:
            for batch in batches:
                yield {article: entry for name in batch for article, entry in self.read(name).items()}
            return
        for entries, errors in read_in_processes(self._store.places, batches):
            for key, values in errors:
                self._tell(ReaderError(key, **values))
            yield entries

    def _read_records(self, kind: str, article: str) -> RecordFile:
        try:
            return self._store.read_records(kind, article)
        except ReaderError as error:
            self._tell(error)
            return RecordFile(article)

    def _renewed(self, article: str) -> "Entry | None":
        from reader.articles.facts import facts_of
        from reader.catalogue.entries import entry_again, entry_of
        from reader.store.mark_records import count

        state = to_state(self._records("states", article).records.get(STATE, Record()))
        highlights = count(self._records("marks", article))
        with suppress(ReaderError):
            before = self._catalogue.entry(article)
            if before and before.version == self._version(article):
                return entry_again(before, state, highlights)
            version, text = self._store.article(article)
            return entry_of(article, facts_of(text), state, highlights, version)
        return None

    def _version(self, article: str) -> str:
        version = self._records("states", article).records.get(STATE, Record()).value("version")
        return version if isinstance(version, str) else ""

    def _put(self, entries: "Sequence[Entry]") -> bool:
        with suppress(ReaderError):
            self._catalogue.put(entries)
            return True
        return False


def read_in_processes(places: Places, batches: Sequence[Sequence[str]]) -> "Iterator[Read]":
    """Yield what `read_entries` returns for each batch, in order; some are read ahead."""
    from reader.crew import Crew
    from reader.isolation import IsolatedFault, Limits

    crew = Crew(Limits(niceness=5))

    def read(batch: Sequence[str]) -> "Read":
        try:
            return crew.run(read_entries, places, batch)
        except (ReaderError, IsolatedFault):  # where no process can be had it only takes longer
            return read_entries(places, batch)

    try:
        for _, answer in crew.in_order((None, partial(read, batch)) for batch in batches):
            yield answer.result()
    finally:
        crew.close()


def read_entries(places: Places, names: Sequence[str]) -> "Read":
    """Return articles' entries from their files, and what is wrong with files: keys and values of errors.

    Runs in a process of its own.
    """
    errors: list[ReaderError] = []
    announce = Announce(lambda *_: None, lambda: None, lambda _: None)
    store = Store(places, Disk(), lambda call: call(), announce)
    listing = Listing(Catalogue(places.catalogue), store, store.records, errors.append)
    entries = {article: entry for name in names for article, entry in listing.read(name).items()}
    return entries, [(error.key, dict(error.values)) for error in errors]
