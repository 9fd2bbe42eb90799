import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from reader.gui.keys import plain_key, pressed_keys

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


pytestmark = pytest.mark.usefixtures("qapp")


def key(code, text="", modifiers=NONE, scan=0):
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("j", "j"),
        ("J", "j"),
        ("ت", "j"),
        ("لا", "b"),
        ("ى", "n"),
        ("٣", "3"),
        ("؟", "?"),
        ("ظ", "/"),
        ("é", ""),
        ("+", ""),
    ],
)
def test_what_is_written_tells_the_key_where_the_platform_tells_no_place(text, plain):
    assert plain_key(key(Qt.Key.Key_unknown, text)) == plain


@pytest.mark.parametrize(("scan", "text", "plain"), [(56, "لا", "b"), (57, "ى", "n"), (10, "١", "1"), (61, "ظ", "/")])
def test_on_a_desktop_the_place_counts_whatever_the_layout_writes(monkeypatch, scan, text, plain):
    monkeypatch.setattr("reader.gui.keys.QGuiApplication.platformName", lambda: "xcb")
    assert plain_key(key(Qt.Key.Key_unknown, text, scan=scan)) == plain


def test_a_latin_layout_keeps_its_own_letters(monkeypatch):
    monkeypatch.setattr("reader.gui.keys.QGuiApplication.platformName", lambda: "xcb")
    assert plain_key(key(Qt.Key.Key_J, "j", scan=54)) == "j"


@pytest.mark.parametrize(
    ("event", "keys"),
    [
        (key(Qt.Key.Key_J, "j"), "J"),
        (key(Qt.Key.Key_J, "J", SHIFT), "Shift+J"),
        (key(Qt.Key.Key_Question, "؟", SHIFT), "?"),
        (key(Qt.Key.Key_F7), "F7"),
        (key(Qt.Key.Key_Down, "", CONTROL | Qt.KeyboardModifier.KeypadModifier), "Ctrl+Down"),
        (key(Qt.Key.Key_Shift, "", SHIFT), ""),
    ],
)
def test_pressed_keys_are_written_as_shortcuts_are(event, keys):
    assert pressed_keys(event) == keys
