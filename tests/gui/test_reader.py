"""The window as a whole: what is shown where, and what becomes of what the reader does."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from reader.catalogue.query import Query
from reader.collections.state import Reading
from reader.gui.fonts import FontLoader
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.theme import load_theme
from reader.gui.window_state import WindowState
from reader.settings import Settings, SettingsFile
from tests.gui.conftest import article

TITLES = ("الأول", "الثاني", "الثالث")


@pytest.fixture
def ids(library):
    return [library.add([article(title, ["كلمات كثيرة في فقرة واحدة. " * 20] * 5)])[0].id for title in TITLES][::-1]


@pytest.fixture
def settings_file(tmp_path):
    return SettingsFile(tmp_path / "config" / "settings.json")


@pytest.fixture
def make(application, library, settings_file):
    """Return a function that makes a window and shows it."""
    made = []

    def make(language="ar", width=1280, height=800, article="", **settings) -> Reader:
        taste = Taste(Settings(language=language, theme="paper", **settings), settings_file, language)
        reader = Reader(application, library, taste, FontLoader())
        made.append(reader)
        reader.start(WindowState(width=width, height=height), article)
        QTest.qWaitForWindowExposed(reader.window)
        return reader

    yield make
    for reader in made:
        reader.close()
    library.flush()
    application.processEvents()


@pytest.fixture
def reader(arabic, ids, make):
    return make()


def without_isolates(text):
    return re.sub("[\u2066-\u2069]", "", text)


def words_in_bar(reader):
    return without_isolates(reader.window.message.text)


def type_words(widget: QWidget, words: str) -> None:
    """Type as a keyboard with Arabic letters does; QTest's own typing knows Latin ones only."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))


def side_of(widget: QWidget, reader: Reader) -> str:
    middle = widget.mapTo(reader.window, widget.rect().center()).x()
    return "right" if middle > reader.window.width() / 2 else "left"


# -- opening


def test_a_window_opens_with_the_newest_article(reader, ids):
    assert reader.current.id == ids[0]
    assert reader.panes.articles.current == ids[0]
    assert reader.panes.reading.isVisible()
    assert "الثالث" in reader.window.windowTitle()


def test_a_window_opens_with_the_article_that_was_open(arabic, make, ids):
    assert make(article=ids[2]).current.id == ids[2]


def test_an_article_that_is_gone_makes_room_for_the_newest(arabic, make, ids):
    assert make(article="no such article").current.id == ids[0]


def test_opening_by_itself_changes_nothing_in_the_library(reader, library, ids):
    assert library.state(ids[0]).reading is Reading.UNREAD


def test_an_empty_library_says_what_to_do(arabic, make):
    reader = make()
    words = [button.text() for button in reader.panes.welcome.findChildren(QAbstractButton)]
    assert "إضافة مقالات…" in words
    assert "فتح المقال النموذجي" in words
    assert {"العربية", "English"} <= set(words)
    assert not reader.window.sidebar.isVisible()
    assert reader.window.focusWidget().text() == "إضافة مقالات…"


# -- the list


def test_a_click_on_a_row_opens_the_article_and_marks_it_as_begun(qtbot, reader, library, ids):
    view = reader.panes.articles.view
    place = view.visualRect(view.model().index(1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert reader.current.id == ids[1]
    qtbot.waitUntil(lambda: library.state(ids[1]).reading is Reading.READING)
    assert library.state(ids[1]).opened


def test_typing_in_the_search_field_narrows_the_list(qtbot, reader, ids):
    type_words(reader.panes.toolbar.search, "الثاني")
    qtbot.waitUntil(lambda: reader.articles.total == 1, timeout=20_000)
    assert reader.current.id == ids[0]
    QTest.keyClick(reader.panes.toolbar.search, Qt.Key.Key_Escape)
    assert reader.articles.total == 3


def test_a_deleted_article_makes_room_for_the_next_and_can_be_had_back(reader, library, ids):
    reader.actions["delete"].trigger()
    assert reader.current.id == ids[1]
    assert words_in_bar(reader) == "حُذف المقال «الثالث»."
    assert library.state(ids[0]).trashed
    reader.window.message._button.click()
    assert not library.state(ids[0]).trashed
    assert reader.articles.total == 3
    assert words_in_bar(reader) == "تُراجِع عن: حذف المقال"


def test_several_articles_are_deleted_at_once(reader, library, ids):
    reader.panes.articles.view.selectAll()
    reader.actions["delete"].trigger()
    assert words_in_bar(reader) == "المحذوف: 3 مقالات."
    assert library.count(Query()) == 0
    assert reader.current.id == ""
    assert not reader.panes.reading.isVisible()
    assert reader.panes.welcome.isVisible()


def test_undo_and_redo_go_by_keys_and_say_what_they_would_do(reader, library, ids):
    reader.actions["star"].trigger()
    assert library.state(ids[0]).starred
    assert reader.actions["undo"].text() == "تراجُع: إضافة إلى المفضّلة"
    reader.panes.articles.view.setFocus()
    QTest.keyClick(reader.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not library.state(ids[0]).starred
    QTest.keyClick(reader.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert library.state(ids[0]).starred


def test_the_delete_key_in_the_list_deletes_the_article(reader, library, ids):
    reader.panes.articles.view.setFocus()
    QTest.keyClick(reader.panes.articles.view, Qt.Key.Key_Delete)
    assert library.state(ids[0]).trashed


def test_a_deleted_article_makes_room_for_the_one_below_which_is_chosen(reader, library, ids):
    articles = reader.panes.articles
    reader.open(ids[1])
    articles.view.setFocus()
    QTest.keyClick(articles.view, Qt.Key.Key_Delete)
    assert reader.current.id == ids[2]
    assert articles.chosen == (ids[2],)
    QTest.keyClick(articles.view, Qt.Key.Key_Delete)
    assert library.state(ids[2]).trashed
    assert articles.chosen == (reader.current.id,) == (ids[0],)


def test_actions_fit_what_is_chosen(reader, library, ids):
    assert not reader.actions["mark_unread"].isEnabled()
    reader.actions["mark_read"].trigger()
    assert reader.actions["mark_unread"].isEnabled()
    assert not reader.actions["mark_read"].isEnabled()
    assert not reader.actions["restore"].isVisible()


# -- taste


def test_a_theme_is_shown_at_once_and_kept(reader, settings_file):
    before = reader.window.grab().toImage()
    reader.panes.toolbar.theme_chosen.emit("night")
    assert reader.theme.name == "night"
    assert reader.window.grab().toImage() != before
    assert QGuiApplication.palette().text().color() == load_theme("night").colour("text")
    reader.settings.keep()
    assert settings_file.load().theme == "night"


def test_the_text_becomes_larger_and_smaller_by_keys(reader):
    sizes = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        QTest.keyClick(reader.window, key, Qt.KeyboardModifier.ControlModifier)
        sizes.append(reader.settings.settings.text_size)
    assert sizes == [22, 20, 18, 20]


def test_the_reading_settings_open_and_change_the_page_at_once(reader):
    reader.actions["reading_settings"].trigger()
    opened = reader.showing.reading_settings
    assert opened.isVisible()
    before = reader.panes.reading.grab().toImage()
    opened._controls["digits"].click("arabic")
    opened._controls["line_spacing"]._go(1)
    assert reader.settings.settings.digits == "arabic"
    assert reader.settings.settings.line_spacing == pytest.approx(1.05)
    assert reader.panes.reading.grab().toImage() != before
    assert reader.panes.articles._count.text() == "٣"
    QTest.keyClick(reader.window, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_the_reading_settings_close_when_the_page_is_clicked(reader):
    reader.actions["reading_settings"].trigger()
    QTest.mouseClick(reader.panes.articles.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert not reader.showing.reading_settings.isVisible()


# -- forms of the window


@pytest.mark.parametrize(
    ("width", "beside"),
    [
        (1500, (True, True, True)),
        (1280, (True, True, False)),
        (1000, (True, False, False)),
        (800, (False, False, False)),
    ],
)
def test_panes_fold_away_as_the_window_gets_narrower(arabic, ids, make, width, beside):
    reader = make(width=width)
    shown = reader.panes.articles.isVisible(), reader.window.sidebar.isVisible(), reader.window.margin_is_beside
    assert shown == beside
    assert reader.actions["list"].isChecked() is beside[0]
    assert reader.actions["sidebar"].isChecked() is beside[1]


def test_the_list_is_at_the_right_in_arabic_and_at_the_left_in_english(arabic, ids, make):
    reader = make()
    assert side_of(reader.panes.articles, reader) == "right"
    assert side_of(reader.window.sidebar, reader) == "left"
    assert side_of(reader.panes.toolbar.search, reader) == "right"


def test_the_whole_window_is_mirrored_in_english(english, ids, make):
    reader = make("en")
    assert side_of(reader.panes.articles, reader) == "left"
    assert side_of(reader.window.sidebar, reader) == "right"
    assert side_of(reader.panes.toolbar.search, reader) == "left"


def test_in_a_narrow_window_the_list_lies_over_the_page_until_an_article_is_chosen(arabic, ids, make):
    reader = make(width=800)
    reader.window.three.moves = False
    QTest.keyClick(reader.window, Qt.Key.Key_F9)
    assert reader.panes.articles.isVisible()
    assert reader.panes.reading.width() == 800
    reader.open(ids[1])
    assert not reader.panes.articles.isVisible()


def test_esc_closes_what_lies_over_the_page(arabic, ids, make):
    reader = make(width=800)
    reader.window.three.moves = False
    QTest.keyClick(reader.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert reader.window.sidebar.isVisible()
    QTest.keyClick(reader.window, Qt.Key.Key_Escape)
    assert not reader.window.sidebar.isVisible()


def test_both_side_panes_collapse_and_come_back(reader):
    for modifier, pane in (
        (Qt.KeyboardModifier.NoModifier, reader.panes.articles),
        (Qt.KeyboardModifier.ShiftModifier, reader.window.sidebar),
    ):
        QTest.keyClick(reader.window, Qt.Key.Key_F9, modifier)
        assert not pane.isVisible()
        QTest.keyClick(reader.window, Qt.Key.Key_F9, modifier)
        assert pane.isVisible()


def test_reading_mode_leaves_only_the_page(reader):
    QTest.keyClick(reader.window, Qt.Key.Key_F11)
    shown = [reader.panes.toolbar, reader.panes.articles, reader.window.sidebar]
    assert not any(widget.isVisible() for widget in shown)
    assert reader.panes.reading.isVisible()
    QTest.keyClick(reader.window, Qt.Key.Key_Escape)
    assert all(widget.isVisible() for widget in shown)


def test_f6_goes_round_the_panes_and_back(reader):
    reader.panes.toolbar.search.setFocus()
    places = []
    for _ in range(4):
        QTest.keyClick(reader.window, Qt.Key.Key_F6)
        places.append(QGuiApplication.focusObject())
    assert places[0] is reader.panes.articles.view
    assert places[1] is reader.panes.reading.focusProxy()
    assert places[3] is reader.panes.toolbar.search
    QTest.keyClick(reader.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.focusObject() is not reader.panes.toolbar.search


def test_a_tab_takes_the_focus_of_what_it_hides_to_the_page_without_a_ring(reader):
    reader.window.tabs.choose("entities")
    reader.panes.entities.setFocus()
    reader.window.tabs.choose("about")

    page = reader.panes.reading.view
    assert page.hasFocus()
    assert not page.is_ringed


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_F11])
def test_a_list_that_goes_away_leaves_the_focus_to_the_page_without_a_ring(reader, key):
    reader.panes.articles.view.setFocus()
    QTest.keyClick(reader.window, key)

    page = reader.panes.reading.view
    assert page.hasFocus()
    assert not page.is_ringed


def test_a_width_that_was_dragged_is_told_for_the_next_time(reader):
    three = reader.window.three
    grip = three._grips[three.leading]
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(3, 50))
    QTest.mouseMove(grip, QPoint(-37, 50))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(-37, 50))
    assert reader.placement().list_width > 272
    QTest.mouseDClick(grip, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)  # a double click of QTest holds the button
    assert reader.placement().list_width == 0


def test_nothing_scrolls_sideways_at_800_by_600(arabic, ids, make):
    reader = make(width=800, height=600)
    assert reader.window.minimumSizeHint().width() <= 800
    assert reader.panes.reading.view.horizontalScrollBar().maximum() == 0


# -- about


def test_a_source_that_is_missing_is_offered_and_given(reader, library, ids):
    reader.actions["set_source"].trigger()
    field = reader.panes.about.findChild(QLineEdit, "source")
    assert field.hasFocus()
    type_words(field, "صحيفة الساحل")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert library.state(ids[0]).source == "صحيفة الساحل"
    assert "صحيفة الساحل" in [label.text() for label in reader.panes.about.findChildren(QWidget, "fact")]


def test_the_offer_can_be_waved_away_for_good(reader, library, ids):
    reader.window.show_sidebar("about")
    reader.panes.about.findChild(QAbstractButton, "decline").click()
    assert library.state(ids[0]).source_declined
    assert reader.panes.about.findChild(QAbstractButton, "decline") is None


# -- adding


def wait_for_import(qtbot, reader):
    qtbot.waitUntil(lambda: not reader.import_files.is_busy, timeout=30_000)


def test_a_file_is_added_and_opened(qtbot, reader, tmp_path, library):
    file = tmp_path / "خبر.txt"
    file.write_text("خبر جديد من الساحل\n\nنصّ الخبر في فقرة واحدة.\n", encoding="utf-8")
    reader.import_files.import_paths([file])
    wait_for_import(qtbot, reader)
    assert reader.current.article.title == "خبر جديد من الساحل"
    assert words_in_bar(reader) == "أُضيف المقال «خبر جديد من الساحل»."
    reader.import_files.import_paths([file])
    wait_for_import(qtbot, reader)
    assert words_in_bar(reader) == "المقال «خبر جديد من الساحل» موجود في المكتبة."
    assert library.count(Query()) == 4


def test_pasted_text_becomes_an_article(qtbot, reader):
    QGuiApplication.clipboard().setText("عنوان ملصوق\n\nفقرة ملصوقة من موقع ما، وفيها كلمات.\n")
    QTest.keyClick(reader.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_import(qtbot, reader)
    assert reader.current.article.title == "عنوان ملصوق"


def test_pasting_into_the_search_field_stays_there(reader, library):
    QGuiApplication.clipboard().setText("كلمات")
    reader.panes.toolbar.search.setFocus()
    QTest.keyClick(reader.panes.toolbar.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert reader.panes.toolbar.search.text() == "كلمات"
    assert not reader.import_files.is_busy


def test_dropped_files_are_added_and_the_bad_one_is_named(qtbot, reader, tmp_path):
    good, empty = tmp_path / "good.txt", tmp_path / "فارغ.txt"
    good.write_text("عنوان الملف\n\nفقرة في الملف.\n", encoding="utf-8")
    empty.touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, empty)])
    reader.window.dropped.emit(data)
    wait_for_import(qtbot, reader)
    assert words_in_bar(reader) == "أُضيف: 1 · تعذّر: 1"
    reader.window.message._button.click()
    dialog = reader.window.findChild(QWidget, "import_report")
    assert "فارغ.txt" in without_isolates(dialog.text)
    dialog.copy()
    assert str(empty) in QGuiApplication.clipboard().text()
    dialog.close()


def test_one_bad_file_says_what_is_wrong_with_it(qtbot, reader, tmp_path):
    missing = tmp_path / "لا وجود له.txt"
    reader.import_files.import_paths([missing])
    wait_for_import(qtbot, reader)
    assert "لا وجود له.txt" in words_in_bar(reader)


def test_the_sample_article_can_be_opened(qtbot, arabic, make):
    reader = make()
    reader.panes.welcome.sample_requested.emit()
    wait_for_import(qtbot, reader)
    assert reader.current.id
    assert reader.panes.reading.isVisible()


# -- names


def test_every_control_has_a_name(reader):
    reader.window.show_sidebar("about")
    reader.actions["reading_settings"].trigger()
    nameless = [
        widget
        for widget in reader.window.findChildren(QAbstractButton)
        if widget.isVisible() and not (widget.accessibleName() or widget.text())
    ]
    assert not nameless


def test_no_two_actions_have_the_same_keys(reader):
    keys = [keys.toString() for action in reader.actions for keys in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_menu_holds_every_action_that_has_a_place_in_it(reader):
    reader.window.menu.aboutToShow.emit()
    shown = {
        action
        for menu in (reader.window.menu, *reader.window.menu.findChildren(type(reader.window.menu)))
        for action in menu.actions()
    }
    assert {action.objectName() for action in reader.actions} - {
        action.objectName() for action in shown if isinstance(action, QAction)
    } <= {"search", "find_next", "find_previous"}


def test_about_shows_versions_and_where_the_library_is(reader, library):
    reader.actions["about"].trigger()
    dialog = reader.window.findChild(QWidget, "about_hamish")
    words = " ".join(
        label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text") and callable(label.text)
    )
    assert str(library.places.library) in words
    assert "PySide6" in words
    dialog.close()


def test_files_of_folders_are_told_apart_from_text(tmp_path):
    from reader.gui.jobs.import_files import local_files, pasted

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/")])
    assert local_files(data) == (Path(tmp_path),)
    data.clear()
    data.setText("نصّ")
    data.setData("chromium/x-source-url", b"https://example.org/a")
    assert pasted(data).address == "https://example.org/a"


def test_a_file_of_the_library_that_cannot_be_read_is_told(reader, library, ids):
    path = library.places.records("marks", ids[1])
    library.flush()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{ damaged", encoding="utf-8")
    reader.open(ids[1])
    assert path.name in words_in_bar(reader)
    assert path.read_text(encoding="utf-8") == "{ damaged"


def test_the_names_of_months_are_those_of_the_page(reader, library):
    made = article("من بيروت", published="2024-08-05")
    (added,) = library.add([replace(made, article=replace(made.article, language="ar-LB"))])
    reader.open(added.id)
    reader.window.show_sidebar("about")
    facts = [label.text() for label in reader.panes.about.findChildren(QWidget, "fact")]
    assert any("آب" in fact for fact in facts)
    assert not any("أغسطس" in fact for fact in facts)
