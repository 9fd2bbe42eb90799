"""Links and footnotes in the text: seen, told where they lead, and followed only when they are clicked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.articles.article import Article, Inline, InlineKind
from reader.gui.panes.reading import looks
from reader.gui.panes.reading.looks import Look
from reader.gui.panes.reading.overlay import Layer, Mark
from reader.gui.panes.reading.page_view import PageView
from reader.gui.panes.reading.typesetting import INNER_MARGIN
from reader.gui.theme import Theme
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.panes.reading.part_note import PartNote

OPENED = ("http://", "https://", "mailto:")
"""What a browser or a mail program is asked to open; other addresses can be copied."""

LONGEST_SHOWN = 60
"""How many code points of an address stand in the menu."""


class Links(QObject):
    """Marks links, and answers clicks on them. `address_chosen` wishes an address opened outside.

    A click offers what can be done, Ctrl and a click opens at once; a footnote's number leads to its footnote.
    """

    address_chosen = Signal(str)
    footnote_chosen = Signal(Span)

    def __init__(self, view: PageView, pane: QWidget) -> None:
        super().__init__(pane)
        self._view, self._pane = view, pane
        self._inlines: dict[str, Inline] = {}
        self._footnotes: Mapping[str, Span] = {}
        self._part_note: PartNote | None = None

    def show(self, article: Article, theme: Theme) -> None:
        """Mark an article's links and footnotes, whose numbers need no mark to be seen."""
        looks_of = {InlineKind.LINK: looks.link(theme), InlineKind.FOOTNOTE: Look()}
        self._footnotes = {block.id: span for block, span in article.placed_blocks()}
        self._inlines, marks = {}, []
        for block, span in article.placed_blocks():
            for inline in block.inlines:
                if inline.kind in looks_of and inline.target:
                    key = f"{block.id}@{inline.span.start}"
                    self._inlines[key] = inline
                    marks.append(Mark(key, inline.span.moved(span.start), looks_of[inline.kind]))
        self._view.overlay.show(Layer.LINKS, marks)
        if article.part or self._part_note is not None:
            self._note_above().show_part(article)

    def show_nothing(self) -> None:
        """Say nothing of an article that was closed."""
        if self._part_note is not None:
            self._part_note.hide()

    def told_at(self, point: QPointF) -> str:
        """Return where what is under a point of the viewport leads to, in words for a tool tip."""
        found = self._at(point)
        if found is None:
            return ""
        if found.kind is InlineKind.FOOTNOTE:
            span, displayed = self._footnotes.get(found.target), self._view.page.displayed
            return span.of(displayed.text) if span is not None and displayed is not None else ""
        shown = f"\u2066{found.target}\u2069"
        return f"{shown}\n{self.tr('Ctrl+click opens it in the browser')}" if is_opened(found.target) else shown

    def answer(self, key: str, at: QPoint, *, at_once: bool) -> None:
        """Answer a click on a link; `at` is a place on the screen, `at_once` opens without asking."""
        inline = self._inlines.get(key)
        if inline is None:
            return
        if inline.kind is InlineKind.FOOTNOTE:
            if inline.target in self._footnotes:
                self.footnote_chosen.emit(self._footnotes[inline.target])
        elif at_once and is_opened(inline.target):
            self.address_chosen.emit(inline.target)
        else:
            self._offer(inline.target, at)

    def _note_above(self) -> "PartNote":
        """Return what says above the page that only a part of an article was kept, made when it is first needed."""
        if self._part_note is None:
            from reader.gui.panes.reading.part_note import PartNote

            self._part_note = PartNote(self._pane)
            self._part_note.address_chosen.connect(self.address_chosen)
            layout = self._pane.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self._part_note)
            QWidget.setTabOrder(self._view, self._part_note.open_button)  # before the page Tab would pass it over
            self._view.moved.connect(self._place_note)
        return self._part_note

    def _place_note(self) -> None:
        assert self._part_note is not None
        page = self._view.viewport()
        left = page.mapTo(self._pane, QPoint(INNER_MARGIN, 0)).x()
        self._part_note.stand_over(left, self._pane.width() - left - page.width() + 2 * INNER_MARGIN)

    def _offer(self, address: str, at: QPoint) -> None:
        from reader.gui.widgets.menu import Menu

        menu = Menu(self._pane)
        menu.setObjectName("link_menu")
        shown = address if len(address) <= LONGEST_SHOWN else f"{address[:LONGEST_SHOWN]}…"
        menu.addAction(f"\u2066{shown.replace('&', '&&')}\u2069").setEnabled(False)
        menu.addSeparator()
        if is_opened(address):
            menu.addAction(self.tr("Open in the browser")).triggered.connect(lambda: self.address_chosen.emit(address))
        menu.addAction(self.tr("Copy the address")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(address)
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _at(self, point: QPointF) -> Inline | None:
        keys = [mark.key for layer, mark in self._view.marks_at(point) if layer is Layer.LINKS]
        return self._inlines.get(keys[0]) if keys else None


def is_opened(address: str) -> bool:
    """Say whether an address is of a kind that is handed to the system."""
    return address.lower().startswith(OPENED)
