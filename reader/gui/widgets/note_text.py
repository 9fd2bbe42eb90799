"""How a note's text is set: plain, in its own direction, the same whether it is read or written."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from reader.gui.fonts import page_font
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.direction import Direction, direction_of

SMALLEST = 13
"""Notes are never smaller than this, in px, whatever the page's size."""


@dataclass(frozen=True, slots=True)
class NoteSetting:
    """The type of notes for one theme and taste, and the direction of a note without letters."""

    theme: Theme
    settings: Settings
    fallback: Direction

    def prepare(self, document: QTextDocument, text: str, width: float) -> None:
        """Set a document up with a text, `width` px wide; undoing does not reach behind this."""
        document.setDocumentMargin(0)
        document.setPlainText(text)
        self.turn(document)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._pitch(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        document.setTextWidth(width)
        document.clearUndoRedoStacks()

    def turn(self, document: QTextDocument) -> None:
        """Give a document the direction that its text has by now."""
        is_rtl = direction_of(document.toPlainText(), self.fallback) is Direction.RTL
        wanted = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        option = document.defaultTextOption()
        if option.textDirection() is not wanted:
            option.setTextDirection(wanted)
            option.setAlignment(Qt.AlignmentFlag.AlignLeading)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            document.setDefaultTextOption(option)
        if document.defaultFont() != (font := self._font(is_rtl=is_rtl)):
            document.setDefaultFont(font)

    def height(self, text: str, width: float) -> float:
        """Return how high a text becomes, in px."""
        document = QTextDocument()
        self.prepare(document, text, width)
        return document.size().height()

    def _size(self) -> float:
        return max(self.settings.text_size * self.theme.page_type["note"].em, SMALLEST)

    def _pitch(self) -> int:
        return round(self._size() * self.theme.page_type["note"].line)

    def _font(self, *, is_rtl: bool) -> QFont:
        name, script = (self.settings.arabic_font, "arabic") if is_rtl else (self.settings.latin_font, "latin")
        return page_font(name, script, self._size(), self.theme.page_type["note"].weight)
