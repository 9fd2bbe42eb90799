"""What the page draws beside its text: the bars of quotations and the marks of lists."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock

from reader.articles.article import BlockKind
from reader.gui.panes.reading.displayed import Paragraph
from reader.gui.panes.reading.page import Page
from reader.gui.panes.reading.typesetting import INNER_MARGIN
from reader.text.digits import convert, used_in
from reader.text.direction import Direction

BAR = 3
"""Width in px of a quotation's bar."""

_DOTS = ("•", "◦", "▪")


def paint(painter: QPainter, page: Page, first: int, last: int) -> None:
    """Draw what belongs to the built paragraphs from `first` up to `last`, in the document's coordinates."""
    for number in range(first, last):
        block = page.block(number)
        if page.displayed is None or block is None or not block.layout().lineCount():
            continue
        paragraph = page.displayed.paragraphs[number]
        if paragraph.block is None:
            continue
        if paragraph.block.kind is BlockKind.QUOTATION:
            _paint_bar(painter, page, number, block)
        elif paragraph.block.kind is BlockKind.LIST_ITEM:
            _paint_marker(painter, page, paragraph, block)


def _paint_bar(painter: QPainter, page: Page, number: int, block: QTextBlock) -> None:
    assert page.displayed is not None
    paragraph = page.displayed.paragraphs[number]
    band = page.typesetting.style(paragraph).band
    top = _baseline(block, 0) - band.above
    bottom = _baseline(block, block.layout().lineCount() - 1) + band.below
    following = page.displayed.paragraphs[number + 1] if number + 1 < len(page.displayed.paragraphs) else None
    after = page.block(number + 1)
    goes_on = following is not None and following.block is not None and following.block.kind is BlockKind.QUOTATION
    if goes_on and after is not None:
        bottom = _baseline(after, 0) - band.above
    is_rtl = paragraph.direction is Direction.RTL
    left = INNER_MARGIN + page.column - BAR if is_rtl else INNER_MARGIN
    painter.fillRect(
        QRectF(round(left), round(top), BAR, round(bottom) - round(top)), page.typesetting.theme.colour("line")
    )


def _paint_marker(painter: QPainter, page: Page, paragraph: Paragraph, block: QTextBlock) -> None:
    assert paragraph.block is not None
    style = page.typesetting.style(paragraph)
    group = paragraph.block.group
    marker = _DOTS[min(group.column if group is not None else 0, len(_DOTS) - 1)]
    if group is not None and group.ordered:
        marker = convert(f"{group.row + 1}.", used_in(page.displayed.text if page.displayed is not None else ""))
    painter.save()
    painter.setFont(style.font)
    painter.setPen(page.typesetting.theme.colour("quiet"))
    width = painter.fontMetrics().horizontalAdvance(marker)
    gap = style.size * 0.5
    is_rtl = paragraph.direction is Direction.RTL
    edge = INNER_MARGIN + (page.column - style.inset + gap if is_rtl else style.inset - gap - width)
    painter.drawText(QPointF(edge, _baseline(block, 0)), marker)
    painter.restore()


def _baseline(block: QTextBlock, line: int) -> float:
    at = block.layout().lineAt(line)
    return block.layout().position().y() + at.y() + at.ascent()
