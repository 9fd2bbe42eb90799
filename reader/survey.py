"""Who and what all articles are about, found in the background and kept in the index of names."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from threading import Lock
from time import monotonic

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.names import Names, Surveyed
from reader.catalogue.unsurveyed import Ids, surveyed_and_gone, unsurveyed
from reader.entities.pool import ExtractionPool, Found, Work, basis
from reader.errors import ReaderError
from reader.store.decisions_on_disk import DecisionsOnDisk, all_in_words, forms_in, in_words
from reader.store.records import Record
from reader.store.state_records import STATE
from reader.store.store import Store
from reader.text.folding import fold

BATCH = 100
LONGEST_WAIT = 1.0
"""Seconds after which what was found is put into the index, however little: a killed program loses no more."""

Report = Callable[[int, int], None]
"""Gets how many articles are looked through, and how many there are to look through."""


class Survey:
    """Looks through every article that was not looked through yet, with this model, these rules and decisions.

    The reader's decisions are those that lie on disk when it begins. What obeys older ones stays in the index until it
    is replaced; what the tagger found serves again.

    What is done is known from the index and the cache, so that a later one goes on where this one was stopped. All
    methods may be called on any thread.
    """

    def __init__(self, store: Store, processes: int = 0) -> None:
        self._store = store
        self._processes = processes
        self._decisions = DecisionsOnDisk(store)
        self._state = Lock()  # guards the two below
        self._pool: ExtractionPool | None = None
        self._cancelled = False

    def run(self, report: Report = lambda _done, _total: None, again: Collection[str] = ()) -> None:
        """Look through what is to be looked through, and return when all of it is done or `cancel` was called.

        `again` are articles that may have another version than the one that was looked through.

        Raises ReaderError when an index cannot be used.
        """
        catalogue, names = Catalogue(self._store.places.catalogue), Names(self._store.places.names)
        try:
            ours = basis()
            self._decisions = DecisionsOnDisk(self._store)
            self._obey(catalogue, names)
            waiting = self._waiting(names, ours, again)
            if waiting:
                self._look_through(names, ours, waiting, report)
        finally:
            names.close()
            catalogue.close()

    def cancel(self) -> None:
        """Stop soon; what was found so far is kept. A survey that was stopped stays so."""
        with self._state:
            self._cancelled = True
            if self._pool is not None:
                self._pool.cancel()

    def _is_cancelled(self) -> bool:
        with self._state:
            return self._cancelled

    def _obey(self, catalogue: Catalogue, names: Names) -> None:
        """Find out which articles other decisions are in force for than when they were looked through."""
        now = {key: words for key, each in self._decisions.everywhere.items() if (words := in_words(each))}
        before = names.obeyed()
        changed = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
        stale = names.articles_of(changed) if changed else set()
        forms = {form for key in changed for form in forms_in(now.get(key, "")) ^ forms_in(before.get(key, ""))}
        if forms:
            stale.update(self._articles_with(forms, catalogue.ids()))
        decided = names.decided()
        for article in {*decided, *self._decisions.articles()}:
            if all_in_words(self._decisions.of(article).here) != decided.get(article, ""):
                stale.add(article)
        if changed or stale:
            names.obey(now, stale)

    def _articles_with(self, forms: Collection[str], articles: Iterable[str]) -> Iterator[str]:
        """Yield the articles in which an added name may stand."""
        folded = [fold(form).removeprefix("ال") for form in forms]
        for article in articles:
            with suppress(ReaderError):
                _, text = self._store.read_article(article, self._version(article))
                words = fold(text.text)
                if any(form in words for form in folded):
                    yield article

    def _waiting(self, names: Names, ours: str, again: Collection[str]) -> Ids:
        catalogue, of_names = self._store.places.catalogue, self._store.places.names
        if gone := surveyed_and_gone(catalogue, of_names):
            names.forget(gone)
        changed = [article for article in again if names.version_of(article) != self._version(article)]
        return unsurveyed(catalogue, of_names, ours, changed)

    def _look_through(self, names: Names, ours: str, waiting: Ids, report: Report) -> None:
        with ExtractionPool(self._processes) as pool:
            with self._state:
                self._pool = pool
                if self._cancelled:
                    return
            report(0, len(waiting))
            batch: list[Surveyed] = []
            begun = monotonic()
            for done, found in enumerate(pool.find(self._works(waiting)), start=1):
                batch.append(self._kept(found, ours))
                if len(batch) == BATCH or monotonic() - begun > LONGEST_WAIT:
                    names.put(batch)
                    batch, begun = [], monotonic()
                report(done, len(waiting))
                if self._is_cancelled():  # what the processes have ready by now would still come
                    break
            names.put(batch)

    def _kept(self, found: Found, ours: str) -> Surveyed:
        work = found.work
        if found.tagger and found.tagger != work.tagger:
            self._store.keep_mentions(work.article, work.version, found.tagger, found.mentions)
        return Surveyed(
            work.article,
            work.version,
            ours,
            found.decided,
            tuple(each.key for each in found.entities),
            all_in_words(work.decisions.here),
        )

    def _works(self, articles: Iterable[str]) -> Iterator[Work]:
        for article in articles:
            with suppress(ReaderError):  # it is told where it is opened; here it waits until it can be read
                version, text = self._store.read_article(article, self._version(article))
                known = self._store.any_mentions(article, version)
                yield Work(article, version, text.text, *known, self._decisions.of(article))

    def _version(self, article: str) -> str:
        with suppress(ReaderError):
            record = self._store.read_records("states", article).records.get(STATE, Record())
            return str(record.value("version", default=""))
        return ""
