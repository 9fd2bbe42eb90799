"""Years of a library: checking it, mending what broke, and going back to a backup."""

import json
from collections.abc import Callable

import pytest

from reader import resources
from reader.catalogue.query import Query
from reader.cli import commands
from reader.errors import ReaderError
from reader.intake.importing import Importer
from reader.store.backups import KEPT, Contents
from reader.text.spans import Span

SAMPLE = "samples/article.ar.txt"


@pytest.fixture
def article(open_library) -> str:
    """The sample article, with two highlights, one of them with a note; starred."""
    library = open_library()
    with Importer() as importer:
        (outcome,) = importer.read_paths([resources.locate(SAMPLE)])
    (addition,) = library.add(outcome.imported)
    library.highlighting.add(addition.id, Span(0, 12), "green", "ملاحظة")
    library.highlighting.add(addition.id, Span(40, 60), "blue")
    library.set_starred([addition.id], starred=True)
    library.flush()
    library.catch_up()
    return addition.id


@pytest.fixture
def check(places, capsys) -> Callable[..., dict]:
    """Run `check`; return what it printed."""

    def run(*options: str) -> dict:
        status = commands.run(["check", "--json", *options], places, "en")
        found = json.loads(capsys.readouterr().out)
        assert status == (0 if all(each["repaired"] for each in found["problems"]) else 1)
        return found

    return run


def troubles(found: dict) -> list[str]:
    return [each["problem"] for each in found["problems"]]


def repaired(found: dict) -> list[bool]:
    return [each["repaired"] for each in found["problems"]]


def test_a_sound_library_has_no_problems(article, check):
    assert check() == {"articles": 1, "highlights": 2, "problems": []}


def test_checking_changes_nothing(article, places, check):
    places.records("marks", article).write_bytes(b"{")
    before = {path: path.read_bytes() for path in places.library.rglob("*") if path.is_file()}
    assert troubles(check()) == ["damaged"]

    assert {path: path.read_bytes() for path in places.library.rglob("*") if path.is_file()} == before


def test_a_text_that_is_gone_is_read_again_from_the_original(article, places, open_library, check):
    (text,) = places.texts(article).iterdir()
    before = open_library().article(article).blocks
    text.unlink()
    assert troubles(check()) == ["text_missing"]
    assert repaired(check("--repair")) == [True]

    assert open_library().article(article).blocks == before
    assert [placed.status for placed in open_library().highlighting.of(article)] == ["fixed", "fixed"]
    assert check()["problems"] == []


def test_a_damaged_text_is_read_again_and_the_damaged_file_kept(article, places, open_library, check):
    (text,) = places.texts(article).iterdir()
    before, blocks = text.read_bytes(), open_library().article(article).blocks
    text.write_bytes(before[:300])
    assert repaired(check("--repair")) == [True]

    assert open_library().article(article).blocks == blocks
    assert [path.read_bytes() for path in places.set_aside.rglob(text.name)] == [before[:300]]


def test_without_text_and_original_what_was_highlighted_is_put_together(article, places, open_library, check):
    library = open_library()
    quotes = {placed.highlight.quote for placed in library.highlighting.of(article)}
    title = library.rows(Query())[0].title
    for folder in ("texts", "originals"):
        for path in list((places.library / folder).rglob("*")):
            if path.is_file():
                path.unlink()
    assert repaired(check("--repair")) == [True]

    mended = open_library().article(article)
    assert (mended.title, mended.part) == (title, "highlights")
    assert {block.text for block in mended.blocks} == quotes


def test_the_records_before_the_damage_are_taken_out_of_a_file_that_was_cut_off(article, places, open_library, check):
    path = places.records("marks", article)
    whole = path.read_bytes()
    path.write_bytes(whole[:-200])
    assert troubles(check()) == ["damaged"]
    assert repaired(check("--repair")) == [True]

    assert len(open_library().highlighting.of(article)) == 1
    assert [kept.read_bytes() for kept in places.set_aside.rglob(path.name)] == [whole[:-200]]


def test_what_is_not_legible_comes_from_a_backup(article, places, open_library, check):
    open_library().lasting.backups.make()
    path = places.records("marks", article)
    whole = path.read_bytes()
    path.write_bytes(b"\0" * len(whole))
    assert repaired(check("--repair")) == [True]

    assert path.read_bytes() == whole


def test_a_state_that_is_gone_comes_from_a_backup(article, places, open_library, check):
    open_library().lasting.backups.make()
    path = places.records("states", article)
    whole = path.read_bytes()
    path.unlink()
    assert troubles(check()) == ["state_missing"]
    assert repaired(check("--repair")) == [True]

    assert path.read_bytes() == whole


def test_an_article_that_lost_its_state_is_listed_again(article, places, open_library, check):
    places.records("states", article).unlink()
    assert repaired(check("--repair")) == [True]

    library = open_library()
    library.catch_up()
    assert [row.id for row in library.rows(Query())] == [article]


def test_conflict_copies_and_copies_under_other_names_are_merged(article, places, check):
    path = places.records("marks", article)
    for name in (f"{article}.sync-conflict-20260302-101112-ABCDEFG.json", f"{article} copy.json"):
        path.with_name(name).write_bytes(path.read_bytes())
    assert sorted(troubles(check())) == ["conflict", "duplicated"]
    assert repaired(check("--repair")) == [True, True]

    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_files_of_a_newer_version_and_foreign_ones_are_told_and_stay(article, places, check):
    newer, foreign = places.records("decisions", article), places.library / "ملفّ.txt"
    newer.parent.mkdir(parents=True)
    newer.write_bytes(b'{"format": 99, "kind": "decisions", "article": "x", "records": {}}')
    foreign.write_bytes(b"x")
    (places.library / ".stfolder").mkdir()
    found = check("--repair")

    assert sorted(troubles(found)) == ["foreign", "newer"]
    assert repaired(found) == [False, False]
    assert newer.exists()
    assert foreign.read_bytes() == b"x"


def test_originals_that_changed_or_went_are_told(article, places, check):
    (original,) = (path for path in (places.library / "originals").rglob("*") if path.is_file())
    original.write_bytes(b"changed")
    assert troubles(check()) == ["damaged"]
    original.unlink()
    assert troubles(check()) == ["original_missing"]


def test_what_check_says_it_would_do_is_in_words(article, places, capsys):
    path = places.records("marks", article)
    path.write_bytes(b"{")
    assert commands.run(["check"], places, "en") == 1

    words = capsys.readouterr().out
    assert str(path) in words
    assert "--repair" in words


# -- backups


def test_a_backup_brings_back_what_was_removed_and_changed_and_keeps_what_came_since(article, open_library):
    library = open_library()
    first, second = (placed.highlight.id for placed in library.highlighting.of(article))
    name = library.lasting.backups.make()
    library.highlighting.remove([second])
    library.highlighting.change(first, note="أخرى", colour="pink")
    library.set_starred([article], starred=False)
    new = library.highlighting.add(article, Span(70, 80), "violet")
    library.flush()
    assert library.lasting.restore_backup(name)

    found = {placed.highlight.id: placed.highlight for placed in library.highlighting.of(article)}
    assert set(found) == {first, second, new.id}
    assert (found[first].note, found[first].colour) == ("ملاحظة", "green")
    assert library.state(article).starred


def test_going_back_to_a_backup_can_be_undone(article, open_library):
    library = open_library()
    name = library.lasting.backups.make()
    library.set_starred([article], starred=False)
    library.lasting.restore_backup(name)
    assert library.state(article).starred

    assert library.undo() == "undo.backup_restored"
    assert not library.state(article).starred


def test_a_backup_says_how_much_it_holds(article, open_library):
    library = open_library()
    library.annotating.note_on_article(article, "عن المقال كلّه")
    library.flush()
    backups = library.lasting.backups
    assert backups.contents(backups.make()) == Contents(articles=1, highlights=2, notes=2)
    with pytest.raises(ReaderError):
        backups.contents("2026-01-01T00-00-00Z")


def test_ten_backups_are_kept_and_none_is_made_of_what_did_not_change(article, places, open_library):
    library = open_library()
    places.backups.mkdir(parents=True)
    for day in range(1, KEPT + 3):
        (places.backups / f"2026-01-{day:02}T00-00-00Z.zip").write_bytes(b"old")
    name = library.lasting.backups.make()

    assert library.lasting.backups.make() == name
    assert len(library.lasting.backups.names()) == KEPT
    assert library.lasting.backups.names()[0] == name
    assert not library.lasting.backups.is_due()


def test_a_damaged_backup_is_told_and_changes_nothing(article, places, open_library):
    library = open_library()
    places.backups.mkdir(parents=True)
    (places.backups / "2026-01-01T00-00-00Z.zip").write_bytes(b"PK")
    for name, key in (("2026-01-01T00-00-00Z", "file.damaged"), ("2020-01-01T00-00-00Z", "backup.missing")):
        with pytest.raises(ReaderError) as told:
            library.lasting.restore_backup(name)
        assert told.value.key == key


def test_backups_are_made_listed_and_gone_back_to_by_the_command(article, places, capsys):
    assert commands.run(["backups", "--make", "--json"], places, "en") == 0
    name = json.loads(capsys.readouterr().out)["id"]
    library_marks = places.records("marks", article)
    library_marks.unlink()
    assert commands.run(["backups", "--restore", name, "--json"], places, "en") == 0

    assert json.loads(capsys.readouterr().out)["changed"] == 2
    assert library_marks.exists()
