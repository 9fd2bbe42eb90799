"""Where places are: Arabic names with coordinates, country, kind and population (resources/gazetteers/places.tsv)."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader import resources
from reader.entities.entity import PlaceKind
from reader.text.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """One place under one of its names. Coordinates are degrees; `country` is an ISO 3166 code, or empty.

    `is_word` says that the name is also a common word, `is_chosen` that we wrote it into the table ourselves.
    """

    name: str
    latin: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: PlaceKind
    is_word: bool = False
    is_chosen: bool = False

    @property
    def identity(self) -> tuple[str, str, float, float]:
        """What two names of one place have in common."""
        return (self.latin, self.country, self.latitude, self.longitude)


class Gazetteer:
    """A sorted table that is searched as it lies: loading reads and splits it, and builds nothing.

    Each line is a folded name and a place, in the order of code points.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @classmethod
    def load(cls) -> "Gazetteer":
        """Return the gazetteer that ships with the program."""
        return cls(
            [line for line in resources.read_text("gazetteers/places.tsv").split("\n") if line[:1] not in ("", "#")]
        )

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name in any spelling that folds to the same, the most likely first."""
        key = fold(name) + "\t"
        found = []
        at = bisect_left(self._lines, key)
        while at < len(self._lines) and self._lines[at].startswith(key):
            found.append(_place(self._lines[at]))
            at += 1
        return tuple(sorted(found, key=_likelihood, reverse=True))

    def has(self, folded: str) -> bool:
        """Say whether these folded words are a name of the table."""
        return self._has_line(folded + "\t")

    def goes_on(self, folded: str) -> bool:
        """Say whether a longer name of the table begins with these folded words."""
        return self._has_line(folded + " ")

    def begins(self, folded: str) -> bool:
        """Say whether a name of the table begins with these folded words, or is them."""
        return self.has(folded) or self.goes_on(folded)

    def _has_line(self, beginning: str) -> bool:
        at = bisect_left(self._lines, beginning)
        return at < len(self._lines) and self._lines[at].startswith(beginning)


def _place(line: str) -> Place:
    key, name, latin, country, latitude, longitude, population, kind = line.split("\t")
    return Place(
        name or key,
        latin,
        country,
        float(latitude),
        float(longitude),
        int(population),
        PlaceKind(kind.rstrip("~*")),
        is_word="~" in kind,
        is_chosen="*" in kind,
    )


def _likelihood(place: Place) -> tuple[bool, int]:
    return (place.is_chosen, place.population)
