import gzip
import io
import tarfile
from pathlib import Path
from typing import Self

import pytest

from reader.errors import ReaderError
from reader.intake.files import MOST_BYTES, bytes_of, shown

PAGE = "<!DOCTYPE html><html><body><p>عادت المنارة.</p></body></html>".encode()


class Written(type(Path())):
    """A path whose file another program goes on writing each time it is read, so many times."""

    times = 0

    def open(self, mode: str = "r", **more):
        opened = super().open(mode, **more)
        if mode == "rb" and self.times:
            self.times -= 1
            return _Written(opened, self)
        return opened


class _Written:
    def __init__(self, opened: io.BufferedReader, path: Path) -> None:
        self._opened, self._path = opened, path
        self.fileno = opened.fileno

    def read(self, most: int) -> bytes:
        data = self._opened.read(most)
        with self._path.open("ab") as more:
            more.write(b"more")
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def key_of(path: Path) -> str:
    with pytest.raises(ReaderError) as raised:
        bytes_of(path)
    assert raised.value.values["file"] == str(path)
    return raised.value.key


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_file_that_another_program_writes_is_read_once_it_is_whole_or_not_at_all(tmp_path, times):
    path = Written(tmp_path / "a.txt")
    path.write_bytes(b"first")
    path.times = times
    if times < 3:
        assert bytes_of(path) == b"first" + b"more" * times
    else:
        assert key_of(path) == "import.changing"


def test_a_page_that_was_saved_as_the_server_packed_it_is_unpacked(tmp_path):
    (tmp_path / "a.html").write_bytes(gzip.compress(PAGE))
    assert bytes_of(tmp_path / "a.html") == PAGE


def test_of_what_is_packed_only_texts_are_unpacked_and_no_more_than_the_limit(tmp_path):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a.html"), io.BytesIO())
    (tmp_path / "a.tar.gz").write_bytes(packed.getvalue())
    assert bytes_of(tmp_path / "a.tar.gz") == packed.getvalue()
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b" " * (MOST_BYTES + 2), 1))
    assert key_of(tmp_path / "bomb.gz") == "import.too_large"
    (tmp_path / "empty.gz").write_bytes(gzip.compress(b""))
    assert key_of(tmp_path / "empty.gz") == "import.empty"


PACKED = gzip.compress(PAGE, mtime=0)


@pytest.mark.parametrize("data", [PACKED[:-12], b"\x1f\x8bx", PACKED[:10] + b"\xff" * 20], ids=["cut", "bare", "odd"])
def test_what_is_packed_and_damaged_is_told(tmp_path, data):
    (tmp_path / "a.gz").write_bytes(data)
    assert key_of(tmp_path / "a.gz") == "import.archive_damaged"


def test_names_that_are_no_characters_can_be_shown(tmp_path):
    assert shown(Path("a\udcff.txt")) == "a?.txt"
    assert shown(tmp_path / "اسم\nبسطرين.txt").endswith("اسم\nبسطرين.txt")
