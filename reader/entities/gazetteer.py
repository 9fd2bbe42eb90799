"""Where places are: Arabic names with coordinates, country, kind and population (resources/gazetteers/places.tsv)."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader import resources
from reader.entities.entity import PlaceKind
from reader.entities.sorted_lines import SortedLines
from reader.text.folding import fold_word


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


_AS_ARABIC_WRITES = str.maketrans({"پ": "ب", "چ": "تش", "ژ": "ج", "گ": "غ"})
"""Persian and Urdu write these letters in foreign names where our lists have them as Arabic writes them."""

_KEPT = 2048
"""Names whose places are kept: the same ones are asked for again and again while an article is read."""


class Gazetteer:
    """A sorted table that is searched as it lies. Each line is a folded name and a place."""

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines
        self._find = lru_cache(maxsize=_KEPT)(self._look_up)
        self._names: frozenset[str] | None = None

    @classmethod
    def load(cls) -> "Gazetteer":
        """Return the gazetteer that ships with the program."""
        return cls(SortedLines(resources.locate("gazetteers/places.tsv")))

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name in any spelling that folds to the same, the most likely first."""
        return self._find(fold_word(name))

    @property
    def names(self) -> frozenset[str]:
        """All folded names of the table, read when they are first asked for."""
        if self._names is None:
            self._names = frozenset(line.partition("\t")[0] for line in self._lines.all())
        return self._names

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """What longer names of the table begin with: some of their words, but not all."""
        found: set[str] = set()
        shorter = [name for name in self.names if " " in name]
        while shorter:
            shorter = [name.rpartition(" ")[0] for name in shorter]
            found.update(shorter)
            shorter = [name for name in shorter if " " in name]
        return frozenset(found)

    def has(self, folded: str) -> bool:
        """Say whether these folded words are a name of the table."""
        return folded in self.names

    def begins(self, folded: str) -> bool:
        """Say whether a name of the table begins with these folded words, or is them."""
        return folded in self.names or folded in self.beginnings

    def _look_up(self, folded: str) -> tuple[Place, ...]:
        if self._names is not None and folded not in self._names:  # most are not, and the file need not be read
            return ()
        found = map(_place, self._lines.starting(folded + "\t"))
        return tuple(sorted(found, key=_likelihood, reverse=True))


def as_arabic_writes(name: str) -> str:
    """Return a folded name of Persian or Urdu as Arabic newspapers spell it: باكستان."""
    return name.translate(_AS_ARABIC_WRITES)


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
