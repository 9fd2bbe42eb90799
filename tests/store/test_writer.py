import errno
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.clock import Clock
from reader.store.disk import Disk, StrPath
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.writer import Announce, OnceWritten, Writer


class SometimesFullDisk(Disk):
    """A disk that is full until it is emptied."""

    def __init__(self) -> None:
        self.is_full = False

    def write(self, path: StrPath, data: bytes) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, "no space", str(path))
        super().write(path, data)


class Heard:
    """What a writer announced."""

    def __init__(self) -> None:
        self.saved = Event()
        self.not_saved = Event()
        self.errors: list[ReaderError] = []
        self.merged: list[RecordFile] = []

    def announce(self) -> Announce:
        return Announce(lambda _kind, _article, file: self.merged.append(file), self.saved.set, self._fail)

    def _fail(self, error: ReaderError) -> None:
        self.errors.append(error)
        self.not_saved.set()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def disk() -> SometimesFullDisk:
    return SometimesFullDisk()


@pytest.fixture
def writer(tmp_path: Path, disk: SometimesFullDisk, heard: Heard) -> Iterator[Writer]:
    writer = Writer(
        disk, tmp_path / "state" / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", heard.announce()
    )
    yield writer
    writer.close()


CLOCK = Clock("here", lambda: datetime(2026, 1, 1, tzinfo=UTC))


def coloured(colour: str, mark: str = "m", clock: Clock = CLOCK) -> RecordFile:
    return RecordFile("f00d", {mark: Record().with_value("colour", colour, clock.stamp())})


def on_disk(path: Path) -> RecordFile:
    return record_file.decode(path.read_bytes(), "marks", path.name)


def test_a_change_is_on_disk_after_a_flush_and_announced_as_saved(tmp_path, writer, heard):
    writer.write({}, {("marks", "f00d"): coloured("green")})
    writer.flush()

    assert on_disk(tmp_path / "marks" / "f00d.json").records["m"].value("colour") == "green"
    assert heard.saved.is_set()


def test_what_another_process_wrote_meanwhile_is_kept(tmp_path, writer, heard):
    writer.write({}, {("marks", "f00d"): coloured("green", "mine")})
    writer.flush()
    path = tmp_path / "marks" / "f00d.json"
    theirs = coloured("blue", "theirs", Clock("there"))
    path.write_bytes(record_file.encode(on_disk(path).merged(theirs), "marks"))
    writer.write({}, {("marks", "f00d"): coloured("pink", "mine")})
    writer.flush()

    assert {name: record.value("colour") for name, record in on_disk(path).records.items()} == {
        "mine": "pink",
        "theirs": "blue",
    }
    assert set(heard.merged[-1].records) == {"mine", "theirs"}


def test_a_full_disk_is_told_and_the_work_written_when_there_is_room(tmp_path, writer, heard, disk):
    disk.is_full = True
    writer.write({}, {("marks", "f00d"): coloured("green")})
    with pytest.raises(ReaderError) as told:
        writer.flush()
    assert told.value.key == "disk.full"
    assert heard.not_saved.is_set()
    assert not heard.saved.is_set()
    assert list((tmp_path / "marks").iterdir()) == []

    disk.is_full = False
    writer.flush()
    assert on_disk(tmp_path / "marks" / "f00d.json").records["m"].value("colour") == "green"
    assert heard.saved.is_set()


def test_a_damaged_file_is_never_written_over_and_does_not_hold_up_others(tmp_path, writer, heard):
    path = tmp_path / "marks" / "f00d.json"
    path.parent.mkdir()
    path.write_bytes(b'{"format": 1, "kind": "marks", "rec')
    writer.write({}, {("marks", "f00d"): coloured("green"), ("marks", "beef"): coloured("blue")})
    with pytest.raises(ReaderError) as told:
        writer.flush()

    assert told.value.key == "file.damaged"
    assert told.value.values["file"] == str(path)
    assert path.read_bytes() == b'{"format": 1, "kind": "marks", "rec'
    assert (tmp_path / "marks" / "beef.json").exists()


def test_a_file_of_a_newer_version_is_never_written_over(tmp_path, writer):
    path = tmp_path / "marks" / "f00d.json"
    path.parent.mkdir()
    newer = b'{"format": 99, "kind": "marks", "article": "f00d", "records": {}}'
    path.write_bytes(newer)
    writer.write({}, {("marks", "f00d"): coloured("green")})
    with pytest.raises(ReaderError) as told:
        writer.flush()

    assert told.value.key == "file.newer"
    assert path.read_bytes() == newer


def test_what_waited_for_a_damaged_file_is_written_once_the_file_is_whole(tmp_path, writer):
    path = tmp_path / "marks" / "f00d.json"
    path.parent.mkdir()
    path.write_bytes(b"{")
    writer.write({}, {("marks", "f00d"): coloured("green", "mine")})
    with pytest.raises(ReaderError):
        writer.flush()
    path.write_bytes(record_file.encode(coloured("blue", "theirs", Clock("there")), "marks"))
    writer.flush()

    assert set(on_disk(path).records) == {"mine", "theirs"}


def test_files_come_before_the_records_that_name_them(tmp_path, heard):
    order: list[str] = []

    class NotingDisk(Disk):
        def replace(self, source: StrPath, target: StrPath) -> None:
            order.append(Path(target).name)
            super().replace(source, target)

    writer = Writer(
        NotingDisk(), tmp_path / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", heard.announce()
    )
    writer.write({str(tmp_path / "texts" / "v.json"): OnceWritten(b"{}", "")}, {("states", "f00d"): coloured("x")})
    writer.flush()
    writer.close()

    assert order == ["v.json", "f00d.json"]


def test_writing_the_same_again_does_not_touch_the_file(tmp_path, writer):
    file = coloured("green")
    path = tmp_path / "marks" / "f00d.json"
    writer.write({}, {("marks", "f00d"): file})
    writer.flush()
    before = path.stat().st_ino
    writer.write({}, {("marks", "f00d"): file})
    writer.flush()

    assert path.stat().st_ino == before


def test_a_folder_without_rights_is_told(tmp_path, heard):
    class ForeignDisk(Disk):
        def make_folder(self, path: StrPath) -> None:
            raise OSError(errno.EACCES, "permission denied", str(path))

    writer = Writer(
        ForeignDisk(), tmp_path / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", heard.announce()
    )
    writer.write({}, {("marks", "f00d"): coloured("green")})
    with pytest.raises(ReaderError) as told:
        writer.flush()
    writer.close()

    assert (told.value.key, told.value.values["file"]) == ("disk.no_rights", str(tmp_path / "marks"))


def test_what_comes_while_something_else_fails_is_tried_too(tmp_path, heard):
    class SlowDisk(Disk):
        began, may_end = Event(), Event()

        def read(self, path: StrPath) -> bytes:
            if Path(path).name == "blocked.json":
                self.began.set()
                self.may_end.wait()
            return super().read(path)

    disk = SlowDisk()
    (tmp_path / "marks" / "blocked.json").mkdir(parents=True)
    writer = Writer(disk, tmp_path / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", heard.announce())
    writer.write({}, {("marks", "blocked"): coloured("green")})
    disk.began.wait()
    writer.write({}, {("marks", "f00d"): coloured("blue")})
    disk.may_end.set()
    with pytest.raises(ReaderError):
        writer.flush()

    assert (tmp_path / "marks" / "f00d.json").exists()
    assert writer.unsaved() == {"blocked"}
    writer.close()


def test_one_file_that_fails_holds_up_its_own_article_only(tmp_path, writer):
    (tmp_path / "texts" / "one.json").mkdir(parents=True)
    writer.write({str(tmp_path / "texts" / "one.json"): OnceWritten(b"1", "0ne")}, {("states", "0ne"): coloured("x")})
    writer.write({str(tmp_path / "texts" / "two.json"): OnceWritten(b"2", "f00d")}, {("states", "f00d"): coloured("x")})
    with pytest.raises(ReaderError):
        writer.flush()

    assert writer.unsaved() == {"0ne"}
    assert not (tmp_path / "states" / "0ne.json").exists()
    assert (tmp_path / "texts" / "two.json").read_bytes() == b"2"
    assert (tmp_path / "states" / "f00d.json").exists()


def test_what_a_killed_process_left_half_written_is_cleared_away(tmp_path, writer):
    leftover = tmp_path / "marks" / ".f00d.json.0011.hamish-tmp"
    leftover.parent.mkdir()
    leftover.write_bytes(b"half")
    writer.write({}, {("marks", "f00d"): coloured("green")})
    writer.flush()

    assert [path.name for path in leftover.parent.iterdir()] == ["f00d.json"]


def test_it_begins_when_it_is_said_to_or_soon_by_itself_or_for_a_flush(tmp_path, heard):
    begin = []
    announce = replace(heard.announce(), later=begin.append)
    writer = Writer(Disk(), tmp_path / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", announce)
    path = tmp_path / "marks" / "f00d.json"
    writer.write({}, {("marks", "f00d"): coloured("green")})
    assert not path.exists()
    writer.flush()
    assert path.exists()
    for colour in ("blue", "pink"):
        heard.saved.clear()
        writer.write({}, {("marks", "f00d"): coloured(colour)})
        if colour == "blue":
            begin[-1]()
        assert heard.saved.wait(10)
        assert on_disk(path).records["m"].value("colour") == colour
    writer.write({}, {("marks", "f00d"): coloured("violet")})
    writer.close()
    assert on_disk(path).records["m"].value("colour") == "violet"


class HeldDisk(Disk):
    """A disk that holds whoever reads a file until it may go on."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.began, self.may_go_on = Event(), Event()

    def read(self, path: StrPath) -> bytes:
        if Path(path).name == self._name:
            self.began.set()
            self.may_go_on.wait()
        return super().read(path)


@pytest.fixture
def held(tmp_path, heard) -> Iterator[tuple[Writer, HeldDisk]]:
    disk = HeldDisk("first.json")
    writer = Writer(disk, tmp_path / "lock", lambda kind, name: tmp_path / kind / f"{name}.json", heard.announce())
    yield writer, disk
    disk.may_go_on.set()
    writer.close()


def test_who_keeps_up_does_not_wait_for_what_is_being_written(held):
    writer, disk = held
    writer.write({}, {("marks", "first"): coloured("green")})
    disk.began.wait()
    writer.keep_up()

    assert writer.unsaved() == {"first"}


def test_who_keeps_up_waits_for_all_that_was_given_before_the_last(tmp_path, held):
    writer, disk = held
    writer.write({}, {("marks", "first"): coloured("green")})
    disk.began.wait()
    writer.write({}, {("marks", "second"): coloured("blue")})
    disk.may_go_on.set()
    writer.keep_up()

    assert (tmp_path / "marks" / "first.json").exists()
    assert writer.unsaved() <= {"second"}


def test_who_keeps_up_is_told_what_cannot_be_written_also_when_it_is_tried_again_with_more(tmp_path, held):
    writer, disk = held
    (tmp_path / "marks" / "first.json").mkdir(parents=True)
    writer.write({}, {("marks", "first"): coloured("green")})
    disk.began.wait()
    writer.write({}, {("marks", "second"): coloured("blue")})
    disk.may_go_on.set()
    with pytest.raises(ReaderError):
        writer.keep_up()

    assert writer.unsaved() == {"first"}
