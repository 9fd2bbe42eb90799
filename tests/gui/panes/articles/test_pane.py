import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from reader.catalogue.choices import Choices
from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading
from reader.entities.entity import Kind
from reader.gui.panes.articles.filters import Filter, has, is_narrowed, plain, toggled, with_value, without
from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.panes.articles.pane import ArticlesPane
from tests.gui.conftest import article


@pytest.fixture
def ids(library):
    return [library.add([article(title)])[0].id for title in ("الأول", "الثاني", "الثالث")][::-1]


@pytest.fixture
def pane(qtbot, library, ids, theme, formatter, arabic):  # noqa: PLR0917 - fixtures
    model = ArticlesModel(library, formatter)
    model.load()
    pane = ArticlesPane(model, theme, formatter)
    pane.furnish()
    qtbot.addWidget(pane)
    pane.resize(288, 600)
    pane.show()
    model.setParent(pane)
    return pane


def click(pane, row, modifier=Qt.KeyboardModifier.NoModifier):
    place = pane.view.visualRect(pane.view.model().index(row)).center()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_a_click_asks_for_the_article(qtbot, pane, ids):
    with qtbot.waitSignal(pane.article_chosen) as chosen:
        click(pane, 1)
    assert chosen.args == [ids[1]]
    assert pane.chosen == (ids[1],)


def test_the_arrow_keys_ask_for_the_next_article(qtbot, pane, ids):
    pane.view.setFocus()
    click(pane, 0)
    with qtbot.waitSignal(pane.article_chosen) as chosen:
        QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert chosen.args == [ids[1]]


def test_enter_asks_to_read(qtbot, pane):
    click(pane, 0)
    with qtbot.waitSignal(pane.read_requested):
        QTest.keyClick(pane.view, Qt.Key.Key_Return)


def test_showing_an_article_asks_for_nothing(qtbot, pane, ids):
    with qtbot.assertNotEmitted(pane.article_chosen):
        pane.show_article(ids[2])
    assert pane.current == ids[2]


def test_several_articles_can_be_chosen(pane, ids):
    click(pane, 0)
    click(pane, 2, Qt.KeyboardModifier.ControlModifier)
    assert pane.chosen == (ids[0], ids[2])


def test_after_the_last_article_the_one_above_is_next(pane, ids):
    assert pane.neighbour_of([ids[0]]) == ids[1]
    assert pane.neighbour_of([ids[2]]) == ids[1]
    assert pane.neighbour_of([ids[1], ids[2]]) == ids[0]
    assert pane.neighbour_of(ids) == ""


def test_the_head_says_what_is_shown_and_how_much(pane, library, ids):
    assert pane._title.text() == "المكتبة"
    assert pane._count.text() == "3"
    library.set_reading([ids[0]], Reading.READ)
    pane.filter_menu.choose(Filter.UNREAD)
    assert pane._count.text() == "2"
    assert pane._count.accessibleName() == "مقالان"


def test_a_search_without_results_says_so(pane):
    model = pane.view.model()
    model.show_found("لا وجود له", [])
    model.count_found(0)
    assert pane._nothing.isVisible()
    assert "لا وجود له" in pane._nothing.text()
    model.end_search()
    assert not pane._nothing.isVisible()


def test_the_trash_shows_what_was_deleted(pane, library, ids):
    library.delete([ids[0]])
    pane.filter_menu.choose(Filter.TRASH)
    assert pane.view.model().article_at(0) == ids[0]


def test_titles_are_sorted_from_the_first_letter(pane):
    pane.sort_menu.choose(Sort.TITLE)
    assert not pane.view.model().query.descending
    pane.sort_menu.choose(Sort.ADDED)
    assert pane.view.model().query.descending


def test_the_order_is_turned_round(pane):
    pane.sort_menu.choose(Sort.TITLE)
    pane.sort_menu._turn.trigger()
    assert pane.view.model().query == Query(sort=Sort.TITLE, descending=True)
    pane.sort_menu.choose(Sort.ADDED)
    pane._show_query()
    assert not pane.sort_menu._turn.isChecked()


@pytest.mark.parametrize("chosen", Filter)
def test_every_filter_keeps_the_words_and_the_order(chosen):
    before = Query(words="قمح", sort=Sort.TITLE, descending=False)
    after = toggled(before, chosen)
    assert (after.words, after.sort, after.descending) == ("قمح", Sort.TITLE, False)
    assert has(after, chosen)


@pytest.mark.parametrize("chosen", [each for each in Filter if each not in (Filter.ALL, Filter.TRASH)])
def test_a_filter_joins_the_others_and_leaves_them_when_it_is_let_go(chosen):
    before = Query(tags=("أدب",), source="صحيفة", days=7)
    narrowed = toggled(before, chosen)
    assert narrowed.tags == ("أدب",)
    assert not has(before, chosen)
    assert toggled(narrowed, chosen) == before


def test_everything_and_the_trash_leave_all_filters():
    narrowed = Query(words="قمح", tags=("أدب",), starred=True, folder="f")
    assert toggled(narrowed, Filter.ALL) == plain(narrowed) == Query(words="قمح")
    assert toggled(narrowed, Filter.TRASH) == Query(words="قمح", trashed=True)
    assert is_narrowed(narrowed)
    assert not is_narrowed(plain(narrowed))


def test_values_are_added_and_taken_away_one_by_one():
    query = with_value(with_value(Query(), "tags", "أدب"), "tags", "شعر")
    query = with_value(with_value(query, "source", "صحيفة"), "days", 30)
    assert query == Query(tags=("أدب", "شعر"), source="صحيفة", days=30)
    assert without(without(query, "tags", "أدب"), "source", None) == Query(tags=("شعر",), days=30)


def test_there_is_a_chip_for_all_that_narrows(pane):
    query = Query(
        reading=Reading.UNREAD, starred=True, marked=True, noted=True, archived=True, tags=("أدب",), source="صحيفة",
        language="ar", keys=("person:ليان سعد",), year="2024", days=7, folder="f", trashed=True,
    )  # fmt: skip
    chips = pane.filter_menu.chips_of(query)
    assert len(chips) == 11
    for chip in chips:
        query = without(query, *chip.at)
    assert query == Query(folder="f", trashed=True)


def test_what_there_is_to_choose_from_comes_while_the_menu_is_open(qtbot, pane):
    menu = pane.filter_menu
    assert not menu._menus["tags"].isEnabled()
    with qtbot.waitSignal(menu.wanted):
        menu.aboutToShow.emit()
    menu.offer(Choices(tags=[("أدب", 2)], years=[("2024", 1)], names=[(Kind.PERSON, [("person:ليان", "ليان", 3)])]))
    assert menu._menus["tags"].actions()[0].text() == "\u2068#أدب\u2069  2"
    menu._menus["person"].actions()[0].trigger()
    assert pane.view.model().query == Query(keys=("person:ليان",))
    menu.choose_value("tags", "أدب")
    assert pane.view.model().query == Query(keys=("person:ليان",), tags=("أدب",))
    menu.choose_value("keys", "person:ليان")
    assert pane.view.model().query == Query(tags=("أدب",))


def test_a_search_can_be_kept_as_soon_as_the_menu_opens(pane):
    menu = pane.filter_menu
    menu.aboutToShow.emit()
    assert not menu._keep.isEnabled()
    pane.view.model().show_found("قبل:2024-10", [])
    menu.aboutToShow.emit()

    assert menu._keep.isEnabled()


def test_every_control_has_a_name(pane):
    for control in (pane, pane.view, pane._filter_button, pane._sort_button):
        assert control.accessibleName()


def test_nothing_is_chosen_in_an_empty_list(pane, library, ids):
    library.delete(ids)
    pane.view.model().refresh()
    assert pane.current == ""
    assert pane.view.currentIndex() == QModelIndex()


def test_the_row_under_the_mouse_is_told_apart(pane):
    index = pane.view.model().index(1)
    QTest.mouseMove(pane.view.viewport(), pane.view.visualRect(index).center())
    assert pane.view.state_of(index).is_hovered
    assert not pane.view.state_of(pane.view.model().index(0)).is_hovered


def test_the_focus_is_shown_to_who_comes_by_keyboard(pane):
    click(pane, 1)
    index = pane.view.model().index(1)
    assert not pane.view.state_of(index).is_focused
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.state_of(pane.view.model().index(2)).is_focused


def test_a_long_heading_is_cut_where_its_line_ends(pane):
    heading = "كلّ ما لم أقرأه بعد عن المدن التي على البحر"
    pane.show_heading(heading)
    pane.resize(240, 600)
    shown = pane._title.text()
    assert shown.endswith("…")
    assert pane._title.fontMetrics().horizontalAdvance(shown) < 240
    assert pane._title.toolTip() == pane._title.accessibleName() == heading
    pane.resize(900, 600)
    assert pane._title.text() == heading


def test_a_project_without_articles_says_how_they_come_into_it(pane, library):
    pane.view.model().show(Query(folder=library.collecting.new_case_folder("فارغ")))
    assert "إضافة إلى مشروع" in pane._nothing.text()


def come_to(qtbot, pane, reason):
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane._filter_button.setFocus()
    pane.view.selectionModel().clear()
    pane.view.setFocus(reason)
    qtbot.waitUntil(pane.view.hasFocus)


def test_the_keyboard_that_comes_to_the_list_goes_to_the_row_of_the_open_article(qtbot, pane, library, ids):
    library.add([article(f"عنوان {number}") for number in range(70)])
    pane._model.load()
    assert pane._model.row_of(ids[2]) < 0
    pane.show_article(ids[2])
    with qtbot.assertNotEmitted(pane.article_chosen):
        come_to(qtbot, pane, Qt.FocusReason.OtherFocusReason)
    assert pane.current == ids[2]
    assert is_seen(pane, ids[2])


def test_passing_through_the_list_with_tab_opens_nothing_and_enter_does(qtbot, pane, ids):
    pane.show_article("an article that is not in the list")
    with qtbot.assertNotEmitted(pane.article_chosen):
        come_to(qtbot, pane, Qt.FocusReason.TabFocusReason)
    assert pane.current == ids[0]
    with qtbot.waitSignal(pane.article_chosen) as asked:
        QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert asked.args == [ids[0]]


@pytest.fixture
def many(pane, library):
    """The ids of more articles than are fetched, in the list's order."""
    library.add([article(f"مقال {number}") for number in range(700)])
    pane.view.model().load()
    return [row.id for row in library.rows(Query(), 0, -1)]


def is_seen(pane, article_id):
    row = pane.view.model().row_of(article_id)
    return row >= 0 and pane.view.viewport().rect().contains(
        pane.view.visualRect(pane.view.model().index(row)).center()
    )


def test_an_article_far_down_is_shown_where_it_stands(qtbot, pane, many):
    with qtbot.assertNotEmitted(pane.article_chosen):
        pane.reveal(many[500])
    assert pane.chosen == (many[500],)
    assert is_seen(pane, many[500])
    assert pane._count.text() == "703"


def test_scrolling_up_from_there_fetches_what_is_above_and_moves_nothing(qtbot, pane, many):
    pane.reveal(many[500])
    model, bar = pane.view.model(), pane.view.verticalScrollBar()
    first = model.article_at(0)
    bar.setValue(20)
    top = pane.view.visualRect(model.index(0)).top()
    qtbot.waitUntil(lambda: model.row_of(first) > 0)
    assert pane.view.visualRect(model.index(model.row_of(first))).top() == top
    for _ in range(4):
        bar.setValue(0)
        QTest.qWait(1)
    assert model.article_at(0) == many[0]


def test_home_goes_to_the_first_article_of_all(qtbot, pane, many):
    pane.reveal(many[500])
    pane.view.setFocus()
    with qtbot.waitSignal(pane.article_chosen) as chosen:
        QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert chosen.args == [many[0]]
    assert is_seen(pane, many[0])


def test_the_thumb_drawn_to_its_end_goes_to_the_first_article_of_all(qtbot, pane, many):
    pane.reveal(many[500])
    bar = pane.view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setValue(0)
    qtbot.waitUntil(lambda: is_seen(pane, many[0]))
    bar.setSliderDown(False)
