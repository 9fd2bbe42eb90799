"""The page itself: paper, marks, text and caret, and where on it everything is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.gui.panes.reading import decorations, looks
from reader.gui.panes.reading.building import Builder
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.overlay import Layer, Mark, Overlay
from reader.gui.panes.reading.page import Page
from reader.gui.panes.reading.quiet_words import strengthened
from reader.gui.panes.reading.typesetting import INNER_MARGIN, Typesetting
from reader.gui.widgets.viewport import known_viewport
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.panes.reading.pictures import Pictures

ROOM_BELOW = 0.4
"""How much of the window's height stays free below the last line, which can so rise to the middle."""

READING_LINE = 0.4
"""Where in the window's height the paragraph stands that is brought out."""

VEIL = 0.72
"""How opaque the paper is that lies over the other paragraphs."""

_NEAR = 80
"""How far in px around what is painted text and marks are worked out: further than any letter or band reaches."""

_MOST_PAINTED_APART = 2000
"""How many code points of changed marks are painted by themselves; with more the whole window is."""

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class PageView(QTextEdit):
    """Shows one article. Text is drawn as Qt laid it out, never in a selection's colours, which would part letters.

    `moved`: what stands where in the window is different now. `clicked` carries the layers and keys of the marks under
    the mouse, the topmost first. `selected`: the reader has finished selecting something, or nothing. `reserved`
    px at the column's trailing side stay free.
    """

    moved = Signal()
    clicked = Signal(list)
    selected = Signal()
    zoom_requested = Signal(int)
    copied = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._viewport = known_viewport(self)
        self.page = Page(self.document())
        self.overlay = Overlay(self.page)
        self.has_caret = self.is_clicked_with_ctrl = self.is_dimmed = False
        self.is_ringed = False
        self.reserved = 0
        self.pictures: Pictures | None = None
        self._typesetting: Typesetting | None = None
        self.builder = Builder(self.page, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Text of the article"))
        self.selectionChanged.connect(self._show_selection)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.builder.finished.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._tell_moved)

    # -- showing

    def show_page(self, displayed: Displayed, typesetting: Typesetting, position: int, lowered: float = 0.0) -> None:
        """Show an article with the line of a canonical code point `lowered` px below the window's top.

        Position 0 is the page's top.
        What the window shows stands when this returns; the rest is built in slices afterwards, without moving it.
        """
        self._typesetting = typesetting
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, typesetting.theme.colour("page"))
        palette.setColor(QPalette.ColorRole.Text, typesetting.theme.colour("text"))
        self.setPalette(palette)
        self._leave_page()
        self.overlay.forget_geometry()
        self.overlay.show(Layer.SELECTION, ())
        self.has_caret = False
        self._place_column()
        column = self._column()
        self.setLineWrapColumnOrWidth(column + 2 * INNER_MARGIN)
        self.page.set_room_below(ROOM_BELOW * self.viewport().height())
        self.page.open(displayed, typesetting, column, displayed.to_place(position).paragraph if position else 0)
        self.setTextCursor(self.page.cursor_at_beginning())
        self.builder.build_until_shown(position, lowered)
        self.viewport().update()
        self.moved.emit()

    def show_nothing(self) -> None:
        """Leave the page empty."""
        self.builder.stop()
        self._leave_page()
        self.overlay.forget_geometry()

    def _leave_page(self) -> None:
        self.page.close()
        if self.pictures is not None:
            self.pictures.forget_lost()

    def show_again(self, displayed: Displayed, typesetting: Typesetting) -> None:
        """Show the same article set otherwise, with the same words at the same place and the same selection.

        Of another version of its text what stood at the top is found again by its words.
        """
        position, lowered = self.top()
        chosen = self.selected_span()
        before = self.page.displayed.text if self.page.displayed is not None else displayed.text
        if before != displayed.text:
            from reader.annotations.following import moved

            position, chosen = moved(position, before, displayed.text), Span(0, 0)
        self.show_page(displayed, typesetting, position, lowered)
        if len(chosen):
            self.select(chosen)

    def reserve(self, width: int) -> None:
        """Keep so many px free at the column's trailing side."""
        if width != self.reserved:
            self.reserved = width
            self.fit()

    def fit(self) -> None:
        """Keep the column in the middle; set it anew only where it became wider or narrower."""
        self._place_column()
        displayed, typesetting = self.page.displayed, self._typesetting
        if displayed is not None and typesetting is not None:
            if self._column() != self.page.column:
                self.show_again(displayed, typesetting)
            self.page.set_room_below(ROOM_BELOW * self.viewport().height())
            self.moved.emit()

    # -- places

    def top(self) -> tuple[int, float]:
        """Return the canonical code point of the window's first line, and how many px it stands below the top."""
        scrolled = self.verticalScrollBar().value()
        if self.page.displayed is None or (scrolled == 0 and self.page.first == 0):
            return 0, 0.0
        position = self.page.line_start(self.hit(QPointF(self.viewport().width() / 2, 0)))
        return position, (self.page.line_top(position) or 0.0) - scrolled

    def hit(self, point: QPointF) -> int:
        """Return the position in the document that stands nearest to a point of the viewport, in UTF-16 units."""
        at = point + QPointF(0, self.verticalScrollBar().value())
        return max(self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit), 0)

    def selected_span(self) -> Span:
        """Return the canonical stretch that is selected; empty where nothing is."""
        cursor = self.textCursor()
        if self.page.displayed is None or not cursor.hasSelection():
            return Span(0, 0)
        return self.page.span(cursor)

    def select(self, span: Span) -> None:
        """Select a canonical stretch, as far as it is built."""
        cursor = self.page.selection(span)
        if cursor is not None:
            self._put_cursor(cursor)

    def bounds(self, span: Span) -> QRectF:
        """Return the smallest box round a stretch, in px of the viewport; null where it is not built."""
        box = QRectF()
        for rect in self.overlay.bounds(span):
            box = box.united(rect)
        return box if box.isNull() else box.translated(0, -self.verticalScrollBar().value())

    def meta_line(self) -> QRectF | None:
        """Return the box of the line of source and date, its last if there are several, in px of the viewport."""
        displayed = self.page.displayed
        paragraphs = displayed.paragraphs if displayed is not None else ()
        number = next((index for index, paragraph in enumerate(paragraphs[:8]) if paragraph.block is None), None)
        block = self.page.block(number) if number is not None else None
        if block is None or not block.layout().lineCount():
            return None
        line = block.layout().lineAt(block.layout().lineCount() - 1)
        return line.naturalTextRect().translated(self.page.origin(block) - QPointF(0, self.verticalScrollBar().value()))

    def show_marks(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Put these marks on a layer, instead of those that were there; paint anew only where that is to be seen."""
        spans = self.overlay.show(layer, marks)
        if sum(map(len, spans)) > _MOST_PAINTED_APART:
            self.viewport().update()
            return
        scrolled = self.verticalScrollBar().value()
        for span in spans:
            for box in self.overlay.painted(span):
                self.viewport().update(box.translated(0, -scrolled).toAlignedRect())

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self._put_cursor(cursor)

    def marks_at(self, point: QPointF) -> list[tuple[Layer, Mark]]:
        """Return the marks under a point of the viewport, the topmost first; the selection is none."""
        if self.page.displayed is None:
            return []
        position = self.page.displayed.to_position(self.page.place(self.hit(point)))
        found = self.overlay.at(point + QPointF(0, self.verticalScrollBar().value()), position)
        return [(layer, mark) for layer, mark in found if layer is not Layer.SELECTION]

    def reveal(self, span: Span) -> None:
        """Scroll so that a stretch stands in the upper part of the window; stay where it can be seen well already."""
        displayed, typesetting = self.page.displayed, self._typesetting
        if displayed is None or typesetting is None:
            return
        height = self.viewport().height()
        if self.page.block(displayed.to_place(span.start).paragraph) is None:
            self.show_page(displayed, typesetting, span.start, height / 3)
            return
        box = self.bounds(span)
        margin = typesetting.settings.text_size
        if not box.isNull() and (box.top() < margin or box.bottom() > height - margin):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(box.top() - height / 3))

    # -- Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, the marks, then the text, and a caret that does not blink; then go on building."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self.page.displayed is not None:
            area = QRectF(event.rect()).adjusted(0, -_NEAR, 0, _NEAR)
            first, last = self.hit(area.topLeft()), self.hit(area.bottomRight())
            shown = range(self.page.place(first).paragraph, self.page.place(last).paragraph + 1)
            self.page.keep_shapes(shown)
            scrolled = self.verticalScrollBar().value()
            painter.translate(0, -scrolled)
            self.overlay.paint(painter, self.page.canonical(first, last))
            decorations.paint(painter, self.page, shown, self.pictures)
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = area.translated(0, scrolled)
            context.palette = self.palette()
            context.selections = list(strengthened(self.page, self.overlay, shown))
            self.document().documentLayout().draw(painter, context)
            painter.translate(0, scrolled)
            if self.is_dimmed:
                self._dim_others(painter)
            self._paint_focus(painter)
        painter.end()
        self.builder.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new size."""
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, unless paragraphs were added above and what is in sight stays where it is."""
        if not self.builder.is_building:
            super().scrollContentsBy(dx, dy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to those who came by keyboard."""
        super().focusInEvent(event)
        self.is_ringed = event.reason() in _BY_KEYBOARD
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring and the caret away."""
        super().focusOutEvent(event)
        self.is_ringed = False
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self.builder.stop()
        super().hideEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the article's own words for the clipboard, in logical order, without isolates or changed digits."""
        data = QMimeData()
        if self.page.displayed is not None:
            data.setText(self.page.displayed.copied(self.selected_span()))
        return data

    # -- inside

    def pitch(self) -> int:
        """Return the distance of two lines of the body, in px."""
        return self._typesetting.pitch if self._typesetting is not None else 1

    def go_to_end(self, *, last: bool) -> None:
        """Show the beginning or the end of the article."""
        displayed = self.page.displayed
        if displayed is None:
            return
        if last and self.page.last < len(displayed.paragraphs) and self._typesetting is not None:
            self.show_page(displayed, self._typesetting, len(displayed.text), self.viewport().height() / 2)
        elif not last and self.page.first > 0 and self._typesetting is not None:
            self.show_page(displayed, self._typesetting, 0)
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if last else 0)

    def _put_cursor(self, cursor: QTextCursor) -> None:
        """Set the cursor without scrolling to it, as Qt would."""
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def _tell_moved(self) -> None:
        if self.is_dimmed:
            self.viewport().update()
        if not self.builder.is_building and self.page.displayed is not None:
            self.moved.emit()

    def _column(self) -> int:
        assert self._typesetting is not None
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - self.reserved
        return max(min(self._typesetting.column, room - 2 * INNER_MARGIN), 1)

    def _place_column(self) -> None:
        if self._typesetting is None:
            return
        bar = self.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        spare = self.contentsRect().width() - self._column() - 2 * INNER_MARGIN - self.reserved
        leading, trailing = (spare + 1) // 2, max(spare // 2 + self.reserved - taken, 0)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (trailing, leading) if is_rtl else (leading, trailing)
        if (margins := self.viewportMargins()).left() != left or margins.right() != right:
            self.setViewportMargins(left, 0, right, 0)

    def _show_selection(self) -> None:
        span = self.selected_span()
        typesetting = self._typesetting
        marks = [Mark("", span, looks.selection(typesetting.theme))] if typesetting is not None and len(span) else []
        self.show_marks(Layer.SELECTION, marks)

    def _dim_others(self, painter: QPainter) -> None:
        """Lay paper over all paragraphs but the one read: at a caret in sight, else somewhat above the middle."""
        displayed = self.page.displayed
        if displayed is None:
            return
        point = QPointF(self.viewport().width() / 2, READING_LINE * self.viewport().height())
        is_at_caret = self.has_caret and self.cursorRect().intersects(self.viewport().rect())
        at = self.textCursor().position() if is_at_caret else self.hit(point)
        first, after = displayed.around(self.page.place(at).paragraph)
        blocks = [block for number in (first, after - 1) if (block := self.page.block(number)) is not None]
        if not blocks:
            return
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        top = layout.blockBoundingRect(blocks[0]).top() - scrolled
        last = layout.blockBoundingRect(blocks[-1])  # a picture's has the height of its empty line's letters
        bottom = last.top() + max(last.height(), blocks[-1].blockFormat().lineHeight()) - scrolled
        veil = QColor(self.palette().color(QPalette.ColorRole.Base))
        veil.setAlphaF(VEIL)
        painter.fillRect(QRectF(0, 0, self.viewport().width(), top), veil)
        painter.fillRect(QRectF(0, bottom, self.viewport().width(), self.viewport().height() - bottom), veil)

    def _paint_focus(self, painter: QPainter) -> None:
        if self._typesetting is None:
            return
        accent = self._typesetting.theme.colour("accent")
        if self.has_caret and self.hasFocus():
            at = self.cursorRect(self.textCursor())
            painter.fillRect(at.center().x() - 1, at.top(), 2, at.height(), accent)
        if self.is_ringed:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
