"""Copying a library to another folder, so that it can be opened there: copied, compared, and only then used."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.store.disk import TEMPORARY_SUFFIX, Disk, describe, write_whole
from reader.store.layout import Places

Report = Callable[[int, int], None]
"""Gets how many files are copied, and how many there are."""

PARTS = ("states", "texts")
"""The folders that make a folder a library; one of them is enough."""

BATCH_FILES, BATCH_BYTES = 500, 32 << 20
"""So many files or bytes are copied and synced together: each sync takes as long as writing some dozen files."""

Pair = tuple[Path, Path]
"""A file and what is to be its copy."""


def is_library(folder: Path) -> bool:
    """Say whether a library lies in a folder."""
    return any((folder / part).is_dir() for part in PARTS)


def check_target(source: Path, target: Path) -> None:
    """Raise ReaderError library.not_empty or library.inside where a library cannot be moved to."""
    if target.resolve().is_relative_to(source.resolve()) or source.resolve().is_relative_to(target.resolve()):
        raise ReaderError("library.inside", file=str(target))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ReaderError("library.not_empty", file=str(target))


class LibraryCopy:
    """Copies a library with its backups to another folder. The library itself is neither changed nor removed.

    One copy is made on one thread at a time, on any.
    """

    def __init__(self, places: Places, target: Path, disk: Disk | None = None) -> None:
        self._places, self._there = places, replace(places, library=target)
        self._disk = disk or Disk()
        self._copied: dict[Path, tuple[int, int]] = {}  # not what the copies look like: FAT counts time in steps

    def make(
        self,
        report: Report = lambda _done, _total: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Copy what is not copied yet, or changed since; say whether all of it is there, unless it was cancelled.

        When this returns, the copies survive a power cut. Raises ReaderError when a file cannot be copied, or is not
        the same afterwards.
        """
        places, there = self._places, self._there
        roots = (
            (places.library, there.library),
            (places.backups, there.backups),
            (places.set_aside, there.set_aside),
        )
        parts = [list(_pairs(*root)) for root in roots]
        done, total = 0, sum(map(len, parts))
        for part in parts:  # never two of them in one batch: they may lie on two disks
            for batch in _batches(part):
                if is_cancelled():
                    return False
                report(done, total)
                self._copy(batch)
                done += len(batch)
        return True

    def _copy(self, batch: Sequence[Pair]) -> None:
        files: dict[Path, bytes] = {}
        stamps: dict[Path, tuple[int, int]] = {}
        for source, copy in batch:
            try:
                stat = source.stat()
                stamp = (stat.st_mtime_ns, stat.st_size)
                if self._copied.get(source) != stamp:
                    files[copy], stamps[source] = self._disk.read(source), stamp
            except FileNotFoundError:  # it went meanwhile
                continue
            except OSError as error:
                raise describe(error, source) from error
        try:
            write_whole(self._disk, files)
            for copy, data in files.items():
                if self._disk.read(copy) != data:
                    self._disk.remove(copy)
                    raise ReaderError("library.copy_differs", file=str(copy))
        except OSError as error:
            raise describe(error, next(iter(files))) from error
        self._copied |= stamps


def _pairs(source: Path, target: Path) -> Iterator[Pair]:
    for folder, _, names in os.walk(source):
        for name in names:
            if not name.endswith(TEMPORARY_SUFFIX):
                path = Path(folder, name)
                yield path, target / path.relative_to(source)


def _batches(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    batch: list[Pair] = []
    size = 0
    for pair in pairs:
        batch.append(pair)
        size += _size(pair[0])
        if len(batch) == BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
