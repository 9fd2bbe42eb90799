"""The small controls: what they show, what they say, and that they can be used by keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTextEdit, QVBoxLayout, QWidget

from reader.gui.widgets.choice import Choice
from reader.gui.widgets.empty_state import EmptyState
from reader.gui.widgets.message_bar import MessageBar
from reader.gui.widgets.popover import Popover
from reader.gui.widgets.segmented import Segmented
from reader.gui.widgets.stepper import Stepper
from reader.gui.widgets.switch import Switch
from reader.gui.widgets.tab_strip import TabStrip


def test_segments_say_what_was_chosen_and_show_without_saying(qtbot):
    segmented = Segmented((("a", "أ"), ("b", "ب")), "اختيار")
    qtbot.addWidget(segmented)
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.show_value("b")
    assert segmented.value == "b"
    with qtbot.waitSignal(segmented.chosen) as chosen:
        segmented.click("a")
    assert chosen.args == ["a"]


def test_a_stepper_stays_within_its_bounds(qtbot, theme):
    stepper = Stepper("حجم", (14, 16), 1, lambda value: str(int(value)))
    qtbot.addWidget(stepper)
    stepper.set_theme(theme)
    stepper.show_value(15)
    told = []
    stepper.chosen.connect(told.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(stepper, key)
    assert told == [16, 15, 14]


def test_a_choice_says_what_was_chosen(qtbot, theme):
    choice = Choice((("a", "أ"), ("b", "ب")), "اختيار", theme)
    qtbot.addWidget(choice)
    choice.show_value("b")
    assert choice.text() == "ب"
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.menu().actions()[0].trigger()
    assert chosen.args == ["a"]
    assert choice.accessibleName() == "اختيار: أ"


def test_a_choice_never_shows_what_there_is_not(qtbot, theme):
    choice = Choice((("a", "أ"),), "اختيار", theme)
    qtbot.addWidget(choice)
    choice.show_value("a")
    choice.show_value("no such value")
    assert choice.text() == "أ"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_switch_shows_its_state_by_the_knobs_place(qtbot, theme, direction):
    switch = Switch("إظهار", theme)
    switch.setLayoutDirection(direction)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    off = switch.grab().toImage()
    switch.click()
    assert switch.isChecked()
    assert switch.grab().toImage() != off


@pytest.mark.parametrize(
    ("direction", "forwards"),
    [(Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right), (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left)],
)
def test_arrow_keys_move_between_tabs_in_reading_order(qtbot, theme, direction, forwards):
    strip = TabStrip((("a", "أ"), ("b", "ب"), ("c", "ج")), theme)
    strip.setLayoutDirection(direction)
    qtbot.addWidget(strip)
    strip.choose("a")
    QTest.keyClick(strip._tabs["a"], forwards)
    assert strip.current == "b"


def test_a_hidden_tab_hands_over_to_the_next(qtbot, theme):
    strip = TabStrip((("a", "أ"), ("b", "ب")), theme)
    qtbot.addWidget(strip)
    strip.choose("a")
    strip.show_tab("a", shown=False)
    assert strip.current == "b"


@pytest.fixture
def bar(qtbot, theme):
    page = QWidget()
    page.resize(800, 600)
    bar = MessageBar(theme, rtl=True, parent=page)
    page.show()
    qtbot.addWidget(page)
    yield bar
    bar.dismiss()


def test_a_message_names_its_action_when_it_is_chosen(qtbot, bar):
    bar.show_message("حُذف المقال", "undo", "تراجُع")
    with qtbot.waitSignal(bar.action_chosen) as chosen:
        QTest.mouseClick(bar._button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["undo"]
    assert bar.text == ""


def test_a_message_lies_within_its_page_whatever_its_length(bar):
    for words in ("قصير", "رسالة طويلة جدًّا تتحدّث عن ملفّ بعيد ومكانه " * 10):
        bar.show_message(words)
        assert bar.parentWidget().rect().contains(bar.geometry())
        bar.parentWidget().resize(360, 400)


def test_only_a_message_that_waits_has_no_clock(bar):
    bar.show_message("تبقى", stays=True)
    assert not bar._timer.isActive()
    bar.leaveEvent(QEvent(QEvent.Type.Leave))  # the mouse has only passed over it
    assert not bar._timer.isActive()
    bar.show_message("تمضي")
    assert bar._timer.isActive()


def test_the_keyboard_goes_back_to_the_page_when_a_message_goes(qtbot, bar):
    page = QTextEdit(bar.parentWidget())
    page.show()
    bar.keep_over(page)
    bar.show_message("حُذف المقال", "undo", "تراجُع")
    bar._button.setFocus()
    assert not page.hasFocus()
    bar._button.click()
    assert page.hasFocus()


def test_a_message_stands_above_a_bar_that_comes_below_the_page(bar):
    page = QWidget(bar.parentWidget())
    page.setGeometry(0, 0, 800, 600)
    page.show()
    bar.keep_over(page)
    bar.show_message("تبقى", stays=True)
    page.resize(800, 550)
    assert bar.geometry().bottom() < 550


def test_a_popover_takes_the_focus_and_gives_it_back(qtbot, theme):
    window, content = QWidget(), QWidget()
    anchor, inside = QPushButton("زر", window), QPushButton("داخل", content)
    QVBoxLayout(content).addWidget(inside)
    window.resize(600, 500)
    popover = Popover(content, theme, window)
    qtbot.addWidget(window)
    window.show()
    popover.open_under(anchor)
    assert window.focusWidget() is inside
    assert window.rect().contains(popover.geometry())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert window.focusWidget() is anchor


def test_an_empty_state_says_which_button_was_pressed(qtbot, theme):
    empty = EmptyState("library", theme, rtl=True)
    qtbot.addWidget(empty)
    empty.show_words("مكتبتك فارغة", "الصق نصًّا.")
    button = empty.add_button("add", "إضافة", primary=True)
    with qtbot.waitSignal(empty.chosen) as chosen:
        button.click()
    assert chosen.args == ["add"]
