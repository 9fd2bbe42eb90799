"""An article as the bytes of its file, which is written once and named by its own hash."""

import json
from json.encoder import encode_basestring
from typing import Any

from reader.articles.article import Article
from reader.articles.as_plain import from_plain, to_plain
from reader.text.as_json import Written as Part
from reader.text.as_json import encode as as_json
from reader.text.as_json import part

FORMAT = 1
"""The format of the files that this version writes."""

_LEAST = 4
"""The members that every block has; all are texts."""

HEAD = ("format", "kind")
"""The members that say what file it is, before those of the article."""

ID_LENGTH = 32
"""Hexadecimal digits of a version's name: 128 bits, so that chance never gives one name to two texts."""


def encode(article: Article) -> bytes:
    """Return the file's bytes. What is empty is left out."""
    document: dict[str, Any] = {"format": FORMAT, "kind": "article"} | to_plain(article)
    blocks = document["blocks"]
    if blocks:
        listed = ",\n    ".join(map(_written, blocks))
        document["blocks"] = Part(f"[\n    {listed}\n  ]")
    return as_json(document)


def _written(block: dict[str, Any]) -> str:
    """Return a block as it stands in the file of an article: most hold the same four members, and nothing else."""
    if len(block) > _LEAST:
        return part(block, depth=2).text
    return (
        f'{{\n      "id": {encode_basestring(block["id"])},\n      "kind": "{block["kind"]}",'
        f'\n      "text": {encode_basestring(block["text"])},\n      "direction": "{block["direction"]}"\n    }}'
    )


def decode(data: bytes) -> Article:
    """Return the article in bytes that this version has just made.

    Raises KeyError, TypeError, ValueError or AttributeError for others.
    """
    return from_plain({name: value for name, value in json.loads(data).items() if name not in HEAD})


def version_of(data: bytes) -> str:
    """Return the name of a version from its file's bytes."""
    from hashlib import sha256

    return sha256(data).hexdigest()[:ID_LENGTH]
