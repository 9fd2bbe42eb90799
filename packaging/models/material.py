"""What the networks are trained on: everything labelled, and plain text; encoded as the application encodes it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
from examples import TAGS, UNKNOWN_CUT, Document, Sentence, as_ours, read_conll
from network import Belief, Example, certain
from plain import Words, all_sentences, plain_sentences
from variety import Exchange, exchange

from reader import resources
from reader.entities.lexicons import Lexicons
from reader.entities.neural.features import Vectors, encode
from reader.entities.neural.flags import LexiconFlags

FORGOTTEN = 0.2
"""Of how many words in a sentence the uses are not told."""

WELL_KNOWN = 100_000
"""Inhabitants of the places whose names are put in for others, beside those that we chose."""


class Encoder:
    """Turns sentences into examples.

    Of some words the network is not told what they are used for: what it has learnt from is known better than what it
    will read, for whoever counted the uses had learnt from the same.
    """

    def __init__(self, vectors: Vectors, flags: LexiconFlags) -> None:
        self._vectors = vectors
        self._flags = flags
        self._chance = np.random.default_rng(1)
        self._numbers = {tag: number for number, tag in enumerate(TAGS)}

    def labelled(self, sentences: Iterable[Sentence]) -> list[Example]:
        """Return sentences whose tags are known."""
        return [
            self._example(each.words, certain([self._numbers[tag] for tag in each.tags], len(TAGS)), each.cuts)
            for each in sentences
        ]

    def believed(self, sentences: Sequence[Words], beliefs: Sequence[Belief]) -> list[Example]:
        """Return sentences of which teachers believe something."""
        return [
            self._example(words, belief, (UNKNOWN_CUT,) * len(words))
            for words, belief in zip(sentences, beliefs, strict=True)
        ]

    def _example(self, words: Words, belief: Belief, cuts: Sequence[int]) -> Example:
        encoded = encode([words], self._vectors, self._flags([words]))
        uses = encoded.vectors.reshape(len(encoded.vectors), 2, -1)[:, :, self._vectors.size :]
        uses[self._chance.random(len(uses)) < FORGOTTEN] = 0
        return Example(encoded, belief, cuts)


@dataclass(frozen=True, slots=True)
class Material:
    """Labelled sentences of encyclopedias and of news with this project's own corpus, and what varies these."""

    encyclopedia: Sequence[Sentence]
    news: Sequence[Sentence]
    exchange: Exchange
    data: Path
    most: int | None = None

    @classmethod
    def read(cls, data: Path, texts: Sequence[Document], lexicons: Lexicons) -> "Material":
        """Return what lies in the folder of training data, and the sentences of our own texts."""
        encyclopedia = [each for name in ("wikifane-gold", "aqmar") for each in read_conll(data / f"{name}.conll.xz")]
        news = [as_ours(each) for each in read_conll(data / "anercorp-corrected-train.conll.xz")]
        own = [sentence for text in texts for sentence in text.sentences()]
        exchanged = exchange(texts, lexicons, _well_known_places())
        return cls([as_ours(each) for each in encyclopedia], [*news, *own], exchanged, data)

    def few(self, most: int | None) -> "Material":
        """Return the same with no more than so many sentences of each text, if a number is given."""
        return replace(self, encyclopedia=self.encyclopedia[:most], news=self.news[:most], most=most)

    def varied(self, random: Random) -> list[Sentence]:
        """Return the news with some of its names exchanged for others."""
        return [self.exchange.varied(each, random) for each in self.news]

    def plain(self, count: int, seed: int) -> list[Words]:
        """Return so many sentences of plain text."""
        return plain_sentences(self._plain, self._written(), seed)[: self.most or count]

    def all_plain(self) -> Iterator[Words]:
        """Yield all sentences of plain text."""
        return islice(all_sentences(self._plain, self._written()), self.most)

    @property
    def _plain(self) -> Path:
        return self.data / "unlabelled.txt.xz"

    def _written(self) -> Iterator[str]:
        return (word for each in self.news for word in each.words)


def _well_known_places() -> list[str]:
    rows = (line.split("\t") for line in resources.read_text("gazetteers/places.tsv").splitlines() if line[:1] != "#")
    return [row[1] or row[0] for row in rows if int(row[6]) >= WELL_KNOWN or "*" in row[7]]
