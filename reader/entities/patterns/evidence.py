"""What single words can be: a given name, a family name, a word that no list knows."""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from reader.entities.lexicons import Lexicons, NameList
from reader.entities.patterns.tokens import Phrases
from reader.entities.vocabulary import Vocabulary

_SHORTEST_UNKNOWN = 4
_SHORTEST_NISBA = 5
_PREPOSITION_ALA = "على"


class Reading(Enum):
    """What a word can be in a name. STRONG ones are names by themselves, WEAK ones also common words."""

    GIVEN = "given"
    FOREIGN = "foreign"
    FAMILY = "family"
    WEAK_GIVEN = "weak given"
    WEAK_FAMILY = "weak family"
    UNKNOWN = "unknown"
    NISBA = "nisba"
    NONE = "none"

    @property
    def is_strong(self) -> bool:
        """Whether the word is unmistakably a name."""
        return self in (Reading.GIVEN, Reading.FOREIGN, Reading.FAMILY)

    @property
    def is_weak(self) -> bool:
        """Whether the word is a name where its neighbours say so."""
        return self in (Reading.WEAK_GIVEN, Reading.WEAK_FAMILY)


class Evidence:
    """Answers what a folded word can be, from the lists and the vocabulary."""

    def __init__(self, lexicons: Lexicons, vocabulary: Vocabulary) -> None:
        self.lexicons = lexicons
        self.is_common = vocabulary.is_common
        self.reading = lru_cache(maxsize=20_000)(self._reading)
        self._particles = frozenset(_with_clitics(lexicons.function_words))
        self.names = Phrases(lexicons.given.phrases | lexicons.foreign.phrases | lexicons.family.phrases)
        self.roles = Phrases(lexicons.roles.phrases)
        self.honorifics = Phrases(lexicons.honorifics.phrases)

    def is_role(self, word: str) -> bool:
        """Say whether a folded word says what someone is, with or without the article."""
        return _has(self.lexicons.roles, word) or _has(self.lexicons.roles, word.removeprefix("ال"))

    def is_honorific(self, word: str) -> bool:
        """Say whether a folded word stands before names and is no part of them."""
        return word in self.lexicons.honorifics.certain

    def starts_anew(self, word: str) -> bool:
        """Say whether a folded word is no name, but one with a particle before it, so that another name begins."""
        whole = self._reading(word)
        if whole.is_strong or word[:1] not in ("و", "ب", "ل", "ف", "ك"):
            return False
        rest = self.reading(word[1:])
        return rest.is_strong or (rest.is_weak and word[0] == "و")

    def is_particle(self, word: str) -> bool:
        """Say whether a folded word can be no part of any name."""
        return word in self._particles

    def _reading(self, word: str) -> Reading:
        lists = self.lexicons
        if word in self._particles:
            return Reading.NONE
        for names, strong, weak in (
            (lists.given, Reading.GIVEN, Reading.WEAK_GIVEN),
            (lists.foreign, Reading.FOREIGN, Reading.WEAK_GIVEN),
            (lists.family, Reading.FAMILY, Reading.WEAK_FAMILY),
        ):
            if word in names.certain and word not in lists.adjectives:
                return strong
            if word in names:
                return weak
        if word in lists.adjectives or not _is_arabic(word) or self.is_common(word):
            return Reading.NONE
        if word.startswith("ال"):
            return Reading.NISBA if len(word) >= _SHORTEST_NISBA else Reading.NONE
        return Reading.UNKNOWN if len(word) >= _SHORTEST_UNKNOWN else Reading.NONE


def is_preposition(raw: str, folded: str) -> bool:
    """Say whether a word is على, which folds to the name علي, and is written as the preposition."""
    return folded == "علي" and raw.endswith("ى")


def _with_clitics(particles: Iterable[str]) -> Iterator[str]:
    for particle in particles:
        yield particle
        yield from (clitic + particle for clitic in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"))


def _has(names: NameList, word: str) -> bool:
    return word in names.certain or word in names.doubtful


def _is_arabic(word: str) -> bool:
    return all("ء" <= letter <= "ي" for letter in word)
