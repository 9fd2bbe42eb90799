"""PDF: how many words come out as they were written, of texts of our own printed by LibreOffice and Chromium.

The samples of ../shared/data/pdf are compared with what a person reads on their pages. These texts are others', so
pages_seen.json holds a digest of each word instead, in reading order; of pairs of words it tells whether the order is
right too. One sample is not among them: its font says of no letter what it is, and nobody reads it.

Other libraries read the same files side by side, and their text is cleaned as ours is (shapes are letters): pypdfium2,
and with HAMISH_OTHER_PYTHON, which names a Python that has them, pymupdf and pypdf.
"""

import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from importing.figure import DATA, ROOT, Figure, f1_of, words_of
from reader.intake.formats.pdf.document import read
from reader.intake.hints import Hints
from reader.text.cleaning import clean

PAPERS = ROOT / "tests" / "data" / "papers"
TEXTS = {
    **dict.fromkeys(("one", "two"), "lighthouse"),
    **dict.fromkeys(("table", "shaped"), "market"),
    "vocalised": "well",
    "english": "harbour",
}
SAMPLES = DATA / "pdf"
SEEN = Path(__file__).with_name("pages_seen.json")
OTHERS = ROOT / "tests" / "benchmarks" / "programs" / "other_pdf_readers.py"
DIGEST = 10  # hexadecimal digits
LEAST_IN_ORDER = 3  # words: of two that run against each other a page does not tell which is the first

Texts = dict[str, dict[str, str]]


def figures() -> Iterator[Figure]:
    """Yield the share of words for each print and each sample, ours beside those of others."""
    prints = [str(path) for path in sorted(PAPERS.glob("*.*.pdf"))]
    seen: dict[str, list[str]] = json.loads(SEEN.read_text(encoding="utf-8"))
    samples = [str(SAMPLES / name) for name in seen if (SAMPLES / name).exists()]
    begun = perf_counter()
    texts = {"ours": {path: _ours(path) for path in prints}}
    taken = perf_counter() - begun
    texts["ours"] |= {path: _ours(path) for path in samples}
    texts |= _others([*prints, *samples])
    yield from _beside("prints", prints, texts, _f1_of_print)
    if samples:
        yield from _beside("samples", samples, texts, lambda text, path: f1_of(_digests(text), seen[Path(path).name]))
        told = [path for path in samples if len(seen[Path(path).name]) >= LEAST_IN_ORDER]
        yield from _beside("samples, pairs", told, texts, lambda text, path: _pairs(text, seen[Path(path).name]))
    thousands = sum(len(texts["ours"][path]) for path in prints) / 1000
    yield Figure("time for each 1,000 characters", 1000 * taken / thousands, unit="ms", places=0)


def _beside(what: str, paths: Sequence[str], texts: Texts, f1: Callable[[str, str], float]) -> Iterator[Figure]:
    shares = {name: [f1(of[path], path) for path in paths] for name, of in texts.items()}
    ours = shares.pop("ours")
    for place, path in enumerate(paths):
        beside = ", ".join(f"{name} {share[place]:.3f}" for name, share in shares.items())
        yield Figure(f"{Path(path).name[-30:]}" + (f" ({beside})" if beside else ""), ours[place], 0.95)
    means = {name: statistics.mean(share) for name, share in shares.items()}
    for name, mean in means.items():
        yield Figure(f"mean of {name}, {what}", mean)
    yield Figure(f"mean of ours, {what}", statistics.mean(ours), max(0.95, *means.values()) if means else 0.95)
    worse = sum(share < max(others) for share, *others in zip(ours, *shares.values(), strict=True) if others)
    yield Figure(f"{what} that another reads better", worse, 0, at_least=False, places=0)


def _ours(path: str) -> str:
    (imported,) = read(Path(path).read_bytes(), Hints(file=path))
    return imported.article.text


def _others(paths: Iterable[str]) -> Texts:
    python = os.environ.get("HAMISH_OTHER_PYTHON") or sys.executable
    answer = subprocess.run([python, str(OTHERS), *paths], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def _f1_of_print(text: str, path: str) -> float:
    name = re.split("[-.]", Path(path).name)[0]
    written = (PAPERS / f"{TEXTS[name]}.md").read_text(encoding="utf-8")
    expected = re.sub(r"^(?:#+|>|-|\d\.) |^\| ---.*$|\|", "", written, flags=re.MULTILINE)
    return f1_of(words_of(clean(text)), words_of(clean(expected)))


def _digests(text: str) -> list[str]:
    return [sha256(word.encode()).hexdigest()[:DIGEST] for word in words_of(clean(text))]


def _pairs(text: str, seen: Sequence[str]) -> float:
    return f1_of(pairwise(_digests(text)), pairwise(seen))
