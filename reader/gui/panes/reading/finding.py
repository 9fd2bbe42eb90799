"""Finding words in the open article: the places are marked, counted and gone through."""

from collections.abc import Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.formatting import Formatter
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.find_bar import FindBar
from reader.gui.panes.reading.hit_marks import HitMarks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_view import PageView
from reader.gui.theme import Theme
from reader.text.search import Finder
from reader.text.spans import Span

SLICE = 0.008
"""For how many seconds places are looked for at a time: half a frame of 60 a second."""

LONGEST_TAKEN = 100
"""How many code points of a selection are taken over as what to find."""

_A_LOOK_AT_THE_CLOCK = 64


class Finding(QObject):
    """Looks for what the bar says, in slices, from where the reader was; goes round at either end.

    `found` says that the places are all there; until then it `is_looking`.
    """

    found = Signal()

    def __init__(self, view: PageView, theme: Theme, formatter: Formatter, pane: QWidget, column: QVBoxLayout) -> None:
        super().__init__(pane)
        self._view = view
        self._theme = theme
        self.formatter = formatter
        self.bar = FindBar(theme, pane)
        column.addWidget(self.bar)
        self.scroll_marks = HitMarks(view, theme)
        self._finder = Finder("")
        self._origin = 0
        self._hits: list[Span] = []
        self._coming: Iterator[Span] = iter(())
        self.is_looking = False
        self._at = -1
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._look_on)
        self.bar.asked.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        self.bar.hide()

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self.bar.isHidden()

    @property
    def hits(self) -> tuple[Span, ...]:
        """The places found so far."""
        return tuple(self._hits)

    @property
    def current(self) -> Span | None:
        """The place that the reader is at."""
        return self._hits[self._at] if 0 <= self._at < len(self._hits) else None

    def open(self) -> None:
        """Open the bar with what is selected, or what was looked for last."""
        displayed = self._view.page.displayed
        if displayed is None:
            return
        chosen = self._view.selected_span()
        self._origin = chosen.start if len(chosen) else self._view.top()[0]
        self.show_text(displayed.text)
        self.bar.show()
        words = chosen.of(displayed.text)
        if words and len(words) <= LONGEST_TAKEN and "\n" not in words and words != self.bar.words:
            self.bar.field.setText(words)
        else:
            self._ask()
        self.bar.field.selectAll()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_text(self, text: str) -> None:
        """Look in another text from now on."""
        if text != self._finder.text:
            self._finder = Finder(text)
            self._forget()
            if self.is_open:
                self._origin = 0
                self._ask()

    def show_found(self, hits: Sequence[Span], *, stay: bool = False) -> None:
        """Mark places that were found elsewhere, and go to the first, or `stay`; the bar stays closed, or open."""
        if not self.is_open:
            at = max(self._at, 0) if stay else 0
            self._forget()
            self._hits, self._at = list(hits), min(at, len(hits) - 1)
            self._show_hits()
            self._show_current()
            if hits and not stay:
                self._view.reveal(hits[0])

    def close(self) -> None:
        """Close the bar; the place that was reached is selected, so that it can be marked or copied."""
        if not self.is_open:
            return
        reached = self.current
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)  # before Qt hands it on, as if by Tab, with a ring
        self.bar.hide()
        self._forget()
        if reached is not None:
            self._view.select(reached)

    def step(self, way: int) -> None:
        """Go to the next place for 1, to the one before for −1, round the article's ends."""
        if not self.is_open and not self._hits:
            self.open()
            return
        if way < 0:
            self._find_all()
        if not self._hits:
            return
        if self._at + way >= len(self._hits):
            self._find_all()
        self._at = (self._at + way) % len(self._hits)
        self._origin = self._hits[self._at].start
        self._show_current()
        self._view.reveal(self._hits[self._at])

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.scroll_marks.set_theme(theme)
        self._show_hits()
        self._show_current()

    def _ask(self) -> None:
        self._forget()
        self._coming = self._finder.find(self.bar.words, exact=self.bar.is_exact, whole_words=self.bar.is_whole)
        self.is_looking = True
        self._look_on()
        if self.is_looking:
            self._timer.start()

    def _look_on(self) -> None:
        """Look for a few ms; go to the first place behind where the reader was as soon as it is found."""
        began = perf_counter()
        for number, hit in enumerate(self._coming, start=1):
            self._hits.append(hit)
            if number % _A_LOOK_AT_THE_CLOCK == 0 and perf_counter() - began > SLICE:
                break
        else:
            self.is_looking = False
            self._timer.stop()
        if self._at < 0 and self._hits and (self._hits[-1].end > self._origin or not self.is_looking):
            self._at = next((at for at, hit in enumerate(self._hits) if hit.end > self._origin), 0)
            self._view.reveal(self._hits[self._at])
        if not self.is_looking or not self._view.overlay.marks(Layer.HITS):
            self._show_hits()
        self._show_current()
        if not self.is_looking:
            self.found.emit()

    def _find_all(self) -> None:
        if self.is_looking:
            self._hits += self._coming
            self._look_on()

    def _forget(self) -> None:
        self._timer.stop()
        self._coming = iter(())
        self._hits, self._at, self.is_looking = [], -1, False
        self._show_hits()
        self._show_current()

    def _show_hits(self) -> None:
        look = looks.hit(self._theme, is_current=False)
        self._view.overlay.show(Layer.HITS, [Mark(str(at), hit, look) for at, hit in enumerate(self._hits)])
        self.scroll_marks.show_hits(self._hits)

    def _show_current(self) -> None:
        is_asked = bool(self.bar.words.strip()) and self.is_open
        self.bar.show_count(self._counted() if is_asked else "", can_step=len(self._hits) > 1)
        current, reached = self.current, looks.hit(self._theme, is_current=True)
        self._view.overlay.show(Layer.HIT, [Mark("hit", current, reached)] if current is not None else [])
        self._view.viewport().update()

    def _counted(self) -> str:
        """Return how many places there are, and which of them the reader is at."""
        count = len(self._hits)
        if self.is_looking:
            return f"{self.formatter.number(count)}…"
        if count < 2 or self._at < 0:  # noqa: PLR2004 - one of one says no more
            return self.formatter.counted(self.tr("%n result(s)", "", count))
        words = self.formatter.counted(self.tr("%n result(s)", "after of", count))
        return self.tr("%1 of %2").replace("%1", self.formatter.number(self._at + 1)).replace("%2", words)
