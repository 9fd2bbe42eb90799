"""Pictures on the page."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from reader.articles.article import Article, Block, BlockKind
from reader.gui.background import Background
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.panes.reading.pictures import Pictures
from reader.gui.panes.reading.typesetting import INNER_MARGIN
from reader.text.direction import Direction
from tests.gui.panes.reading.conftest import SENTENCES, picture

Show = Callable[..., UsablePage]
RED = QColor("#c02010")


@pytest.fixture
def background(qapp) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., str]:
    """Draw a red picture into a file; return its name."""

    def draw(width: int, height: int, name: str = "red", form: str = "png") -> str:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(RED)
        assert image.save(str(tmp_path / name), form)
        return name

    return draw


def pictured(image: str, **about: object) -> Article:
    rtl = Direction.RTL
    return Article(
        title="عنوان",
        direction=rtl,
        blocks=(
            Block(id="a", kind=BlockKind.HEADLINE, text="عنوان", direction=rtl),
            Block(id="b", kind=BlockKind.IMAGE, text="", direction=rtl, image=image, extra=about),
            Block(id="c", kind=BlockKind.CAPTION, text="تعليق على الصورة", direction=rtl),
            Block(id="d", kind=BlockKind.PARAGRAPH, text=SENTENCES[0], direction=rtl),
        ),
    )


@pytest.fixture
def shown(show_page: Show, background: Background, tmp_path: Path, qtbot) -> Callable[[Article], UsablePage]:
    """Show an article, with its pictures once they are read."""

    def file_of(name: str) -> Path | None:
        return tmp_path / name if (tmp_path / name).exists() else None

    def show(article: Article) -> UsablePage:
        page = show_page(article)
        page.pictures = Pictures(file_of, background, page)
        picture(page)
        qtbot.waitUntil(lambda: background.is_idle)
        return page

    return show


def test_a_picture_that_arrives_later_is_shown_once_it_is_whole(shown, drawn, tmp_path, qtbot):
    page = shown(pictured("late.png", width=400, height=200))
    pictures = page.pictures
    assert pictures.picture("late.png", QSize(40, 20), 1.0) is None
    qtbot.waitUntil(lambda: pictures.picture("late.png", QSize(40, 20), 1.0) is not None)
    assert pictures.picture("late.png", QSize(40, 20), 1.0).isNull()

    drawn(400, 200, "whole.png")
    with qtbot.waitSignal(pictures.arrived, timeout=10_000):
        (tmp_path / "late.png").write_bytes((tmp_path / "whole.png").read_bytes()[:20])
    (tmp_path / "whole.png").replace(tmp_path / "late.png")
    qtbot.waitUntil(lambda: not (pictures.picture("late.png", QSize(40, 20), 1.0) or QImage()).isNull(), timeout=10_000)
    qtbot.waitUntil(lambda: picture(page) and page.pictures._background.is_idle)
    assert red_box(page)[2] > 100


def red_box(page: UsablePage) -> tuple[int, int, int, int]:
    """Return the box of what is red: left, top, width, height."""
    image = picture(page)
    places = itertools.product(range(0, image.width(), 2), range(0, image.height(), 2))
    red = [(x, y) for x, y in places if image.pixelColor(x, y) == RED]
    left, top = min(x for x, _ in red), min(y for _, y in red)
    return left, top, max(x for x, _ in red) + 2 - left, max(y for _, y in red) + 2 - top


def test_a_picture_stands_between_its_neighbours_no_wider_than_the_column(shown, drawn):
    page = shown(pictured(drawn(2000, 1000), width=2000, height=1000))
    left, _, width, height = red_box(page)
    assert abs(width - page.page.column) <= 2
    assert abs(height - page.page.column / 2) <= 2
    assert abs(left - INNER_MARGIN) <= 2


def test_a_small_picture_keeps_its_size_and_begins_where_the_text_does(shown, drawn):
    page = shown(pictured(drawn(100, 60), width=100, height=60))
    left, _, width, height = red_box(page)
    assert (width, height) == (100, 60)
    assert abs(left + width - INNER_MARGIN - page.page.column) <= 2


def test_a_very_high_picture_is_shown_whole(shown, drawn):
    page = shown(pictured(drawn(300, 3000), width=300, height=3000))
    _, _, width, height = red_box(page)
    assert width < 100 < height


def test_its_room_is_there_before_the_picture(show_page: Show, shown, drawn):
    article = pictured(drawn(400, 200), width=400, height=200)
    after = len("عنوان\n\n")
    assert show_page(article).page.line_top(after) == shown(article).page.line_top(after)


@pytest.mark.parametrize(
    "about", [{}, {"width": 0, "height": -5}, {"width": "1", "height": None}, {"width": 10**9, "height": 1}]
)
def test_a_size_that_is_none_does_no_harm(shown, drawn, about):
    page = shown(pictured(drawn(100, 60), **about))
    page.builder.build_all()
    assert page.page.is_complete


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\nbroken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_leaves_its_words_and_its_room(shown, tmp_path, data):
    (tmp_path / "bad").write_bytes(data)
    page = shown(pictured("bad", width=400, height=200, alt="منارة"))
    assert page.pictures.picture("bad", QSize(400, 200), 1.0).isNull()
    assert page.page.line_top(len("عنوان\n\n")) > 200


def test_a_picture_that_is_not_there_is_asked_for_once(background, qtbot):
    asked = []
    pictures = Pictures(asked.append, background, background)
    with qtbot.waitSignal(pictures.arrived):
        assert pictures.picture("none", QSize(10, 10), 1.0) is None
        assert pictures.picture("none", QSize(10, 10), 1.0) is None
    assert pictures.picture("none", QSize(10, 10), 1.0).isNull()
    assert asked == ["none"]
    pictures.forget_lost()


def test_selecting_over_a_picture_takes_the_words_on_both_sides(show_page: Show, drawn):
    page = show_page(pictured(drawn(100, 60), width=100, height=60))
    page.builder.build_all()
    page.selectAll()
    assert page.selected_span().of(page.page.displayed.text) == f"عنوان\n\nتعليق على الصورة\n{SENTENCES[0]}"


def test_paper_gets_its_pictures_at_once_and_sharper(background, drawn, tmp_path):
    drawn(2000, 1000)
    pictures = Pictures(lambda name: tmp_path / name, background, background)
    printed = pictures.at_once().picture("red", QSize(400, 200), 1.0)
    assert (printed.width(), printed.height(), printed.deviceIndependentSize().toSize()) == (1200, 600, QSize(400, 200))
