"""PDF: how many words come out as they were written, of texts of our own printed by LibreOffice and Chromium.

HAMISH_OTHER_PYTHON names a Python with pymupdf, pypdf and pypdfium2; then these read the same files side by side, and
their text is cleaned as ours is (shapes are letters).
"""

import json
import os
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from importing.figure import ROOT, Figure, word_f1
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
OTHERS = ROOT / "tests" / "benchmarks" / "programs" / "other_pdf_readers.py"


def figures() -> Iterator[Figure]:
    """Yield the share of words for each print, ours beside those of others."""
    paths = sorted(PAPERS.glob("*.*.pdf"))
    begun = perf_counter()
    ours = {str(path): _ours(path) for path in paths}
    taken = perf_counter() - begun
    others = _others([str(path) for path in paths])
    for path in paths:
        beside = ", ".join(f"{name} {_f1(texts[str(path)], path):.3f}" for name, texts in others.items())
        yield Figure(f"{path.name}" + (f" ({beside})" if beside else ""), _f1(ours[str(path)], path), 0.95)
    best = [max((_f1(texts[str(path)], path) for texts in others.values()), default=0.0) for path in paths]
    means = {name: statistics.mean(_f1(texts[str(path)], path) for path in paths) for name, texts in others.items()}
    for name, mean in means.items():
        yield Figure(f"mean of {name}", mean)
    mean = statistics.mean(_f1(ours[str(path)], path) for path in paths)
    yield Figure("mean of ours", mean, max(0.95, *means.values()) if means else 0.95)
    if others:
        worse = sum(_f1(ours[str(path)], path) < one for path, one in zip(paths, best, strict=True))
        yield Figure("prints that another reads better", worse, 0, at_least=False, places=0)
    thousands = sum(map(len, ours.values())) / 1000
    yield Figure("time for each 1,000 characters", 1000 * taken / thousands, unit="ms", places=0)


def _ours(path: Path) -> str:
    (imported,) = read(path.read_bytes(), Hints(file=path.name))
    return imported.article.text


def _others(paths: list[str]) -> dict[str, dict[str, str]]:
    python = os.environ.get("HAMISH_OTHER_PYTHON")
    if not python:
        return {}
    answer = subprocess.run([python, str(OTHERS), *paths], check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def _f1(text: str, path: Path) -> float:
    written = (PAPERS / f"{TEXTS[re.split('[-.]', path.name)[0]]}.md").read_text(encoding="utf-8")
    expected = re.sub(r"^(?:#+|>|-|\d\.) |^\| ---.*$|\|", "", written, flags=re.MULTILINE)
    return word_f1(clean(text), clean(expected))
