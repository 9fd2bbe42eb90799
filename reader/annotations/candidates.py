"""Where a passage that is gone may have gone: places whose words are most like its own, the best first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.annotations.highlight import Highlight
from reader.annotations.wording import Wording
from reader.text.spans import Span

LEAST_LIKE = 0.4
"""From which share of a passage's letters on, found in words near one another, a place is offered."""

COMMON = 3
"""Words of fewer letters than this are everywhere, and count for nothing by themselves."""

NEIGHBOURS = 8
"""How many words on either side of a place are looked at for those that stood beside the passage."""


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
    known = [(number, word) for number, word in enumerate(here.folded) if word in weights]
    beside = set(Wording(f"{highlight.prefix} {highlight.suffix}").folded)
    found = []
    for numbers, letters in _windows(known, weights, len(wanted)):
        likeness = letters / total
        if likeness >= LEAST_LIKE:
            before = here.folded[max(numbers.start - NEIGHBOURS, 0) : numbers.start]
            after = here.folded[numbers.stop : numbers.stop + NEIGHBOURS]
            shared = sum(word in beside for word in (*before, *after))
            found.append((likeness, shared, -abs(here.span(numbers).start - highlight.span.start), numbers))
    chosen: list[Candidate] = []
    for likeness, _, _, numbers in sorted(found, key=lambda each: each[:3], reverse=True):
        span = here.span(numbers)
        if len(chosen) < most and not any(other.span.overlaps(span) for other in chosen):
            chosen.append(Candidate(span, likeness))
    return tuple(chosen)


def _windows(known: Sequence[tuple[int, str]], weights: Mapping[str, int], length: int) -> Iterator[tuple[range, int]]:
    """Yield, from each word of the passage that the text has, the shortest stretch that holds most of the passage.

    `known` are the numbers and words of the text that the passage has too. A stretch begins and ends with a word that
    is not COMMON, is hardly longer than the passage, and comes with the letters of its words.
    """
    longest = length + max(2, length // 2)
    for index, (first, begins) in enumerate(known):
        if weights[begins] < COMMON:
            continue
        seen: set[str] = set()
        inside, letters, last = 0, 0, first
        for number, word in known[index : index + longest]:
            if number - first >= longest:
                break
            if word not in seen:
                seen.add(word)
                inside += weights[word]
            if inside > letters and weights[word] >= COMMON:
                letters, last = inside, number
        yield range(first, last + 1), letters
