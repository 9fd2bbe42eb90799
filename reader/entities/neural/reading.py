"""Sentences read by the network, which looks at each word by itself once, and not again where it recurs."""

from collections.abc import Collection, Sequence
from threading import Lock

import numpy as np

from reader.entities.neural.features import Floats, characters, shape
from reader.entities.neural.model import Model
from reader.entities.neural.tokens import spellings

KEPT = 8192
"""Words that are kept, some 4 KB each: more than a batch of sentences can have, and most that the next ones will."""


class Reading:
    """Scores the tokens of sentences. May be asked on any thread."""

    def __init__(self, model: Model) -> None:
        self._vectors = model.vectors
        self._network = model.network
        self._said = model.network.empty(KEPT)
        self._places: dict[str, int] = {}
        self._one_reads = Lock()

    def scores(self, sentences: Sequence[Sequence[str]], flags: Floats) -> tuple[Floats, Floats]:
        """Return scores (n, tags) and scores of cuts (n, cuts) for all tokens of sentences, one after the other.

        `flags` says which lexicons the words stand in. No more than KEPT words may be different.
        """
        words = [word for sentence in sentences for word in sentence]
        with self._one_reads:
            self._look_at(dict.fromkeys(words))
            places = np.array([self._places[word] for word in words], np.intp)
            return self._network.scores(self._said, places, flags, [len(each) for each in sentences])

    def _look_at(self, words: Collection[str]) -> None:
        """Keep what each of some words says by itself."""
        new = [word for word in words if word not in self._places]
        if len(self._places) + len(new) > KEPT:
            self._places.clear()
            new = list(words)
        if new:
            begin = len(self._places)
            self._places.update(zip(new, range(begin, begin + len(new)), strict=True))
            self._network.say(
                self._said,
                begin,
                self._vectors.of(spellings(new)),
                characters(new),
                np.array([shape(word) for word in new], np.int32),
            )
