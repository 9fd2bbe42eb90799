import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reader.gui.widgets.note_editor import NoteEditor

pytestmark = pytest.mark.any_window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_article_is_added_marked_noted_and_found_again_as_it_was_left(start, language):
    hands = start(language)
    assert hands.panes.welcome.isVisible()
    hands.open_sample()
    assert hands.panes.reading.isVisible()
    words = hands.text.split("\n")[4].split(". ")[0].split("،")[0]

    hands.select(words)
    hands.press(Qt.Key.Key_2)
    assert hands.marked() == [(words, "green", "")]

    hands.press(Qt.Key.Key_N)
    hands.wait_for(lambda: isinstance(QApplication.focusWidget(), NoteEditor))
    hands.write("note 1")
    hands.press(Qt.Key.Key_Return, CONTROL)
    assert hands.marked() == [(words, "green", "note 1")]

    hands.page.setFocus()
    hands.press(Qt.Key.Key_Z, CONTROL)
    assert hands.marked() == [(words, "green", "")]
    hands.press(Qt.Key.Key_Z, CONTROL, SHIFT)
    assert hands.marked() == [(words, "green", "note 1")]
    article = hands.article
    start.stop(hands)

    again = start(language)
    assert again.article == article
    assert again.marked() == [(words, "green", "note 1")]
