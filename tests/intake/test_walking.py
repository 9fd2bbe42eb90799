import os
from pathlib import Path

import pytest

from reader.intake.walking import files_in

DEPTH = 1500  # more than functions may call themselves


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "10.txt",
        "2.txt",
        "مقال ١.txt",
        ".hidden.txt",
        "sub/ب.txt",
        "sub/deep/أ.txt",
        ".git/a.txt",
        "empty/.x",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("نصّ", encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return [found.path.relative_to(folder).as_posix() for found in files_in([folder])]


def test_folders_are_walked_in_the_order_a_reader_counts_and_hidden_names_are_passed_over(folder):
    assert names(folder) == ["2.txt", "10.txt", "مقال ١.txt", "sub/ب.txt", "sub/deep/أ.txt"]


def test_a_hidden_file_that_is_named_is_read(folder):
    assert [found.path for found in files_in([folder / ".hidden.txt"])] == [folder / ".hidden.txt"]


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    (tmp_path / "خبر.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "خبر_files").mkdir()
    (tmp_path / "خبر_files" / "style.css").write_text("", encoding="utf-8")
    (tmp_path / "صور_files").mkdir()
    (tmp_path / "صور_files" / "a.txt").write_text("نصّ", encoding="utf-8")
    assert names(tmp_path) == ["خبر.html", "صور_files/a.txt"]


def test_an_empty_folder_is_told(tmp_path):
    (found,) = files_in([tmp_path])
    assert found.error is not None
    assert (found.error.key, found.error.values) == ("import.folder_empty", {"file": str(tmp_path)})


def test_links_that_go_in_circles_are_not_followed(folder):
    (folder / "sub" / "back").symlink_to(folder, target_is_directory=True)
    assert "sub/back" not in names(folder)
    assert len(names(folder)) == 5


def test_links_that_lead_to_themselves_or_nowhere_are_files_that_cannot_be_read(folder):
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    assert {"itself.txt", "nowhere.txt", "2.txt"} <= set(names(folder))
    assert [found.path for found in files_in([folder / "itself.txt"])] == [folder / "itself.txt"]


def test_folders_are_walked_however_deep_they_lie(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        for _ in range(DEPTH):
            Path("a").mkdir()
            os.chdir("a")  # a path of so many folders is too long for some calls
        Path("x.txt").write_text("نصّ", encoding="utf-8")
        assert [found.path for found in files_in([tmp_path])] == [tmp_path.joinpath(*["a"] * DEPTH, "x.txt")]
    finally:
        Path("x.txt").unlink(missing_ok=True)
        while Path.cwd() != tmp_path:  # what clears temporary folders away calls itself for each
            os.chdir("..")
            Path("a").rmdir()
