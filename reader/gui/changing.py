"""What all jobs share that turn the reader's wishes into changes of the library."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.errors import ReaderError
from reader.library import Library


class Changing(QObject):
    """Makes changes, and tells with `failed` what is wrong with one that cannot be made."""

    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def _try(self, act: Callable[[], object]) -> bool:
        """Make a change; say whether it was made."""
        try:
            act()
        except ReaderError as error:
            self.failed.emit(error)
            return False
        return True
