"""The pictures of a page that were saved with it: in the page itself, beside it, or in the same archive.

Nothing is fetched. What a page only points to is not there.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote, unquote_to_bytes, urldefrag, urljoin

from lxml.html import HtmlElement

from reader.intake.hints import Part
from reader.intake.pictures import Picture, Pictures

_NAMES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-srcset", "srcset")
_DATA = re.compile(r"data:image/(?P<type>[\w.+-]+)[^,]{0,100},", re.IGNORECASE)
_CANDIDATE = re.compile(r"\s*(?P<address>\S+?)(?:\s+(?P<size>[\d.]+)[wx])?\s*(?:,\s+|,?$)")
_VARIABLE = re.compile(r"(--sf-img-\d+)\s*:\s*url\(\s*[\"']?([^\"')\s]+)")
_DRAWN = re.compile(r"var\(\s*(?P<name>--sf-img-\d+)")
_MOST_TRIED = 12  # addresses of one picture


@dataclass(frozen=True, slots=True)
class Found:
    """A picture, and what the page calls it; a name that is the picture itself is empty."""

    picture: Picture
    source: str


class SavedPictures:
    """Finds the pictures that elements of a page show, among the parts that were saved with it."""

    def __init__(self, parts: Sequence[Part], address: str, taken: Pictures) -> None:
        self._parts = {name: part.data for part in parts for name in _spellings(part.name)}
        self._address = address
        self._taken = taken
        self._variables: dict[str, str] | None = None

    def find(self, element: HtmlElement) -> Found | None:
        """Return what an `img` element shows, the best of what it offers that was saved."""
        for tried, address in enumerate(chain(self._drawn(element), _addresses(element))):
            if tried == _MOST_TRIED:
                break
            data = _inlined(address) if address[:5].lower() == "data:" else self._saved(address)
            if data and (picture := self._taken.add(data)):
                return Found(picture, "" if address.lower().startswith(("data:", "embedded:")) else address)
        return None

    def _drawn(self, element: HtmlElement) -> Iterator[str]:
        """Yield what SingleFile draws behind an element: a picture that stands at several places is kept once."""
        style = element.get("style") or ""
        if found := _DRAWN.search(style) if "--sf-img-" in style else None:
            if self._variables is None:
                sheets = "\n".join(sheet.text or "" for sheet in element.getroottree().iter("style"))
                self._variables = dict(_VARIABLE.findall(sheets))
            if address := self._variables.get(found["name"]):
                yield address

    def _saved(self, address: str) -> bytes | None:
        if not self._parts:
            return None
        try:
            spellings = [*_spellings(address), *_spellings(urljoin(self._address, address))]
        except ValueError:
            spellings = list(_spellings(address))
        return next((self._parts[name] for name in spellings if name in self._parts), None)


def _spellings(name: str) -> tuple[str, ...]:
    plain = urldefrag(name.strip())[0].replace("\\", "/").removeprefix("./")
    return plain, unquote(plain)


def _addresses(element: HtmlElement) -> Iterator[str]:
    """Yield what a picture may be called: its own names, then those of the `picture` element round it."""
    parent = element.getparent()
    sources = parent.iterchildren("source") if parent is not None and parent.tag == "picture" else ()
    for one in (element, *sources):
        for name in _NAMES:
            value = one.get(name) or ""
            yield from _of_set(value) if name.endswith("srcset") else filter(None, [value.strip()])


def _of_set(value: str) -> list[str]:
    """Return the addresses of a `srcset`, the largest picture first."""
    if value.lstrip()[:5].lower() == "data:":
        return [value.strip().partition(" ")[0]]
    found = [(float(one["size"] or 1), one["address"]) for one in _CANDIDATE.finditer(value[:20_000]) if one["address"]]
    return [address for _, address in sorted(found, reverse=True)]


def _inlined(address: str) -> bytes | None:
    """Return the bytes of a picture that stands in its own address."""
    found = _DATA.match(address)
    if not found:
        return None
    content = address[found.end() :]
    try:
        if ";base64" in found[0].lower():
            return base64.b64decode(re.sub(r"\s+", "", unquote(content)), validate=False)
        return unquote_to_bytes(content)
    except (binascii.Error, ValueError):
        return None
