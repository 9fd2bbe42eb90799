"""What the article list asks, and the rows it gets."""

from dataclasses import dataclass
from enum import StrEnum

from reader.collections.state import Reading
from reader.text.direction import Direction


class Sort(StrEnum):
    """The orders of the list."""

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    SOURCE = "source"
    LENGTH = "length"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which articles, in which order. `words` are found folded in titles and sources; empty fields do not filter.

    `marked` are those with highlights or notes.
    """

    words: str = ""
    reading: Reading | None = None
    starred: bool = False
    archived: bool | None = None
    trashed: bool = False
    marked: bool = False
    sort: Sort = Sort.ADDED
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the list shows of an article.

    `words` counts the text's words; dates are ISO 8601; `digits` names the digits that the text uses
    (reader.text.digits).
    """

    id: str
    title: str
    source: str
    published: str
    added: str
    reading: Reading
    starred: bool
    archived: bool
    words: int
    language: str
    direction: Direction
    tags: tuple[str, ...]
    highlights: int
    digits: str = "latin"
