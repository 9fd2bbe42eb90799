"""All that one window has round its list of articles, beside the list itself."""

from PySide6.QtCore import QObject

from reader.gui.formatting import Formatter
from reader.gui.narrowing import Narrowing
from reader.gui.parts import Parts
from reader.library import Library


class ListSide(QObject):
    """Makes these parts of one window, once everything else is there."""

    def __init__(self, parts: Parts, library: Library, formatter: Formatter) -> None:
        super().__init__(parts)
        self.narrowing = Narrowing(parts, library, formatter)

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        self.narrowing.show_theme()
