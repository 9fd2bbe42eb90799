"""What the page draws beside its text: pictures, the bars of quotations and the marks of lists."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTextBlock, QTextCursor

from reader.articles.article import BlockKind
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.page import Page
from reader.gui.panes.reading.paragraph import Cell, Paragraph
from reader.gui.panes.reading.typesetting import CELL_PADDING, FOOTNOTE_SPACE, INNER_MARGIN, picture_size
from reader.text.digits import Digits, convert, used_in
from reader.text.direction import Direction

BAR = 3
"""Width in px of a quotation's bar."""

FOOTNOTE_LINE = 96
"""Length in px of the line above the footnotes."""

DIMMED = 0.88
"""How opaque a picture is on a dark page, so that it does not glare."""

_DOTS = ("•", "◦", "▪")


class PictureSource(Protocol):
    """Where the page's pictures come from."""

    def picture(self, name: str, size: QSize, scale: float, /) -> QImage | None:
        """Return a picture of a size in px, a null one when there is none to show, None while it is not there yet."""


def paint(painter: QPainter, page: Page, numbers: Iterable[int], pictures: PictureSource | None = None) -> None:
    """Draw what belongs to some paragraphs, if they are built, in the document's coordinates."""
    for number in numbers:
        block = page.block(number)
        if page.displayed is None or block is None or not block.layout().lineCount():
            continue
        paragraph = page.displayed.paragraphs[number]
        if paragraph.cell is not None:
            _paint_rules(painter, page, paragraph.cell, block)
        if paragraph.block is None:
            continue
        if paragraph.block.kind is BlockKind.QUOTATION:
            _paint_bar(painter, page, number, block)
        elif paragraph.block.kind is BlockKind.IMAGE:
            _paint_picture(painter, page, paragraph, block, pictures)
        elif paragraph.block.kind is BlockKind.LIST_ITEM and not paragraph.goes_on:
            _paint_marker(painter, page, paragraph, block)
        elif paragraph.block.kind is BlockKind.FOOTNOTE and not _is_footnote(page.displayed, number - 1):
            _paint_footnote_line(painter, page, paragraph, block)


def _paint_rules(painter: QPainter, page: Page, cell: Cell, block: QTextBlock) -> None:
    """Draw a line above a row, and below the last one: a table needs no boxes."""
    colour = page.typesetting.theme.colour("line")
    top = round(page.origin(block).y()) - CELL_PADDING
    if cell.column == 0:
        painter.fillRect(QRectF(INNER_MARGIN, top, page.column, 1), colour)
    if cell.row == cell.rows - 1:
        frame = QTextCursor(block).currentFrame()
        last = frame.lastCursorPosition().block()
        bottom = page.origin(last).y() + last.layout().lineCount() * page.typesetting.pitch + CELL_PADDING
        painter.fillRect(QRectF(INNER_MARGIN, round(bottom), page.column, 1), colour)


def _paint_bar(painter: QPainter, page: Page, number: int, block: QTextBlock) -> None:
    assert page.displayed is not None
    paragraph = page.displayed.paragraphs[number]
    band = page.typesetting.style(paragraph).band
    top = _baseline(page, block, 0) - band.above
    bottom = _baseline(page, block, block.layout().lineCount() - 1) + band.below
    following = page.displayed.paragraphs[number + 1] if number + 1 < len(page.displayed.paragraphs) else None
    after = page.block(number + 1)
    goes_on = following is not None and following.block is not None and following.block.kind is BlockKind.QUOTATION
    if goes_on and after is not None:
        bottom = _baseline(page, after, 0) - band.above
    is_rtl = paragraph.direction is Direction.RTL
    left = INNER_MARGIN + page.column - BAR if is_rtl else INNER_MARGIN
    painter.fillRect(
        QRectF(round(left), round(top), BAR, round(bottom) - round(top)), page.typesetting.theme.colour("line")
    )


def _paint_picture(
    painter: QPainter, page: Page, paragraph: Paragraph, block: QTextBlock, pictures: PictureSource | None
) -> None:
    """Draw a picture at the column's leading edge; the room for it while it is read; its words where it is missing."""
    assert paragraph.block is not None
    size = picture_size(paragraph, page.column)
    left = INNER_MARGIN + (page.column - size.width() if paragraph.direction is Direction.RTL else 0)
    room = QRectF(round(left), round(page.origin(block).y()), size.width(), size.height())
    scale = painter.device().devicePixelRatio()
    picture = pictures.picture(paragraph.block.image, size, scale) if pictures is not None else None
    theme = page.typesetting.theme
    painter.save()
    if picture is None or picture.isNull():
        painter.fillRect(room, theme.colour("pane"))
        if picture is not None:
            painter.setPen(theme.colour("quiet"))
            painter.setFont(page.typesetting.style(paragraph).font)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(BAR, BAR, -BAR, -BAR), flags, str(paragraph.block.extra.get("alt") or ""))
    else:
        shown = QRectF(QPointF(), picture.deviceIndependentSize().boundedTo(room.size()))
        shown.moveCenter(room.center())
        shown.moveTopLeft(QPointF(round(shown.left()), round(shown.top())))
        if theme.dark:
            painter.setOpacity(DIMMED)
        if theme.dark and picture.hasAlphaChannel():
            painter.fillRect(shown, Qt.GlobalColor.white)  # black drawings on no ground were made for white paper
        painter.drawImage(shown, picture)
    painter.restore()


def _paint_marker(painter: QPainter, page: Page, paragraph: Paragraph, block: QTextBlock) -> None:
    assert paragraph.block is not None
    style = page.typesetting.style(paragraph)
    group = paragraph.block.group
    marker = _DOTS[min(group.column if group is not None else 0, len(_DOTS) - 1)]
    if group is not None and group.ordered:
        marker = convert(f"{group.row + 1}.", _digits(page, paragraph))
    painter.save()
    # The sign belongs behind the number the paragraph's way, not the window's.
    is_left = paragraph.direction is Direction.LTR
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight if is_left else Qt.LayoutDirection.RightToLeft)
    is_foreign = marker.isascii() and paragraph.direction is Direction.RTL
    painter.setFont(style.foreign_font if is_foreign else style.font)
    painter.setPen(page.typesetting.theme.colour("quiet"))
    width = painter.fontMetrics().horizontalAdvance(marker)
    gap = style.size * 0.5
    is_rtl = paragraph.direction is Direction.RTL
    edge = INNER_MARGIN + (page.column - style.inset + gap if is_rtl else style.inset - gap - width)
    painter.drawText(QPointF(edge, _baseline(page, block, 0)), marker)
    painter.restore()


def _digits(page: Page, paragraph: Paragraph) -> Digits:
    """Return the digits of a list's numbers: those that were chosen, else those that the text uses."""
    if paragraph.options.digits is not Digits.AS_WRITTEN or page.displayed is None:
        return paragraph.options.digits
    return used_in(page.displayed.text)


def _paint_footnote_line(painter: QPainter, page: Page, paragraph: Paragraph, block: QTextBlock) -> None:
    """Draw a short line between the text and its footnotes."""
    style = page.typesetting.style(paragraph)
    y = round(_baseline(page, block, 0) - style.pitch - page.typesetting.settings.text_size * FOOTNOTE_SPACE / 4)
    left = INNER_MARGIN + (page.column - FOOTNOTE_LINE if paragraph.direction is Direction.RTL else 0)
    painter.fillRect(QRectF(left, y, FOOTNOTE_LINE, 1), page.typesetting.theme.colour("edge"))


def _is_footnote(displayed: Displayed, number: int) -> bool:
    block = displayed.paragraphs[number].block if number >= 0 else None
    return block is not None and block.kind is BlockKind.FOOTNOTE


def _baseline(page: Page, block: QTextBlock, line: int) -> float:
    at = block.layout().lineAt(line)
    return page.origin(block).y() + at.y() + at.ascent()
