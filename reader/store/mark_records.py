"""Highlights as records."""

from collections.abc import Sequence
from os import urandom
from typing import Any

from reader.annotations.highlight import Highlight
from reader.store.clock import time_of
from reader.store.records import Record
from reader.text.spans import Span

ARTICLE_DIGITS = 8
TAG = "tag:"


def new_id(article: str) -> str:
    """Return a random id for a mark. It begins like its article's, which is so found from the mark alone."""
    return article[:ARTICLE_DIGITS] + urandom(8).hex()


def values_of(highlight: Highlight) -> dict[str, Any]:
    """Return the fields of a new highlight, without its note, which is a text and merges as one."""
    anchor = {
        "version": highlight.version,
        "block": highlight.block,
        "start": highlight.span.start,
        "end": highlight.span.end,
        "quote": highlight.quote,
        "prefix": highlight.prefix,
        "suffix": highlight.suffix,
    }
    tags = {TAG + tag: True for tag in highlight.tags}
    return {"anchor": anchor, "colour": highlight.colour, "created": highlight.created, "deleted": False, **tags}


def anchor_of(highlight: Highlight) -> dict[str, Any]:
    """Return the field that says where a highlight was made."""
    anchor: dict[str, Any] = values_of(highlight)["anchor"]
    return anchor


def tag_values(record: Record, tags: Sequence[str]) -> dict[str, bool]:
    """Return the fields to write so that a record has exactly these tags."""
    present = set(tags_of(record))
    wanted = set(tags)
    return {TAG + tag: tag in wanted for tag in sorted(present ^ wanted)}


def tags_of(record: Record) -> tuple[str, ...]:
    """Return a record's tags in the order of their letters."""
    return tuple(sorted(name[len(TAG) :] for name in record.fields if name.startswith(TAG) and record.value(name)))


def to_highlight(mark: str, article: str, record: Record) -> Highlight:
    """Return a record as a highlight.

    Raises KeyError, TypeError or ValueError for a record that is none.
    """
    anchor = record.value("anchor", default={})
    return Highlight(
        id=mark,
        article=article,
        version=anchor["version"],
        block=anchor["block"],
        span=Span(anchor["start"], anchor["end"]),
        quote=anchor["quote"],
        prefix=anchor["prefix"],
        suffix=anchor["suffix"],
        colour=record.value("colour", default="yellow"),
        notes=tuple(record.value("note", default=())),
        tags=tags_of(record),
        created=record.value("created", default=""),
        modified=time_of(max((each.stamp for each in record.fields.values()), default="")),
    )
