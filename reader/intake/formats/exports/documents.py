"""JSON that other programs write of what a reader kept in them, told by its shape."""

import json
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.excerpts import Excerpts
from reader.intake.formats.exports import ghost, keepers, markers, web_annotations
from reader.intake.formats.exports.json_values import Object
from reader.intake.hints import Hints

IMPORTER = "documents 1"


def read(data: bytes, hints: Hints) -> Entries:
    """Return what a document holds.

    Raises ReaderError import.empty, import.binary, and import.unsupported for one in nobody's shape.
    """
    try:
        document = json.loads(decode(data, hints.file).text, strict=False)
    except (ValueError, RecursionError) as error:
        raise ReaderError("import.damaged_export", file=hints.file) from error
    entries = entries_in(document, PurePath(hints.name).stem)
    if entries is None:
        raise ReaderError("import.unsupported", file=hints.file, kind="JSON")
    return entries


def entries_in(document: Any, name: str = "") -> Entries | None:
    """Return what a document holds, or None for one in nobody's shape. `name` is what its file is called."""
    if isinstance(document, list):
        return _of_list([one for one in document if isinstance(one, dict)], len(document))
    if not isinstance(document, dict):
        return None
    for needed, take in _MARKS:
        if needed <= document.keys():
            excerpts = Excerpts()
            left: list[str] = []
            take(document, excerpts, left, name)
            return _entries(excerpts.entries(), left)
    for needed, whole in _WHOLES:
        if needed <= document.keys() and any(isinstance(document[name], dict | list) for name in needed):
            return _entries(whole(document), ())
    return None


def _of_list(objects: list[Object], count: int) -> Entries | None:
    shape = next((one for needed, one in _ITEMS if any(needed <= each.keys() for each in objects[:20])), None)
    if shape is None:
        return None
    made = [shape(each) for each in objects]
    kept = [one for one in made if one.title or one.address or one.html]
    missing = count - len(kept)
    return _entries(kept, (f"{missing} × {{}}",) if missing else ())


def _entries(entries: Iterable[Entry], leftovers: Iterable[str]) -> Entries:
    return Entries(IMPORTER, tuple(entries), tuple(filter(None, leftovers)))


def _readability(document: Object) -> list[Entry]:
    return [keepers.readability(one) for one in document["bookmarks"] if isinstance(one, dict)]


def _karakeep_or_readability(document: Object) -> Iterable[Entry]:
    bookmarks = document["bookmarks"] if isinstance(document["bookmarks"], list) else []
    is_readability = any(isinstance(one, dict) and "article__url" in one for one in bookmarks)
    return _readability(document) if is_readability else keepers.karakeep(document)


_ITEMS: tuple[tuple[frozenset[str], Callable[[Object], Entry]], ...] = (
    (frozenset({"slug", "savedAt"}), keepers.omnivore),
    (frozenset({"url", "is_archived"}), keepers.wallabag),
    (frozenset({"href", "description", "toread"}), keepers.pinboard),
)
_WHOLES: tuple[tuple[frozenset[str], Callable[[Object], Iterable[Entry]]], ...] = (
    (frozenset({"bookmarks"}), _karakeep_or_readability),
    (frozenset({"collections"}), keepers.linkwarden),
    (frozenset({"roots"}), keepers.chromium),
    (frozenset({"db"}), ghost.read),
    (frozenset({"meta", "data"}), ghost.read),
)
_MARKS: tuple[tuple[frozenset[str], Callable[[Object, Excerpts, list[str], str], None]], ...] = (
    (frozenset({"annotations", "export_date"}), markers.hypothesis),
    (frozenset({"@context", "items"}), web_annotations.take),
    (frozenset({"entries", "title"}), markers.koreader),
    (frozenset({"documents"}), markers.koreader),
    (frozenset({"highlights", "type", "version"}), markers.calibre),
    (frozenset({"highlights"}), markers.readwise),
    (frozenset({"annotations", "book"}), markers.of_book),
    (frozenset({"annotations", "bookmarks"}), markers.of_book),
    (frozenset({"annotations", "metadata"}), markers.of_book),
)
