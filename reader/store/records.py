"""What the reader makes, in a form that merges: records of stamped fields.

Merging takes, field by field, what was written last; of texts written at the same time it keeps all. It stamps nothing
anew, so that merging is commutative, associative and idempotent, and ends in the same bytes on every device.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reader.store.clock import NEVER, Stamp, writer_of

Json = Any


@dataclass(frozen=True, slots=True)
class Register:
    """A value and when it was written. The later one wins."""

    value: Json
    stamp: Stamp
    extra: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Texts:
    """A text that is never lost to another written at the same time: all that no later writing has replaced.

    `seen` says, for each writer, up to which of its stamps the writings are known here: a text that is known and
    not among `texts` was replaced. (A multi-value register with a version vector: Shapiro and others, "A
    comprehensive study of convergent and commutative replicated data types", 2011, section 3.2.2.)
    """

    texts: tuple[Register, ...]
    seen: Mapping[str, Stamp]
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def stamp(self) -> Stamp:
        """The latest stamp seen."""
        return max(self.seen.values(), default=NEVER)


Field = Register | Texts


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one thing the reader made, by name. `extra` is what a newer program wrote beside them."""

    fields: Mapping[str, Field] = field(default_factory=dict)
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def is_deleted(self) -> bool:
        """Whether the reader removed this."""
        return bool(self.value("deleted", default=False))

    def value(self, name: str, default: Json = None) -> Json:
        """Return a field's value; that of a text is the tuple of its texts."""
        found = self.fields.get(name)
        if found is None:
            return default
        if isinstance(found, Texts):
            return tuple(text.value for text in found.texts if text.value)
        return found.value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a field that is one; a plain value counts as a single text."""
        found = self.fields.get(name)
        return tuple(str(text.value) for text in _as_texts(found).texts if text.value) if found else ()

    def with_value(self, name: str, value: Json, stamp: Stamp) -> "Record":
        """Return the record with one field written."""
        return replace(self, fields={**self.fields, name: Register(value, stamp)})

    def with_text(self, name: str, text: str, stamp: Stamp) -> "Record":
        """Return the record with a text written in the place of all texts known here."""
        before = self.fields.get(name)
        seen = dict(_as_texts(before).seen) if before else {}
        seen[writer_of(stamp)] = stamp
        return replace(self, fields={**self.fields, name: Texts((Register(text, stamp),), seen)})


def merge_records(one: Record, other: Record) -> Record:
    """Return what both say."""
    return Record(
        _merge_maps(one.fields, other.fields, _merge_fields),
        _merge_maps(one.extra, other.extra, _larger),
    )


def merge_documents(one: Mapping[str, Record], other: Mapping[str, Record]) -> dict[str, Record]:
    """Return all records of two files, merged by id."""
    return _merge_maps(one, other, merge_records)


def latest_stamp(records: Iterable[Record]) -> Stamp:
    """Return the latest stamp in some records."""
    return max((each.stamp for record in records for each in record.fields.values()), default=NEVER)


def merge_extra(one: Mapping[str, Json], other: Mapping[str, Json]) -> dict[str, Json]:
    """Return the unknown members of two objects; of two different values the same one is kept everywhere."""
    return _merge_maps(one, other, _larger)


def _merge_fields(one: Field, other: Field) -> Field:
    if isinstance(one, Texts) or isinstance(other, Texts):
        return _merge_texts(_as_texts(one), _as_texts(other))
    if one.stamp == other.stamp:
        return Register(_larger(one.value, other.value), one.stamp, merge_extra(one.extra, other.extra))
    return one if one.stamp > other.stamp else other


def _merge_texts(one: Texts, other: Texts) -> Texts:
    kept: dict[Stamp, Register] = {}
    for mine, theirs in ((one, other), (other, one)):
        known = {text.stamp for text in theirs.texts}
        for text in mine.texts:
            if text.stamp in known or text.stamp > theirs.seen.get(writer_of(text.stamp), NEVER):
                same = kept.get(text.stamp, text)
                kept[text.stamp] = Register(
                    _larger(same.value, text.value), text.stamp, merge_extra(same.extra, text.extra)
                )
    return Texts(
        tuple(kept[stamp] for stamp in sorted(kept)),
        _merge_maps(one.seen, other.seen, max),
        merge_extra(one.extra, other.extra),
    )


def _as_texts(field_: Field) -> Texts:
    if isinstance(field_, Texts):
        return field_
    return Texts((field_,), {writer_of(field_.stamp): field_.stamp})


def _merge_maps(one: Mapping[str, Any], other: Mapping[str, Any], merge: Any) -> dict[str, Any]:
    return {
        name: merge(one[name], other[name])
        if name in one and name in other and one[name] != other[name]
        else one.get(name, other.get(name))
        for name in sorted(one.keys() | other.keys())
    }


def _larger(one: Json, other: Json) -> Json:
    """Choose between two values by what they are, so that every device chooses the same."""
    return max(one, other, key=lambda value: json.dumps(value, sort_keys=True, ensure_ascii=False))
