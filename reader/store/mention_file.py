"""What a tagger found in an article, in the cache: it can be found again, so that nothing here is ever an error."""

from collections.abc import Iterable
from contextlib import suppress
from os import urandom
from pathlib import Path

from reader.entities.entity import Kind, Mention
from reader.errors import ReaderError
from reader.store import json_file
from reader.text.spans import Span


def read(path: Path, tagger: str) -> tuple[Mention, ...] | None:
    """Return the mentions that this version of a tagger found, or None."""
    found_by, mentions = read_any(path)
    return mentions if found_by == tagger else None


def read_any(path: Path) -> tuple[str, tuple[Mention, ...] | None]:
    """Return the mentions that are kept, and the tagger that found them; nothing and None where there are none."""
    try:
        document = json_file.decode(path.read_bytes(), path.name)
        mentions = tuple(Mention(Span(start, end), Kind(kind), text) for start, end, kind, text in document["mentions"])
        return str(document["tagger"]), mentions
    except (OSError, ReaderError, KeyError, TypeError, ValueError):
        return "", None


def write(path: Path, tagger: str, mentions: Iterable[Mention]) -> None:
    """Keep mentions. A disk that is full keeps none."""
    found = [[each.span.start, each.span.end, each.kind.value, each.text] for each in mentions]
    temporary = path.with_suffix(f".{urandom(4).hex()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(json_file.encode({"tagger": tagger, "mentions": found}))
        temporary.replace(path)
