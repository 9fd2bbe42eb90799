"""What keeps articles together: records that merge, undone by record, and followed by the list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.choices import choices, numbers_in_folders
from reader.catalogue.query import Query, Sort
from reader.catalogue.saved import from_plain, to_plain
from reader.changes import ArticlesChanged, CollectionsChanged, DecisionsChanged
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction
from tests.conftest import opened


def add(library: Library, title: str, state: ArticleState | None = None) -> str:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text=f"نصّ {title}", direction=Direction.RTL)
    article = Article(title=title, blocks=(block,), language="ar")
    return library.add([Imported(article=article, original=title.encode(), state=state or ArticleState())])[0].id


def found(library: Library, **query) -> set[str]:
    assert library.count(Query(**query)) == len(library.rows(Query(**query)))
    return {row.id for row in library.rows(Query(**query))}


def test_tags_are_given_and_taken_away_and_the_list_is_narrowed_to_them(library):
    first, second = add(library, "الأوّل"), add(library, "الثاني")
    library.collecting.tag([first, second], ["اقتصاد", "  للتحقّق "])
    library.collecting.tag([second], remove=["اقتصاد"])

    assert library.state(first).tags == ("اقتصاد", "للتحقّق")
    assert found(library, tags=("اقتصاد",)) == {first}
    assert found(library, tags=("للتحقّق",)) == {first, second}
    assert found(library, tags=("للتحقّق", "اقتصاد")) == {first}
    assert next(row.tags for row in library.rows(Query()) if row.id == second) == ("للتحقّق",)


def test_tagging_is_one_step_of_undo_for_all_articles(library):
    articles = [add(library, "الأوّل"), add(library, "الثاني")]
    library.collecting.tag(articles, ["أدب"])
    assert library.undo() == "undo.article_tagged"
    assert not found(library, tags=("أدب",))
    assert library.redo() == "undo.article_tagged"
    assert found(library, tags=("أدب",)) == set(articles)


def test_what_changes_nothing_is_no_step_of_undo(library):
    article = add(library, "الأوّل")
    library.collecting.tag([article], remove=["أدب"])
    library.collecting.tag([article], ["أدب"])
    library.collecting.tag([article], ["أدب"])
    library.undo()
    assert library.undo() == ""


def test_tags_of_another_program_come_in_as_tags(library):
    article = add(library, "الأوّل", ArticleState(tags=("محفوظ", "read later")))
    assert found(library, tags=("read later",)) == {article}
    library.flush()
    assert library.exports().gather(article).state.tags == ("read later", "محفوظ")


def test_an_article_that_is_not_there_cannot_be_tagged(library):
    with pytest.raises(ReaderError, match=r"article\.missing"):
        library.collecting.tag(["0" * 32], ["أدب"])


TAGS = st.lists(st.sampled_from(["أدب", "اقتصاد", "سفر", "تاريخ"]), unique=True, max_size=3)


@settings(max_examples=25)
@given(mine=TAGS, theirs=TAGS, gone=TAGS)
def test_both_devices_tags_are_kept(tmp_path_factory, mine, theirs, gone):
    folders = [tmp_path_factory.mktemp("device") for _ in range(2)]
    places = [Places(folder / "library", folder / "state", folder / "cache") for folder in folders]
    devices = [opened(each) for each in places]
    ids = [add(each, "مشترك", ArticleState(tags=("قديم",))) for each in devices]
    assert ids[0] == ids[1]
    devices[0].collecting.tag(ids[:1], mine)
    devices[1].collecting.tag(ids[:1], theirs)
    devices[1].collecting.tag(ids[:1], remove=gone)
    for each in devices:
        each.flush()
    files = [each.records("states", ids[0]) for each in places]
    written = [each.read_bytes() for each in files]
    for here, there in ((0, 1), (1, 0)):
        copy = files[here].with_name(f"{ids[0]}.sync-conflict-20260101-120000-ABCDEFG.json")
        copy.write_bytes(written[there])
    for each in devices:
        each.catch_up()
        each.flush()
    assert files[0].read_bytes() == files[1].read_bytes()
    taken_off = set(theirs) & set(gone)  # later than what the first device gave
    expected = tuple(sorted({"قديم", *mine, *theirs} - taken_off))
    assert [each.state(ids[0]).tags for each in devices] == [expected, expected]
    for each in devices:
        each.close()


def test_a_case_folder_holds_articles_and_a_page_of_notes(library, places):
    first, second = add(library, "الأوّل"), add(library, "الثاني")
    folder = library.collecting.new_case_folder("  ملفّ   الميناء ", [first])
    library.collecting.put_in(folder, [second])
    library.collecting.write_note(folder, "أسئلة مفتوحة")

    kept = library.collecting.case_folder(folder)
    assert (kept.name, kept.note) == ("ملفّ الميناء", "أسئلة مفتوحة")
    assert found(library, folder=folder) == {first, second}
    library.collecting.take_out(folder, [first])
    assert found(library, folder=folder) == {second}

    library.flush()
    other = opened(places)
    assert other.collecting.case_folders() == library.collecting.case_folders()
    other.catch_up()
    assert found(other, folder=folder) == {second}
    other.close()


def test_making_a_case_folder_is_undone_whole(library):
    article = add(library, "الأوّل")
    folder = library.collecting.new_case_folder("مشروع", [article])
    assert library.undo() == "undo.folder_made"
    assert library.collecting.case_folders() == []
    assert not found(library, folder=folder)
    library.redo()
    assert library.collecting.case_folder(folder) is not None
    assert found(library, folder=folder) == {article}


def test_removing_a_case_folder_keeps_its_articles_and_comes_back_with_undo(library):
    article = add(library, "الأوّل")
    folder = library.collecting.new_case_folder("مشروع", [article])
    library.collecting.write_note(folder, "ملاحظة")
    library.collecting.remove(folder)
    assert library.collecting.case_folder(folder) is None
    assert found(library) == {article}
    library.undo()
    assert library.collecting.case_folder(folder).note == "ملاحظة"
    assert found(library, folder=folder) == {article}


def test_notes_written_on_two_devices_are_both_kept(library, places, tmp_path):
    folder = library.collecting.new_case_folder("مشروع")
    library.flush()
    elsewhere = Places(tmp_path / "2" / "library", tmp_path / "2" / "state", tmp_path / "2" / "cache")
    other = opened(elsewhere)
    file = next((places.library / "collections").rglob("*.json"))
    copy = elsewhere.library / file.relative_to(places.library)
    copy.parent.mkdir(parents=True)
    copy.write_bytes(file.read_bytes())
    library.collecting.write_note(folder, "من هنا")
    other.collecting.write_note(folder, "من هناك")
    library.flush()
    other.flush()
    file.with_name(f"{file.stem} (conflicted copy 2026-01-01).json").write_bytes(copy.read_bytes())
    library.catch_up()
    assert sorted(library.collecting.case_folder(folder).notes) == ["من هنا", "من هناك"]
    other.close()


def test_a_smart_folder_keeps_a_search(library):
    query = Query(words="قمح -شعير", reading=Reading.UNREAD, tags=("اقتصاد",), sort=Sort.TITLE, descending=False)
    folder = library.collecting.keep_search("قمح هذا الأسبوع", query)
    (kept,) = library.collecting.smart_folders()
    assert (kept.id, kept.name, library.collecting.query_of(kept)) == (folder, "قمح هذا الأسبوع", query)
    library.collecting.rename(folder, "القمح")
    assert library.collecting.smart_folders()[0].name == "القمح"
    library.collecting.remove(folder)
    assert library.collecting.smart_folders() == []
    library.undo()
    library.undo()
    assert library.collecting.smart_folders()[0].name == "قمح هذا الأسبوع"


def test_folders_stand_by_name_without_the_article(library):
    for name in ("البحر", "أدب", "تاريخ"):
        library.collecting.keep_search(name, Query(starred=True))
    assert [each.name for each in library.collecting.smart_folders()] == ["أدب", "البحر", "تاريخ"]


def test_a_folder_needs_a_name(library):
    with pytest.raises(ReaderError, match=r"collection\.no_name"):
        library.collecting.keep_search(" ", Query(starred=True))


def test_folders_are_announced_as_themselves_and_articles_as_theirs(library):
    article = add(library, "الأوّل")
    heard = []
    library.on_change(heard.append)
    folder = library.collecting.new_case_folder("مشروع", [article])
    assert CollectionsChanged() in heard
    assert ArticlesChanged((article,)) in heard
    assert DecisionsChanged() not in heard
    heard.clear()
    library.collecting.rename(folder, "آخر")
    assert CollectionsChanged() in heard
    assert not [each for each in heard if isinstance(each, ArticlesChanged)]


def test_folders_of_another_process_are_news(library, places):
    heard = []
    library.collecting.smart_folders()
    library.on_change(heard.append)
    other = opened(places)
    other.collecting.keep_search("من هناك", Query(starred=True))
    other.flush()
    other.close()
    library.catch_up()
    assert CollectionsChanged() in heard
    assert [each.name for each in library.collecting.smart_folders()] == ["من هناك"]


def test_what_a_later_version_asks_counts_as_usual():
    assert from_plain({"reading": "skimmed", "sort": 7, "days": "x", "tags": "y", "new": 1}) == Query()


@given(st.builds(
    Query,
    words=st.text(max_size=5), reading=st.sampled_from([None, *Reading]), starred=st.booleans(),
    archived=st.sampled_from([None, True, False]), trashed=st.booleans(), marked=st.booleans(), noted=st.booleans(),
    tags=st.tuples(st.text(max_size=3)), source=st.text(max_size=3), year=st.sampled_from(["", "2024", "2024-10"]),
    days=st.integers(0, 400), sort=st.sampled_from(Sort), descending=st.booleans(),
))  # fmt: skip
@settings(max_examples=50)
def test_a_query_comes_back_from_its_plain_values(query):
    assert from_plain(to_plain(query)) == query


def test_there_is_to_choose_from_what_the_articles_have(library):
    first, second = add(library, "الأوّل"), add(library, "الثاني")
    library.collecting.tag([first, second], ["أدب"])
    library.collecting.tag([first], ["شعر"])
    library.set_source(first, "صحيفة")
    folder = library.collecting.new_case_folder("مشروع", [first])
    indexes = library.places.catalogue, library.places.names
    offered = choices(*indexes)
    assert offered.tags == [("أدب", 2), ("شعر", 1)]
    assert offered.sources == [("صحيفة", 1)]
    assert offered.languages == [("ar", 2)]
    assert numbers_in_folders(library.places.catalogue) == {folder: 1}
    library.delete([first])
    assert choices(*indexes).tags == [("أدب", 1)]
    assert numbers_in_folders(library.places.catalogue) == {}


def test_the_list_is_narrowed_to_source_language_notes_and_dates(library):
    first, second = add(library, "الأوّل"), add(library, "الثاني")
    library.set_source(first, "صحيفة")
    library.annotating.note_on_article(second, "ملاحظة")
    library.annotating.rows(library.annotating.trash())
    assert found(library, source="صحيفة") == {first}
    assert found(library, language="ar") == {first, second}
    assert found(library, noted=True) == {second}
    year = library.state(first).added[:4]
    assert found(library, year=year) == {first, second}
    assert found(library, year=f"{int(year) - 1}") == set()
    assert found(library, days=7) == {first, second}


def test_how_far_an_article_is_read_stands_in_its_row(library):
    article = add(library, "الأوّل")
    library.note_position(article, len(library.article(article).text) // 2)
    (row,) = library.rows(Query())
    assert 30 <= row.progress <= 50
