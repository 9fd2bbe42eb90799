"""Notes while the margin is away: a dot beside the line of each, told, clicked, and gone when the margin comes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.annotations.highlight import PlacedHighlight
from reader.collections.state import ArticleState
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.panes.reading.typesetting import INNER_MARGIN
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import long_article
from tests.gui.panes.reading.test_pane import highlight

LONG = long_article(60)


def noted(mark: str, start: int, colour: str, note: str) -> PlacedHighlight:
    span = Span(start, start + 15)
    return replace(highlight(span.of(LONG.text), colour, mark, LONG, note), span=span)


@pytest.fixture
def margin(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


pytestmark = pytest.mark.usefixtures("page_fonts", "arabic")


@pytest.fixture
def pane(theme: Theme, settings: Settings, margin: QWidget) -> Iterator[ReadingPane]:
    made = ReadingPane(theme, settings)
    made.resize(720, 560)
    made.show()
    made.show_article("a", LONG, ArticleState(source="الشاطئ"))
    made.dot_notes_without(margin)
    end = len(LONG.text)
    made.show_highlights(
        [
            noted("one", 400, "green", "ملاحظة <b>أولى</b>"),
            noted("two", 425, "pink", "ملاحظة ثانية"),
            noted("bare", 300, "blue", ""),
            noted("far", end - 40, "blue", "بعيدة"),
        ]
    )
    yield made
    made.close()
    made.deleteLater()


def test_each_note_in_sight_has_a_dot_at_the_trailing_side_of_its_line(pane: ReadingPane):
    assert set(pane.dots.dots) == {"one", "two"}
    column = pane.view.bounds(Span(400, 405))
    dot = pane.dots.dots["one"].geometry()
    assert column.top() <= dot.center().y() <= column.bottom()
    assert 0 <= dot.left() < dot.right() < INNER_MARGIN
    assert dot != pane.dots.dots["two"].geometry()


def test_a_dot_tells_its_note_and_a_click_asks_for_it(pane: ReadingPane, qtbot):
    dot = pane.dots.dots["one"]
    assert dot.accessibleName() == "ملاحظة: ملاحظة <b>أولى</b>"
    assert dot.toolTip() == '<p dir="rtl">ملاحظة &lt;b&gt;أولى&lt;/b&gt;</p>'
    with qtbot.waitSignal(pane.note_requested) as asked:
        QTest.mouseClick(dot, Qt.MouseButton.LeftButton)
    assert asked.args == ["one"]


def test_dots_follow_the_page_and_go_while_the_margin_is_there(pane: ReadingPane, margin: QWidget):
    before = pane.dots.dots["one"].y()
    pane.scroll_by(60)
    assert pane.dots.dots["one"].y() == before - 60
    pane.view.builder.build_all()
    pane.view.go_to_end(last=True)
    assert set(pane.dots.dots) == {"far"}
    margin.show()
    assert not pane.dots.dots
    margin.hide()
    assert set(pane.dots.dots) == {"far"}
