"""Whatever is wrong with a file, only what it holds is affected; it is told, and stays where it is."""

import json
from pathlib import Path

import pytest

from reader.articles.fingerprint import fingerprint_of
from reader.catalogue.query import Query
from reader.changes import Change, FileUnreadable
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.spans import Span

DAMAGED = {
    "nothing": b"",
    "cut off": b'{"format": 1, "kind": "marks", "article": "f00',
    "no JSON": b"\x00\xff\xfe garbage",
    "another kind": b'{"format": 1, "kind": "decisions", "article": "f00d", "records": {}}',
    "another article's": b'{"format": 1, "kind": "KIND", "article": "f00d", "records": {}}',
    "newer": b'{"format": 99, "kind": "KIND", "article": "ID", "records": {}}',
    "no stamp of ours": b'{"format": 1, "kind": "KIND", "article": "ID", "records": {"m": {"fields": {"a": {"value": 1,'
    b' "stamp": "zzz"}}}}}',
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "مكتبة مع فراغ", tmp_path / "state", tmp_path / "cache")


@pytest.fixture
def article(open_library, rich_article) -> str:
    """An article with a highlight, read and starred; and the library closed again."""
    library = open_library()
    (addition,) = library.add([Imported(article=rich_article, original=b"x")])
    library.highlighting.add(addition.id, Span(0, 5), "green", "ملاحظة")
    library.set_starred([addition.id], starred=True)
    library.flush()
    return addition.id


def unreadable(library: Library) -> list[Path]:
    changes: list[Change] = []
    library.on_change(changes.append)
    library.catch_up()
    return [change.path for change in changes if isinstance(change, FileUnreadable)]


def forget_catalogue(places: Places) -> None:
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()


@pytest.mark.parametrize("kind", ["marks", "states"])
@pytest.mark.parametrize("what", DAMAGED)
def test_an_article_opens_and_is_listed_whatever_is_wrong_with_its_records(open_library, places, article, kind, what):
    path = places.records(kind, article)
    data = DAMAGED[what].replace(b"KIND", kind.encode()).replace(b"ID", article.encode())
    path.write_bytes(data)
    forget_catalogue(places)
    library = open_library()

    assert unreadable(library) == [path]
    assert [row.id for row in library.rows(Query())] == [article]
    assert library.article(article).text
    assert len(library.highlighting.of(article)) == (0 if kind == "marks" else 1)
    assert library.state(article).starred == (kind == "marks")
    changes = {
        "marks": lambda: library.highlighting.add(article, Span(0, 3), "blue"),
        "states": lambda: library.set_starred([article], starred=False),
    }
    with pytest.raises(ReaderError) as told:
        changes[kind]()
    assert told.value.values["file"] == str(path)
    assert path.read_bytes() == data


def test_a_folder_where_records_should_be_is_told(open_library, places, article):
    path = places.records("marks", article)
    path.unlink()
    path.mkdir()
    library = open_library()

    assert unreadable(library) == [path]
    assert library.article(article).text


def test_notes_on_an_article_whose_text_is_damaged_stay(open_library, places, article):
    library = open_library()
    path = places.text(article, library.version(article))
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    library = open_library()
    with pytest.raises(ReaderError) as told:
        library.highlighting.of(article)
    assert told.value.values["file"] == str(path)

    path.write_bytes(whole)
    assert [placed.highlight.note for placed in library.highlighting.of(article)] == ["ملاحظة"]


def test_an_article_has_its_title_in_the_list_once_its_text_has_arrived(open_library, places, article, tmp_path):
    forget_catalogue(places)
    places.texts(article).rename(tmp_path / "on its way")
    library = open_library()
    assert unreadable(library) == []
    (row,) = library.rows(Query())
    assert row.id == article

    (tmp_path / "on its way").rename(places.texts(article))
    library.catch_up()
    (row_now,) = library.rows(Query())
    assert row_now.title == library.article(article).title != row.title


def test_an_article_that_lost_its_text_gets_it_again_when_added_again(open_library, places, article, rich_article):
    for file in places.texts(article).iterdir():
        file.unlink()
    library = open_library()
    (addition,) = library.add([Imported(article=rich_article, original=b"x")])
    library.flush()

    assert (addition.id, addition.status) == (article, "duplicate")
    assert library.article(article).blocks == rich_article.blocks
    assert len(library.highlighting.of(article)) == 1


def test_adding_again_an_article_whose_text_is_damaged_hinders_no_other(open_library, places, article, rich_article):
    (text,) = places.texts(article).iterdir()
    text.write_bytes(b"{")
    (addition,) = open_library().add([Imported(article=rich_article, original=b"x")])

    assert (addition.status, addition.title) == ("duplicate", rich_article.title)
    assert text.read_bytes() == b"{"


def test_foreign_files_are_told_and_left_alone(open_library, places, article):
    folder = places.records("states", article).parent
    foreign = [folder / f"{article} copy.json", folder / "ملاحظات غريبة.json", folder / ("0" * 32 + ".json")]
    for path in foreign:
        path.write_bytes(places.records("states", article).read_bytes())
    (folder / "read me.txt").write_bytes(b"x")
    (places.library / "states" / "a file").write_bytes(b"x")
    library = open_library()

    assert sorted(unreadable(library)) == sorted(foreign)
    assert library.ids() == [article]
    assert [row.id for row in library.rows(Query())] == [article]
    assert all(path.exists() for path in foreign)


def test_what_is_wrong_is_told_once_and_not_at_every_look(open_library, places, article):
    (places.records("states", article).parent / "foreign.json").write_bytes(b"x")
    library = open_library()

    assert len(unreadable(library)) == 1
    assert unreadable(library) == []


def test_records_that_are_no_highlights_are_passed_over_and_kept(open_library, places, article):
    path = places.records("marks", article)
    document = json.loads(path.read_text(encoding="utf-8"))
    stamp = "2026-01-01T00:00:00.000Z/0000/x"
    odd = {
        "part": {"colour": {"value": "green", "stamp": stamp}},
        "anchorless": {"anchor": {"value": None, "stamp": stamp}, "colour": {"value": ["?"], "stamp": stamp}},
        "backwards": {"anchor": {"value": {"version": "v", "block": "b", "start": 5, "end": 2}, "stamp": stamp}},
    }
    document["records"] |= {name: {"fields": fields} for name, fields in odd.items()}
    path.write_text(json.dumps(document), encoding="utf-8")
    library = open_library()

    assert len(library.highlighting.of(article)) == 1
    library.highlighting.add(article, Span(6, 9), "blue")
    library.flush()
    assert set(odd) <= set(json.loads(path.read_text(encoding="utf-8"))["records"])


def test_odd_values_of_a_state_count_as_not_written(open_library, places, article):
    path = places.records("states", article)
    document = json.loads(path.read_text(encoding="utf-8"))
    fields = document["records"]["state"]["fields"]
    for name, value in {"reading": ["?"], "position": "far", "source": 7, "opened": None, "version": "../../x"}.items():
        fields[name] = {"value": value, "stamp": "2026-01-01T00:00:00.000Z/0000/x"}
    path.write_text(json.dumps(document), encoding="utf-8")
    library = open_library()
    state = library.state(article)

    assert (state.reading, state.position, state.source, state.opened) == ("unread", 0, "", "")
    assert library.article(article).text


def test_an_original_outside_the_library_is_not_looked_for(open_library, places, article):
    (text,) = places.texts(article).iterdir()
    document = json.loads(text.read_text(encoding="utf-8"))
    document["origin"]["sha256"] = "../../../../etc/hosts"
    text.write_text(json.dumps(document), encoding="utf-8")

    assert open_library().original(article) is None


def test_what_cannot_be_written_holds_up_nothing_else(open_library, places, article, rich_article):
    library = open_library()
    other = Imported(article=type(rich_article)(title="آخر", blocks=rich_article.blocks[:1]))
    blocked = places.texts(fingerprint_of(other.article))
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_bytes(b"a file where a folder should be")
    (addition,) = library.add([other])
    library.highlighting.add(article, Span(6, 9), "blue")
    with pytest.raises(ReaderError) as told:
        library.flush()

    assert told.value.key == "disk.failed"
    assert library.unsaved() == {addition.id}
    assert not places.records("states", addition.id).exists()
    assert len(open_library().highlighting.of(article)) == 2
