"""The one thread that puts changes on disk, in order, and says when they are safe."""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import NamedTuple

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.announce import Announce
from reader.store.disk import (
    Disk,
    StrPath,
    describe,
    folder_of,
    make_folders,
    remove_leftovers,
    sync_whole,
    write_whole,
)
from reader.store.file_lock import FileLock, LockInUseError
from reader.store.kept_files import KeptFiles
from reader.store.record_file import RecordFile

LOCK_TIMEOUT = 20.0
"""Seconds to wait for another process that is writing to the same library."""

PATIENCE = 0.1
"""Seconds after which what was given is written though `begin` was not called: the one who calls it may be busy."""

Key = tuple[str, str]
"""A kind of record and an article's id."""


@dataclass(frozen=True, slots=True)
class OnceWritten:
    """A file that is written once, and the article that it belongs to."""

    data: bytes
    article: str


@dataclass(slots=True)
class _Waiting:
    files: dict[str, OnceWritten] = field(default_factory=dict)
    records: dict[Key, RecordFile] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.files or self.records)

    def articles(self) -> frozenset[str]:
        return frozenset(file.article for file in self.files.values()).union(article for _, article in self.records)

    def after(self, failed: "_Waiting") -> "_Waiting":
        """Return this together with what failed before it came."""
        records = dict(failed.records)
        for key, file in self.records.items():
            records[key] = records[key].merged(file) if key in records else file
        return _Waiting(failed.files | self.files, records)


class _Merged(NamedTuple):
    """Records as they are to lie on disk, and whether some lay there."""

    key: Key
    file: RecordFile
    was_there: bool


class Writer:
    """Writes what it is given, whole or not at all, under the library's lock, after reading again and merging.

    What fails stays waiting and is tried again with the next change and at every flush. The thread starts with the
    first change. It begins to write when Announce.later says so, once the window shows what changed: of the two at the
    same time each would hold up the other. `hindrance` is asked on it before anything is written.
    """

    def __init__(
        self,
        disk: Disk,
        lock: Path,
        path_of: Callable[[str, str], StrPath],
        announce: Announce,
        hindrance: Callable[[], ReaderError | None] = lambda: None,
    ) -> None:
        self._disk = disk
        self._hindrance = hindrance
        self._lock = lock
        self._path_of = path_of
        self._announce = announce
        self._kept = KeptFiles()
        self._condition = Condition()
        self._waiting = _Waiting()
        self._in_work = _Waiting()
        self._failed: ReaderError | None = None
        self._is_busy = self._may_begin = False
        self._is_closing = False
        self._wants_retry = self._is_trying_again = False
        self._thread: Thread | None = None
        self._made: dict[str, None] = {}  # folders whose names may not be safe yet
        self._cleared: set[str] = set()  # folders in which nothing is left of a process that was killed

    def write(self, files: Mapping[str, OnceWritten], records: Mapping[Key, RecordFile]) -> None:
        """Put files that are written once, then records, on disk, soon. Returns at once.

        Records of an article wait until its files are on disk. What is given together is synced together.
        """
        given = _Waiting(dict(files), dict(records))
        with self._condition:
            self._waiting = given.after(self._waiting)
            self._failed = None
            self._may_begin = False
            self._start()
            self._condition.notify_all()
        self._announce.later(self._begin)

    def is_waiting(self, key: Key) -> bool:
        """Say whether records of this file are not yet on disk."""
        with self._condition:
            return key in self._waiting.records or key in self._in_work.records

    def waiting_file(self, path: str) -> OnceWritten | None:
        """Return a file that is not yet on disk."""
        with self._condition:
            return self._waiting.files.get(path) or self._in_work.files.get(path)

    def unsaved(self) -> frozenset[str]:
        """Return the ids of the articles of which something is not yet on disk."""
        with self._condition:
            return self._waiting.articles() | self._in_work.articles()

    def waiting(self) -> tuple[dict[Path, bytes], dict[Key, RecordFile]]:
        """Return the files and the records that are not yet on disk."""
        with self._condition:
            all_of_it = self._waiting.after(self._in_work)
        return {Path(path): file.data for path, file in all_of_it.files.items()}, all_of_it.records

    def flush(self) -> None:
        """Wait until everything given so far is on disk.

        Raises ReaderError when something could not be written; it stays waiting.
        """
        with self._condition:
            if self._waiting and not self._is_busy:
                self._wants_retry = True
                self._start()
            self._begin()
            self._condition.wait_for(self._is_settled)
            if self._failed:
                raise self._failed

    def keep_up(self) -> None:
        """Wait until all is on disk that was given before what is being written now, so that little lies in memory.

        Raises ReaderError when something could not be written; it stays waiting.
        """
        with self._condition:
            self._begin()
            self._condition.wait_for(lambda: self._failed or not (self._waiting or self._is_trying_again))
            if self._failed:
                raise self._failed

    def close(self) -> None:
        """Write what was never tried, and end the thread. What could not be written by a flush before is lost."""
        with self._condition:
            self._is_closing = True
            self._condition.notify_all()
        if self._thread:
            self._thread.join()

    def _is_settled(self) -> bool:
        return not self._is_busy and not self._wants_retry and (not self._waiting or self._failed is not None)

    def _start(self) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._run, name="library-writer", daemon=True)
            self._thread.start()

    def _begin(self) -> None:
        with self._condition:
            self._may_begin = True
            self._condition.notify_all()

    def _has_work(self) -> bool:
        return self._wants_retry or (bool(self._waiting) and self._failed is None)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._is_closing or self._has_work())
                if not self._has_work():
                    return
                self._condition.wait_for(lambda: self._is_closing or self._may_begin, PATIENCE)
                self._is_busy, self._may_begin, self._wants_retry = True, False, False
                work, self._waiting = self._waiting, _Waiting()
                self._in_work = _Waiting(dict(work.files), dict(work.records))
                self._condition.notify_all()
            error = self._write_all(work)
            with self._condition:
                has_more = bool(self._waiting)  # what came meanwhile is tried too before anything is called failed
                self._waiting, self._in_work = self._waiting.after(work), _Waiting()
                self._failed = error if self._waiting and not has_more else None
                self._is_trying_again = error is not None and has_more
            if error:
                self._announce.not_saved(error)
            elif not has_more:
                self._announce.saved()
            with self._condition:
                self._is_busy = False
                self._condition.notify_all()

    def _write_all(self, work: _Waiting) -> ReaderError | None:
        """Write what there is, taking out of `work` what is safe; return the first error."""
        try:
            self._lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._lock, timeout=LOCK_TIMEOUT):
                if hindrance := self._hindrance():
                    return hindrance
                if self._write_at_once(work):
                    return None
                error = self._write_files(work)
                return self._write_records(work) or error
        except LockInUseError:
            return ReaderError("library.busy", file=str(self._lock))
        except OSError as error:
            return describe(error, self._lock)

    def _write_files(self, work: _Waiting) -> ReaderError | None:
        failed = self._put({path: file.data for path, file in work.files.items()})
        work.files = {path: work.files[path] for path in failed}
        return next(iter(failed.values()), None)

    def _put(self, files: Mapping[str, bytes]) -> dict[str, ReaderError]:
        """Put files on disk, all together; when that fails each by itself, so that none hinders the rest.

        Returns what was wrong with those that failed.
        """
        error = self._put_together(files) if files else None
        if error is None or len(files) == 1:
            return dict.fromkeys(files, error) if error else {}
        return {path: error for path, data in files.items() if (error := self._put_together({path: data}))}

    def _put_together(self, *groups: Mapping[str, bytes], absent: Collection[str] = ()) -> ReaderError | None:
        """Put files on disk, those of one group after those of the one before are safe.

        One that is there as it is to be is made safe, and no more. `absent` were looked for and are not there.
        """
        try:
            parents = {path: folder_of(path) for group in groups for path in group}
            new = make_folders(self._disk, parents.values())
            self._made |= new
            missing = [
                {
                    path: data
                    for path, data in group.items()
                    if path in absent or parents[path] in new or self._read(path) != data
                }
                for group in groups
            ]
            folders = {parents[path] for group in missing for path in group} - new.keys() - self._cleared
            remove_leftovers(self._disk, folders)
            self._cleared |= folders
            there = [path for group, rest in zip(groups, missing, strict=True) for path in group if path not in rest]
            sync_whole(self._disk, there)
            write_whole(self._disk, *missing, made=self._made)
            self._made = {}
        except OSError as error:
            return describe(error, next(path for group in groups for path in group))
        return None

    def _write_at_once(self, work: _Waiting) -> bool:
        """Write files, then states, then everything else, with the fewest syncs; say whether all went well.

        Else all of it is to be tried in smaller parts: what is on disk all the same lies there as it is to be.
        """
        states = {key: file for key, file in work.records.items() if key[0] == "states"}
        others = {key: file for key, file in work.records.items() if key[0] != "states"}
        merged, error = self._merged(states | others)
        if error:
            return False
        groups: list[dict[str, bytes]] = [{path: file.data for path, file in work.files.items()}, {}, {}]
        for path, one in merged.items():
            groups[1 if one.key in states else 2][path] = self._encoded(path, one)
        if self._put_together(*groups, absent={path for path, one in merged.items() if not one.was_there}):
            return False
        work.files = {}
        self._settle(work, merged)
        return True

    def _write_records(self, work: _Waiting) -> ReaderError | None:
        """Write the states, then everything else: whatever breaks off, no marks are there without their article."""
        without_files = {file.article for file in work.files.values()}
        states = {key: file for key, file in work.records.items() if key[0] == "states" and key[1] not in without_files}
        error = self._write_merged(work, states)
        failed = {key[1] for key in work.records if key[0] == "states" and not os.path.exists(self._path_of(*key))}  # noqa: PTH110
        others = {
            key: file
            for key, file in work.records.items()
            if key[0] != "states" and key[1] not in without_files | failed
        }
        return error or self._write_merged(work, others)

    def _write_merged(self, work: _Waiting, records: Mapping[Key, RecordFile]) -> ReaderError | None:
        """Merge records with what lies on disk and write them together; where a file cannot be read, they wait on."""
        merged, error = self._merged(records)
        failed = self._put({path: self._encoded(path, one) for path, one in merged.items()})
        self._settle(work, {path: one for path, one in merged.items() if path not in failed})
        return error or next(iter(failed.values()), None)

    def _merged(self, records: Mapping[Key, RecordFile]) -> tuple[dict[str, _Merged], ReaderError | None]:
        """Return records with what lies on disk, but for files that cannot be read; and why the first cannot."""
        first_error: ReaderError | None = None
        merged: dict[str, _Merged] = {}
        for key, file in records.items():
            path = os.fspath(self._path_of(*key))
            try:
                there = self._there(path, key)
            except ReaderError as error:
                first_error = first_error or error
            else:
                merged[path] = _Merged(key, there.merged(file) if there else file, there is not None)
        return merged, first_error

    def _settle(self, work: _Waiting, written: Mapping[str, _Merged]) -> None:
        """Take records that are safe out of the work, and tell of those that were merged and of states that are new."""
        for one in written.values():
            del work.records[one.key]
            if one.was_there:
                self._announce.merged(*one.key, one.file)
        made = {path: one.key[1] for path, one in written.items() if one.key[0] == "states" and not one.was_there}
        with suppress(OSError):  # it is gone again: then it is looked at as any other
            self._announce.made({article: self._disk.stat(path) for path, article in made.items()})

    def _encoded(self, path: str, one: _Merged) -> bytes:
        """Return a file of records as it is to lie on disk. What is new is not remembered: nothing of it is there."""
        if one.was_there:
            return self._kept.encode(path, one.file, one.key[0])
        return record_file.encode(one.file, one.key[0])

    def _there(self, path: str, key: Key) -> RecordFile | None:
        kind, article = key
        try:
            data = self._read(path)
        except OSError as error:
            raise describe(error, path) from error
        return None if data is None else self._kept.decode(path, data, kind, article)

    def _read(self, path: str) -> bytes | None:
        try:
            return self._disk.read(path)
        except FileNotFoundError:
            return None
