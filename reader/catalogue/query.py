"""What the article list asks, and the rows it gets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.collections.state import Reading
from reader.text.direction import Direction

EVERYTHING = -1
"""The limit of a page that leaves nothing out, as SQLite's LIMIT has it."""

ROW_COLUMNS = (
    "id, title, source, published, added, reading, starred, archived, words, language, direction, tags, highlights, "
    "digits, progress"
)

TAG_SEPARATOR = "\n"


class Sort(StrEnum):
    """The orders of the list."""

    ADDED = "added"
    PUBLISHED = "published"
    TITLE = "title"
    SOURCE = "source"
    LENGTH = "length"
    OPENED = "opened"


ORDER = {
    Sort.ADDED: "added",
    Sort.PUBLISHED: "published",
    Sort.TITLE: "title_key",
    Sort.SOURCE: "source_key",
    Sort.LENGTH: "words",
    Sort.OPENED: "opened",
}


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


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part of the list begins that does not begin at its top: at an article, sorted by its `key`.

    It stays the same place when articles above it come and go, and when the article itself does.
    """

    key: str | int
    article: str


def along(query: Query) -> tuple[str, str, str]:
    """Return what a query's order goes by in SQL, which way, and how what stands further along it compares."""
    return ORDER[query.sort], "desc" if query.descending else "asc", "<" if query.descending else ">"


def row_of(found: Sequence[str | int]) -> Row:
    """Return a row from its ROW_COLUMNS."""
    (
        article, title, source, published, added, reading, starred, archived, words, language, direction, tags,
        highlights, digits, progress,
    ) = found  # fmt: skip
    return Row(
        id=str(article),
        title=str(title),
        source=str(source),
        published=str(published),
        added=str(added),
        reading=Reading(str(reading)),
        starred=bool(starred),
        archived=bool(archived),
        words=int(words),
        language=str(language),
        direction=Direction(str(direction)),
        tags=tuple(str(tags).split(TAG_SEPARATOR)) if tags else (),
        highlights=int(highlights),
        digits=str(digits),
        progress=int(progress),
    )
