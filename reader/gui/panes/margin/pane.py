"""The margin: the reader's notes beside their passages, moving with the page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRect, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QStyle, QWidget

from reader.annotations.highlight import PlacedHighlight
from reader.gui.panes.margin.arranging import Slot, arrange
from reader.gui.theme import Theme
from reader.gui.widgets.note_text import NoteSetting
from reader.settings import Settings
from reader.text.direction import Direction

if TYPE_CHECKING:
    from reader.gui.panes.margin.note_card import NoteCard

GAP = 8
"""Least space in px between two cards, and between a card and the pane's edge."""

SLIDE_MS = 180

NEAR = 400
"""How far in px above and below the pane cards are made: they stand ready when they are scrolled in."""

ABOVE = -10_000.0
"""Where the note on the whole article stands while the page's beginning is not built yet: out of sight."""

_HINT_TOP, _HINT_SIDE = 96, 24


class MarginPane(QWidget):
    """Shows the notes of one article. `scroll_requested` carries px: the page scrolls for both. `came`: place it again.

    Only cards in and near the pane are widgets; of the others the height is known.
    """

    note_edited = Signal(str, str)
    note_finished = Signal(str)
    place_confirmed = Signal(str)
    place_wanted = Signal(str)
    recolour_requested = Signal(str, str)
    removal_requested = Signal(list)
    highlight_chosen = Signal(str)
    scroll_requested = Signal(int)
    came = Signal()

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("margin")
        self.setAccessibleName(self.tr("Margin"))
        self._setting = NoteSetting(theme, settings, self._fallback())
        self._highlights: dict[str, PlacedHighlight] = {}
        self._tops: Mapping[str, float] = {}
        self._cards: dict[str, NoteCard] = {}
        self._heights: dict[str, tuple[str, int, int]] = {}
        self._places: dict[str, float] = {}
        self._chosen = ""
        self._to_edit = ""
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.setStartValue(1.0)
        self._slide.setEndValue(0.0)
        self._slide.valueChanged.connect(self._move_cards)
        self._slid_from: dict[str, float] = {}

    # -- showing

    def show_notes(self, highlights: Sequence[PlacedHighlight]) -> None:
        """Show the notes of these highlights; those without a note have no card."""
        self._highlights = {placed.highlight.id: placed for placed in highlights}
        for mark, card in list(self._cards.items()):
            if mark in self._highlights:
                card.show_note(self._highlights[mark])
            else:
                self._drop(mark)
        if self._chosen not in self._highlights:
            self._chosen = ""
        self._arrange(is_sliding=True)
        self.update()

    def place(self, tops: Mapping[str, float]) -> None:
        """Say where the passages stand now, in px below the pane's top; those that are not there yet are left out."""
        self._tops = tops
        self._arrange()
        if self._to_edit in self._highlights and self._top(self._to_edit) is not None:
            self.edit(self._to_edit)

    def choose(self, mark: str) -> None:
        """Show a highlight's note at the height of its passage, whatever stands there."""
        self._chosen = mark
        for card in self._cards.values():
            card.set_chosen(chosen=card.mark == mark)
        self._arrange(is_sliding=True)

    def edit(self, mark: str) -> None:
        """Begin writing a highlight's note; as soon as it is here, if it is still to come."""
        self._chosen = mark
        if mark not in self._highlights or self._top(mark) is None:
            self._to_edit = mark
            return
        self._to_edit = ""
        if mark not in self._cards:
            self._cards[mark] = self._make(mark)
        self._cards[mark].open_editor()
        self.choose(mark)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._set_anew(NoteSetting(theme, self._setting.settings, self._fallback()))

    def set_settings(self, settings: Settings) -> None:
        """Set the notes to another taste."""
        self._set_anew(NoteSetting(self._setting.theme, settings, self._fallback()))

    def finish_writing(self) -> None:
        """Tell what was typed, and close the editor."""
        for card in list(self._cards.values()):
            card.close_editor()

    # -- Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the notes to another width."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand where the passages are by now."""
        super().showEvent(event)
        self._arrange()
        self.came.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._slide.stop()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        step = event.pixelDelta().y() or event.angleDelta().y()
        self.scroll_requested.emit(-step)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what belongs here while nothing does."""
        super().paintEvent(event)
        if self._highlights:
            return
        painter = QPainter(self)
        theme = self._setting.theme
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("faint"))
        box = QRect(_HINT_SIDE, _HINT_TOP, self.width() - 2 * _HINT_SIDE, self.height() - _HINT_TOP)
        words = self.tr("Select a passage of the article to highlight it or to write a note beside it.")
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, words)
        painter.end()

    # -- inside

    def _fallback(self) -> Direction:
        return Direction.RTL if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else Direction.LTR

    def _set_anew(self, setting: NoteSetting) -> None:
        self.finish_writing()
        self._setting = setting
        self._heights.clear()
        for mark in list(self._cards):
            self._drop(mark)
        self._arrange()
        self.update()

    def _shown(self) -> list[str]:
        """Return the highlights that have a card, in the order of their passages; those without a place come last."""
        open_cards = {mark for mark, card in self._cards.items() if card.editor is not None}
        shown = [mark for mark, placed in self._highlights.items() if placed.highlight.note or mark in open_cards]
        tops = {mark: top for mark in shown if (top := self._top(mark)) is not None}
        return sorted(tops, key=tops.__getitem__) + [
            mark for mark in shown if self._highlights[mark].span is None and mark not in tops
        ]

    def _top(self, mark: str) -> float | None:
        """Return where a note wants to stand; one on the whole article, while it is chosen, in sight at the top."""
        top = self._tops.get(mark)
        if not self._highlights[mark].highlight.is_on_article:
            return top
        top = ABOVE if top is None else top
        return max(top, GAP) if mark == self._chosen else top

    def _arrange(self, *, is_sliding: bool = False) -> None:
        if not self.isVisible():
            return
        shown = self._shown()
        last = max(self._tops.values(), default=0.0)
        heights = {mark: self._height(mark) for mark in shown}
        tops = {mark: self._top(mark) for mark in shown}
        slots = [Slot(last if top is None else top, heights[mark]) for mark, top in tops.items()]
        chosen = shown.index(self._chosen) if self._chosen in shown else None
        old = self._present_places()
        self._places = dict(zip(shown, arrange(slots, GAP, chosen), strict=True))
        self._make_near(heights)
        if is_sliding and self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0:
            self._slid_from = {mark: old[mark] - place for mark, place in self._places.items() if mark in old}
            self._slide.stop()
            self._slide.start()
        self._move_cards()

    def _present_places(self) -> dict[str, float]:
        return {mark: float(card.y()) for mark, card in self._cards.items() if not card.isHidden()}

    def _make_near(self, heights: Mapping[str, int]) -> None:
        """Have widgets for the cards in and near the pane, and for the one that is written; drop the others."""
        for mark, place in self._places.items():
            is_near = place < self.height() + NEAR and place + heights[mark] > -NEAR
            if is_near and mark not in self._cards:
                self._cards[mark] = self._make(mark)
            elif not is_near and mark in self._cards and self._cards[mark].editor is None:
                self._drop(mark)
        for mark in [mark for mark, card in self._cards.items() if mark not in self._places and card.editor is None]:
            self._drop(mark)

    def _make(self, mark: str) -> "NoteCard":
        from reader.gui.panes.margin.note_card import NoteCard

        card = NoteCard(self._highlights[mark], self._setting, self)
        card.set_chosen(chosen=mark == self._chosen)
        card.chosen.connect(self._choose)
        card.edited.connect(self.note_edited)
        card.closed.connect(self._finish)
        card.removal_requested.connect(lambda removed: self.removal_requested.emit([removed]))
        card.recolour_requested.connect(self.recolour_requested)
        card.place_confirmed.connect(self.place_confirmed)
        card.place_wanted.connect(self.place_wanted)
        card.resized.connect(self._arrange)
        card.setGeometry(GAP, 0, self._card_width(), card.lay_out(self._card_width()))
        return card

    def _drop(self, mark: str) -> None:
        card = self._cards.pop(mark)
        card.hide()
        card.deleteLater()

    def _finish(self, mark: str) -> None:
        self.note_finished.emit(mark)
        self._arrange(is_sliding=True)

    def _choose(self, mark: str) -> None:
        self.choose(mark)
        self.highlight_chosen.emit(mark)

    def _height(self, mark: str) -> int:
        width = self._card_width()
        if mark in self._cards:
            return self._cards[mark].lay_out(width)
        note = self._highlights[mark].highlight.note
        known = self._heights.get(mark)
        if known is None or known[:2] != (note, width):
            from reader.gui.panes.margin.note_card import card_height

            known = (note, width, card_height(self._highlights[mark], self._setting, width))
            self._heights[mark] = known
        return known[2]

    def _card_width(self) -> int:
        return max(self.width() - 2 * GAP, 1)

    def _move_cards(self) -> None:
        is_sliding = self._slide.state() is QVariantAnimation.State.Running
        share = float(self._slide.currentValue()) if is_sliding else 0.0
        for mark, place in self._places.items():
            card = self._cards.get(mark)
            if card is not None:
                y = place + self._slid_from.get(mark, 0.0) * share
                card.setGeometry(GAP, round(y), self._card_width(), self._height(mark))
                card.show()
