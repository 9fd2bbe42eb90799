"""Where places are: Arabic names with coordinates, country, kind and population (resources/gazetteers/places.tsv)."""

from dataclasses import dataclass

from reader import resources
from reader.entities.entity import PlaceKind
from reader.entities.sorted_lines import SortedLines
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
    """A sorted table that is searched as it lies. Each line is a folded name and a place."""

    def __init__(self, lines: SortedLines) -> None:
        self._lines = lines

    @classmethod
    def load(cls) -> "Gazetteer":
        """Return the gazetteer that ships with the program."""
        text = resources.read_text("gazetteers/places.tsv")
        while text.startswith("#"):
            text = text.partition("\n")[2]
        return cls(SortedLines(text.removesuffix("\n")))

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name in any spelling that folds to the same, the most likely first."""
        found = map(_place, self._lines.starting(fold(name) + "\t"))
        return tuple(sorted(found, key=_likelihood, reverse=True))

    def has(self, folded: str) -> bool:
        """Say whether these folded words are a name of the table."""
        beginning = folded + "\t"
        return self._lines.at(beginning).startswith(beginning)

    def goes_on(self, folded: str) -> bool:
        """Say whether a longer name of the table begins with these folded words."""
        beginning = folded + " "
        return self._lines.at(beginning).startswith(beginning)

    def begins(self, folded: str) -> bool:
        """Say whether a name of the table begins with these folded words, or is them."""
        # A tab comes before a space: here are the names that are these words, or else the longer ones.
        return self._lines.at(folded + "\t").startswith((folded + "\t", folded + " "))


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
