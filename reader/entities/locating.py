"""Which place a name means: by how it is written, what stands before it, the article's other places, and population."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log10

from reader.entities.entity import Mention, PlaceKind
from reader.entities.gazetteer import Gazetteer, Place, as_arabic_writes
from reader.entities.surroundings import Located, Surroundings
from reader.text.folding import fold, fold_word

_MARKS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")

_KINDS_BY_WORD: Mapping[str, frozenset[PlaceKind]] = {
    **dict.fromkeys(("مدينه", "العاصمه", "بلده", "قريه", "ضاحيه", "حي"), frozenset((PlaceKind.CITY,))),
    **dict.fromkeys(("ولايه", "محافظه", "مقاطعه", "اقليم", "منطقه", "اماره"), frozenset((PlaceKind.REGION,))),
    **dict.fromkeys(("دوله", "مملكه", "سلطنه", "جمهوريه"), frozenset((PlaceKind.COUNTRY,))),
    **dict.fromkeys(("نهر", "بحر", "خليج", "مضيق", "بحيره", "محيط"), frozenset((PlaceKind.WATER,))),
}

_FOR_MARKS, _FOR_WORD, _FOR_NEIGHBOURS, _FOR_CHOSEN, _FOR_DATELINE = 8.0, 4.0, 3.0, 2.0, 3.0
_ENOUGH = 12
"""So many mentions of places of known countries tell where an article plays."""

_SHORTEST_BARE = 4
"""Letters of a name that may be written with the article too: القطر is not قطر."""

_PARTICLES = ("", "و", "ب", "ل", "ف")
_SHORTEST_FOREIGN = 5
_OTHER_G = (str.maketrans("ج", "غ"), str.maketrans("غ", "ج"))
"""How else the g of other languages is written: هنجاريا for هنغاريا."""

_DATELINE = re.compile(r" ?(?:\([^()\n]{1,20}\) ?)?[-–—ـ:]")


class Locator:
    """Places the names of one article. `groups` holds the mentions of each distinct place."""

    def __init__(self, text: str, groups: Sequence[Sequence[Mention]], gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._candidates = [candidates(group[0].text, gazetteer) for group in groups]
        self._groups = groups
        # What has one reading tells in which countries the article plays.
        self._countries = Counter(
            places[0].country
            for places, group in zip(self._candidates, groups, strict=True)
            for _ in group
            if places and len({place.country for place in places}) == 1 and places[0].country
        )

    def places(self) -> list[Place | None]:
        """Return the place that each group means, or None where neither the gazetteer nor the text tells."""
        best = [self._best(group, found) for group, found in zip(self._groups, self._candidates, strict=True)]
        known = [
            Located(each, place) for group, place in zip(self._groups, best, strict=True) if place for each in group
        ]
        surroundings = Surroundings(self._text, known, self._gazetteer)
        return [place or surroundings.place(group) for group, place in zip(self._groups, best, strict=True)]

    def _best(self, group: Sequence[Mention], found: Sequence[Place]) -> Place | None:
        best = max(found, key=lambda place: self._score(place, group), default=None)
        return None if best and self._is_far(best, group) else best

    def _is_far(self, place: Place, group: Sequence[Mention]) -> bool:
        """Say whether a town whose name is also a noun, such as القلعة, lies where the article does not play."""
        return (
            place.is_word
            and fold_word(group[0].text).startswith("ال")
            and not place.is_chosen
            and self._countries.total() - len(group) >= _ENOUGH
            and self._countries[place.country] <= len(group)
            and not any(self._word_before(mention) in _KINDS_BY_WORD for mention in group)
        )

    def _score(self, place: Place, group: Sequence[Mention]) -> float:
        score = log10(place.population + 10)
        score += _FOR_CHOSEN * place.is_chosen
        score += _FOR_MARKS * any(_agrees_in_marks(mention.text, place.name) for mention in group)
        score += _FOR_DATELINE * (place.kind is PlaceKind.CITY and any(map(self._is_dateline, group)))
        score += _FOR_WORD * any(place.kind in _KINDS_BY_WORD.get(self._word_before(mention), ()) for mention in group)
        if self._countries and place.country:
            score += _FOR_NEIGHBOURS * self._countries[place.country] / self._countries.total()
        return score

    def _is_dateline(self, mention: Mention) -> bool:
        """Say whether a line begins with a place and a sign behind it, as a report begins with where it was written."""
        start = mention.span.start
        is_first = start == 0 or self._text[start - 1] == "\n"
        return is_first and _DATELINE.match(self._text, mention.span.end) is not None

    def _word_before(self, mention: Mention) -> str:
        before = fold(self._text[max(0, mention.span.start - 20) : mention.span.start]).rsplit(None, 1)
        word = before[-1] if before else ""
        return next(
            (word[len(cut) :] for cut in _PARTICLES if word.startswith(cut) and word[len(cut) :] in _KINDS_BY_WORD),
            word,
        )


def candidates(name: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that a name can mean: as it is, without the ل of لل, without the article, or with it."""
    folded = fold_word(name)
    bare = folded.removeprefix("ال")
    spellings = [folded, f"ا{folded}" if folded.startswith("ل") else folded, bare, f"ال{folded}"]
    for spelling in spellings:
        found = gazetteer.find(spelling)
        if found and not (spelling != folded and len(spelling) < _SHORTEST_BARE and spelling == bare):
            return found
    return _otherwise_spelt(folded, gazetteer) if len(folded) >= _SHORTEST_FOREIGN else ()


def _otherwise_spelt(folded: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    others = (as_arabic_writes(folded), *(folded.translate(letters) for letters in _OTHER_G))
    return next(filter(None, (gazetteer.find(each) for each in others if each != folded)), ())


def _agrees_in_marks(written: str, name: str) -> bool:
    """Say whether vowel signs that the text wrote are those of this place: عُمان is not عمّان."""
    marks = [letter for letter in written if letter in _MARKS]
    return bool(marks) and marks == [letter for letter in name if letter in _MARKS]
