"""What a full disk does not take is saved elsewhere, and comes into the library when it is copied over it."""

import errno
import random
import shutil

import pytest

from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.checking import Checking
from reader.store.disk import Disk
from reader.store.layout import Places
from reader.text.spans import Span
from tests.store.killing import new_article


class FullDisk(Disk):
    """Takes nothing once it is full."""

    is_full = False

    def write(self, path, data):
        if self.is_full:
            raise OSError(errno.ENOSPC, "full", str(path))
        super().write(path, data)


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


def test_unsaved_work_is_saved_elsewhere_and_taken_in_from_there(places, tmp_path):
    chance, disk = random.Random(1), FullDisk()
    library = Library(places, lambda call: call(), disk)
    (first,) = library.add([Imported(article=new_article("أوّل", chance), original=b"x")])
    library.flush()
    disk.is_full = True
    (second,) = library.add([Imported(article=new_article("ثانٍ", chance), original=b"y")])
    for name in (first.id, second.id):
        library.highlighting.add(name, Span(0, 4), "green", "ملاحظة")
    with pytest.raises(ReaderError, match=r"disk\.full"):
        library.flush()
    saved = library.lasting.save_elsewhere(tmp_path)
    again = library.lasting.save_elsewhere(tmp_path)
    library.close()

    assert saved != again
    shutil.copytree(saved, places.library, dirs_exist_ok=True)
    later = Library(places, lambda call: call())
    later.catch_up()
    assert sorted(later.ids()) == sorted([first.id, second.id])
    assert [later.highlighting.of(name)[0].highlight.note for name in later.ids()] == ["ملاحظة"] * 2
    later.close()
    assert Checking(places).run().problems == []


def test_where_nothing_waits_nothing_is_written(places, tmp_path):
    library = Library(places, lambda call: call())
    saved = library.lasting.save_elsewhere(tmp_path)
    library.close()

    assert not saved.exists()


def test_a_folder_that_takes_nothing_is_told(places, tmp_path):
    disk = FullDisk()
    library = Library(places, lambda call: call(), disk)
    disk.is_full = True
    library.add([Imported(article=new_article("أوّل", random.Random(1)), original=b"x")])
    with pytest.raises(ReaderError):
        library.flush()
    (tmp_path / "file").touch()
    with pytest.raises(ReaderError, match="disk"):
        library.lasting.save_elsewhere(tmp_path / "file")
    library.close()
