"""A library is moved by copying, comparing and choosing: the old folder stays as it is."""

import errno
import random
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import libraries
from reader.store.checking import Checking
from reader.store.disk import Disk
from reader.store.layout import Places
from reader.store.moving import BATCH_FILES, LibraryCopy, check_target, is_library
from reader.text.spans import Span
from tests.store.faulty_disk import FAULTS, TOLD, FaultyDisk
from tests.store.killing import new_article


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def library(places):
    library = Library(places, lambda call: call())
    (added,) = library.add([Imported(article=new_article("مقال", random.Random(1)), original=b"x")])
    library.highlighting.add(added.id, Span(0, 4), "green", "ملاحظة")
    library.flush()
    library.lasting.backups.make()
    yield library
    library.close()


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_library_is_the_same_where_it_is_moved_to_and_stays_where_it_was(library, places, tmp_path):
    before = files(places.library)
    target = tmp_path / "elsewhere" / "library"
    assert LibraryCopy(places, target).make()

    assert files(target) == files(places.library) == before
    there = Places(target, places.state, places.cache)
    assert Checking(there).run().problems == []
    opened = Library(there, lambda call: call())
    opened.catch_up()
    assert [opened.highlighting.of(name)[0].highlight.note for name in opened.ids()] == ["ملاحظة"]
    assert opened.lasting.backups.names() == library.lasting.backups.names()
    opened.close()


def test_what_changes_while_it_is_copied_is_copied_when_it_is_asked_again(library, places, tmp_path):
    copy = LibraryCopy(places, tmp_path / "elsewhere")
    copy.make()
    (name,) = library.ids()
    library.set_starred([name], starred=True)
    library.flush()
    assert copy.make()

    assert files(tmp_path / "elsewhere") == files(places.library)


def test_what_is_copied_already_is_not_copied_again(library, places, tmp_path):
    disk = FaultyDisk()
    copy = LibraryCopy(places, tmp_path / "elsewhere", disk)
    copy.make()
    disk.fail(1, errno.EIO)
    assert copy.make()

    assert not disk.has_failed


def test_a_copy_that_is_given_up_leaves_no_file_by_halves(library, places, tmp_path):
    originals = [f"{number}".encode() for number in range(BATCH_FILES)]
    chance = random.Random(1)
    library.add([Imported(article=new_article(each.decode(), chance), original=each) for each in originals])
    library.flush()
    target = tmp_path / "elsewhere"
    answers = iter((False, True))
    assert not LibraryCopy(places, target).make(is_cancelled=lambda: next(answers))

    before, copied = files(places.library), files(target)
    assert len(copied) == BATCH_FILES
    assert all(before[path] == data for path, data in copied.items())


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_call_fails_no_file_is_there_by_halves_and_another_try_completes_it(library, places, tmp_path, fault):
    before = files(places.library)
    call = 0
    while True:
        call += 1
        disk, target = FaultyDisk(), tmp_path / f"elsewhere {call}"
        copy = LibraryCopy(places, target, disk)
        disk.fail(call, fault)
        error = error_of(copy)
        if not disk.has_failed:
            break
        assert error.key in TOLD[fault]
        assert all(before[path] == data for path, data in files(target).items())
        disk.mend()
        assert copy.make()
        assert files(target) == before
    assert call > 20


def error_of(copy: LibraryCopy) -> ReaderError | None:
    try:
        copy.make()
    except ReaderError as error:
        return error
    return None


class WornDisk(Disk):
    """Reads something else than was written, where a copy lies."""

    def __init__(self, place) -> None:
        self._place = place

    def read(self, path):
        return super().read(path)[:-1] if Path(path).is_relative_to(self._place) else super().read(path)


def test_a_copy_that_is_not_the_same_is_told_and_does_not_stay(library, places, tmp_path):
    target = tmp_path / "elsewhere"
    with pytest.raises(ReaderError, match=r"library\.copy_differs") as told:
        LibraryCopy(places, target, WornDisk(target)).make()

    assert not Path(told.value.values["file"]).exists()


def test_a_library_is_not_moved_into_itself_or_among_other_files(library, places, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thing").touch()
    for target, key in (
        (places.library / "inside", "library.inside"),
        (tmp_path, "library.inside"),
        (tmp_path / "full", "library.not_empty"),
    ):
        with pytest.raises(ReaderError, match=key):
            check_target(places.library, target)
    check_target(places.library, tmp_path / "new")
    assert is_library(places.library)
    assert not is_library(tmp_path / "full")


def test_the_library_chosen_last_comes_first_and_the_others_are_remembered(tmp_path):
    assert libraries.recent(tmp_path) == []
    libraries.choose(tmp_path, [tmp_path / "a", tmp_path / "b"])
    libraries.choose(tmp_path, [tmp_path / "a"])

    assert libraries.recent(tmp_path) == [tmp_path / "a", tmp_path / "b"]


def test_a_list_of_libraries_that_is_damaged_counts_as_none(tmp_path):
    (tmp_path / "libraries.json").write_bytes(b'{"libraries": 3}')

    assert libraries.recent(tmp_path) == []
