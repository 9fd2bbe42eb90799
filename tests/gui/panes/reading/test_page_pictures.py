"""The page as it was approved: every kind of block in both directions, in the smallest and the largest size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reader.annotations.highlight import COLOURS, Highlight, PlacedHighlight, Status
from reader.articles.article import Article, BlockKind
from reader.collections.state import ArticleState
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.theme import apply_theme, load_theme
from reader.gui.translation import Translation
from reader.settings import TEXT_SIZES, Settings
from reader.text.direction import Direction
from reader.text.spans import Span
from tests.gui.panes.reading.samples import every_kind

SMALLEST, LARGEST = TEXT_SIZES


@pytest.mark.parametrize("direction", Direction)
def test_the_pages_that_are_approved_hold_every_kind_of_block(direction: Direction):
    assert {block.kind for block in every_kind(direction).blocks} == set(BlockKind)


@pytest.mark.parametrize(
    ("direction", "theme", "settings", "size"),
    [
        (Direction.RTL, "paper", {"text_size": 20, "hijri": True, "digits": "arabic"}, (640, 1900)),
        (Direction.LTR, "night", {"text_size": 18, "arabic_font": "Amiri"}, (600, 1500)),
        (
            Direction.RTL,
            "contrast",
            {"text_size": SMALLEST, "arabic_font": "Noto Sans Arabic"},
            (480, 1400),
        ),
        (
            Direction.RTL,
            "sepia",
            {"text_size": LARGEST, "arabic_font": "Amiri", "width": 20},
            (860, 4200),
        ),
    ],
)
def test_every_kind_of_block_looks_as_it_was_approved(  # noqa: PLR0917 - the fixtures' names
    qapp: QApplication, page_fonts: None, arabic: Translation, same_picture, direction, theme, settings, size
):
    chosen = load_theme(theme)
    apply_theme(qapp, chosen)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane = ReadingPane(chosen, Settings(language="ar", **settings))
    pane.setStyleSheet(chosen.stylesheet())
    try:
        pane.resize(*size)
        pane.show()
        pane.show_article("a", every_kind(direction), ArticleState())
        pane.view.builder.build_all()
        picture = QImage(pane.size(), QImage.Format.Format_RGB32)
        pane.render(picture)
        same_picture(picture, f"page-{direction}-{theme}-{settings['text_size']}")
    finally:
        pane.close()
        pane.deleteLater()


def test_every_highlight_in_the_dark_contrast_looks_as_it_was_approved(
    qapp: QApplication, page_fonts: None, arabic: Translation, same_picture
):
    chosen, article = load_theme("contrast-night"), every_kind()
    apply_theme(qapp, chosen)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane = ReadingPane(chosen, Settings(language="ar", text_size=20))
    pane.setStyleSheet(chosen.stylesheet())
    try:
        pane.resize(640, 1900)
        pane.show()
        pane.show_article("a", article, ArticleState())
        pane.view.builder.build_all()
        pane.show_highlights(list(_two_of_each(article)))
        picture = QImage(pane.size(), QImage.Format.Format_RGB32)
        pane.render(picture)
        same_picture(picture, "page-rtl-contrast-night-20")
    finally:
        pane.close()
        pane.deleteLater()


def _two_of_each(article: Article) -> Iterator[PlacedHighlight]:
    """Yield highlights of every colour: of words of prose, two of them one on the other, and of quiet lines."""
    prose = ("المهندسة", "BBC Arabic إنّ", "1,250,000 دولار", "الخطة نُشرت على موقع", "موقع البلدية")
    quiet = ("بقلم سلمى", "المنارة كما", "تبدو من", "تصوير: أرشيف", "سجلّ الزيارات")
    for colour, words in (*zip(COLOURS, prose, strict=True), *zip(COLOURS, quiet, strict=True)):
        start = article.text.index(words)
        span = Span(start, start + len(words))
        made = Highlight(
            id=words, article="a", version="v", block="b", span=span, quote=words, prefix="", suffix="", colour=colour
        )
        yield PlacedHighlight(made, span, Status.FIXED)
