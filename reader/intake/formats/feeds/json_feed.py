"""JSON Feed (jsonfeed.org, versions 1 and 1.1), as a file."""

import json
from typing import Any

from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.hints import Hints

IMPORTER = "feeds 1"


def read(data: bytes, hints: Hints) -> Entries:
    """Return the items of a feed, its title their source.

    Raises ReaderError import.empty, import.binary and import.damaged_export.
    """
    try:
        feed = json.loads(decode(data, hints.file).text, strict=False)
    except (ValueError, RecursionError) as error:
        raise ReaderError("import.damaged_export", file=hints.file) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    found = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    if not found:
        raise ReaderError("import.empty", file=hints.file)
    source = " ".join(_text(feed, "title").split())
    own = [_author(each) for each in _list(feed, "authors") or [feed.get("author")]]
    return Entries(IMPORTER, tuple(_entry(each, source, own) for each in found))


def _entry(item: dict[str, Any], source: str, own: list[str]) -> Entry:
    html, text, summary = (_text(item, name) for name in ("content_html", "content_text", "summary"))
    address = _text(item, "url") or _text(item, "external_url")
    authors = [_author(each) for each in _list(item, "authors") or [item.get("author")]]
    return Entry(
        title=" ".join(_text(item, "title").split()),
        address=address,
        html=html,
        text="" if html else text,
        summary=summary,
        source=source,
        authors=tuple(dict.fromkeys(filter(None, (*authors,) if any(authors) else own))),
        published=_text(item, "date_published"),
        modified=_text(item, "date_modified"),
        locator=_text(item, "id") or address,
    )


def _text(one: Any, name: str) -> str:
    value = one.get(name) if isinstance(one, dict) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else ""


def _list(one: dict[str, Any], name: str) -> list[Any]:
    value = one.get(name)
    return value if isinstance(value, list) else []


def _author(one: Any) -> str:
    return _text(one, "name")
