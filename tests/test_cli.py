import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import resources
from reader.cli import commands
from reader.cli.arguments import NOT_YET
from reader.store.layout import Places

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/article.ar.txt"

Hamish = Callable[..., tuple[int, list[dict], str]]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def hamish(places: Places, capsys: pytest.CaptureFixture[str]) -> Hamish:
    """Run a command; return its status, its results and what it complained of."""

    def run(*arguments: str) -> tuple[int, list[dict], str]:
        status = commands.run(arguments, places, "en")
        printed = capsys.readouterr()
        return status, [json.loads(line) for line in printed.out.splitlines() if line.startswith("{")], printed.err

    return run


@pytest.fixture
def sample(hamish: Hamish) -> str:
    """The id of the sample article, imported."""
    _, (result,), _ = hamish("import", str(resources.locate(SAMPLE)), "--json")
    return result["id"]


def test_importing_says_what_became_of_each_file(hamish, tmp_path):
    good, empty = tmp_path / "مقال.txt", tmp_path / "فارغ.txt"
    good.write_text("عنوان قصير\n\nفقرة أولى طويلة بما يكفي لتكون فقرة.\n", encoding="utf-8")
    empty.touch()
    status, results, _ = hamish("import", str(good), str(empty), str(tmp_path / "missing.txt"), "--json")

    assert status == 1
    assert [result["status"] for result in results] == ["added", "failed", "failed"]
    assert [Path(result["path"]).name for result in results] == ["مقال.txt", "فارغ.txt", "missing.txt"]
    assert set(results[0]) == {"path", "status", "id", "title", "error"}
    assert all(
        str(name) in result["error"]
        for name, result in zip((empty, tmp_path / "missing.txt"), results[1:], strict=True)
    )


def test_importing_the_same_file_twice_says_duplicate(hamish, sample):
    status, (result,), _ = hamish("import", str(resources.locate(SAMPLE)), "--json")

    assert (status, result["status"], result["id"]) == (0, "duplicate", sample)


def test_a_listed_article_has_what_the_contract_names(hamish, sample):
    _, (row,), _ = hamish("list", "--json")

    assert set(row) == {
        "id", "title", "source", "published", "added", "state", "words", "direction", "tags", "highlights",
    }  # fmt: skip
    assert (row["id"], row["state"], row["direction"]) == (sample, "unread", "rtl")


def test_a_shown_article_is_its_blocks_joined_by_line_feeds(hamish, sample):
    _, (shown,), _ = hamish("show", sample[:10], "--json")

    assert set(shown) == {
        "id", "title", "published", "source", "authors", "credits", "language", "direction", "blocks", "text",
    }  # fmt: skip
    assert shown["text"] == "\n".join(block["text"] for block in shown["blocks"])
    assert {"kind", "text", "direction"} == set(shown["blocks"][0])


def test_a_passage_is_highlighted_changed_listed_and_removed(hamish, sample):
    _, (shown,), _ = hamish("show", sample, "--json")
    quote = shown["text"].split(".")[1].strip()[:40]
    status, (mark,), _ = hamish(
        "highlight", sample, "--quote", quote, "--colour", "green", "--note", "للمراجعة", "--tag", "أ", "--json"
    )
    assert status == 0
    assert shown["text"][mark["start"] : mark["end"]] == quote

    _, (changed,), _ = hamish("mark", mark["id"], "--colour", "blue", "--json")
    assert changed == mark | {"colour": "blue"}
    _, (listed,), _ = hamish("highlights", sample, "--json")
    assert listed == changed | {"quote": quote, "status": "fixed"}

    assert hamish("unmark", mark["id"])[0] == 0
    assert hamish("highlights", "--json")[1] == []


def test_a_quotation_that_stands_in_several_places_is_refused_until_one_is_meant(hamish, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("قال الأول نعم.\nقال الثاني نعم.\n", encoding="utf-8")
    _, (added,), _ = hamish("import", str(path), "--plain", "--json")
    status, results, complaint = hamish("highlight", added["id"], "--quote", "نعم", "--json")
    assert (status, results) == (1, [])
    assert "2" in complaint

    _, (second,), _ = hamish("highlight", added["id"], "--quote", "نعم", "--occurrence", "2", "--json")
    _, (by_prefix,), _ = hamish("highlight", added["id"], "--quote", "نعم", "--prefix", "الثاني ", "--json")
    assert second["start"] == by_prefix["start"] > len("قال الأول نعم.")


def test_a_quotation_that_is_not_there_is_told(hamish, sample):
    status, results, complaint = hamish("highlight", sample, "--quote", "لا يرد هذا أبدًا", "--json")

    assert (status, results) == (1, [])
    assert "لا يرد هذا أبدًا" in complaint


def test_articles_go_to_the_trash_and_come_back(hamish, sample):
    assert hamish("delete", sample)[0] == 0
    assert hamish("list", "--json")[1] == []
    assert hamish("restore", sample)[0] == 0
    assert [row["id"] for row in hamish("list", "--json")[1]] == [sample]


def test_people_and_places_of_an_article_and_of_a_file_are_the_same(hamish, sample):
    _, (of_article,), _ = hamish("entities", sample, "--json")
    _, (of_file,), _ = hamish("entities", "--file", str(resources.locate(SAMPLE)), "--json")

    assert of_article["entities"] == of_file["entities"]
    assert {entity["kind"] for entity in of_article["entities"]} >= {"person", "place"}
    for entity in of_article["entities"]:
        for mention in entity["mentions"]:
            assert of_article["text"][mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize("command", NOT_YET)
def test_a_command_that_is_still_to_come_says_so(hamish, command):
    status, results, complaint = hamish(command, "anything")

    assert (status, results) == (2, [])
    assert command in complaint


@pytest.mark.parametrize(
    "arguments", [(), ("nonsense",), ("show",), ("snapshot", "--output", "x.png", "--size", "big")]
)
def test_a_command_that_is_not_understood_ends_with_2(places, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        commands.run(arguments, places, "en")

    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_the_program_runs_commands_without_qt(tmp_path):
    code = "import sys; sys.modules['PySide6'] = None; from reader.__main__ import main; sys.exit(main())"
    result = subprocess.run(
        [sys.executable, "-c", code, "--library", str(tmp_path / "library"), "import", str(resources.locate(SAMPLE))],
        cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert result.returncode == 0, result.stderr


def test_the_self_test_passes(places, capsys):
    assert commands.run(["self-test"], places, "ar") == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
