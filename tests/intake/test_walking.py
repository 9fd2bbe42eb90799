import os
import sys
from pathlib import Path

import pytest

from reader.intake.walking import files_in


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


@pytest.mark.skipif(sys.platform == "win32", reason="Only POSIX has such rights")
def test_a_folder_without_rights_is_told_and_the_rest_goes_on(folder, without_rights):
    with without_rights(folder / "sub"):
        found = list(files_in([folder]))
    assert [one.error.key for one in found if one.error] == ["import.folder_no_rights"]
    assert len(found) == 4


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_that_are_no_characters_are_walked_too(tmp_path):
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))).write_text("نصّ", encoding="utf-8")
    assert len(list(files_in([tmp_path]))) == 1
