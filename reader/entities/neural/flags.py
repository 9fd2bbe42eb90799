"""Which lists a sentence's words stand in: names, places, bodies, roles, and ordinary words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

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
_BYTES = [bytes(bits >> number & 1 for number in range(8)) for bits in range(256)]
"""A byte for each bit of a number, the lowest first."""

_NO, _YES = b"\0", b"\1"
_NOWHERE, _ALONE = b"\0\0\0", b"\1\0\0"


class _Word(NamedTuple):
    """A word folded, its flags as it stands alone, and for each kind of phrase in which forms it may begin one."""

    folded: str
    flags: bytes
    beginnings: tuple[tuple[str, ...], ...]
    may_begin: bool


class LexiconFlags:
    """Looks up the words of sentences. Particles before a word are tried away: وبغداد stands in the list of places.

    What is found for a word is kept; where a word begins no longer name, what follows it is not looked at. The lists of
    single words are one table, with a bit for each list that a word is in.
    """

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        lists: tuple[Iterable[str], ...] = (
            _words(lexicons.given),
            _words(lexicons.family),
            _words(lexicons.foreign),
            lexicons.given.doubtful | lexicons.family.doubtful | lexicons.foreign.doubtful,
            _words(lexicons.roles),
            _words(lexicons.honorifics),
            _words(lexicons.organisation_heads),
            lexicons.adjectives,
        )
        self._lists: dict[str, int] = {}
        for number, words in enumerate(lists):
            for word in words:
                self._lists[word] = self._lists.get(word, 0) | 1 << number
        self._is_common = vocabulary.is_common
        organisations = lexicons.organisations
        names = organisations.certain | organisations.doubtful | organisations.phrases
        begun = frozenset(" ".join(words[:n]) for words in map(str.split, names) for n in range(1, len(words)))
        self._names = (gazetteer.names, names)
        self._begun = (gazetteer.beginnings, begun)
        self._word = lru_cache(maxsize=_KEPT)(self._look_up)

    def __call__(self, sentences: Iterable[Sequence[str]]) -> Floats:
        """Return one row of flags for each word of sentences, one after the other: 0 or 1."""
        rows = bytearray()
        for sentence in sentences:
            words = [self._word(word) for word in sentence]
            begin = len(rows)
            rows += b"".join([word.flags for word in words])
            for first, word in enumerate(words):
                if word.may_begin:
                    self._mark(rows, begin + COUNT * first, words, first)
        return np.frombuffer(rows, np.uint8).reshape(-1, COUNT).astype(np.float32)

    def _look_up(self, raw: str) -> _Word:
        forms = strip_clitics(raw)[:_FORMS]
        lists = 0
        for form in forms:
            lists |= self._lists.get(form, 0)
        flags = [_BYTES[lists], _YES if self._is_common(forms[0]) else _NO]
        flags += [_NOWHERE if names.isdisjoint(forms) else _ALONE for names in self._names]
        beginnings = tuple(tuple(filter(begun.__contains__, forms)) for begun in self._begun)
        return _Word(forms[0], b"".join(flags), beginnings, any(beginnings))

    def _mark(self, rows: bytearray, row: int, words: Sequence[_Word], first: int) -> None:
        """Mark the phrases that begin with a word, whose row of flags begins at a place of all rows."""
        for kind, beginnings in enumerate(words[first].beginnings):
            length = max((self._longest(words, first, form, kind) for form in beginnings), default=0)
            if length:
                column = row + len(WORD_FLAGS) + 3 * kind
                rows[column : column + 2] = b"\0\1"
                for later in range(1, length):
                    rows[column + later * COUNT + 2] = 1

    def _longest(self, words: Sequence[_Word], first: int, name: str, kind: int) -> int:
        """Return how many words the longest name of several has that begins here in this form, or 0."""
        longest = 0
        for number, word in enumerate(words[first + 1 : first + LONGEST_PHRASE], start=2):
            name = f"{name} {word.folded}"
            if name in self._names[kind]:
                longest = number
            if name not in self._begun[kind]:
                break
        return longest


def _words(names: NameList) -> frozenset[str]:
    return names.certain | names.doubtful
