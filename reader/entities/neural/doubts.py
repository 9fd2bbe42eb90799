"""Which words hardly begin the name of a place: unknown ones that nothing beside them calls a place."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reader.entities.lexicons import Lexicons
from reader.entities.neural.features import Floats
from reader.entities.neural.flags import PHRASE_FLAGS, WORD_FLAGS
from reader.text.words import strip_clitics

_FIRST = len(WORD_FLAGS) + 3 * PHRASE_FLAGS.index("place")
_KEPT = 16_384
_OF_PLACES = slice(_FIRST, _FIRST + 3)


class Doubts:
    """Doubts a place that no table knows, that begins with no word such as شارع and stands after none such as قرية.

    The network has learnt to take unknown words for places, since most of those that it saw named were in no table.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.place_words | lexicons.place_heads
        self._of_places = frozenset(word.split()[0] for word in words)
        self._says_place = lru_cache(maxsize=_KEPT)(self._look_up)

    def __call__(self, sentences: Sequence[Sequence[str]], flags: Floats) -> npt.NDArray[np.bool_]:
        """Say of each word of sentences, one after the other, whether a place that begins there is to be doubted."""
        is_known = flags[:, _OF_PLACES].any(axis=1)
        says_place = np.array([self._says_place(word) for sentence in sentences for word in sentence], np.bool_)
        is_named_before = np.roll(says_place, 1)
        is_named_before[np.cumsum([0, *map(len, sentences[:-1])])] = False  # what stands before is another sentence's
        return ~(is_known | says_place | is_named_before)

    def _look_up(self, word: str) -> bool:
        return not self._of_places.isdisjoint(strip_clitics(word))
