"""The ends of a highlight: dragged with the mouse, moved with keys; and a stack of highlights, each reachable."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.annotations.highlight import Highlight, PlacedHighlight, Status
from reader.collections.state import ArticleState
from reader.gui.panes.reading.pane import ReadingPane
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import SENTENCES, article_of

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def placed(mark, text, words):
    start = text.index(words)
    span = Span(start, start + len(words))
    highlight = Highlight(
        id=mark, article="a", version="v", block="b", span=span, quote=words, prefix="", suffix="", colour="yellow"
    )
    return PlacedHighlight(highlight, span, Status.FIXED)


@pytest.fixture
def text():
    return article_of(*SENTENCES).text


@pytest.fixture
def pane(page_fonts, theme, settings, qapp, text):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane = ReadingPane(theme, settings)
    pane.resize(700, 500)
    pane.show()
    pane.show_article("a", article_of(*SENTENCES), ArticleState(source="x"))
    pane.show_highlights(
        [placed("one", text, "إلى الميناء القديم"), placed("two", text, "الميناء القديم بعد عشرين عامًا")]
    )
    QTest.qWaitForWindowExposed(pane)
    yield pane
    pane.close()
    pane.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def asked(pane, act):
    wishes = []
    pane.span_requested.connect(lambda mark, span: wishes.append((mark, span)))
    act()
    return wishes


def drag(pane, grip, text, word, modifier=Qt.KeyboardModifier.NoModifier):
    """Drag a grip's knob into the middle of a word of the text."""
    at = text.index(word)
    target = pane.view.bounds(Span(at, at + len(word))).center().toPoint()
    knob = QPoint(grip.width() // 2, 4 if grip is pane.marking.grips._grips[0] else grip.height() - 4)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, modifier, knob)
    QTest.mouseMove(grip, grip.mapFromParent(target))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, modifier, grip.mapFromParent(target))


def test_the_end_is_dragged_to_a_word_and_takes_it_whole_without_its_comma(pane, text):
    pane.marking.step(1)
    grip = pane.marking.grips._grips[1]
    assert grip.isVisible()
    ((mark, span),) = asked(pane, lambda: drag(pane, grip, text, "عامًا"))
    assert (mark, span.of(text)) == ("one", "إلى الميناء القديم بعد عشرين عامًا")


def test_the_beginning_is_dragged_back_and_forward(pane, text):
    pane.marking.step(1)
    ((_, span),) = asked(pane, lambda: drag(pane, pane.marking.grips._grips[0], text, "الصيادون"))
    assert span.of(text) == "الصيادون إلى الميناء القديم"


def test_shift_and_an_arrow_move_the_end_by_a_word_with_control_the_beginning(pane, text):
    pane.marking.step(1)
    view = pane.view
    for key, modifiers, words in (
        (Qt.Key.Key_Left, SHIFT, "إلى الميناء القديم بعد"),
        (Qt.Key.Key_Right, SHIFT, "إلى الميناء"),
        (Qt.Key.Key_Left, SHIFT | CONTROL, "الميناء القديم"),
        (Qt.Key.Key_Right, SHIFT | CONTROL, "الصيادون إلى الميناء القديم"),
    ):
        wishes = asked(pane, lambda key=key, modifiers=modifiers: QTest.keyClick(view, key, modifiers))
        assert wishes[-1][1].of(text) == words
    assert not len(view.selected_span())


def test_stepping_reaches_every_highlight_in_the_order_of_the_text(pane):
    chosen = []
    pane.highlight_chosen.connect(chosen.append)
    for way in (1, 1, 1, -1):
        pane.marking.step(way)
    assert chosen == ["one", "two", "one", "two"]


def test_clicking_a_stack_again_takes_the_next_of_it(pane, text):
    chosen = []
    pane.highlight_chosen.connect(chosen.append)
    at = text.index("القديم")
    point = pane.view.bounds(Span(at, at + 6)).center().toPoint()
    for _ in range(3):
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen == ["one", "two", "one"]


def test_the_ends_go_with_the_highlight(pane, text):
    pane.marking.step(1)
    pane.show_highlights([placed("two", text, "الميناء القديم بعد عشرين عامًا")])
    assert not any(grip.isVisible() for grip in pane.marking.grips._grips)


@pytest.mark.parametrize("words", ["إنّ", "Harbour News أن النتيجة", "نشرت رقم الهاتف +962 6 555 1234"])
def test_the_grips_stand_at_the_outer_edges_of_the_first_and_last_letter_whatever_they_are(pane, text, words):
    mark = placed("mixed", text, words)
    pane.show_highlights([mark])
    pane.marking.choose(("mixed",))
    view, (start, end) = pane.view, pane.marking.grips._grips
    first = view.bounds(Span(mark.span.start, mark.span.start + 1))
    last_word = words.split()[-1]
    at = text.index(words) + words.rindex(last_word)
    last = view.bounds(Span(at, at + len(last_word)))
    is_latin = words[0].isascii(), last_word.isascii()
    assert start.geometry().center().x() == pytest.approx(first.left() if is_latin[0] else first.right(), abs=3)
    assert end.geometry().center().x() == pytest.approx(last.right() if is_latin[1] else last.left(), abs=3)
