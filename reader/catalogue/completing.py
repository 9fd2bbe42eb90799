"""The name that is being typed behind a field, and how it stands there once it is chosen."""

from typing import NamedTuple

from reader.catalogue.asked import Field, field_named
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span

COMPLETED = (Field.PEOPLE, Field.PLACES, Field.ORGANISATIONS, Field.TAGS, Field.SOURCE)
"""The fields whose values are known."""

_LAST = LazyPattern(
    r"(?:^|(?<=\s))[-−–]?(?P<name>[^\W\d_]+)[:：﹕∶]\s?(?:(?P<quoted>[«“\"][^«»“”\"]*)|(?P<plain>[^\s«»“”\":：﹕∶]*))$"
)
_QUOTES = str.maketrans(dict.fromkeys('«»“”"', " "))


class Unfinished(NamedTuple):
    """A field's value as far as it is typed; `at` is where it stands, with its opening quotation mark."""

    field: Field
    beginning: str
    at: Span


def unfinished(typed: str, cursor: int) -> Unfinished | None:
    """Return what is being typed before the cursor, behind one of the fields whose values are known."""
    found = _LAST().search(typed[:cursor])
    field = field_named(found["name"]) if found else None
    if found is None or field not in COMPLETED:
        return None
    part = "plain" if found["quoted"] is None else "quoted"
    return Unfinished(field, found[part].lstrip('«“"'), Span(*found.span(part)))


def finished(typed: str, part: Unfinished, value: str) -> tuple[str, int]:
    """Return what is typed with a chosen value in its place, and where the cursor stands behind it."""
    words = " ".join(value.translate(_QUOTES).split())
    is_arabic = any("\u0600" <= letter <= "\u06ff" for letter in words)
    opening, closing = ("«", "»") if is_arabic else ('"', '"')
    written = f"{opening}{words}{closing}" if not words.isalnum() else words
    before = f"{typed[: part.at.start]}{written} "
    return before + typed[part.at.end :].lstrip(), len(before)
