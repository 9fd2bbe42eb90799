"""Where the cards of a margin stand: each as near its passage as the others let it. Knows nothing of Qt."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """What one card asks for: to begin at `top`, with a height; both px."""

    top: float
    height: float


def arrange(slots: Sequence[Slot], gap: float, chosen: int | None = None) -> list[float]:
    """Return where each card begins. Cards come in the order of their passages and keep it.

    Every card moves down as far as those before it need. The chosen one stands at its passage whatever it takes: those
    before it make room upwards.
    """
    places: list[float] = []
    for index, slot in enumerate(slots):
        free = places[-1] + slots[index - 1].height + gap if places else slot.top
        places.append(slot.top if index == chosen else max(slot.top, free))
    if chosen is not None:
        for index in range(chosen - 1, -1, -1):
            places[index] = min(places[index], places[index + 1] - gap - slots[index].height)
    return places
