"""Names that lists alone know, for texts that are written as Arabic is but in another language."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.entities.entity import Kind, Mention, PlaceKind
from reader.entities.gazetteer import Gazetteer, Place, as_arabic_writes
from reader.entities.lexicons import Lexicons, word_set
from reader.text.folding import fold
from reader.text.spans import Span, lines_of

_WORD = re.compile(r"[^\W\d_]+(?:\u200c[^\W\d_]+)*")
_LONG_ENOUGH = 5
# Words of the neighbours that are names among the Arabs or in the gazetteer.
_ORDINARY = word_set("هزار نیسان خرداد آذر مهر بهار سحر نسیم شادی امید اور آر آن سال ماه")
_LONGEST_PLACE = 3
_LONGEST_PERSON = 4
_ENDINGS_OF_FAMILIES = ("زاده", "پور", "نژاد", "نيا", "وند", "اوغلو")
_SHORTEST_SURNAME = 4
"""Letters. A shorter one is a word of the language too often to be found again by itself."""
_LARGE = 100_000
_VERY_LARGE = 1_000_000
"""Inhabitants of a place that is known, and of one far away or whose name is a word as well."""

_SHORT = 3
_NEIGHBOURS = frozenset(("IR", "AF", "TJ", "PK", "IN", "IQ", "TR"))
"""Countries whose towns are named most in these languages. Short names of others are too often some other word."""

RULES = 3
"""To be raised with every change to what is found, and to which paragraphs are read."""

_Word = tuple[str, Span]


class ListedNames:
    """Finds what a reader would miss first: well-known places, and people whose every name is in the lists.

    The network has read Arabic alone, and takes the small words of Persian for names. Lists invent little.
    """

    version = f"listed {RULES}"

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._given = lexicons.given
        self._families = lexicons.family.certain
        self._foreign = lexicons.foreign.certain
        self._last = frozenset().union(
            *(names.certain | names.doubtful for names in (lexicons.family, lexicons.foreign, lexicons.given))
        )

    def tag(self, text: str) -> tuple[Mention, ...]:
        """Return the people and places of a text, in its order, without overlaps. A line feed ends every name."""
        lines = [_words(text, line) for line in lines_of(text)]
        people = [span for words in lines for span in self._people(words)]
        taken = {at for span in people for at in range(span.start, span.end)}
        surnames = {fold(span.of(text)).split()[-1] for span in people}
        people += [span for words in lines for span in self._again(words, surnames) if span.start not in taken]
        taken = {at for span in people for at in range(span.start, span.end)}
        places = [span for words in lines for span in self._places(words) if span.start not in taken]
        found = [(span, Kind.PERSON) for span in people] + [(span, Kind.PLACE) for span in places]
        return tuple(Mention(span, kind, span.of(text)) for span, kind in sorted(found))

    def _people(self, words: Sequence[_Word]) -> Iterator[Span]:
        at = 0
        while at < len(words):
            length = self._length_of_person(words[at : at + _LONGEST_PERSON])
            if length:
                yield _joined(words[at : at + length])
            at += length or 1

    def _length_of_person(self, words: Sequence[_Word]) -> int:
        """Return how many words are one person's name; 0 where no name of at least two begins."""
        if len(words) == 1 or not self._begins(_arabic(words[0][0]), _arabic(words[1][0])):
            return 0
        length = 1
        for (_, before), (word, span) in pairwise(words):
            if span.start - before.end != 1 or not self._is_later_name(word):
                break
            length += 1
        return length if length > 1 else 0

    def _begins(self, first: str, second: str) -> bool:
        """Say whether a name may begin with two words: the less certain the first is, the more so the second."""
        if first in _ORDINARY:
            return False
        if first in self._given.certain:
            return True
        if first in self._given:
            return second in self._families or second in self._given.certain
        return first in self._foreign and second in self._foreign and second not in self._given

    def _is_later_name(self, word: str) -> bool:
        return _arabic(word) in self._last or word.endswith(_ENDINGS_OF_FAMILIES)

    def _again(self, words: Sequence[_Word], surnames: set[str]) -> Iterator[Span]:
        """Yield surnames that stand alone after they stood in a whole name: not given names, which many people bear."""
        for word, span in words:
            is_telling = word not in self._given and not self._gazetteer.has(word)
            if len(word) >= _SHORTEST_SURNAME and word in surnames and is_telling:
                yield span

    def _places(self, words: Sequence[_Word]) -> Iterator[Span]:
        at = 0
        while at < len(words):
            longest = min(_LONGEST_PLACE, len(words) - at)
            length = next((n for n in range(longest, 0, -1) if self._is_place(words[at : at + n])), 0)
            if length:
                yield _joined(words[at : at + length])
            at += length or 1

    def _is_place(self, words: Sequence[_Word]) -> bool:
        name = " ".join(word for word, _ in words)
        if name in _ORDINARY:
            return False
        found = self._gazetteer.find(name) or self._gazetteer.find(_arabic(name))
        return any(_is_well_known(place) for place in found)


def _is_well_known(place: Place) -> bool:
    if place.is_word:
        return place.is_chosen and place.population >= _VERY_LARGE and place.kind is PlaceKind.CITY
    if len(place.name) <= _SHORT and place.country not in _NEIGHBOURS:
        return False
    return place.is_chosen or place.population >= (_LARGE if place.country in _NEIGHBOURS else _VERY_LARGE)


def _arabic(word: str) -> str:
    """Return a folded word as our lists may have it: a short one would become another word too often."""
    return as_arabic_writes(word) if len(word) >= _LONG_ENOUGH else word


def _words(text: str, line: Span) -> list[_Word]:
    """Return the folded words of a line and where they stand."""
    return [(fold(found[0]), Span(*found.span())) for found in _WORD.finditer(text, line.start, line.end)]


def _joined(words: Sequence[_Word]) -> Span:
    return Span(words[0][1].start, words[-1][1].end)
