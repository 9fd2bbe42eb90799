import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader import resources
from reader.cli import commands
from reader.cli.arguments import NAMES
from reader.entities.decisions import key_of
from reader.entities.entity import Entity, Kind
from reader.intake.importing import LARGEST_BATCH
from reader.library import Library
from reader.store.layout import Places

ROOT = Path(__file__).parent.parent
SAMPLE = "samples/article.ar.txt"

Hamish = Callable[..., tuple[int, list[dict], str]]


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


def test_an_imports_report_holds_what_was_left_over(hamish, tmp_path):
    note, missing, report = tmp_path / "note.md", tmp_path / "missing.txt", tmp_path / "report.jsonl"
    note.write_text("---\nkey: قيمة\n---\n\n# عنوان\n\nفقرة أولى طويلة بما يكفي.\n", encoding="utf-8")
    _, results, _ = hamish("import", str(note), str(missing), "--report", str(report), "--json")
    lines = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]

    assert [{name: line[name] for name in results[0]} for line in lines] == results
    assert lines[0]["left_over"] == ["---\nkey: قيمة\n---\n"]
    assert hamish("import", str(note), "--report", str(tmp_path), "--json")[0] == 1


def test_of_many_articles_each_is_told_once_in_their_order_and_all_are_listed(hamish, tmp_path):
    numbers = range(2 * LARGEST_BATCH + 1)
    items = "".join(
        f"<item><title>خبر {each}</title><link>https://example.org/{each}</link></item>" for each in numbers
    )
    feed = tmp_path / "خلاصة.xml"
    feed.write_text(f'<rss version="2.0"><channel><title>خلاصة</title>{items}</channel></rss>', encoding="utf-8")
    status, results, _ = hamish("import", str(feed), "--json")

    assert (status, {result["status"] for result in results}) == (0, {"added"})
    assert [result["title"] for result in results] == [f"خبر {each}" for each in numbers]
    assert len(hamish("list", "--json")[1]) == len(numbers)


def test_importing_the_same_file_twice_says_duplicate(hamish, sample):
    status, (result,), _ = hamish("import", str(resources.locate(SAMPLE)), "--json")

    assert (status, result["status"], result["id"]) == (0, "duplicate", sample)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["was not added", "one highlight from", "2 highlights from", "tags and reading state from"]),
        ("ar", ["لم يُضف", "أُضيف إليه تظليل واحد", "أُضيف إليه تظليلان", "أُضيفت إليه الوسوم وحالة القراءة"]),
    ],
)
def test_of_an_article_that_is_there_the_import_says_what_was_added_to_it(places, capsys, tmp_path, language, said):
    entry = {"url": "https://example.org/1", "title": "الميناء القديم", "language": "ar", "is_archived": 0}
    entry |= {"is_starred": 0, "created_at": "2016-09-08T11:55:58+0200", "mimetype": "text/html", "tags": []}
    entry |= {"content": "<p>عاد الصيادون إلى الميناء القديم بعد عشرين عامًا من الغياب.</p>"}
    marks = [{"quote": quote, "text": ""} for quote in ("عاد الصيادون", "الميناء القديم", "بعد عشرين")]
    exports = [entry, entry, entry | {"annotations": marks[:1]}, entry | {"annotations": marks}]
    for number, export in enumerate([*exports, entry | {"tags": ["بحر"], "is_starred": 1}]):
        file = tmp_path / f"wallabag-{number}.json"
        file.write_text(json.dumps([export]), encoding="utf-8")
        assert commands.run(["import", str(file)], places, language) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [words in line for words, line in zip(said, printed[1:], strict=True)] == [True] * 4


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
    quote = next(block["text"] for block in shown["blocks"] if block["kind"] == "paragraph")[:40]
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


def test_everything_derived_is_made_again_from_the_articles(hamish, sample, places):
    hamish("entities", sample)
    places.catalogue.write_bytes(b"no index")
    status, (made,), _ = hamish("rebuild", "--json")

    assert status == 0
    assert made == {"articles": 1, "looked_through": 1}
    assert [row["id"] for row in hamish("list", "--json")[1]] == [sample]
    assert places.names.exists()


def test_people_and_places_are_as_the_reader_decided(hamish, sample, places):
    _, (before,), _ = hamish("entities", sample, "--json")
    library = Library(places, lambda call: call())
    first, second = before["entities"][:2]
    entity = Entity(key=key_of(Kind(first["kind"]), first["name"]), kind=Kind(first["kind"]), name="", mentions=())
    library.deciding.rename(sample, replace(entity, name=first["name"]), "ليان سعد")
    other = replace(entity, key=key_of(Kind(second["kind"]), second["name"]), name=second["name"])
    library.deciding.hide(sample, other, everywhere=True)
    library.flush()
    library.close()
    _, (after,), _ = hamish("entities", sample, "--json")

    assert after["entities"][0] == {**first, "name": "ليان سعد"}
    assert second["name"] not in {each["name"] for each in after["entities"]}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("show",),
        ("snapshot", "--output", "x.png", "--size", "big"),
        ("snapshot", "--output", "x.png", "--theme", "mauve"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(places, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        commands.run(arguments, places, "en")

    assert ended.value.code == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(NAMES))])
def test_help_is_in_the_language_of_the_interface(places, command, capsys):
    told = {}
    for language in ("ar", "en"):
        with pytest.raises(SystemExit) as ended:
            commands.run((*command, "--help"), places, language)
        assert not ended.value.code
        told[language] = capsys.readouterr().out

    assert told["ar"].startswith("طريقة الاستعمال: hamish")
    assert told["ar"].count("الخيارات:") == told["en"].count("options:") == 1
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", told["ar"].partition("الخيارات:")[2])
    assert not re.search("[ء-ي]", told["en"])


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


def test_several_things_of_which_some_fail_are_each_answered(hamish, sample):
    status, results, complaint = hamish("delete", "0" * 32, sample, "../x", "--json")

    assert status == 1
    assert results == [{"id": sample, "status": "deleted"}]
    assert len(complaint.splitlines()) == 2

    status, results, complaint = hamish("unmark", "nothing", "0" * 24)
    assert (status, results, len(complaint.splitlines())) == (1, [], 2)


@pytest.mark.parametrize("name", ["", " ", "zz", "a" * 5000, "../../etc/passwd", "/", "*", "\udcff", "مقال"])
def test_an_id_that_is_none_is_told_in_a_line(hamish, sample, name):
    marking = (["highlight", name, "--quote", "x"], ["mark", name, "--note", "x"])
    for command in (["show", name], ["highlights", name], *marking):
        status, results, complaint = hamish(*command)
        assert (status, results, len(complaint.splitlines())) == (1, [], 1)


@pytest.mark.parametrize("quote", ["", "  ", "\n", "لا يرد " * 50_000, "\udcff"])
def test_a_quotation_that_cannot_be_found_is_told_briefly(hamish, sample, quote):
    status, results, complaint = hamish("highlight", sample, "--quote", quote)

    assert (status, results) == (1, [])
    assert len(complaint) < 500


def test_a_listed_filter_and_limit_are_kept(hamish, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for title in ("أحمد في المكتبة", "المكتبةُ اليوم", "شيء آخر"):
        (source / f"{title}.txt").write_text(f"{title}\n\nفقرة طويلة عن {title} وما جاء بعده.\n", encoding="utf-8")
    assert hamish("import", str(source), "--json")[0] == 0

    assert len(hamish("list", "--json")[1]) == 3
    assert {row["title"] for row in hamish("list", "--filter", "المكتبه", "--json")[1]} == {
        "أحمد في المكتبة",
        "المكتبةُ اليوم",
    }
    assert len(hamish("list", "--filter", "المكتبه", "--limit", "1", "--json")[1]) == 1
    assert hamish("list", "--filter", "لا يرد", "--json") == (0, [], "")


@pytest.mark.parametrize(
    ("language", "arguments", "said"),
    [
        ("ar", ("show",), "ينقص: \u2068ID\u2069."),
        ("en", ("show",), "missing: \u2068ID\u2069."),
        ("ar", ("list", "--limit"), "يلزم \u2068--limit\u2069 قيمةٌ بعده."),
        ("ar", ("list", "--limit", "x"), "يلزم \u2068--limit\u2069 عدد صحيح من 1 فصاعدًا، لا \u2068x\u2069."),
        ("ar", ("show", "a", "--json", "--visual"), "لا يجتمع \u2068--visual\u2069 مع \u2068--json\u2069."),
        ("ar", ("show", "a", "--nope"), "لا يُعرف: \u2068--nope\u2069."),
        ("ar", ("entities",), "يلزم واحد من: \u2068ID --file\u2069."),
        ("ar", ("nonsense",), "لا يوجد أمر \u2068'nonsense'\u2069."),
        ("ar", ("snapshot", "--output", "x.png", "--size", "big"), "يلزم \u2068--size\u2069 عرض وارتفاع"),
        ("ar", ("snapshot", "--output", "x.png", "--theme", "mauve"), "لا يقبل \u2068--theme\u2069 القيمة"),
    ],
)
def test_what_is_wrong_with_a_command_is_told_in_the_interfaces_language(places, language, arguments, said, capsys):
    with pytest.raises(SystemExit):
        commands.run(arguments, places, language)

    usage, _, fault = capsys.readouterr().err.rpartition("hamish: ")
    assert usage.startswith("طريقة الاستعمال: hamish" if language == "ar" else "usage: hamish")
    assert fault.startswith(said)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--limit", "0"), ("list", "--limit", "-1"), ("list", "--lim", "1"), ("highlight", "x"),
        ("highlight", "x", "--quote", "y", "--colour", "red"), ("show", "x", "--json", "--visual"), ("entities",),
    ],
)  # fmt: skip
def test_an_option_that_is_not_understood_ends_with_2(places, arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        commands.run(arguments, places, "en")

    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_a_highlight_answers_with_what_the_contract_names(hamish, sample):
    _, (shown,), _ = hamish("show", sample, "--json")
    quote = shown["title"]
    about = ["--note", "\udcff", "--tag", "a/b:c", "--tag", " "]
    _, (mark,), _ = hamish("highlight", sample, "--quote", quote, "--occurrence", "1", *about, "--json")
    assert mark == {
        "id": mark["id"], "article": sample, "start": 0, "end": len(quote), "colour": "yellow", "note": "\udcff",
        "tags": ["a/b:c"],
    }  # fmt: skip

    _, (changed,), _ = hamish("mark", mark["id"], "--note", "", "--tag", "", "--json")
    assert (changed["note"], changed["tags"]) == ("", [])
    assert hamish("unmark", mark["id"], "--json")[1] == [{"id": mark["id"], "status": "removed"}]


def test_a_text_in_visual_order_has_as_many_lines(hamish, sample, places, capsys):
    commands.run(["show", sample], places, "en")
    plain = capsys.readouterr().out
    commands.run(["show", sample, "--visual"], places, "en")
    visual = capsys.readouterr().out

    assert len(visual.splitlines()) == len(plain.splitlines())
    assert any("\ufe70" <= letter <= "\ufeff" for letter in visual)


def test_a_damaged_file_is_told_by_every_command_that_meets_it(hamish, sample, places):
    path = places.records("marks", sample)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"{")

    marking = ["highlight", sample, "--quote", "ا", "--occurrence", "1"]
    for command in (["list"], ["highlights"], ["highlights", sample], marking):
        status, _, complaint = hamish(*command)
        assert status == 1
        assert str(path) in complaint
    assert path.read_bytes() == b"{"
    assert hamish("show", sample)[0] == 0


def test_a_file_that_cannot_be_written_does_not_keep_others_from_the_library(hamish, places, tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for name in ("one", "two"):
        (source / f"{name}.txt").write_text(f"عنوان {name}\n\nفقرة طويلة بما يكفي عن {name}.\n", encoding="utf-8")
    _, results, _ = hamish("import", str(source), "--json")
    blocked = places.texts(results[0]["id"])
    shutil.rmtree(places.library)
    blocked.parent.mkdir(parents=True)
    blocked.write_bytes(b"a file where a folder should be")
    status, results, complaint = hamish("import", str(source), "--json")

    assert status == 1
    assert [result["status"] for result in results] == ["failed", "added"]
    assert str(blocked) in results[0]["error"]
    assert complaint == ""
    assert [row["id"] for row in hamish("list", "--json")[1]] == [results[1]["id"]]


@pytest.mark.parametrize("kept", ["cache", "state"])
def test_a_machine_without_room_for_its_own_files_is_told_without_a_traceback(hamish, sample, places, kept):
    folder = getattr(places, kept)
    shutil.rmtree(folder)
    folder.write_bytes(b"a file")
    status, results, complaint = hamish("list" if kept == "cache" else "delete", *([] if kept == "cache" else [sample]))

    assert (status, results) == (1, [])
    assert str(folder) in complaint
    assert hamish("show", sample)[0] == 0


def test_whoever_stops_reading_our_answers_gets_no_complaint(sample, places):
    places.library.rename(places.library.with_name("many"))
    code = (
        "import sys\nfrom pathlib import Path\nfrom reader.cli import commands\n"
        "from reader.store.layout import Places\n"
        "root = Path(sys.argv[1]); places = Places(root / 'many', root / 'state', root / 'cache')\n"
        "sys.exit(commands.run(['show', sys.argv[2], '--json'], places, 'en'))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(places.library.parent), sample],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    process.stdout.close()

    assert process.stderr.read() == ""
    assert process.wait() == 1
    process.stderr.close()


def test_articles_are_tagged_and_the_tags_taken_away_again(hamish, sample):
    status, (result,), _ = hamish("tag", sample[:8], "--add", "أدب", "--add", "read later", "--json")
    assert (status, result) == (0, {"id": sample, "tags": ["read later", "أدب"]})
    hamish("tag", sample, "--remove", "أدب")
    _, (row,), _ = hamish("list", "--json")
    assert row["tags"] == ["read later"]


def test_what_cannot_be_tagged_is_told_and_the_rest_is_done(hamish, sample):
    status, results, complaint = hamish("tag", "ffff", sample, "--add", "أدب", "--json")
    assert status == 1
    assert results[-1] == {"id": sample, "tags": ["أدب"]}
    assert complaint or "error" in results[0]
