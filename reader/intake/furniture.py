"""What stands on a page beside the article: controls, share bars, counters, pointers elsewhere, empty labels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from json import loads

from reader import resources
from reader.intake.lines import Line
from reader.text.folding import fold

_LEXICON = "lexicons/furniture.json"
_SIGNS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_LONGEST_POINTER = 160  # code points: longer, it is a paragraph that happens to begin so
_LONGEST = 80


def bare(text: str) -> str:
    """Return a text folded, its signs made single spaces: how phrases are compared here."""
    return _SIGNS.sub(" ", fold(text)).strip()


@cache
def phrases(kind: str) -> frozenset[str]:
    """Return the phrases of one kind of the lexicon, bare."""
    return frozenset(map(bare, loads(resources.read_text(_LEXICON))[kind]))


@cache
def one_of(*kinds: str) -> str:
    """Return a pattern for any phrase of these kinds in a bare text, the longest first."""
    longest_first = sorted(frozenset().union(*map(phrases, kinds)), key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")"


def is_control(text: str) -> bool:
    """Say whether a line is nothing but controls of the page: text size, print, share, several networks, counters."""
    if len(text) > _LONGEST:
        return False
    words = bare(text)
    if not words or words in phrases("controls"):
        return bool(words)
    without_numbers = _SIGNS.sub(" ", _DIGITS.sub(" ", words)).strip()
    if without_numbers != words and _consists_of(without_numbers, "counts"):
        return True
    parts = _consists_of(words, "controls", "weak")
    return parts > 1


def is_text_size(text: str) -> bool:
    """Say whether a control is the one for the size of the text."""
    return bare(text) in phrases("text_size")


def is_weak(text: str) -> bool:
    """Say whether a line is one word that is a control among controls, and may be a heading elsewhere."""
    return bare(text) in phrases("weak")


def is_label(text: str) -> bool:
    """Say whether a line is nothing but a label for what should follow: contributors, tags, related articles."""
    return len(text) <= _LONGEST and bare(text) in phrases("labels")


def is_pointer(text: str) -> bool:
    """Say whether a line points to another article or lists tags: its label, a colon, and what it names."""
    label, colon, named = text.partition(":")
    if not colon or len(text) > _LONGEST_POINTER or text.rstrip().endswith("."):
        return False
    return bool(named.strip()) and bare(label) in phrases("pointers") | phrases("tag_labels")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines that may belong to the article, with their gaps, and those that are the page's.

    `controls_at` counts the former above the page's text-size control; 0 without one.
    """

    kept: tuple[Line, ...]
    dropped: tuple[str, ...]
    controls_at: int = 0


def without_furniture(lines: Sequence[Line]) -> Sorted:
    """Sort the lines into the article's and the page's."""
    furniture = [is_control(line.text) or is_pointer(line.text) for line in lines]
    for place, line in enumerate(lines):
        beside = furniture[max(0, place - 1) : place] + furniture[place + 1 : place + 2]
        if any(beside) and is_weak(line.text):
            furniture[place] = True
    for place in _empty_labels(lines, furniture):
        furniture[place] = True
    kept: list[Line] = []
    gap = 0
    for line, is_furniture in zip(lines, furniture, strict=True):
        gap = max(gap, line.gap)
        if not is_furniture:
            kept.append(Line(line.text, gap))
            gap = 0
    dropped = tuple(line.text for line, is_furniture in zip(lines, furniture, strict=True) if is_furniture)
    first = next((place for place, line in enumerate(lines) if furniture[place] and is_text_size(line.text)), 0)
    return Sorted(tuple(kept), dropped, first - sum(furniture[:first]))


def _empty_labels(lines: Sequence[Line], furniture: Sequence[bool]) -> Iterable[int]:
    """Yield the places of labels at the end that nothing follows, and of labels that another label follows at once."""
    nothing_follows = True
    for place in reversed(range(len(lines))):
        if furniture[place]:
            continue
        label = is_label(lines[place].text)
        if label and nothing_follows:
            yield place
        nothing_follows = label


def _consists_of(words: str, *kinds: str) -> int:
    """Return of how many phrases of these kinds a bare text consists; 0 if there is anything else in it."""
    pattern = one_of(*kinds)
    if not re.fullmatch(f"{pattern}(?: {pattern})*", words):
        return 0
    return len(re.findall(pattern, words))
