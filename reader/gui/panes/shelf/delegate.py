"""How a row of the shelf is drawn: an icon, the name, and a quiet number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.gui.formatting import Formatter, isolated
from reader.gui.icons import pixmap
from reader.gui.theme import Theme
from reader.gui.widgets.row_ground import paint_row_ground
from reader.gui.widgets.row_list import RowState
from reader.gui.widgets.text_lines import leading

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 34
_SIDE, _ICON, _GAP = 16, 16, 8
_ICONS = {"library": "library", "smart": "filter", "case": "folder", "new": "add", "trash": "delete"}


class ShelfDelegate(QStyledItemDelegate):
    """Draws rows. `target` is the id, or the kind, of the row that something is dragged over."""

    def __init__(self, theme: Theme, formatter: Formatter, parent: QWidget) -> None:
        super().__init__(parent)
        self.target = ""
        self.set_look(theme, formatter)

    def set_look(self, theme: Theme, formatter: Formatter) -> None:
        """Take over a theme, and digits."""
        self._theme, self._formatter = theme, formatter

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        kind, folder, name, number = index.data(ROW_ROLE)
        rect, is_rtl = QRectF(option.rect), self._formatter.is_rtl
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_target = bool(self.target) and self.target == (folder or kind)
        state = RowState(
            is_chosen=is_chosen,
            is_hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            is_focused=is_target or (is_chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)),
        )
        paint_row_ground(painter, rect.adjusted(8, 1, -8, -1), self._theme, state)
        inside = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        picture = pixmap(_ICONS[kind], self._theme.colour("accent" if is_chosen else "quiet"), rtl=is_rtl, size=_ICON)
        at = inside.right() - _ICON if is_rtl else inside.left()
        painter.drawPixmap(QPointF(at, inside.center().y() - _ICON / 2), picture)
        taken = _ICON + _GAP
        inside = inside.adjusted(0, 0, -taken, 0) if is_rtl else inside.adjusted(taken, 0, 0, 0)
        if number > 0 or (number == 0 and folder):
            inside = self._paint_number(painter, inside, number)
        painter.setFont(self._theme.font("control"))
        painter.setPen(self._theme.colour("quiet" if kind == "new" else "text"))
        words = painter.fontMetrics().elidedText(isolated(name)[0], Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, words, self._option(at_end=False))
        painter.restore()

    def _paint_number(self, painter: QPainter, inside: QRectF, number: int) -> QRectF:
        """Draw a number at the trailing edge; return what is left."""
        words = self._formatter.number(number)
        painter.setFont(self._theme.font("count"))
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(inside, words, self._option(at_end=True))
        taken = painter.fontMetrics().horizontalAdvance(words) + _GAP
        return inside.adjusted(taken, 0, 0, 0) if self._formatter.is_rtl else inside.adjusted(0, 0, -taken, 0)

    def _option(self, *, at_end: bool) -> QTextOption:
        is_rtl = self._formatter.is_rtl
        option = QTextOption(leading(is_rtl=is_rtl is not at_end) | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        return option
