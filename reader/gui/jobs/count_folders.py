"""How many articles each folder holds, counted beside the window."""

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from reader.catalogue.asked import understood
from reader.catalogue.catalogue import Catalogue
from reader.catalogue.choices import numbers_in_folders
from reader.catalogue.query import Query
from reader.errors import ReaderError
from reader.gui.background import Background, Task
from reader.library import Library

IDLE_MS = 300
"""How long nothing must have changed before it is counted again."""


class CountFolders(QObject):
    """`counted` carries how many articles folders hold, by their ids."""

    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._background = library, background
        self._asked: Mapping[str, Query] = {}
        self._soon = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._soon.timeout.connect(self._count)

    def count(self, asked: Mapping[str, Query]) -> None:
        """Count soon what these queries find, by name, and what lies in the case folders."""
        self._asked = dict(asked)
        self._soon.start()

    def stop(self) -> None:
        """Count no longer."""
        self._soon.stop()
        self._background.cancel("folders")

    def _count(self) -> None:
        library, asked, places = self._library, self._asked, self._library.places

        def work(task: Task) -> dict[str, int]:
            numbers = numbers_in_folders(places.catalogue)
            listed, searching = Catalogue(places.catalogue, places.names), library.searching()
            with closing(listed), closing(searching):
                for name, query in asked.items():
                    if task.is_cancelled:
                        break
                    words = understood(query.words)
                    rest = replace(query, words="")
                    numbers[name] = searching.count(words, rest) if words else listed.count(rest)
            return numbers

        self._background.ask("folders", work, self.counted.emit, self._tell)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):  # an index in use is asked with the next change
            self.failed.emit(error)
