"""Ending as the window's close does when the system asks the program to: at logging out, or Ctrl+C in a terminal."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class AskedToEnd(QObject):
    """Calls `end` in the event loop when a signal asks for it.

    Python handles a signal when its own code runs next, and none runs while Qt waits for events: what wakes Qt is the
    byte that the interpreter writes into a pipe (signal.set_wakeup_fd). Only POSIX systems end programs in this way.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)
        self._end = end
        self._before = [(each, signal.signal(each, _nothing)) for each in SIGNALS]
        signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def close(self) -> None:
        """Leave signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for each, handler in self._before:
            signal.signal(each, handler)
        os.close(self._reading)
        os.close(self._writing)

    def _asked(self) -> None:
        os.read(self._reading, 64)
        self._end()


def _nothing(number: int, frame: object) -> None:
    """Take a signal: what is to be done is done in the event loop."""
