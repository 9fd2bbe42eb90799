"""Two devices that change the same file while apart: nothing either wrote is lost, and both end with the same bytes."""

import shutil
from pathlib import Path

import pytest

from reader.changes import FileUnreadable, MarksChanged
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import record_file
from reader.store.conflicts import original_name
from reader.store.layout import Places
from reader.text.spans import Span

STEM = "0123456789abcdef" * 2
NAMES = (
    "{}.sync-conflict-20260302-101112-ABCDEFG.json",
    "{} (conflicted copy 2026-03-02 101112).json",
    "{} (حاسوب's conflicted copy 2026-03-02).json",
    "{}_conflict-20260302-101112.json",
    "{}(1).json",
    "{} (2).json",
)


@pytest.fixture
def device(tmp_path: Path):
    """Open the library of a device; each has folders of its own."""
    opened: list[Library] = []

    def open_one(name: str) -> Library:
        root = tmp_path / name
        opened.append(Library(Places(root / "library", root / "state", root / "cache"), post=lambda call: call()))
        return opened[-1]

    yield open_one
    for library in opened:
        library.close()


@pytest.fixture
def two(device, rich_article, tmp_path) -> tuple[Library, Library, str, str]:
    """Two devices with one article and one mark on it, brought there by copying; article and mark."""
    one = device("one")
    (addition,) = one.add([Imported(article=rich_article, original=b"x")])
    mark = one.highlighting.add(addition.id, Span(0, 5), "green", "أولى")
    one.flush()
    shutil.copytree(tmp_path / "one" / "library", tmp_path / "two" / "library")
    return one, device("two"), addition.id, mark.id


def marks_file(library: Library, article: str) -> Path:
    return library.places.records("marks", article)


def exchange(one: Library, two: Library, article: str, name: str) -> None:
    """Do what a program does that keeps folders in step: the later file wins, the other one stays beside it."""
    for library in (one, two):
        library.flush()
    theirs, winner = (marks_file(library, article).read_bytes() for library in (one, two))
    for library in (one, two):
        path = marks_file(library, article)
        path.with_name(name.format(article)).write_bytes(theirs)
        path.write_bytes(winner)


@pytest.mark.parametrize("name", NAMES)
def test_a_conflict_copy_is_known_by_its_name(name):
    assert original_name(name.format(STEM)) == f"{STEM}.json"


@pytest.mark.parametrize("name", [f"{STEM}.json", f"{STEM} copy.json", "ملاحظات.json", f"{STEM}.json.tmp"])
def test_another_file_is_none(name):
    assert not original_name(name)


@pytest.mark.parametrize("name", NAMES)
def test_both_devices_end_with_the_same_bytes_and_every_word_of_both(two, name):
    one, other, article, mark = two
    one.highlighting.change(mark, note="من الحاسوب")
    other.highlighting.change(mark, note="من الهاتف")
    added = [library.highlighting.add(article, Span(6, 9), "blue").id for library in (one, other)]
    exchange(one, other, article, name)
    for library in (one, other):
        library.catch_up()
        library.catch_up()

    for library in (one, other):
        found = {placed.highlight.id: placed.highlight for placed in library.highlighting.of(article)}
        assert set(found) == {mark, *added}
        assert set(found[mark].notes) == {"من الحاسوب", "من الهاتف"}
        assert [path.name for path in marks_file(library, article).parent.iterdir()] == [f"{article}.json"]
        (kept,) = (path for path in library.places.set_aside.rglob("*") if path.is_file())
        assert kept.name == name.format(article)
    assert marks_file(one, article).read_bytes() == marks_file(other, article).read_bytes()


def test_what_one_device_removed_does_not_come_back_with_a_copy(two):
    one, other, article, mark = two
    one.highlighting.remove([mark])
    other.set_starred([article], starred=True)
    exchange(one, other, article, NAMES[0])
    for library in (one, other):
        library.catch_up()

    assert [library.highlighting.of(article) for library in (one, other)] == [(), ()]


def test_a_copy_that_comes_while_following_is_announced(two):
    one, other, article, _ = two
    other.highlighting.of(article)
    other.catch_up()
    told = []
    other.on_change(told.append)
    new = one.highlighting.add(article, Span(6, 9), "blue")
    one.flush()
    path = marks_file(other, article)
    path.with_name(NAMES[0].format(article)).write_bytes(marks_file(one, article).read_bytes())
    other.catch_up()
    other.catch_up()

    assert MarksChanged(article) in told
    assert new.id in {placed.highlight.id for placed in other.highlighting.of(article)}


def test_a_copy_that_has_only_half_arrived_stays_and_is_told_and_taken_in_once_it_is_whole(two):
    one, other, article, _ = two
    new = one.highlighting.add(article, Span(6, 9), "blue")
    one.flush()
    whole = marks_file(one, article).read_bytes()
    copy = marks_file(other, article).with_name(NAMES[0].format(article))
    copy.write_bytes(whole[:100])
    told = []
    other.on_change(told.append)
    other.catch_up()
    assert [change.path for change in told if isinstance(change, FileUnreadable)] == [copy]
    assert copy.read_bytes() == whole[:100]

    copy.write_bytes(whole)
    other.catch_up()
    assert not copy.exists()
    assert new.id in {placed.highlight.id for placed in other.highlighting.of(article)}


def test_a_copy_is_never_merged_over_a_damaged_file(two):
    _, other, article, _ = two
    path = marks_file(other, article)
    copy = path.with_name(NAMES[0].format(article))
    copy.write_bytes(path.read_bytes())
    path.write_bytes(b"{")
    other.catch_up()

    assert path.read_bytes() == b"{"
    assert copy.exists()


def test_what_another_program_wrote_over_while_the_window_was_open_is_put_back(two):
    one, other, article, mark = two
    new = other.highlighting.add(article, Span(6, 9), "blue")
    other.flush()
    other.catch_up()
    marks_file(other, article).write_bytes(marks_file(one, article).read_bytes())
    other.catch_up()
    other.flush()

    again = record_file.decode(marks_file(other, article).read_bytes(), "marks", "")
    assert set(again.records) == {mark, new.id}
