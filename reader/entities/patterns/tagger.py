"""The first tagger: lists, gazetteer and patterns, without anything learnt."""

from collections.abc import Iterable, Iterator, Sequence

from reader.entities.entity import Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons
from reader.entities.patterns.evidence import Evidence
from reader.entities.patterns.found import Found
from reader.entities.patterns.organisations import Organisations
from reader.entities.patterns.people import People
from reader.entities.patterns.places import Places
from reader.entities.patterns.recurrence import recurring
from reader.entities.patterns.tokens import Token, tokens
from reader.entities.vocabulary import Vocabulary
from reader.text.spans import Span

VERSION = "patterns-1"
"""To be raised with every change to the patterns or lists that could give other mentions."""


class PatternTagger:
    """Finds names by lists and patterns. Making one is quick when its lists are loaded already."""

    version = VERSION

    def __init__(self, lexicons: Lexicons, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._evidence = Evidence(lexicons, vocabulary)
        self._places = Places(gazetteer, self._evidence)
        self._organisations = Organisations(self._evidence, self._places)
        self._people = People(self._evidence, self._places)

    @classmethod
    def load(cls, gazetteer: Gazetteer) -> "PatternTagger":
        """Return a tagger with the lists that ship with the program."""
        return cls(Lexicons.load(), Vocabulary.load(), gazetteer)

    def tag(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a text, in its order."""
        words = tokens(text)
        candidates = [*self._organisations.find(words), *self._places.find(words), *self._people.find(words)]
        chosen = list(_best(candidates))
        chosen += recurring(words, chosen, self._evidence)
        return tuple(_mention(text, words, found) for found in sorted(chosen, key=lambda found: found.start))


def _best(candidates: Iterable[Found]) -> Iterator[Found]:
    """Yield those that overlap no better one: the longest, then the weightiest, then the first."""
    taken: set[int] = set()
    for found in sorted(candidates, key=lambda each: (each.start - each.end, -each.weight, each.start)):
        place = range(found.start, found.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield found


def _mention(text: str, words: Sequence[Token], found: Found) -> Mention:
    span = Span(words[found.start].start_of(found.form), words[found.end - 1].span.end)
    return Mention(span, found.kind, span.of(text))
