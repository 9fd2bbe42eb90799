"""Which files beside a page it shows: its pictures and its frames, by the names that its markup calls them by."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

_SHOWN = re.compile(
    rb"<(?P<tag>img|i?frame)\b[^>]*?\s(?:src|data-src)\s*=\s*(?:\"(?P<double>[^\"]{1,1000})\"|'(?P<single>[^']{1,1000})'"
    rb"|(?P<bare>[^\s\"'>]{1,1000}))",
    re.IGNORECASE,
)
_MOST = 2000  # names in one page


def pictures_named_in(markup: bytes) -> Iterator[tuple[str, str]]:
    """Yield the pictures that a page shows: what it calls each, and where that lies, relative to the page's folder."""
    return _named_in(markup, frames=False)


def frames_named_in(markup: bytes) -> Iterator[tuple[str, str]]:
    """Yield the pages that a page shows in its frames, as `pictures_named_in` does."""
    return _named_in(markup, frames=True)


def _named_in(markup: bytes, *, frames: bool) -> Iterator[tuple[str, str]]:
    for count, found in enumerate(_SHOWN.finditer(markup)):
        if count == _MOST:
            return
        raw = found["double"] or found["single"] or found["bare"]
        name = unescape(raw.decode("utf-8", "replace")).strip()
        if (found["tag"].lower() != b"img") is frames and (path := _inside(name)):
            yield name, path


def _inside(name: str) -> str:
    """Return the relative path that a name means; empty for one that leads out of the folder or to the network."""
    path = unquote(name.partition("#")[0].partition("?")[0], errors="replace").replace("\\", "/")
    if not path or ":" in path.partition("/")[0] or path.startswith("/") or "\0" in path:
        return ""
    path = posixpath.normpath(path)
    return "" if path in ("..", ".") or path.startswith("../") else path
