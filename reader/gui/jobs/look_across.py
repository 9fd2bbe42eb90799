"""Ask where someone stands in all articles, and which places the library knows, without keeping the window waiting."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.gui.background import Background
from reader.library import Library

if TYPE_CHECKING:
    from reader.across import Across, Appearances
    from reader.catalogue.names import KnownPlace


class LookAcross(QObject):
    """Answers are keyed by what they are about; a newer question makes an older answer unwanted.

    `found` carries Appearances, `places_found` a list of KnownPlace.
    """

    found = Signal(object)
    places_found = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._library = library

    @cached_property
    def _across(self) -> "Across":
        return self._library.across()

    def look_for(self, key: str) -> None:
        """Ask where someone or something stands in all articles."""
        across = self._across

        def work(_: Any) -> "Appearances":
            return across.appearances(key)

        self._background.ask("appearances", work, self.found.emit, self._fail)

    def look_for_places(self) -> None:
        """Ask for all places of the library."""
        across = self._across

        def work(_: Any) -> "list[KnownPlace]":
            return across.places()

        self._background.ask("places", work, self.places_found.emit, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.failed.emit(error)
        else:
            self._background.failed.emit(error)
