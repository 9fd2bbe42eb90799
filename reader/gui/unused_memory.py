"""Python's search for unused objects that hold each other, while nobody waits for the window."""

import gc

from PySide6.QtCore import QObject, QTimer

QUIET_MS = 1500
"""For how long nothing must have moved on the page."""

SOME, MUCH = 20_000, 1_000_000
"""How many objects must have come, less those that went, to search in quiet, and for Python to search by itself."""


PYTHONS_OWN = gc.get_threshold()
"""When Python searches by itself, as long as nobody says otherwise."""


class UnusedMemory(QObject):
    """Searches in the place of Python, on the window's thread; Python has its own way again when this goes.

    Python searches whenever 700 objects came, on the thread that made the last one, and at times through all there are:
    with a book open that takes 60 ms, four frames. And Qt's objects are not to be freed on another thread than theirs.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.set_threshold(MUCH)
        parent.destroyed.connect(lambda: gc.set_threshold(*PYTHONS_OWN))
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._search)

    def wait(self) -> None:
        """Search later: something is going on."""
        gc.set_threshold(MUCH)  # again, for another window may have gone meanwhile
        self._quiet.start()

    def _search(self) -> None:
        if gc.get_count()[0] >= SOME:
            gc.collect()
