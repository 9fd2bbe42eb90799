"""Blocks as they are read, before they have ids and directions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reader.articles.article import Block, BlockKind, Group, Inline
from reader.intake.pictures import Picture
from reader.text.direction import Direction, directions_of

PICTURED = frozenset({BlockKind.IMAGE, BlockKind.CAPTION, BlockKind.CREDIT})
"""A picture, and what is said of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its text, how deep it is nested, and its marked stretches.

    `ordered` says whether it shows a number, where that is not as in the whole list.
    """

    text: str
    depth: int = 0
    inlines: tuple[Inline, ...] = ()
    ordered: bool | None = None


class Numbering:
    """Counts the items of a list at each depth; a deeper level begins anew below each item."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def set(self, depth: int, number: int) -> None:
        """Make a number the next one at a depth."""
        self._numbers[depth] = number - 1

    def next(self, depth: int) -> int:
        """Return the number of one more item at a depth; the first is 1."""
        self._numbers = {other: number for other, number in self._numbers.items() if other <= depth}
        self._numbers[depth] = self._numbers.get(depth, 0) + 1
        return self._numbers[depth]


@dataclass(slots=True)
class Draft:
    """A block without its id and direction. Not frozen: it is made in a sixth of the time, and a feed has 100,000."""

    kind: BlockKind
    text: str
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    group: Group | None = None
    image: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Drafts:
    """The blocks of one article in the order they are read. Groups are g1, g2 …; blocks become b1, b2 … in the end."""

    drafts: list[Draft] = field(default_factory=list)
    groups: int = 0

    def add(self, kind: BlockKind, text: str, level: int = 0, inlines: tuple[Inline, ...] = ()) -> None:
        """Add a block."""
        self.drafts.append(Draft(kind, text, level, inlines))

    def add_figure(self, caption: str, credit: str) -> None:
        """Add a picture's caption and, right after it, its credit; either may be empty."""
        self.new_group("figure")
        self._add_words_of_figure(caption, credit)

    def add_picture(
        self, picture: Picture, *, alt: str = "", source: str = "", caption: str = "", credit: str = ""
    ) -> None:
        """Add a picture and, right after it, its caption and credit; either may be empty.

        `alt` says what it shows to those who cannot see it; `source` is what it is called inside the original.
        """
        self.drafts.append(picture_draft(picture, self.new_group("figure"), alt, source))
        self._add_words_of_figure(caption, credit)

    def add_list(self, items: Sequence[Item], *, first: int = 0) -> None:
        """Add the items of a list, numbered from `first` on; 0 numbers none."""
        group = self.new_group("list")
        numbering = Numbering()
        numbering.set(0, first or 1)
        for item in items:
            ordered = first > 0 if item.ordered is None else item.ordered
            place = replace(group, row=numbering.next(item.depth) - 1, column=item.depth, ordered=ordered)
            self.drafts.append(Draft(BlockKind.LIST_ITEM, item.text, 0, item.inlines, place))

    def new_group(self, kind: str) -> Group:
        """Return a group that no block is in yet."""
        self.groups += 1
        return Group(f"g{self.groups}", kind)

    def blocks(self) -> tuple[Direction, tuple[Block, ...]]:
        """Return the direction that most letters have, and the blocks, each with that of its own letters."""
        direction, directions = directions_of([draft.text for draft in self.drafts])
        return direction, tuple(
            Block(
                id=f"b{number}",
                kind=draft.kind,
                text=draft.text.replace("\n", " "),
                direction=own,
                level=draft.level,
                inlines=draft.inlines,
                group=draft.group,
                image=draft.image,
                extra=draft.extra,
            )
            for number, (draft, own) in enumerate(zip(self.drafts, directions, strict=True), 1)
        )

    def _add_words_of_figure(self, caption: str, credit: str) -> None:
        group = Group(f"g{self.groups}", "figure")
        parts = ((BlockKind.CAPTION, caption), (BlockKind.CREDIT, credit))
        self.drafts += [Draft(kind, text, group=group) for kind, text in parts if text]


def picture_draft(picture: Picture, group: Group, alt: str = "", source: str = "") -> Draft:
    """Return the draft of a picture's block; what is empty is not said."""
    about = {"alt": alt, "height": picture.height, "source": source, "width": picture.width}
    return Draft(
        BlockKind.IMAGE,
        "",
        group=group,
        image=picture.name,
        extra={name: value for name, value in about.items() if value},
    )
