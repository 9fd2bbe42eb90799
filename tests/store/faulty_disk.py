"""A disk that fails at one call, in one of the ways in which disks do."""

import errno

from reader.store.disk import Disk, StrPath

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, 0)
"""What a call fails with; 0 is a write of which only a part arrives before the disk is full."""

TOLD = {
    errno.ENOSPC: {"disk.full"},
    errno.EIO: {"disk.failed"},
    errno.EACCES: {"disk.no_rights"},
    0: {"disk.full"},
}


class FaultyDisk(Disk):
    """Fails at one call, counted from when it is told to, or always; syncs nothing, for no power goes here."""

    def __init__(self) -> None:
        self.calls = 0
        self.failing, self.fault = 0, 0
        self.is_broken = self.has_failed = False

    def fail(self, call: int, fault: int) -> None:
        self.calls, self.failing, self.fault = 0, call, fault
        self.has_failed = False

    def fail_from_now_on(self, fault: int) -> None:
        self.fault, self.is_broken = fault, True

    def mend(self) -> None:
        self.failing, self.is_broken = 0, False

    def read(self, path: StrPath) -> bytes:
        self._count(path)
        return super().read(path)

    def write(self, path: StrPath, data: bytes) -> None:
        if self.calls + 1 == self.failing and not self.fault:
            super().write(path, data[: len(data) // 2])
        self._count(path)
        super().write(path, data)

    def sync_file(self, path: StrPath) -> None:
        self._count(path)

    def sync_folder(self, path: StrPath) -> None:
        self._count(path)

    def sync_file_system(self, path: StrPath) -> bool:
        self._count(path)
        return True

    def replace(self, source: StrPath, target: StrPath) -> None:
        self._count(source)
        super().replace(source, target)

    def make_folder(self, path: StrPath) -> bool:
        self._count(path)
        return super().make_folder(path)

    def names(self, path: StrPath) -> list[str]:
        self._count(path)
        return super().names(path)

    def remove(self, path: StrPath) -> None:
        self._count(path)
        super().remove(path)

    def _count(self, path: StrPath) -> None:
        self.calls += 1
        if self.is_broken or self.calls == self.failing:
            self.has_failed = True
            code = self.fault or errno.ENOSPC
            raise OSError(code, "fault", str(path))
