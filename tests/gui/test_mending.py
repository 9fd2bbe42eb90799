"""Mending and reading again in the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.conftest import article


@pytest.fixture
def reader(library, open_window):
    name = library.add([article("عودة الصيادين")])[0].id
    return open_window(name)


def test_the_open_article_is_mended_by_key_and_shown_at_once(reader):
    QTest.keyClick(reader.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = reader.window.findChild(QWidget, "mend")
    dialog.title.setText("الصيادون يعودون")
    dialog.save_button.click()
    assert reader.current.article.title == "الصيادون يعودون"
    assert reader.window.message.text == "صُحّح المقال."
    reader.window.message._button.click()
    assert reader.current.article.title == "عودة الصيادين"


def test_reading_the_original_again_says_what_came_of_it(qtbot, reader):
    with qtbot.waitSignal(reader.mending.job.read_again, timeout=30_000):
        reader.actions["read_again"].trigger()
    assert reader.window.message.text == "أُعيدت القراءة من الأصل."
