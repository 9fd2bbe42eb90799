"""Kill a process at random instants while it does everything a library can do, and look at what is left.

    python tests/store/killing.py FOLDER SEED RUNS

Each run forks a process that imports, marks, writes and removes notes, merges conflict copies, makes backups and makes
the catalogue anew, says what it was told is saved, and is killed. What it had said must be there, and `check` clean. It
prints one line a fault and ends with 1 when there was any.
"""

import os
import random
import signal
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.query import Query
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import record_file
from reader.store.checking import Checking
from reader.store.clock import Clock
from reader.store.layout import Places
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.text.direction import Direction
from reader.text.spans import Span

MOST_ACKNOWLEDGED = 6
"""After at most so many answers a run is killed; how long it lives beyond the last one is chance."""

LONGEST_MS = 30
Say = Callable[[str], object]

WORDS = ("ميناء", "مكتبة", "قارئ", "سفينة", "هامش", "ورق", "حبر", "نهر")


@dataclass(slots=True)
class Told:
    """What the killed processes had said: articles that are saved, and for each mark what it may say now.

    A note that was being written when the power of speech went may be there or not; None stands for removed.
    """

    articles: set[str] = field(default_factory=set)
    marks: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))

    def hear(self, line: str) -> None:
        """Take in a line: A article, T mark note (tried), M mark note (saved), R and D for a removal."""
        what, name, *rest = line.split(" ", 2)
        note = rest[0] if rest else None
        match what:
            case "A":
                self.articles.add(name)
            case "T" | "R":
                if name in self.marks:
                    self.marks[name].add(note)
            case "M" | "D":
                self.marks[name] = {note}


def main(folder: Path, seed: int, runs: int) -> int:
    """Run and kill; return the exit status."""
    places = Places(folder / "library", folder / "state", folder / "cache")
    chance, told = random.Random(seed), Told()
    faults = 0
    for number in range(runs):
        _run_and_kill(places, told, chance, number)
        for fault in _faults(places, told):
            faults += 1
            sys.stdout.write(f"run {number} of seed {seed}: {fault}\n")
    sys.stdout.write(f"{runs} runs, {len(told.articles)} articles, {len(told.marks)} marks, {faults} faults\n")
    return 1 if faults else 0


def _run_and_kill(places: Places, told: Told, chance: random.Random, number: int) -> None:
    reading, writing = os.pipe()
    seed, answers, delay_ms = chance.random(), chance.randint(0, MOST_ACKNOWLEDGED), chance.uniform(0, LONGEST_MS)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _work(places, random.Random(seed), number, writing)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        for _ in range(answers):
            _hear(told, pipe.readline())
        signal.sigtimedwait([], delay_ms / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for line in pipe:
            _hear(told, line)


def _hear(told: Told, line: bytes) -> None:
    if line.endswith(b"\n"):
        told.hear(line.decode().rstrip("\n"))


def _work(places: Places, chance: random.Random, number: int, answers: int) -> None:
    library = Library(places, post=lambda call: call())
    deeds = (_import, _mark, _mark, _write, _write, _remove, _merge, _back_up, _rebuild, _star)
    for step in range(10_000):
        deed = chance.choice(deeds) if library.ids() else _import
        deed(library, chance, f"{number}.{step}", lambda words: os.write(answers, f"{words}\n".encode()))


def _import(library: Library, chance: random.Random, name: str, say) -> None:
    articles = [new_article(f"{name}.{each}", chance) for each in range(chance.choices((1, 2, 14), (10, 5, 1))[0])]
    added = library.add([Imported(article=each, original=each.text.encode()) for each in articles])
    library.flush()
    for each in added:
        say(f"A {each.id}")


def new_article(name: str, chance: random.Random) -> Article:
    texts = (name, *(" ".join(chance.choices(WORDS, k=12)) for _ in range(3)))
    blocks = (
        Block(id=f"b{at}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
        for at, text in enumerate(texts)
    )
    return Article(title=name, blocks=tuple(blocks))


def _mark(library: Library, chance: random.Random, name: str, say) -> None:
    article = chance.choice(library.ids())
    mark = library.add_highlight(article, Span(0, 4), "green", name)
    library.flush()
    say(f"M {mark.id} {name}")


def _write(library: Library, chance: random.Random, name: str, say) -> None:
    placed = library.highlights(chance.choice(library.ids()))
    if placed:
        mark = chance.choice(placed).highlight.id
        say(f"T {mark} {name}")
        library.change_highlight(mark, note=name)
        library.flush()
        say(f"M {mark} {name}")


def _remove(library: Library, chance: random.Random, _name: str, say) -> None:
    placed = library.highlights(chance.choice(library.ids()))
    if placed:
        mark = chance.choice(placed).highlight.id
        say(f"R {mark}")
        library.remove_highlights([mark])
        library.flush()
        say(f"D {mark}")


def _merge(library: Library, chance: random.Random, name: str, say) -> None:
    """Find what another device wrote, as the program that keeps the folders in step leaves it: whole."""
    article = chance.choice(library.ids())
    path = library.places.records("marks", article)
    mark = f"{article[:8]}{chance.randrange(16**16):016x}"
    clock = Clock("phone")
    made = library.add_highlight(article, Span(0, 4), "blue", name)
    library.flush()
    say(f"M {made.id} {name}")
    record = library._store.records("marks", article).records[made.id]
    theirs = Record({**record.fields}).with_text("note", name, clock.stamp())
    arriving = path.with_name(f".{mark}.arriving")
    arriving.write_bytes(record_file.encode(RecordFile(article, {mark: theirs}), "marks"))
    arriving.replace(path.with_name(f"{article}.sync-conflict-20260302-101112-ABCDEFG.json"))
    say(f"M {mark} {name}")
    library.catch_up()


def _back_up(library: Library, _chance: random.Random, _name: str, _say) -> None:
    library.lasting.backups.make()


def _rebuild(library: Library, _chance: random.Random, _name: str, _say) -> None:
    library.throw_away_derived()
    library.catch_up()


def _star(library: Library, chance: random.Random, _name: str, _say) -> None:
    library.set_starred([chance.choice(library.ids())], starred=chance.random() < 0.5)
    library.flush()


def _faults(places: Places, told: Told) -> list[str]:
    """Open the library as the next start does and return what is not as it was told, or not sound."""
    library = Library(places, post=lambda call: call())
    try:
        library.catch_up()
        library.catch_up()
        there = set(library.ids())
        listed = {row.id for row in library.rows(Query(), 0, 1_000_000)}
        faults = [f"lost article {name}" for name in told.articles - there]
        faults += [f"not listed as it is: {name}" for name in listed ^ there]
        notes = {each.highlight.id: each.highlight.notes for name in there for each in library.highlights(name)}
        faults += [
            f"{mark} is {notes.get(mark)}, not {allowed}"
            for mark, allowed in told.marks.items()
            if not _is_allowed(notes.get(mark), allowed)
        ]
    finally:
        library.close()
    return faults + [f"{each.trouble} {each.path}" for each in Checking(places).run().problems]


def _is_allowed(notes: tuple[str, ...] | None, allowed: set[str | None]) -> bool:
    return None in allowed if notes is None else bool(set(notes) & allowed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
