"""The file of one version of an article, in whichever format it was written."""

from typing import Any

from reader.articles.article import Article
from reader.articles.as_file import HEAD, encode, version_of
from reader.articles.as_plain import from_plain
from reader.errors import ReaderError
from reader.store import json_file, upgrades

__all__ = ["decode", "encode", "version_of"]


def decode(data: bytes, name: str) -> Article:
    """Return the article in a file's bytes, with what a newer version of the program wrote beside it.

    Raises ReaderError file.damaged or file.newer, naming the file.
    """
    document = _document(data, name)
    try:
        return from_plain({key: value for key, value in document.items() if key not in HEAD})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReaderError("file.damaged", file=name) from error


def text_in(data: bytes, name: str) -> str:
    """Return the canonical text of the article in a file's bytes: what `decode(…).text` is, in half the time.

    Raises ReaderError file.damaged or file.newer, naming the file.
    """
    document = _document(data, name)
    try:
        return "\n".join([block["text"] for block in document["blocks"]])
    except (KeyError, TypeError) as error:
        raise ReaderError("file.damaged", file=name) from error


def _document(data: bytes, name: str) -> dict[str, Any]:
    return upgrades.upgrade(json_file.decode(data, name), "article", name)
