"""All that one window has round its list of articles, beside the list itself."""

from PySide6.QtCore import QObject, Signal

from reader.gui.first_article import FirstArticle
from reader.gui.jobs.edit_folders import EditFolders
from reader.gui.narrowing import Narrowing
from reader.gui.parts import Parts
from reader.gui.shelving import Shelving
from reader.gui.tagging import Tagging
from reader.gui.travelling import Travelling
from reader.library import Library


class ListSide(QObject):
    """Makes these parts of one window, once everything else is there.

    `export_requested` carries a case folder's name, its notes and the ids of its articles.
    """

    export_requested = Signal(str, str, tuple)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self.folders = EditFolders(library, self)
        self.narrowing = Narrowing(parts, library)
        self.shelving = Shelving(parts, library, self.folders)
        self.travelling = Travelling(parts, library)
        self.tagging = Tagging(parts, library, self.folders)
        FirstArticle(parts)
        self.shelving.export_requested.connect(self.export_requested)
        self.folders.failed.connect(parts.announcer.tell_error)
        self.folders.tagged.connect(parts.announcer.tell_tagged)
        parts.edit_articles.changed_several.connect(parts.announcer.tell_changed)
        self.folders.filled.connect(parts.announcer.tell_filled)
        self.folders.removed.connect(parts.announcer.tell_folder_removed)

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        self.narrowing.show_theme()
        self.shelving.show_theme()

    def finish_writing(self) -> None:
        """Save what was typed into notes."""
        self.shelving.finish_writing()

    def close(self) -> None:
        """Save what was typed, and end what goes on."""
        self.finish_writing()
        self.shelving.counting.stop()
