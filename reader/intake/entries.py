"""The articles of one file that holds many: a feed, another program's export."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.annotations.quoted import Quoted
from reader.collections.state import UNTOUCHED, ArticleState

LARGEST_CALL = 1 << 20
"""Code points and bytes of content that are made into articles at once: a batch comes back within a moment."""

MOST_OF_A_CALL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article as such a file holds it, its content not yet read: as markup, text or PDF; without any a link.

    `base` is what addresses in the markup are relative to, if not its own. Dates are as they were written. `feed` is
    the address of the feed that a list of feeds names. `locator` says where in the file it stands. `leftovers` are what
    of it was not understood, for the report.
    """

    title: str = ""
    address: str = ""
    base: str = ""
    html: str = ""
    text: str = ""
    pdf: bytes = b""
    summary: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    state: ArticleState = UNTOUCHED
    highlights: tuple[Quoted, ...] = ()
    locator: str = ""
    feed: str = ""
    leftovers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """What one file holds: its articles, and what of it was not understood, for the report.

    The articles can be taken once: those of a large file are made while they are.
    """

    importer: str
    entries: Iterable[Entry]
    leftovers: tuple[str, ...] = field(default=())


def in_calls(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Yield entries as many at a time as are made into articles at once."""
    call: list[Entry] = []
    size = 0
    for entry in entries:
        call.append(entry)
        size += len(entry.html) + len(entry.text) + len(entry.pdf)
        if len(call) == MOST_OF_A_CALL or size > LARGEST_CALL:
            yield tuple(call)
            call, size = [], 0
    if call:
        yield tuple(call)
