"""The one thread that puts changes on disk, in order, and says when they are safe."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.announce import Announce
from reader.store.disk import Disk, describe, write_whole
from reader.store.record_file import RecordFile

LOCK_TIMEOUT = 20.0
"""Seconds to wait for another process that is writing to the same library."""

Key = tuple[str, str]
"""A kind of record and an article's id."""


@dataclass(slots=True)
class _Waiting:
    files: dict[Path, bytes] = field(default_factory=dict)
    records: dict[Key, RecordFile] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.files or self.records)


class Writer:
    """Writes what it is given, whole or not at all, under the library's lock, after reading again and merging.

    What fails stays waiting and is tried again with the next change and at every flush. The thread starts with the
    first change.
    """

    def __init__(self, disk: Disk, lock: Path, path_of: Callable[[str, str], Path], announce: Announce) -> None:
        self._disk = disk
        self._lock = lock
        self._path_of = path_of
        self._announce = announce
        self._condition = Condition()
        self._waiting = _Waiting()
        self._failed: ReaderError | None = None
        self._is_busy = False
        self._is_closing = False
        self._wants_retry = False
        self._thread: Thread | None = None

    def write(self, files: Mapping[Path, bytes], records: Mapping[Key, RecordFile]) -> None:
        """Put files that are written once, then records, on disk, soon. Returns at once."""
        with self._condition:
            self._waiting.files.update(files)
            for key, file in records.items():
                before = self._waiting.records.get(key)
                self._waiting.records[key] = before.merged(file) if before else file
            self._failed = None
            self._start()
            self._condition.notify_all()

    def is_waiting(self, key: Key) -> bool:
        """Say whether records of this file are not yet on disk."""
        with self._condition:
            return self._is_busy or key in self._waiting.records

    def flush(self) -> None:
        """Wait until everything given so far is on disk.

        Raises ReaderError when something could not be written; it stays waiting.
        """
        with self._condition:
            if self._waiting and not self._is_busy:
                self._wants_retry = True
                self._start()
                self._condition.notify_all()
            self._condition.wait_for(self._is_settled)
            if self._failed:
                raise self._failed

    def close(self) -> None:
        """End the thread. What could not be written by a flush before is lost."""
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

    def _has_work(self) -> bool:
        return self._is_closing or self._wants_retry or (bool(self._waiting) and self._failed is None)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(self._has_work)
                if self._is_closing:
                    return
                self._is_busy, self._wants_retry = True, False
                work, self._waiting = self._waiting, _Waiting()
            error = self._write_all(work)
            with self._condition:
                self._keep(work)
                self._failed = error if self._waiting else None
                has_more = bool(self._waiting) and error is None
            if error:
                self._announce.not_saved(error)
            elif not has_more:
                self._announce.saved()
            with self._condition:
                self._is_busy = False
                self._condition.notify_all()

    def _keep(self, failed: _Waiting) -> None:
        self._waiting.files = failed.files | self._waiting.files
        for key, file in failed.records.items():
            newer = self._waiting.records.get(key)
            self._waiting.records[key] = file.merged(newer) if newer else file

    def _write_all(self, work: _Waiting) -> ReaderError | None:
        """Write what there is, taking out of `work` what is safe; return the first error."""
        from filelock import FileLock, Timeout

        try:
            self._lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._lock, timeout=LOCK_TIMEOUT):
                return self._write_files(work) or self._write_records(work)
        except Timeout:
            return ReaderError("library.busy", file=str(self._lock))
        except OSError as error:
            return describe(error, self._lock)

    def _write_files(self, work: _Waiting) -> ReaderError | None:
        missing = {path: data for path, data in work.files.items() if not self._is_there(path, data)}
        try:
            write_whole(self._disk, missing)
        except OSError as error:
            return describe(error, next(iter(missing)))
        work.files.clear()
        return None

    def _write_records(self, work: _Waiting) -> ReaderError | None:
        """Merge what waits with what lies on disk and write it together; where a file cannot be read, it waits on."""
        first_error: ReaderError | None = None
        merged: dict[Key, RecordFile] = {}
        data: dict[Path, bytes] = {}
        for key, file in work.records.items():
            path = self._path_of(*key)
            try:
                before = self._read(path)
                if before is not None:
                    file = record_file.decode(before, key[0], str(path)).merged(file)  # noqa: PLW2901
            except OSError as error:
                first_error = first_error or describe(error, path)
                continue
            except ReaderError as error:
                first_error = first_error or error
                continue
            merged[key] = file
            after = record_file.encode(file, key[0])
            if after != before:
                data[path] = after
        try:
            write_whole(self._disk, data)
        except OSError as error:
            return describe(error, next(iter(data)))
        for key, file in merged.items():
            del work.records[key]
            self._announce.merged(*key, file)
        return first_error

    def _read(self, path: Path) -> bytes | None:
        try:
            return self._disk.read(path)
        except FileNotFoundError:
            return None

    def _is_there(self, path: Path, data: bytes) -> bool:
        return self._read(path) == data
