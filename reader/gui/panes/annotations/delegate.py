"""How a row of the annotations pane is drawn: its colour at the leading edge, passage, note, and what else is known."""

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.annotations.highlight import Status
from reader.catalogue.marks import MarkRow
from reader.gui.formatting import Formatter
from reader.gui.panes.annotations.model import ROW_ROLE, AnnotationsModel
from reader.gui.theme import Theme
from reader.gui.widgets.row_ground import paint_row_ground
from reader.gui.widgets.row_list import RowState
from reader.gui.widgets.text_lines import in_lines
from reader.text.direction import Direction

PADDING_X, PADDING_Y = 16, 10
EDGE = 6
GAP = 10
LINES = 3
"""Lines that passage and note have together."""
KEPT = 400

Index = QModelIndex | QPersistentModelIndex


class _Set(NamedTuple):
    """A row's passage and note, ready to be drawn at one width."""

    quote: QTextLayout | None
    note: QTextLayout | None


class AnnotationDelegate(QStyledItemDelegate):
    """Draws rows, all as high as three lines and one of facts need, so that a long list costs no measuring.

    `state_of` tells a row's state.
    """

    def __init__(
        self, theme: Theme, formatter: Formatter, state_of: Callable[[Index], RowState], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state_of = state_of
        self._kept: OrderedDict[tuple[MarkRow, int], _Set] = OrderedDict()
        self.set_look(theme, formatter)

    def set_look(self, theme: Theme, formatter: Formatter) -> None:
        """Take over a theme, and digits and direction."""
        self._theme, self._formatter = theme, formatter
        words, meta = theme.interface_type["entity_name"], theme.interface_type["list_meta"]
        self._words_font, self._meta_font = theme.font("control"), theme.font("list_meta")
        self._pitch, self._meta_pitch = round(words.px * words.line), round(meta.px * meta.line)
        self.row_height = 2 * PADDING_Y + LINES * self._pitch + self._meta_pitch
        self._kept.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that every row has."""
        return QSize(200, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, model = index.data(ROW_ROLE), index.model()
        if row is None or not isinstance(model, AnnotationsModel):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, rect.adjusted(2, 1, -2, -1), self._theme, self._state_of(index))
        inside = rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        is_rtl = self._formatter.is_rtl
        self._paint_edge(painter, inside, row, is_rtl=is_rtl)
        inside = inside.adjusted(0 if is_rtl else EDGE + GAP, 0, -EDGE - GAP if is_rtl else 0, 0)
        ready = self._set(row, round(inside.width()))
        top = inside.top()
        for layout, colour in ((ready.quote, "text"), (ready.note, "quiet")):
            if layout is not None:
                painter.setPen(self._theme.colour(colour))
                layout.draw(painter, QPointF(inside.left(), top))
                top += layout.lineCount() * self._pitch
        below = QRectF(inside.left(), inside.bottom() - self._meta_pitch, inside.width(), self._meta_pitch)
        self._paint_facts(painter, below, row, model.facts(row), is_rtl=is_rtl)
        painter.restore()

    def _paint_edge(self, painter: QPainter, inside: QRectF, row: MarkRow, *, is_rtl: bool) -> None:
        """Draw the highlight's wash and edge; a note on the whole article has a hairline."""
        band = QRectF(inside.right() - EDGE if is_rtl else inside.left(), inside.top() + 2, EDGE, inside.height() - 4)
        shape = QPainterPath()
        shape.addRoundedRect(band, 3, 3)
        if not row.quote:
            painter.fillPath(shape, self._theme.colour("line"))
            return
        mark = self._theme.mark(row.colour)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(band, QColor(mark.wash))
        outer = band.right() - 2 if is_rtl else band.left()
        painter.fillRect(QRectF(outer, band.top(), 2, band.height()), QColor(mark.edge))
        painter.restore()

    def _paint_facts(
        self, painter: QPainter, below: QRectF, row: MarkRow, facts: tuple[str, ...], *, is_rtl: bool
    ) -> None:
        """Draw tags in the accent, then what is known; what has no room is cut at the end."""
        metrics = QFontMetricsF(self._meta_font)
        painter.setFont(self._meta_font)
        option = QTextOption(Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(
            (Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        tags = " ".join(f"\u2068#{tag}\u2069" for tag in row.tags)
        if tags:
            shown = metrics.elidedText(tags, Qt.TextElideMode.ElideRight, below.width() / 2)
            painter.setPen(self._theme.colour("accent"))
            painter.drawText(below, shown, option)
            taken = metrics.horizontalAdvance(shown) + GAP
            below = below.adjusted(0, 0, -taken, 0) if is_rtl else below.adjusted(taken, 0, 0, 0)
        painter.setPen(self._theme.colour("danger" if row.status is Status.ORPHAN else "quiet"))
        shown = metrics.elidedText(self._formatter.joined(*facts), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, shown, option)

    def _in_lines(self, text: str, width: int, most: int) -> QTextLayout:
        is_rtl = self._formatter.is_rtl
        fallback = Direction.RTL if is_rtl else Direction.LTR
        return in_lines(text, self._words_font, width, self._pitch, most, fallback, is_rtl=is_rtl)

    def _set(self, row: MarkRow, width: int) -> _Set:
        kept = self._kept.get((row, width))
        if kept is None:
            lines = LINES - 1 if row.note and row.quote else LINES
            texts = ((row.quote, lines), (row.note, LINES - lines if row.quote else LINES))
            kept = _Set(*(self._in_lines(text, width, most) if text and most else None for text, most in texts))
            self._kept[row, width] = kept
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept
