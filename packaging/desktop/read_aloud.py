"""What a screen reader finds in the window, asked for through AT-SPI, in both languages: names, roles and text.

Runs as an ordinary user inside a session bus: dbus-run-session python3 read_aloud.py FILE COMMAND… where COMMAND opens
FILE. Needs Xvfb, at-spi2-core and python3-pyatspi; otherwise standard library only, as this is Debian's own Python.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from waiting import FailedError, check, open_screen, wait_for

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
CONTROLS = {"push button", "toggle button", "check box", "radio button", "text", "list", "list item", "combo box"}


def main(file: str, command: list[str]) -> None:
    """Open the file in the program and read its window; raises FailedError at the first thing that is not right."""
    os.environ.update({"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"})
    running: list[subprocess.Popen[bytes]] = [open_screen()]
    try:
        running.append(subprocess.Popen([LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL))
        time.sleep(1)
        for language in ("ar", "en"):
            print(f"In {language}:")
            with subprocess.Popen([*command, "--lang", language, file]) as program:
                try:
                    read_window(language)
                finally:
                    program.terminate()
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def read_window(language: str) -> None:
    """Look at everything in the window, once an article is shown."""
    import pyatspi

    desktop = pyatspi.Registry.getDesktop(0)
    window = wait_for(lambda: next((one for one in desktop if one and "hamish" in one.name.lower()), None), "a window")
    wait_for(lambda: [one for one in below(window) if one.getRoleName() == "list item"], "an article in the list")
    wait_for(lambda: longest_text(window), "the text of the article")
    found = list(below(window))
    nameless = [one for one in found if one.getRoleName() in CONTROLS and is_shown(one) and not one.name]
    check(not nameless, f"without a name: {[one.getRoleName() for one in nameless]}")
    foreign = [one.name for one in found if is_ours(one) and is_arabic(one.name) is not (language == "ar")]
    check(not foreign, f"in another language: {foreign}")
    check(any(one.getRoleName() == "list" and one.name for one in found), "the list is no list")
    lines = [f"{one.getRoleName()}: {one.name}" for one in found if one.getRoleName() in CONTROLS and is_shown(one)]
    print("\n".join(lines), f"text of the article: {len(longest_text(window))} characters", sep="\n")


def is_ours(one: Any) -> bool:
    """Say whether it is a control that is called by our words, and not by an article's."""
    return one.getRoleName() in CONTROLS and one.getRoleName() != "list item" and is_shown(one)


def is_arabic(words: str) -> bool:
    """Say whether there is an Arabic letter in some words."""
    return bool(re.search("[\u0621-\u064a]", words))


def below(one: Any) -> Iterator[Any]:
    """Yield an accessible and everything in it."""
    yield one
    for child in one:
        if child is not None:
            yield from below(child)


def is_shown(one: Any) -> bool:
    """Say whether it can be seen."""
    import pyatspi

    return bool(one.getState().contains(pyatspi.STATE_SHOWING))


def longest_text(window: Any) -> str:
    """Return the longest text that can be read in the window."""
    texts = [""]
    for one in below(window):
        try:
            text = one.queryText()
        except NotImplementedError:
            continue
        texts.append(text.getText(0, text.characterCount))
    return max(texts, key=len)


if __name__ == "__main__":
    try:
        main(sys.argv[1], sys.argv[2:])
    except FailedError as failure:
        sys.exit(str(failure))
