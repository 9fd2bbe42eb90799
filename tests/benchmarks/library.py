"""How a library grows: what takes how long with 1,000, 10,000 and 100,000 articles, in one table beside its limits.

What happens in the window's thread and in a search is processor time; starts, disks and what goes on in the background
go by the clock. The libraries are made from a seed (programs/synthetic.py). With `--keep FOLDER` they stay there for
the next time: the largest takes minutes to make. `--sizes 1000,10000` measures fewer.
"""

import argparse
import itertools
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import perf_counter, sleep, thread_time

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.catalogue.asked import understood  # noqa: E402
from reader.catalogue.query import Query, Sort  # noqa: E402
from reader.collections.state import Reading  # noqa: E402
from reader.gui.fonts import FontLoader  # noqa: E402
from reader.gui.library_bridge import QueuedCalls  # noqa: E402
from reader.gui.parts import Taste  # noqa: E402
from reader.gui.reader import Reader  # noqa: E402
from reader.gui.snapshot import settle  # noqa: E402
from reader.gui.theme import ARGUMENTS  # noqa: E402
from reader.gui.window_state import WindowState  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.settings import Settings  # noqa: E402
from reader.store.disk import Disk  # noqa: E402
from reader.store.layout import Places  # noqa: E402
from reader.text.spans import Span  # noqa: E402
from tests.benchmarks.programs.starts import Program, bare_window, by_turns, median, started  # noqa: E402
from tests.benchmarks.programs.synthetic import made_library  # noqa: E402

SIZES = (1000, 10_000, 100_000)
RUNS, FRAMES = 9, 100
SEARCHES = {
    "a word": "كتب",
    "two words": "كتب درس",
    "a phrase": '"من على"',
    "a prefix of 4 letters": "تدري*",
    "all but a word": "-كتب",
    "all but a very frequent one": "-من",
}
TYPED = "الكتاب الجديد"
BETWEEN_KEYS_S = 0.12
BARE = "a bare window"
SETTLED = Path(__file__).parent / "programs" / "settled_window.py"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value in its unit, and what is promised: at most `limit`; nothing is promised without one."""

    value: float
    unit: str = "ms"
    limit: float = 0.0

    def __str__(self) -> str:
        missed = " !" if self.limit and self.value > self.limit else "  "
        return f"{self.value:,.2f} {self.unit}{missed}"


Figures = dict[str, Figure]


class WatchedDisk(Disk):
    """A real disk that says how long it took to make things safe."""

    synced_ms = 0.0

    def sync_file(self, path: Path) -> None:
        """Make a file's bytes survive a power cut."""
        self._watched(super().sync_file, path)

    def sync_folder(self, path: Path) -> None:
        """Make the names in a folder survive a power cut."""
        self._watched(super().sync_folder, path)

    def _watched(self, sync: Callable[[Path], None], path: Path) -> None:
        began = perf_counter()
        sync(path)
        self.synced_ms += (perf_counter() - began) * 1000


def main() -> int:
    """Measure, print the table, and return 1 when anything is above its limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path, help="where the libraries are, or are to be kept")
    options.add_argument("--sizes", default=",".join(map(str, SIZES)))
    chosen, _ = options.parse_known_args()  # the rest is for the other benchmarks
    sizes = [int(size) for size in chosen.sizes.split(",")]
    application = QApplication(list(ARGUMENTS))
    with tempfile.TemporaryDirectory(prefix="hamish-library-") as temporary:
        folder = chosen.keep or Path(temporary)
        all_places = {size: made_library(folder / str(size), size) for size in sizes}
        figures = {size: _figures(places, size, application) for size, places in all_places.items()}
        _add_starts(all_places, figures, Path(temporary))
    return _tell(figures)


def _figures(places: Places, count: int, application: QApplication) -> Figures:
    print(f"{count:,} articles …", file=sys.stderr, flush=True)
    return {**_rebuilding(places, count), **_searching(places, count), **_window(places, application)}


def _rebuilding(places: Places, count: int) -> Figures:
    """Make the catalogue anew; the index of words stays, for it takes minutes and has no limit."""
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    library = Library(places, post=lambda call: call())
    began, before = perf_counter(), _processor_s()
    library.catch_up()
    took = perf_counter() - began
    library.close()
    return {
        "catalogue made anew from the files": Figure(took, "s", 5.0 * (count // 10_000)),
        "   of it on a processor, in this process": Figure(_processor_s() - before, "s"),
    }


def _searching(places: Places, count: int) -> Figures:
    library = Library(places, post=lambda call: call())
    searching = library.searching(excerpts=1)  # as the list asks
    began = perf_counter()
    read = searching.fill()
    figures = {"words of all articles read (— where they were)": Figure(perf_counter() - began if read else 0.0, "s")}
    limit = 20.0 if count > SIZES[1] else 10.0
    for what, typed in SEARCHES.items():
        asked = understood(typed)
        took = _median_ms(lambda asked=asked: searching.find(asked))  # type: ignore[misc]
        figures[f"search with excerpts: {what}"] = Figure(took, limit=limit)
    searching.close()
    library.close()
    return figures


def _window(places: Places, application: QApplication) -> Figures:
    calls, disk = QueuedCalls(), WatchedDisk()
    library = Library(places, calls.post, disk, calls.post_later)
    reader = Reader(application, library, Taste(Settings(language="ar", theme="paper"), None, "ar"), FontLoader())
    reader.start(WindowState(width=1280, height=800))
    settle(reader)
    figures = {**_listing(reader), **_typing(reader), **_reading(reader, library, disk)}
    figures |= {**_following(library, places), **_rebuilding_beside(reader, library, places)}
    reader.close()
    library.flush()
    library.close()
    return figures


def _listing(reader: Reader) -> Figures:
    """Measure the list as it is shown: until its rows are painted."""
    model, view = reader.articles, reader.panes.articles.view
    queries = [
        *(Query(sort=sort, descending=way) for sort in Sort for way in (True, False)),
        *(Query(reading=reading) for reading in Reading),
        Query(starred=True), Query(tags=("بحر",)), Query(tags=("بحر",), sort=Sort.TITLE), Query(tags=("بحر", "مدن")),
        Query(source="وكالة الساحل"), Query(year="2024"), Query(year="2024-10"), Query(days=30), Query(language="ar"),
    ]  # fmt: skip
    took = {}
    for query in queries:
        took[query] = _ms(lambda query=query: (model.show(query), view.viewport().repaint()))  # type: ignore[misc]
    model.show(Query())
    bar, frames = view.verticalScrollBar(), []
    for _ in range(FRAMES):
        frames.append(_ms(lambda: (bar.setValue(bar.value() + 120), view.viewport().repaint())))
        QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    return {
        "list: a filter or another order, median": Figure(statistics.median(took.values())),
        "list: the slowest of them": Figure(max(took.values()), limit=50.0),
        "list: a frame while it scrolls, p95": Figure(_p95(frames), limit=10.0),
    }


def _typing(reader: Reader) -> Figures:
    """Type what is searched for, as one types: how long the window's thread is busy with it at a time."""
    field, took = reader.panes.toolbar.search, []
    answered = Event()
    reader.search.job.counted.connect(lambda _: answered.set())
    for end in range(1, len(TYPED) + 1):
        answered.clear()
        took.append(_ms(lambda end=end: field.setText(TYPED[:end])))  # type: ignore[misc]
        pause = perf_counter() + BETWEEN_KEYS_S
        took += _busy_ms(lambda pause=pause: perf_counter() > pause)  # type: ignore[misc]
    took += _busy_ms(answered.is_set)
    field.clear()
    settle(reader)
    return {"typing a search: the window is busy at most": Figure(max(took), limit=50.0)}


def _rebuilding_beside(reader: Reader, library: Library, places: Places) -> Figures:
    """Throw the catalogue away under the open window, which follows its library, and look how it bears that."""
    count = library.count(Query())
    for file in places.catalogue.parent.glob("catalogue*"):
        file.unlink()
    began, looked = perf_counter(), 0.0

    def is_whole() -> bool:
        nonlocal looked
        if perf_counter() - looked < 1.0:
            return False
        looked = perf_counter()
        return library.count(Query()) == count

    took = _busy_ms(is_whole)
    seconds = perf_counter() - began
    settle(reader)
    return {
        "catalogue made anew beside an open window": Figure(seconds, "s"),
        "   the window is busy at most": Figure(max(took), limit=50.0),
    }


def _busy_ms(is_over: Callable[[], bool]) -> list[float]:
    """Handle events until something is over; return how long each turn kept the processor."""
    took = []
    while not is_over():
        took.append(_ms(QApplication.processEvents))
        sleep(0.002)
    return took


def _reading(reader: Reader, library: Library, disk: WatchedDisk) -> Figures:
    page, opening, saving, syncing = reader.panes.reading, [], [], []
    for at in range(1, RUNS + 1):
        article = reader.articles.article_at(at)
        opening.append(_ms(lambda article=article: (reader.open(article), page.first_screen.repaint())))  # type: ignore[misc]
        settle(reader)
        library.flush()
        began, disk.synced_ms = perf_counter(), 0.0
        mark = library.highlighting.add(article, Span(0, 9), "green", "ملاحظة")
        library.flush()
        syncing.append(disk.synced_ms)
        saving.append((perf_counter() - began) * 1000 - disk.synced_ms)
        settle(reader)
        library.highlighting.remove([mark.id])
        library.flush()
    return {
        "opening the next article": Figure(statistics.median(opening), limit=30.0),
        "a mark, safely on disk, without its fsyncs": Figure(statistics.median(saving), limit=10.0),
        "   its fsyncs, which the disk alone can make shorter": Figure(statistics.median(syncing)),
    }


def _following(library: Library, places: Places) -> Figures:
    """Let another process star an article, and wait until this one tells of it."""
    noticed = Event()
    forget = library.on_change(lambda _: noticed.set())
    library.follow()
    library.catch_up()
    took = []
    for article in itertools.islice(library.ids(), 3):
        noticed.clear()
        program = (
            "import sys, pathlib; from reader.library import Library; from reader.store.layout import Places;"
            "library = Library(Places(*map(pathlib.Path, sys.argv[1:4])), lambda call: call());"
            "library.set_starred([sys.argv[4]], starred=not library.state(sys.argv[4]).starred); library.flush()"
        )
        command = [sys.executable, "-c", program, *map(str, (places.library, places.state, places.cache)), article]
        subprocess.run(command, cwd=ROOT, check=True)
        began = perf_counter()
        while not noticed.wait(0.01):
            QApplication.processEvents()
        took.append(perf_counter() - began)
    forget()
    return {"what another process changed is told": Figure(max(took), "s", 2.0)}


def _add_starts(all_places: dict[int, Places], figures: dict[int, Figures], folder: Path) -> None:
    """Start each by turns with a bare window that shows the text of the article that is opened."""
    article = folder / "article.txt"
    article.write_text(_opened(next(iter(all_places.values()))), encoding="utf-8")
    programs = {str(size): _window_of(places, "-m", "reader") for size, places in all_places.items()}
    starts = by_turns({BARE: bare_window(article), **programs})
    paint = {name: median(each, "first_paint_ms") for name, each in starts.items()}
    bare_mb = median(starts[BARE], "rss_mb")
    for size, places in all_places.items():
        held = {
            "at its first frame": median(starts[str(size)], "first_paint_rss_mb"),
            "with all that follows it": median(starts[str(size)], "rss_mb"),
            "at rest": started(_window_of(places, str(SETTLED)))["settled_rss_mb"],
        }
        figures[size] |= {
            "first paint": Figure(paint[str(size)]),
            "   beside a bare window": Figure(paint[str(size)] / paint[BARE], "×", 1.25),
            "   beside the smallest library": Figure(paint[str(size)] / paint[str(min(all_places))], "×", 1.10),
        }
        for when, megabytes in held.items():
            figures[size][f"memory of the window {when}"] = Figure(megabytes, "MB")
            figures[size][f"   beside a bare window {when}"] = Figure(megabytes / bare_mb, "×", 1.4)


def _opened(places: Places) -> str:
    """Return the text of the article that a window opens at its first start: the list's first."""
    library = Library(places, post=lambda call: call())
    (row,) = library.rows(Query(), limit=1)
    text = library.article(row.id).text
    library.close()
    return text


def _window_of(places: Places, *program: str) -> Program:
    """Return the window over a library, with places of its own on this machine."""
    folder = places.library.parent
    environment = {f"XDG_{kind.upper()}_HOME": str(folder / f"xdg-{kind}") for kind in ("config", "state", "cache")}
    _share_cache(places, folder / "xdg-cache" / "hamish")
    return Program([sys.executable, *program, "--library", str(places.library), "--measure-startup"], environment)


def _share_cache(places: Places, cache: Path) -> None:
    """Give a start of its own what the measured library has in its cache."""
    ours = cache / places.name / places.catalogue.name
    if not ours.exists() or ours.stat().st_mtime < places.catalogue.stat().st_mtime:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(places.cache, cache)


def _tell(figures: dict[int, Figures]) -> int:
    names = dict.fromkeys(name for of_size in figures.values() for name in of_size)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}; ! is missed")
    print(f"{'':50}" + "".join(f"{size:>16,}" for size in figures) + f"{'at most':>14}")
    for name in names:
        limits = dict.fromkeys(f"{each[name].limit:g}" for each in figures.values() if each[name].limit)
        print(f"{name:50}" + "".join(f"{each[name]!s:>16}" for each in figures.values()) + f"{' … '.join(limits):>14}")
    missed = any(each.limit and each.value > each.limit for of_size in figures.values() for each in of_size.values())
    return int(missed)


def _median_ms(act: Callable[[], object]) -> float:
    return statistics.median(_ms(act) for _ in range(RUNS))


def _ms(act: Callable[[], object]) -> float:
    """Return the processor time of this thread: what else the machine does is left out."""
    began = thread_time()
    act()
    return (thread_time() - began) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]


def _processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
