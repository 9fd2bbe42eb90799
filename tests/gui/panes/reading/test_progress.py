"""How far the reader is, and one paragraph brought out before the others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.collections.state import ArticleState
from reader.gui.panes.reading.displayed import is_picture
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.panes.reading.progress import Progress
from reader.gui.theme import Theme
from reader.gui.translation import Translation
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import article_of, long_article, picture
from tests.gui.panes.reading.samples import every_kind


@pytest.fixture
def pane(
    page_fonts: None, theme: Theme, settings: Settings, arabic: Translation, qapp: QApplication
) -> Iterator[ReadingPane]:
    pane = ReadingPane(theme, settings)
    pane.resize(720, 560)
    pane.show()
    pane.furnish()
    pane.show_article("a", long_article(60), ArticleState(source="الشاطئ"))
    pane.view.builder.build_all()
    yield pane
    pane.close()
    pane.deleteLater()


def progress(pane: ReadingPane) -> Progress:
    return pane.findChild(Progress)


def test_progress_is_shown_once_the_reader_has_begun_and_grows_to_the_whole(pane: ReadingPane):
    assert progress(pane).isHidden()
    pane.scroll_by(2000)
    first = progress(pane).share
    assert progress(pane).isVisible()
    assert 0 < first < 1
    assert progress(pane).told().startswith("\u2068قُرئ: ")
    assert "بقي" in progress(pane).told()
    pane.view.go_to_end(last=True)
    assert progress(pane).share == 1
    assert "بقي" not in progress(pane).told()


def test_an_article_that_is_seen_whole_has_no_progress(pane: ReadingPane):
    pane.show_article("b", article_of("قال ثم سكت."), ArticleState())
    pane.scroll_by(20)
    assert progress(pane).isHidden()


@pytest.mark.parametrize("direction", Direction)
def test_progress_begins_where_the_article_begins(pane: ReadingPane, direction: Direction):
    state = ArticleState(source="x", direction=direction.value)
    pane.show_article("a", long_article(60), state)
    pane.view.builder.build_all()
    pane.scroll_by(1500)
    image = progress(pane).grab().toImage()
    begins = image.pixel(image.width() - 2 if direction is Direction.RTL else 1, 1)
    ends = image.pixel(1 if direction is Direction.RTL else image.width() - 2, 1)
    assert begins != ends


def test_paragraph_focus_dims_all_but_the_paragraph_at_the_reading_line(pane: ReadingPane, settings: Settings):
    pane.scroll_by(900)
    bare = picture(pane.view)
    pane.set_settings(replace(settings, paragraph_focus=True))
    dimmed = picture(pane.view)
    width, height = dimmed.width(), dimmed.height()

    def darkest(image, rows) -> int:
        return min(QColor(image.pixel(x, y)).lightness() for x in range(0, width, 2) for y in rows)

    focused = pane.view.page.paragraph_at(pane.view.hit(QPointF(width / 2, 0.4 * height)))
    box = pane.view.bounds(Span(focused.start, focused.end)).toRect()
    inside = range(max(box.top(), 0), min(box.bottom(), height))
    outside = [*range(max(box.top() - 40, 0)), *range(box.bottom() + 40, height)]
    assert darkest(dimmed, inside) == darkest(bare, inside)
    assert darkest(dimmed, outside) > darkest(bare, outside) + 60


def test_the_caret_is_where_one_reads_only_while_it_is_in_sight(pane: ReadingPane, settings: Settings):
    pane.set_settings(replace(settings, paragraph_focus=True))
    pane.scroll_by(900)
    without = picture(pane.view)
    pane.scroll_by(-900)
    QTest.keyClick(pane.view, Qt.Key.Key_Left)
    assert pane.view.has_caret
    pane.scroll_by(900)
    assert picture(pane.view) == without


def test_a_picture_at_the_reading_line_is_brought_out_whole(pane: ReadingPane):
    pane.show_article("p", every_kind(), ArticleState(source="x"))
    pane.view.builder.build_all()
    page = pane.view.page
    number = next(at for at, each in enumerate(page.displayed.paragraphs) if each.block and is_picture(each.block))
    block = page.block(number)
    height = round(block.blockFormat().lineHeight())
    pane.scroll_by(round(page.origin(block).y()) - round(0.4 * pane.view.viewport().height()) + 4)
    bare = picture(pane.view)
    pane.view.is_dimmed = True
    top = round(page.origin(block).y()) - pane.view.verticalScrollBar().value()
    middle, dimmed = pane.view.viewport().width() // 2 - 100, picture(pane.view)
    shown = range(max(top, 0) + 2, min(top + height, dimmed.height()) - 2, 10)
    assert len(shown) > 10
    assert all(dimmed.pixel(middle, y) == bare.pixel(middle, y) for y in shown)
