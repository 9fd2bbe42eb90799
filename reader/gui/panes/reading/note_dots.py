"""Where notes stand while the margin is away: a dot beside the line, which opens the note."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.annotations.highlight import PlacedHighlight
from reader.gui.panes.reading.anchors import Anchors
from reader.gui.panes.reading.page_view import PageView
from reader.gui.panes.reading.typesetting import INNER_MARGIN
from reader.gui.theme import Theme
from reader.text.direction import direction_of

SIZE, DOT, STEP = 20, 8, 12
"""Sides of what can be clicked and of what is drawn, and the least distance of two, in px."""

LONGEST_TOLD = 300
"""How many code points of a note are told where the mouse rests."""


class NoteDot(QAbstractButton):
    """Stands for one note, in the colour of its highlight's edge; for one on the whole article in a quiet one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(SIZE, SIZE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard, notes are reached from their highlights
        self._colour = QColor()

    def show_note(self, placed: PlacedHighlight, theme: Theme) -> None:
        """Stand for a note."""
        from html import escape  # with it come the names of all characters, 0.3 MB

        note = placed.highlight.note
        told = note if len(note) <= LONGEST_TOLD else f"{note[:LONGEST_TOLD]}…"
        edge = theme.mark(placed.highlight.colour).edge
        self._colour = theme.colour("quiet") if placed.highlight.is_on_article else QColor(edge)
        self.setAccessibleName(self.tr("Note: %1").replace("%1", note[:LONGEST_TOLD]))
        lines = escape(told).replace("\n", "<br>")  # told as it is written, whatever it looks like to Qt
        self.setToolTip(f'<p dir="{direction_of(note)}">{lines}</p>')
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, larger under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        side = DOT + 2 if self.underMouse() else DOT
        painter.drawEllipse(QRectF((SIZE - side) / 2, (SIZE - side) / 2, side, side))
        painter.end()


class NoteDots(QObject):
    """Puts dots at the column's trailing side, where the margin would be. `chosen` carries the highlight of a note.

    `shown` says which highlights the page shows, and in which theme.
    """

    chosen = Signal(str)

    def __init__(
        self,
        view: PageView,
        anchors: Anchors,
        margin: QWidget,
        shown: Callable[[], tuple[Collection[PlacedHighlight], Theme]],
    ) -> None:
        super().__init__(view)
        self._view, self._anchors, self._margin, self._shown = view, anchors, margin, shown
        self.dots: dict[str, NoteDot] = {}
        margin.installEventFilter(self)

    def follow(self) -> None:
        """Stand where the notes in sight are now; nowhere while the margin shows them."""
        highlights, theme = self._shown()
        is_wanted = not self._margin.isVisible()
        noted = {each.highlight.id: each for each in highlights if each.highlight.note} if is_wanted else {}
        tops = self._tops(noted.values()) if noted else {}
        for mark in [mark for mark in self.dots if mark not in tops]:
            self.dots.pop(mark).deleteLater()
        is_rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = (INNER_MARGIN - SIZE) // 2
        x = left if is_rtl else self._view.viewport().width() - left - SIZE
        last = -SIZE
        for mark, top in sorted(tops.items(), key=lambda each: each[1]):
            if mark not in self.dots:
                self.dots[mark] = self._make(mark)
            last = max(round(top), last + STEP)
            self.dots[mark].show_note(noted[mark], theme)
            self.dots[mark].move(x, last)
            self.dots[mark].show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the margin goes and comes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.follow()
        return False

    def _tops(self, noted: Iterable[PlacedHighlight]) -> dict[str, float]:
        """Return the tops of dots in sight, in px of the viewport."""
        lowered = (self._view.pitch() - SIZE) / 2 - self._view.verticalScrollBar().value()
        found = ((mark, top + lowered) for mark, top in self._anchors.tops(noted))
        return {mark: top for mark, top in found if -SIZE < top < self._view.viewport().height()}

    def _make(self, mark: str) -> NoteDot:
        made = NoteDot(self._view.viewport())
        made.clicked.connect(lambda: self.chosen.emit(mark))
        return made
