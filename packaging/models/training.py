"""Teach the network from examples, in stages: first everything, then what is most like the reader's articles."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from examples import TAGS
from network import Example, Network, batch
from torch import nn

WORD_DROPOUT = 0.08
GRADIENT_LIMIT = 5.0
WEIGHT_DECAY = 1e-2


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: which examples, how often, how fast, how many at once."""

    name: str
    examples: Sequence[Example]
    epochs: int
    rate: float
    batch_size: int


def new_network(vector_size: int, flag_count: int, hidden: int, dropout: float, seed: int) -> Network:
    """Return an untrained network; the same seed gives the same one."""
    torch.manual_seed(seed)
    random.seed(seed)
    return Network(2 * vector_size, flag_count, len(TAGS), hidden, dropout)


def train(network: Network, stages: Sequence[Stage]) -> None:
    """Train a network through stages, printing the mean loss of each epoch."""
    for stage in stages:
        steps = math.ceil(len(stage.examples) / stage.batch_size)
        optimiser = torch.optim.AdamW(network.parameters(), stage.rate, weight_decay=WEIGHT_DECAY)
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            optimiser, stage.rate, total_steps=steps * stage.epochs, pct_start=0.1
        )
        for epoch in range(stage.epochs):
            network.train()
            total = 0.0
            for examples in _batches(stage.examples, stage.batch_size):
                loss = network.loss(batch(examples, WORD_DROPOUT))
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(network.parameters(), GRADIENT_LIMIT)
                optimiser.step()
                schedule.step()
                total += loss.item()
            print(f"{stage.name} {epoch + 1}/{stage.epochs}: loss {total / steps:.3f}", flush=True)


def _batches(examples: Sequence[Example], size: int) -> list[list[Example]]:
    """Return batches of sentences of like length, in a random order."""
    order = sorted(range(len(examples)), key=lambda number: len(examples[number].tags) // 6 + random.random())  # noqa: S311
    batches = [[examples[number] for number in order[start : start + size]] for start in range(0, len(order), size)]
    random.shuffle(batches)
    return batches
