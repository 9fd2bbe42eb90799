"""How fast all articles of a library are looked through for people and places, and whether the window keeps its frames.

The articles are made of sentences of packaging/models/corpus, so that they name as much as news does. Meanwhile the
window is open, and its list scrolls on sixty times a second. How late a frame is on the screen goes by the clock, and
so counts what other programs do; how long the window's thread works for it is processor time. `--articles 10000` is
the library that the figures are promised for.
"""

import argparse
import gc
import os
import random
import re
import resource
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter

from programs.frames import Frames, waited
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.articles.article import Article, Block, BlockKind  # noqa: E402 - after the path is set
from reader.catalogue.names import Names  # noqa: E402
from reader.gui.fonts import FontLoader  # noqa: E402
from reader.gui.library_bridge import QueuedCalls  # noqa: E402
from reader.gui.parts import Taste  # noqa: E402
from reader.gui.reader import Reader  # noqa: E402
from reader.gui.theme import ARGUMENTS  # noqa: E402
from reader.gui.window_state import WindowState  # noqa: E402
from reader.intake.imported import Imported  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.settings import Settings  # noqa: E402
from reader.store.layout import Places  # noqa: E402
from reader.text.direction import Direction  # noqa: E402

CORPUS = ROOT / "packaging" / "models" / "corpus"
BATCH = 200
LEAST_RATE = 20.0
AT_REST_MS = 5000


def articles(count: int, words: int) -> Iterator[Imported]:
    """Yield articles of so many words, always the same ones."""
    paragraphs = [
        re.sub(r"\[[PLO] |\]", "", line)
        for path in sorted(CORPUS.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").partition("\n\n")[2].split("\n")
        if line.strip()
    ]
    for number in range(count):
        chance = random.Random(number)
        lines = [f"العدد {number}"]
        while sum(len(line.split()) for line in lines) < words:
            lines.append(chance.choice(paragraphs))
        blocks = tuple(
            Block(id=f"b{place}", kind=BlockKind.PARAGRAPH, text=line, direction=Direction.RTL)
            for place, line in enumerate(lines)
        )
        yield Imported(article=Article(title=lines[0], blocks=blocks, language="ar"), original=b"")


def processor_seconds() -> float:
    """Return how long this process and those it ended have kept a core busy: what else runs does not count."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def made_library(root: Path, count: int, words: int) -> Places:
    """Return a library of so many articles."""
    places = Places(root / "library", root / "state", root / "cache")
    library = Library(places, lambda call: call())
    made = articles(count, words)
    while batch := list(islice(made, BATCH)):
        library.add(batch)
    library.flush()
    library.close()
    return places


def surveyed(reader: Reader, count: int, what: str) -> None:
    """Look through all articles with the window open, and print how that went."""
    survey, seen, loop = reader.whole.survey, [], QEventLoop()
    on_progress = survey.progressed.connect(lambda done, _: seen.append((perf_counter(), done)))
    on_end = survey.ended.connect(loop.quit)
    frames, began, used = Frames(reader), perf_counter(), processor_seconds()
    survey.begin()
    loop.exec()
    took, drawn = perf_counter() - began, frames.end().in_words()
    survey.disconnect(on_progress)
    survey.disconnect(on_end)
    # The first ones wait for the processes to load their model, which is no matter among ten thousand.
    first, done = next(((at, done) for at, done in seen if done >= count // 10), (began, 0))
    rate = (count - done) / (began + took - first)
    missed = "" if rate >= LEAST_RATE else "  MISSED"
    print(f"{what}: {took:.1f} s, {rate:.1f} articles/s once loaded (≥ {LEAST_RATE:.0f}{missed})")
    each = 1000 * (processor_seconds() - used) / count
    print(f"    {each:.0f} ms of a core for each, with what the scrolling window takes")
    print(f"    {drawn}")


def main() -> int:
    """Measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=400)
    options.add_argument("--words", type=int, default=350)
    chosen, _ = options.parse_known_args()  # the rest is for the other benchmarks
    application = QApplication(list(ARGUMENTS))
    with tempfile.TemporaryDirectory(prefix="hamish-survey-") as temporary:
        places = made_library(Path(temporary), chosen.articles, chosen.words)
        calls = QueuedCalls()
        library = Library(places, calls.post)
        reader = Reader(application, library, Taste(Settings(language="ar", theme="paper"), None, "ar"), FontLoader())
        reader.start(WindowState(width=1280, height=800))
        gc.freeze()  # as the program does at its start (reader/gui/quick_start.py): else a search takes 30 ms, not 3
        reader.whole.survey.stop()
        waited(AT_REST_MS)
        print(f"{chosen.articles} articles of some {chosen.words} words, {os.cpu_count()} cores")
        idle = Frames(reader)
        waited(AT_REST_MS)
        print(f"nothing going on\n    {idle.end().in_words()}")
        surveyed(reader, chosen.articles, "found anew")
        surveyed(reader, chosen.articles, "known already")
        reader.close()
        names = Names(places.names)
        size = sum(path.stat().st_size for path in places.names.parent.glob("names.sqlite*")) / 1e6
        print(f"{len(names.surveyed())} in the index, {size:.1f} MB; {len(names.places())} places on the map")
        names.close()
        library.flush()
        library.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
