"""The few things the library asks of a disk, each a method, so that tests can make any of them fail or forget."""

import errno
import os
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reader.errors import ReaderError

MANY = 12
"""Files from which on the whole file system is synced at once where it can be: a file by itself takes milliseconds."""

TEMPORARY_SUFFIX = ".hamish-tmp"


class Disk:
    """A real disk. Every method raises OSError as the operating system gives it."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        return path.read_bytes()

    def write(self, path: Path, data: bytes) -> None:
        """Make a new file with these bytes; they may still be lost in a power cut."""
        with path.open("xb") as file:
            file.write(data)

    def sync_file(self, path: Path) -> None:
        """Make a file's bytes survive a power cut."""
        self._sync(path, os.O_RDWR)

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder survive a power cut. Windows has no such call: its renames are durable."""
        if os.name == "posix":
            self._sync(path, os.O_RDONLY | os.O_DIRECTORY)

    def sync_file_system(self, path: Path) -> bool:
        """Make everything survive a power cut that was written on the file system of a path; say whether that was done.

        Only Linux has such a call (man 2 syncfs). It takes as long as two or three files do by themselves.
        """
        if sys.platform != "linux":
            return False
        import ctypes

        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(path))
        finally:
            os.close(descriptor)
        return True

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another name, taking the place of what has that name."""
        source.replace(target)

    def make_folder(self, path: Path) -> None:
        """Make a folder that only its owner may read; its parent is there. One that exists already is fine."""
        path.mkdir(mode=0o700, exist_ok=True)

    def names(self, path: Path) -> list[str]:
        """Return the names in a folder."""
        return [entry.name for entry in path.iterdir()]

    def remove(self, path: Path) -> None:
        """Remove a file; one that is gone already is fine."""
        path.unlink(missing_ok=True)

    def _sync(self, path: Path, flags: int) -> None:
        descriptor = os.open(path, flags)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(disk: Disk, files: Mapping[Path, bytes]) -> None:
    """Write files so that each is there whole or not at all, also after a power cut, when this returns.

    Each goes to a temporary file beside its place, is synced, then renamed; at the end the folders are synced.
    Several files written together share the folders' syncs and become visible in the order given.

    Raises OSError; then no temporary file is left, and each target is as it was or as it was to be.
    """
    are_many = len(files) >= MANY
    folders = dict.fromkeys(path.parent for path in files)
    made: dict[Path, None] = {}
    for folder in folders:
        _make_folders(disk, folder, made)
    temporaries: dict[Path, Path] = {}
    token = os.urandom(4).hex()
    try:
        for path, data in files.items():
            temporary = path.parent / f".{path.name}.{token}{TEMPORARY_SUFFIX}"
            temporaries[path] = temporary
            disk.write(temporary, data)
        if not (are_many and disk.sync_file_system(next(iter(folders)))):
            for folder in made:
                disk.sync_folder(folder.parent)
            for temporary in temporaries.values():  # after all are written: one journal commit then serves many files
                disk.sync_file(temporary)
        for path, temporary in temporaries.items():
            disk.replace(temporary, path)
    except OSError:
        _remove_quietly(disk, temporaries.values())
        raise
    if not (are_many and disk.sync_file_system(next(iter(folders)))):
        for folder in folders:
            disk.sync_folder(folder)


def sync_whole(disk: Disk, paths: Collection[Path]) -> None:
    """Make files that are there already survive a power cut: who put them there may have been ended before it did.

    Raises OSError.
    """
    for path in paths:
        disk.sync_file(path)
    for folder in dict.fromkeys(path.parent for path in paths):
        disk.sync_folder(folder)


def remove_leftovers(disk: Disk, folders: Iterable[Path]) -> None:
    """Remove temporary files that were left when a process was killed. Only under the lock that all writers hold."""
    for folder in folders:
        with suppress(OSError):
            _remove_quietly(disk, (folder / name for name in disk.names(folder) if name.endswith(TEMPORARY_SUFFIX)))


def _make_folders(disk: Disk, folder: Path, made: dict[Path, None]) -> None:
    """Make a folder with those above it, and note in `made` which are new: their names are still to be synced."""
    if folder in made or folder.is_dir():
        return
    _make_folders(disk, folder.parent, made)
    disk.make_folder(folder)
    made[folder] = None


def _remove_quietly(disk: Disk, paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            disk.remove(path)


def describe(error: OSError, path: Path) -> ReaderError:
    """Return what to tell the reader of a failed read or write of the file `path`."""
    name = str(error.filename or path)
    if name.endswith(TEMPORARY_SUFFIX):  # a name that means nothing to a reader
        name = str(path)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ReaderError("disk.full", file=name)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReaderError("disk.no_rights", file=name)
    return ReaderError("disk.failed", file=name, reason=error.strerror or type(error).__name__)
