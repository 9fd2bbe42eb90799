"""What the library makes of articles that other programs kept: highlights, states, links, duplicates."""

from dataclasses import replace

import pytest

from reader.annotations.highlight import Status
from reader.annotations.quoted import Quoted
from reader.articles.article import PART, SUMMARY, Article, Block, BlockKind
from reader.catalogue.query import Query
from reader.changes import ArticlesAdded, ArticlesChanged
from reader.collections.state import ArticleState, Reading
from reader.intake.imported import Imported
from reader.library import Library
from reader.text.direction import Direction
from tests.conftest import opened

TEXTS = (
    "عادت المكتبة القديمة إلى قرّائها بعد ترميم دام عامين كاملين.",
    "وقالت المديرة إنّ الترميم انتهى في الربيع، وإنّ القاعة مفتوحة.",
    "وفي الربيع تزهر الحديقة التي تحيط بالقاعة من كلّ جانب.",
)
ADDRESS = "https://example.org/library/opens"


def article(*texts: str, title: str = "المكتبة تعود", address: str = ADDRESS) -> Article:
    blocks = tuple(
        Block(id=f"b{number}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
        for number, text in enumerate(texts, start=1)
    )
    return Article(title=title, blocks=blocks, address=address, language="ar")


def bring(library: Library, *texts: str, highlights: tuple[Quoted, ...] = (), **more):
    state = more.pop("state", ArticleState())
    (addition,) = library.add([Imported(article=article(*texts, **more), highlights=highlights, state=state)])
    return addition


def quotes(library: Library, name: str) -> list[tuple[str, Status]]:
    return [(placed.highlight.quote, placed.status) for placed in library.highlighting.of(name)]


def test_highlights_stand_where_their_words_do_when_the_library_is_opened_again(library, places):
    brought = (
        Quoted(quote="الترميم انتهى في الربيع", note="متى بالضبط؟", colour="green", tags=("موعد",)),
        Quoted(quote="المكتبه القديمه إلى قرائها", created="2024-03-01T10:00:00.000Z"),
    )
    addition = bring(library, *TEXTS, highlights=brought)
    library.flush()
    again = opened(places)

    assert (addition.highlights, addition.unplaced) == (2, 0)
    first, second = again.highlighting.of(addition.id)
    assert (first.highlight.quote, first.status) == ("المكتبة القديمة إلى قرّائها", Status.FIXED)
    assert first.highlight.created == "2024-03-01T10:00:00.000Z"
    assert (second.highlight.note, second.highlight.colour) == ("متى بالضبط؟", "green")
    assert second.highlight.tags == ("موعد",)
    assert second.highlight.block == "b2"
    again.close()


def test_a_quotation_over_two_paragraphs_is_found_whatever_stands_between_them(library):
    quote = "دام عامين كاملين. — وقالت المديرة: إنّ الترميم"
    addition = bring(library, *TEXTS, highlights=(Quoted(quote=quote),))

    assert quotes(library, addition.id) == [("دام عامين كاملين.\nوقالت المديرة إنّ الترميم", Status.FIXED)]


@pytest.mark.parametrize(
    "hint", [{"prefix": "انتهى "}, {"suffix": "، وإنّ القاعة"}, {"share": 0.6}], ids=["prefix", "suffix", "share"]
)
def test_of_several_places_the_neighbours_or_how_far_it_was_decide(library, hint):
    addition = bring(library, *TEXTS, highlights=(Quoted(quote="في الربيع", **hint),))
    (placed,) = library.highlighting.of(addition.id)

    assert (placed.highlight.block, placed.status) == ("b2", Status.FIXED)


def test_a_quotation_without_a_place_is_kept_as_it_came(library):
    brought = (Quoted(quote="جملة لم ترد في النص قط", note="مهمّ"), Quoted(quote="", note="ملاحظة على المقال كلّه"))
    addition = bring(library, *TEXTS, highlights=brought)
    placed = library.highlighting.of(addition.id)

    assert (addition.highlights, addition.unplaced) == (2, 1)
    assert {(each.highlight.quote, each.highlight.note, each.status) for each in placed} == {
        ("جملة لم ترد في النص قط", "مهمّ", Status.ORPHAN),
        ("", "ملاحظة على المقال كلّه", Status.FIXED),
    }


def test_highlights_that_come_again_are_added_once_also_when_they_were_removed(library):
    brought = (Quoted(quote="الترميم انتهى", note="أ"), Quoted(quote="تزهر الحديقة"))
    name = bring(library, *TEXTS, highlights=brought).id
    library.highlighting.remove([library.highlighting.of(name)[0].highlight.id])
    again = bring(library, *TEXTS, highlights=(*brought, Quoted(quote="من كلّ جانب")))

    assert (again.status, again.highlights) == ("duplicate", 1)
    assert [quote for quote, _ in quotes(library, name)] == ["تزهر الحديقة", "من كلّ جانب"]


def test_two_notes_on_the_same_words_stay_two(library):
    brought = (Quoted(quote="تزهر الحديقة", note="أ"), Quoted(quote="تزهر الحديقة", note="ب"))
    name = bring(library, *TEXTS, highlights=(*brought, brought[0])).id

    assert sorted(placed.highlight.note for placed in library.highlighting.of(name)) == ["أ", "ب"]


def test_state_tags_and_dates_come_along(library):
    state = ArticleState(
        reading=Reading.READ, starred=True, archived=True, tags=("مدن", "كتب"), added="2021-05-04T03:02:01.000Z"
    )
    name = bring(library, *TEXTS, state=state).id
    kept = library.state(name)
    (row,) = library.rows(Query())

    assert (kept.reading, kept.starred, kept.archived) == (Reading.READ, True, True)
    assert (kept.tags, kept.added) == (("كتب", "مدن"), "2021-05-04T03:02:01.000Z")
    assert (row.tags, row.added, row.reading) == (kept.tags, kept.added, Reading.READ)


def test_what_comes_with_a_duplicate_does_not_undo_what_was_said_here(library):
    name = bring(library, *TEXTS).id
    library.set_starred([name], starred=True)
    library.set_starred([name], starred=False)
    bring(library, *TEXTS, state=ArticleState(starred=True, archived=True, tags=("مدن",)))
    kept = library.state(name)

    assert (kept.starred, kept.archived, kept.tags) == (False, True, ("مدن",))


def test_a_link_without_text_is_an_entry_and_gets_its_text_when_that_comes(library):
    heard = []
    link = bring(library, title="رابط محفوظ", highlights=(Quoted(quote="الترميم انتهى في الربيع"),))
    assert (link.status, library.article(link.id).text) == ("added", "")
    assert [status for _, status in quotes(library, link.id)] == [Status.ORPHAN]

    library.on_change(heard.append)
    filled = bring(library, *TEXTS, address=ADDRESS + "/?utm_source=feed")
    assert (filled.id, filled.status, filled.filled) == (link.id, "added", True)
    assert library.article(link.id).text == "\n".join(TEXTS)
    assert [status for _, status in quotes(library, link.id)] != [Status.ORPHAN]
    assert not any(isinstance(change, ArticlesAdded) for change in heard)
    assert ArticlesChanged((link.id,)) in heard
    (row,) = library.rows(Query())
    assert (row.title, row.words > 0) == ("المكتبة تعود", True)


def test_a_link_to_an_article_that_is_there_is_a_duplicate(library):
    name = bring(library, *TEXTS).id
    again = bring(
        library, title="رابط", address="http://www.example.org/library/opens#top", state=ArticleState(tags=("أ",))
    )

    assert (again.id, again.status) == (name, "duplicate")
    assert library.state(name).tags == ("أ",)


def test_an_article_that_was_changed_since_is_known_by_its_address(library):
    name = bring(library, *TEXTS).id
    again = bring(library, *TEXTS[:2], "وأضيفت إلى المقال فقرة جديدة بعد يوم من نشره.")

    assert (again.id, again.status) == (name, "duplicate")


def test_different_articles_at_one_address_are_both_added(library):
    first = bring(library, TEXTS[0], title="الأول")
    second = bring(library, TEXTS[1], title="الثاني")

    assert first.id != second.id
    assert library.count(Query()) == 2


def test_notes_that_each_have_their_place_on_one_page_are_all_added(library):
    brought = [
        Imported(article=replace(article(title, title=title, address=f"{ADDRESS}#{number}"), extra={PART: SUMMARY}))
        for number, title in enumerate(("افتتاح المكتبة", "ساعات القراءة", "كتب جديدة"))
    ]
    assert [each.status for each in library.add(brought)] == ["added"] * 3
    assert [each.status for each in library.add(brought)] == ["duplicate"] * 3


def test_an_article_that_got_its_text_later_is_known_by_it(library):
    link = bring(library, title="رابط")
    bring(library, *TEXTS)
    again = bring(library, *TEXTS, address="")

    assert (again.id, again.status) == (link.id, "duplicate")


def test_both_are_kept_when_the_reader_wants_both(library):
    first = bring(library, *TEXTS)
    (second,) = library.add([Imported(article=article(*TEXTS))], keep_both=True)

    assert second.status == "added"
    assert first.id != second.id
    assert library.count(Query()) == 2
