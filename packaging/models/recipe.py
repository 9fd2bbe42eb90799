"""How the networks are trained: teachers from all that is labelled, and a student from them and from plain text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from random import Random

import numpy as np
import torch
from material import Encoder, Material
from network import Belief, Example, Network
from plain import Words
from student import seeing_uses, smaller
from training import Stage, new_network, train
from uses import COUNT as USES
from vectors import SIZE

from reader.entities.neural.flags import COUNT
from reader.entities.neural.model import Packed

TEACHERS_HIDDEN, HIDDEN = 192, 128
"""Units of each direction. The student's are as many as an old processor has time for."""

DROPOUT = 0.4
PLAIN = 24_000
"""Sentences of plain text, of which each of the student's epochs has a part."""

PARTS = 2
TRAININGS = 2
"""Of each of the student's first rounds: what goes on is the mean, for they differ by chance."""

TRAININGS_WITH_USES = (4, 2)
"""Of the two rounds behind them, in which uses are told."""

Weights = Mapping[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Round:
    """What a student reads in each epoch, which is asked for by its number; how often, and how fast."""

    name: str
    epoch: Callable[[int, Random], list[Example]]
    epochs: int
    rate: float


def teacher(material: Material, encoder: Encoder, seed: int) -> Network:
    """Return a network that has learnt from everything labelled, and then from what is most like our articles."""
    random = Random(seed)  # noqa: S311
    everything = encoder.labelled([*material.encyclopedia, *material.news])
    network = new_network(SIZE, COUNT, TEACHERS_HIDDEN, DROPOUT, seed)

    def varied() -> list[Example]:
        return encoder.labelled(material.varied(random))

    stages = [
        Stage("everything", lambda: everything, 2, 2e-3, 32),
        Stage("news", varied, 8, 1.5e-3, 16),
        Stage("news again", varied, 4, 1e-3, 16),
    ]
    train(network, stages)
    return network


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a student learns from: labelled sentences, and plain ones with what its teachers believe of each."""

    material: Material
    encoder: Encoder
    plain: Sequence[Words]
    beliefs: Sequence[Belief]

    def labelled(self, _: int, random: Random) -> list[Example]:
        """Return all that is labelled, varied."""
        return self.encoder.labelled(self.material.varied(random))

    def mixed(self, number: int, random: Random) -> list[Example]:
        """Return all that is labelled, varied, and a part of the plain text."""
        part = slice(number % PARTS, None, PARTS)
        return [*self.labelled(number, random), *self.encoder.believed(self.plain[part], self.beliefs[part])]


def student(began: Network, lessons: Lessons, seed: int) -> Network:
    """Return a smaller network, which begins as a part of a teacher."""
    network = smaller(began, HIDDEN, SIZE, DROPOUT, seed)
    network = _mean_of_trainings(network, Round("plain text too", lessons.mixed, 4, 1.5e-3), seed, TRAININGS)
    return _mean_of_trainings(network, Round("labelled", lessons.labelled, 5, 1.2e-3), seed + TRAININGS, TRAININGS)


def heeding_uses(began: Network, lessons: Lessons, seed: int) -> Network:
    """Return a network that has learnt besides what to make of words' uses, which the lessons' encoder tells."""
    network = seeing_uses(began, SIZE, USES, DROPOUT, seed)
    seed += 2 * TRAININGS
    for trainings in TRAININGS_WITH_USES:
        network = _mean_of_trainings(network, Round("uses too", lessons.labelled, 5, 1.2e-3), seed, trainings)
        seed += trainings
    return network


def _mean_of_trainings(network: Network, read: Round, seed: int, trainings: int) -> Network:
    first = {name: value.clone() for name, value in network.state_dict().items()}
    ends = []
    for chance in range(seed, seed + trainings):
        network.load_state_dict(first)
        ends.append(trained(network, read, chance))
    return mean_of(network, ends)


def trained(network: Network, read: Round, seed: int) -> Weights:
    """Train a network through a round; return its weights."""
    torch.manual_seed(seed)
    random, numbers = Random(seed), count(seed)  # noqa: S311
    stage = Stage(f"{read.name}, {seed}", lambda: read.epoch(next(numbers), random), read.epochs, read.rate, 32)
    train(network, [stage])
    return {name: value.clone() for name, value in network.state_dict().items()}


def mean_of(network: Network, ends: Sequence[Weights]) -> Network:
    """Return a network with the mean of some weights."""
    network.load_state_dict({name: torch.stack([end[name] for end in ends]).mean(0) for name in ends[0]})
    return network


def network_of(packed: Mapping[str, Packed]) -> Network:
    """Return the network whose weights lie among a model's arrays."""
    weights = {name.removeprefix("weight:"): array for name, array in packed.items() if name.startswith("weight:")}
    hidden = weights["onward.weight_hh_l0"].shape[1]
    network = new_network(SIZE, COUNT, hidden, DROPOUT, seed=1)
    network.load_state_dict({name: torch.from_numpy(array.astype(np.float32)) for name, array in weights.items()})
    return network
