"""JSON as it lies on disk: UTF-8, indented by two, members in the order given."""

import json
from dataclasses import dataclass
from json.encoder import encode_basestring


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a document as it stands in the file, made once for a file that is written often."""

    text: str


def encode(document: object) -> bytes:
    """Return a document's bytes, readable by hand and the same every time.

    Half a surrogate pair, which a file's name may hold, is written as the escape that JSON has for it.
    """
    return _written(document, "\n").encode("utf-8", "backslashreplace") + b"\n"


def part(value: object, depth: int) -> Written:
    """Return a value as it stands inside so many objects; put there, it is not written out anew."""
    return Written(_written(value, "\n" + "  " * depth))


def _written(value: object, line: str) -> str:
    """Return a value as json.dumps does with indent=2, whose own indenting takes ten times as long.

    `line` is a line feed and the spaces with which the line begins that the value stands on.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Written):
        return value.text
    inner = line + "  "
    if isinstance(value, dict) and value:
        members = [  # most are texts: a call for each would cost as much as writing it
            f"{encode_basestring(name)}: {encode_basestring(each) if type(each) is str else _written(each, inner)}"
            for name, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_written(each, inner) for each in value])}{line}]"
    return json.dumps(value)
