"""Where in the article the found places stand, drawn over the scroll bar."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.gui.panes.reading.page_view import PageView
from reader.gui.theme import Theme
from reader.text.spans import Span

THICKNESS = 2


class HitMarks(QWidget):
    """A line for each place over the whole length of the scroll bar. The mouse goes through it."""

    def __init__(self, view: PageView, theme: Theme) -> None:
        super().__init__(view.verticalScrollBar())
        self._view = view
        self._theme = theme
        self._hits: Sequence[Span] = ()
        self._lines: tuple[int, ...] = ()
        self._known: tuple[int, int, float] = (-1, -1, -1.0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.verticalScrollBar().installEventFilter(self)
        self.hide()

    @property
    def lines(self) -> tuple[int, ...]:
        """Where the lines are drawn, in px from the scroll bar's top."""
        standing = (self._view.builder.built, self.height(), self._view.document().size().height())
        if standing != self._known:
            self._known = standing
            self._lines = tuple(sorted(set(self._places())))
        return self._lines

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Draw these places, which come in the text's order."""
        self._hits = tuple(hits)
        self._known = (-1, -1, -1.0)
        self.resize(self._view.verticalScrollBar().size())
        self.setVisible(bool(hits))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the scroll bar."""
        if event.type() is QEvent.Type.Resize:
            self.resize(self._view.verticalScrollBar().size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        colour = self._theme.colour("accent")
        for line in self.lines:
            painter.fillRect(0, line, self.width(), THICKNESS, colour)

    def _places(self) -> Iterable[int]:
        """Yield a line for each place, asked of Qt once a paragraph; what is not built yet stands by its letters."""
        page, length = self._view.page, self.height() - THICKNESS
        displayed = page.displayed
        if displayed is None:
            return
        whole = self._view.document().size().height()
        letters = max(len(displayed.text), 1)
        boxes: dict[int, tuple[float, float]] = {}
        for hit in self._hits:
            number = displayed.to_place(hit.start).paragraph
            paragraph = displayed.paragraphs[number]
            if number not in boxes and page.is_complete and (block := page.block(number)) is not None:
                box = self._view.document().documentLayout().blockBoundingRect(block)
                boxes[number] = (box.top() / whole, box.height() / whole)
            inside = (hit.start - paragraph.start) / max(paragraph.end - paragraph.start, 1)
            top, height = boxes.get(number, (hit.start / letters, 0.0))
            yield round((top + inside * height) * length)
