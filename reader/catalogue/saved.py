"""Queries as plain values, as they stand in JSON: what is as usual is left out."""

from collections.abc import Mapping
from dataclasses import fields

from reader.catalogue.query import Query, Sort
from reader.collections.state import Reading

_USUAL = Query()
_MOST_DAYS = 100_000


def to_plain(query: Query) -> dict[str, object]:
    """Return what a query asks beyond the usual one."""
    return {
        each.name: list(value) if isinstance(value, tuple) else value
        for each in fields(query)
        if (value := getattr(query, each.name)) != getattr(_USUAL, each.name)
    }


def from_plain(plain: Mapping[str, object]) -> Query:
    """Return the query that plain values ask. What a later version wrote and is not known here counts as usual."""
    reading, sort = plain.get("reading"), plain.get("sort")
    archived, days = plain.get("archived"), plain.get("days")
    return Query(
        words=_text(plain, "words"),
        reading=Reading(str(reading)) if reading in tuple(Reading) else None,
        starred=plain.get("starred") is True,
        archived=archived if isinstance(archived, bool) else None,
        trashed=plain.get("trashed") is True,
        marked=plain.get("marked") is True,
        noted=plain.get("noted") is True,
        tags=_texts(plain, "tags"),
        source=_text(plain, "source"),
        language=_text(plain, "language"),
        keys=_texts(plain, "keys"),
        year=_text(plain, "year"),
        days=days if isinstance(days, int) and 0 < days < _MOST_DAYS else 0,
        folder=_text(plain, "folder"),
        sort=Sort(str(sort)) if sort in tuple(Sort) else _USUAL.sort,
        descending=plain.get("descending") is not False,
    )


def _text(plain: Mapping[str, object], name: str) -> str:
    value = plain.get(name)
    return value if isinstance(value, str) else ""


def _texts(plain: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = plain.get(name)
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
