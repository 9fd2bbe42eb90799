import errno
import json

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.query import Query, Sort
from reader.changes import (
    ArticlesAdded,
    ArticlesChanged,
    Change,
    EntitiesChanged,
    FileUnreadable,
    MarksChanged,
    NotSaved,
    Saved,
    UndoChanged,
)
from reader.collections.state import Reading
from reader.entities.entity import Kind, Mention
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.disk import Disk, StrPath
from reader.store.edit import Edit
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.conftest import opened

PARAGRAPHS = (
    "عادت المكتبة القديمة إلى قرّائها.",
    "وقالت المديرة إنّ الترميم انتهى في الربيع.",
    "The catalogue is open to all.",
)


def article(title: str = "مكتبة تعود", paragraphs: tuple[str, ...] = PARAGRAPHS) -> Article:
    headline = Block(id="b1", kind=BlockKind.HEADLINE, text=title, direction=Direction.RTL)
    rest = (
        Block(id=f"b{number}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
        for number, text in enumerate(paragraphs, start=2)
    )
    return Article(title=title, blocks=(headline, *rest), language="ar")


def imported(title: str = "مكتبة تعود") -> Imported:
    return Imported(article=article(title), original=title.encode())


@pytest.fixture
def heard(library: Library) -> list[Change]:
    changes: list[Change] = []
    library.on_change(changes.append)
    return changes


def span_of(library: Library, article_id: str, words: str) -> Span:
    start = library.article(article_id).text.index(words)
    return Span(start, start + len(words))


def add(library: Library, title: str = "مكتبة تعود") -> str:
    (addition,) = library.add([imported(title)])
    return addition.id


def test_an_added_article_is_listed_at_once_and_announced(library, heard):
    name = add(library)

    assert [row.title for row in library.rows(Query())] == ["مكتبة تعود"]
    assert ArticlesAdded((name,)) in heard


def test_an_added_article_is_there_with_its_original_when_the_library_is_opened_again(library, places):
    name = add(library)
    library.flush()
    again = opened(places)

    assert again.article(name).blocks == article().blocks
    assert again.original(name).read_bytes() == "مكتبة تعود".encode()
    assert [row.id for row in again.rows(Query())] == [name]
    again.close()


def test_adding_the_same_article_twice_says_so(library):
    first = add(library)
    (second,) = library.add([imported()])

    assert (second.id, second.status) == (first, "duplicate")
    assert library.count(Query()) == 1


def test_adding_an_article_again_takes_it_out_of_the_trash(library):
    name = add(library)
    library.delete([name])
    library.add([imported()])

    assert not library.state(name).trashed


def test_deleting_an_article_takes_it_from_the_list_and_undoing_brings_it_back(library):
    name = add(library)
    library.delete([name])
    assert library.rows(Query()) == []
    assert [row.id for row in library.rows(Query(trashed=True))] == [name]

    library.undo()
    assert [row.id for row in library.rows(Query())] == [name]


def test_reading_an_article_is_remembered_with_its_place(library):
    name = add(library)
    library.note_position(name, 12)

    assert (library.state(name).position, library.state(name).reading) == (12, Reading.READING)
    assert library.undo() == ""


def test_a_source_given_by_the_reader_is_listed(library):
    name = add(library)
    library.set_source(name, "صحيفة الميناء")

    assert library.rows(Query())[0].source == "صحيفة الميناء"


def test_every_change_is_announced_and_said_to_be_saved(library, heard):
    name = add(library)
    library.highlighting.add(name, span_of(library, name, "الترميم"), "green")
    library.flush()

    assert MarksChanged(name) in heard
    assert ArticlesChanged((name,)) in heard
    assert UndoChanged("undo.highlight_added", "") in heard
    assert Saved() in heard


def test_two_processes_write_to_one_library_and_lose_nothing(library, places):
    name = add(library)
    library.flush()
    other = opened(places)
    one = library.highlighting.add(name, span_of(library, name, "المكتبة"), "green")
    two = other.highlighting.add(name, span_of(other, name, "الترميم"), "blue")
    library.flush()
    other.flush()
    other.close()
    library.catch_up()

    assert {each.highlight.id for each in library.highlighting.of(name)} == {one.id, two.id}


def test_news_from_another_process_is_announced(library, heard, places):
    name = add(library)
    library.highlighting.of(name)
    library.flush()
    library.catch_up()
    heard.clear()
    other = opened(places)
    other.highlighting.add(name, span_of(other, name, "الترميم"), "blue")
    other.flush()
    other.close()
    library.catch_up()

    assert MarksChanged(name) in heard
    assert library.rows(Query())[0].highlights == 1


def test_an_article_that_arrives_from_elsewhere_is_listed_and_announced(library, heard, places):
    other = opened(places)
    name = add(other)
    other.flush()
    other.close()
    library.catch_up()

    assert [row.id for row in library.rows(Query())] == [name]
    assert ArticlesChanged((name,)) in heard


def test_the_catalogue_comes_back_when_it_is_thrown_away(library, places):
    name = add(library)
    library.highlighting.add(name, span_of(library, name, "الترميم"), "green")
    library.flush()
    before = library.rows(Query())
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    again = opened(places)
    again.catch_up()

    assert again.rows(Query()) == before
    assert again.find_id(name[:6]) == name
    again.close()


def test_a_damaged_catalogue_is_made_anew(library, places):
    name = add(library)
    library.flush()
    library.close()
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    places.catalogue.write_bytes(b"not a database, whatever its name says" * 100)
    again = opened(places)
    again.catch_up()

    assert [row.id for row in again.rows(Query())] == [name]
    again.close()


def test_a_damaged_file_is_reported_left_alone_and_everything_else_opens(library, places, heard):
    good, bad = add(library), add(library, "مقال آخر")
    library.flush()
    path = places.records("states", bad)
    path.write_bytes(b"{")
    again = opened(places)
    changes: list[Change] = []
    again.on_change(changes.append)
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    again.close()
    again = opened(places)
    again.on_change(changes.append)
    again.catch_up()

    assert {row.id for row in again.rows(Query())} == {good, bad}
    assert again.article(bad).title == "مقال آخر"
    assert [change.path for change in changes if isinstance(change, FileUnreadable)] == [path]
    assert path.read_bytes() == b"{"
    again.close()


def test_unknown_members_survive_what_this_version_writes(library, places):
    name = add(library)
    library.flush()
    path = places.records("states", name)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["records"]["state"]["fields"]["mood"] = {"value": "calm", "stamp": "2026-01-01T00:00:00.000Z/0000/x"}
    path.write_text(json.dumps(document), encoding="utf-8")
    again = opened(places)
    again.set_starred([name], starred=True)
    again.flush()
    again.close()

    fields = json.loads(path.read_text(encoding="utf-8"))["records"]["state"]["fields"]
    assert fields["mood"]["value"] == "calm"
    assert fields["starred"]["value"] is True


def test_asking_for_what_is_not_there_is_told(library):
    for ask, key in (
        (lambda: library.find_id("nothing"), "article.missing"),
        (lambda: library.find_id(""), "article.missing"),
        (lambda: library.find_id("a" * 5000), "article.missing"),
        (lambda: library.find_id("../../etc/passwd"), "article.missing"),
        (lambda: library.find_id("a\0"), "article.missing"),
        (lambda: library.highlighting.find(""), "mark.missing"),
        (lambda: library.highlighting.find("/etc/passwd and more"), "mark.missing"),
        (lambda: library.highlighting.find("**" + "a" * 22), "mark.missing"),
        (lambda: library.article("0" * 32), "article.missing"),
        (lambda: library.highlighting.find("0" * 24), "mark.missing"),
        (lambda: library.delete(["0" * 32]), "article.missing"),
    ):
        with pytest.raises(ReaderError) as told:
            ask()
        assert told.value.key == key


def test_rows_are_sorted_as_an_arab_reader_expects(library):
    for title in ("الزيتون", "أمل", "البحر", "12 قصة", "2 قصة"):
        add(library, title)
    rows = library.rows(Query(sort=Sort.TITLE, descending=False))

    assert [row.title for row in rows] == ["2 قصة", "12 قصة", "أمل", "البحر", "الزيتون"]


def test_the_list_is_filtered_by_folded_words(library):
    add(library, "أحمد يفتح المكتبة")
    add(library, "مقال آخر")

    assert [row.title for row in library.rows(Query(words="احمد المكتبه"))] == ["أحمد يفتح المكتبة"]


def test_rows_come_in_pages(library):
    library.add([imported(f"مقال {number}") for number in range(7)])

    pages = [library.rows(Query(), offset, 3) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({row.id for page in pages for row in page}) == 7


def test_what_a_tagger_found_is_kept_for_that_tagger_only(library, places):
    name = add(library)
    found = (Mention(Span(0, 5), Kind.PLACE, "مكتبة"),)
    version = library.version(name)
    library.keep_mentions(name, version, "patterns 1", found)

    assert library.kept_mentions(name, version, "patterns 1") == found
    assert library.kept_mentions(name, version, "neural 2") is None
    assert library.kept_mentions(name, "another", "patterns 1") is None


def test_the_library_is_private_to_its_owner(library, places):
    name = add(library)
    library.flush()

    for folder in (places.library, places.library / "texts", places.texts(name)):
        assert folder.stat().st_mode & 0o077 == 0


def test_no_process_of_ours_leaves_a_lock_or_a_device_name_in_the_library(library, places):
    add(library)
    library.flush()

    assert {path.name for path in places.library.iterdir()} == {"texts", "states", "originals"}


def test_the_same_article_twice_in_one_batch_is_added_once(library, heard):
    additions = library.add([imported(), imported()])

    assert [addition.status for addition in additions] == ["added", "duplicate"]
    assert [change for change in heard if isinstance(change, ArticlesAdded)] == [ArticlesAdded((additions[0].id,))]


def test_an_edit_counts_though_the_file_was_written_by_a_clock_far_ahead(library, places):
    name = add(library)
    library.flush()
    path = places.records("states", name)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["records"]["state"]["fields"]["starred"] = {"value": False, "stamp": "2999-01-01T00:00:00.000Z/0000/x"}
    path.write_text(json.dumps(document), encoding="utf-8")
    again = opened(places)
    again.set_starred([name], starred=True)
    again.flush()

    assert again.state(name).starred
    assert opened(places).state(name).starred
    again.close()


def test_a_source_that_is_no_text_to_sqlite_is_kept_and_listed(library):
    name = add(library)
    library.set_source(name, "مصدر \udcff")

    assert library.state(name).source == "مصدر \udcff"
    assert library.rows(Query())[0].source.startswith("مصدر")


def test_a_text_that_lacks_its_named_version_is_shown_in_another(library, places):
    name = add(library)
    library.flush()
    path = places.records("states", name)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["records"]["state"]["fields"]["version"]["value"] = "0" * 32
    path.write_text(json.dumps(document), encoding="utf-8")
    again = opened(places)

    assert again.article(name).blocks == article().blocks
    again.close()


def test_a_file_that_another_device_took_away_is_listed_no_longer_and_that_is_told(library, places, heard):
    name = add(library)
    library.flush()
    library.catch_up()
    heard.clear()
    places.records("states", name).unlink()
    library.catch_up()

    assert library.rows(Query()) == []
    assert ArticlesChanged((name,)) in heard


def test_articles_of_which_more_follow_are_there_at_once_and_announced_with_those(library, heard):
    (first,) = library.add([imported("الأول")], more_follow=True)
    assert heard == []
    assert [row.id for row in library.rows(Query())] == [first.id]

    (second,) = library.add([imported("الثاني")])
    assert heard == [ArticlesAdded((first.id, second.id))]


def test_changes_come_to_the_librarys_own_thread(places):
    waiting: list = []
    library = Library(places, post=waiting.append)
    told: list[Change] = []
    library.on_change(told.append)
    add(library)
    library.flush()
    assert Saved() not in told

    while waiting:
        waiting.pop(0)()
    assert Saved() in told
    library.close()


def test_a_change_that_cannot_be_written_is_told_and_kept(places):
    class FullDisk(Disk):
        is_full = True

        def write(self, path: StrPath, data: bytes) -> None:
            if self.is_full:
                raise OSError(errno.ENOSPC, "no space", str(path))
            super().write(path, data)

    disk = FullDisk()
    library = Library(places, lambda call: call(), disk)
    told: list[Change] = []
    library.on_change(told.append)
    name = add(library)
    with pytest.raises(ReaderError, match=r"disk\.full"):
        library.flush()
    assert next(change for change in told if isinstance(change, NotSaved)).error.key == "disk.full"
    assert library.unsaved() == {name}
    assert library.article(name).title == "مكتبة تعود"

    disk.is_full = False
    library.flush()
    assert library.unsaved() == frozenset()
    library.close()


def test_no_new_library_is_made_where_the_one_that_was_open_went_away(library, places):
    name = add(library)
    library.flush()
    away = places.library.rename(places.library.with_name("disk that was pulled out"))
    library.highlighting.add(name, Span(0, 5), "green")
    with pytest.raises(ReaderError, match=r"library\.gone"):
        library.flush()
    assert not places.library.exists()

    away.rename(places.library)
    library.flush()
    assert len(opened(places).highlighting.of(name)) == 1


def test_a_cache_that_cannot_be_used_does_not_hinder_reading_and_marking(places):
    places.cache.write_bytes(b"a file")
    library = opened(places)
    name = add(library)
    library.highlighting.add(name, Span(0, 5), "green")
    library.flush()

    assert library.highlighting.of(name)
    with pytest.raises(ReaderError, match=r"disk\.failed"):
        library.rows(Query())
    library.close()


def test_what_was_changed_last_is_written_when_the_library_closes(places):
    library = opened(places)
    name = add(library)
    library.set_starred([name], starred=True)
    library.close()
    again = opened(places)

    assert again.state(name).starred
    again.close()


def test_decisions_are_records_too_kept_merged_and_undone(library, places, heard):
    name = add(library)
    values = {"names": ["هند", "هند المرّاكشي"], "same": True}
    library._apply([Edit("decisions", name, "d1", values)], "undo.highlight_changed")
    library.flush()
    other = opened(places)
    other._apply([Edit("decisions", name, "d2", {"same": False})], "")
    other.flush()
    records = other._store.records("decisions", name).records
    other.close()
    library.catch_up()

    assert EntitiesChanged(name) in heard
    assert records["d1"].value("names") == ["هند", "هند المرّاكشي"]
    assert set(library._store.records("decisions", name).records) == {"d1", "d2"}
