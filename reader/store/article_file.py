"""The file of one version of an article. It is written once and named by its own hash."""

from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from reader.articles.article import Article, Block
from reader.store import json_file, upgrades
from reader.text.folding import fold

ID_LENGTH = 32
"""Hexadecimal digits of an id: 128 bits, so that chance never gives one id to two texts."""

_ARTICLE_FIELDS = frozenset(each.name for each in fields(Article)) - {"extra"}
_BLOCK_FIELDS = frozenset(each.name for each in fields(Block)) - {"extra"}
_NEEDED = frozenset({"id", "kind", "text", "direction", "title", "blocks"})


def encode(article: Article) -> bytes:
    """Return the file's bytes. What is empty is left out."""
    plain = _compact(json_file.to_plain(article))
    plain["blocks"] = [_compact(block) for block in plain["blocks"]]
    return json_file.encode({"format": upgrades.FORMATS["article"], "kind": "article", **plain})


def decode(data: bytes, name: str) -> Article:
    """Return the article in a file's bytes, with what a newer version of the program wrote beside it.

    Raises ReaderError file.damaged or file.newer, naming the file.
    """
    document = upgrades.upgrade(json_file.decode(data, name), "article", name)
    article = json_file.to_typed(document, Article, name)
    blocks = tuple(
        replace(block, extra=_unknown(plain, _BLOCK_FIELDS))
        for block, plain in zip(article.blocks, document["blocks"], strict=True)
    )
    return replace(article, blocks=blocks, extra=_unknown(document, _ARTICLE_FIELDS | {"format", "kind"}))


def version_of(data: bytes) -> str:
    """Return the name of a version from its file's bytes."""
    return sha256(data).hexdigest()[:ID_LENGTH]


def id_of(article: Article) -> str:
    """Return the id of an article at its first import: a hash of its folded text, of its address if it has none.

    It does not depend on spelling marks or on what is known about the article, so that two devices that import the same
    article agree.
    """
    folded = fold(article.text).strip()
    return sha256((folded or article.address).encode()).hexdigest()[:ID_LENGTH]


def _compact(plain: dict[str, Any]) -> dict[str, Any]:
    extra = plain.pop("extra", {})
    kept = {name: value for name, value in plain.items() if name in _NEEDED or value not in ("", 0, None, [], {})}
    return kept | {name: extra[name] for name in sorted(extra)}


def _unknown(plain: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name not in known}
