"""What a text that is read anew takes over from the one before: what its original cannot tell."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.articles.article import Article, Block, BlockKind
from reader.intake.hints import Part


def carried_over(before: Article, now: Article) -> Article:
    """Return an article as it was read anew, with the origin, the address and the lost pictures of the one before.

    A picture comes behind the block that it stood behind, with its caption and credit if those are gone too.
    """
    here = {block.image for block in now.blocks if block.image}
    texts = {block.text for block in now.blocks}
    lost = [block for block in before.blocks if block.image and block.image not in here]
    blocks = list(now.blocks)
    for picture in lost:
        words = [
            block
            for block in before.blocks
            if picture.group is not None
            and block.group == picture.group
            and block.kind in (BlockKind.CAPTION, BlockKind.CREDIT)
            and block.text not in texts
        ]
        place = _place(picture, before, blocks)
        blocks[place:place] = [_renamed(block, len(blocks) + number) for number, block in enumerate([picture, *words])]
    return replace(
        now,
        blocks=tuple(blocks),
        origin=before.origin,
        address=now.address or before.address,
        source=now.source or before.source,
    )


def parts_of(before: Article, picture: Callable[[str], Path | None]) -> tuple[Part, ...]:
    """Return the pictures of a page, by what the page calls them, from where they are kept; but for those not there."""
    parts = []
    for block in before.blocks:
        name = block.extra.get("source")
        path = picture(block.image) if block.image and isinstance(name, str) else None
        if path is not None and isinstance(name, str):
            with suppress(OSError):
                parts.append(Part(name, path.read_bytes()))
    return tuple(parts)


def _renamed(block: Block, number: int) -> Block:
    """Return a block with an id and a group that the new text does not have."""
    group = replace(block.group, id=f"before-{block.group.id}") if block.group is not None else None
    return replace(block, id=f"p{number}", group=group)


def _place(picture: Block, before: Article, blocks: list[Block]) -> int:
    places = {block.text: place for place, block in enumerate(blocks) if block.text}
    above = [block.text for block in before.blocks[: before.blocks.index(picture)]]
    return next((places[text] + 1 for text in reversed(above) if text in places), 0)
