"""Commands by name and by key: the palette, the list of shortcuts, and keys under an Arabic layout."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from reader.gui.actions import TABLE, without_conflicts
from reader.gui.commanding import FIXED, GROUPS, TAKEN
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.translation import Translation
from reader.gui.window_state import WindowState
from reader.settings import Settings
from tests.gui.conftest import article

pytestmark = pytest.mark.any_window


@pytest.fixture
def make(qtbot, application, library):
    """Return a function that makes a window over a library of two articles."""
    library.add([article("الأول"), article("الثاني")])
    made, translation = [], Translation(application)

    def make(language="ar", **settings):
        translation.use(language)
        reader = Reader(
            application, library, Taste(Settings(language=language, **settings), None, language), FontLoader()
        )
        made.append(reader)
        reader.start(WindowState(width=1280, height=800))
        reader.window.activateWindow()
        qtbot.waitUntil(reader.window.isActiveWindow)
        return reader

    yield make
    for reader in made:
        reader.close()
    translation.use("en")
    translation.close()


@pytest.fixture
def reader(make):
    return make()


def press(text, key=Qt.Key.Key_unknown, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press what an Arabic layout writes, where the keyboard is."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def words_in(palette):
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def test_no_keys_have_two_meanings():
    keys = [QKeySequence(each).toString() for spec in TABLE for each in spec.shortcuts]
    assert len(keys) == len(set(keys))
    assert set(keys) & TAKEN <= {"Del"}  # in the list it deletes an article, on the page a highlight


def test_every_shortcut_is_one_that_can_be_pressed():
    for spec in TABLE:
        for keys in spec.shortcuts:
            assert QKeySequence(keys).toString(), spec.id
    for _, keys in FIXED:
        assert all(QKeySequence(each).toString() == each for each in keys)


def test_every_action_has_a_heading_in_the_list():
    assert {spec.menu.partition("|")[0] for spec in TABLE} <= {menu for menu, _ in GROUPS}


@pytest.mark.parametrize(("letter", "name"), [("لا", "sidebar"), ("ظ", "search"), ("؟", "shortcuts"), ("س", "star")])
def test_single_keys_work_under_an_arabic_layout(reader, letter, name):
    told = []
    reader.panes.reading.setFocus()
    reader.actions[name].triggered.connect(lambda *_: told.append(name))
    press(letter)
    assert told == [name]


def test_from_article_to_article_by_place_of_the_key_in_the_list_too(reader):
    first = reader.current.id
    reader.panes.articles.view.setFocus()
    press("ت")
    assert reader.current.id != first
    reader.panes.articles.view.setFocus()
    press("ن")
    assert reader.current.id == first


def test_what_is_typed_into_a_field_is_no_command(reader):
    reader.panes.toolbar.search.setFocus()
    press("ت")
    assert reader.panes.toolbar.search.text() == "ت"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("تكبير", "تكبير الخط"),
        ("larger", "تكبير الخط"),
        ("إبراز", "التظليلات والملاحظات"),
        ("قايمة", "قائمة المقالات"),
        ("english", "اللغة: English"),
        ("HIGHLIGHT next", "التظليل التالي"),
        ("وسم", "الوسوم…"),
        ("خريطة", "الخريطة"),
        ("ليل", "إعدادات القراءة"),
        ("الشهور", "إعدادات القراءة"),
    ],
)
def test_the_palette_finds_commands_in_both_languages_and_any_spelling(reader, typed, found):
    reader.actions["palette"].trigger()
    reader.commanding.palette.field.setText(typed)
    assert found in words_in(reader.commanding.palette)[:3]


def test_choosing_in_the_palette_gives_the_command_and_the_keyboard_back(reader, qtbot):
    before = reader.settings.settings.text_size
    reader.panes.reading.setFocus()
    page = QApplication.focusWidget()
    reader.actions["palette"].trigger()
    palette = reader.commanding.palette
    qtbot.keyClicks(palette.field, "larger")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert reader.settings.settings.text_size > before
    assert not palette.isVisible()
    assert QApplication.focusWidget() is page
    assert not reader.panes.reading.view.is_ringed


def test_the_palette_closes_with_escape_and_when_the_keyboard_goes_elsewhere(reader, qtbot):
    reader.actions["palette"].trigger()
    palette = reader.commanding.palette
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    reader.actions["palette"].trigger()
    reader.panes.toolbar.search.setFocus()
    assert not palette.isVisible()


def test_the_palette_offers_nothing_that_cannot_be_done(reader):
    reader.actions["palette"].trigger()
    assert reader.actions["undo"].isEnabled() is False
    assert "تراجُع" not in words_in(reader.commanding.palette)


def test_the_palette_says_when_nothing_fits(reader):
    reader.actions["palette"].trigger()
    reader.commanding.palette.field.setText("ثثثث")
    assert not reader.commanding.palette.list.isVisible()
    assert reader.commanding.palette.list.chosen == ""


@pytest.fixture
def dialog(reader):
    reader.actions["shortcuts"].trigger()
    return reader.commanding.dialog


def choose(dialog, name):
    row = next(
        at for at in range(dialog.list.count()) if dialog.list.item(at).data(Qt.ItemDataRole.UserRole + 1).id == name
    )
    dialog.list.setCurrentRow(row)


def test_other_keys_are_taken_over_at_once_and_kept(reader, dialog, qtbot):
    choose(dialog, "reading_mode")
    qtbot.keyClick(dialog.field, Qt.Key.Key_F7)
    assert reader.actions.keys("reading_mode") == ("F7",)
    assert reader.settings.settings.shortcuts == {"reading_mode": "F7"}


def test_keys_that_belong_to_another_command_are_refused(reader, dialog, qtbot):
    choose(dialog, "reading_mode")
    qtbot.keyClick(dialog.field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.actions.keys("reading_mode") == ("F11",)
    assert "البحث في المقال" in dialog.told.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_Up])
def test_keys_of_the_page_are_refused(reader, dialog, qtbot, key):
    choose(dialog, "reading_mode")
    qtbot.keyClick(dialog.field, key)
    assert reader.actions.keys("reading_mode") == ("F11",)


def test_an_arabic_layout_gives_keys_by_their_place(reader, dialog):
    choose(dialog, "reading_mode")
    QApplication.sendEvent(
        dialog.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, "ع")
    )
    assert reader.actions.keys("reading_mode") == ("F11",)
    assert "تعليم غير مقروء" in dialog.told.text()


def test_a_command_can_go_without_keys_and_get_its_usual_ones_again(reader, dialog, qtbot):
    choose(dialog, "list")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Delete)
    assert reader.actions.keys("list") == ()
    dialog.usual.click()
    assert reader.actions.keys("list") == ("F9", "L")
    assert reader.settings.settings.shortcuts == {}


def test_usual_keys_come_back_also_from_who_has_them_by_now(reader, dialog, qtbot):
    choose(dialog, "reading_mode")
    qtbot.keyClick(dialog.field, Qt.Key.Key_F7)
    choose(dialog, "list")
    qtbot.keyClick(dialog.field, Qt.Key.Key_F11)
    assert reader.actions.keys("list") == ("F11",)
    choose(dialog, "reading_mode")
    dialog.usual.click()
    assert reader.actions.keys("reading_mode") == ("F11",)
    assert reader.actions.keys("list") == ("F9", "L")


def test_keys_that_were_chosen_once_hold_from_the_start(make):
    reader = make("en", shortcuts={"reading_mode": "F7", "gone": "F4"})
    assert reader.actions.keys("reading_mode") == ("F7",)


def test_the_keys_of_the_page_are_listed_and_cannot_be_changed(dialog):
    choose(dialog, "fixed.0")
    assert not dialog.field.isEnabled()
    assert not dialog.usual.isEnabled()


def test_keys_that_clash_are_never_both_in_use():
    clashing = {"list": "F11", "find": "F7", "print": "F7"}
    assert without_conflicts(clashing) == {"find": "F7"}
    assert without_conflicts({"list": "F11", "reading_mode": "F9"}) == {"list": "F11", "reading_mode": "F9"}
