"""Which places go on a map, and under which names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.entities.entity import Entity, Kind, PlaceKind

if TYPE_CHECKING:
    from reader.catalogue.names import KnownPlace
    from reader.gui.widgets.map.places import MapPlace


def of_article(entities: Iterable[Entity], *, rtl: bool) -> "list[MapPlace]":
    """Return the places of an article that have coordinates."""
    return [
        _place(each, each.latitude, each.longitude, len(each.mentions), rtl=rtl)
        for each in entities
        if each.kind is Kind.PLACE and each.latitude is not None and each.longitude is not None
    ]


def of_library(places: "Iterable[KnownPlace]", *, rtl: bool) -> "list[MapPlace]":
    """Return the places of all articles."""
    return [_place(each, each.latitude, each.longitude, each.mentions, rtl=rtl) for each in places]


def _place(each: "Entity | KnownPlace", latitude: float, longitude: float, mentions: int, *, rtl: bool) -> "MapPlace":
    from reader.gui.widgets.map.places import MapPlace

    return MapPlace(
        key=each.key,
        name=each.name if rtl else each.latin or each.name,
        latitude=latitude,
        longitude=longitude,
        mentions=mentions,
        country=each.country if each.place_kind is PlaceKind.COUNTRY else "",
    )
