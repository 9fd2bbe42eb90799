"""The whole program as a person uses it: with a mouse and a keyboard, over a library in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reader.gui.program import Program
from reader.gui.theme import prepare
from reader.store.layout import Places
from reader.text.spans import Span

OPEN_SAMPLE = ("فتح المقال النموذجي", "Open the sample article")


class Hands:
    """What a person does with one program, and what is then to be seen."""

    def __init__(self, qtbot, program: Program) -> None:
        self._qtbot = qtbot
        self.program = program
        self.library = program.library
        self.panes = program.reader.panes
        self.window = program.reader.window
        self.page = program.reader.panes.reading.view

    @property
    def article(self) -> str:
        """The open article's id."""
        return self.program.reader.current.id

    @property
    def text(self) -> str:
        """The open article's canonical text."""
        return self.library.article(self.article).text

    def click(self, widget: QWidget) -> None:
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def open_sample(self) -> None:
        """Click what an empty library offers, and wait for the article."""
        named = {button.text(): button for button in self.panes.welcome.findChildren(QAbstractButton)}
        self.click(next(named[name] for name in OPEN_SAMPLE if name in named))
        self.wait_for(lambda: self.article)

    def click_in(self, widget: QWidget, point: QPoint) -> None:
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is, as a keyboard does."""
        together = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            together |= modifier
        target = QApplication.focusWidget() or self.window
        self._qtbot.keyClick(target, key, together)

    def write(self, words: str) -> None:
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def wait_for(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def select(self, words: str) -> Span:
        """Drag the mouse over the first place of some words; return where they stand."""
        start = self.text.index(words)
        span = Span(start, start + len(words))
        self.program.reader.panes.reading.scroll_to(span)
        first = self.page.bounds(Span(span.start, span.start + 1)).center().toPoint()
        last = self.page.bounds(Span(span.end - 1, span.end)).center().toPoint()
        viewport = self.page.viewport()
        self._qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
        self._qtbot.mouseMove(viewport, pos=(first + last) / 2)
        self._qtbot.mouseMove(viewport, pos=last)
        self._qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)
        return span

    def click_at(self, span: Span) -> None:
        """Click into the middle of a passage."""
        point: QPoint = self.page.bounds(span).center().toPoint()
        self._qtbot.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def marked(self) -> list[tuple[str, str, str]]:
        """Return the highlights of the open article: words, colour, note."""
        return [
            (placed.span.of(self.text), placed.highlight.colour, placed.highlight.note)
            for placed in self.library.highlighting.of(self.article)
            if placed.span
        ]


@pytest.fixture
def start(qapp: QApplication, qtbot, tmp_path: Path) -> Iterator[Callable[..., Hands]]:
    """Start the program; every start is over the same folders, as on one computer."""
    prepare(qapp)
    places = Places(tmp_path / "library", tmp_path / "state", tmp_path / "cache")
    running: list[Program] = []

    def run(language: str = "ar", width: int = 1280, height: int = 800) -> Hands:
        program = Program(qapp, places, tmp_path / "config", language)
        running.append(program)
        with qtbot.waitSignal(program.furnished, timeout=20_000):
            program.show()
        program.reader.window.resize(width, height)
        program.reader.window.activateWindow()
        qtbot.waitUntil(program.reader.window.isActiveWindow)
        return Hands(qtbot, program)

    def stop(hands: Hands) -> None:
        hands.window.close()
        hands.program.close()
        running.remove(hands.program)

    run.stop = stop
    yield run
    for program in running:
        program.close()
