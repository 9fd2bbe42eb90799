"""A page and its pictures in one file, as Safari saves them: a property list."""

import plistlib
from dataclasses import replace
from typing import Any
from xml.parsers.expat import ExpatError

from reader.errors import ReaderError
from reader.intake.formats.html import page
from reader.intake.hints import Hints, Part
from reader.intake.imported import Imported

_MOST_PARTS = 5000


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that an archive's main page holds, with the pictures that lie beside it.

    Raises ReaderError import.unreadable where it holds no page, import.empty and import.binary.
    """
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, OverflowError, RecursionError):
        archive = None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = _content(main)
    if not isinstance(main, dict) or not content:
        raise ReaderError("import.unreadable", file=hints.file)
    resources = archive.get("WebSubresources")
    beside = tuple(
        Part(str(each.get("WebResourceURL") or ""), _content(each))
        for each in (resources[:_MOST_PARTS] if isinstance(resources, list) else ())
        if isinstance(each, dict) and str(each.get("WebResourceMIMEType") or "").startswith("image/")
    )
    address = str(main.get("WebResourceURL") or "")
    known = hints.address or (address if address.startswith(("http://", "https://")) else "")
    return page.read(_in_utf_8(content, main), replace(hints, parts=beside, address=known))


def _content(resource: Any) -> bytes:
    content = resource.get("WebResourceData") if isinstance(resource, dict) else None
    return content if isinstance(content, bytes) else b""


def _in_utf_8(content: bytes, main: dict[str, Any]) -> bytes:
    try:
        return content.decode(str(main.get("WebResourceTextEncodingName") or "")).encode()
    except (LookupError, ValueError):
        return content
