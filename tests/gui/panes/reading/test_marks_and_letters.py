"""No mark changes a letter: the ink of a text is the same with and without it, wherever the mark begins and ends."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat

from reader.annotations.highlight import COLOURS
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.spans import Span
from tests.gui.panes.reading.conftest import article_of, picture

WORDS = ("لا", "لله", "كتاب", "الإسلام", "مُحَمَّدٌ", "فلّاح", "BBC")
TOLERANCE = 4
"""In 255ths of full ink: Qt mixes ink with another background, and rounds."""

Show = Callable[..., UsablePage]


def paper_of(page: UsablePage, size: QImage) -> QImage:
    """Return what lies under the text: paper and marks."""
    image = QImage(size.size(), QImage.Format.Format_RGB32)
    image.fill(page.palette().base().color())
    painter = QPainter(image)
    painter.translate(0, -page.verticalScrollBar().value())
    page.overlay.paint(painter, Span(0, len(page.page.displayed.text)))
    painter.end()
    return image


def rows_of(page: UsablePage) -> QRect:
    """Return the part of the picture in which the last paragraph stands."""
    last = page.page.displayed.paragraphs[-1]
    box = page.bounds(Span(last.start, last.end)).toAlignedRect()
    return QRect(0, box.top() - 8, page.viewport().width(), box.height() + 16)


def ink_of(page: UsablePage) -> list[int]:
    """Return how much of each pixel the last paragraph covers, 0 to 255, row by row."""
    rows = rows_of(page)
    shown = picture(page)
    paper = paper_of(page, shown).copy(rows)
    shown = shown.copy(rows)
    text = QColor(page.palette().text().color())
    letters = (text.blue(), text.green(), text.red())
    ink = []
    seen, below = bytes(shown.constBits()), bytes(paper.constBits())
    for at in range(0, len(seen), 4):
        if seen[at : at + 3] == below[at : at + 3]:
            ink.append(0)
            continue
        channel = max(range(3), key=lambda number: abs(below[at + number] - letters[number]))
        ground = below[at + channel]
        ink.append(round(255 * (ground - seen[at + channel]) / (ground - letters[channel])))
    return ink


def difference(one: list[int], other: list[int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_a_char_format_inside_a_ligature_would_be_noticed(show_page: Show):
    page = show_page(article_of("قال لا ثم", headline="ع"))
    page.resize(300, 260)
    bare = ink_of(page)
    start = page.page.displayed.text.index("لا")
    half = QTextCharFormat()
    half.setFontUnderline(False)
    half.setBackground(page.palette().base())
    page.page.selection(Span(start, start + 1)).mergeCharFormat(half)
    assert difference(ink_of(page), bare) > TOLERANCE


@pytest.mark.parametrize("font", ["Noto Naskh Arabic", "Amiri", "Noto Sans Arabic"])
@pytest.mark.parametrize("word", WORDS)
def test_a_highlight_that_ends_inside_a_word_leaves_its_letters_as_they_are(
    show_page: Show, theme: Theme, word: str, font: str
):
    page = show_page(article_of(f"قال {word} ثم", headline="ع"), taste=Settings(language="ar", arabic_font=font))
    page.resize(300, 260)
    start = page.page.displayed.text.index(word)
    bare = ink_of(page)
    assert max(bare) > 200
    for cut in range(1, len(word) + 1):
        halves = [Mark("a", Span(start, start + cut), looks.highlight(theme, "pink"))]
        if cut < len(word):
            halves.append(Mark("b", Span(start + cut, start + len(word)), looks.highlight(theme, "violet")))
        page.overlay.show(Layer.HIGHLIGHTS, halves)
        assert difference(ink_of(page), bare) <= TOLERANCE


@pytest.mark.parametrize("word", WORDS)
def test_a_selection_that_ends_inside_a_word_leaves_its_letters_as_they_are(show_page: Show, word: str):
    page = show_page(article_of(f"قال {word} ثم", headline="ع"))
    page.resize(300, 260)
    start = page.page.displayed.text.index(word)
    bare = ink_of(page)
    for cut in range(1, len(word)):
        page.select(Span(start, start + cut))
        assert page.overlay.marks(Layer.SELECTION)
        assert difference(ink_of(page), bare) <= TOLERANCE


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_is_seen_and_leaves_the_letters_as_they_are(show_page: Show, theme: Theme, colour: str):
    page = show_page(article_of("رجع الكتاب إلى رفّه، وعليه هامش.", headline="ع"))
    page.resize(400, 260)
    before, bare = picture(page), ink_of(page)
    page.overlay.show(Layer.HIGHLIGHTS, [Mark("m", Span(6, 20), looks.highlight(theme, colour))])
    after = picture(page)
    assert after != before
    assert difference(ink_of(page), bare) <= TOLERANCE
    wash = QColor(theme.mark(colour).wash).rgb()
    assert any(after.pixel(x, y) == wash for x in range(after.width()) for y in range(0, after.height(), 3))


def test_the_edge_of_a_highlight_lies_below_the_deepest_letter(show_page: Show, theme: Theme):
    text = "يجيء في عين جميع"
    page = show_page(article_of(text, headline="ع"))
    page.resize(400, 260)
    start = page.page.displayed.text.index(text)
    ink, width = ink_of(page), picture(page).width()
    (band,) = page.overlay.bounds(Span(start, start + len(text)))
    rows = [ink[at : at + width] for at in range(0, len(ink), width)]
    deepest = rows_of(page).top() + max(number for number, row in enumerate(rows) if max(row) > 40)
    for colour in COLOURS:
        assert deepest <= band.bottom() - theme.mark(colour).width
