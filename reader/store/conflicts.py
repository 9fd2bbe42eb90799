"""Copies that programs which keep folders in step leave beside a file when both sides had changed it.

What both say is merged by id and field; then the copy goes out of the library, to this machine's own state folder.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.disk import Disk, describe, write_whole
from reader.store.file_lock import FileLock, LockInUseError
from reader.store.layout import RECORD_KINDS, Places, is_id
from reader.store.record_file import RecordFile

LOCK_TIMEOUT = 20.0
"""Seconds to wait for another process that is writing to the same library."""

_COPY = re.compile(
    r"(?P<stem>.+?)(?:"
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?"  # Syncthing
    r"|_conflict-[\w-]+"  # ownCloud
    r"| \([^()]*conflicted copy[^()]*\)"  # Dropbox and Nextcloud; the machine's name may stand in it
    r"| ?\(\d{1,3}\)"  # Google Drive, browsers, file managers
    r")(?P<suffix>\.json)?$"
)


def original_name(name: str) -> str:
    """Return the name of the file of which one of this name is a conflict copy; nothing for any other.

    https://docs.syncthing.net/users/syncing.html#conflicting-changes, https://help.dropbox.com/organize/conflicted-copy
    and https://docs.nextcloud.com (“Conflicts”) say how copies are called.
    """
    found = _COPY.match(name)
    return found["stem"] + (found["suffix"] or "") if found else ""


class Conflicts:
    """Takes copies in, under the lock that all writers hold. May be used on any thread."""

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk

    def take_in(self, copy: Path, kind: str, article: str) -> None:
        """Merge a copy of records into the file of an article, make that safe, and move the copy out of the library.

        Raises ReaderError when either cannot be read or written; then both stay as they are.
        """
        with self.locked(copy), suppress(FileNotFoundError):  # then another process was quicker
            self._merge(copy, kind, article)
            self.move_out(copy)

    @contextmanager
    def locked(self, path: Path) -> Iterator[None]:
        """Hold the lock that all writers hold. Raises ReaderError library.busy, or of `path` what the disk raises."""
        lock = self._places.lock
        try:
            lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(lock, timeout=LOCK_TIMEOUT):
                yield
        except LockInUseError as error:
            raise ReaderError("library.busy", file=str(lock)) from error
        except OSError as error:
            raise describe(error, path) from error

    def move_out(self, path: Path) -> Path:
        """Move a file out of the library, to where it stays for who wants to see it again; return where.

        Only under the lock. Raises OSError; then the file is where it was.
        """
        kept = self._free_place(path)
        write_whole(self._disk, {kept: self._disk.read(path)})
        self._disk.remove(path)  # one that comes back after a power cut is only moved out again
        return kept

    def _merge(self, copy: Path, kind: str, article: str) -> None:
        path = self._places.records(kind, article)
        theirs = record_file.decode(self._disk.read(copy), kind, str(copy), article)
        ours = self._there(path, kind, article)
        merged = ours.merged(theirs) if ours else theirs
        if merged != ours:
            write_whole(self._disk, {path: record_file.encode(merged, kind)})

    def _there(self, path: Path, kind: str, article: str) -> RecordFile | None:
        try:
            return record_file.decode(self._disk.read(path), kind, str(path), article)
        except FileNotFoundError:
            return None

    def _free_place(self, path: Path) -> Path:
        folder = self._places.set_aside.joinpath(*path.relative_to(self._places.library).parent.parts)
        place = folder / path.name
        number = 1
        while place.exists():
            number += 1
            place = folder / f"{path.name}.{number}"
        return place


def copied_records(path: Path, places: Places) -> tuple[str, str] | None:
    """Return kind and article of the records of which a file is a conflict copy, by its name and place; else None."""
    if path.suffix != ".json" or path.parent.parent.parent != places.library:
        return None
    kind, stem = path.parent.parent.name, Path(original_name(path.name)).stem
    is_one = kind in RECORD_KINDS and is_id(stem) and path.parent.name == stem[:2]
    return (kind, stem) if is_one else None
