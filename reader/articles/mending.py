"""Mending an article by hand: its facts, and which blocks there are, of what kind, and where one ends.

Nothing here is changed in place: every step gives another draft, so that a step back is the draft before.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.articles.article import Article, Block, BlockKind, Inline, WrittenDate
from reader.text.direction import Direction, direction_of
from reader.text.spans import Span

MENDED = "mended"
"""The member of an article's `extra` that names the version that was mended."""

CHANGEABLE = tuple(kind for kind in BlockKind if kind not in (BlockKind.IMAGE, BlockKind.TABLE_CELL))
"""The kinds that a block can be given; pictures stay pictures, and tables tables."""

_KINDS_IN = {"list": (BlockKind.LIST_ITEM,), "figure": (BlockKind.CAPTION, BlockKind.CREDIT)}
"""What, by the kind of a group, a block in it may become without leaving it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article while it is mended. `removed` are the ids of blocks that will not be in it."""

    title: str
    authors: tuple[str, ...]
    published: WrittenDate | None
    source: str
    blocks: tuple[Block, ...]
    removed: frozenset[str] = field(default_factory=frozenset)


def begin(article: Article, source: str = "", earlier: Sequence[Article] = ()) -> Draft:
    """Return the draft of an article as it is; `source` is the reader's own.

    `earlier` are the texts that it was mended from, the latest first: blocks of theirs that are gone can be restored.
    """
    blocks, removed = list(article.blocks), set[str]()
    for text in earlier:
        here = {block.id for block in blocks}
        for place, block in enumerate(text.blocks):
            if block.id not in here and (block.image or block.text not in article.text):
                blocks.insert(_place_after(blocks, text.blocks[:place]), block)
                removed.add(block.id)
    return Draft(
        article.title,
        article.authors,
        article.published,
        source or article.source,
        tuple(blocks),
        frozenset(removed),
    )


def finish(draft: Draft, article: Article, version: str) -> Article:
    """Return the article that a draft makes of the one that it was begun from, a version of that name."""
    blocks = tuple(block for block in draft.blocks if block.id not in draft.removed)
    if draft.title != article.title:  # the headline on the page says the same
        blocks = tuple(_retitled(block, article.title, draft.title) for block in blocks)
    mended = replace(
        article,
        title=draft.title,
        authors=draft.authors,
        published=draft.published,
        source=draft.source,
        blocks=blocks,
    )
    return article if mended == article else replace(mended, extra={**article.extra, MENDED: version})


def remove(draft: Draft, ids: Iterable[str]) -> Draft:
    """Leave blocks out."""
    return replace(draft, removed=draft.removed | set(ids))


def restore(draft: Draft, ids: Iterable[str]) -> Draft:
    """Take blocks in again that were left out."""
    return replace(draft, removed=draft.removed - set(ids))


def set_kind(draft: Draft, ids: Collection[str], kind: BlockKind) -> Draft:
    """Say what blocks are; pictures and cells of tables stay what they are. A heading's level becomes 2."""
    return _with(draft, ids, lambda block: _of_kind(block, kind))


def set_direction(draft: Draft, ids: Collection[str], direction: Direction | None) -> Draft:
    """Say how blocks run; None means: as most of their letters do."""
    return _with(
        draft, ids, lambda block: replace(block, direction=direction or direction_of(block.text, block.direction))
    )


def can_merge(draft: Draft, name: str) -> bool:
    """Say whether a block can be merged with the one that follows it in the article."""
    first, second = _pair(draft, name)
    return first is not None and second is not None and _is_words(first) and _is_words(second)


def merge(draft: Draft, name: str) -> Draft:
    """Make one block of a block and the one that follows it. It keeps the first one's id and kind.

    A draft where that cannot be done stays as it is (see can_merge).
    """
    first, second = _pair(draft, name)
    if first is None or second is None or not can_merge(draft, name):
        return draft
    shift = len(first.text) + 1
    moved = tuple(replace(each, span=Span(each.span.start + shift, each.span.end + shift)) for each in second.inlines)
    joined = replace(first, text=f"{first.text} {second.text}", inlines=(*first.inlines, *moved))
    kept = tuple(joined if block.id == name else block for block in draft.blocks if block.id != second.id)
    return replace(draft, blocks=kept)


def split(draft: Draft, name: str, offset: int) -> Draft:
    """Make two blocks of one, before the code point `offset`; white space between them goes.

    At either end nothing happens. The first one keeps the id.
    """
    blocks: list[Block] = []
    for block in draft.blocks:
        first, second = block.text[:offset].rstrip(), block.text[offset:].lstrip()
        if block.id != name or not first or not second or not _is_words(block):
            blocks.append(block)
            continue
        start = len(block.text) - len(block.text[offset:].lstrip())
        blocks += (
            replace(block, text=first, inlines=_inside(block.inlines, Span(0, len(first)))),
            replace(
                block, id=_new_id(draft), text=second, inlines=_inside(block.inlines, Span(start, len(block.text)))
            ),
        )
    return replace(draft, blocks=tuple(blocks))


def _with(draft: Draft, ids: Collection[str], change: Callable[[Block], Block]) -> Draft:
    return replace(draft, blocks=tuple(change(block) if block.id in ids else block for block in draft.blocks))


def _of_kind(block: Block, kind: BlockKind) -> Block:
    if block.kind not in CHANGEABLE or kind is block.kind:
        return block
    stays_in_group = block.group is not None and kind in _KINDS_IN.get(block.group.kind, ())
    return replace(
        block,
        kind=kind,
        level=(block.level or 2) if kind is BlockKind.HEADING else 0,
        group=block.group if stays_in_group else None,
    )


def _pair(draft: Draft, name: str) -> tuple[Block | None, Block | None]:
    """Return a block and the one that follows it in the article."""
    shown = [block for block in draft.blocks if block.id not in draft.removed]
    place = next((place for place, block in enumerate(shown) if block.id == name), len(shown))
    return (
        shown[place] if place < len(shown) else None,
        shown[place + 1] if place + 1 < len(shown) else None,
    )


def _is_words(block: Block) -> bool:
    return block.kind in CHANGEABLE


def _inside(inlines: Iterable[Inline], span: Span) -> tuple[Inline, ...]:
    """Return the marked stretches of a part of a block, counted from its start."""
    cut = (
        (each, max(each.span.start, span.start) - span.start, min(each.span.end, span.end) - span.start)
        for each in inlines
    )
    return tuple(replace(each, span=Span(start, end)) for each, start, end in cut if start < end)


def _retitled(block: Block, old: str, new: str) -> Block:
    is_headline = block.kind is BlockKind.HEADLINE and block.text == old
    return replace(block, text=new, inlines=(), direction=direction_of(new, block.direction)) if is_headline else block


def _new_id(draft: Draft) -> str:
    numbers = [int(block.id[1:]) for block in draft.blocks if block.id[:1] == "b" and block.id[1:].isdecimal()]
    return f"b{max(numbers, default=0) + 1}"


def _place_after(blocks: Sequence[Block], before: Sequence[Block]) -> int:
    """Return the place behind the last of the blocks that stood before one."""
    places = {block.id: place for place, block in enumerate(blocks)}
    return next((places[block.id] + 1 for block in reversed(before) if block.id in places), 0)
