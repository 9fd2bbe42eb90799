"""An article as another Hamish wrote it: text, original, pictures and highlights, each as it was.

What a package says of itself is not believed: bytes are named by their own hashes, texts are cleaned as any others.
"""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from reader.annotations.quoted import Quoted
from reader.articles.article import Article, Block, Origin
from reader.articles.as_plain import from_plain
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.intake.archives import Archive
from reader.intake.formats.exports import web_annotations
from reader.intake.formats.exports.json_values import objects
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.text.cleaning import clean

NEWEST = 1


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article of a package with all that was packed with it.

    Raises ReaderError import.package_damaged, import.package_newer, and what archives raise.
    """
    archive = Archive(data, hints.file)
    try:
        about = _object(archive, "hamish.json")
        if int(about["format"]) > NEWEST:
            raise ReaderError("import.package_newer", file=hints.file)
        article = from_plain(_object(archive, "article.json"))
        images = {name: archive.read(name) for name in archive if name.startswith("images/")}
        original = archive.find("original") or b""
        return (
            Imported(
                article=_checked(article, original, images),
                original=original,
                images=tuple(images.values()),
                highlights=_highlights(archive),
                state=_state(about.get("state")),
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ReaderError("import.package_damaged", file=hints.file) from error


def _checked(article: Article, original: bytes, images: dict[str, bytes]) -> Article:
    """Return the article with names of pictures and of the original that are true, and texts that are clean."""
    there = {sha256(data).hexdigest() for data in images.values()}
    blocks = tuple(_checked_block(block, there) for block in article.blocks)
    digest = sha256(original).hexdigest() if original else ""
    origin = replace(article.origin or Origin(digest), sha256=digest) if digest else None
    return replace(article, blocks=blocks, origin=origin)


def _checked_block(block: Block, images: set[str]) -> Block:
    if any(not 0 <= inline.span.start <= inline.span.end <= len(block.text) for inline in block.inlines):
        message = "an inline stands outside its block"
        raise ValueError(message)
    cleaned = clean(block.text)
    image = block.image if block.image in images else ""
    if cleaned == block.text:
        return replace(block, image=image)
    return replace(block, text=" ".join(cleaned.split("\n")), inlines=(), image=image)


def _highlights(archive: Archive) -> tuple[Quoted, ...]:
    if "highlights.jsonld" not in archive:
        return ()
    return tuple(map(web_annotations.quoted, objects(_object(archive, "highlights.jsonld"), "items")))


def _state(plain: Any) -> ArticleState:
    state = plain if isinstance(plain, dict) else {}
    tags = state.get("tags", ())
    return ArticleState(
        reading=Reading(state.get("reading", Reading.UNREAD.value)),
        starred=state.get("starred") is True,
        archived=state.get("archived") is True,
        position=max(0, int(state.get("position", 0))),
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        added=str(state.get("added", "")),
        source=str(state.get("source", "")),
        direction=str(state.get("direction", "")),
    )


def _object(archive: Archive, path: str) -> dict[str, Any]:
    value = json.loads(archive.read(path).decode("utf-8"))
    if not isinstance(value, dict):
        message = f"not an object: {path}"
        raise TypeError(message)
    return value
