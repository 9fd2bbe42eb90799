"""Reading mode: the page alone, and what comes back when it is wanted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.text.spans import Span
from tests.gui.conftest import PARAGRAPHS, article


@pytest.fixture
def reader(library, open_window):
    name = library.add([article("العودة", PARAGRAPHS * 20)])[0].id
    return open_window(name)


def colours_of_bar(reader) -> set[int]:
    """Return the colours in the place of the page's scroll bar."""
    view = reader.panes.reading.view
    bar = view.verticalScrollBar()
    place = bar.rect().translated(bar.mapTo(view, QPoint(0, 0)))
    picture = view.grab(place).toImage()
    return {picture.pixel(picture.width() // 2, y) for y in range(picture.height() - 8)}


def test_in_reading_mode_all_but_the_text_goes_while_the_mouse_rests(reader):
    view = reader.panes.reading.view
    QTest.keyClick(reader.window, Qt.Key.Key_F11)
    reader.window.resting.rest()
    assert view.viewport().cursor().shape() is Qt.CursorShape.BlankCursor
    assert len(colours_of_bar(reader)) == 1

    QTest.mouseMove(view.viewport(), QPoint(200, 300))
    QTest.mouseMove(view.viewport(), QPoint(220, 310))
    assert len(colours_of_bar(reader)) > 1
    assert view.viewport().cursor().shape() is not Qt.CursorShape.BlankCursor

    QTest.keyClick(reader.window, Qt.Key.Key_Escape)
    reader.window.resting.rest()
    assert not reader.window.resting.is_resting


def test_in_reading_mode_the_toolbar_comes_at_the_upper_edge_and_panes_lie_over_the_page(reader, qtbot):
    view, window = reader.panes.reading.view, reader.window
    QTest.keyClick(window, Qt.Key.Key_F11)
    QTest.mouseMove(view.viewport(), QPoint(200, 100))
    QTest.mouseMove(view.viewport(), QPoint(220, 2))
    assert reader.panes.toolbar.isVisible()
    QTest.mouseMove(view.viewport(), QPoint(220, 200))
    assert not reader.panes.toolbar.isVisible()

    QTest.keyClick(window, Qt.Key.Key_F9)
    assert reader.panes.articles.isVisible()
    assert window.three.middle.width() == window.three.width()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not reader.panes.articles.isVisible()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert reader.panes.toolbar.search.hasFocus()
    reader.panes.reading.setFocus()
    assert not reader.panes.toolbar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F11)
    qtbot.waitUntil(reader.panes.articles.isVisible)
    assert reader.panes.toolbar.y() == 0
    assert window.three.y() == reader.panes.toolbar.height()


def test_a_note_can_be_written_in_reading_mode(reader, library):
    QTest.keyClick(reader.window, Qt.Key.Key_F11)
    name = reader.current.id
    mark = library.highlighting.add(name, Span(0, 5), "green").id
    reader._write_note(mark)
    assert reader.panes.margin.isVisible()
    assert reader.panes.margin._cards[mark].editor.hasFocus()
