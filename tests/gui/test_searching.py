from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.annotations.highlight import COLOURS
from reader.catalogue.query import Sort
from reader.collections.state import Reading
from reader.gui.panes.articles.filters import Filter
from reader.gui.panes.articles.model import PASSAGE_ROLE
from reader.gui.reader import Reader
from reader.text.spans import Span
from tests.gui.conftest import article

WAIT = 20_000
HARBOUR = ("عاد الصيادون إلى الميناء القديم.", "وقال الصيّادُ إنّ البحر هادئ.")


@pytest.fixture
def ids(library) -> list[str]:
    made = [
        article("الأول", HARBOUR, source="صحيفة الساحل", published="2023-04-01"),
        article("الثاني", ("لا بحر هنا.",)),
    ]
    ids = [addition.id for each in made for addition in library.add([each])]
    library.flush()
    return ids


@pytest.fixture
def reader(ids, open_window) -> Reader:
    return open_window(ids[1])


def search(qtbot, reader: Reader, typed: str, total: int) -> None:
    reader.panes.toolbar.search.setText(typed)
    model = reader.articles
    qtbot.waitUntil(lambda: model.is_searching and model.total == model.rowCount() == total, timeout=WAIT)


def test_what_is_typed_is_looked_for_in_the_texts_and_shown_with_excerpts(qtbot, reader, ids):
    search(qtbot, reader, "صياد", 1)
    assert reader.articles.article_at(0) == ids[0]
    passage = reader.articles.index(0).data(PASSAGE_ROLE)
    assert passage.hits[0].of(passage.text) == "صيادون"
    reader.panes.toolbar.search.clear()
    assert not reader.articles.is_searching
    assert reader.articles.total == 2


def test_enter_goes_to_what_was_found_and_stays_where_nothing_was(qtbot, reader, ids):
    field = reader.panes.toolbar.search
    search(qtbot, reader, "صياد", 1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(reader.panes.articles.view.hasFocus)
    field.setFocus()
    search(qtbot, reader, "كلمة لا توجد", 0)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    assert field.selectedText() == "كلمة لا توجد"
    assert "كلمة لا توجد" in reader.panes.articles.nothing


def test_enter_before_the_answer_stays_too_where_nothing_is_found(qtbot, reader, ids):
    field = reader.panes.toolbar.search
    field.setFocus()
    field.setText("كلمة لا توجد")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.articles.is_searching and not reader.articles.total, timeout=WAIT)
    assert field.hasFocus()


def test_the_word_that_is_being_typed_is_a_beginning(qtbot, reader, ids):
    search(qtbot, reader, "مين", 1)
    search(qtbot, reader, "مين ", 0)


def test_hits_are_lit_in_the_article_that_is_opened_and_go_with_the_search(qtbot, reader, ids):
    search(qtbot, reader, "بحر ميناء", 1)
    reader.open(ids[0])
    finding = reader.panes.reading.finding
    qtbot.waitUntil(lambda: len(finding.hits) == 2, timeout=WAIT)
    text = reader.current.article.text
    assert [hit.of(text) for hit in finding.hits] == ["الميناء", "البحر"]
    assert not finding.is_open
    reader.actions["find_next"].trigger()
    assert finding.current == finding.hits[1]
    reader.panes.toolbar.search.clear()
    assert finding.hits == ()


def test_hits_follow_what_is_typed_and_what_becomes_of_the_article_without_moving_the_page(qtbot, reader, library, ids):
    def lit() -> list[str]:
        return [hit.of(reader.current.article.text) for hit in reader.panes.reading.finding.hits]

    search(qtbot, reader, "ميناء", 1)
    reader.open(ids[0])
    qtbot.waitUntil(lambda: lit() == ["الميناء"], timeout=WAIT)
    search(qtbot, reader, "بحر", 2)
    qtbot.waitUntil(lambda: lit() == ["البحر"], timeout=WAIT)
    text = reader.current.article
    first = replace(text.blocks[1], text=f"أمام البحر {text.blocks[1].text}")
    library.add_version(ids[0], replace(text, blocks=(text.blocks[0], first, *text.blocks[2:])))
    qtbot.waitUntil(lambda: lit() == ["البحر", "البحر"], timeout=WAIT)


def test_fields_and_dates_are_shown_as_chips_whose_values_are_isolated(qtbot, reader, ids):
    search(qtbot, reader, "مصدر:الساحل قبل:2024-10 -قديمة ميناء", 1)
    assert reader.search.chips.texts == (
        "مصدر \u2068الساحل\u2069",
        "ليس \u2068قديمة\u2069",
        "قبل \u2068أكتوبر 2024\u2069",
    )
    QTest.mouseClick(reader.search.chips._buttons[2], Qt.MouseButton.LeftButton)
    assert reader.panes.toolbar.search.text() == "مصدر:الساحل -قديمة ميناء"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_chip_is_removed_by_keyboard(qtbot, reader, key):
    search(qtbot, reader, "مصدر:الساحل ميناء", 1)
    QTest.keyClick(reader.search.chips._buttons[0], key)
    assert reader.panes.toolbar.search.text() == "ميناء"
    assert reader.search.chips.texts == ()


def test_the_exact_switch_tells_spellings_apart_until_it_is_switched_off(qtbot, reader, ids):
    search(qtbot, reader, "إن ", 1)
    QTest.mouseClick(reader.search.chips.exact, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: reader.articles.total == 0, timeout=WAIT)
    search(qtbot, reader, "إنّ ", 1)
    reader.open(ids[0])
    finding = reader.panes.reading.finding
    qtbot.waitUntil(lambda: len(finding.hits) == 1, timeout=WAIT)
    search(qtbot, reader, "الصيادُ ", 0)
    QTest.keyClick(reader.search.chips.exact, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: reader.articles.total == 1, timeout=WAIT)


def test_other_forms_of_a_word_are_found_behind_it_and_lit(qtbot, reader, ids):
    search(qtbot, reader, "بحره ", 2)
    passage = reader.articles.index(0).data(PASSAGE_ROLE)
    assert [hit.of(passage.text) for hit in passage.hits] == ["بحر"]
    reader.open(ids[0])
    finding = reader.panes.reading.finding
    qtbot.waitUntil(lambda: [hit.of(reader.current.article.text) for hit in finding.hits] == ["البحر"], timeout=WAIT)


def test_a_note_that_is_written_during_a_search_is_found(qtbot, reader, library, ids):
    reader.search.settle()
    search(qtbot, reader, "في:الملاحظات مهم", 0)
    library.highlighting.add(ids[0], Span(0, 3), COLOURS[0], note="مهم")
    library.flush()
    library.catch_up()
    qtbot.waitUntil(lambda: reader.articles.total == 1, timeout=WAIT)


def test_the_filter_of_the_list_narrows_a_search(qtbot, reader, library, ids):
    search(qtbot, reader, "بحر", 2)
    library.set_starred([ids[0]], starred=True)
    reader.panes.articles.filter_menu.choose(Filter.STARRED)
    qtbot.waitUntil(lambda: reader.articles.total == 1, timeout=WAIT)
    assert reader.articles.article_at(0) == ids[0]


def test_single_keys_in_the_list_step_and_change_the_state(qtbot, reader, library, ids):
    view = reader.panes.articles.view
    reader.panes.articles.show_article(ids[1])
    QTest.keyClick(view, Qt.Key.Key_J)
    assert reader.current.id == ids[0]
    QTest.keyClick(view, Qt.Key.Key_S)
    QTest.keyClick(view, Qt.Key.Key_R)
    assert (library.state(ids[0]).starred, library.state(ids[0]).reading) == (True, Reading.READ)
    QTest.keyClick(view, Qt.Key.Key_E)
    assert library.state(ids[0]).archived
    QTest.keyClick(view, Qt.Key.Key_K)
    assert reader.current.id == ids[1]


def test_the_list_can_be_narrowed_to_what_was_marked_and_sorted_by_length(qtbot, reader, library, ids):
    reader.panes.articles.sort_menu.choose(Sort.LENGTH)
    assert reader.articles.article_at(0) == ids[0]
    library.highlighting.add(ids[1], Span(0, 3), COLOURS[0])
    reader.panes.articles.filter_menu.choose(Filter.MARKED)
    qtbot.waitUntil(lambda: [reader.articles.article_at(0), reader.articles.total] == [ids[1], 1])
