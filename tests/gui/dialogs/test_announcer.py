import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.errors import ReaderError
from reader.gui.dialogs.announcer import Announcer
from reader.gui.dialogs.import_report import ReportLine
from reader.gui.widgets.message_bar import MessageBar
from reader.messages import Messages


@pytest.fixture
def bar(qtbot, theme):
    page = QWidget()
    page.resize(900, 600)
    page.show()
    bar = MessageBar(theme, rtl=True, parent=page)
    qtbot.addWidget(page)
    yield bar
    bar.dismiss()


@pytest.fixture
def announcer(arabic, bar, formatter):
    return Announcer(bar, Messages("ar"), formatter)


def words(bar):
    return re.sub("[\u2066-\u2069]", "", bar.text)


@pytest.mark.parametrize(
    ("count", "told"),
    [(2, "المحذوف: مقالان."), (5, "المحذوف: 5 مقالات."), (12, "المحذوف: 12 مقالًا."), (100, "المحذوف: 100 مقال.")],
)
def test_counts_have_their_plural(announcer, bar, count, told):
    announcer.tell_deleted(["a"] * count, "")
    assert words(bar) == told


def test_a_removed_highlight_can_be_had_back(qtbot, announcer, bar):
    announcer.tell_unmarked(("mark",))
    assert words(bar) == "أُزيل التظليل."
    with qtbot.waitSignal(announcer.undo_requested):
        bar._button.click()


def test_a_title_in_another_script_stays_in_its_place(announcer, bar):
    announcer.tell_deleted(["a"], "Harbour (2)")
    assert "«\u2068Harbour (2)\u2069»" in bar.text


def test_an_error_can_be_copied(announcer, bar):
    announcer.tell_error(ReaderError("disk.full", file="states"))
    told = bar.text
    bar._button.click()
    assert QGuiApplication.clipboard().text() == told


def test_a_long_import_says_how_far_it_is_and_can_be_stopped(qtbot, announcer, bar):
    announcer.tell_importing(4, 12, "خبر.txt")
    assert words(bar) == "تجري قراءة الملفّ 5 من 12 · خبر.txt"
    with qtbot.waitSignal(announcer.cancel_requested):
        bar._button.click()


def test_an_import_of_several_is_summed_up_and_has_a_report(qtbot, announcer, bar):
    statuses = ("added", "added", "duplicate", "failed")
    announcer.tell_imported([ReportLine(status, "كلام") for status in statuses])
    assert words(bar) == "أُضيف: 2 · مكرَّر: 1 · تعذّر: 1"
    with qtbot.waitSignal(announcer.report_requested):
        bar._button.click()


def test_nothing_found_is_said_too(announcer, bar):
    announcer.tell_imported([])
    assert words(bar) == "لا شيء هنا يمكن إضافته."


def test_saved_is_said_only_after_something_was_not(announcer, bar):
    announcer.tell_saved()
    assert bar.text == ""
    announcer.tell_not_saved(ReaderError("disk.full", file="states"))
    announcer.tell_saved()
    assert words(bar) == "حُفظ كلّ شيء."


def test_what_is_not_saved_is_offered_to_be_saved_elsewhere(qtbot, announcer, bar):
    announcer.tell_not_saved(ReaderError("disk.full", file="states"))
    with qtbot.waitSignal(announcer.elsewhere_requested):
        bar.action_chosen.emit("elsewhere")


def test_undoing_nothing_says_nothing(announcer, bar):
    announcer.tell_undone("")
    announcer.tell_redone("")
    assert bar.text == ""
    assert announcer.undo_words("") == "تراجُع"
    assert announcer.redo_words("undo.starred") == "إعادة: إضافة إلى المفضّلة"


def test_a_message_goes_away_by_its_own_button(bar, announcer):
    announcer.tell_restored(["a"])
    QTest.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_long_message_uses_the_room_that_is_there_before_it_wraps_much(announcer, bar):
    bar.show_message(
        "لا يمكن نقل المكتبة إلى هذا المجلّد، فهو داخل مجلّدها أو يحتويه. لم يُنقل شيء. يلزم اختيار مجلّد آخر.",
        "copy",
        "نسخ",
    )
    pitch = bar._words.fontMetrics().lineSpacing()
    assert bar._words.height() < 3 * pitch
    bar.show_message("السلّة فارغة.")
    assert bar.width() < 400
