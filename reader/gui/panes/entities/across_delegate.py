"""How passages of all articles are drawn."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.formatting import isolated
from reader.gui.panes.entities.across_rows import AcrossModel, Beside, Excerpt, Head, Row, Title
from reader.gui.theme import Theme
from reader.gui.widgets.row_ground import paint_row_ground
from reader.gui.widgets.row_list import RowState
from reader.text.direction import Direction, direction_of

PADDING_X, PADDING_Y = 16, 5
ABOVE_HEAD, GAP, INSET = 12, 8, 12
MOST_LINES = 4
NARROWEST = 120

Index = QModelIndex | QPersistentModelIndex


class AcrossDelegate(QStyledItemDelegate):
    """Draws heads, names with counts, titles of articles and excerpts with the name made stronger."""

    def __init__(self, theme: Theme, *, rtl: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_rtl = rtl
        self.width = 256
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        roles = ("pane_title", "entity_name", "entity_role", "count", "list_title")
        self._fonts = {role: theme.font(role) for role in roles}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a row is at the list's width."""
        row = _row(index)
        height = 2.0 * PADDING_Y
        if isinstance(row, Head):
            height += ABOVE_HEAD + self._line("pane_title")
        elif isinstance(row, Beside):
            height += self._line("entity_name")
        elif isinstance(row, Title):
            model = index.model()
            has_meta = isinstance(model, AcrossModel) and model.meta(row.appearance)
            height += 4 + self._line("list_title") + (self._line("entity_role") if has_meta else 0)
        elif isinstance(row, Excerpt):
            height += self._laid_out(row).boundingRect().height()
        return QSize(NARROWEST, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, model = _row(index), index.model()
        assert isinstance(model, AcrossModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if not isinstance(row, Head):
            self._paint_ground(painter, rect, option.state)
        inside = rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        match row:
            case Head(words):
                self._paint_line(painter, inside.adjusted(0, ABOVE_HEAD, 0, 0), words, "pane_title", "text")
            case Beside(companion):
                rest = self._paint_count(painter, inside, model.formatter.number(companion.articles))
                self._paint_line(painter, rest, companion.name, "entity_name", "text")
            case Title(appearance):
                first = QRectF(inside.left(), inside.top() + 4, inside.width(), self._line("list_title"))
                count = model.formatter.number(appearance.mentions)
                rest = self._paint_count(painter, first, count)
                self._paint_line(painter, rest, appearance.title, "list_title", "text")
                second = QRectF(inside.left(), first.bottom(), inside.width(), self._line("entity_role"))
                self._paint_line(painter, second, model.meta(appearance), "entity_role", "quiet")
            case Excerpt():
                painter.setPen(self._theme.colour("quiet"))
                left = inside.left() + (0 if self._is_rtl else INSET)
                self._laid_out(row).draw(painter, QPointF(left, inside.top()))
        painter.restore()

    def _line(self, role: str) -> float:
        kind = self._theme.interface_type[role]
        return kind.px * kind.line

    def _laid_out(self, row: Excerpt) -> QTextLayout:
        """Return an excerpt set in its own direction, the name in it stronger and not broken off by other scripts."""
        passage = row.passage
        text, start, end = passage.text, passage.at.start, passage.at.end
        # The name is isolated: a Latin one in an Arabic sentence keeps its place.
        shown = f"{text[:start]}\u2068{text[start:end]}\u2069{text[end:]}"
        direction = direction_of(text, Direction.RTL)
        is_rtl = direction is Direction.RTL
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(shown, self._fonts["entity_role"])
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start = len(text[:start].encode("utf-16-le")) // 2
        strong.length = len(shown[start : end + 2].encode("utf-16-le")) // 2
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        letters.setForeground(self._theme.colour("text"))
        strong.format = letters
        layout.setFormats([strong])
        layout.beginLayout()
        top, pitch = 0.0, self._line("entity_role")
        for _ in range(MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(self.width - 2 * PADDING_X - INSET, NARROWEST))
            line.setPosition(QPointF(0, top))
            top += pitch
        layout.endLayout()
        return layout

    def _paint_count(self, painter: QPainter, line: QRectF, count: str) -> QRectF:
        width = QFontMetricsF(self._fonts["count"]).horizontalAdvance(count)
        painter.setFont(self._fonts["count"])
        painter.setPen(self._theme.colour("faint"))
        at = line.left() if self._is_rtl else line.right() - width
        painter.drawText(QRectF(at, line.top(), width + 1, line.height()), Qt.AlignmentFlag.AlignVCenter, count)
        cut = width + GAP
        return line.adjusted(cut, 0, 0, 0) if self._is_rtl else line.adjusted(0, 0, -cut, 0)

    def _paint_line(self, painter: QPainter, line: QRectF, words: str, font: str, colour: str) -> None:
        shown, direction = isolated(words, Direction.RTL if self._is_rtl else Direction.LTR)
        leading = Qt.AlignmentFlag.AlignRight if self._is_rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if direction is Direction.RTL else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setFont(self._fonts[font])
        painter.setPen(self._theme.colour(colour))
        metrics = QFontMetricsF(self._fonts[font])
        painter.drawText(line, metrics.elidedText(shown, Qt.TextElideMode.ElideRight, line.width()), option)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        chosen, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
        paint_row_ground(
            painter,
            rect.adjusted(4, 1, -4, -1),
            self._theme,
            RowState(is_chosen=chosen, is_hovered=hovered, is_focused=bool(focused)),
        )


def _row(index: Index) -> Row | None:
    model = index.model()
    return model.row(index) if isinstance(model, AcrossModel) else None
