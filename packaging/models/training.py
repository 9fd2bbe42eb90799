"""Teach the network from examples, in stages: first everything, then what is most like the reader's articles."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from examples import TAGS
from network import Example, Network, batch
from torch import nn

WORD_DROPOUT = 0.08
GRADIENT_LIMIT = 5.0
WEIGHT_DECAY = 1e-2
MEAN_STEPS = 1000
"""Steps that the mean of the weights looks back on."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: which examples in each epoch, how often, how fast, how many at once."""

    name: str
    examples: Callable[[], Sequence[Example]]
    epochs: int
    rate: float
    batch_size: int


def new_network(vector_size: int, flag_count: int, hidden: int, dropout: float, seed: int) -> Network:
    """Return an untrained network; the same seed gives the same one."""
    torch.manual_seed(seed)
    random.seed(seed)
    return Network(2 * vector_size, flag_count, len(TAGS), hidden, dropout)


def train(network: Network, stages: Sequence[Stage]) -> None:
    """Train a network through stages, printing the mean loss of each epoch.

    What is left in the network is the mean of its weights over the last steps of the last stage.
    """
    mean = Mean(network)
    for stage in stages:
        optimiser = schedule = None
        for epoch in range(stage.epochs):
            batches = _batches(stage.examples(), stage.batch_size)
            if schedule is None:
                optimiser = torch.optim.AdamW(network.parameters(), stage.rate, weight_decay=WEIGHT_DECAY)
                schedule = torch.optim.lr_scheduler.OneCycleLR(
                    optimiser, stage.rate, total_steps=len(batches) * stage.epochs, pct_start=0.1
                )
            network.train()
            total = 0.0
            for examples in batches:
                loss = network.loss(batch(examples, WORD_DROPOUT))
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(network.parameters(), GRADIENT_LIMIT)
                optimiser.step()
                schedule.step()
                mean.update(network)
                total += loss.item()
            print(f"{stage.name} {epoch + 1}/{stage.epochs}: loss {total / len(batches):.3f}", flush=True)
    mean.store(network)


class Mean:
    """The running mean of a network's weights: it errs less than any single state (Polyak and Juditsky, 1992)."""

    def __init__(self, network: Network) -> None:
        self._weights = {name: value.detach().clone() for name, value in network.state_dict().items()}

    def update(self, network: Network) -> None:
        """Take in the network as it is now."""
        with torch.no_grad():
            for name, value in network.state_dict().items():
                self._weights[name].lerp_(value, 1 / MEAN_STEPS)

    def store(self, network: Network) -> None:
        """Give the network the mean."""
        network.load_state_dict(self._weights)


def _batches(examples: Sequence[Example], size: int) -> list[list[Example]]:
    """Return batches of sentences of like length, in a random order."""
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].cuts) // 6 + random.random())  # noqa: S311
    batches = [[examples[number] for number in order[start : start + size]] for start in range(0, len(order), size)]
    random.shuffle(batches)
    return batches
