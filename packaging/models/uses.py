"""What plain text uses each word for: how often a trained network takes it for a part of a name, and of which kind."""

from collections.abc import Iterable, Iterator
from itertools import islice

import numpy as np
import numpy.typing as npt
from examples import KINDS, TAGS
from plain import Words
from teaching import Teachers

from reader.entities.neural.features import MOST_USED, Sums, word_sums
from reader.entities.neural.tokens import spellings

COUNT = 3 * len(KINDS)
"""Numbers for each word: for each kind, how often it begins a name and how often it goes on one; then, for each kind,
how often it belongs to the name that the word before it belongs to."""

AT_ONCE = 4096
"""Sentences that are counted at once."""

_FOR_TAGS, _FOR_FOLLOWING = 3, 2
"""So many times each word counts as seen as words are on average: what was seen once says little."""

Shares = npt.NDArray[np.float64]


def uses(sentences: Iterable[Words], readers: Teachers, sums: Sums) -> npt.NDArray[np.uint8]:
    """Return COUNT numbers for each of the words with these sums, from 0 to MOST_USED."""
    seen = np.zeros(len(sums))
    tags = np.zeros((len(sums), len(TAGS) - 1))
    in_name, behind = np.zeros((len(sums), len(KINDS))), np.zeros((len(sums), len(KINDS)))
    for some in _parts(sentences):
        believed = np.concatenate([belief.tags for belief in readers.beliefs(some)]).astype(np.float64)[:, 1:]
        before = _before(believed, [len(words) for words in some])
        going_on = np.minimum(believed[:, 1::2], before)
        word = word_sums(spellings([word for words in some for word in words]))
        rows = np.minimum(np.searchsorted(sums, word), len(sums) - 1)
        known = np.flatnonzero(sums[rows] == word)
        rows = rows[known]
        for counts, values in ((seen, np.ones(len(word))), (tags, believed), (in_name, going_on), (behind, before)):
            np.add.at(counts, rows, values[known])
    usual, usually_in = tags.sum(0) / seen.sum(), in_name.sum(0) / behind.sum(0)
    of_tags = (tags + _FOR_TAGS * usual) / (seen + _FOR_TAGS)[:, None]
    following = (in_name + _FOR_FOLLOWING * usually_in) / (behind + _FOR_FOLLOWING)
    # The root tells what is seldom more apart: a word that is a name once in a hundred times, and one that never is.
    shares = np.concatenate([np.sqrt(of_tags), following], axis=1)
    return np.round(np.clip(shares, 0, 1) * MOST_USED).astype(np.uint8)


def _before(believed: Shares, lengths: list[int]) -> Shares:
    """Return how likely each token stands behind one of a name, by kind; nothing stands before a sentence's first."""
    inside = believed[:, ::2] + believed[:, 1::2]
    before = np.concatenate([np.zeros((1, len(KINDS))), inside[:-1]])
    before[np.cumsum([0, *lengths[:-1]])] = 0
    return before


def _parts(sentences: Iterable[Words]) -> Iterator[list[Words]]:
    rest = iter(sentences)
    while some := list(islice(rest, AT_ONCE)):
        yield some
