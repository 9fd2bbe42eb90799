"""People, places and organisations, and where a text mentions them."""

from dataclasses import dataclass
from enum import StrEnum

from reader.text.spans import Span


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    WATER = "water"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the canonical text where something is named. The span holds the name without clitics and titles."""

    span: Span
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place or organisation of one article.

    `key` names it across the library: its kind and folded full name. `name` is the fullest form the article uses,
    `role` what the article says someone is, in its own words. `country` is an ISO 3166 code; coordinates are
    degrees. `place_kind` says what sort of place it is, of one that is known.
    """

    key: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    role: str = ""
    latin: str = ""
    latitude: float | None = None
    longitude: float | None = None
    country: str = ""
    place_kind: PlaceKind | None = None
