"""What several networks together believe of plain text, for a smaller one to learn from (Hinton and others, 2015)."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from network import Belief
from plain import Words
from torch.nn.utils.rnn import pad_sequence

from reader.entities.neural.flags import LexiconFlags
from reader.entities.neural.model import Model, Packed
from reader.entities.neural.reading import Reading

AT_ONCE = 64
"""Sentences that are read at once."""


class Teachers:
    """Networks over the same vectors, whose scores are averaged. They differ by chance, and err in other places."""

    def __init__(self, packed: Sequence[Mapping[str, Packed]], flags: LexiconFlags) -> None:
        self._readings = [Reading(Model.unpacked(each)) for each in packed]
        self._flags = flags
        self._steps, self._starts, self._ends = (
            torch.from_numpy(np.mean([each[f"weight:{name}"] for each in packed], axis=0, dtype=np.float32))
            for name in ("transitions", "starts", "ends")
        )

    def beliefs(self, sentences: Sequence[Words]) -> list[Belief]:
        """Return what is believed of each sentence."""
        order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
        found: dict[int, Belief] = {}
        for first in range(0, len(order), AT_ONCE):
            numbers = order[first : first + AT_ONCE]
            found.update(zip(numbers, self._believed([sentences[number] for number in numbers]), strict=True))
        return [found[number] for number in range(len(sentences))]

    def _believed(self, some: Sequence[Words]) -> Iterator[Belief]:
        flags = self._flags(some)
        scores = np.mean([reading.scores(some, flags)[0] for reading in self._readings], axis=0)
        lengths = [len(words) for words in some]
        padded = pad_sequence(list(torch.from_numpy(scores).split(lengths)), batch_first=True).requires_grad_()
        steps = self._steps.expand(len(some), -1, -1).clone().requires_grad_()
        # How likely a tag is, and a step from one to another, is what the total of all sequences gains by its score.
        self._total(padded, steps, torch.tensor(lengths)).sum().backward()  # type: ignore[no-untyped-call]
        tags, often = (np.asarray(each.grad, np.float16) for each in (padded, steps))
        return (Belief(tags[row, :length], often[row]) for row, length in enumerate(lengths))

    def _total(self, scores: torch.Tensor, steps: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        total = self._starts + scores[:, 0]
        for step in range(1, scores.shape[1]):
            longer = torch.logsumexp(total.unsqueeze(2) + steps, 1) + scores[:, step]
            total = torch.where((step < lengths).unsqueeze(1), longer, total)
        return torch.logsumexp(total + self._ends, 1)
