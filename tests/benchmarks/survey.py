"""How fast all articles of a library are looked through for people and places, and whether the window keeps its frames.

The articles are made of sentences of packaging/models/corpus, so that they name as much as news does. What the window
does meanwhile is played by a thread that is to wake every 16 ms, as its frames do.
"""

import argparse
import os
import random
import re
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.articles.article import Article, Block, BlockKind  # noqa: E402 - after the path is set
from reader.catalogue.names import Names  # noqa: E402
from reader.intake.imported import Imported  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.store.layout import Places  # noqa: E402
from reader.text.direction import Direction  # noqa: E402

CORPUS = ROOT / "packaging" / "models" / "corpus"
BATCH = 200
FRAME_S = 0.016


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


class Frames:
    """Wakes as often as a window draws, and notes how late it was at worst (ms)."""

    def __init__(self) -> None:
        self._ending = Event()
        self._late: list[float] = []
        self._thread = Thread(target=self._run)
        self._thread.start()

    def end(self) -> list[float]:
        """Stop, and return how late each frame was, sorted."""
        self._ending.set()
        self._thread.join()
        return sorted(self._late)

    def _run(self) -> None:
        while not self._ending.is_set():
            began = perf_counter()
            self._ending.wait(FRAME_S)
            self._late.append((perf_counter() - began - FRAME_S) * 1000)


def processor_seconds() -> float:
    """Return how long this process and those it ended have kept a core busy: what else runs does not count."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def main() -> int:
    """Measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=400)
    options.add_argument("--words", type=int, default=350)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        places = Places(root / "library", root / "state", root / "cache")
        library = Library(places, lambda call: call())
        made = list(articles(chosen.articles, chosen.words))
        for start in range(0, len(made), BATCH):
            library.add(made[start : start + BATCH])
        library.flush()
        print(f"{chosen.articles} articles of some {chosen.words} words, {os.cpu_count()} cores")
        idle = Frames()
        Event().wait(3)
        print(f"with nothing going on, a frame is late by at most {idle.end()[-1]:.1f} ms")
        for what in ("found anew", "known already"):
            used = processor_seconds()
            frames, began, seen = Frames(), perf_counter(), []
            library.survey().run(lambda done, total, seen=seen: seen.append((perf_counter(), done)))
            took, late = perf_counter() - began, frames.end()
            # The first ones wait for the processes to load their model, which is no matter among ten thousand.
            first = next((at for at, done in seen if done >= chosen.articles // 10), began)
            rate = (chosen.articles - chosen.articles // 10) / (perf_counter() - first) if seen else 0
            print(
                f"{what}: {took:.1f} s, {chosen.articles / took:.1f} articles/s (once loaded {rate:.1f}); "
                f"{(processor_seconds() - used) / chosen.articles * 1000:.0f} ms of a core each; "
                f"a frame late by at most {late[-1]:.1f} ms, 99 of 100 by {late[len(late) * 99 // 100]:.1f} ms"
            )
        names = Names(places.names)
        size = sum(path.stat().st_size for path in places.names.parent.glob("names.sqlite*")) / 1e6
        print(f"{len(names.surveyed())} in the index, {size:.1f} MB; {len(names.places())} places on the map")
        names.close()
        library.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
