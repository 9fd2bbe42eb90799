"""A real keyboard with a real Arabic layout: what is pressed goes through the X server, as from a reader's fingers."""

import shutil
import subprocess

import pytest

pytestmark = pytest.mark.real_window

TOOLS = ("setxkbmap", "xdotool")
KEYS = {"1": 10, "5": 14, "e": 26, "s": 39, "j": 44, "k": 45, "b": 56, "/": 61}
"""The codes that X gives to the places of keys, by what a United States keyboard writes with them."""
SHIFT = 50


@pytest.fixture(params=["ara", "ara digits"])
def press(request):
    """Return a function that presses the key at a place while a layout is in use, as `b`, or `Shift+/`."""
    if not all(map(shutil.which, TOOLS)):
        pytest.skip(f"A real keyboard needs {' and '.join(TOOLS)}")
    subprocess.run(["setxkbmap", *request.param.split()], check=True)

    def press(keys: str) -> None:
        shift, _, key = keys.rpartition("+")
        down = [str(SHIFT)] if shift else []
        order = [("keydown", down), ("key", [str(KEYS[key])]), ("keyup", down)]
        subprocess.run(["xdotool", *(word for verb, codes in order if codes for word in (verb, *codes))], check=True)

    yield press
    subprocess.run(["setxkbmap", "us"], check=True)


@pytest.fixture
def hands(start, tmp_path):
    """The program with two articles, one of them open and the keyboard on its page."""
    hands = start("ar")
    other = tmp_path / "مقال آخر.txt"
    other.write_text("مقال آخر\n\nعاد الصيادون إلى الميناء القديم بعد عشرين عامًا.\n", encoding="utf-8")
    hands.open_sample()
    hands.program.take([other])
    hands.wait_for(lambda: "الصيادون" in hands.text)
    hands.page.setFocus()
    return hands


def test_single_keys_go_by_their_place(hands, press):
    here = hands.article
    press("s")
    hands.wait_for(lambda: hands.library.state(here).starred)
    press("b")
    hands.wait_for(lambda: not hands.window.sidebar.isVisible())
    press("j")
    hands.wait_for(lambda: hands.article != here)
    press("k")
    hands.wait_for(lambda: hands.article == here)
    press("e")
    hands.wait_for(lambda: hands.library.state(here).archived)


def test_digits_highlight_in_their_colours(hands, press):
    for key, words in {"1": "الصيادون", "5": "القديم"}.items():
        hands.select(words)
        press(key)
        hands.wait_for(lambda words=words: words in [marked for marked, _, _ in hands.marked()])
    assert hands.marked() == [("الصيادون", "yellow", ""), ("القديم", "violet", "")]


def test_the_question_mark_lists_the_keys(hands, press):
    press("Shift+/")
    hands.wait_for(lambda: hands.program.reader.commanding.dialog)
    hands.program.reader.commanding.dialog.reject()
