"""Which files of a watched folder are whole, and new."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.intake.watching import Sighting, from_json, look, to_json, whole


def test_files_of_folders_are_seen_but_not_what_is_still_arriving(tmp_path):
    (tmp_path / "inside").mkdir()
    for name in ("a.txt", "inside/b.html", "c.html.crdownload", "d.part", ".hidden", "E.TMP"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    assert set(look(tmp_path)) == {tmp_path / "a.txt", tmp_path / "inside/b.html"}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert look(tmp_path / "gone") == {}


def test_a_file_is_whole_once_it_stays_as_it_is(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("begun", encoding="utf-8")
    first = look(tmp_path)
    file.write_text("begun and ended", encoding="utf-8")
    second = look(tmp_path)
    assert whole({}, first, {}) == ()
    assert whole(first, second, {}) == ()
    assert whole(second, look(tmp_path), {}) == (file,)


def test_what_was_taken_comes_again_only_when_it_changed(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    seen = look(tmp_path)
    assert whole(seen, seen, seen) == ()
    os.utime(file, ns=(1, 1))
    now = look(tmp_path)
    assert whole(now, now, seen) == (file,)


@given(st.dictionaries(st.text(min_size=1).map(Path), st.builds(Sighting, st.integers(0), st.integers(0))))
def test_what_is_kept_is_read_back(taken):
    assert from_json(to_json(taken)) == taken


def test_memory_that_is_not_understood_is_none():
    for data in (b"", b"[]", b'{"a": 1}', b'{"a": ["x", 2]}', b"\xff"):
        assert from_json(data) == {}
