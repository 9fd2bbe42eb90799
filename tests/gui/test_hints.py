"""The hints for who is new: one at a time, and gone for good."""

import pytest

from reader.gui.program import Program
from reader.gui.theme import prepare
from reader.settings import SettingsFile
from reader.text.spans import Span


@pytest.fixture
def start(qapp, qtbot, places, tmp_path):
    """Return a function that starts the program, each time over the same folders."""
    prepare(qapp)
    running = []

    def start():
        while running:
            running.pop().close()
        program = Program(qapp, places, tmp_path / "config", "ar")
        running.append(program)
        with qtbot.waitSignal(program.furnished, timeout=20_000):
            program.show()
        return program.reader

    yield start
    while running:
        running.pop().close()


@pytest.fixture
def reader(start, qtbot):
    reader = start()
    reader.panes.welcome.sample_requested.emit()
    qtbot.waitUntil(lambda: bool(reader.current.id), timeout=20_000)
    return reader


def test_an_empty_library_gives_no_hints(start):
    assert start().hints.card.words == ""


def test_hints_come_one_after_the_other_and_go_when_understood(reader):
    shown = []
    while reader.hints.card.words:
        shown.append(reader.hints.card.words)
        reader.hints.card.gone.emit()
    assert len(shown) == len(set(shown)) == 3


def test_who_does_what_a_hint_says_needs_it_no_more(reader):
    reader.panes.reading.highlight_requested.emit(Span(0, 6), "yellow", False)
    assert reader.hints.current == "names"


def test_what_has_gone_does_not_come_back(reader, start, tmp_path):
    reader.hints.card.gone.emit()
    again = start()
    assert SettingsFile(tmp_path / "config" / "settings.json").load().hints_gone == {"marking": True}
    assert again.hints.current == "names"
    assert again.hints.card.words
