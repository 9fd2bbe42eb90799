"""Which key was pressed, by where it lies: single keys do the same under an Arabic layout as under a Latin one."""

import sys
from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication, QKeyEvent

_EVDEV_TO_X11 = 8

# Where the keys lie that a United States keyboard calls so: evdev and Windows count alike, macOS by virtual keys.
_SCAN_CODES = {2: "1", 3: "2", 4: "3", 5: "4", 6: "5", 49: "n"}
_VIRTUAL_KEYS = {18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 45: "n"}

# What the Arabic layout writes with them, where the platform does not tell the place.
_WRITTEN: Mapping[str, str] = {**dict(zip("١٢٣٤٥", "12345", strict=True)), "ى": "n"}


def plain_key(event: QKeyEvent) -> str:
    """Return the letter or digit of a key, lower case; nothing for one that is neither.

    A Latin letter or digit counts as written, so that Dvorak keeps its letters. Under any other layout the place
    decides, as on a United States keyboard.
    """
    written = event.text().lower()
    if written.isascii() and written.isalnum():
        return written
    if sys.platform == "darwin":
        return _VIRTUAL_KEYS.get(event.nativeVirtualKey(), "") if event.nativeVirtualKey() else ""
    if sys.platform == "win32":
        return _SCAN_CODES.get(event.nativeScanCode(), "")
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        return _SCAN_CODES.get(event.nativeScanCode() - _EVDEV_TO_X11, "")
    return _WRITTEN.get(written, "")
