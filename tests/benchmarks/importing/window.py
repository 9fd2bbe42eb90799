"""Whether the window keeps its frames while a feed of 10,000 entries of 4 KB is imported into it, its list scrolling.

What frames take by the clock counts what other programs do; what they take of the window's thread does not.
"""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from programs.frames import LONGEST_FRAME_MS, Drawn, Frames, hundredth, share_of_late, waited
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from importing.bulk import ENTRIES, written_feed
from importing.figure import Figure
from reader.catalogue.query import Query
from reader.gui.fonts import FontLoader
from reader.gui.library_bridge import QueuedCalls
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.theme import ARGUMENTS
from reader.gui.window_state import WindowState
from reader.library import Library
from reader.settings import Settings
from reader.store.layout import Places

AT_REST_MS = 4000
AFTERWARDS_MS = 1000  # in which the frame comes that the end of the import takes


def figures() -> Iterator[Figure]:
    """Import the feed into a window, and yield how its frames came."""
    application = QApplication.instance() or QApplication(list(ARGUMENTS))
    with tempfile.TemporaryDirectory(prefix="hamish-window-") as folder:
        root = Path(folder)
        feed = written_feed(root)
        calls = QueuedCalls()
        library = Library(Places(root / "library", root / "state", root / "cache"), calls.post)
        reader = Reader(application, library, Taste(Settings(language="ar", theme="paper"), None, "ar"), FontLoader())
        reader.start(WindowState(width=1280, height=800))
        reader.whole.survey.stop()
        waited(AT_REST_MS)
        gc.freeze()  # as the program does at its start (reader/gui/quick_start.py)
        loop, frames, begun = QEventLoop(), Frames(reader), perf_counter()
        reader.import_files.finished.connect(loop.quit)
        reader.import_files.import_paths([feed])
        loop.exec()
        took = perf_counter() - begun
        waited(AFTERWARDS_MS)
        yield Figure(f"{ENTRIES} entries until the report", took, unit="s", places=1)
        yield from _of(frames.end())
        yield Figure("articles that are not there", ENTRIES - library.count(Query()), 0, at_least=False, places=0)
        reader.close()
        library.flush()
        library.close()


def _of(drawn: Drawn) -> Iterator[Figure]:
    longest = LONGEST_FRAME_MS
    yield Figure("frames meanwhile", len(drawn.late), places=0)
    yield Figure("   the latest, by the clock", drawn.late[-1], longest, at_least=False, unit="ms", places=0)
    yield Figure("   99 of 100 by the clock within", hundredth(drawn.late), unit="ms", places=0)
    yield Figure("   later than that", share_of_late(drawn.late), unit="%")
    yield Figure("   the window's thread, at most", drawn.busy[-1], longest, at_least=False, unit="ms", places=0)
    yield Figure("   99 of 100 of these within", hundredth(drawn.busy), unit="ms", places=0)
    yield Figure("   a program that only sleeps, the latest", drawn.asleep[-1], unit="ms", places=0)
    yield Figure("   of its frames later than that", share_of_late(drawn.asleep), unit="%")
