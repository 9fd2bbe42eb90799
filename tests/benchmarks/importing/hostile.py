"""Hostile input: every bad file there is, and what a seeded fuzzer makes of good ones.

Each is read in the isolated process within 10 s and 1 GB, by the code that reads what a reader brings. HAMISH_MUTATIONS
says how many mutations, 10,000 by default; HAMISH_SEED which.
"""

import logging
import os
import resource
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from importing.figure import DATA, Figure
from reader.crew import Crew
from reader.intake.importing import Importer, Outcome
from reader.isolation import Limits
from tests.intake.mutating import MOST_BYTES, cases, own_samples

MUTATIONS = int(os.environ.get("HAMISH_MUTATIONS", "10000"))
SEED = int(os.environ.get("HAMISH_SEED", "20241021"))
FOLDERS = ("html", "text", "text-windows-1256", "feeds", "opml", "epub", "pdf", "mhtml", "encodings", "exports")
A_FOLDER = 6  # files taken of each: the small ones
LIMITS = Limits(seconds=10, memory=1 << 30)
NAMES = {
    "import.crashed": "processes that crashed",
    "import.too_slow": "files that took over 10 s",
    "import.too_much_memory": "files that needed over 1 GB",
}


class _Faults(logging.Handler):
    """Counts what the importer logs: faults in our own code."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.number += 1
        print("  " + record.getMessage().replace("\n", "\n  "))


def figures() -> Iterator[Figure]:
    """Yield what became of the files: none may harm."""
    faults = _Faults()
    log = logging.getLogger("reader")
    log.addHandler(faults)
    log.propagate = False
    crew = Crew(LIMITS)
    importer = Importer(crew)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if DATA.is_dir():
            bad = [path for path in sorted((DATA / "bad").rglob("*")) if path.is_file()]
            yield from _figures(f"{len(bad)} bad files", importer.read_paths(bad))
        made = cases(_samples(), SEED, MUTATIONS)
        yield from _figures(f"{MUTATIONS} mutations", _outcomes(importer, folder, made))
        yield Figure("files written anywhere", len(list(folder.iterdir())), 0, at_least=False, places=0)
    crew.close()
    log.removeHandler(faults)
    yield Figure("faults in our own code", faults.number, 0, at_least=False, places=0)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Figure("memory at most", used, 1024, at_least=False, unit="MB", places=0)


def _samples() -> dict[str, bytes]:
    samples = own_samples()
    for name in FOLDERS:
        files = [path for path in (DATA / name).rglob("*") if path.is_file() and path.stat().st_size <= MOST_BYTES]
        for path in sorted(files, key=lambda path: path.stat().st_size)[:A_FOLDER]:
            samples[f"{name}-{path.name}"] = path.read_bytes()
    return samples


def _outcomes(importer: Importer, folder: Path, made: Iterable[tuple[str, bytes]]) -> Iterator[Outcome]:
    """Read each mutation from a file of its own, which is gone before the next is written."""
    for name, data in made:
        path = folder / name
        path.write_bytes(data)
        yield from importer.read_paths([path])
        path.unlink()


def _figures(what: str, outcomes: Iterable[Outcome]) -> Iterator[Figure]:
    harm: Counter[str] = Counter()
    slowest, begun = 0.0, perf_counter()
    last = begun
    read = 0
    for outcome in outcomes:
        now = perf_counter()
        slowest, last = max(slowest, now - last), now
        read += bool(outcome.imported)
        for error in (outcome.error, *outcome.failures):
            if error and error.key in NAMES:
                harm[error.key] += 1
                print(f"  {outcome.path.name}: {error.key}")
    for key, name in NAMES.items():
        yield Figure(f"{name}, of {what}", harm[key], 0, at_least=False, places=0)
    yield Figure(f"read all the same, of {what}", read, places=0)
    yield Figure(f"slowest of {what}", slowest, 10, at_least=False, unit="s")
    yield Figure(f"{what} in all", last - begun, unit="s", places=0)
