"""Marking with mouse and keyboard: the bar at a selection or a highlight, and the keys that do the same."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.annotations.highlight import COLOURS, PlacedHighlight, Status
from reader.gui.keys import plain_key
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_input import UsablePage
from reader.gui.theme import Theme
from reader.text.spans import Span
from reader.text.words import snap, snap_passage

if TYPE_CHECKING:
    from reader.gui.panes.reading.grips import Grips
    from reader.gui.panes.reading.selection_bar import Choice, SelectionBar

_KNOBS = 8
"""Px above and below a highlight that its ends take."""

EXCERPT = 40
"""How many code points of each highlight stand in the list of a stack."""


class Marking(QObject):
    """Turns selections, clicks and keys into wishes about highlights. It changes none."""

    highlight_requested = Signal(Span, str, bool)
    highlight_chosen = Signal(str)
    note_requested = Signal(str)
    recolour_requested = Signal(str, str)
    remove_requested = Signal(list)
    place_confirmed = Signal(str)
    quotation_requested = Signal(Span)
    copied = Signal()
    span_requested = Signal(str, Span)
    naming_requested = Signal(Span)

    def __init__(self, view: UsablePage, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self._view = view
        self._theme = theme
        self._looks = {colour: looks.highlight(theme, colour) for colour in COLOURS}
        self._highlights: Mapping[str, PlacedHighlight] = {}
        self._stack: tuple[str, ...] = ()
        self._chosen = ""
        self._colour = COLOURS[0]
        self._is_offered = False
        self._wished: Span | None = None
        self._bar: SelectionBar | None = None
        self._meanings: Mapping[str, str] = {}
        self._open_grips: Grips | None = None
        view.press_first = self._press_first

    @property
    def grips(self) -> "Grips":
        """The ends of the chosen highlight, made when they are first needed."""
        if self._open_grips is None:
            from reader.gui.panes.reading.grips import Grips

            self._open_grips = Grips(self._view)
            self._open_grips.moved.connect(self._ring)
            self._open_grips.chosen.connect(lambda span: self.span_requested.emit(self._chosen, span))
        return self._open_grips

    @property
    def bar(self) -> "SelectionBar":
        """The bar, made when it is first needed: the first frame does without it."""
        if self._bar is None:
            from reader.gui.panes.reading.selection_bar import SelectionBar

            self._bar = bar = SelectionBar(self._theme, self._pane)
            bar.show_meanings(self._meanings)
            bar.colour_chosen.connect(self._use_colour)
            bar.note_chosen.connect(self._write_note)
            bar.copy_chosen.connect(self._copy)
            bar.quotation_chosen.connect(self._copy_quotation)
            bar.naming_chosen.connect(self._ask_for_name)
            bar.removal_chosen.connect(self._remove)
            bar.place_confirmed.connect(self._confirm)
            bar.mark_chosen.connect(self._choose_of_stack)
            bar.closed.connect(self._close_bar)
        return self._bar

    def show_highlights(self, highlights: Mapping[str, PlacedHighlight]) -> None:
        """Draw the highlights that have a place; the bar of one that is gone closes."""
        self._highlights = highlights
        if not highlights:
            self._wished = None
        self._view.show_marks(
            Layer.HIGHLIGHTS,
            [
                Mark(mark, placed.span, self._looks[placed.highlight.colour])
                for mark, placed in highlights.items()
                if placed.span is not None
            ],
        )
        if self._chosen and self._chosen not in highlights:
            self.dismiss()
        elif self._chosen:
            self._offer_highlight()

    def show_meanings(self, meanings: Mapping[str, str]) -> None:
        """Name colours by what the reader means by them."""
        self._meanings = meanings
        if self._bar is not None:
            self._bar.show_meanings(meanings)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's colours."""
        self._theme = theme
        self._looks = {colour: looks.highlight(theme, colour) for colour in COLOURS}
        if self._bar is not None:
            self._bar.set_theme(theme)
        self.show_highlights(self._highlights)

    def dismiss(self) -> None:
        """Close the bar and leave no highlight chosen."""
        self._is_offered = False
        self._chosen = ""
        self._stack = ()
        self._view.show_marks(Layer.FOCUS, ())
        if self._bar is not None:
            self._bar.hide()
        if self._open_grips is not None:
            self._open_grips.hide()

    def offer_selection(self) -> None:
        """Open the bar at what is selected; close it where nothing is."""
        if not len(self._view.selected_span()):
            self.dismiss()
            return
        self._leave_highlight()
        self._is_offered = True
        self.bar.offer_for_selection()
        self.follow()

    def choose(self, marks: tuple[str, ...]) -> None:
        """Open the bar at the first of these highlights; the others lie below it. Close it where there is none.

        Where one of the same ones is chosen already, the next of them is.
        """
        self._wished = None
        if not marks:
            self.dismiss()
            return
        is_again = marks == self._stack and self._chosen in marks
        self._stack = marks
        self._choose_of_stack(marks[(marks.index(self._chosen) + 1) % len(marks)] if is_again else marks[0])

    def step(self, way: int) -> None:
        """Choose the next highlight in the order of the text, for −1 the one before; from the last to the first."""
        placed = sorted((each.span, mark) for mark, each in self._highlights.items() if each.span is not None)
        if not placed:
            return
        order = [mark for _, mark in placed]
        top = self._view.top()[0]
        here = order.index(self._chosen) if self._chosen in order else None
        if here is None:
            after = next((at for at, (span, _) in enumerate(placed) if span.start >= top), 0)
            here = after - 1 if way > 0 else after
        span, mark = placed[(here + way) % len(placed)]
        self._wished = None
        self._stack = (mark, *(other for where, other in placed if other != mark and where.overlaps(span)))
        self._view.reveal(span)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose_of_stack(mark)

    def follow(self) -> None:
        """Keep the bar at its passage after the page moved."""
        if not self._is_offered:
            return
        if self._open_grips is not None:
            self._open_grips.follow()
        box = self._view.bounds(self._passage())
        if self._chosen:
            box.adjust(0, -_KNOBS, 0, _KNOBS)
        origin = QPointF(self._view.viewport().mapTo(self._pane, QPoint(0, 0)))
        self.bar.place(box.translated(origin), QRectF(self._pane.rect()))

    def press(self, event: QKeyEvent) -> bool:
        """Answer a key; say whether it was one of ours."""
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.AltModifier)
        if modifiers:
            return False
        if not self._chosen and not len(self._view.selected_span()) and not self._choose_under_caret():
            return False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self._remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif (key := plain_key(event)) == "n":
            self._write_note(is_exact=_has_alt(event))
        elif key in ("1", "2", "3", "4", "5"):
            self._use_colour(COLOURS[int(key) - 1], is_exact=_has_alt(event))
        else:
            return False
        return True

    def _passage(self) -> Span:
        chosen = self._highlights.get(self._chosen)
        return chosen.span if chosen is not None and chosen.span is not None else self._view.selected_span()

    def _choose_under_caret(self) -> bool:
        """Choose the highlight at the caret, or the one just made, if the caret is not shown."""
        if not self._view.has_caret:
            made = (mark for mark, placed in self._highlights.items() if self._wished and placed.span == self._wished)
            self._chosen = next(made, "")
            return bool(self._chosen)
        marks = self._view.marks_at(QPointF(self._view.cursorRect(self._view.textCursor()).center()))
        found = tuple(mark.key for layer, mark in marks if layer is Layer.HIGHLIGHTS)
        self._chosen = found[0] if found else ""
        return bool(found)

    def _choose_of_stack(self, mark: str) -> None:
        self._chosen = mark
        self._offer_highlight()
        self.highlight_chosen.emit(mark)

    def _offer_highlight(self) -> None:
        chosen = self._highlights[self._chosen]
        self._is_offered = True
        if chosen.span is not None:
            self._ring(chosen.span)
            self.grips.show_at(chosen.span, self._theme)
        choices = [self._choice(mark) for mark in self._stack if mark in self._highlights]
        is_approximate = chosen.status is Status.APPROXIMATE
        self.bar.offer_for_highlight(chosen.highlight.colour, choices, self._chosen, is_approximate=is_approximate)
        self.follow()

    def _choice(self, mark: str) -> "Choice":
        from reader.gui.panes.reading.selection_bar import Choice

        highlight = self._highlights[mark].highlight
        quote = highlight.quote.replace("\n", " ")
        return Choice(mark, highlight.colour, quote if len(quote) <= EXCERPT else f"{quote[:EXCERPT].rstrip()}…")

    def _ring(self, span: Span) -> None:
        self._view.show_marks(Layer.FOCUS, [Mark("chosen", span, looks.ring(self._theme))])

    def _press_first(self, event: QKeyEvent) -> bool:
        """Move the chosen highlight's end by a word with Shift and an arrow, its beginning with Ctrl too."""
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if not (self._chosen and is_arrow and modifiers in (shift, shift | control)):
            return False
        left_is_forward = self.grips.is_rtl(self._passage().start)
        forward = (event.key() == Qt.Key.Key_Left) == left_is_forward
        self.grips.step(is_start=bool(modifiers & control), forward=forward)
        return True

    def _leave_highlight(self) -> None:
        if self._open_grips is not None:
            self._open_grips.hide()
        self._chosen = ""
        self._stack = ()
        self._view.show_marks(Layer.FOCUS, ())

    def _use_colour(self, colour: str, *, is_exact: bool | None = None) -> None:
        self._colour = colour
        if self._chosen:
            self.recolour_requested.emit(self._chosen, colour)
        else:
            self._highlight(with_note=False, is_exact=is_exact)

    def _write_note(self, *, is_exact: bool | None = None) -> None:
        if not self._chosen:
            self._highlight(with_note=True, is_exact=is_exact)
            return
        mark = self._chosen
        self.dismiss()
        self.note_requested.emit(mark)

    def _highlight(self, *, with_note: bool, is_exact: bool | None) -> None:
        """Ask for a highlight of the selection, widened to whole words unless Alt is held."""
        span, displayed = self._view.selected_span(), self._view.page.displayed
        if displayed is None or not len(span):
            return
        if is_exact is None:
            is_exact = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
        wanted = span if is_exact else snap_passage(displayed.text, span)
        self._view.clear_selection()
        self.dismiss()
        self._wished = wanted
        self.highlight_requested.emit(wanted, self._colour, with_note)

    def _remove(self) -> None:
        mark = self._chosen
        self.dismiss()
        if mark:
            self.remove_requested.emit([mark])

    def _confirm(self) -> bool:
        """Take the place of the chosen highlight for its own, if that was not sure; say whether there was anything."""
        chosen = self._highlights.get(self._chosen)
        is_unsure = chosen is not None and chosen.status is Status.APPROXIMATE
        if is_unsure:
            self.place_confirmed.emit(self._chosen)
        return is_unsure

    def _copy(self) -> None:
        displayed = self._view.page.displayed
        if displayed is not None:
            QGuiApplication.clipboard().setText(displayed.copied(self._passage()))
            self.copied.emit()
        self._close_bar()

    def _copy_quotation(self) -> None:
        self.quotation_requested.emit(self._passage())
        self._close_bar()

    def _ask_for_name(self) -> None:
        displayed, passage = self._view.page.displayed, self._passage()
        self._close_bar()
        if displayed is not None and len(passage):
            self.naming_requested.emit(snap(displayed.text, passage))

    def _close_bar(self) -> None:
        self.dismiss()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_alt(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
