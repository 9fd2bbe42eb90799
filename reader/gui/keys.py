"""Which key was pressed, by where it lies: keys do the same under an Arabic layout as under a Latin one."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_EVDEV_TO_X11 = 8

# Where the keys lie that a United States keyboard calls so: evdev and Windows count alike, macOS by virtual keys.
_ROWS = {2: "1234567890", 16: "qwertyuiop", 30: "asdfghjkl", 44: "zxcvbnm"}
_SCAN_CODES = {first + at: key for first, row in _ROWS.items() for at, key in enumerate(row)} | {53: "/"}
_VIRTUAL_KEYS = {
    **dict(enumerate("asdfhgzxcv")),
    **dict(enumerate("bqweryt123465", start=11)),
    **dict(zip((25, 26, 28, 29, 31, 32, 34, 35, 37, 38, 40, 44, 45, 46), "9780ouipljk/nm", strict=True)),
}

# What the Arabic layout writes with them, where the platform does not tell the place. B writes two letters.
_ARABIC = dict(zip("ضصثقفغعهخحشسيبلاتنمئءؤرىةظ", "qwertyuiopasdfghjklzxcvnm/", strict=True))
_WRITTEN: Mapping[str, str] = _ARABIC | dict(zip("١٢٣٤٥٦٧٨٩٠", "1234567890", strict=True)) | {"لا": "b", "ﻻ": "b"}

_LONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)


def plain_key(event: QKeyEvent) -> str:
    """Return the letter, digit, / or ? of a key, lower case; nothing for any other.

    What is written in Latin counts as written, so that Dvorak keeps its letters; ؟ is ?. Under any other layout the
    place decides, as on a United States keyboard.
    """
    written = event.text().lower()
    if written in ("?", "؟"):
        return "?"
    if written == "/" or (written.isascii() and written.isalnum()):
        return written
    if sys.platform == "darwin":
        return _VIRTUAL_KEYS.get(event.nativeVirtualKey(), "") if event.nativeVirtualKey() else ""
    if sys.platform == "win32":
        return _SCAN_CODES.get(event.nativeScanCode(), "")
    if QGuiApplication.platformName() in ("xcb", "wayland") and event.nativeScanCode():  # input methods tell none
        return _SCAN_CODES.get(event.nativeScanCode() - _EVDEV_TO_X11, "")
    return _WRITTEN.get(written, "")


def pressed_keys(event: QKeyEvent) -> str:
    """Return what was pressed as a shortcut is written, such as Ctrl+Shift+P; nothing for a modifier alone.

    Letters and digits go by their place, as in `plain_key`.
    """
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    plain = plain_key(event)
    if plain in ("/", "?"):
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # it only serves to write the sign
    if plain:
        return QKeySequence(modifiers.value | ord(plain.upper())).toString(QKeySequence.SequenceFormat.PortableText)
    if event.key() in (*_LONE, Qt.Key.Key_unknown, 0):
        return ""
    return QKeySequence(modifiers.value | event.key()).toString(QKeySequence.SequenceFormat.PortableText)


def shown_keys(keys: str) -> str:
    """Return keys as the system writes them, kept together in a line of Arabic."""
    return f"\u2066{QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}\u2069"
