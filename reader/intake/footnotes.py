"""Footnotes whose marks are read before the notes have ids."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind

NAMED = "note"
"""Under what a note's blocks say its names, a tuple, until its marks point to it."""

_NOTE = "note:"


def waiting(place: int | str) -> str:
    """Return what a mark points to until it is given the id of its note: that of a place, from 0, or of a name."""
    return f"{_NOTE}{place}"


def with_named_notes(article: Article) -> Article:
    """Return an article whose marks point to the notes that say their names (`NAMED`), and which says these no more.

    What a mark points to is a footnote, whatever it was taken for. A mark whose note is not there is none.
    """
    marked = {inline.target for block in article.blocks for inline in block.inlines}
    targets: dict[str, str] = {}
    for block in article.blocks:
        for name in block.extra.get(NAMED, ()):
            targets.setdefault(waiting(name), block.id)
    return replace(article, blocks=tuple(_settled(block, targets, marked) for block in article.blocks))


def _settled(block: Block, targets: Mapping[str, str], marked: Collection[str]) -> Block:
    if not block.inlines and not block.extra:
        return block
    if any(waiting(name) in marked for name in block.extra.get(NAMED, ())):
        block = replace(block, kind=BlockKind.FOOTNOTE, level=0, group=None)
    block = _pointed(block, targets)
    inlines = tuple(inline for inline in block.inlines if not inline.target.startswith(_NOTE))
    extra = {name: value for name, value in block.extra.items() if name != NAMED}
    return replace(block, inlines=inlines, extra=extra)


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
