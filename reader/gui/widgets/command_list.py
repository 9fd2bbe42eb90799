"""A list of commands with their keys, narrowed by typing in either language."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.gui.theme import Theme
from reader.gui.widgets.command_row import CommandRow
from reader.text.folding import fold

ROW_ROLE = Qt.ItemDataRole.UserRole + 1

ROW_HEIGHT, _HEADING_HEIGHT = 36, 40
_SIDE, _KEY_PADDING, _GAP = 12, 8, 6
_KEY_HEIGHT = 22


class CommandList(QListWidget):
    """Shows rows, as many as fit what was typed. `itemActivated` tells the choice, as in any list."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commands")
        self.setAccessibleName(name)
        self.setItemDelegate(_CommandDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def chosen(self) -> str:
        """The id of the row that is chosen, or nothing."""
        item = self.currentItem()
        return row_of(item).id if item is not None else ""

    def show_rows(self, rows: Sequence[CommandRow]) -> None:
        """Show these rows and choose the first command; the one that was chosen stays so if it is there."""
        before = self.chosen
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(ROW_ROLE, row)
            if row.id:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join((row.words, *row.keys)))
            else:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        ids = [row.id for row in rows]
        wanted = before if before and before in ids else next(filter(None, ids), "")
        self.setCurrentRow(ids.index(wanted) if wanted else -1)

    def step(self, way: int) -> None:
        """Choose the next command, or with −1 the one before, over headings and from the end to the beginning."""
        commands = [at for at in range(self.count()) if row_of(self.item(at)).id]
        if commands:
            here = commands.index(self.currentRow()) if self.currentRow() in commands else -1
            self.setCurrentRow(commands[(here + way) % len(commands)])


def row_of(item: QListWidgetItem) -> CommandRow:
    """Return what an item of the list shows."""
    row: CommandRow = item.data(ROW_ROLE)
    return row


def fitting(rows: Sequence[CommandRow], typed: str) -> list[CommandRow]:
    """Return the commands that have every word that was typed, without headings; first those that begin with it.

    Tashkeel, forms of hamza and capitals do not count. With nothing typed all rows are returned.
    """
    wanted = fold(typed).split()
    if not wanted:
        return list(rows)
    ranked = []
    for at, row in enumerate(rows):
        searched = fold(f"{row.words}\n{row.also}")
        if row.id and all(word in searched for word in wanted):
            begins = fold(row.words).startswith(wanted[0])
            starts_word = any(word.removeprefix("ال").startswith(wanted[0]) for word in searched.split())
            ranked.append((not begins, not starts_word, at))
    return [rows[at] for _, _, at in sorted(ranked)]


class _CommandDelegate(QStyledItemDelegate):
    """Draws the words at the leading side and each of the keys in a frame of its own at the trailing side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how tall a row is."""
        return QSize(0, ROW_HEIGHT if index.data(ROW_ROLE).id else _HEADING_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row: CommandRow = index.data(ROW_ROLE)
        rect, direction = option.rect, option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected and row.id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent", 0.12))
            painter.drawRoundedRect(rect, 6, 6)
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        taken = self._paint_keys(painter, row.keys, room, direction)
        left, right = (taken, 0) if direction is Qt.LayoutDirection.RightToLeft else (0, taken)
        painter.setFont(self._theme.font("control" if row.id else "pane_title"))
        painter.setPen(self._theme.colour("text" if row.id else "quiet"))
        leading = Qt.AlignmentFlag.AlignLeft
        aligned = QStyle.visualAlignment(direction, leading) | Qt.AlignmentFlag.AlignVCenter
        words_room = room.adjusted(left, 0, -right, 0 if row.id else 4)
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, words_room.width())
        painter.drawText(words_room, aligned, words)
        painter.restore()

    def _paint_keys(self, painter: QPainter, keys: Sequence[str], room: QRect, direction: Qt.LayoutDirection) -> int:
        """Draw the keys, the first one outermost; return how many px they take."""
        painter.setFont(self._theme.font("count"))
        taken = 0
        for each in keys:
            width = max(painter.fontMetrics().horizontalAdvance(each) + 2 * _KEY_PADDING, _KEY_HEIGHT)
            x = room.right() - taken - width
            y = room.center().y() - _KEY_HEIGHT // 2
            cap = QStyle.visualRect(direction, room, QRect(x, y, width, _KEY_HEIGHT))
            painter.setPen(QPen(self._theme.colour("edge", 0.6), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(self._theme.colour("quiet"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, each)
            taken += width + _GAP
        return taken
