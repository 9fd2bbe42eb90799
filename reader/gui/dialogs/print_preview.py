"""The pages as they will be printed, before paper is spent on them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reader.gui.formatting import Formatter
from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.gui.widgets.segmented import Segmented

SIZE = QSize(760, 820)
"""How large the window is, in px, where there is so much room."""

AROUND = 24
"""The space round a page, in px."""

ZOOM, LEAST, MOST = 1.25, 0.25, 4.0
"""How much larger or smaller one step makes the pages, and how small and large they are at most."""

SCROLLED = 60
"""How far a key scrolls a page, in px."""

_TURNED = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SCROLLED = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

_WHOLE, _WIDTH = "whole", "width"


class Pages(Protocol):
    """What is printed, laid out."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    @property
    def size(self) -> QSizeF:
        """The size of one in px of 96 dots an inch."""

    def paint(self, painter: QPainter, number: int, /) -> object:
        """Draw a page, counted from 0, in px of 96 dots an inch."""


class Sheet(QWidget):
    """One page. Qt's own preview draws a record of the page, in which words and full stops change places."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._number, self._zoom = 0, 1.0

    def show_page(self, pages: Pages, number: int, zoom: float) -> None:
        """Show a page, counted from 0; 1 is the size at which the screen shows 96 dots an inch."""
        self._pages, self._number, self._zoom = pages, number, zoom
        self.resize((pages.size * zoom).toSize() + QSize(2 * AROUND, 2 * AROUND))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, its edge and what is printed on it."""
        if self._pages is None:
            return
        painter = QPainter(self)
        paper = self.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        painter.setClipRect(paper)
        painter.translate(AROUND, AROUND)
        painter.scale(self._zoom, self._zoom)
        self._pages.paint(painter, self._number)
        painter.end()


class PrintPreview(QDialog):
    """Shows pages one at a time; `lay_out` makes them, again whenever notes come or go.

    `notes_chosen` says whether notes are printed behind the article; `print_requested` and `pdf_requested` that the
    reader goes on from here.
    """

    notes_chosen = Signal(bool)
    print_requested = Signal()
    pdf_requested = Signal()

    def __init__(
        self,
        lay_out: Callable[[], Pages],
        theme: Theme,
        formatter: Formatter,
        *,
        notes: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._formatter = lay_out, formatter
        self.pages = lay_out()
        self.number, self._zoom = 0, 0.0
        self.setWindowTitle(self.tr("Print preview"))
        self._area = QScrollArea(self)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys are ours
        self._area.viewport().setStyleSheet(f"background: {theme.colours['pane']}")
        self._sheet = Sheet(theme, self._area)
        self._area.setWidget(self._sheet)
        self._place = QLabel(self)
        self._place.setObjectName("quiet")
        self.previous = self._tool("up", self.tr("Previous page"), theme, lambda: self.turn(-1))
        self.next = self._tool("down", self.tr("Next page"), theme, lambda: self.turn(1))
        self._smaller = self._tool("minus", self.tr("Smaller"), theme, lambda: self.zoom_by(1 / ZOOM))
        self._larger = self._tool("add", self.tr("Larger"), theme, lambda: self.zoom_by(ZOOM))
        self.fit = Segmented(((_WHOLE, self.tr("Whole page")), (_WIDTH, self.tr("Page width"))), self.tr("Zoom"), self)
        self.fit.chosen.connect(lambda _: self._fit())
        self.fit.show_value(_WHOLE)
        self.notes = QPushButton(self.tr("With notes"), self)
        self.notes.setCheckable(True)
        self.notes.setProperty("segment", True)
        self.notes.setChecked(notes)
        self.notes.toggled.connect(self._choose_notes)
        self.pdf = QPushButton(self.tr("Save as PDF…"), self)
        self.print = QPushButton(self.tr("Print…"), self)
        self.print.setDefault(True)
        for button, wish in ((self.pdf, self.pdf_requested), (self.print, self.print_requested)):
            button.clicked.connect(self.accept)
            button.clicked.connect(wish)
        self._lay_out()
        room = self.screen().availableGeometry()
        self.resize(min(SIZE.width(), room.width() - 40), min(SIZE.height(), room.height() - 60))

    @property
    def zoom(self) -> float:
        """How large a page is shown: 1 for 96 dots an inch."""
        return self._zoom

    def turn(self, way: int) -> None:
        """Show the next page for 1, the one before for −1; its top."""
        self.number = min(max(self.number + way, 0), self.pages.count - 1)
        self._area.verticalScrollBar().setValue(0)
        self._show()

    def zoom_by(self, factor: float) -> None:
        """Show pages so many times larger."""
        self.fit.show_value("")
        self._zoom = min(max(self._zoom * factor, LEAST), MOST)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn and scroll pages with the keys that do so elsewhere."""
        key, bar = Qt.Key(event.key()), self._area.verticalScrollBar()
        if way := _TURNED.get(key):
            self.turn(way)
        elif way := _SCROLLED.get(key):
            bar.setValue(bar.value() + way * SCROLLED)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new size."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        view, foot = QHBoxLayout(), QHBoxLayout()
        for row in (view, foot):
            row.setContentsMargins(16, 12, 16, 12)
            row.setSpacing(8)
        turning: tuple[QWidget, ...] = (self.previous, self.next, self._place)
        zooming: tuple[QWidget, ...] = (self._smaller, self._larger, self.fit)
        for widget in turning:
            view.addWidget(widget)
        view.addStretch(1)
        for widget in zooming:
            view.addWidget(widget)
        foot.addWidget(self.notes)
        foot.addStretch(1)
        for button in (self.pdf, self.print):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(view)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _tool(self, name: str, words: str, theme: Theme, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, theme, rtl=self.layoutDirection() is Qt.LayoutDirection.RightToLeft, size=18))
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(slot)
        return button

    def _fit(self) -> None:
        """Make the page as large as what was chosen, nothing for what the reader made it."""
        room, page = self._area.maximumViewportSize(), self.pages.size
        wide = (room.width() - 2 * AROUND) / page.width()
        if self.fit.value == _WHOLE:
            self._zoom = min(wide, (room.height() - 2 * AROUND) / page.height())
        elif self.fit.value == _WIDTH:
            bar = self._area.verticalScrollBar().sizeHint().width()
            self._zoom = wide - bar / page.width()
        self._zoom = min(max(self._zoom, LEAST), MOST)
        self._show()

    def _choose_notes(self, on: bool) -> None:  # noqa: FBT001 - a signal gives it so
        self.notes_chosen.emit(on)
        self.pages = self._make()
        self.turn(0)

    def _show(self) -> None:
        self._sheet.show_page(self.pages, self.number, self._zoom)
        number, count = self._formatter.number, self.pages.count
        words = self.tr("Page %1 of %2").replace("%1", number(self.number + 1)).replace("%2", number(count))
        self._place.setText(words)
        self.previous.setEnabled(self.number > 0)
        self.next.setEnabled(self.number < count - 1)
