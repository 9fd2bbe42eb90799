"""The document behind the page, built outwards from where it is read: a book's first screen waits for no end."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby
from math import floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
)

from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.paragraph import Paragraph, Place
from reader.gui.panes.reading.typesetting import INNER_MARGIN, TOP_MARGIN, Typesetting
from reader.text.spans import Span
from reader.text.words import word_at

_LINE_BREAK = "\u2028"
"""Begins a line within a paragraph. It takes as much place as what it stands for, so that no position moves."""

ALIKE = 64
"""So many paragraphs have all their verse set alike; of a whole book's the first screen would have to wait."""

BROKEN_VERSE_SPACE = 0.35
"""Space between two lines of verse whose halves stand one below the other, in distances of two lines."""


class Page:
    """A document that holds a growing run of an article's paragraphs, and where each of them is.

    Qt lays out what is inserted at once and moves what stands below it. So a few paragraphs cost a few milliseconds, at
    either end of the run. Below the last one stands an empty one, at last so high that the last line can rise to the
    window's middle; above the first one, as long as that is not the article's first, another. What is inserted beside
    them parts no standing paragraph from its layout, as it would beside a neighbour: Qt would lay that out again.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self.column = 0.0
        self._room_below = 0.0
        self._typesetting: Typesetting | None = None
        self._broken_verse: dict[int, bool] = {}
        self.displayed: Displayed | None = None
        self.first = 0
        self.last = 0

    @property
    def is_complete(self) -> bool:
        """Whether all of the article stands in the document."""
        return self.first == 0 and self.has_all_below

    @property
    def has_all_below(self) -> bool:
        """Whether the article's end stands in the document."""
        return self.displayed is None or self.last == len(self.displayed.paragraphs)

    @property
    def typesetting(self) -> Typesetting:
        """The rules that the page is set by."""
        assert self._typesetting is not None
        return self._typesetting

    def open(self, displayed: Displayed, typesetting: Typesetting, column: float, start: int) -> None:
        """Begin anew with the paragraph `start` in a column of `column` px."""
        self.displayed = displayed
        self._typesetting = typesetting
        self.column = column
        self.first = self.last = self._start_of_unit(min(start, len(displayed.paragraphs) - 1))
        self._broken_verse.clear()
        self._document.clear()
        frame = self._document.rootFrame()
        margins = frame.frameFormat()
        margins.setLeftMargin(INNER_MARGIN)
        margins.setRightMargin(INNER_MARGIN)
        margins.setTopMargin(TOP_MARGIN)
        frame.setFrameFormat(margins)
        cursor = QTextCursor(self._document)
        cursor.setBlockFormat(self._room_format())
        if self.first > 0:
            cursor.insertBlock(self._room_format())
        self.build_after(1)

    def close(self) -> None:
        """Show nothing."""
        self.displayed = None
        self.first = self.last = 0
        self._document.clear()

    def set_room_below(self, height: float) -> None:
        """Leave this many px free below the last line."""
        self._room_below = height
        if self.displayed is not None and self.has_all_below and self.last > self.first:
            QTextCursor(self._document.lastBlock()).setBlockFormat(self._room_format())

    def build_after(self, letters: int) -> int:
        """Add paragraphs below until they hold so many UTF-16 units, at least one; return how many they hold."""
        if self.displayed is None or self.has_all_below:
            return 0
        count, added = len(self.displayed.paragraphs), 0
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        while added < letters and self.last < count:
            added += self._add_after(cursor)
        cursor.endEditBlock()
        return added

    def build_before(self, letters: int) -> tuple[int, float]:
        """Add paragraphs above until they hold so many UTF-16 units, at least one.

        Return how many they hold, and how many px the rest moved down.
        """
        if self.displayed is None or self.first == 0:
            return 0, 0.0
        standing = self.first
        top = self._top(standing)
        added = 0
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        while added < letters and self.first > 0:
            added += self._add_before(cursor)
        if self.first == 0:
            cursor.setPosition(0)
            cursor.deleteChar()
            cursor.setBlockFormat(self._block_format(0))
        cursor.endEditBlock()
        return added, self._top(standing) - top

    def block(self, paragraph: int) -> QTextBlock | None:
        """Return a paragraph's block, or None while it is not built."""
        if not self.first <= paragraph < self.last:
            return None
        found = self._document.findBlockByNumber(paragraph - self.first + self._empty_above)
        return found if found.isValid() else None

    def origin(self, block: QTextBlock) -> QPointF:
        """Return where a block's layout begins in the document; in a table its own position counts from the cell."""
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def keep_shapes(self, paragraphs: Iterable[int]) -> None:
        """Have Qt keep the shaped letters of painted paragraphs: shaping them anew takes twice as long as painting."""
        for paragraph in paragraphs:
            if (block := self.block(paragraph)) is not None:
                block.layout().setCacheEnabled(True)

    def place(self, position: int) -> Place:
        """Return the place of a position in the document, in UTF-16 units."""
        assert self.displayed is not None
        block = self._document.findBlock(position)
        paragraph = self.first + block.blockNumber() - self._empty_above
        if paragraph < self.first:
            return Place(self.first, 0)
        if paragraph >= len(self.displayed.paragraphs):
            return self.displayed.to_place(len(self.displayed.text))
        return Place(paragraph, position - block.position())

    def position(self, place: Place) -> int | None:
        """Return a place's position in the document, in UTF-16 units, or None while it is not built."""
        block = self.block(place.paragraph)
        return block.position() + min(place.offset, block.length() - 1) if block is not None else None

    def selection(self, span: Span) -> QTextCursor | None:
        """Return a cursor that has selected a stretch, without isolates at its rims; None while it is not built."""
        assert self.displayed is not None
        start = self.position(self.displayed.to_place(span.start))
        end = self.position(self.displayed.to_end_place(span.end))
        if start is None or end is None:
            return None
        made = self.cursor_at(start)
        made.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        return made

    def cursor_at_beginning(self) -> QTextCursor:
        """Return a cursor at the first paragraph that is built, which it stays at."""
        return self.cursor_at(self._empty_above)

    def cursor_at(self, position: int) -> QTextCursor:
        """Return a cursor at a position of the document."""
        made = QTextCursor(self._document)
        made.setPosition(position)
        return made

    def canonical(self, start: int, end: int) -> Span:
        """Return the canonical stretch between two positions of the document."""
        assert self.displayed is not None
        begin, finish = self.place(start), self.place(end)
        if self.displayed.paragraphs[begin.paragraph].cell is not None:
            begin = Place(self.displayed.around(begin.paragraph)[0], 0)
        if self.displayed.paragraphs[finish.paragraph].cell is not None:
            following = self.displayed.around(finish.paragraph)[1]
            finish = Place(min(following, len(self.displayed.paragraphs) - 1), 0)
        first, last = self.displayed.to_position(begin), self.displayed.to_position(finish)
        if finish.paragraph == len(self.displayed.paragraphs) - 1:
            last = len(self.displayed.text)
        return Span(min(first, last), max(first, last))

    def line_top(self, position: int) -> float | None:
        """Return where the band of a code point's line begins, in px of the document; None while not built."""
        assert self.displayed is not None
        number = self.displayed.paragraph_of(position)
        if position <= self.displayed.paragraphs[number].end and self.block(number) is None:
            return None  # before it is worked out what that paragraph shows
        place = self.displayed.to_place(position)
        block = self.block(place.paragraph)
        if block is None:
            return None
        top = self.origin(block).y()
        line = _line_at(block.layout(), place.offset)
        if line is None:
            return top
        band = self.typesetting.style(self.displayed.paragraphs[place.paragraph]).band
        return floor(top + line.y() + line.ascent() - band.above)

    def rough_top(self, position: int) -> float | None:
        """Return about where a code point's line begins, in px of the document; None while not built."""
        assert self.displayed is not None
        number = self.displayed.paragraph_of(position)
        block = self.block(number)
        if block is None:
            return None
        box, paragraph = self._document.documentLayout().blockBoundingRect(block), self.displayed.paragraphs[number]
        share = (position - paragraph.start) / max(paragraph.end - paragraph.start, 1)
        return box.top() + min(share, 1.0) * box.height()

    def line_start(self, position: int) -> int:
        """Return the canonical code point at which the line of a position of the document begins."""
        assert self.displayed is not None
        place = self.place(position)
        block = self.block(place.paragraph)
        line = _line_at(block.layout(), place.offset) if block is not None else None
        begin = line.textStart() if line is not None else place.offset
        return self.displayed.to_position(Place(place.paragraph, begin))

    def word_at(self, position: int) -> Span:
        """Return the word at a position of the document, without punctuation; empty between two words."""
        assert self.displayed is not None
        place = self.place(position)
        paragraph = self.displayed.paragraphs[place.paragraph]
        at = paragraph.to_position(place.offset)
        if paragraph.block is None:
            return Span(paragraph.start, paragraph.start)
        found = word_at(paragraph.source, at) if at < len(paragraph.source) else None
        if found is None and at > 0:
            found = word_at(paragraph.source, at - 1)
        return (found or Span(at, at)).moved(paragraph.start)

    def paragraph_at(self, position: int) -> Span:
        """Return the paragraph at a position of the document."""
        assert self.displayed is not None
        paragraph = self.displayed.paragraphs[self.place(position).paragraph]
        return Span(paragraph.start, paragraph.end)

    def span(self, cursor: QTextCursor) -> Span:
        """Return the canonical stretch that a cursor has selected."""
        assert self.displayed is not None
        return self.displayed.to_span(self.place(cursor.selectionStart()), self.place(cursor.selectionEnd()))

    @property
    def _empty_above(self) -> int:
        """How many empty paragraphs stand above the article's."""
        return int(self.first > 0)

    def _add_after(self, cursor: QTextCursor) -> int:
        """Add one paragraph or one table at the cursor, which stands at the document's end; return its UTF-16 units."""
        assert self.displayed is not None
        begin = cursor.position()
        if self.displayed.paragraphs[self.last].cell is not None:
            cursor.deletePreviousChar()  # a table leaves an empty paragraph behind it
            cursor.setBlockFormat(self._block_format(self.last - 1))
            first, self.last = self.displayed.around(self.last)
            self._insert_table(cursor, first)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setBlockFormat(self._room_format())
        else:
            cursor.setBlockFormat(self._block_format(self.last))
            self._insert(cursor, self.last)
            self.last += 1
            cursor.insertBlock(self._room_format(), QTextCharFormat())
        return cursor.position() - begin

    def _add_before(self, cursor: QTextCursor) -> int:
        """Add one paragraph, with the table after it if there is one, before all others; return its UTF-16 units."""
        assert self.displayed is not None
        length = self._document.characterCount()
        standing, self.first = self.first, self._start_of_unit(self.first - 1)
        if standing - self.first > 1:
            self._add_table_before(cursor, standing)
        else:
            cursor.setPosition(0)
            cursor.insertBlock(self._block_format(self.first), QTextCharFormat())
            self._insert(cursor, self.first)
        return self._document.characterCount() - length

    def _add_table_before(self, cursor: QTextCursor, standing: int) -> None:
        """Add the paragraph `first` and the table after it before the paragraph `standing`."""
        cursor.setPosition(1)
        kept = cursor.blockFormat()
        self._insert_table(cursor, self.first + 1)
        cursor.setPosition(1)
        cursor.setBlockFormat(self._block_format(self.first))
        self._insert(cursor, self.first)
        cursor.setPosition(self._document.findBlockByNumber(standing - self.first + 1).position())
        cursor.setBlockFormat(kept)

    def _insert_table(self, cursor: QTextCursor, first: int) -> None:
        """Insert the table whose first cell is the paragraph `first`."""
        assert self.displayed is not None
        paragraphs = self.displayed.paragraphs
        shape = paragraphs[first].cell
        assert shape is not None
        table = cursor.insertTable(shape.rows, shape.columns, self.typesetting.table_format())
        last = self.displayed.around(first)[1]
        for cell, numbers in groupby(range(first, last), key=lambda number: paragraphs[number].cell):
            assert cell is not None
            inside = table.cellAt(cell.row, cell.column).firstCursorPosition()
            for place, number in enumerate(numbers):
                if place:
                    inside.insertBlock()
                inside.setBlockFormat(self._block_format(number))
                self._insert(inside, number)

    def _start_of_unit(self, paragraph: int) -> int:
        """Return the paragraph before a cell's table, without which Qt has no table; else the paragraph itself."""
        assert self.displayed is not None
        while self.displayed.paragraphs[paragraph].cell is not None:
            paragraph -= 1
        return paragraph

    def _insert(self, cursor: QTextCursor, paragraph: int) -> None:
        assert self.displayed is not None
        between = _LINE_BREAK if self._is_broken_verse(paragraph) else "\t"
        for text, form in self.typesetting.pieces(self.displayed.paragraphs[paragraph]):
            cursor.insertText(text.replace("\t", between), form)

    def _is_broken_verse(self, paragraph: int) -> bool:
        """Say whether a line of verse has its halves one below the other, as all near it where one does not fit."""
        assert self.displayed is not None
        paragraphs = self.displayed.paragraphs
        if not _is_verse(paragraphs[paragraph]):
            return False
        if paragraph not in self._broken_verse:
            first = paragraph - paragraph % ALIKE
            near = range(first, min(first + ALIKE, len(paragraphs)))
            verse = [number for number in near if _is_verse(paragraphs[number])]
            fits = all(self.typesetting.fits_in_halves(paragraphs[number], self.column) for number in verse)
            self._broken_verse.update(dict.fromkeys(verse, not fits))
        return self._broken_verse[paragraph]

    def _block_format(self, paragraph: int) -> QTextBlockFormat:
        assert self.displayed is not None
        paragraphs = self.displayed.paragraphs
        following = paragraphs[paragraph + 1] if paragraph + 1 < len(paragraphs) else None
        cell = paragraphs[paragraph].cell
        width = self.column / cell.columns if cell is not None else self.column
        made = self.typesetting.block_format(paragraphs[paragraph], following, width)
        if following is not None and _is_verse(following) and self._is_broken_verse(paragraph):
            made.setBottomMargin(round(self.typesetting.pitch * BROKEN_VERSE_SPACE))
        return made

    def _room_format(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        height = max(1.0, self._room_below) if self.has_all_below else 1.0
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def _top(self, paragraph: int) -> float:
        block = self.block(paragraph)
        assert block is not None
        return self.origin(block).y()


def _is_verse(paragraph: Paragraph) -> bool:
    return paragraph.cell is None and paragraph.source.count("\t") == 1


def _line_at(layout: QTextLayout, offset: int) -> QTextLine | None:
    """Return the line of a UTF-16 offset, as Qt's lineForTextPosition, which parts the whole text into runs first."""
    count = layout.lineCount()
    number = bisect_right(range(count), offset, key=lambda at: layout.lineAt(at).textStart()) - 1
    return layout.lineAt(max(number, 0)) if count else None
