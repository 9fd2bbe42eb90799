"""How well highlights are found again: 1,000 generated edits of real articles, judged word by word."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.annotations.anchoring import Anchorage, no_earlier  # noqa: E402
from tests.annotations.edits import Verdict, edited, highlight_of, judged, laid, lines_of, passage  # noqa: E402

EDITS = 1000
PASSAGES = 3
"""Highlights in each edited article."""

LEAST_RIGHT = 0.99
SHARED = ROOT.parent / "shared" / "data"
WORDS = range(60, 4000)


def main() -> int:
    """Measure with and without the earlier text, print, and return 1 when what the library does is not good enough."""
    texts = real_texts()
    print(f"{EDITS} edits of {len(texts)} articles, {PASSAGES} highlights in each; seed 1")
    counts, spent = count(texts, knows=True)
    tell("followed from the text they were made on", counts, spent)
    tell("found by their own words and neighbours", *count(texts, knows=False))
    return int(share_right(counts) < LEAST_RIGHT or counts[Verdict.WRONG] > 0)


def real_texts() -> list[str]:
    """Return the articles of the folder beside the project; our own sample without it."""
    found = [path.read_bytes().decode("cp1256") for path in sorted(SHARED.glob("text-windows-1256/*.txt"))]
    for pattern in ("html/*.expected.txt", "text/*.txt", "seed/*.txt"):
        found += [path.read_text(encoding="utf-8") for path in sorted(SHARED.glob(pattern))]
    found = [text for text in found if len(text.split()) in WORDS]
    return found or [(ROOT / "resources" / "samples" / "article.ar.txt").read_text(encoding="utf-8")]


def count(texts: list[str], *, knows: bool) -> tuple[Counter[Verdict], float]:
    """Return how many highlights were found how well, and how long finding them took in s."""
    chance = Random(1)
    sentences = [line for text in texts for line in text.splitlines() if 6 < len(line.split()) < 40]
    counts: Counter[Verdict] = Counter()
    spent = 0.0
    for _ in range(EDITS):
        lines = lines_of(chance.choice(texts))
        old, new = laid(lines), edited(lines, sentences, chance)
        earlier = _always(old.text) if knows else no_earlier
        anchorage = Anchorage(new.text, "new", earlier)
        for _ in range(PASSAGES):
            numbers = passage(lines, chance)
            highlight = highlight_of(old, numbers)
            began = perf_counter()
            placed = anchorage.place(highlight)
            spent += perf_counter() - began
            counts[judged(placed, numbers, old, new)] += 1
    return counts, spent


def share_right(counts: Counter[Verdict]) -> float:
    """Return the share of highlights that stand at the right words."""
    return (counts[Verdict.RIGHT] + counts[Verdict.APPROXIMATE]) / counts.total()


def tell(what: str, counts: Counter[Verdict], spent: float) -> None:
    """Print one way of finding."""
    print(f"\n{what}: {100 * share_right(counts):.2f} % at the right words (limit {100 * LEAST_RIGHT:.0f} %)")
    for verdict in Verdict:
        print(f"  {verdict.value:36}{counts[verdict]:6}")
    print(f"  ms a highlight                      {1000 * spent / counts.total():6.2f}")


def _always(text: str) -> Callable[[str], str | None]:
    return lambda _version: text


if __name__ == "__main__":
    sys.exit(main())
