"""A library is moved by copying, comparing and choosing: the old folder stays as it is."""

import errno
import random
import shutil

import pytest

from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import libraries
from reader.store.checking import Checking
from reader.store.layout import Places
from reader.store.moving import check_target, copy_library, is_library
from reader.text.spans import Span
from tests.store.killing import new_article


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def library(places):
    library = Library(places, lambda call: call())
    (added,) = library.add([Imported(article=new_article("مقال", random.Random(1)), original=b"x")])
    library.add_highlight(added.id, Span(0, 4), "green", "ملاحظة")
    library.flush()
    library.lasting.backups.make()
    yield library
    library.close()


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_library_is_the_same_where_it_is_moved_to_and_stays_where_it_was(library, places, tmp_path):
    before = files(places.library)
    target = tmp_path / "elsewhere" / "library"
    assert copy_library(places, target)

    assert files(target) == files(places.library) == before
    there = Places(target, places.state, places.cache)
    assert Checking(there).run().problems == []
    opened = Library(there, lambda call: call())
    opened.catch_up()
    assert [opened.highlights(name)[0].highlight.note for name in opened.ids()] == ["ملاحظة"]
    assert opened.lasting.backups.names() == library.lasting.backups.names()
    opened.close()


def test_what_changes_while_it_is_copied_is_copied_when_it_is_asked_again(library, places, tmp_path):
    target = tmp_path / "elsewhere"
    copy_library(places, target)
    (name,) = library.ids()
    library.set_starred([name], starred=True)
    library.flush()
    assert copy_library(places, target)

    assert files(target) == files(places.library)


def test_a_copy_that_is_given_up_leaves_no_file_by_halves(library, places, tmp_path):
    target = tmp_path / "elsewhere"
    answers = iter((False, False, True))
    assert not copy_library(places, target, is_cancelled=lambda: next(answers))

    assert all(files(places.library)[path] == data for path, data in files(target).items())


def test_a_full_disk_is_told_and_nothing_half_written_is_left(library, places, tmp_path, monkeypatch):
    def copy_half(source, arriving):
        arriving.write_bytes(source.read_bytes()[:1])
        raise OSError(errno.ENOSPC, "full", str(arriving))

    monkeypatch.setattr(shutil, "copyfile", copy_half)
    with pytest.raises(ReaderError, match=r"disk\.full"):
        copy_library(places, tmp_path / "elsewhere")

    assert files(tmp_path / "elsewhere") == {}


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
