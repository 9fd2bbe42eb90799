"""What looks at all articles at once, from disk and the indexes, on whatever thread it is used."""

from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.store.layout import SHARDS, names_in
from reader.store.store import Store

if TYPE_CHECKING:
    from reader.across import Across
    from reader.exports import Exports
    from reader.searching import Searching
    from reader.survey import Survey


_ADDING = (
    *("reader.news", "reader.catalogue.entries", "reader.catalogue.narrowing"),
    *("reader.store.adding", "reader.store.batch", "reader.store.editing", "reader.store.history"),
    *("reader.store.writer", "reader.store.file_lock", "ctypes"),
)


class AnyThread:
    """Makes it for a library; the modules are imported when they are first wanted."""

    _store: Store

    def survey(self) -> "Survey":
        """Return what finds who and what all articles are about."""
        from reader.survey import Survey

        return Survey(self._store)

    def across(self) -> "Across":
        """Return what tells where someone stands in all articles."""
        from reader.across import Across

        return Across(self._store)

    def exports(self) -> "Exports":
        """Return what writes articles and highlights as files of other formats."""
        from reader.exports import Exports

        return Exports(self._store)

    def searching(self, excerpts: int = 3) -> "Searching":
        """Return what searches the words of all articles; it keeps to one thread, and is to be closed.

        What it finds has no more than so many `excerpts` each.
        """
        from reader.searching import Searching

        return Searching(self._store, excerpts)

    def without_text(self) -> frozenset[str]:
        """Return the articles of the list of which no text is on disk, or is to be."""
        from reader.catalogue.catalogue import Catalogue

        texts, missing = self._store.places.library / "texts", set[str]()
        with closing(Catalogue(self._store.places.catalogue)) as catalogue:
            for shard in SHARDS:  # one by one: the ids of 100,000 articles and of their folders take 30 MB
                missing.update(set(catalogue.ids_beginning(shard)).difference(names_in(texts / shard)))
        return frozenset(missing) - self._store.unsaved()

    def backup_is_due(self) -> bool:
        """Say whether it is time for a backup."""
        from reader.store.backups import Backups

        return Backups(self._store.places, self._store.disk).is_due()

    def expect_articles(self) -> None:
        """Load the modules that adding needs, so that the first article does not wait for them where it is added."""
        for name in _ADDING:
            import_module(name)

    def _bring_back(self, path: Path) -> bool:
        """Put an original or a picture where it belongs that lies aside as its article was emptied; say if it did."""
        from reader.store.unused import Unused

        with suppress(ReaderError):
            return Unused(self._store.places, self._store.disk).bring_back(path)
        return False
