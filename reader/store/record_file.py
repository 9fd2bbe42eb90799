"""Files of records: the marks of an article, its state, the decisions about its people and places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from json.encoder import encode_basestring as quoted
from typing import Any

from reader.errors import ReaderError
from reader.store import json_file, upgrades
from reader.store.clock import Stamp, is_stamp
from reader.store.records import Field, Record, Register, Texts, merge_documents, merge_extra


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The records of one article in one file. `extra` is what a newer version of the program wrote beside them."""

    article: str
    records: Mapping[str, Record] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    def merged(self, other: "RecordFile") -> "RecordFile":
        """Return what both files say."""
        return RecordFile(
            self.article, merge_documents(self.records, other.records), merge_extra(self.extra, other.extra)
        )


def encode(file: RecordFile, kind: str) -> bytes:
    """Return the file's bytes: the same for the same records, whatever the way they came together."""
    return encode_with(file, kind, part)


def encode_with(file: RecordFile, kind: str, plain: Callable[[Record], object]) -> bytes:
    """Return the file's bytes; `plain` gives a record as a plain object or as the part of the file that `part` made."""
    document = {
        "format": upgrades.FORMATS[kind],
        "kind": kind,
        "article": file.article,
        "records": {name: plain(file.records[name]) for name in sorted(file.records)},
        **_sorted(file.extra),
    }
    return json_file.encode(document)


def part(record: Record) -> json_file.Written:
    """Return a record as it stands in a file."""
    fields = [_plainly_written(name, record.fields[name]) for name in sorted(record.fields)]
    if record.extra or not fields or None in fields:
        return json_file.part(_record_to_plain(record), depth=2)
    members = ",\n        ".join(filter(None, fields))
    return json_file.Written(f'{{\n      "fields": {{\n        {members}\n      }}\n    }}')


def _plainly_written(name: str, each: Field) -> str | None:
    """Return a field as it stands in a record, None where it is no mere word or yes or no, as nearly all are."""
    value = each.value if isinstance(each, Register) and not each.extra else None
    if isinstance(value, str):
        written = quoted(value)
    elif isinstance(value, bool):
        written = "true" if value else "false"
    else:
        return None
    return f'{quoted(name)}: {{\n          "value": {written},\n          "stamp": {quoted(each.stamp)}\n        }}'


def decode(data: bytes, kind: str, name: str, of: str = "") -> RecordFile:
    """Return the records in a file's bytes.

    Raises ReaderError file.damaged, file.newer, or file.foreign for records of another article than `of`, naming the
    file.
    """
    document = upgrades.upgrade(json_file.decode(data, name), kind, name)
    try:
        records = {key: _record_from_plain(value) for key, value in document["records"].items()}
        article = document["article"]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ReaderError("file.damaged", file=name) from error
    if not isinstance(article, str):
        raise ReaderError("file.damaged", file=name)
    if of and article != of:
        raise ReaderError("file.foreign", file=name)
    return RecordFile(article, records, _without(document, "format", "kind", "article", "records"))


def _record_to_plain(record: Record) -> dict[str, Any]:
    fields = {name: _field_to_plain(record.fields[name]) for name in sorted(record.fields)}
    return {"fields": fields, **_sorted(record.extra)}


def _field_to_plain(each: Field) -> dict[str, Any]:
    if isinstance(each, Texts):
        return {
            "texts": [_field_to_plain(text) for text in each.texts],
            "seen": _sorted(each.seen),
            **_sorted(each.extra),
        }
    return {"value": each.value, "stamp": each.stamp, **_sorted(each.extra)}


def _record_from_plain(plain: dict[str, Any]) -> Record:
    fields = {name: _field_from_plain(value) for name, value in plain["fields"].items()}
    return Record(fields, _without(plain, "fields"))


def _field_from_plain(plain: dict[str, Any]) -> Field:
    if "texts" in plain:
        texts = tuple(_register_from_plain(text) for text in plain["texts"])
        seen = {writer: _stamp(stamp) for writer, stamp in plain["seen"].items()}
        return Texts(texts, seen, _without(plain, "texts", "seen"))
    return _register_from_plain(plain)


def _register_from_plain(plain: dict[str, Any]) -> Register:
    return Register(plain["value"], _stamp(plain["stamp"]), _without(plain, "value", "stamp"))


def _stamp(plain: object) -> Stamp:
    if not is_stamp(plain):
        message = f"not a stamp: {plain!r}"
        raise ValueError(message)
    return str(plain)


def _without(plain: Mapping[str, Any], *known: str) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in known}


def _sorted(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain[name] for name in sorted(plain)}
