"""A page and its pictures in one file, as Safari saves them: a property list."""

import plistlib
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from reader.errors import ReaderError
from reader.intake.formats.html.framed import Framed, read_framed
from reader.intake.hints import Hints, Part
from reader.intake.imported import Imported

_MOST_PARTS = 5000
_DEEPEST = 5  # frames inside of frames


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that an archive's main page holds, with the pictures that lie beside it.

    Raises ReaderError import.unreadable where it holds no page, import.empty and import.binary.
    """
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, OverflowError, RecursionError):
        archive = None
    main = _framed(archive)
    if main is None:
        raise ReaderError("import.unreadable", file=hints.file)
    return read_framed(main, list(_frames(archive, _DEEPEST)), hints)


def _framed(archive: Any) -> Framed | None:
    """Return the main page of an archive, which may be a frame's, with its pictures."""
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = _content(main)
    if not isinstance(main, dict) or not content:
        return None
    beside = tuple(
        Part(str(each.get("WebResourceURL") or ""), _content(each))
        for each in _listed(archive, "WebSubresources")
        if str(each.get("WebResourceMIMEType") or "").startswith("image/")
    )
    address = str(main.get("WebResourceURL") or "")
    known = address if address.startswith(("http://", "https://")) else ""
    return Framed(_in_utf_8(content, main), known, beside)


def _frames(archive: dict[str, Any], deepest: int) -> Iterator[Framed]:
    for each in _listed(archive, "WebSubframeArchives") if deepest else ():
        if framed := _framed(each):
            yield framed
            yield from _frames(each, deepest - 1)


def _listed(archive: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    found = archive.get(name)
    return (each for each in (found[:_MOST_PARTS] if isinstance(found, list) else ()) if isinstance(each, dict))


def _content(resource: Any) -> bytes:
    content = resource.get("WebResourceData") if isinstance(resource, dict) else None
    return content if isinstance(content, bytes) else b""


def _in_utf_8(content: bytes, main: dict[str, Any]) -> bytes:
    try:
        return content.decode(str(main.get("WebResourceTextEncodingName") or "")).encode()
    except (LookupError, ValueError):
        return content
