"""Screens: whether there is one, and one of our own to test on (Xvfb)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from chores.project import PYTHON
from chores.skips import KEYBOARD_TOOLS
from chores.system_libraries import install_packages

PACKAGES = ("xvfb", "xdotool", "x11-xkb-utils")
SCREEN = "1600x1200x24"

# The same pixels everywhere: one device pixel a pixel, 96 dots an inch.
STEADY = {"QT_SCALE_FACTOR": "1", "QT_FONT_DPI": "96"}
OFFSCREEN = {**STEADY, "QT_QPA_PLATFORM": "offscreen"}


def has_display() -> bool:
    """Return whether a window can be opened here: a variable that names a display is not yet a display."""
    if not sys.platform.startswith("linux"):
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    open_one = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    return subprocess.run([PYTHON, "-c", open_one], capture_output=True, check=False).returncode == 0


def can_make_screen() -> bool:
    """Return whether a screen of our own can be had here; it and its keyboard are installed where that is allowed."""
    if not sys.platform.startswith("linux"):
        return False
    if not all(map(shutil.which, ("Xvfb", *KEYBOARD_TOOLS))):
        install_packages(PACKAGES)
    return bool(shutil.which("Xvfb"))


@contextmanager
def own_screen() -> Iterator[dict[str, str]]:
    """Start an X server that nobody sees; yield the environment in which a program shows its windows there."""
    answer, server_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(server_end), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"],
        pass_fds=[server_end],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(server_end)
    try:
        with os.fdopen(answer) as lines:
            number = lines.readline().strip()  # comes when the server is ready; the end of file, when it failed
        yield {**STEADY, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait()
