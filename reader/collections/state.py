"""What the reader has done with an article: read it, starred it, put it away."""

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """How far the reader is."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """An article's state. `position` is the code point at the top of the page; times are ISO 8601 in UTC.

    `direction` is rtl or ltr where the reader turned the text round, else empty. `folders` are the ids of the case
    folders that the article lies in.
    """

    reading: Reading = Reading.UNREAD
    starred: bool = False
    archived: bool = False
    trashed: bool = False
    position: int = 0
    tags: tuple[str, ...] = ()
    added: str = ""
    opened: str = ""
    source: str = ""
    source_declined: bool = False
    direction: str = ""
    folders: tuple[str, ...] = ()


UNTOUCHED = ArticleState()
"""The state of an article that the reader has done nothing with."""
