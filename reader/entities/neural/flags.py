"""Which lists a sentence's words stand in: names, places, bodies, roles, and ordinary words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, NameList
from reader.entities.neural.features import Floats
from reader.entities.vocabulary import Vocabulary
from reader.text.words import strip_clitics

LONGEST_PHRASE = 4
"""Tokens: the longest names of places and bodies that are looked for."""

WORD_FLAGS = ("given", "family", "foreign", "doubtful", "role", "honorific", "head", "adjective", "common")
PHRASE_FLAGS = ("place", "organisation")
COUNT = len(WORD_FLAGS) + 3 * len(PHRASE_FLAGS)
"""For a phrase: alone, the first of several, a later one."""

_KEPT = 16_384
_FORMS = 3


@dataclass(frozen=True, slots=True)
class _Word:
    """A word folded, and its flags; for each kind of phrase whether it is one, and what may begin a longer one."""

    folded: str
    flags: tuple[float, ...]
    is_name: tuple[bool, ...]
    beginnings: tuple[tuple[str, ...], ...]


class LexiconFlags:
    """Looks up the words of sentences. Particles before a word are tried away: وبغداد stands in the list of places.

    What is found for a word is kept; where a word begins no longer name, what follows it is not looked at.
    """

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._lists = (
            _words(lexicons.given),
            _words(lexicons.family),
            _words(lexicons.foreign),
            lexicons.given.doubtful | lexicons.family.doubtful | lexicons.foreign.doubtful,
            _words(lexicons.roles),
            _words(lexicons.honorifics),
            _words(lexicons.organisation_heads),
            lexicons.adjectives,
        )
        self._vocabulary = vocabulary
        organisations = lexicons.organisations
        names = organisations.certain | organisations.doubtful | organisations.phrases
        begun = frozenset(" ".join(words[:n]) for words in map(str.split, names) for n in range(1, len(words)))
        self._is_name: tuple[Callable[[str], bool], ...] = (gazetteer.has, names.__contains__)
        self._begins: tuple[Callable[[str], bool], ...] = (gazetteer.goes_on, begun.__contains__)
        self._word = lru_cache(maxsize=_KEPT)(self._look_up)

    def __call__(self, sentences: Iterable[Sequence[str]]) -> Floats:
        """Return one row of flags for each word of sentences, one after the other: 0 or 1."""
        rows: list[list[float]] = []
        for sentence in sentences:
            words = [self._word(word) for word in sentence]
            found = [[*word.flags, 0, 0, 0, 0, 0, 0] for word in words]
            for kind in range(len(PHRASE_FLAGS)):
                self._mark(found, words, kind)
            rows += found
        return np.array(rows, np.float32).reshape(-1, COUNT)

    def _look_up(self, raw: str) -> _Word:
        forms = strip_clitics(raw)[:_FORMS]
        flags = [float(not names.isdisjoint(forms)) for names in self._lists]
        return _Word(
            forms[0],
            (*flags, float(self._vocabulary.is_common(forms[0]))),
            tuple(any(map(is_name, forms)) for is_name in self._is_name),
            tuple(tuple(filter(begins, forms)) for begins in self._begins),
        )

    def _mark(self, rows: Sequence[list[float]], words: Sequence[_Word], kind: int) -> None:
        column = len(WORD_FLAGS) + 3 * kind
        for first, word in enumerate(words):
            length = max((self._longest(words, first, form, kind) for form in word.beginnings[kind]), default=0)
            if length:
                rows[first][column + 1] = 1
                for later in rows[first + 1 : first + length]:
                    later[column + 2] = 1
            elif word.is_name[kind]:
                rows[first][column] = 1

    def _longest(self, words: Sequence[_Word], first: int, name: str, kind: int) -> int:
        """Return how many words the longest name of several has that begins here in this form, or 0."""
        longest = 0
        for number, word in enumerate(words[first + 1 : first + LONGEST_PHRASE], start=2):
            name = f"{name} {word.folded}"
            if self._is_name[kind](name):
                longest = number
            if not self._begins[kind](name):
                break
        return longest


def _words(names: NameList) -> frozenset[str]:
    return names.certain | names.doubtful
