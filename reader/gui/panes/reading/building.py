"""Building a page a little at a time, so that no frame waits for it, without moving what is in sight."""

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QTextEdit

from reader.gui.panes.reading.page import Page

SLICE = 0.004
"""For how many seconds the page is built at a time: a quarter of a frame of 60 a second.

Twice as much would save a tenth of the work, but a busy machine stops a longer slice half-way, and keys wait for it.
"""

BAR_MS = 100
"""How often the scroll bar is painted while the page is built: it takes as long as laying out 400 letters."""

LETTERS_A_PX = 1.5
"""About how many letters fill a px of the page's height, for building no more than the first screen needs."""

FIRST_PACE = 200_000.0
"""How many letters a second are built, until it has been measured: less than on any machine of the last ten years."""


class Builder(QObject):
    """Builds what a view shows of a page at once, and the rest in slices whenever nothing else is to be done.

    A slice is measured in letters, at the pace of those before it: Qt lays out only when an edit ends. `built` counts
    how often what stands in the document may have moved in it.
    """

    finished = Signal()

    def __init__(self, page: Page, view: QTextEdit) -> None:
        super().__init__(view)
        self._page = page
        self._view = view
        self._pace = FIRST_PACE
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.build_slice)
        self._bar_painted = 0.0
        self.is_building = False
        self.built = 0

    def start(self) -> None:
        """Go on building, if there is something left."""
        if not self._page.is_complete and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Rest."""
        self._timer.stop()

    def build_all(self) -> None:
        """Build what is still missing, now."""
        while not self._page.is_complete:
            self.build_slice()

    def build_until_shown(self, position: int, lowered: float) -> None:
        """Build what the window shows with a code point's line `lowered` px below its top, and scroll there."""
        page, height = self._page, self._view.viewport().height()
        self.built += 1
        while True:
            top = page.line_top(position) if position and page.displayed is not None else None
            wanted = round(top - lowered) if top is not None else 0
            standing = self._view.document().size().height()
            letters = round(LETTERS_A_PX * max(wanted + height - standing, height - standing, -wanted))
            if wanted + height > standing and not page.has_all_below:
                page.build_after(letters)
            elif (height > standing or wanted < 0) and page.first > 0:
                page.build_before(letters)
            else:
                break
        self._view.verticalScrollBar().setValue(max(wanted, 0))

    def build_slice(self) -> None:
        """Build for a few ms: first well below the window, then above it, then the rest."""
        page, bar, viewport = self._page, self._view.verticalScrollBar(), self._view.viewport()
        self.built += 1
        began = perf_counter()
        letters = max(1, round(SLICE * self._pace))
        below = self._view.document().size().height() - bar.value() - viewport.height()
        # What changes is out of sight, but Qt would paint the window for every slice, and setUpdatesEnabled(True) too.
        self.is_building = below > 0
        viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, self.is_building)
        bar.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, began < self._bar_painted + BAR_MS / 1000)
        if not page.has_all_below and (page.first == 0 or below < viewport.height()):
            added = page.build_after(letters)
        else:
            added, moved = page.build_before(letters)
            bar.setValue(bar.value() + round(moved))
        viewport.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        self._show_bar(began)
        self.is_building = False
        self._pace = (self._pace + added / max(perf_counter() - began, SLICE / 10)) / 2
        if page.is_complete:
            self._timer.stop()
            self.finished.emit()

    def _show_bar(self, now: float) -> None:
        """Let the scroll bar be painted again, if its time has come or nothing more will be built."""
        bar = self._view.verticalScrollBar()
        bar.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
        if self._page.is_complete or now >= self._bar_painted + BAR_MS / 1000:
            self._bar_painted = now
            bar.update()
