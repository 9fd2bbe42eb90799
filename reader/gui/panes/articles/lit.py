"""Which words of a row are lit while a search is shown: those of its title, its source and its tags."""

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QTextCharFormat, QTextLayout

from reader.catalogue.asked import Field, understood
from reader.catalogue.hits import Hits
from reader.gui.theme import Theme
from reader.text.spans import Utf16Map
from reader.text.words import snap

WASH = 0.22
_TITLE = (Field.ANY, Field.TITLE)
_BESIDE = (Field.ANY, Field.SOURCE, Field.TAGS)


def wash(theme: Theme) -> QTextCharFormat:
    """Return how words that were found stand in a row."""
    made = QTextCharFormat()
    made.setBackground(QBrush(theme.colour("accent", WASH)))
    made.setForeground(QBrush(theme.colour("text")))
    return made


class LitWords:
    """What lights the words of one search, as it was typed, in lines that are laid out already."""

    def __init__(self, typed: str, theme: Theme) -> None:
        asked = understood(typed, as_typed=True)
        self._title = Hits(asked, fields=_TITLE, in_forms=True)
        self._beside = Hits(asked, fields=_BESIDE)
        self._look = wash(theme)

    def in_title(self, layout: QTextLayout) -> Sequence[QTextLayout.FormatRange]:
        """Return what is lit in a title."""
        return self._lit(layout, self._title)

    def in_facts(self, layout: QTextLayout) -> Sequence[QTextLayout.FormatRange]:
        """Return what is lit in the line below a title; a number there is a date's, in which nothing was looked for."""
        return self._lit(layout, self._beside)

    def _lit(self, layout: QTextLayout, hits: Hits) -> Sequence[QTextLayout.FormatRange]:
        text = layout.text()
        units, found = Utf16Map(text), []
        for hit in hits.in_text(text):
            whole = snap(text, hit)
            if hits is self._beside and whole.of(text).isdecimal():
                continue
            lit = QTextLayout.FormatRange()
            lit.start = units.to_utf16(whole.start)
            lit.length = units.to_utf16(whole.end) - lit.start
            lit.format = self._look
            found.append(lit)
        return found
