"""Comparing names: parts of one name, spellings of one word, and who is meant by a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.entities.lexicons import word_set
from reader.text.folding import fold_word

_JOINED_TO_NEXT = word_set("عبد ابو ابي ابا بن ابن بنت ال ام دي دو دا دير فان فون در دن بو ولد لو سان ماك")
_JOINED_TO_PREVIOUS = word_set("الله الدين اوغلو")
_LEFT_OUT = ("بن ", "ابن ", "بنت ", "ولد ", "ال ", "فون ", "دير ", "دي ", "دو ")
"""What stands before a last name and is sometimes left out: بن سلمان, فون دير لاين."""

_SOFT = str.maketrans(dict.fromkeys("غجكق", "ج"))
"""The letters for the g of other languages: غورباتشوف in Lebanon, جورباتشوف in Egypt, كورباتشوف in Iraq."""

_LONG_VOWELS = re.compile("(?<=.)[اوي](?=.)")
_SHORTEST_WITH_SOFT = 5
_SHORTEST_WITHOUT_VOWELS = 7
_SON_OF = ("بن ", "ابن ", "بنت ")
_OFTEN_LEFT_OUT = frozenset(("محمد",))
_TWO = 2
_KEPT = 4096


@dataclass(frozen=True)
class PersonName:
    """A person's name as written, and its parts: عبد الرحمن and بن سلمان are one part each."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The name as it is compared."""
        return fold_word(self.text)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The folded parts of the name."""
        return _parts(self.folded)

    @cached_property
    def outlines(self) -> tuple[str, ...]:
        """What all spellings of each part have in common: parts of different outlines are never the same."""
        return tuple(map(_outline, self.parts))

    @property
    def surname(self) -> str:
        """The last part of the name, or the family's before the father's: السالم of خالد السالم بن حمد."""
        *others, last = self.parts
        is_fathers = last.startswith(_SON_OF) and len(others) > 1 and others[-1].startswith("ال")
        return others[-1] if is_fathers else last

    @property
    def is_compound(self) -> bool:
        """Say whether the name begins with one that is often left out: محمد حسني مبارك."""
        return self.parts[0] in _OFTEN_LEFT_OUT and len(self.parts) > _TWO

    def is_part_of(self, fuller: "PersonName") -> bool:
        """Say whether this can be a shorter way to name the same person: some parts of the fuller name in their order.

        The first name must be among them, or the last name must be all there is: two people who share a last name and
        have each a first name stay two. محمد may be missing before all the others.
        """
        mine, theirs = self.parts, fuller.parts
        if len(mine) >= len(theirs) or not _in_order(mine, theirs):
            return False
        is_rest = fuller.is_compound and len(mine) == len(theirs) - 1 and same_word(mine[0], theirs[1])
        if is_rest or same_word(mine[0], theirs[0]):
            return True
        return len(mine) == 1 and (same_word(mine[0], theirs[-1]) or same_word(mine[0], fuller.surname))

    def is_same_as(self, other: "PersonName") -> bool:
        """Say whether two names differ at most in the spelling of their words."""
        return len(self.parts) == len(other.parts) and all(map(same_word, self.parts, other.parts))


@lru_cache(maxsize=_KEPT)
def _parts(folded: str) -> tuple[str, ...]:
    parts: list[str] = []
    joins_next = False
    for word in folded.split():
        if parts and (joins_next or word in _JOINED_TO_PREVIOUS):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        joins_next = word in _JOINED_TO_NEXT
    return tuple(parts)


@lru_cache(maxsize=_KEPT)
def _outline(part: str) -> str:
    return _skeleton(_bare(part))


def same_word(one: str, other: str) -> bool:
    """Say whether two folded words are spellings of one name.

    Arabic names differ by a single letter (جاسم, قاسم; حسن, حسين), so only longer words may: five letters for the g of
    other languages, seven for a long vowel inside.
    """
    if one == other:
        return True
    one, other = _bare(one), _bare(other)
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter >= _SHORTEST_WITH_SOFT and one.translate(_SOFT) == other.translate(_SOFT):
        return True
    return shorter >= _SHORTEST_WITHOUT_VOWELS and _skeleton(one) == _skeleton(other)


def _bare(word: str) -> str:
    for connector in _LEFT_OUT:
        word = word.removeprefix(connector)
    return word.removeprefix("ال") if not word.startswith("الل") else word


def _skeleton(word: str) -> str:
    return _LONG_VOWELS.sub("", word).translate(_SOFT)


def _in_order(parts: Sequence[str], fuller: Sequence[str]) -> bool:
    rest = iter(fuller)
    return all(any(same_word(part, other) for other in rest) for part in parts)
