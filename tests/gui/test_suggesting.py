"""What is offered below the search field, by keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.reader import Reader
from reader.gui.search_history import SearchHistory
from reader.gui.suggesting import readable
from tests.gui.conftest import article

WAIT = 20_000


@pytest.fixture
def reader(library, open_window) -> Reader:
    sources = ("صحيفة الساحل", "صحيفة الميناء", "مجلّة النخيل")
    added = [library.add([article(source, source=source)])[0].id for source in sources]
    library.flush()
    library.catch_up()
    reader = open_window(added[0])
    reader.search.job.fill()
    return reader


@pytest.fixture
def field(qtbot, reader: Reader):
    field = reader.panes.toolbar.search
    qtbot.waitUntil(reader.window.isActiveWindow, timeout=WAIT)
    reader.actions["search"].trigger()
    qtbot.waitUntil(field.hasFocus, timeout=WAIT)
    return field


def press(field, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(field, key)


def write(field, words: str) -> None:
    for letter in words:  # QTest knows no Arabic keys
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


def offered(reader: Reader) -> list[str]:
    shown = reader.search.suggesting.list
    return [shown.list.item(at).text() for at in range(shown.list.count())] if shown.isVisible() else []


def test_a_source_is_offered_while_its_filter_is_typed_and_taken_with_the_tab_key(qtbot, reader, field):
    qtbot.waitUntil(lambda: reader.search.job._fill.is_idle, timeout=WAIT)
    write(field, "مصدر:صح")
    qtbot.waitUntil(lambda: len(offered(reader)) == 2, timeout=WAIT)
    write(field, "يفة")
    press(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: sorted(offered(reader)) == ["صحيفة الساحل", "صحيفة الميناء"], timeout=WAIT)
    first = offered(reader)[0]
    press(field, Qt.Key.Key_Tab)
    assert field.text() == f"مصدر:«{first}» "
    assert field.hasFocus()
    assert offered(reader) == []
    qtbot.waitUntil(lambda: reader.articles.is_searching and reader.articles.total == 1, timeout=WAIT)
    assert reader.search.chips.texts == (f"مصدر \u2068{first}\u2069",)


def test_the_down_key_steps_to_an_offer_and_esc_closes_the_list_alone(qtbot, reader, field):
    qtbot.waitUntil(lambda: reader.search.job._fill.is_idle, timeout=WAIT)
    write(field, "source:نخ")
    qtbot.waitUntil(lambda: offered(reader) == ["مجلّة النخيل"], timeout=WAIT)
    press(field, Qt.Key.Key_Escape)
    assert offered(reader) == []
    assert field.text() == "source:نخ"
    write(field, "ي")
    qtbot.waitUntil(lambda: offered(reader) == ["مجلّة النخيل"], timeout=WAIT)
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field.text() == "source:«مجلّة النخيل» "


def test_the_down_key_in_the_empty_field_shows_what_was_searched_for_before(qtbot, reader, field):
    for typed in ("ميناء", "قبل:2024-10 بحر"):
        write(field, typed)
        press(field, Qt.Key.Key_Return)
        reader.actions["search"].trigger()
        press(field, Qt.Key.Key_Escape)
    press(field, Qt.Key.Key_Down)
    assert offered(reader)[:2] == ["قبل:\u20682024-10\u2069 بحر", "ميناء"]
    press(field, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert field.text() == "ميناء"
    press(field, Qt.Key.Key_Escape, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert reader.search.suggesting.history.searches == ()
    press(field, Qt.Key.Key_Down)
    assert offered(reader) == []


def test_an_article_that_is_read_from_the_results_keeps_its_search(qtbot, reader, field):
    write(field, "الميناء")
    qtbot.waitUntil(lambda: reader.articles.is_searching, timeout=WAIT)
    press(reader.panes.articles.view, Qt.Key.Key_Return)
    assert reader.search.suggesting.history.searches == ("الميناء",)


def test_a_history_holds_each_search_once_and_bears_a_damaged_file(tmp_path):
    history = SearchHistory(tmp_path / "state" / "searches.json")
    for typed in ("ميناء", "مدرسه", "  مدرسة ", ""):
        history.remember(typed)
    assert history.searches == ("مدرسة", "ميناء")
    (tmp_path / "state" / "searches.json").write_text("{", encoding="utf-8")
    assert history.searches == ()
    history.remember("بحر")
    assert history.searches == ("بحر",)


def test_the_values_of_fields_are_isolated_in_the_history():
    assert readable("بحر قبل:2024-10 شخص:سلمى") == "بحر قبل:\u20682024-10\u2069 شخص:\u2068سلمى\u2069"
