from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.collections.state import Reading
from reader.gui.formatting import Formatter
from reader.gui.panes.articles.delegate import ArticleDelegate, RowState, elided, set_title
from reader.gui.panes.articles.model import ArticlesModel
from reader.settings import Settings
from reader.text.direction import Direction
from tests.gui.conftest import article

WIDTH = 288
LONG = "الميناء القديم يستعيد سفنه بعد عشرين عامًا من الصمت، والصيادون يعودون إلى أرصفته الأولى قبل حلول الشتاء"


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


@pytest.mark.parametrize("title", [LONG, "A small harbour city learns to read the sea again, slowly and by heart " * 2])
def test_a_long_title_ends_in_two_lines_with_three_dots(theme, title):
    layout = set_title(title, theme.font("list_title"), 240, 23, Direction.RTL, is_rtl=True)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


def test_a_short_title_is_one_line(theme):
    layout = set_title("قصيدة", theme.font("list_title"), 240, 23, Direction.RTL, is_rtl=True)
    assert layout.lineCount() == 1
    assert layout.text() == "قصيدة"


def test_a_cut_title_ends_with_a_whole_word(theme):
    cut = elided(LONG, theme.font("list_title"), 200)
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])
    assert LONG[len(cut) - 1] == " "


def test_a_single_word_that_is_too_long_is_cut_inside(theme):
    assert elided("ب" * 200, theme.font("list_title"), 100).endswith("…")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ابتث جحخ abc 😀12،.", max_size=120), st.sampled_from([60, 120, 240]))
def test_any_title_fits_its_lines(theme, title, width):
    layout = set_title(title, theme.font("list_title"), width, 23, Direction.RTL, is_rtl=True)
    assert layout.lineCount() <= 2
    for number in range(layout.lineCount()):
        assert (
            layout.lineAt(number).naturalTextWidth()
            <= width + QFontMetricsF(theme.font("list_title")).averageCharWidth()
        )
