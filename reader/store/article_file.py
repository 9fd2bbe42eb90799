"""The file of one version of an article. It is written once and named by its own hash."""

from reader.articles.article import Article
from reader.articles.as_plain import from_plain, to_plain
from reader.errors import ReaderError
from reader.store import json_file, upgrades
from reader.store.layout import ID_LENGTH

_HEAD = ("format", "kind")


def encode(article: Article) -> bytes:
    """Return the file's bytes. What is empty is left out."""
    head = {"format": upgrades.FORMATS["article"], "kind": "article"}
    return json_file.encode(head | to_plain(article))


def decode(data: bytes, name: str) -> Article:
    """Return the article in a file's bytes, with what a newer version of the program wrote beside it.

    Raises ReaderError file.damaged or file.newer, naming the file.
    """
    document = upgrades.upgrade(json_file.decode(data, name), "article", name)
    try:
        return from_plain({key: value for key, value in document.items() if key not in _HEAD})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReaderError("file.damaged", file=name) from error


def version_of(data: bytes) -> str:
    """Return the name of a version from its file's bytes."""
    from hashlib import sha256

    return sha256(data).hexdigest()[:ID_LENGTH]
