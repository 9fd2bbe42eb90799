"""Sentences read by the network, which looks at each word by itself once, and not again where it recurs."""

from collections.abc import Sequence

import numpy as np

from reader.entities.neural.features import Floats, characters, shape
from reader.entities.neural.model import Model
from reader.entities.neural.tokens import spelling

KEPT = 3200
"""Words that are kept, 6 KB each: as many as a batch of sentences can have, and most that the next one will."""


class Reading:
    """Scores the tokens of sentences. May be asked on any thread."""

    def __init__(self, model: Model) -> None:
        self._vectors = model.vectors
        self._network = model.network
        self._kept: dict[str, Floats] = {}

    def scores(self, sentences: Sequence[Sequence[str]], flags: Floats) -> tuple[Floats, Floats]:
        """Return scores (n, tags) and scores of cuts (n, cuts) for all tokens of sentences, one after the other.

        `flags` says which lexicons the words stand in.
        """
        numbers: dict[str, int] = {}
        words = [numbers.setdefault(word, len(numbers)) for sentence in sentences for word in sentence]
        said = self._said(tuple(numbers))
        return self._network.scores(said, np.array(words, np.int32), flags, [len(each) for each in sentences])

    def _said(self, words: Sequence[str]) -> Floats:
        """Return what each of these words says by itself. Others may come and go in what is kept meanwhile."""
        kept = self._kept
        new = [word for word in words if word not in kept]
        if len(kept) + len(new) > KEPT:
            # From nothing: one row that stayed would keep all those alive which were computed with it.
            self._kept = kept = {}
            new = list(words)
        if new:
            kept.update(zip(new, self._said_by(new), strict=True))
        return np.stack([kept[word] for word in words])

    def _said_by(self, words: Sequence[str]) -> Floats:
        return self._network.said(
            self._vectors.of([spelling(word) for word in words]),
            np.array([characters(word) for word in words], np.int32),
            np.array([shape(word) for word in words], np.int32),
        )
