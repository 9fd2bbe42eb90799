"""Another text of the same article: what the reader made stays at its words, and all of it can be undone."""

from dataclasses import replace

import pytest

from reader.annotations.highlight import Status
from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.query import Query
from reader.changes import ArticlesChanged, Change
from reader.errors import ReaderError
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.conftest import opened

TITLE = "الحديقة تفتح أبوابها"
PARAGRAPHS = (
    "زرع سكّان الحيّ أشجار التوت على جانبي الطريق قبل أن يبدأ الصيف.",
    "وقالت المشرفة إنّ السقي يحتاج إلى متطوّعين كلّ مساء حتى نهاية الشهر.",
    "ويُنتظر أن تُفتح البوّابة الشرقية للزوّار بعد أسبوعين من اليوم.",
)


def article(*paragraphs: str, title: str = TITLE) -> Article:
    texts = (title, *(paragraphs or PARAGRAPHS))
    blocks = tuple(
        Block(
            id=f"b{number}",
            kind=BlockKind.PARAGRAPH if number else BlockKind.HEADLINE,
            text=text,
            direction=Direction.RTL,
        )
        for number, text in enumerate(texts)
    )
    return Article(title=title, blocks=blocks, language="ar")


@pytest.fixture
def name(library: Library) -> str:
    (added,) = library.add([Imported(article=article(), original=b"first")])
    return added.id


def mark(library: Library, name: str, words: str) -> str:
    start = library.article(name).text.index(words)
    return library.highlighting.add(name, Span(start, start + len(words)), "yellow", "ملاحظة").id


def shown(library: Library, name: str) -> list[tuple[str | None, Status]]:
    text = library.article(name).text
    return [(placed.span and placed.span.of(text), placed.status) for placed in library.highlighting.of(name)]


def test_a_highlight_stands_at_its_words_in_a_new_version(library: Library, name: str):
    mark(library, name, "يحتاج إلى متطوّعين")
    library.add_version(name, article("فقرة جديدة في أوّل الخبر.", *PARAGRAPHS))
    assert shown(library, name) == [("يحتاج إلى متطوّعين", Status.FIXED)]


def test_a_highlight_moves_with_a_paragraph_that_changed_its_place(library: Library, name: str):
    mark(library, name, "البوّابة الشرقية")
    library.add_version(name, article(PARAGRAPHS[2], PARAGRAPHS[0], PARAGRAPHS[1]))
    assert shown(library, name) == [("البوّابة الشرقية", Status.FIXED)]


def test_a_highlight_whose_words_are_gone_stays_without_a_place_and_comes_back_with_them(library: Library, name: str):
    mark(library, name, "يحتاج إلى متطوّعين كلّ مساء")
    library.add_version(name, article(PARAGRAPHS[0], PARAGRAPHS[2]))
    assert shown(library, name) == [(None, Status.ORPHAN)]
    library.undo()
    assert shown(library, name) == [("يحتاج إلى متطوّعين كلّ مساء", Status.FIXED)]


def test_a_new_version_is_one_step_of_undo_and_the_old_text_stays_on_disk(library: Library, name: str):
    first = library.version(name)
    second = library.add_version(name, article("نصّ آخر تمامًا."))
    library.flush()
    assert library.version(name) == second
    assert library.versions(name) == sorted([first, second])
    assert library.undo() == "undo.text_changed"
    assert library.version(name) == first
    assert library.redo() == "undo.text_changed"
    assert library.article(name).blocks[1].text == "نصّ آخر تمامًا."


def test_the_list_shows_the_new_title_and_the_old_one_again_after_undo(library: Library, name: str):
    library.add_version(name, article(title="الحديقة تُغلق أبوابها"))
    assert [row.title for row in library.rows(Query())] == ["الحديقة تُغلق أبوابها"]
    library.undo()
    assert [row.title for row in library.rows(Query())] == [TITLE]


def test_an_earlier_version_can_be_used_again(library: Library, name: str):
    first = library.version(name)
    library.add_version(name, article("نصّ آخر تمامًا."))
    library.use_version(name, first)
    assert library.article(name).text == article().text
    with pytest.raises(ReaderError):
        library.use_version(name, "0" * 32)


def test_the_same_text_again_is_no_new_version_and_no_step(library: Library, name: str):
    heard: list[Change] = []
    library.on_change(heard.append)
    assert library.add_version(name, library.article(name)) == library.version(name)
    assert not [change for change in heard if isinstance(change, ArticlesChanged)]


def test_the_place_of_reading_moves_with_its_words(library: Library, name: str):
    text = library.article(name).text
    library.note_position(name, text.index("وقالت"))
    before = "فقرة جديدة في أوّل الخبر."
    library.add_version(name, article(before, *PARAGRAPHS))
    assert library.article(name).text[library.state(name).position :].startswith("وقالت")


def test_highlights_are_found_again_after_a_restart_without_the_older_text(library: Library, name: str, places: Places):
    mark(library, name, "يحتاج إلى متطوّعين")
    first = library.version(name)
    library.add_version(name, replace(article("مقدّمة.", *PARAGRAPHS), source="صحيفة"))
    library.flush()
    again = opened(places)
    assert shown(again, name) == [("يحتاج إلى متطوّعين", Status.FIXED)]
    again.close()
    places.text(name, first).unlink()
    without = opened(places)
    assert shown(without, name) == [("يحتاج إلى متطوّعين", Status.FIXED)]
    without.close()


def test_a_version_of_an_article_that_is_not_there_is_refused(library: Library):
    with pytest.raises(ReaderError):
        library.add_version("0" * 32, article())
