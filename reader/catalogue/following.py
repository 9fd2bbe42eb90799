"""Keep the catalogue in step with files that other processes and devices change."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import time_ns

from reader.catalogue.catalogue import Catalogue, Entry, FileStamp

INTERVAL = 1.0
"""Seconds between two looks at the folders: changes are to be seen within 2 s. Looking at 768 folders takes 2 ms."""

SETTLED = 2_000_000_000
"""ns after which a folder's time can be trusted: some file systems count in steps of up to 2 s (FAT)."""

BATCH = 200

Shard = tuple[str, str, Path]
"""A kind of record, a shard's name and its folder."""


class Follower:
    """Looks at the times of a few hundred folders, and reads only what changed in them.

    `read` makes an article's entry from its files, or returns None for one that cannot be shown; it is called on the
    follower's thread. `on_news` gets, on that thread too, which files of which articles changed since the catalogue
    last saw them.
    """

    def __init__(
        self,
        catalogue: Path,
        shards: Sequence[Shard],
        read: Callable[[str], Entry | None],
        on_news: Callable[[list[tuple[str, str]]], None],
    ) -> None:
        self._catalogue_path = catalogue
        self._shards = shards
        self._read = read
        self._on_news = on_news
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

    def catch_up(self) -> None:
        """Take in everything that changed since the catalogue last looked, on this thread."""
        catalogue = Catalogue(self._catalogue_path)
        try:
            self._look(catalogue)
        finally:
            catalogue.close()

    def _run(self) -> None:
        catalogue = Catalogue(self._catalogue_path)
        try:
            while not self._ending.is_set():
                with suppress(sqlite3.OperationalError):  # another process holds the catalogue: look again in a moment
                    self._look(catalogue)
                self._ending.wait(INTERVAL)
        finally:
            catalogue.close()

    def _look(self, catalogue: Catalogue) -> None:
        known = catalogue.folder_times()
        for kind, shard, folder in self._shards:
            if self._ending.is_set():
                return
            try:
                changed = folder.stat().st_mtime_ns
            except OSError:
                continue
            if known.get((kind, shard)) != changed:
                self._look_through(catalogue, kind, shard, folder, changed)

    def _look_through(self, catalogue: Catalogue, kind: str, shard: str, folder: Path, changed: int) -> None:
        known = catalogue.file_stamps(kind, shard)
        news = {article: stamp for article, stamp in _files(folder).items() if known.get(article) != stamp}
        articles = sorted(news)
        for start in range(0, len(articles), BATCH):
            if self._ending.is_set():
                return
            batch = articles[start : start + BATCH]
            catalogue.put(entry for entry in map(self._read, batch) if entry)
            catalogue.looked_through(kind, shard, None, {article: news[article] for article in batch})
            self._on_news([(kind, article) for article in batch])
        if time_ns() - changed > SETTLED:
            catalogue.looked_through(kind, shard, changed, {})


def _files(folder: Path) -> dict[str, FileStamp]:
    found = {}
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".json") and not entry.name.startswith("."):
                with suppress(FileNotFoundError):
                    stat = entry.stat()
                    found[entry.name.removesuffix(".json")] = FileStamp(stat.st_mtime_ns, stat.st_size)
    return found
