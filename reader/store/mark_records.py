"""Highlights as records."""

from collections.abc import Sequence
from os import urandom
from typing import Any

from reader.annotations.highlight import COLOURS, Highlight
from reader.store.clock import time_of
from reader.store.record_file import RecordFile
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


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags as they are kept: without spaces at their ends and line feeds, none empty, none twice."""
    return tuple(dict.fromkeys(tag for tag in (" ".join(each.split()) for each in tags) if tag))


def tags_of(record: Record) -> tuple[str, ...]:
    """Return a record's tags in the order of their letters."""
    return flagged(record, TAG)


def flagged(record: Record, prefix: str) -> tuple[str, ...]:
    """Return what stands behind a prefix in the names of those of a record's fields that are true, sorted."""
    return tuple(
        sorted(name[len(prefix) :] for name in record.fields if name.startswith(prefix) and record.value(name))
    )


def count(file: RecordFile) -> int:
    """Return how many highlights and notes a file holds that are not in the trash."""
    return sum("anchor" in record.fields and not record.is_deleted for record in file.records.values())


def present(file: RecordFile) -> list[Highlight]:
    """Return the highlights in a file that are not in the trash."""
    found = (to_highlight(mark, file.article, record) for mark, record in file.records.items() if not record.is_deleted)
    return [highlight for highlight in found if highlight]


def to_highlight(mark: str, article: str, record: Record) -> Highlight | None:
    """Return a record as a highlight; None for one that is none, or of which only a part has come so far.

    A colour of a later version that this one does not know is shown as the first.
    """
    colour = record.value("colour")
    try:
        anchor = record.value("anchor")
        return Highlight(
            id=mark,
            article=article,
            version=str(anchor["version"]),
            block=str(anchor["block"]),
            span=Span(int(anchor["start"]), int(anchor["end"])),
            quote=str(anchor["quote"]),
            prefix=str(anchor["prefix"]),
            suffix=str(anchor["suffix"]),
            colour=colour if colour in COLOURS else COLOURS[0],
            notes=record.texts("note"),
            tags=tags_of(record),
            created=str(record.value("created", default="")),
            modified=time_of(max(each.stamp for each in record.fields.values())),
        )
    except (KeyError, TypeError, ValueError):
        return None
