"""The network as it is trained: characters, sub-word vectors and lexicon flags, a two-way LSTM, a CRF over the tags."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from reader.entities.neural.features import CHARACTERS, SHAPES, WORD_LENGTH, Encoded

CHARACTER_SIZE = 32
FILTERS = 64
SHAPE_SIZE = 8
CUTS = 4


@dataclass(frozen=True, slots=True)
class Belief:
    """How likely each tag is at each token (n, tags), and how often each follows each in a sentence (tags, tags)."""

    tags: npt.NDArray[np.floating]
    steps: npt.NDArray[np.floating]


def certain(tags: Sequence[int], count: int) -> Belief:
    """Return the numbers of a sentence's tags as a belief that has no doubt; there are `count` tags."""
    steps = np.zeros((count, count), np.float16)
    np.add.at(steps, (tags[:-1], tags[1:]), 1)
    return Belief(np.eye(count, dtype=np.float16)[list(tags)], steps)


@dataclass(frozen=True, slots=True)
class Example:
    """An encoded sentence, what is believed of its tags, and the numbers of its cuts; a cut of -1 is not known."""

    encoded: Encoded
    belief: Belief
    cuts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Several examples, padded to the longest."""

    vectors: torch.Tensor
    characters: torch.Tensor
    shapes: torch.Tensor
    flags: torch.Tensor
    lengths: torch.Tensor
    tags: torch.Tensor
    steps: torch.Tensor
    cuts: torch.Tensor
    mask: torch.Tensor


def batch(examples: Sequence[Example], word_dropout: float = 0.0) -> Batch:
    """Return examples as one batch. With word dropout some words lose their vectors, as names never seen have none."""
    lengths = [len(example.cuts) for example in examples]
    longest = max(lengths)
    count = len(examples)
    first, first_belief = examples[0].encoded, examples[0].belief
    vectors = np.zeros((count, longest, first.vectors.shape[1]), np.float32)
    characters = np.zeros((count, longest, WORD_LENGTH), np.int64)
    shapes = np.zeros((count, longest), np.int64)
    flags = np.zeros((count, longest, first.flags.shape[1]), np.float32)
    tags = np.zeros((count, longest, first_belief.tags.shape[1]), np.float32)
    steps = np.stack([example.belief.steps for example in examples]).astype(np.float32)
    cuts = np.full((count, longest), -1, np.int64)
    mask = np.zeros((count, longest), np.float32)
    for row, example in enumerate(examples):
        size = lengths[row]
        words = example.encoded.words
        vectors[row, :size] = example.encoded.vectors[words]
        characters[row, :size] = example.encoded.characters[words]
        shapes[row, :size] = example.encoded.shapes[words]
        flags[row, :size] = example.encoded.flags
        tags[row, :size] = example.belief.tags
        cuts[row, :size] = example.cuts
        mask[row, :size] = 1
    if word_dropout:
        vectors[np.random.default_rng().random((count, longest)) < word_dropout] = 0
        flags[np.random.default_rng().random((count, longest)) < word_dropout] = 0
    return Batch(*map(torch.from_numpy, (vectors, characters, shapes, flags)), torch.tensor(lengths),
                 *map(torch.from_numpy, (tags, steps, cuts, mask)))  # fmt: skip


class Network(nn.Module):
    """Scores each token for each tag, and for how many letters of particles it begins with."""

    def __init__(self, vector_size: int, flag_count: int, tag_count: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.embedding = nn.Embedding(len(CHARACTERS) + 2, CHARACTER_SIZE, padding_idx=0)
        self.narrow = nn.Conv1d(CHARACTER_SIZE, FILTERS, 3, padding=1)
        self.wide = nn.Conv1d(CHARACTER_SIZE, FILTERS, 5, padding=2)
        self.shape = nn.Embedding(SHAPES, SHAPE_SIZE)
        self.dropout = nn.Dropout(dropout)
        seen = vector_size + 2 * FILTERS + SHAPE_SIZE + flag_count
        self.onward, self.backward_ = nn.LSTM(seen, hidden), nn.LSTM(seen, hidden)
        self.tag_scores = nn.Linear(2 * hidden, tag_count)
        self.cut_scores = nn.Linear(2 * hidden + 2 * FILTERS, CUTS)
        self.transitions = nn.Parameter(torch.zeros(tag_count, tag_count))
        self.starts = nn.Parameter(torch.zeros(tag_count))
        self.ends = nn.Parameter(torch.zeros(tag_count))

    def forward(self, given: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the scores of tags and of cuts for each token."""
        rows, longest = given.shapes.shape
        # Words that recur are looked at once.
        words, places = torch.unique(given.characters.view(rows * longest, -1), dim=0, return_inverse=True)
        letters = self.embedding(words).transpose(1, 2)
        spelled = torch.cat([torch.relu(conv(letters).amax(2)) for conv in (self.narrow, self.wide)], 1)[places]
        spelled = spelled.view(rows, longest, -1)
        seen = torch.cat([given.vectors, spelled, self.shape(given.shapes), given.flags], -1)
        context = self.dropout(self._read(self.dropout(seen), given.lengths))
        return self.tag_scores(context), self.cut_scores(torch.cat([context, spelled], -1))

    def _read(self, seen: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return what both directions know at each token.

        Each direction runs over padded sentences, the second over turned ones: torch is three times as quick so as
        with packed sentences. What it makes of the padding behind a sentence is never looked at.
        """
        steps = torch.arange(seen.shape[1]).unsqueeze(0)
        turned = torch.where(steps < lengths.unsqueeze(1), lengths.unsqueeze(1) - 1 - steps, steps)
        rows = torch.arange(len(seen)).unsqueeze(1)
        onward, _ = self.onward(seen.transpose(0, 1))
        backward, _ = self.backward_(seen[rows, turned].transpose(0, 1))
        return torch.cat([onward.transpose(0, 1), backward.transpose(0, 1)[rows, turned]], -1)

    def loss(self, given: Batch) -> torch.Tensor:
        """Return how unlikely the tags are that are believed in, and the right cuts, a sentence on average."""
        tags, cuts = self(given)
        unlikely = (self._total(tags, given.mask) - self._score(tags, given)).mean()
        known = given.cuts >= 0
        if known.any():
            unlikely = unlikely + nn.functional.cross_entropy(cuts[known], given.cuts[known], reduction="sum") / len(
                tags
            )
        return unlikely

    def _score(self, scores: torch.Tensor, given: Batch) -> torch.Tensor:
        """Return the score of the tags, or its mean over all sequences that are believed in."""
        last = given.tags[torch.arange(len(scores)), given.lengths - 1]
        of_tags = (scores * given.tags).sum((1, 2)) + (self.transitions * given.steps).sum((1, 2))
        return of_tags + given.tags[:, 0] @ self.starts + last @ self.ends

    def _total(self, scores: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        total = self.starts + scores[:, 0]
        for step in range(1, scores.shape[1]):
            longer = torch.logsumexp(total.unsqueeze(2) + self.transitions, 1) + scores[:, step]
            total = torch.where(mask[:, step].bool().unsqueeze(1), longer, total)
        return torch.logsumexp(total + self.ends, 1)
