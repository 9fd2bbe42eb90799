"""JSON as it lies on disk: UTF-8, indented by two, members in the order given. The only place that knows msgspec."""

from typing import Any, TypeVar

import msgspec

from reader.errors import ReaderError

T = TypeVar("T")


def encode(document: object) -> bytes:
    """Return a document's bytes, readable by hand and the same every time."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def decode(data: bytes, name: str) -> dict[str, Any]:
    """Return the object that a file holds.

    Raises ReaderError file.damaged, naming the file, when the bytes are not one JSON object.
    """
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReaderError("file.damaged", file=name) from error
    if not isinstance(document, dict):
        raise ReaderError("file.damaged", file=name)
    return document


def to_plain(value: object) -> Any:
    """Return a value of ours as plain dicts, lists and scalars."""
    return msgspec.to_builtins(value)


def to_typed(document: object, kind: type[T], name: str) -> T:
    """Return plain JSON as a value of ours; members it does not know are left out.

    Raises ReaderError file.damaged, naming the file, when something needed is missing or of another type.
    """
    try:
        return msgspec.convert(document, kind)
    except (msgspec.ValidationError, ValueError) as error:
        raise ReaderError("file.damaged", file=name) from error
