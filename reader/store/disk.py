"""The few things the library asks of a disk, each a method, so that tests can make any of them fail or forget."""

import errno
import os
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from reader.errors import ReaderError

StrPath = str | os.PathLike[str]
"""A place on disk. Where there are thousands, texts take a tenth of the time that paths do."""

MANY = 12
"""Files from which on the whole file system is synced at once where it can be: a file by itself takes milliseconds."""

TEMPORARY_SUFFIX = ".hamish-tmp"

_OF_ROOTS = len("C:\\") - 1  # up to there a separator may belong to the name of the root
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class Disk:
    """A real disk. Every method raises OSError as the operating system gives it."""

    def read(self, path: StrPath) -> bytes:
        """Return a file's bytes."""
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - half of the time where nothing is there
            return file.read()

    def write(self, path: StrPath, data: bytes) -> None:
        """Make a new file with these bytes; they may still be lost in a power cut."""
        descriptor = os.open(path, _NEW, 0o666)  # a third of the time that Path.open takes
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
        finally:
            os.close(descriptor)

    def stat(self, path: StrPath) -> os.stat_result:
        """Return what a file looks like from outside."""
        return os.stat(path)  # noqa: PTH116 - takes texts too

    def sync_file(self, path: StrPath) -> None:
        """Make a file's bytes survive a power cut."""
        self._sync(path, os.O_RDWR)

    def sync_folder(self, path: StrPath) -> None:
        """Make the names in a folder survive a power cut. Windows has no such call: its renames are durable."""
        if os.name == "posix":
            self._sync(path, os.O_RDONLY | os.O_DIRECTORY)

    def sync_file_system(self, path: StrPath) -> bool:
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

    def replace(self, source: StrPath, target: StrPath) -> None:
        """Give a file another name, taking the place of what has that name."""
        os.replace(source, target)  # noqa: PTH105 - as above

    def make_folder(self, path: StrPath) -> bool:
        """Make a folder that only its owner may read, and say whether it is new. Its parent must be there."""
        try:
            os.mkdir(path, 0o700)  # noqa: PTH102 - takes texts too, as all of these do
        except FileExistsError:
            if not os.path.isdir(path):  # noqa: PTH112
                raise
            return False
        return True

    def names(self, path: StrPath) -> list[str]:
        """Return the names in a folder."""
        return os.listdir(path)  # noqa: PTH208

    def remove(self, path: StrPath) -> None:
        """Remove a file; one that is gone already is fine."""
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108

    def _sync(self, path: StrPath, flags: int) -> None:
        descriptor = os.open(path, flags)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_whole(
    disk: Disk, *groups: Mapping[str, bytes] | Mapping[Path, bytes], made: Iterable[str] | None = None
) -> None:
    """Write files so that each is there whole or not at all, also after a power cut, when this returns.

    Each goes to a temporary file beside its place, is synced, then renamed; at the end the folders are synced.
    Files written together share the folders' syncs and become visible in the order given; those of one group once those
    of the group before are safe. `made` are the folders that were just made for them, if they were.

    Raises OSError; then no temporary file is left, and each target is as it was or as it was to be.
    """
    named = [{os.fspath(path): data for path, data in group.items()} for group in groups if group]
    are_many = sum(map(len, named)) >= MANY
    folders = [dict.fromkeys(map(folder_of, group)) for group in named]
    if made is None:
        made = make_folders(disk, chain.from_iterable(folders))
    ending = f".{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
    temporaries = {path: _hidden(path, ending) for group in named for path in group}
    try:
        for group in named:
            for path, data in group.items():
                disk.write(temporaries[path], data)
        _sync_temporaries(disk, temporaries.values(), made, are_many=are_many)
        for group, theirs in zip(named, folders, strict=True):
            for path in group:
                disk.replace(temporaries[path], path)
            _sync_names(disk, theirs, are_many=are_many)
    except OSError:
        _remove_quietly(disk, temporaries.values())
        raise


def folder_of(path: str) -> str:
    """Return the folder that a place lies in."""
    end = path.rfind(os.sep)
    return path[:end] if end > _OF_ROOTS else os.path.dirname(path) or os.curdir  # noqa: PTH120 - six times as long


def _hidden(path: str, ending: str) -> str:
    folder = folder_of(path)
    return f"{folder}{os.sep}.{path.rpartition(os.sep)[2]}{ending}"


def _sync_temporaries(disk: Disk, temporaries: Collection[str], made: Iterable[str], *, are_many: bool) -> None:
    if are_many and disk.sync_file_system(folder_of(next(iter(temporaries)))):
        return
    for folder in made:
        disk.sync_folder(folder_of(folder))
    for temporary in temporaries:  # after all are written: one journal commit then serves many files
        disk.sync_file(temporary)


def _sync_names(disk: Disk, folders: Collection[str], *, are_many: bool) -> None:
    if are_many and disk.sync_file_system(next(iter(folders))):
        return
    for folder in folders:
        disk.sync_folder(folder)


def make_folders(disk: Disk, folders: Iterable[str]) -> dict[str, None]:
    """Make folders with those above them; return the new ones, whose names are still to be synced. Raises OSError."""
    made: dict[str, None] = {}
    there: set[str] = set()
    for folder in folders:
        _make_folder(disk, folder, made, there)
    return made


def sync_whole(disk: Disk, paths: Collection[str]) -> None:
    """Make files that are there already survive a power cut: who put them there may have been ended before it did.

    Raises OSError.
    """
    for path in paths:
        disk.sync_file(path)
    for folder in dict.fromkeys(map(folder_of, paths)):
        disk.sync_folder(folder)


def remove_leftovers(disk: Disk, folders: Iterable[str]) -> None:
    """Remove temporary files that were left when a process was killed. Only under the lock that all writers hold."""
    for folder in folders:
        with suppress(OSError):
            left = [name for name in disk.names(folder) if name.endswith(TEMPORARY_SUFFIX)]
            _remove_quietly(disk, [f"{folder}{os.sep}{name}" for name in left])


def _make_folder(disk: Disk, folder: str, made: dict[str, None], there: set[str]) -> None:
    if folder in there:
        return
    try:
        is_new = disk.make_folder(folder)
    except FileNotFoundError:
        _make_folder(disk, folder_of(folder), made, there)
        is_new = disk.make_folder(folder)
    there.add(folder)
    if is_new:
        made[folder] = None


def _remove_quietly(disk: Disk, paths: Iterable[str]) -> None:
    for path in paths:
        with suppress(OSError):
            disk.remove(path)


def describe(error: OSError, path: StrPath) -> ReaderError:
    """Return what to tell the reader of a failed read or write of the file `path`."""
    name = str(error.filename or path)
    if name.endswith(TEMPORARY_SUFFIX):  # a name that means nothing to a reader
        name = str(path)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ReaderError("disk.full", file=name)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReaderError("disk.no_rights", file=name)
    return ReaderError("disk.failed", file=name, reason=error.strerror or type(error).__name__)
