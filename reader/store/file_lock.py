"""A lock that at most one process holds, and that ends with its process, however that ends.

On POSIX it is the same lock that filelock takes, so that both exclude each other: that takes 7 MB and 40 ms to load,
before the first frame. It is asked on Windows, and where a file system has no such locks.
"""

import errno
import os
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from filelock import BaseFileLock

POLL_S = 0.02

_IN_USE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})


class LockInUseError(Exception):
    """Another holds the lock, and went on holding it for as long as was waited."""


class FileLock:
    """A lock on a file, which is made where there is none and stays. For one thread at a time."""

    def __init__(self, path: Path, timeout: float = 0.0) -> None:
        """`timeout` is for how many seconds the lock is waited for; with none it is tried once."""
        self._path, self._timeout = path, timeout
        self._descriptor = -1
        self._other: BaseFileLock | None = None

    def acquire(self) -> None:
        """Hold the lock from now on. Raises LockInUseError; OSError where the file or its lock cannot be had."""
        until = monotonic() + self._timeout
        while not self._try():
            if monotonic() >= until:
                raise LockInUseError(self._path)
            sleep(POLL_S)

    def release(self) -> None:
        """Hold the lock no longer."""
        if self._other is not None:
            self._other.release()
            self._other = None
        elif self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            os.close(descriptor)

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _try(self) -> bool:
        if os.name != "posix":
            return self._try_other()
        import fcntl

        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            if error.errno == errno.ENOSYS:
                return self._try_other()
            if error.errno in _IN_USE:
                return False
            raise
        if os.fstat(descriptor).st_nlink == 0:  # removed meanwhile: who comes later would lock another file
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def _try_other(self) -> bool:
        import filelock

        other = filelock.FileLock(self._path, timeout=0)
        try:
            other.acquire()
        except filelock.Timeout:
            return False
        except NotImplementedError as error:  # what filelock raises on file systems without locks
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(self._path)) from error
        self._other = other
        return True
