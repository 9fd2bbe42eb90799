"""Where a passage that is gone may have gone: places whose words are most like its own, the best first."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.annotations.highlight import Highlight
from reader.annotations.wording import Wording
from reader.text.spans import Span

LEAST_LIKE = 0.4
"""From which share of a passage's letters on, found in words near one another, a place is offered."""

COMMON = 3
"""Words of fewer letters than this are everywhere, and count for nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the current text, and how much of the passage stands there: above 0, up to 1."""

    span: Span
    likeness: float


def candidates(highlight: Highlight, text: str, most: int = 5) -> tuple[Candidate, ...]:
    """Return the places of a text that are most like a highlight's passage, the best first, none on another.

    Of places equally like it the one between more of the same neighbours comes first, then the one nearer by.
    """
    wanted = Wording(highlight.quote)
    here = Wording(text)
    weights = {word: len(word) for word in wanted.folded}
    total = sum(weights.values())
    hits = [number for number, word in enumerate(here.folded) if weights.get(word, 0) >= COMMON]
    beside = set(Wording(f"{highlight.prefix} {highlight.suffix}").folded)
    found = []
    for numbers in _windows(hits, len(wanted)):
        words = set(here.folded[numbers.start : numbers.stop])
        likeness = sum(weights.get(word, 0) for word in words) / total
        around = range(max(numbers.start - 8, 0), min(numbers.stop + 8, len(here)))
        shared = sum(here.folded[number] in beside for number in around if number not in numbers)
        if likeness >= LEAST_LIKE:
            found.append((likeness, shared, -abs(here.span(numbers).start - highlight.span.start), numbers))
    chosen: list[Candidate] = []
    for likeness, _, _, numbers in sorted(found, key=lambda each: each[:3], reverse=True):
        span = here.span(numbers)
        if len(chosen) < most and not any(other.span.overlaps(span) for other in chosen):
            chosen.append(Candidate(span, likeness))
    return tuple(chosen)


def _windows(hits: list[int], length: int) -> Iterator[range]:
    """Yield the stretches that begin and end with a word of the passage and are hardly longer than it."""
    longest = length + max(2, length // 2)
    for index, first in enumerate(hits):
        for last in hits[index:]:
            if last - first >= longest:
                break
            yield range(first, last + 1)
