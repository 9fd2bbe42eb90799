"""The annotations pane in the whole window: what it shows, where it leads, and what becomes of wishes in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from reader.annotations.highlight import Status
from reader.gui.dialogs.colour_meanings import ColourMeaningsDialog
from reader.gui.panes.annotations.pane import ALL, TRASH
from reader.gui.panes.margin.note_card import NoteCard
from reader.library import Library
from reader.text.spans import Span
from tests.gui.conftest import PARAGRAPHS, article

TITLES = ("الأوّل", "الثاني")


@pytest.fixture
def ids(library):
    return [library.add([article(title, [*PARAGRAPHS, f"خاتمة {title}."])])[0].id for title in TITLES]


@pytest.fixture
def reader(ids, open_window):
    return open_window(ids[0])


def mark(library, name, words, colour="yellow", note=""):
    start = library.article(name).text.index(words)
    return library.highlighting.add(name, Span(start, start + len(words)), colour, note).id


@pytest.fixture
def pane(reader, library, ids, qtbot):
    """The pane, opened by its key, with three highlights in two articles."""
    mark(library, ids[0], "الميناء القديم", "green", "#بحر")
    mark(library, ids[0], "المهندسة")
    mark(library, ids[1], "عشرين عامًا", "pink")
    QTest.keyClick(reader.window, Qt.Key.Key_F8)
    pane = reader.all_marks.pane
    qtbot.waitUntil(lambda: reader.background.is_idle)
    return pane


def quotes(pane):
    model = pane.view.model()
    return [model.index(at).data() for at in range(model.rowCount())]


def choose(pane, *rows):
    pane.view.clearSelection()
    for row in rows:
        selection = pane.view.selectionModel()
        selection.setCurrentIndex(pane.view.model().index(row), selection.SelectionFlag.Select)


def entry(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def test_it_opens_by_key_in_the_place_of_the_list_with_this_article_s_highlights(reader, pane):
    assert pane.isVisible()
    assert not reader.panes.articles.view.isVisible()
    assert quotes(pane) == ["الميناء القديم", "المهندسة"]
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert reader.panes.articles.view.isVisible()


def test_nothing_of_the_list_stays_below_it(reader, pane):
    shelf = reader.list_side.shelving.shelf
    reader.list_side.shelving.show_shelf(on=True)
    assert not shelf.isVisible()
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert shelf.isVisible()


def test_the_model_keeps_qt_s_rules(pane, library, ids, qtbot):
    tester = QAbstractItemModelTester(pane.view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    pane.show_scope(ALL)
    mark(library, ids[1], "الربيع")
    qtbot.waitUntil(lambda: len(quotes(pane)) == 4)
    del tester


def test_a_click_goes_there_and_opens_another_article(reader, pane, ids):
    pane.show_scope(ALL)
    at = quotes(pane).index("عشرين عامًا")
    place = pane.view.visualRect(pane.view.model().index(at)).center()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.current.id == ids[1]
    assert pane.isVisible()


def test_typing_narrows_it_by_folded_words(pane, qtbot):
    pane.show_scope(ALL)
    pane._words.setText("المُهندسه")
    qtbot.waitUntil(lambda: quotes(pane) == ["المهندسة"])


def test_several_are_recoloured_by_key_and_removed_with_undo(reader, pane, library, ids, qtbot):
    choose(pane, 0, 1)
    QTest.keyClick(pane.view, Qt.Key.Key_3)
    assert [placed.highlight.colour for placed in library.highlighting.of(ids[0])] == ["blue", "blue"]
    choose(pane, 0, 1)
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    assert library.highlighting.of(ids[0]) == ()
    assert reader.window.message.text
    qtbot.waitUntil(lambda: quotes(pane) == [])
    reader.actions["undo"].trigger()
    qtbot.waitUntil(lambda: quotes(pane) == ["الميناء القديم", "المهندسة"])


def test_what_changed_while_it_was_hidden_is_there_when_it_is_shown_again(reader, pane, library, ids):
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    mark(library, ids[0], "الربيع")
    QTest.keyClick(reader.window, Qt.Key.Key_F8)
    assert "الربيع" in quotes(pane)


def test_what_was_removed_is_in_the_trash_and_comes_back_from_there(pane, library, ids, qtbot):
    choose(pane, 0)
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    pane.show_scope(TRASH)
    assert quotes(pane) == ["الميناء القديم"]
    choose(pane, 0)
    menu = pane.menu_for(pane.chosen)
    entry(menu, "استعادة").trigger()
    qtbot.waitUntil(lambda: quotes(pane) == [])
    assert len(library.highlighting.of(ids[0])) == 2


def test_the_filter_offers_tags_and_narrows_to_one(pane):
    pane.show_scope(ALL)
    pane.filters.aboutToShow.emit()
    tags = next(action.menu() for action in pane.filters.actions() if action.text() == "الوسم")
    tags.actions()[0].trigger()
    assert quotes(pane) == ["الميناء القديم"]
    assert pane._narrowed.text().strip("\u2068\u2069") == "#بحر"
    pane._clear.click()
    assert len(quotes(pane)) == 3


def test_tags_are_given_to_several_at_once(pane, library, ids):
    choose(pane, 0, 1)
    menu = pane.menu_for(pane.chosen)
    entry(menu, "الوسوم…").trigger()
    dialog = next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == "TagsDialog")
    assert dialog.field.text() == ""
    dialog.field.setText("مهمّ، #للمراجعة")
    dialog._give()
    assert [placed.highlight.tags for placed in library.highlighting.of(ids[0])] == [
        ("بحر", "للمراجعة", "مهمّ"),
        ("للمراجعة", "مهمّ"),
    ]


def test_one_without_a_place_offers_candidates_and_a_click_attaches_it(pane, library, ids, qtbot):
    library.add_version(ids[0], article("الأوّل", [PARAGRAPHS[1], "خاتمة الأوّل.", "القديم هو الميناء."]).article)
    qtbot.waitUntil(lambda: any(row.status is Status.ORPHAN for row in pane._model._rows))
    choose(pane, next(at for at in range(2) if pane._model._rows[at].status is Status.ORPHAN))
    buttons = [each for each in pane._candidates.findChildren(QPushButton) if not each.isHidden()]
    buttons[-1].click()
    placed = {each.highlight.quote: each for each in library.highlighting.of(ids[0])}
    assert placed["القديم هو الميناء"].status is Status.FIXED
    assert library.undo() == "undo.highlight_changed"


def test_a_note_on_the_article_is_written_at_its_top(reader, library, ids, qtbot):
    reader.actions["note_on_article"].trigger()
    (placed,) = library.highlighting.of(ids[0])
    assert placed.highlight.is_on_article
    qtbot.waitUntil(lambda: placed.highlight.id in reader.panes.margin._cards)
    card = reader.panes.margin._cards[placed.highlight.id]
    assert card.editor is not None
    card.editor.insertPlainText("رأي في المقال")
    card.close_editor()
    assert library.highlighting.of(ids[0])[0].highlight.note == "رأي في المقال"


def test_the_reader_names_what_a_colour_means_and_finds_it_in_bar_and_filter(reader, pane):
    reader.actions["colour_meanings"].trigger()
    dialog = reader.window.findChild(ColourMeaningsDialog)
    dialog.fields["green"].setText("حقيقة  مهمّة")
    dialog.give()
    assert reader.settings.settings.colour_meanings == {"green": "حقيقة مهمّة"}
    assert pane.colour_words("green") == "حقيقة مهمّة (أخضر)"
    names = [swatch.accessibleName() for swatch in reader.panes.reading.marking.bar._swatches]
    assert "حقيقة مهمّة (أخضر)" in names


def test_a_note_that_is_being_written_is_never_overwritten_by_news_from_elsewhere(reader, library, ids, places, qtbot):
    first = mark(library, ids[0], "الميناء القديم", note="الأولى")
    library.flush()
    reader._write_note(first)
    card = reader.panes.margin._cards[first]
    card.editor.insertPlainText(" وما أكتبه الآن")
    elsewhere = Library(places, post=lambda callback: callback())
    elsewhere.highlighting.change(first, note="كُتبت على جهاز آخر")
    elsewhere.flush()
    elsewhere.close()
    library.catch_up()
    qtbot.waitUntil(lambda: card.arrived == "كُتبت على جهاز آخر")
    assert card.editor.toPlainText() == "الأولى وما أكتبه الآن"
    card.close_editor()
    notes = library.highlighting.find(first).notes
    assert any("وما أكتبه الآن" in note for note in notes)


@pytest.mark.parametrize("way", ["button", "key", "card"])
def test_an_approximate_place_is_confirmed_at_the_highlight_itself(reader, library, ids, qtbot, way):
    first = mark(library, ids[0], "الميناء القديم", note="أيّ ميناء؟")
    library.add_version(ids[0], article("الأوّل", ["عاد الصيادون إلى الميناء العتيق بعد عشرين عامًا."]).article)
    (placed,) = library.highlighting.of(ids[0])
    assert placed.status is Status.APPROXIMATE
    reader.actions["next_highlight"].trigger()
    bar = reader.panes.reading.marking.bar
    assert "موضع تقريبي" in bar.findChild(QLabel).text()
    if way == "button":
        bar.findChild(QToolButton, "check").click()
    elif way == "key":
        QTest.keyClick(reader.panes.reading.view, Qt.Key.Key_Return)
    else:
        qtbot.waitUntil(lambda: first in reader.panes.margin._cards)
        button = reader.panes.margin._cards[first].tool("check")
        qtbot.waitUntil(button.isVisible)
        button.click()
    (placed,) = library.highlighting.of(ids[0])
    assert (placed.status, placed.highlight.quote) == (Status.FIXED, "الميناء العتيق")
    assert not bar.findChild(QToolButton, "check").isVisible()
    assert library.undo() == "undo.highlight_changed"


def test_from_a_note_without_a_place_one_comes_to_the_places_it_may_belong_to(reader, library, ids, qtbot):
    first = mark(library, ids[0], "الميناء القديم", note="أيّ ميناء؟")
    library.add_version(ids[0], article("الأوّل", [PARAGRAPHS[1], "خاتمة الأوّل.", "القديم هو الميناء."]).article)
    assert library.highlighting.of(ids[0])[0].status is Status.ORPHAN
    reader.panes.margin.choose(first)
    qtbot.waitUntil(lambda: first in reader.panes.margin._cards)
    button = reader.panes.margin._cards[first].tool("link")
    qtbot.waitUntil(button.isVisible)
    button.click()
    pane = reader.all_marks.pane
    assert pane.chosen == (first,)
    offered = [each for each in pane._candidates.findChildren(QPushButton) if not each.isHidden()]
    offered[-1].click()
    assert library.highlighting.of(ids[0])[0].status is Status.FIXED


def test_a_note_on_the_article_is_written_in_sight_wherever_the_page_stands(reader, library, qtbot):
    name = library.add([article("طويل", PARAGRAPHS * 200)])[0].id
    library.note_position(name, len(library.article(name).text) // 2)
    reader.open(name)
    assert reader.panes.reading.view.page.first > 0
    reader.actions["note_on_article"].trigger()
    (placed,) = library.highlighting.of(name)
    qtbot.waitUntil(lambda: placed.highlight.id in reader.panes.margin._cards)
    card = reader.panes.margin._cards[placed.highlight.id]
    assert card.editor is not None
    assert 0 <= card.y() < reader.panes.margin.height() - card.height()
    card.editor.insertPlainText("رأيي")
    card.close_editor()
    assert library.highlighting.of(name)[0].highlight.note == "رأيي"


def test_a_note_on_the_article_in_which_nothing_was_written_is_gone(reader, library, ids, qtbot):
    reader.actions["note_on_article"].trigger()
    (placed,) = library.highlighting.of(ids[0])
    qtbot.waitUntil(lambda: placed.highlight.id in reader.panes.margin._cards)
    QTest.keyClick(reader.panes.margin._cards[placed.highlight.id].editor, Qt.Key.Key_Escape)
    assert library.highlighting.of(ids[0]) == ()
    assert reader.showing.undo_words == ("", "")


def test_notes_stand_in_the_margin_as_soon_as_that_has_room_and_dots_tell_of_them_until_then(
    reader, library, ids, qtbot
):
    margin, dots = reader.panes.margin, reader.panes.reading.dots
    reader.window.resize(860, 640)
    qtbot.waitUntil(lambda: not margin.isVisible())
    noted = mark(library, ids[0], "الميناء القديم", "green", "انظر الخريطة")
    qtbot.waitUntil(lambda: set(dots.dots) == {noted})
    reader.window.resize(1280, 800)
    qtbot.waitUntil(lambda: [card.mark for card in margin.findChildren(NoteCard) if card.isVisible()] == [noted])
    assert not dots.dots
