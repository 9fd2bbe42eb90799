"""How long marking takes in the whole window: from the key to the paint, to the disk; opening; the annotations pane."""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.annotations.highlight import COLOURS  # noqa: E402
from reader.catalogue.marks import MarkQuery  # noqa: E402
from reader.gui.fonts import FontLoader  # noqa: E402
from reader.gui.library_bridge import QueuedCalls  # noqa: E402
from reader.gui.parts import Taste  # noqa: E402
from reader.gui.reader import Reader  # noqa: E402
from reader.gui.snapshot import settle  # noqa: E402
from reader.gui.theme import ARGUMENTS  # noqa: E402
from reader.gui.window_state import WindowState  # noqa: E402
from reader.intake.imported import Imported  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.settings import Settings  # noqa: E402
from reader.store.layout import Places  # noqa: E402
from tests.benchmarks.reading import Measure, Watch, article_of, highlights_of, tell, timed  # noqa: E402

HIGHLIGHTS = 100
ARTICLES, OF_EACH = 200, 50


def main() -> int:
    """Measure, print the table, and return 1 when a median is above its limit."""
    application = QApplication(list(ARGUMENTS))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        calls = QueuedCalls()
        library = Library(Places(root / "library", root / "state", root / "cache"), calls.post, later=calls.post_later)
        short, book = (_added(library, words, words) for words in (600, 10_000))
        _mark(library, book, 1000)
        library.flush()
        taste = Taste(Settings(language="ar", theme="paper"), None, "ar")
        reader = Reader(application, library, taste, FontLoader())
        reader.start(WindowState(width=1280, height=800), short)
        reader.settle()
        settle(reader)
        measures = [*_marking(reader, library, short, root), _opening(reader, short, book), *_listing(reader, library)]
        reader.close()
        library.flush()
        library.close()
    return tell(measures)


def _added(library: Library, words: int, seed: int) -> str:
    return library.add([Imported(article=article_of(words, seed), original=b"")])[0].id


def _mark(library: Library, article: str, count: int) -> None:
    """Put many highlights into an article at once, as bringing a library from elsewhere does."""
    marks, edits = library._marks, []
    for placed in highlights_of(library.article(article), count):
        assert placed.span is not None
        made = marks.make(article, placed.span, placed.highlight.colour, "2026-01-01T00:00:00.000Z")
        edits.append(marks.adding(made, placed.highlight.note))
    library._apply(edits, "")


def _marking(reader: Reader, library: Library, article: str, root: Path) -> list[Measure]:
    """Highlight one passage after the other by key, as a reader does."""
    page = reader.panes.reading
    painted, written = [], []
    fsync = _fsync(root)
    for number, placed in enumerate(highlights_of(library.article(article), HIGHLIGHTS)):
        assert placed.span is not None
        page.scroll_to(placed.span)
        page.view.select(placed.span)
        QApplication.processEvents()
        watch = Watch()
        QTest.keyClick(page.view, Qt.Key(Qt.Key.Key_1 + number % len(COLOURS)))
        QApplication.sendPostedEvents(reader.window, QEvent.Type.UpdateRequest)
        painted.append(watch.took())
        library.flush()
        written.append(watch.took())
        QApplication.processEvents()
    return [
        Measure(f"a highlight is painted after its key, up to {HIGHLIGHTS} in 600 words", painted, 10.0),
        Measure(f"the same on disk; 6 fsyncs here take {6 * fsync:.1f}", written, 10.0 + 6 * fsync),
    ]


def _fsync(root: Path) -> float:
    """Return how long the disk takes for one fsync, in ms. Writing whole takes 3 for a file and 3 for its folder."""
    times = []
    for number in range(20):
        with (root / f"probe{number}").open("wb") as file:
            file.write(b"x" * 4096)
            file.flush()
            times.append(timed(lambda file=file: os.fsync(file.fileno())).wall)  # type: ignore[misc]
    return statistics.median(times)


def _opening(reader: Reader, short: str, book: str) -> Measure:
    times = []
    for _ in range(5):
        reader.open(short)
        QApplication.processEvents()

        def act() -> None:
            reader.open(book)
            reader.panes.reading.first_screen.repaint()

        times.append(timed(act))
        settle(reader)
    return Measure("10,000 words with 1,000 highlights open in the window", times, 150.0)


def _listing(reader: Reader, library: Library) -> list[Measure]:
    """Ask for pages of many annotations, and show the pane."""
    for number in range(ARTICLES):
        _mark(library, _added(library, 300, number), OF_EACH)
    library.flush()
    annotating = library.annotating
    first = timed(lambda: annotating.rows(MarkQuery(), 0, 200))
    count = annotating.count(MarkQuery())
    pages = [timed(lambda: annotating.rows(MarkQuery(), 0, 200)) for _ in range(5)]
    words = [timed(lambda: annotating.rows(MarkQuery(words="المكتبات القديمة"), 0, 200)) for _ in range(5)]
    colours = [timed(lambda: annotating.count(MarkQuery(colour="green"))) for _ in range(5)]
    shown = []
    for on in (True, False, True, False, True):
        took = timed(lambda on=on: (reader.all_marks.show_pane(on=on), reader.window.repaint()))  # type: ignore[misc]
        shown += [took] if on else []
    return [
        Measure(f"taking {count:,} annotations into the index", [first], 5000.0),
        Measure(f"a page of {count:,} annotations", pages, 50.0),
        Measure("the same with these words", words, 50.0),
        Measure("how many are green", colours, 50.0),
        Measure(f"the pane with {count:,} annotations opens", shown, 150.0),
    ]


if __name__ == "__main__":
    sys.exit(main())
