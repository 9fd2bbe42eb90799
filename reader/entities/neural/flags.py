"""Which lists a sentence's words stand in: names, places, bodies, roles, and ordinary words."""

from collections.abc import Callable, Collection, Sequence

import numpy as np

from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, NameList
from reader.entities.neural.features import Floats
from reader.entities.neural.tokens import Token
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold
from reader.text.words import strip_clitics

LONGEST_PHRASE = 4
"""Tokens: the longest names of places and bodies that are looked for."""

WORD_FLAGS = ("given", "family", "foreign", "doubtful", "role", "honorific", "head", "adjective", "common")
PHRASE_FLAGS = ("place", "organisation")
COUNT = len(WORD_FLAGS) + 3 * len(PHRASE_FLAGS)
"""For a phrase: alone, the first of several, a later one."""


class LexiconFlags:
    """Looks up the words of sentences. Particles before a word are tried away: وبغداد stands in the list of places."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._lists: tuple[Collection[str] | NameList, ...] = (
            lexicons.given,
            lexicons.family,
            lexicons.foreign,
            lexicons.given.doubtful | lexicons.family.doubtful | lexicons.foreign.doubtful,
            lexicons.roles,
            lexicons.honorifics,
            lexicons.organisation_heads,
            lexicons.adjectives,
        )
        self._vocabulary = vocabulary
        self._gazetteer = gazetteer
        organisations = lexicons.organisations
        self._organisations = organisations.certain | organisations.doubtful | organisations.phrases
        self._known: dict[str, bool] = {}

    def __call__(self, sentence: Sequence[Token]) -> Floats:
        """Return one row of flags for each token, 0 or 1."""
        flags = np.zeros((len(sentence), COUNT), np.float32)
        spelled = [fold(token.text) for token in sentence]
        forms = [strip_clitics(token.text)[:3] for token in sentence]
        for row, word in enumerate(spelled):
            for column, names in enumerate(self._lists):
                flags[row, column] = any(form in names for form in forms[row])
            flags[row, len(self._lists)] = self._vocabulary.is_common(word)
        self._mark(flags, len(WORD_FLAGS), spelled, forms, self._is_place)
        self._mark(flags, len(WORD_FLAGS) + 3, spelled, forms, self._organisations.__contains__)
        return flags

    def _mark(
        self,
        flags: Floats,
        column: int,
        spelled: Sequence[str],
        forms: Sequence[tuple[str, ...]],
        is_name: Callable[[str], bool],
    ) -> None:
        for first in range(len(spelled)):
            for length in range(min(LONGEST_PHRASE, len(spelled) - first), 0, -1):
                rest = spelled[first + 1 : first + length]
                if any(is_name(" ".join((form, *rest))) for form in forms[first]):
                    if length == 1:
                        flags[first, column] = 1
                    else:
                        flags[first, column + 1] = 1
                        flags[first + 1 : first + length, column + 2] = 1
                    break

    def _is_place(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = bool(self._gazetteer.find(name))
        return known
