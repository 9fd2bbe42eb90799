"""What someone who does not see the window goes by: the order of the controls, and what is announced."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QWidget

from reader.gui.parts import Parts
from reader.gui.widgets.announcing import announce
from reader.library import Library


class Spoken(QObject):
    """Orders one window's controls as they are read, and announces a highlight that is turned to, with its note.

    What was copied is told too, for that is seen nowhere.
    """

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        panes = parts.panes
        order_for_tab((panes.toolbar, panes.articles, panes.reading, panes.margin, parts.window.sidebar))
        panes.reading.highlight_chosen.connect(self._announce_mark)
        panes.reading.copied.connect(parts.announcer.tell_copied)

    def _announce_mark(self, mark: str) -> None:
        highlight = self._library.highlighting.find(mark)
        colours = {
            "yellow": self.tr("Highlighted in yellow"),
            "green": self.tr("Highlighted in green"),
            "blue": self.tr("Highlighted in blue"),
            "pink": self.tr("Highlighted in pink"),
            "violet": self.tr("Highlighted in violet"),
        }
        words = f"{colours[highlight.colour]}: {highlight.quote}"
        if highlight.note:
            words = f"{words}\n{self.tr('Note')}: {highlight.note}"
        announce(self._parts.panes.reading.view, words)


def order_for_tab(regions: tuple[QWidget, ...]) -> None:
    """Let Tab go through these parts of a window one after the other, each in the order it is laid out in."""
    ordered = list(dict.fromkeys(widget for region in regions for widget in _as_laid_out(region)))
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    laid_out = list(_widgets_in(layout)) if layout is not None else []
    inner = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in dict.fromkeys((*laid_out, *inner)):
        if not child.isWindow():
            yield from _as_laid_out(child)


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_in(inner)
