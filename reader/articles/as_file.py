"""An article as the bytes of its file, which is written once and named by its own hash."""

import json
from json.encoder import encode_basestring
from typing import Any

from reader.articles.article import Article, Block
from reader.articles.as_plain import block_to_plain, from_plain, is_mere_text, to_plain
from reader.text.as_json import Written as Part
from reader.text.as_json import encode as as_json
from reader.text.as_json import part

FORMAT = 1
"""The format of the files that this version writes."""

HEAD = ("format", "kind")
"""The members that say what file it is, before those of the article."""

ID_LENGTH = 32
"""Hexadecimal digits of a version's name: 128 bits, so that chance never gives one name to two texts."""


def encode(article: Article) -> bytes:
    """Return the file's bytes. What is empty is left out."""
    document: dict[str, Any] = {"format": FORMAT, "kind": "article"} | to_plain(article, _written)
    if article.blocks:
        listed = ",\n    ".join(document["blocks"])
        document["blocks"] = Part(f"[\n    {listed}\n  ]")
    return as_json(document)


def _written(block: Block) -> str:
    """Return a block as it stands in the file of an article."""
    if not is_mere_text(block):
        return part(block_to_plain(block), depth=2).text
    return (
        f'{{\n      "id": {encode_basestring(block.id)},\n      "kind": "{block.kind.value}",'
        f'\n      "text": {encode_basestring(block.text)},\n      "direction": "{block.direction.value}"\n    }}'
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
