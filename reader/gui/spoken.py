"""What someone who does not see the window goes by: the order of the controls, and what is announced."""

from PySide6.QtCore import QObject

from reader.gui.parts import Parts
from reader.gui.widgets.announcing import announce
from reader.gui.widgets.tab_order import order_for_tab
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
