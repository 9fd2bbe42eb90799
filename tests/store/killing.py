"""Kill a process at random instants while it does everything a library can do, and look at what is left.

    python tests/store/killing.py FOLDER SEED RUNS

Each run forks a process that imports, marks, writes and removes notes, merges conflict copies, makes backups, makes the
catalogue anew, throws articles away, brings them back, empties the trash and copies the library elsewhere, says what it
was told is saved, and is killed. What it had said must be there, and `check` clean. After half of the runs a newer
version of the program takes over, which writes all records in a format of its own. It prints one line a fault and ends
with 1 when there was any.
"""

import os
import random
import shutil
import signal
import sys
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.query import Query
from reader.intake.imported import Imported
from reader.library import Library
from reader.store import emptying, record_file, upgrades
from reader.store.checking import Checking, Trouble
from reader.store.clock import Clock, now_utc
from reader.store.layout import Places
from reader.store.mark_records import present
from reader.store.moving import LibraryCopy
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.text.direction import Direction
from reader.text.spans import Span

MOST_ACKNOWLEDGED = 6
"""After at most so many answers a run is killed; how long it lives beyond the last one is chance."""

LONGEST_MS = 30
BROKEN = 3
"""The exit status of a process that was not killed, but ended by a fault."""

Say = Callable[[str], object]

PICTURES = (b"boats", b"books", b"ink")
"""Few, so that articles have them in common."""

WORDS = ("ميناء", "مكتبة", "قارئ", "سفينة", "هامش", "ورق", "حبر", "نهر")


@dataclass(slots=True)
class Told:
    """What the killed processes had said: whether an article may be in the trash now, what a mark may say.

    What was being written when the power of speech went may be there or not. The note None stands for a mark that was
    removed. `moved` are the articles that were there when the whole library had been copied. `broken` says that the
    last process ended by a fault of its own.
    """

    articles: dict[str, set[bool]] = field(default_factory=dict)
    marks: dict[str, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    moved: frozenset[str] = frozenset()
    broken: bool = False
    _moving: frozenset[str] = frozenset()

    def hear(self, line: str) -> None:
        """Take in a line.

        A article, T mark note (tried), M mark note (saved), R and D for a removal; X and Y for an article that goes
        into the trash, W and Z for one that comes out of it; U and V for the library elsewhere.
        """
        what, name, *rest = line.split(" ", 2)
        note = rest[0] if rest else None
        match what:
            case "A":
                self.articles[name] = {False}
            case "X" | "W":  # also of one that was written, but not said, before its process was killed
                self.articles.setdefault(name, {what == "W"}).add(what == "X")
            case "Y" | "Z":
                self.articles[name] = {what == "Y"}
            case "T" | "R":
                if name in self.marks:
                    self.marks[name].add(note)
            case "M" | "D":
                self.marks[name] = {note}
            case "U":
                self._moving = frozenset(self.articles)
            case "V":
                self.moved = self._moving


def main(folder: Path, seed: int, runs: int) -> int:
    """Run and kill; return the exit status."""
    places = Places(folder / "library", folder / "state", folder / "cache")
    chance, told = random.Random(seed), Told()
    faults = 0
    for number in range(runs):
        if number == runs // 2:
            _become_newer()
        elsewhere = folder / "elsewhere"
        _run_and_kill(places, elsewhere, told, chance, number)
        for fault in (*_faults(places, told), *_faults_of_copy(places, elsewhere, told)):
            faults += 1
            sys.stdout.write(f"run {number} of seed {seed}: {fault}\n")
    sys.stdout.write(f"{runs} runs, {len(told.articles)} articles, {len(told.marks)} marks, {faults} faults\n")
    return 1 if faults else 0


def _become_newer() -> None:
    upgrades.STEPS = {(kind, form): lambda document: document for kind, form in upgrades.FORMATS.items()}
    upgrades.FORMATS = {kind: form + 1 for kind, form in upgrades.FORMATS.items()}


def _run_and_kill(places: Places, elsewhere: Path, told: Told, chance: random.Random, number: int) -> None:
    reading, writing = os.pipe()
    seed, answers, delay_ms = chance.random(), chance.randint(0, MOST_ACKNOWLEDGED), chance.uniform(0, LONGEST_MS)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _work(places, elsewhere, random.Random(seed), number, writing)
        except BaseException:  # noqa: BLE001 - whatever it is, it is told
            traceback.print_exc()
        finally:
            os._exit(BROKEN)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        for _ in range(answers):
            _hear(told, pipe.readline())
        signal.sigtimedwait([], delay_ms / 1000)
        os.kill(child, signal.SIGKILL)
        told.broken = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == BROKEN
        for line in pipe:
            _hear(told, line)


def _hear(told: Told, line: bytes) -> None:
    if line.endswith(b"\n"):
        told.hear(line.decode().rstrip("\n"))


def _work(places: Places, elsewhere: Path, chance: random.Random, number: int, answers: int) -> None:
    later = now_utc() + timedelta(days=emptying.KEPT_DAYS + 1)
    emptying.now_utc = lambda: later  # what is in the trash is due, and what lies aside is not
    library = Library(places, post=lambda call: call())
    deeds = (
        *(_import, _mark, _mark, _write, _write, _remove, _merge, _back_up, _rebuild, _star),
        *(_throw_away, _bring_back, _empty_trash, lambda *given: _move(elsewhere, *given)),
    )
    for step in range(10_000):
        deed = chance.choice(deeds) if _present(library) else _import
        deed(library, chance, f"{number}.{step}", lambda words: os.write(answers, f"{words}\n".encode()))


def _present(library: Library) -> list[str]:
    return [name for name in library.ids() if not library.state(name).trashed]


def _import(library: Library, chance: random.Random, name: str, say) -> None:
    count = chance.choices((1, 2, 14), (10, 5, 1))[0]
    pictures = (chance.choice(PICTURES),) if chance.random() < 0.5 else ()
    articles = [new_article(f"{name}.{each}", chance, pictures) for each in range(count)]
    added = library.add([Imported(article=each, original=name.encode(), images=pictures) for each in articles])
    library.flush()
    for each in added:
        say(f"A {each.id}")


def new_article(name: str, chance: random.Random, pictures: Sequence[bytes] = ()) -> Article:
    texts = (name, *(" ".join(chance.choices(WORDS, k=12)) for _ in range(3)))
    blocks = [
        Block(id=f"b{at}", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
        for at, text in enumerate(texts)
    ]
    blocks += [
        Block(id=f"i{at}", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image=sha256(picture).hexdigest())
        for at, picture in enumerate(pictures)
    ]
    return Article(title=name, blocks=tuple(blocks))


def _mark(library: Library, chance: random.Random, name: str, say) -> None:
    article = chance.choice(_present(library))
    mark = library.highlighting.add(article, Span(0, 4), "green", name)
    library.flush()
    say(f"M {mark.id} {name}")


def _write(library: Library, chance: random.Random, name: str, say) -> None:
    placed = library.highlighting.of(chance.choice(_present(library)))
    if placed:
        mark = chance.choice(placed).highlight.id
        say(f"T {mark} {name}")
        library.highlighting.change(mark, note=name)
        library.flush()
        say(f"M {mark} {name}")


def _remove(library: Library, chance: random.Random, _name: str, say) -> None:
    placed = library.highlighting.of(chance.choice(_present(library)))
    if placed:
        mark = chance.choice(placed).highlight.id
        say(f"R {mark}")
        library.highlighting.remove([mark])
        library.flush()
        say(f"D {mark}")


def _merge(library: Library, chance: random.Random, name: str, say) -> None:
    """Find what another device wrote, as the program that keeps the folders in step leaves it: whole."""
    article = chance.choice(_present(library))
    path = library.places.records("marks", article)
    mark = f"{article[:8]}{chance.randrange(16**16):016x}"
    clock = Clock("phone")
    made = library.highlighting.add(article, Span(0, 4), "blue", name)
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
    library.set_starred([chance.choice(_present(library))], starred=chance.random() < 0.5)
    library.flush()


def _throw_away(library: Library, chance: random.Random, _name: str, say) -> None:
    article = chance.choice(_present(library))
    say(f"X {article}")
    library.delete([article])
    library.flush()
    say(f"Y {article}")


def _bring_back(library: Library, chance: random.Random, _name: str, say) -> None:
    """Restore an article, also one whose text lies aside, and one that another process empties meanwhile."""
    away = [name for name in library.ids() if library.state(name).trashed]
    if away:
        article = chance.choice(away)
        say(f"W {article}")
        library.restore([article])
        library.flush()
        say(f"Z {article}")


def _empty_trash(library: Library, _chance: random.Random, _name: str, _say) -> None:
    library.annotating.empty_trash(library.annotating.in_memory())
    library.lasting.empty_trash()


def _move(elsewhere: Path, library: Library, _chance: random.Random, _name: str, say) -> None:
    if not elsewhere.exists():
        say("U elsewhere")
        LibraryCopy(library.places, elsewhere).make()
        say("V elsewhere")


def _faults(places: Places, told: Told) -> list[str]:
    """Open the library as the next start does and return what is not as it was told, or not sound."""
    library = Library(places, post=lambda call: call())
    try:
        library.catch_up()
        library.catch_up()
        there = set(library.ids())
        away = {name for name in there if library.state(name).trashed}
        listed = {row.id for row in library.rows(Query(), 0, 1_000_000)}
        faults = ["the process broke off by itself"] if told.broken else []
        faults += [f"lost article {name}" for name in told.articles.keys() - there]
        faults += [
            f"{name} is {'' if name in away else 'not '}in the trash"
            for name, allowed in told.articles.items()
            if (name in away) not in allowed
        ]
        faults += [f"not listed as it is: {name}" for name in listed ^ (there - away)]
        faults += [fault for name in there - away for fault in _lacks(library, name)]
        notes = {each.id: each.notes for name in there for each in present(library._store.records("marks", name))}
        faults += [
            f"{mark} is {notes.get(mark)}, not {allowed}"
            for mark, allowed in told.marks.items()
            if not _is_allowed(notes.get(mark), allowed)
        ]
    finally:
        library.close()
    return faults + [f"{each.trouble} {each.path}" for each in Checking(places).run().problems]


def _lacks(library: Library, name: str) -> Iterator[str]:
    """Yield what an article lacks that it came with."""
    if not library.original(name):
        yield f"lost the original of {name}"
    images = (block.image for block in library.article(name).blocks if block.image)
    yield from (f"lost a picture of {name}" for image in images if not library.image(image))


def _faults_of_copy(places: Places, elsewhere: Path, told: Told) -> list[str]:
    """Return what is wrong with a library that was copied, or half copied; then throw the copy away."""
    found = Checking(Places(elsewhere, places.state, places.cache)).run()
    whole = {Trouble.DAMAGED, Trouble.ALTERED, Trouble.FOREIGN, Trouble.UNREADABLE}
    faults = [f"copied: {each.trouble} {each.path}" for each in found.problems if told.moved or each.trouble in whole]
    if told.moved:
        faults += [f"not copied: {name}" for name in told.moved - found.states.keys()]
    told.moved = frozenset()
    shutil.rmtree(elsewhere, ignore_errors=True)
    return faults


def _is_allowed(notes: tuple[str, ...] | None, allowed: set[str | None]) -> bool:
    return None in allowed if notes is None else bool(set(notes) & allowed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
