"""Outlines of the world's countries, as resources/atlas has them: projected already, ready to be drawn."""

import json
import sys
from array import array
from dataclasses import dataclass
from enum import StrEnum

from reader import resources

UNITS = 180
"""How finely the files count: so many to a map unit. Western and eastern ends of the world fit into 16 bits."""


class Detail(StrEnum):
    """How finely countries are drawn; a file each."""

    COARSE = "coarse"
    MEDIUM = "medium"
    FINE = "fine"

    @classmethod
    def at(cls, scale: float) -> "Detail":
        """Return what serves at a scale (px a map unit): more could not be seen, and would only take its time."""
        if scale < 4:  # noqa: PLR2004 - a point of the coarse outlines is some 0.3 units from the next
            return cls.COARSE
        return cls.MEDIUM if scale < 22 else cls.FINE  # noqa: PLR2004 - the medium ones are true to 0.05 units


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed line: its points as x, y, x, y … in `UNITS`, and the box round them."""

    points: "memoryview[int]"
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Country:
    """A country's outlines. `code` is its ISO 3166 code; empty for land that has none."""

    code: str
    rings: tuple[Ring, ...]


def load(detail: Detail) -> tuple[Country, ...]:
    """Return the world in so much detail. Points are taken apart where they are drawn, so that this is quick."""
    head, _, body = resources.read_bytes(f"atlas/{detail}.outlines").partition(b"\n")
    points = array("h")
    points.frombytes(body)
    if sys.byteorder == "big":
        points.byteswap()
    everything = memoryview(points)
    countries, at = [], 0
    for code, counted in json.loads(head).items():
        rings = []
        for count, *box in counted:
            rings.append(Ring(everything[at : at + 2 * count], *box))
            at += 2 * count
        countries.append(Country(code, tuple(rings)))
    return tuple(countries)
