"""Files that macOS asks a program to open: it names none at the start, but sends an event for each, early or late."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Watches an application for such events. Files that are chosen together are handed on together.

    What comes before anybody listens is kept until then. A watched application asks here about every event of every
    widget, so that there should be one of these on macOS alone.
    """

    def __init__(self, application: QObject) -> None:
        super().__init__(application)
        self._files: list[Path] = []
        self._asked: Callable[[list[Path]], None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._hand_on)
        application.installEventFilter(self)

    def listen(self, asked: Callable[[list[Path]], None]) -> None:
        """Call `asked` with files from now on, and with those that came already."""
        self._asked = asked
        self._hand_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the file that an event names until all that were chosen with it have come."""
        if event.type() is not QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        if event.file():  # an address alone is not for us: nothing is fetched because something else asks for it
            self._files.append(Path(event.file()))
            self._soon.start()
        return True

    def _hand_on(self) -> None:
        if self._files and self._asked is not None:
            files, self._files = self._files, []
            self._asked(files)
