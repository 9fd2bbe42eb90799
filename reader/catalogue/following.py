"""Keep the catalogue in step with files that other processes and devices change."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from time import time_ns
from typing import Protocol

from reader.catalogue.catalogue import Catalogue, Entry, FileStamp
from reader.errors import ReaderError

INTERVAL = 1.0
"""Seconds between two looks at the folders: changes are to be seen within 2 s. Looking at 1,024 folders takes 3 ms."""

SETTLED = 2_000_000_000
"""ns after which a folder's time can be trusted: some file systems count in steps of up to 2 s (FAT)."""

BATCH = 200

SWEPT = 4
"""Folders looked through at each look whatever their time says, by turns: a file written in place, as some programs
that keep folders in step do, changes no folder. All 1,024 have their turn within some minutes."""

Shard = tuple[str, str, Path]
"""A kind of record, a shard's name and its folder."""

File = tuple[str, str]
"""A kind of record and an article."""


class Articles(Protocol):
    """What the follower asks of the library, on its own thread."""

    def read(self, article: str) -> Entry | None:
        """Return an article's entry from its files; None for one that cannot be shown now, to be asked again."""

    def has(self, article: str) -> bool:
        """Say whether an article is in the library, written or not."""

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
        self._looks = 0
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
        known = self._catalogue.folder_times()
        turn = self._looks * SWEPT % max(len(self._shards), 1)
        for number, (kind, shard, folder) in enumerate(self._shards):
            if self._ending.is_set():
                return
            changed = _changed(folder)
            if changed and (known.get((kind, shard)) != changed or turn <= number < turn + SWEPT):
                self._look_through(kind, shard, folder, changed)
        self._looks += 1

    def _look_through(self, kind: str, shard: str, folder: Path, changed: int) -> None:
        known = self._catalogue.file_stamps(kind, shard)
        try:
            there = self._files(folder)
        except OSError:  # a folder that may not be looked into is not an empty one
            return
        self._take_out(kind, shard, sorted(known.keys() - there.keys()))
        news = {article: stamp for article, stamp in sorted(there.items()) if known.get(article) != stamp}
        if self._take_in(kind, shard, news) and time_ns() - changed > SETTLED:
            self._catalogue.settled(kind, shard, changed)

    def _take_in(self, kind: str, shard: str, news: Mapping[str, FileStamp]) -> bool:
        """Put articles into the catalogue a batch at a time; say whether all could be shown."""
        articles = list(news)
        is_complete = True
        for start in range(0, len(articles), BATCH):
            if self._ending.is_set():
                return False
            batch = articles[start : start + BATCH]
            others = [name for name in batch if not self._articles.is_article(name)]
            entries = {name: entry for name in batch if name not in others and (entry := self._articles.read(name))}
            is_complete = is_complete and len(entries) + len(others) == len(batch)
            seen = [*entries, *others]
            if seen:
                self._catalogue.put(list(entries.values()))
                self._catalogue.looked_through(kind, shard, {name: news[name] for name in seen})
                self._on_news([(kind, name) for name in seen])
        return is_complete

    def _take_out(self, kind: str, shard: str, gone: Sequence[str]) -> None:
        if not gone:
            return
        entries = {article: self._articles.read(article) for article in gone}
        self._catalogue.remove(article for article, entry in entries.items() if entry is None)
        self._catalogue.put([entry for entry in entries.values() if entry])
        self._catalogue.looked_through(kind, shard, {}, gone)
        self._on_news([(kind, article) for article in gone])

    def _files(self, folder: Path) -> dict[str, FileStamp]:
        found = {}
        with os.scandir(folder) as entries:
            # A conflict copy has a longer name than its file and is merged into it before that one is looked at.
            for entry in sorted(entries, key=lambda entry: len(entry.name), reverse=True):
                if not entry.name.endswith(".json") or entry.name.startswith("."):
                    continue
                with suppress(OSError):  # it went while we looked
                    stat = entry.stat()
                    if self._articles.accepts(folder / entry.name):
                        found[entry.name.removesuffix(".json")] = FileStamp(stat.st_mtime_ns, stat.st_size)
        return found


def _changed(folder: Path) -> int:
    """Return when a folder last changed (ns since 1970), 0 for one that is not there."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0
