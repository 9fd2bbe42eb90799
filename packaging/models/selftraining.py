"""Sentences that a trained network tags itself: taught again with them, it errs less on names that nobody labelled."""

import lzma
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from examples import UNKNOWN_CUT, Sentence

from reader.entities.neural.features import encode
from reader.entities.neural.model import Model
from reader.entities.neural.tagger import BATCH, Flags
from reader.entities.neural.tokens import tokens

WORDS = 500_000
SHORTEST, LONGEST = 5, 80
"""Words of a sentence: shorter ones are headings of lists, longer ones several in one."""

WITHOUT_NAMES = 0.2
"""The share kept of sentences in which nothing is named."""

NEWS_FROM = 310_000
"""The line of unlabelled.txt.xz at which the encyclopedia ends and the news begins: half is taken from each."""


def tagged(model: Model, flags: Flags, unlabelled: Path) -> list[Sentence]:
    """Return sentences of plain text with the model's tags, some WORDS in all; cuts are not known."""
    random = Random(7)  # noqa: S311
    found: list[Sentence] = []
    count = 0
    sentences = _sentences(unlabelled, random)
    while count < WORDS and (batch := list(islice(sentences, BATCH))):
        encoded = encode(batch, model.vectors, flags(batch))
        scores, _ = model.network.scores(encoded)
        best = iter(model.network.best(scores, encoded.lengths))
        for words in batch:
            tags = tuple(model.tags[next(best)] for _ in words)
            if any(tag != "O" for tag in tags) or random.random() < WITHOUT_NAMES:
                found.append(Sentence(words, tags, (UNKNOWN_CUT,) * len(words)))
                count += len(words)
    return found


def _sentences(path: Path, random: Random) -> Iterator[tuple[str, ...]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    encyclopedia, news = lines[:NEWS_FROM], lines[NEWS_FROM:]
    random.shuffle(encyclopedia)
    random.shuffle(news)
    for pair in zip(encyclopedia, news, strict=False):
        for line in pair:
            words = tuple(piece.text for token in line.split() for piece in tokens(token))
            if SHORTEST <= len(words) <= LONGEST:
                yield words
