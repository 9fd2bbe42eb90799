"""How a row of the article list is drawn: a title of two lines at most, and a line of what else is known."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.catalogue.query import Row
from reader.collections.state import Reading
from reader.gui.formatting import Formatter
from reader.gui.icons import pixmap
from reader.gui.panes.articles.model import PASSAGE_ROLE, ROW_ROLE, ArticlesModel
from reader.gui.theme import Theme
from reader.gui.widgets.row_ground import paint_row_ground
from reader.gui.widgets.row_list import RowState
from reader.gui.widgets.text_lines import in_lines, in_one_line
from reader.text.direction import Direction

if TYPE_CHECKING:
    from reader.gui.panes.articles.excerpts import ExcerptPainter
    from reader.gui.panes.articles.lit import LitWords
    from reader.searching import FoundPassage

PADDING_X, PADDING_Y = 16, 12
TITLE_LINES = 2
DOT = 8
BADGE = 14
GAP = 8
STRIP = 2
EXCERPT_LINES, EXCERPT_GAP = 2, 4
KEPT_FACTS = 2
"""How many facts of a row, its source and its date, stay where the first can be cut."""

LEAST_FACT = 0.35
"""What share of a row's width a source that is cut keeps at least; else it stands alone."""

KEPT = 400


@dataclass(frozen=True, slots=True)
class Badge:
    """A picture at the trailing edge of a row, perhaps with a number; `width` px in all."""

    name: str
    words: str
    width: float


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row ready to be drawn at one width."""

    title: QTextLayout
    title_height: float
    badges: tuple[Badge, ...]
    meta: QTextLayout
    lit_title: Sequence[QTextLayout.FormatRange] = ()
    lit_meta: Sequence[QTextLayout.FormatRange] = ()


class ArticleDelegate(QStyledItemDelegate):
    """Draws rows. All rows are as high as two lines of title need, so that a long list costs no measuring.

    `state_of` tells a row's state. The option's own names QStyle, whose enumerations the first frame need not wait for.
    """

    def __init__(
        self,
        theme: Theme,
        formatter: Formatter,
        state_of: Callable[[QModelIndex | QPersistentModelIndex], RowState],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state_of = state_of
        self._kept: OrderedDict[tuple[Row, int, bool, str], SetRow] = OrderedDict()
        self._lit: tuple[str, LitWords] | None = None
        self.set_look(theme, formatter)

    def set_look(self, theme: Theme, formatter: Formatter) -> None:
        """Take over a theme, and digits and direction."""
        self._theme = theme
        self._formatter = formatter
        self._title_font = theme.font("list_title")
        self._unread_font = theme.font("list_title_unread")
        self._meta_font = theme.font("list_meta")
        title, meta = theme.interface_type["list_title"], theme.interface_type["list_meta"]
        self._title_pitch = round(title.px * title.line)
        self._meta_pitch = round(meta.px * meta.line)
        self.row_height = 2 * PADDING_Y + TITLE_LINES * self._title_pitch + self._meta_pitch
        self._excerpt_height = EXCERPT_LINES * self._meta_pitch + EXCERPT_GAP
        self._kept.clear()
        self._excerpts: ExcerptPainter | None = None
        self._lit = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that every row has; what a search found has an excerpt too."""
        model = index.model()
        is_searching = isinstance(model, ArticlesModel) and model.is_searching
        return QSize(200, self.row_height + (self._excerpt_height if is_searching else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        rect = QRect(option.rect)
        is_rtl = self._formatter.is_rtl
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, QRectF(rect).adjusted(2, 1, -2, -1), self._theme, self._state_of(index))
        inside = rect.adjusted(PADDING_X, PADDING_Y, -PADDING_X, -PADDING_Y)
        model = index.model()
        assert isinstance(model, ArticlesModel)
        ready = self._set(row, inside.width(), model)
        passage = index.data(PASSAGE_ROLE) if model.is_searching else None
        excerpt_height = self._excerpt_height if passage is not None else 0
        top = inside.top() + (inside.height() - ready.title_height - excerpt_height - self._meta_pitch) / 2
        painter.setPen(self._theme.colour("quiet" if model.is_missing(row) else "text"))
        ready.title.draw(painter, QPointF(inside.left(), top), ready.lit_title)
        if row.reading is Reading.UNREAD:
            self._paint_dot(painter, rect, top, is_rtl=is_rtl)
        bottom = top + ready.title_height
        if passage is not None:
            self._paint_excerpt(painter, QRectF(inside.left(), bottom, inside.width(), excerpt_height), passage)
            bottom += excerpt_height
        below = QRectF(inside.left(), bottom, inside.width(), self._meta_pitch)
        if ready.badges:
            below = self._paint_badges(painter, below, ready.badges, is_rtl=is_rtl)
        painter.setPen(self._theme.colour("quiet"))
        ready.meta.draw(painter, below.topLeft(), ready.lit_meta)
        if row.reading is Reading.READING and row.progress:
            self._paint_progress(painter, QRectF(inside.left(), below.bottom() + 4, inside.width(), STRIP), row)
        painter.restore()

    def _paint_dot(self, painter: QPainter, rect: QRect, top: float, *, is_rtl: bool) -> None:
        middle = top + self._title_pitch / 2
        x = rect.right() + 1 - PADDING_X + 4 if is_rtl else rect.left() + PADDING_X - 4 - DOT
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(QRectF(x, middle - DOT / 2, DOT, DOT))

    def _paint_progress(self, painter: QPainter, room: QRectF, row: Row) -> None:
        """Draw how far the reader has come, from the side where the article begins."""
        done = room.width() * row.progress / 100
        start = room.right() - done if row.direction is Direction.RTL else room.left()
        painter.fillRect(room, self._theme.colour("line"))
        painter.fillRect(QRectF(start, room.top(), done, room.height()), self._theme.colour("accent", 0.6))

    def _paint_excerpt(self, painter: QPainter, rect: QRectF, passage: "FoundPassage") -> None:
        from reader.gui.panes.articles.excerpts import ExcerptPainter

        if self._excerpts is None:
            self._excerpts = ExcerptPainter(self._theme, self._meta_font, self._meta_pitch, rtl=self._formatter.is_rtl)
        self._excerpts.paint(painter, rect, passage)

    def _paint_badges(self, painter: QPainter, below: QRectF, badges: tuple[Badge, ...], *, is_rtl: bool) -> QRectF:
        """Draw badges at the trailing edge; return what is left of the line."""
        painter.setFont(self._meta_font)
        painter.setPen(self._theme.colour("faint"))
        for badge in badges:
            width = badge.width
            at = below.left() if is_rtl else below.right() - width
            colour = self._theme.colour("accent" if badge.name == "star" else "faint")
            picture = pixmap(badge.name, colour, rtl=is_rtl, size=BADGE)
            picture_x = at + width - BADGE if is_rtl else at
            painter.drawPixmap(QPointF(picture_x, below.top() + (below.height() - BADGE) / 2), picture)
            if badge.words:
                painter.drawText(
                    QRectF(at, below.top(), width, below.height()),
                    Qt.AlignmentFlag.AlignVCenter
                    | (Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight)
                    | Qt.AlignmentFlag.AlignAbsolute,
                    badge.words,
                )
            cut = width + GAP
            below = below.adjusted(cut, 0, 0, 0) if is_rtl else below.adjusted(0, 0, -cut, 0)
        return below

    def _set(self, row: Row, width: int, model: ArticlesModel) -> SetRow:
        key = (row, width, model.is_missing(row), model.query.words if model.is_searching else "")
        kept = self._kept.get(key)
        if kept is None:
            kept = self._set_anew(row, width, model)
            self._kept[key] = kept
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept

    def _set_anew(self, row: Row, width: int, model: ArticlesModel) -> SetRow:
        is_rtl = self._formatter.is_rtl
        font = self._unread_font if row.reading is Reading.UNREAD else self._title_font
        title = in_lines(row.title, font, width, self._title_pitch, TITLE_LINES, row.direction, is_rtl=is_rtl)
        badges = tuple(self._badges(row))
        room = width - sum(badge.width + GAP for badge in badges)
        facts = self._fitting(model.facts(row), room)
        meta = in_one_line(facts, self._meta_font, room, self._meta_pitch, is_rtl=is_rtl)
        lit = self._lit_words(model.query.words) if model.is_searching else None
        return SetRow(
            title=title,
            title_height=title.lineCount() * self._title_pitch,
            badges=badges,
            meta=meta,
            lit_title=lit.in_title(title) if lit else (),
            lit_meta=lit.in_facts(meta) if lit else (),
        )

    def _lit_words(self, typed: str) -> "LitWords":
        from reader.gui.panes.articles.lit import LitWords

        if self._lit is None or self._lit[0] != typed:
            self._lit = (typed, LitWords(typed, self._theme))
        return self._lit[1]

    def _badges(self, row: Row) -> Iterator[Badge]:
        if row.highlights:
            words = self._formatter.number(row.highlights)
            yield Badge("highlight", words, BADGE + QFontMetricsF(self._meta_font).horizontalAdvance(words) + 3)
        if row.starred:
            yield Badge("star", "", BADGE)

    def _fitting(self, facts: tuple[str, ...], width: float) -> str:
        """Return what is known of an article; what has no room goes from the end, until a long source is cut instead.

        So the date stays beside a source with the name of a whole programme.
        """
        metrics = QFontMetricsF(self._meta_font)
        shown = self._formatter.joined(*facts)
        while len(facts) > KEPT_FACTS and metrics.horizontalAdvance(shown) > width:
            facts = facts[:-1]
            shown = self._formatter.joined(*facts)
        over = metrics.horizontalAdvance(shown) - width
        if len(facts) == KEPT_FACTS and over > 0:
            room = metrics.horizontalAdvance(facts[0]) - over
            if room < LEAST_FACT * width:
                return facts[0]
            cut = metrics.elidedText(facts[0], Qt.TextElideMode.ElideRight, room)
            shown = self._formatter.joined(cut.replace("…", "").rstrip() + "…", *facts[1:])
        return shown
