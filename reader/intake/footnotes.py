"""Footnotes whose marks are read before the notes have ids."""

from collections.abc import Mapping
from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind

_NOTE = "note:"


def waiting(place: int) -> str:
    """Return what a mark points to until `with_notes` gives it the id of the note at that place, counted from 0."""
    return f"{_NOTE}{place}"


def with_notes(article: Article, number: int) -> Article:
    """Return an article whose marks point to the notes that are its last `number` footnotes."""
    if not number:
        return article
    ids = [block.id for block in article.blocks if block.kind is BlockKind.FOOTNOTE][-number:]
    targets = {waiting(place): id_ for place, id_ in enumerate(ids)}
    return replace(article, blocks=tuple(_pointed(block, targets) for block in article.blocks))


def _pointed(block: Block, targets: Mapping[str, str]) -> Block:
    if not any(inline.target in targets for inline in block.inlines):
        return block
    inlines = (replace(inline, target=targets.get(inline.target, inline.target)) for inline in block.inlines)
    return replace(block, inlines=tuple(inlines))
