"""What the article list asks, and the rows it gets."""

from dataclasses import dataclass
from enum import StrEnum

from reader.collections.state import Reading
from reader.text.direction import Direction

EVERYTHING = -1
"""The limit of a page that leaves nothing out, as SQLite's LIMIT has it."""


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

    `marked` are those with highlights or notes, `noted` those with notes. An article must have all `tags` and name all
    people and places of `keys`. Its date, that of publication or, without one, the day it was added, is of the `year`
    (2024 or 2024-10) and no more than so many `days` ago. `folder` is the id of a case folder.
    """

    words: str = ""
    reading: Reading | None = None
    starred: bool = False
    archived: bool | None = None
    trashed: bool = False
    marked: bool = False
    noted: bool = False
    tags: tuple[str, ...] = ()
    source: str = ""
    language: str = ""
    keys: tuple[str, ...] = ()
    year: str = ""
    days: int = 0
    folder: str = ""
    sort: Sort = Sort.ADDED
    descending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the list shows of an article.

    `words` counts the text's words; dates are ISO 8601; `digits` names the digits that the text uses
    (reader.text.digits); `progress` is how far the reader has come, in hundredths.
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
    progress: int = 0
