"""Copying a library to another folder, so that it can be opened there: copied, compared, and only then used."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.store.disk import TEMPORARY_SUFFIX, Disk, describe
from reader.store.layout import Places

Report = Callable[[int, int], None]
"""Gets how many files are copied, and how many there are."""

PARTS = ("states", "texts")
"""The folders that make a folder a library; one of them is enough."""


def is_library(folder: Path) -> bool:
    """Say whether a library lies in a folder."""
    return any((folder / part).is_dir() for part in PARTS)


def check_target(source: Path, target: Path) -> None:
    """Raise ReaderError library.not_empty or library.inside where a library cannot be moved to."""
    if target.resolve().is_relative_to(source.resolve()) or source.resolve().is_relative_to(target.resolve()):
        raise ReaderError("library.inside", file=str(target))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ReaderError("library.not_empty", file=str(target))


def copy_library(
    places: Places,
    target: Path,
    report: Report = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bool:
    """Copy a library with its backups to another folder; say whether all of it is there, unless it was cancelled.

    What is there already as it is to be is left; called again it copies what came meanwhile. The library itself is
    neither changed nor removed. Raises ReaderError when a file cannot be copied, or is not the same afterwards.
    """
    there = replace(places, library=target)
    pairs = [
        *_pairs(places.library, target),
        *_pairs(places.backups, there.backups),
        *_pairs(places.set_aside, there.set_aside),
    ]
    for number, (source, copy) in enumerate(pairs):
        if is_cancelled():
            return False
        report(number, len(pairs))
        _copy(source, copy)
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not Disk().sync_file_system(target):
            for _, copy in pairs:
                Disk().sync_file(copy)
                Disk().sync_folder(copy.parent)
    except OSError as error:
        raise describe(error, target) from error
    return True


def _pairs(source: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    for folder, _, names in os.walk(source):
        for name in names:
            if not name.endswith(TEMPORARY_SUFFIX):
                path = Path(folder, name)
                yield path, target / path.relative_to(source)


def _copy(source: Path, copy: Path) -> None:
    """Copy a file under another name, compare, and give it its own name then."""
    arriving = copy.with_name(f".{copy.name}{TEMPORARY_SUFFIX}")
    try:
        before = source.stat()
        if _is_like(copy, before):
            return
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(source, arriving)
        if arriving.read_bytes() != source.read_bytes():
            raise ReaderError("library.copy_differs", file=str(copy))
        os.utime(arriving, ns=(before.st_atime_ns, before.st_mtime_ns))
        arriving.replace(copy)
    except FileNotFoundError:
        if source.exists():
            raise
    except OSError as error:
        raise describe(error, copy) from error
    finally:
        arriving.unlink(missing_ok=True)


def _is_like(copy: Path, source: os.stat_result) -> bool:
    try:
        there = copy.stat()
    except OSError:
        return False
    return (there.st_mtime_ns, there.st_size) == (source.st_mtime_ns, source.st_size)
