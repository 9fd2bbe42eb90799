"""Decisions about people and places as records.

A record is about one key and has its hash for an id, so that what two devices decide about one name meets in one
record, and merges field by field.
"""

from collections.abc import Iterable, Mapping

from reader.entities.decisions import Decision, kind_of
from reader.store.edit import Edit
from reader.store.hashed_id import hashed_id
from reader.store.layout import ABOUT_ALL
from reader.store.mark_records import flagged
from reader.store.record_file import RecordFile
from reader.store.records import Record

APART, FORM = "apart:", "form:"
FLAGS = (APART, FORM)
"""What the names of fields begin with that are true or false: folded names set apart, written names added."""


def record_of(key: str) -> str:
    """Return the id of the record about a key."""
    return hashed_id(key)


def about_all(key: str) -> str:
    """Return what stands in an article's place for decisions about a key that hold in all articles."""
    return ABOUT_ALL[int(record_of(key)[:2], 16)]


def deciding(article: str, key: str, values: Mapping[str, object]) -> Edit:
    """Return the edit that decides something about a key; without an article it holds in all."""
    return Edit("decisions", article or about_all(key), record_of(key), {"key": key, **values})


def flags(prefix: str, names: Iterable[str], *, on: bool = True) -> dict[str, bool]:
    """Return the fields that set names apart, or add them."""
    return {prefix + name: on for name in names}


def decisions_in(file: RecordFile) -> dict[str, Decision]:
    """Return the decisions in a file by key, without records that are none or are about a kind not known here."""
    found = (to_decision(record) for record in file.records.values() if not record.is_deleted)
    return {decision.key: decision for decision in found if decision and kind_of(decision.key)}


def to_decision(record: Record) -> Decision | None:
    """Return a record as a decision; None for one of which only a part has come so far."""
    key = record.value("key")
    if not isinstance(key, str):
        return None
    return Decision(
        key=key,
        name=_word(record, "name"),
        into=_word(record, "into"),
        latin=_word(record, "latin"),
        is_hidden=record.value("hidden") is True,
        apart=frozenset(flagged(record, APART)),
        forms=flagged(record, FORM),
    )


def _word(record: Record, name: str) -> str:
    value = record.value(name)
    return value if isinstance(value, str) else ""
