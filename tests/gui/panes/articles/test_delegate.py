from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.collections.state import Reading
from reader.gui.formatting import Formatter
from reader.gui.panes.articles.delegate import ArticleDelegate
from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.widgets.row_list import RowState
from reader.settings import Settings
from tests.gui.conftest import article

WIDTH = 288


@pytest.fixture
def picture(library, theme):
    """Return a function that draws the row of an article."""

    def draw(title="عنوان", *, rtl=True, state=None, change=None, **more):
        added = library.add([article(title, **more)])[0].id
        if change:
            change(added)
        formatter = Formatter(Settings(), "ar" if rtl else "en")
        model = ArticlesModel(library, formatter)
        model.load()
        delegate = ArticleDelegate(theme, formatter, lambda _: state or RowState())
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, WIDTH, delegate.row_height)
        image = QImage(WIDTH, delegate.row_height, QImage.Format.Format_RGB32)
        image.fill(theme.colour("pane"))
        painter = QPainter(image)
        delegate.paint(painter, option, model.index(model.row_of(added)))
        painter.end()
        return image

    return draw


def columns_with(image, colour):
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) == colour for y in range(image.height()))]


@pytest.mark.parametrize(("rtl", "is_at_right"), [(True, True), (False, False)])
def test_the_unread_dot_stands_at_the_leading_edge(picture, theme, rtl, is_at_right):
    dots = columns_with(picture(rtl=rtl), theme.colour("accent"))
    assert dots
    assert all((x > WIDTH / 2) is is_at_right for x in dots)


def test_a_read_article_has_no_dot(picture, theme, library):
    image = picture(change=lambda added: library.set_reading([added], Reading.READ))
    assert not columns_with(image, theme.colour("accent"))


def test_rows_that_are_chosen_hovered_or_focused_differ(picture):
    states = (RowState(), RowState(is_chosen=True), RowState(is_hovered=True), RowState(is_focused=True))
    pictures = [picture(state=state) for state in states]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_stars_and_highlights_are_shown(picture, library):
    plain = picture("أ")
    starred = picture("أ ", change=lambda added: library.set_starred([added], starred=True))
    assert plain != starred


def test_a_long_source_is_cut_before_its_date_goes(library, theme):
    formatter = Formatter(Settings(), "ar")
    delegate = ArticleDelegate(theme, formatter, lambda _: RowState())
    source, date = "إذاعة الميناء القديم - برنامج الصباح والبحر والناس والسفن", "٥ مارس ٢٠٢٤"
    shown = delegate._fitting((source, date, "٤ دقائق"), 240)
    assert date in shown
    assert "…" in shown
    assert (
        delegate._fitting((source, date), 90) == source
    )  # drawing cuts it: half a name beside half a date says nothing
