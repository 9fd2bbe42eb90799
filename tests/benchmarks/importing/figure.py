"""A figure that a section measures: `figures()` of each module here yields them in the order they are printed."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared" / "data"
"""Real files beside the project, which are no part of it."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and the limit it is compared to, if there is one: by default it must be at least that.

    `unit` stands behind the number; "%" says that it is a share, shown a hundred times as large.
    """

    name: str
    value: float
    limit: float | None = None
    at_least: bool = True
    unit: str = ""
    places: int = 3

    @property
    def is_kept(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def shown(self, value: float) -> str:
        """Return a number as it is printed."""
        return f"{value:.1%}" if self.unit == "%" else f"{value:.{self.places}f} {self.unit}".strip()


def words_of(text: str) -> list[str]:
    """Return a text's words in their order."""
    return _WORD.findall(text)


def word_f1(text: str, expected: str) -> float:
    """Return the harmonic mean of precision and recall of a text's words, each counted as often as it stands there."""
    return f1_of(words_of(text), words_of(expected))


def f1_of(found: Iterable[Hashable], expected: Iterable[Hashable]) -> float:
    """Return the harmonic mean of precision and recall of what was found, each thing counted as often as it is."""
    one, other = Counter(found), Counter(expected)
    return 2 * (one & other).total() / max(1, one.total() + other.total())
