"""Only what changed is painted anew: nothing outside of it may look otherwise afterwards."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from reader.annotations.highlight import COLOURS
from reader.articles.article import Article
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.theme import Theme
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import SENTENCES, article_of, picture

ARTICLE = article_of(*SENTENCES, *SENTENCES)


class Painted(QObject):
    """Where a page was painted since the last question."""

    def __init__(self, page: UsablePage) -> None:
        super().__init__(page)
        self._page = page
        self._region = QRegion()
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is painted."""
        if isinstance(event, QPaintEvent):
            self._region += event.region()
        return False

    def take(self) -> QRegion:
        """Paint what waits for it, and return where that was."""
        self._region = QRegion()
        QApplication.sendPostedEvents(self._page, QEvent.Type.UpdateRequest)
        return QRegion(self._region)


@pytest.fixture
def page(show_page: Callable[[Article], UsablePage], qapp: QApplication) -> UsablePage:
    page = show_page(ARTICLE)
    qapp.processEvents()
    return page


def marks(theme: Theme, *spans: Span) -> list[Mark]:
    return [
        Mark(f"{span.start}-{span.end}", span, looks.highlight(theme, COLOURS[span.start % len(COLOURS)]))
        for span in spans
    ]


def without(region: QRegion, image: QImage) -> QImage:
    """Return an image with one colour all over a region."""
    painter = QPainter(image)
    painter.setClipRegion(region)
    painter.fillRect(image.rect(), Qt.GlobalColor.black)
    painter.end()
    return image


def test_a_mark_that_comes_or_goes_changes_nothing_outside_of_what_is_painted_anew(page: UsablePage, theme: Theme):
    painted = Painted(page)
    shown = [Span(20, 60), Span(30, 50), Span(40, 120), Span(45, 48), Span(150, 400)]
    steps = [*(shown[: count + 1] for count in range(len(shown))), *(shown[count:] for count in range(1, 6))]
    for spans in steps:
        before = picture(page)
        painted.take()
        page.show_marks(Layer.HIGHLIGHTS, marks(theme, *spans))
        region = painted.take()
        assert without(region, before) == without(region, picture(page))
        assert region.boundingRect().height() < page.viewport().height()


def test_the_same_marks_again_are_not_painted(page: UsablePage, theme: Theme):
    painted = Painted(page)
    page.show_marks(Layer.HIGHLIGHTS, marks(theme, Span(20, 60), Span(30, 50)))
    painted.take()
    page.show_marks(Layer.HIGHLIGHTS, marks(theme, Span(20, 60), Span(30, 50)))
    assert painted.take().isEmpty()
