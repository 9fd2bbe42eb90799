"""Deciding about names in the window, with mouse and keyboard. Every person and place is made up."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from reader.entities.entity import Kind
from reader.gui.reader import Reader
from reader.library import Library
from reader.settings import Settings
from tests.gui.conftest import article

TEXTS = (
    "وصل ليث الحوراني إلى بغداد أمس. وقال الحوراني إنّ الجسر جاهز.",
    "ثم زار المهندس سمير الكيلاني مدينة بغداد، ومعه حامل النبراس القديم.",
)
LATER = ("عاد ليث الحوراني إلى بغداد أمس. وزار المهندس سمير الكيلاني مدينة بيروت.",)


@pytest.fixture
def reader(library: Library, open_window) -> Reader:
    article_id = library.add([article("خبر قصير", TEXTS)])[0].id
    reader = open_window(article_id, Settings(sidebar_tab="entities"))
    reader.settle()
    return reader


@pytest.fixture
def shown(reader: Reader, qtbot) -> Callable[[], list[str]]:
    """Return what answers which names the sidebar shows, once they were found."""
    model = reader.panes.entities.view.model()
    reader.panes.entities._model.toggle(Kind.ORGANISATION)

    def names() -> list[str]:
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: "ليث الحوراني" in names(), timeout=20_000)
    return names


def row_of(reader: Reader, name: str) -> QPoint:
    """Make a name's row current, and return its middle."""
    pane = reader.panes.entities
    key = next(each.key for each in pane._entities if each.name == name)
    index = pane._model.index(pane._model.unfold_to(key))
    pane.view.setCurrentIndex(index)
    pane.view.scrollTo(index)
    pane.view.setFocus()
    return pane.view.visualRect(index).center()


def choose(reader: Reader, name: str, wish: str) -> None:
    """Choose an entry of a name's menu, opened with the right button."""
    point, view = row_of(reader, name), reader.panes.entities.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point))
    QApplication.sendEvent(view, event)
    menu = open_menu(reader)
    next(each for each in menu.actions() if each.text() == wish).trigger()
    menu.close()


def open_menu(reader: Reader) -> QMenu:
    return next(each for each in reader.window.findChildren(QMenu) if each.isVisible())


def dialog(reader: Reader) -> QDialog:
    return next(each for each in reader.window.findChildren(QDialog) if each.isVisible())


def press_accept(reader: Reader, qtbot) -> None:
    button = dialog(reader).findChild(QPushButton, "accept")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_a_name_is_hidden_from_its_menu_and_brought_back_from_the_message(reader, shown, qtbot):
    choose(reader, "سمير الكيلاني", "إخفاء في هذا المقال")
    assert "سمير الكيلاني" not in shown()
    assert reader.panes.entities.hidden.isVisible()
    assert "«\u2068سمير الكيلاني\u2069»" in reader.window.message.text

    qtbot.mouseClick(reader.window.message._button, Qt.MouseButton.LeftButton)
    assert "سمير الكيلاني" in shown()
    assert not reader.panes.entities.hidden.isVisible()


def test_what_is_hidden_is_offered_at_the_foot_of_the_pane(reader, shown, qtbot):
    for name in ("سمير الكيلاني", "بغداد"):
        row_of(reader, name)
        qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_Delete)
    assert "2" in reader.panes.entities.hidden.text()
    qtbot.mouseClick(reader.panes.entities.hidden, Qt.MouseButton.LeftButton)
    menu = open_menu(reader)
    assert [each.text() for each in menu.actions() if "بغداد" in each.text()]
    next(each for each in menu.actions() if each.text() == "إظهار الكلّ").trigger()
    menu.close()
    assert {"سمير الكيلاني", "بغداد"} <= set(shown())


def test_a_click_on_the_sign_for_more_opens_the_card_and_not_the_next_mention(reader, shown, qtbot):
    view, pane = reader.panes.entities.view, reader.panes.entities
    point = row_of(reader, "ليث الحوراني")
    rect = view.visualRect(view.indexAt(point))
    with qtbot.assertNotEmitted(pane.mention_requested):
        more = pane._delegate.more_rect(rect, is_rtl=True).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=more)
    card = reader.naming.card
    assert card.isVisible()
    assert card.name.text() == "ليث الحوراني"
    assert "الحوراني" in card._others.text()


def test_a_name_is_changed_on_the_card_by_keyboard_alone(reader, shown, qtbot):
    row_of(reader, "سمير الكيلاني")
    qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_F2)
    assert focus() is reader.naming.card.name
    reader.naming.card.name.insert("سمير بن نادر الكيلاني")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)

    assert "سمير بن نادر الكيلاني" in shown()
    assert not reader.naming.card.isVisible()
    assert focus() is reader.panes.entities.view


def test_a_name_that_was_not_given_stays_as_it_was(reader, shown, qtbot):
    row_of(reader, "سمير الكيلاني")
    qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_F2)
    reader.naming.card.name.insert("آخر")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)

    assert reader.naming.card.name.text() == "سمير الكيلاني"
    assert "سمير الكيلاني" in shown()


def test_a_latin_spelling_that_is_typed_is_remembered_and_copied_with_the_name(reader, shown, qtbot):
    row_of(reader, "سمير الكيلاني")
    qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_Space)
    card = reader.naming.card
    qtbot.mouseClick(card.latin, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.latin, "Samir al-Kilani")
    qtbot.keyClick(card.latin, Qt.Key.Key_Return)
    copy = card.findChild(QPushButton, "wish_copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "سمير الكيلاني (Samir al-Kilani)"
    assert next(e for e in reader.panes.entities._entities if e.name == "سمير الكيلاني").latin == "Samir al-Kilani"


def test_two_names_are_merged_under_the_one_that_is_chosen_and_none_is_lost(reader, shown, qtbot):
    choose(reader, "سمير الكيلاني", "دمج مع…")
    asked = dialog(reader)
    asked.words.setText("الحوراني")
    assert asked.list.count() == 1
    assert "سمير الكيلاني" in asked._both.text()
    asked.names.menu().actions()[1].trigger()
    press_accept(reader, qtbot)

    assert "ليث الحوراني" not in shown()
    (merged,) = [each for each in reader.panes.entities._entities if each.name == "سمير الكيلاني"]
    assert set(merged.aliases) == {"ليث الحوراني", "الحوراني"}
    assert len(merged.mentions) == 3


def test_a_part_of_a_name_is_told_apart(reader, shown, qtbot):
    choose(reader, "ليث الحوراني", "ليسا شخصًا واحدًا…")
    asked = dialog(reader)
    assert not asked.findChild(QPushButton, "accept").isEnabled()
    qtbot.mouseClick(asked.switches["الحوراني"], Qt.MouseButton.LeftButton)
    press_accept(reader, qtbot)

    assert {"ليث الحوراني", "الحوراني"} <= set(shown())


def test_another_kind_moves_a_name_to_its_group_and_the_map_learns_of_places(reader, shown):
    choose(reader, "بغداد", "هذه جهة")
    (changed,) = [each for each in reader.panes.entities._entities if each.name == "بغداد"]
    assert changed.kind is Kind.ORGANISATION

    choose(reader, "بغداد", "هذا مكان")
    (changed,) = [each for each in reader.panes.entities._entities if each.name == "بغداد"]
    assert changed.country == "IQ"
    assert changed.latitude is not None


def test_a_name_selected_on_the_page_is_added(reader, shown, qtbot):
    text = reader.current.article.text
    start = text.index("النبراس")
    page = reader.panes.reading
    page.view.select(type(page.view.selected_span())(start, start + len("النبراس")))
    page.marking.offer_selection()
    qtbot.mouseClick(page.marking.bar._naming, Qt.MouseButton.LeftButton)
    asked = dialog(reader)
    assert asked.name.text() == "النبراس"
    asked.kind.click("place")
    press_accept(reader, qtbot)

    assert "النبراس" in shown()
    (added,) = [each for each in reader.panes.entities._entities if each.name == "النبراس"]
    assert added.kind is Kind.PLACE


def test_a_selected_name_can_be_said_to_be_one_that_is_known(reader, shown, qtbot):
    text = reader.current.article.text
    start = text.index("النبراس")
    reader.panes.reading.view.select(type(reader.panes.reading.view.selected_span())(start, start + len("النبراس")))
    reader.actions["add_name"].trigger()
    asked = dialog(reader)
    asked.name.setText("بغداد")
    assert asked.kind.value == "place"
    press_accept(reader, qtbot)

    (baghdad,) = [each for each in reader.panes.entities._entities if each.name == "بغداد"]
    assert [each.text for each in baghdad.mentions] == ["بغداد", "بغداد", "النبراس"]


def test_without_a_selection_a_sentence_says_what_to_do(reader, shown):
    reader.panes.reading.view.clear_selection()
    reader.actions["add_name"].trigger()
    assert "حدِّد اسمًا" in reader.window.message.text


def test_a_decision_holds_in_the_next_article_that_is_opened(reader, shown, library, qtbot):
    choose(reader, "ليث الحوراني", "إخفاء في كلّ المقالات")
    later = library.add([article("خبر آخر", LATER)])[0].id
    reader.open(later)
    qtbot.waitUntil(lambda: "سمير الكيلاني" in shown(), timeout=20_000)
    assert "ليث الحوراني" not in shown()


def test_what_another_process_decides_appears_and_the_reader_stays_where_he_is(reader, shown, library, qtbot):
    row_of(reader, "بغداد")
    library.flush()
    library.catch_up()
    other = Library(library.places, post=lambda call: call())
    samir = next(each for each in reader.panes.entities._entities if each.name == "سمير الكيلاني")
    other.deciding.rename(reader.current.id, samir, "سمير الراوي")
    other.flush()
    other.close()
    library.catch_up()

    qtbot.waitUntil(lambda: "سمير الراوي" in shown())
    assert reader.panes.entities.view.currentIndex().data() == "بغداد"


def test_an_open_card_follows_what_it_is_about_and_closes_when_that_is_gone(reader, shown, qtbot):
    row_of(reader, "سمير الكيلاني")
    qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_Space)
    card = reader.naming.card
    qtbot.mouseClick(card.findChild(QPushButton, "wish_place"), Qt.MouseButton.LeftButton)
    assert card.isVisible()
    assert "مكان" in card._said.text()

    qtbot.mouseClick(card.findChild(QPushButton, "wish_hide_here"), Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_every_wish_can_be_reached_with_tab(reader, shown, qtbot):
    row_of(reader, "سمير الكيلاني")
    qtbot.keyClick(reader.panes.entities.view, Qt.Key.Key_Space)
    card = reader.naming.card
    reached = set()
    for _ in range(14):
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        reached.add(focus())
    assert set(card.findChildren(QPushButton)) <= reached
    assert card.latin in reached


def test_the_menu_opens_from_the_keyboard(reader, shown):
    point = row_of(reader, "بغداد")
    view = reader.panes.entities.view
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, point))
    menu = open_menu(reader)
    assert "ليسا مكانًا واحدًا…" in [each.text() for each in menu.actions()]
    menu.close()
