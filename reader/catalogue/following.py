"""Keep the catalogue in step with files that other processes and devices change."""

import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic, time_ns
from typing import Protocol

from reader.catalogue.catalogue import Catalogue, Entry
from reader.catalogue.files_seen import FileStamp
from reader.errors import ReaderError

INTERVAL = 1.0
"""Seconds between two looks at the folders: changes are to be seen within 2 s. Looking at 1,024 folders takes 3 ms."""

SETTLED = 2_000_000_000
"""ns after which a folder's time can be trusted: some file systems count in steps of up to 2 s (FAT)."""

BATCH = 200

SWEPT = 4
"""Folders looked through at each look whatever their time says, by turns: a file written in place, as some programs
that keep folders in step do, changes no folder. All 1,024 have their turn within some minutes."""

WARY_S, WARY_LOOKS = 0.1, 300
"""Once a folder's time kept silent about a change, as on some network shares, this many s of each look go to more of
them, for so many looks: that is all of 10,000 articles at each look, and of 100,000 every 20 s."""

Shard = tuple[str, str, str]
"""A kind of record, a shard's name and its folder."""

File = tuple[str, str]
"""A kind of record and an article."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What is new in a folder: its files by article, with what they look like, and when the folder had changed.

    Of those that are `as_listed` only that is new.
    """

    kind: str
    shard: str
    changed: int
    files: Mapping[str, FileStamp]
    as_listed: Mapping[str, FileStamp]


class Articles(Protocol):
    """What the follower asks of the library, on its own thread."""

    def read_all(self, batches: Sequence[Sequence[str]]) -> Generator[dict[str, Entry | None], None, None]:
        """Yield the articles' entries from their files, batch by batch, by article; None for nothing to show.

        One that is missing cannot be shown now, and is to be asked again; so is one that lacks its text.
        """

    def has(self, article: str) -> bool:
        """Say whether an article is in the library, written or not."""

    def as_listed(self, kind: str, files: Mapping[str, FileStamp]) -> dict[str, FileStamp]:
        """Return those of some files of a kind, by article, that need not be read: they hold what is listed."""

    def known(self, articles: Sequence[str]) -> None:
        """Take note that the catalogue knows files that were `as_listed`."""

    def is_article(self, name: str) -> bool:
        """Say whether records of this name are an article's; others are news, but make no entry."""

    def accepts(self, path: Path) -> bool:
        """Say whether a file is the library's own by its name."""


class Follower:
    """Looks at the times of a few hundred folders, and reads only what changed in them.

    `on_news` gets, on the follower's thread, which files came, changed or went since the catalogue last saw them.
    """

    def __init__(
        self,
        catalogue: Path,
        shards: Sequence[Shard],
        articles: Articles,
        on_news: Callable[[list[File]], None],
    ) -> None:
        self._catalogue = Catalogue(catalogue)
        self._shards = shards
        self._articles = articles
        self._on_news = on_news
        self._without_text: dict[str, Entry] = {}
        self._looks = self._turn = self._wary = 0
        self._looking = Lock()
        self._ending = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Follow from now on, on a thread of its own."""
        self._thread = Thread(target=self._run, name="library-follower", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Follow no longer."""
        self._ending.set()
        if self._thread:
            self._thread.join()
        self._catalogue.close()

    def look(self) -> None:
        """Take in everything that changed since the catalogue last looked, on this thread.

        Raises ReaderError when the catalogue cannot be used.
        """
        with self._looking:
            self._look()

    def _run(self) -> None:
        while not self._ending.is_set():
            with suppress(ReaderError):  # another process holds the catalogue: look again in a moment
                self.look()
            self._ending.wait(INTERVAL)

    def _look(self) -> None:
        if self._looks == 0:  # an import that was killed may have listed what it never wrote
            listed = self._catalogue.without_file()
            self._catalogue.remove(article for article in listed if not self._articles.has(article))
        found: list[_Found] = []
        known = self._catalogue.files.times()
        for kind, shard, folder in self._shards:
            if self._ending.is_set():
                return
            changed = _changed(folder)
            if changed and known.get((kind, shard)) != changed:
                found += self._look_through(kind, shard, folder, changed)
        silent = self._sweep(known)
        self._wary = WARY_LOOKS if any(each.files for each in silent) else max(self._wary - 1, 0)
        self._take_in([*found, *silent])
        if found or not self._looks:
            self._catalogue.relax()
        self._looks += 1

    def _sweep(self, known: Mapping[tuple[str, str], int]) -> list[_Found]:
        """Look through some of the folders that say they are as they were, by turns."""
        found: list[_Found] = []
        until = monotonic() + (WARY_S if self._wary else 0)
        for done in range(len(self._shards)):
            if self._ending.is_set() or (done >= SWEPT and monotonic() >= until):
                break
            kind, shard, folder = self._shards[self._turn]
            self._turn = (self._turn + 1) % len(self._shards)
            changed = _changed(folder)
            if changed and known.get((kind, shard)) == changed:
                found += self._look_through(kind, shard, folder, changed)
        return found

    def _look_through(self, kind: str, shard: str, folder: str, changed: int) -> list[_Found]:
        known = self._catalogue.files.stamps(kind, shard)
        try:
            there = self._files(folder)
        except OSError:  # a folder that may not be looked into is not an empty one
            return []
        self._take_out(kind, shard, sorted(known.keys() - there.keys()))
        news = {article: stamp for article, stamp in sorted(there.items()) if known.get(article) != stamp}
        as_listed = self._articles.as_listed(kind, news)
        read = {article: stamp for article, stamp in news.items() if article not in as_listed}
        return [_Found(kind, shard, changed, read, as_listed)]

    def _take_in(self, found: Sequence[_Found]) -> None:
        """Put what is new into the catalogue, a batch at a time.

        An article is read once, whatever is new about it: what its files look like was noted before.
        """
        found = self._noted(found)
        files = [(folder, name) for folder in found for name in folder.files]
        read: set[str] = set()
        incomplete: set[tuple[str, str]] = set()
        batches = [files[start : start + BATCH] for start in range(0, len(files), BATCH)]
        with closing(self._articles.read_all(list(self._to_read(batches)))) as answers:
            for batch, entries in zip(batches, answers, strict=True):
                if self._ending.is_set():
                    return
                whole = {name: entry for name, entry in entries.items() if not (entry and entry.lacks_text)}
                lacking = self._new_without_text([entry for entry in entries.values() if entry and entry.lacks_text])
                read |= whole.keys()
                seen = [(folder, name) for folder, name in batch if name in read or not self._articles.is_article(name)]
                shown = {name for _, name in seen}
                incomplete |= {(folder.kind, folder.shard) for folder, name in batch if name not in shown}
                self._catalogue.remove(name for name, entry in whole.items() if entry is None)
                stamps = [(each.kind, each.shard, name, each.files[name]) for each, name in seen]
                self._catalogue.take_in([*filter(None, whole.values()), *lacking], stamps)
                listed = {entry.row.id for entry in lacking}
                if news := [*seen, *((folder, name) for folder, name in batch if name in listed)]:
                    self._on_news([(folder.kind, name) for folder, name in news])
        self._settle([each for each in found if (each.kind, each.shard) not in incomplete])

    def _noted(self, found: Sequence[_Found]) -> list[_Found]:
        """Remember files that hold what is listed, and return what is left to be read.

        So are files whose articles are listed no longer, or were listed anew meanwhile.
        """
        as_listed = [(each.kind, each.shard, name, stamp) for each in found for name, stamp in each.as_listed.items()]
        if not as_listed:
            return list(found)
        there = self._catalogue.files.note(as_listed)
        left = []
        for each in found:
            still = there.intersection(self._articles.as_listed(each.kind, each.as_listed))
            self._articles.known(list(still))
            rest = {name: stamp for name, stamp in each.as_listed.items() if name not in still}
            left.append(replace(each, files={**each.files, **rest}))
        return left

    def _new_without_text(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return those that are listed as they are now, with what the catalogue still knows of their texts.

        They are read at every look until their texts come, and are news once.
        """
        from reader.catalogue.entries import as_it_was

        new = []
        for entry in entries:
            before = self._catalogue.entry(entry.row.id)
            if before is None or self._without_text.get(entry.row.id) != entry:
                self._without_text[entry.row.id] = entry
                new.append(as_it_was(entry, before) if before else entry)
        return new

    def _to_read(self, batches: Sequence[Sequence[tuple[_Found, str]]]) -> Iterator[list[str]]:
        known: set[str] = set()
        for batch in batches:
            names = dict.fromkeys(name for _, name in batch if name not in known and self._articles.is_article(name))
            known |= names.keys()
            yield list(names)

    def _settle(self, folders: Sequence[_Found]) -> None:
        """Remember the folders that were taken in whole, and whose times can be trusted."""
        now = time_ns()
        settled = [(each.kind, each.shard, each.changed) for each in folders if now - each.changed > SETTLED]
        if settled:
            self._catalogue.files.settled(settled)

    def _take_out(self, kind: str, shard: str, gone: Sequence[str]) -> None:
        if not gone:
            return
        (entries,) = self._articles.read_all([gone])
        self._catalogue.remove(article for article in gone if not entries.get(article))
        self._catalogue.put([entry for entry in entries.values() if entry])
        self._catalogue.files.forget(kind, shard, gone)
        self._on_news([(kind, article) for article in gone])

    def _files(self, folder: str) -> dict[str, FileStamp]:
        found = {}
        with os.scandir(folder) as entries:
            # A conflict copy has a longer name than its file and is merged into it before that one is looked at.
            for entry in sorted(entries, key=lambda entry: len(entry.name), reverse=True):
                if not entry.name.endswith(".json") or entry.name.startswith("."):
                    continue
                with suppress(OSError):  # it went while we looked
                    stat = entry.stat()
                    if self._articles.accepts(Path(entry.path)):
                        found[entry.name.removesuffix(".json")] = FileStamp(stat.st_mtime_ns, stat.st_size)
        return found


def _changed(folder: str) -> int:
    """Return when a folder last changed (ns since 1970), 0 for one that is not there."""
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - a path keeps what it made of its name
    except OSError:
        return 0
