"""How the excerpt of a search is drawn in its row: two lines of the text, with the words that were found lit."""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from reader.gui.formatting import isolated
from reader.gui.panes.articles.lit import wash
from reader.gui.theme import Theme
from reader.searching import FoundPassage
from reader.text import words
from reader.text.direction import Direction
from reader.text.spans import Span, Utf16Map

LINES = 2
KEPT = 200
BEFORE = 48
"""Code points before the first word that was found: with more of them it would stand on a line that is not shown."""


class ExcerptPainter:
    """Draws excerpts in one look; those drawn last are kept ready."""

    def __init__(self, theme: Theme, font: QFont, pitch: int, *, rtl: bool) -> None:
        self._theme, self._font, self._pitch, self._rtl = theme, font, pitch, rtl
        self._kept: OrderedDict[tuple[FoundPassage, int], QTextLayout] = OrderedDict()

    def paint(self, painter: QPainter, rect: QRectF, passage: FoundPassage) -> None:
        """Draw an excerpt at the top of a rectangle."""
        key = (passage, round(rect.width()))
        layout = self._kept.get(key)
        if layout is None:
            layout = self._kept[key] = self._laid(passage, rect.width())
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        painter.setPen(self._theme.colour("quiet"))
        layout.draw(painter, QPointF(rect.left(), rect.top()))

    def _laid(self, passage: FoundPassage, width: float) -> QTextLayout:
        text, hits = _from_before(passage)
        shown, direction = isolated(text, Direction.RTL if self._rtl else Direction.LTR)
        layout = QTextLayout(shown, self._font)
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        runs_right = direction is Direction.RTL
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_right else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(text, shown, hits)))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._pitch + (self._pitch - line.height()) / 2))
        layout.endLayout()
        return layout

    def _formats(self, text: str, shown: str, hits: list[Span]) -> Iterator[QTextLayout.FormatRange]:
        """Yield a wash for each word that was found, whole: a format that ends inside a word parts its letters."""
        places, units = _places(text, shown), Utf16Map(shown)
        look = wash(self._theme)
        for hit in hits:
            whole = words.snap(text, hit)
            lit = QTextLayout.FormatRange()
            lit.start = units.to_utf16(places[whole.start])
            lit.length = units.to_utf16(places[whole.end - 1] + 1) - lit.start
            lit.format = look
            yield lit


def _from_before(passage: FoundPassage) -> tuple[str, list[Span]]:
    """Return an excerpt from a little before the first hit, and the hits in it."""
    first = passage.hits[0].start if passage.hits else 0
    start = passage.text.rfind(" ", 0, max(0, first - BEFORE)) + 1
    if not start:
        return passage.text, list(passage.hits)
    moved = len("…") - start
    return f"…{passage.text[start:]}", [hit.moved(moved) for hit in passage.hits]


def _places(text: str, shown: str) -> list[int]:
    """Return where each code point of a text stands in what is shown, which only adds some."""
    places, at = [], 0
    for character in text:
        at = shown.index(character, at)
        places.append(at)
        at += 1
    return places
