"""What is no longer used, found and given back while nobody waits for the window."""

import gc
import sys
from threading import Thread

from PySide6.QtCore import QObject, QTimer, SignalInstance

QUIET_MS = 1500
"""For how long nothing must have moved on the page."""

SOME, MUCH = 20_000, 1_000_000
"""How many objects must have come, less those that went, to search in quiet, and for Python to search by itself."""


PYTHONS_OWN = gc.get_threshold()
"""When Python searches by itself, as long as nobody says otherwise."""


class UnusedMemory(QObject):
    """Searches in the place of Python, on the window's thread; Python has its own way again when this goes.

    What was free when it searched goes back to the system: what the threads had for their work comes to some MB.

    Python searches whenever 700 objects came, on the thread that made the last one, and at times through all there are:
    with a book open that takes 60 ms, four frames. And Qt's objects are not to be freed on another thread than theirs.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(MUCH)
        parent.destroyed.connect(lambda: gc.set_threshold(*PYTHONS_OWN))
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._search)

    def wait_after(self, *signals: SignalInstance) -> None:
        """Search some time after any of these, each time anew."""
        for signal in signals:
            signal.connect(self.wait)

    def wait(self) -> None:
        """Search later: something is going on."""
        gc.set_threshold(MUCH)  # again, for another window may have gone meanwhile
        self._quiet.start()

    def _search(self) -> None:
        if gc.get_count()[0] >= SOME:
            gc.collect()
        # On a thread of its own: to load what calls it takes a frame, and so may giving back what a long work had.
        Thread(target=give_back, name="memory-goes-back", daemon=True).start()


def give_back() -> None:
    """Give the system the memory in which nothing lies; glibc keeps what is not at the end of what it has."""
    if sys.platform.startswith("linux"):
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim is not None:
            trim(0)
