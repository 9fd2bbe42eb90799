"""Of which kind a name is, by what the whole article and the lists say of it: a surname alone is a person's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.entities.entity import Kind, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons
from reader.entities.names import PersonName
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold_word
from reader.text.words import strip_clitics

_ARTICLE = "ال"
_SON_OF = "بن "
_LARGE = 500_000
"""Inhabitants of a town that is meant by its name where no list of people's names has it."""


class Kinds:
    """Mends the kinds of an article's mentions."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._gazetteer = gazetteer
        self._adjectives, self._roles = lexicons.adjectives, lexicons.roles
        self._is_common = vocabulary.is_common
        people = (lexicons.given, lexicons.family, lexicons.foreign)
        self._of_people = frozenset().union(*(names.certain | names.doubtful for names in people))
        self._of_bodies = lexicons.organisations.certain | lexicons.clubs.certain | lexicons.clubs.doubtful

    def agreed(self, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions with one kind for each name that can have but one, and without words that name nobody."""
        listed = [_of_kind(each, self._listed(each)) for each in mentions]
        usual = _usual(listed)
        surnames = frozenset(self._surnames(listed))
        meant = (_of_kind(each, self._meant(each, surnames, usual)) for each in listed)
        return [each for each in meant if fold_word(each.text) in surnames or not self.is_word(each)]

    def is_word(self, mention: Mention) -> bool:
        """Say whether someone of one word with the article is an ordinary word that no list of names has: السوداني.

        Somebody's surname in the same article is more than a word.
        """
        word = fold_word(mention.text)
        return (
            mention.kind is Kind.PERSON
            and word.startswith(_ARTICLE)
            and " " not in word
            and self._of_people.isdisjoint(strip_clitics(word))
            and (word in self._adjectives or word in self._roles or self._is_common(word))
        )

    def _listed(self, mention: Mention) -> Kind:
        """Return the kind that lists know: someone whom only the table of places has is a place; بن علي is someone."""
        folded = fold_word(mention.text)
        if mention.kind is Kind.PLACE and folded.startswith(_SON_OF) and not self._gazetteer.has(folded):
            is_someone = not self._of_people.isdisjoint(folded.split()[1:2])
            return Kind.PERSON if is_someone else mention.kind
        if mention.kind is not Kind.PERSON:
            return mention.kind
        is_place = self._gazetteer.has(folded) if " " in folded else self._is_town(folded)
        return Kind.PLACE if is_place and self._of_people.isdisjoint(folded.split()) else mention.kind

    def _is_town(self, folded: str) -> bool:
        """Say whether a word is the name of a large town, and no other word."""
        return any(not place.is_word and place.population >= _LARGE for place in self._gazetteer.find(folded))

    def _surnames(self, mentions: Iterable[Mention]) -> Iterator[str]:
        """Yield the last words of people's names that are neither places' nor organisations'."""
        for mention in mentions:
            parts = PersonName(mention.text).parts if mention.kind is Kind.PERSON else ()
            if len(parts) > 1 and not self._gazetteer.has(parts[-1]) and parts[-1] not in self._of_bodies:
                yield parts[-1]

    def _meant(self, mention: Mention, surnames: frozenset[str], usual: Mapping[str, Kind]) -> Kind:
        folded = fold_word(mention.text)
        if folded in surnames:
            return Kind.PERSON
        kind = usual[folded]
        is_shared = Kind.PERSON not in (kind, mention.kind)
        return mention.kind if is_shared else kind


def _of_kind(mention: Mention, kind: Kind) -> Mention:
    return mention if mention.kind is kind else replace(mention, kind=kind)


def _usual(mentions: Iterable[Mention]) -> dict[str, Kind]:
    """Return the kind that each name has most often, or first."""
    kinds: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in mentions:
        kinds[fold_word(mention.text)][mention.kind] += 1
    return {name: counted.most_common(1)[0][0] for name, counted in kinds.items()}
