"""How long much at once takes: a feed of 10,000 entries of 4 KB, and 1,000 saved pages of 100 KB, safely on disk.

Wall time is that of this machine as busy as it is; processor time is that of all processes together.
"""

import gc
import multiprocessing
import random
import resource
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from programs.synthetic import Words

from importing.figure import Figure
from reader.catalogue.query import Query
from reader.cli.importing import do_nothing_else
from reader.intake.importing import LARGEST_BATCH, Importer, in_batches
from reader.library import Library
from reader.store.disk import Disk, StrPath
from reader.store.layout import Places

ENTRIES, PAGES = 10_000, 1000
_WORDS_OF_ENTRY, _BYTES_OF_PAGE = 290, 100_000


class TimedDisk(Disk):
    """A real disk that counts the seconds spent in making things safe."""

    def __init__(self) -> None:
        self.syncing = 0.0

    def sync_file(self, path: StrPath) -> None:
        self._timed(super().sync_file, path)

    def sync_folder(self, path: StrPath) -> None:
        self._timed(super().sync_folder, path)

    def sync_file_system(self, path: StrPath) -> bool:
        return self._timed(super().sync_file_system, path)

    def _timed(self, sync, path: Path):
        begun = perf_counter()
        try:
            return sync(path)
        finally:
            self.syncing += perf_counter() - begun


def figures() -> Iterator[Figure]:
    """Import both, and yield how long it took and how much memory."""
    with _as_the_command(), tempfile.TemporaryDirectory(prefix="hamish-bulk-") as folder:
        root = Path(folder)
        feed = written_feed(root)
        yield from _measured(f"{ENTRIES} entries of a feed", root / "a", [feed], ENTRIES, 4.0)
        pages = root / "pages"
        pages.mkdir()
        for number, page in enumerate(_pages()):
            (pages / f"{number}.html").write_text(page, encoding="utf-8")
        yield from _measured(f"{PAGES} saved pages", root / "b", [pages], PAGES, 60.0)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    parsing = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Figure("memory, the most: the program", used, 400, at_least=False, unit="MB", places=0)
    yield Figure("memory, the most: a process that reads", parsing, 400, at_least=False, unit="MB", places=0)


@contextmanager
def _as_the_command() -> Iterator[None]:
    """Let the process serve the import alone, as the command does; not so what is measured after it."""
    usual = sys.getswitchinterval(), gc.get_threshold()
    do_nothing_else()
    try:
        yield
    finally:
        sys.setswitchinterval(usual[0])
        gc.set_threshold(*usual[1])


def _measured(what: str, root: Path, paths: Iterable[Path], count: int, limit: float) -> Iterator[Figure]:
    disk = TimedDisk()
    library = Library(Places(root / "library", root / "state", root / "cache"), post=lambda call: call(), disk=disk)
    before, begun = _processor_time(), perf_counter()
    with Importer() as importer:
        for batch in in_batches(importer.read_paths(paths)):
            library.keep_up()  # all but the batch before is safe; that one is written while this one is added
            library.add([each for outcome in batch for each in outcome.imported])
        library.flush()
    took = perf_counter() - begun
    multiprocessing.active_children()  # counts those that have ended
    used, begun = _processor_time() - before, perf_counter()
    missing = count - library.count(Query())
    listing = perf_counter() - begun
    yield Figure(what, took, limit, at_least=False, unit="s", places=1)
    yield Figure("   of it in making files safe (fsync)", disk.syncing, unit="s", places=2)
    yield Figure("   processor time of all processes", used, unit="s", places=1)
    yield Figure("   and until all are listed", listing, unit="s", places=1)
    yield Figure("   articles that are not there", missing, 0, at_least=False, places=0)
    library.close()
    yield Figure("   the same files in a bare loop", _bare_loop(root / "library", root / "bare"), unit="s", places=1)


def _bare_loop(library: Path, copy: Path) -> float:
    """Return the seconds that a loop without any library takes to write the same files, synced as often."""
    files = sorted(path for kind in ("texts", "states") for path in (library / kind).rglob("*.json"))
    disk, took = Disk(), 0.0
    for start in range(0, len(files), 2 * LARGEST_BATCH):
        batch = [(copy / path.relative_to(library), path.read_bytes()) for path in files[start:][: 2 * LARGEST_BATCH]]
        begun = perf_counter()
        for path, data in batch:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        disk.sync_file_system(copy)
        took += perf_counter() - begun
    return took


def _processor_time() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def written_feed(folder: Path) -> Path:
    """Return a new file with the feed in a folder."""
    feed = folder / "feed.xml"
    feed.write_text(_feed(), encoding="utf-8")
    return feed


def _feed() -> str:
    words = Words()
    items = (
        f"<item><title>{_drawn(words, chance, 8)}</title><link>https://example.org/{number}</link>"
        f"<pubDate>Wed, 11 Nov 2015 08:00:00 +0100</pubDate><description><![CDATA[{_paragraphs(words, chance)}]]>"
        "</description></item>"
        for number, chance in ((number, random.Random(number)) for number in range(ENTRIES))
    )
    return f'<rss version="2.0"><channel><title>صحيفة الميناء</title>{"".join(items)}</channel></rss>'


def _paragraphs(words: Words, chance: random.Random) -> str:
    return "".join(f"<p>{_drawn(words, chance, _WORDS_OF_ENTRY // 6)}.</p>" for _ in range(6))


def _drawn(words: Words, chance: random.Random, count: int) -> str:
    return " ".join(words.some(chance, count))


def _pages() -> Iterator[str]:
    """Yield pages of which an eighth is the article, and the rest menus, links and scripts, as on real ones."""
    words = Words()
    for number in range(PAGES):
        chance = random.Random(number)
        title = _drawn(words, chance, 8)
        menu = "".join(f'<li><a href="/{place}">{_drawn(words, chance, 3)}</a></li>' for place in range(150))
        body = "".join(f"<p>{_drawn(words, chance, 60)}.</p>" for _ in range(20))
        page = (
            f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>'
            f'<link rel="canonical" href="https://example.org/page/{number}"></head><body><nav><ul>{menu}</ul></nav>'
            f"<article><h1>{title}</h1>{body}</article><footer><ul>{menu}</ul></footer><script>/*%s*/</script></body></html>"
        )
        yield page % ("x" * max(0, _BYTES_OF_PAGE - len(page.encode())))
