"""Tables that other programs write, told by their columns."""

import re
from enum import StrEnum


class Table(StrEnum):
    """Whose table it is."""

    HAMISH = "Hamish"
    POCKET = "Pocket"
    INSTAPAPER = "Instapaper"
    READWISE = "Readwise"
    READWISE_IMPORT = "Readwise import"
    READER = "Readwise Reader"
    MATTER = "Matter"
    WALLABAG = "wallabag"
    MYMIND = "mymind"
    HYPOTHESIS = "Hypothesis"
    LINKS = "links"


NEEDED = (
    (Table.HAMISH, frozenset({"highlight id", "article id", "quote", "prefix", "suffix"})),
    (Table.POCKET, frozenset({"title", "url", "time_added", "status"})),
    (Table.INSTAPAPER, frozenset({"url", "title", "selection", "folder"})),
    (Table.READWISE, frozenset({"highlight", "book title"})),
    (Table.READER, frozenset({"title", "url", "document tags", "saved date", "location"})),
    (Table.MATTER, frozenset({"title", "url", "publisher", "in queue", "favorited"})),
    (Table.WALLABAG, frozenset({"title", "url", "content", "mime type", "creation date"})),
    (Table.MYMIND, frozenset({"type", "title", "url", "content", "note", "created"})),
    (Table.HYPOTHESIS, frozenset({"created at", "url", "quote/description", "comment"})),
    (Table.READWISE_IMPORT, frozenset({"highlight", "title"})),
    (Table.READWISE_IMPORT, frozenset({"highlight", "url"})),
    (Table.LINKS, frozenset({"url", "title"})),
)
"""The columns by which a table is known, in small letters; the first that fits is it."""

SEPARATORS = ",;\t"
_QUOTES = re.compile(r"^\"|\"$")
_LONGEST = 2000  # code points of a line of column names


def columns_of(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the separator and the names in the first line of a table, in small letters; no names for anything else."""
    line = text.lstrip("\ufeff\r\n ").split("\n", 1)[0].rstrip("\r")
    if len(line) > _LONGEST:
        return ",", ()
    separator = max(SEPARATORS, key=line.count)
    return separator, tuple(_QUOTES.sub("", name.strip()).strip().lower() for name in line.split(separator))


def table_of(columns: tuple[str, ...]) -> Table | None:
    """Return whose table has these columns, or None."""
    return next((table for table, needed in NEEDED if needed <= set(columns)), None)
