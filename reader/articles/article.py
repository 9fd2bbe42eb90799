"""An article as the reader sees it: typed blocks of plain text, and what is known about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate
from typing import Any

from reader.text.direction import Direction
from reader.text.spans import Span

PART = "part"
"""The member of `extra` that says that only a part of an article was ever kept: SUMMARY or HIGHLIGHTS."""

ADDRESS, SUMMARY, HIGHLIGHTS = "address", "summary", "highlights"


class BlockKind(StrEnum):
    """What a block is in its article. The values are the words of the library's files and of the command line."""

    HEADLINE = "headline"
    BYLINE = "byline"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    IMAGE = "image"
    CAPTION = "caption"
    CREDIT = "credit"
    FOOTNOTE = "footnote"


class InlineKind(StrEnum):
    """What a stretch inside a block is."""

    LINK = "link"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Inline:
    """A marked stretch of a block's text. `target` is a link's address or a footnote's block id."""

    span: Span
    kind: InlineKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What holds blocks together: the items of a list, the cells of a table, a picture with its caption and credit.

    `row` and `column` count from 0; in a list `row` is the item's number and `column` how deep it is nested.
    """

    id: str
    kind: str
    row: int = 0
    column: int = 0
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or its like. Its text has no line feed; an image's is empty. `level` is a heading's, 1 to 3."""

    id: str
    kind: BlockKind
    text: str
    direction: Direction
    level: int = 0
    inlines: tuple[Inline, ...] = ()
    group: Group | None = None
    image: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if "\n" in self.text:
            message = "a block's text holds no line feed"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date: `iso` as YYYY, YYYY-MM, YYYY-MM-DD or with a time; `written` as it stands in the original."""

    iso: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an article was read from: the SHA-256 of the kept original, its name, its type, and where inside it."""

    sha256: str
    name: str = ""
    media_type: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of an article: what was read from an original, or mended by hand. Never changed once it is stored.

    What is unknown is empty; nothing is ever invented. `importer` names what read it, with its version.
    """

    title: str
    blocks: tuple[Block, ...]
    source: str = ""
    address: str = ""
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    published: WrittenDate | None = None
    modified: WrittenDate | None = None
    language: str = ""
    direction: Direction = Direction.RTL
    origin: Origin | None = None
    importer: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def part(self) -> str:
        """Which part of the article this is, if it is not all of it: an address, a summary or highlights; else ""."""
        return str(self.extra.get(PART, "")) if self.blocks else ADDRESS

    @property
    def text(self) -> str:
        """The canonical text: the blocks joined by one line feed. All offsets count its code points."""
        return "\n".join(block.text for block in self.blocks)

    def placed_blocks(self) -> Iterator[tuple[Block, Span]]:
        """Yield each block with where its text stands in the canonical text."""
        starts = accumulate((len(block.text) + 1 for block in self.blocks), initial=0)
        for block, start in zip(self.blocks, starts, strict=False):
            yield block, Span(start, start + len(block.text))
