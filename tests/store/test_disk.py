import errno
from pathlib import Path

import pytest

from reader.store.disk import Disk, StrPath, describe, write_whole


class FailingDisk(Disk):
    """A disk whose n-th call fails."""

    def __init__(self, failing_call: int) -> None:
        self.calls_left = failing_call

    def _count(self) -> None:
        self.calls_left -= 1
        if self.calls_left == 0:
            raise OSError(errno.ENOSPC, "no space", "somewhere")

    def write(self, path: StrPath, data: bytes) -> None:
        self._count()
        super().write(path, data)

    def sync_file(self, path: StrPath) -> None:
        self._count()
        super().sync_file(path)

    def replace(self, source: StrPath, target: StrPath) -> None:
        self._count()
        super().replace(source, target)

    def make_folder(self, path: StrPath) -> bool:
        self._count()
        return super().make_folder(path)


class RecordingDisk(Disk):
    """A disk that remembers what it was asked, in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []

    def sync_file(self, path: StrPath) -> None:
        self.calls.append(("sync", Path(path).parent.name))
        super().sync_file(path)

    def sync_folder(self, path: StrPath) -> None:
        self.calls.append(("sync folder", Path(path).name))
        super().sync_folder(path)

    def replace(self, source: StrPath, target: StrPath) -> None:
        self.calls.append(("rename", Path(target).name))
        super().replace(source, target)


def test_files_are_written_with_their_folders(tmp_path):
    write_whole(Disk(), {tmp_path / "a" / "b" / "x.json": b"1", tmp_path / "a" / "y.json": b"2"})

    assert (tmp_path / "a" / "b" / "x.json").read_bytes() == b"1"
    assert (tmp_path / "a" / "y.json").read_bytes() == b"2"


def test_folders_are_made_for_their_owner_alone(tmp_path):
    write_whole(Disk(), {tmp_path / "library" / "x.json": b"1"})

    assert (tmp_path / "library").stat().st_mode & 0o077 == 0


def test_a_file_is_synced_before_it_gets_its_name_and_its_folder_after(tmp_path):
    disk = RecordingDisk()
    write_whole(disk, {tmp_path / "x.json": b"1"})

    assert disk.calls == [("sync", tmp_path.name), ("rename", "x.json"), ("sync folder", tmp_path.name)]


def test_a_new_folder_is_synced_into_its_parent(tmp_path):
    disk = RecordingDisk()
    write_whole(disk, {tmp_path / "new" / "x.json": b"1"})

    assert disk.calls[0] == ("sync folder", tmp_path.name)


@pytest.mark.parametrize("failing_call", range(1, 8))
def test_a_disk_that_fails_at_any_step_leaves_each_file_old_or_new_and_nothing_beside(tmp_path, failing_call):
    files = {tmp_path / "one.json": b"new 1", tmp_path / "deep" / "two.json": b"new 2"}
    (tmp_path / "one.json").write_bytes(b"old 1")
    with pytest.raises(OSError, match="no space"):
        write_whole(FailingDisk(failing_call), files)

    left = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert left.pop("one.json") in (b"old 1", b"new 1")
    assert left in ({}, {"two.json": b"new 2"})


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EACCES, "disk.no_rights"),
        (errno.EROFS, "disk.no_rights"),
        (errno.EIO, "disk.failed"),
    ],
)
def test_the_reader_is_told_why_a_file_could_not_be_written(code, key):
    error = describe(OSError(code, "reason"), Path("x.json"))

    assert error.key == key
    assert error.values["file"] == "x.json"


def test_the_reader_is_told_the_name_of_a_file_and_not_of_its_temporary_one():
    error = describe(OSError(errno.EACCES, "reason", "/library/.x.json.0011.hamish-tmp"), Path("/library/x.json"))

    assert error.values["file"] == "/library/x.json"
