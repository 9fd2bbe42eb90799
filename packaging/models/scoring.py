"""Exact-match scores of names: the same stretch and the same kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from examples import KINDS


def spans_of(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the names in a sequence of tags, as first token, token after the last, and kind."""
    found = set()
    start, kind = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            found.add((start, number, kind))
            kind = ""
        if tag != "O" and not kind:
            start, kind = number, tag[2:]
    return found


@dataclass(slots=True)
class Score:
    """Counts of names found rightly, found wrongly, and missed, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Iterable[tuple[int, int, str]], found: Iterable[tuple[int, int, str]]) -> None:
        """Count the names of one sentence or document."""
        gold, found = set(gold), set(found)
        self.right.update(kind for *_, kind in gold & found)
        self.wrong.update(kind for *_, kind in found - gold)
        self.missed.update(kind for *_, kind in gold - found)

    def figures(self, *kinds: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 in per cent, over some kinds."""
        right, wrong, missed = (
            sum(counter[kind] for kind in kinds) for counter in (self.right, self.wrong, self.missed)
        )
        precision = 100 * right / (right + wrong) if right + wrong else 0.0
        recall = 100 * right / (right + missed) if right + missed else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0

    def __str__(self) -> str:
        parts = []
        for name, kinds in (("all", KINDS), *((kind, (kind,)) for kind in KINDS)):
            precision, recall, f1 = self.figures(*kinds)
            parts.append(f"{name} {f1:.1f} ({precision:.0f}/{recall:.0f})")
        return "  ".join(parts)
