"""The preview of what is printed: it shows the pages, with or without notes, and leads on to paper or a file."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from reader.gui.dialogs.print_preview import AROUND, PrintPreview, Sheet
from reader.gui.reader import Reader
from reader.text.spans import Span
from tests.gui.conftest import PARAGRAPHS, article


@pytest.fixture
def reader(library, open_window) -> Reader:
    name = library.add([article("العودة", PARAGRAPHS * 12)])[0].id
    for number in range(30):
        span = Span(number * 20, number * 20 + 8)
        library.highlighting.add(name, span, "green", f"ملاحظة طويلة رقمها {number} " * 12)
    return open_window(name)


@pytest.fixture
def preview(reader: Reader) -> PrintPreview:
    reader.actions["preview"].trigger()
    gc.collect()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, PrintPreview))


def test_the_preview_shows_the_pages_one_by_one(preview: PrintPreview):
    assert (preview.number, preview.previous.isEnabled()) == (0, False)
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    preview.next.click()
    assert preview.number == 2
    preview.turn(100)
    assert preview.number == preview.pages.count - 1
    assert not preview.next.isEnabled()


def test_the_preview_draws_the_very_page_that_is_printed(preview: PrintPreview):
    preview.zoom_by(1 / preview.zoom)
    sheet = preview.findChild(Sheet)
    shown = sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    printed = QImage(preview.pages.size.toSize(), QImage.Format.Format_RGB32)
    printed.fill(Qt.GlobalColor.white)
    painter = QPainter(printed)
    preview.pages.paint(painter, 0)
    painter.end()
    inside = printed.rect().adjusted(2, 2, -2, -2)
    assert shown.copy(inside.translated(AROUND, AROUND)) == printed.copy(inside)


def test_a_page_is_shown_whole_at_first_or_as_wide_as_the_window_or_as_large_as_the_reader_likes(preview: PrintPreview):
    whole = preview.zoom
    preview.fit.click("width")
    wide = preview.zoom
    assert wide > whole
    preview.zoom_by(1.25)
    assert preview.zoom == pytest.approx(1.25 * wide)
    assert preview.fit.value == ""
    preview.resize(preview.width() + 40, preview.height())
    assert preview.zoom == pytest.approx(1.25 * wide)


def test_the_preview_shows_at_once_whether_notes_are_printed_and_that_is_kept(reader: Reader, preview: PrintPreview):
    with_notes = preview.pages.count
    preview.turn(with_notes)
    preview.notes.click()
    assert preview.pages.count < with_notes
    assert preview.number == preview.pages.count - 1
    assert not reader.settings.settings.print_notes
    assert not reader.actions["print_notes"].isChecked()
    preview.notes.click()
    assert preview.pages.count == with_notes


def test_the_preview_leads_on_to_the_printer_or_to_a_file_and_goes(preview: PrintPreview, qtbot):
    preview.print_requested.disconnect()
    wished: list[bool] = []
    preview.print_requested.connect(lambda: wished.append(True))
    preview.print.click()
    qtbot.waitUntil(lambda: not isValid(preview))
    assert wished
