"""Projects and smart folders on the command line."""

import pytest

from reader.library import Library
from tests.test_cli import Hamish, hamish, sample

__all__ = ["hamish", "sample"]


@pytest.fixture
def other(hamish: Hamish, tmp_path) -> str:
    """Another article."""
    path = tmp_path / "السفن.txt"
    path.write_text("عودة السفن\n\nفقرة أولى طويلة بما يكفي لتكون فقرة.\n", encoding="utf-8")
    _, (result,), _ = hamish("import", str(path), "--json")
    return result["id"]


def test_a_project_is_made_filled_and_shown(hamish, sample, other):
    status, (made,), _ = hamish("project", "مدن  البحر", "--new", "--add", sample[:8], "--note", "أسئلة", "--json")
    assert status == 0
    assert made == {
        "id": made["id"], "kind": "project", "name": "مدن البحر", "note": "أسئلة", "articles": [sample],
    }  # fmt: skip
    _, (changed,), _ = hamish("project", "مدن البحر", "--add", other, "--take-out", sample, "--json")
    assert changed == made | {"articles": [other]}
    assert hamish("project", made["id"][:6], "--json")[1] == [changed]


def test_a_project_that_is_there_is_not_made_twice(hamish, sample):
    for _ in range(2):
        hamish("project", "واحد", "--new")
    _, (only,), _ = hamish("folders", "--json")
    assert (only["kind"], only["name"], only["articles"]) == ("project", "واحد", 0)


def test_a_search_is_kept_changed_and_asked(hamish, sample, other):
    hamish("tag", other, "--add", "بحر")
    status, (kept,), _ = hamish("smart", "للقراءة", "--keep", "--tag", "بحر", "--state", "unread", "--json")
    assert status == 0
    assert (kept["kind"], kept["asked"]) == ("smart", {"tags": ["بحر"], "reading": "unread"})
    assert kept["articles"] == [other]
    assert [row["id"] for row in hamish("list", "--in", "للقراءة", "--json")[1]] == [other]

    hamish("smart", "للقراءة", "--keep", "--starred")
    assert hamish("smart", "للقراءة", "--json")[1][0]["articles"] == []
    assert hamish("folders", "--json")[1] == [
        {"id": kept["id"], "kind": "smart", "name": "للقراءة", "articles": 0},
    ]


def test_the_words_of_a_kept_search_are_searched_for(hamish, sample, other):
    status, (kept,), _ = hamish("smart", "السفن", "--keep", "--filter", "عنوان:«عودة السفن»", "--json")
    assert (status, kept["articles"]) == (0, [other])
    assert [row["id"] for row in hamish("list", "--in", "السفن", "--json")[1]] == [other]
    assert hamish("folders", "--json")[1][0]["articles"] == 1


def test_a_folder_gets_another_name_and_goes_and_its_articles_stay(hamish, sample):
    hamish("project", "أوّل", "--new", "--add", sample)
    _, (renamed,), _ = hamish("project", "أوّل", "--rename", "ثانٍ", "--json")
    assert renamed["name"] == "ثانٍ"
    assert hamish("project", "ثانٍ", "--remove", "--json")[1] == [{"id": renamed["id"], "status": "removed"}]
    assert hamish("folders", "--json")[1] == []
    assert [row["id"] for row in hamish("list", "--json")[1]] == [sample]


def test_the_list_is_narrowed_by_options(hamish, sample, other):
    hamish("tag", other, "--add", "بحر")
    assert [row["id"] for row in hamish("list", "--tag", "بحر", "--json")[1]] == [other]
    assert hamish("list", "--starred", "--json")[1] == []
    assert len(hamish("list", "--state", "unread", "--json")[1]) == 2


@pytest.mark.parametrize("command", ["project", "smart"])
def test_a_folder_that_is_not_there_is_told(hamish, sample, command):
    status, results, complaint = hamish(command, "لا شيء", "--json")
    assert (status, results) == (1, [])
    assert "لا شيء" in complaint


def test_of_two_folders_of_one_name_neither_is_changed(hamish, places, sample):
    library = Library(places, lambda call: call())
    first, _ = (library.collecting.new_case_folder("واحد") for _ in range(2))
    library.flush()
    library.close()
    assert hamish("project", "واحد", "--note", "نصّ")[0] == 1
    assert hamish("project", first[:10], "--note", "نصّ", "--json")[1][0]["note"] == "نصّ"


def test_a_name_without_letters_is_refused(hamish, sample):
    assert hamish("project", " ", "--new", "--json")[0] == 1
