"""How the rows of people and places are drawn."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.entities.entity import Kind
from reader.gui.formatting import isolated
from reader.gui.icons import pixmap
from reader.gui.panes.entities.model import EntitiesModel
from reader.gui.panes.entities.rows import Head, More, Named, Row
from reader.gui.theme import Theme
from reader.gui.widgets.row_ground import paint_row_ground
from reader.gui.widgets.row_list import RowState
from reader.gui.widgets.strip import HEIGHT as STRIP_HEIGHT
from reader.gui.widgets.strip import paint_strip
from reader.text.direction import Direction

PADDING_X = 16
PADDING_Y = 6
ABOVE_HEAD = 16
GAP = 8
ARROW = 14
STRIP_GAP = 4
MORE, MORE_SIGN = 24, 16
"""px: the side of the place at a row's trailing end where a click opens the card."""

Index = QModelIndex | QPersistentModelIndex


class EntityDelegate(QStyledItemDelegate):
    """Draws a person in two lines with a strip, a place or an organisation in one, and the heads of their groups."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article_begins_right = True
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        self._fonts = {role: theme.font(role) for role in ("entity_name", "entity_role", "count", "pane_title")}
        self._pitch = {
            role: round(theme.interface_type[role].px * theme.interface_type[role].line) for role in self._fonts
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a row is."""
        row = _row(index)
        height = 2 * PADDING_Y + self._pitch["entity_name"]
        if isinstance(row, Head):
            height = ABOVE_HEAD + self._pitch["pane_title"] + PADDING_Y
        elif isinstance(row, Named) and row.entity.kind is Kind.PERSON:
            height += STRIP_GAP + STRIP_HEIGHT + (self._pitch["entity_role"] if row.entity.role else 0)
        return QSize(120, height)

    def more_rect(self, row: QRect, *, is_rtl: bool) -> QRect:
        """Return the place in a row, both in px of the list, where the row under the mouse has a sign for more."""
        left = row.left() + PADDING_X - GAP if is_rtl else row.right() - PADDING_X + GAP - MORE + 1
        return QRect(left, row.top() + PADDING_Y + (self._pitch["entity_name"] - MORE) // 2, MORE, MORE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = _row(index)
        rect = QRect(option.rect)
        state = option.state
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        model = index.model()
        assert isinstance(model, EntitiesModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, is_head=isinstance(row, Head))
        inside = QRectF(rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y))
        if isinstance(row, Head):
            self._paint_head(painter, inside.adjusted(0, ABOVE_HEAD - PADDING_Y, 0, 0), row, model, is_rtl=is_rtl)
        elif isinstance(row, More):
            self._paint_words(painter, inside, str(index.data()), "count", "accent", is_rtl=is_rtl)
        elif isinstance(row, Named):
            more = self.more_rect(rect, is_rtl=is_rtl) if state & QStyle.StateFlag.State_MouseOver else None
            self._paint_named(painter, inside, row, model, more, is_rtl=is_rtl)
        painter.restore()

    def _paint_more(self, painter: QPainter, rect: QRect, *, is_rtl: bool) -> None:
        sign = pixmap("more", self._theme.colour("quiet"), rtl=is_rtl, size=MORE_SIGN)
        inset = (MORE - MORE_SIGN) // 2
        painter.drawPixmap(rect.left() + inset, rect.top() + inset, sign)

    def _paint_head(self, painter: QPainter, inside: QRectF, row: Head, model: EntitiesModel, *, is_rtl: bool) -> None:
        inside.setHeight(self._pitch["pane_title"])
        arrow = pixmap("up" if not row.is_folded else "down", self._theme.colour("faint"), rtl=is_rtl, size=ARROW)
        at = inside.left() if is_rtl else inside.right() - ARROW
        painter.drawPixmap(int(at), int(inside.top() + (inside.height() - ARROW) / 2), arrow)
        cut = ARROW + GAP
        inside = inside.adjusted(cut, 0, 0, 0) if is_rtl else inside.adjusted(0, 0, -cut, 0)
        inside = self._paint_count(painter, inside, model.number(row.count), is_rtl=is_rtl)
        self._paint_words(painter, inside, model.words_of(row), "pane_title", "text", is_rtl=is_rtl)

    def _paint_named(
        self, painter: QPainter, inside: QRectF, row: Named, model: EntitiesModel, more: QRect | None, *, is_rtl: bool
    ) -> None:
        """Draw a name; with `more` the sign for its card stands in the place of the count."""
        entity = row.entity
        first = QRectF(inside.left(), inside.top(), inside.width(), self._pitch["entity_name"])
        if more:
            self._paint_more(painter, more, is_rtl=is_rtl)
            rest = first.adjusted(MORE, 0, 0, 0) if is_rtl else first.adjusted(0, 0, -MORE, 0)
        else:
            rest = self._paint_count(painter, first, model.number(len(entity.mentions)), is_rtl=is_rtl)
        self._paint_words(painter, rest, entity.name, "entity_name", "text", is_rtl=is_rtl)
        if entity.kind is not Kind.PERSON:
            return
        below = first.bottom()
        if entity.role:
            second = QRectF(inside.left(), below, inside.width(), self._pitch["entity_role"])
            self._paint_words(painter, second, entity.role, "entity_role", "quiet", is_rtl=is_rtl)
            below = second.bottom()
        strip = QRectF(inside.left(), below + STRIP_GAP, inside.width(), STRIP_HEIGHT)
        colours = (self._theme.colour("accent", 0.75), self._theme.colour("line"))
        paint_strip(painter, strip, row.places, *colours, begins_right=self.article_begins_right)

    def _paint_count(self, painter: QPainter, line: QRectF, count: str, *, is_rtl: bool) -> QRectF:
        """Draw a number at the trailing edge; return what is left of the line."""
        width = QFontMetricsF(self._fonts["count"]).horizontalAdvance(count)
        at = line.left() if is_rtl else line.right() - width
        painter.setFont(self._fonts["count"])
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(QRectF(at, line.top(), width + 1, line.height()), Qt.AlignmentFlag.AlignVCenter, count)
        cut = width + GAP
        return line.adjusted(cut, 0, 0, 0) if is_rtl else line.adjusted(0, 0, -cut, 0)

    def _paint_words(
        self, painter: QPainter, line: QRectF, words: str, font: str, colour: str, *, is_rtl: bool
    ) -> None:
        """Draw one line in its own direction at the interface's leading edge; what does not fit ends with …."""
        shown, direction = isolated(words, Direction.RTL if is_rtl else Direction.LTR)
        leading = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(leading | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if direction is Direction.RTL else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setFont(self._fonts[font])
        painter.setPen(self._theme.colour(colour))
        painter.drawText(line, _elided(shown, self._fonts[font], line.width()), option)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_head: bool) -> None:
        if is_head:
            rect = rect.adjusted(0, ABOVE_HEAD - PADDING_Y, 0, 0)
        chosen, hovered = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_MouseOver)
        focused = state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange
        inside = QRectF(rect.adjusted(4, 1, -4, -1))
        paint_row_ground(
            painter,
            inside,
            self._theme,
            RowState(is_chosen=chosen and not is_head, is_hovered=hovered, is_focused=bool(focused)),
        )


def _row(index: Index) -> Row | None:
    model = index.model()
    return model.row(index) if isinstance(model, EntitiesModel) else None


def _elided(words: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
