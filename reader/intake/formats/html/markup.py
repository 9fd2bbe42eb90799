"""A page's bytes as a tree, and what browsers and clipboards put round it."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.errors import ReaderError
from reader.intake.hints import Part
from reader.text.cleaning import clean

_CLIPBOARD = re.compile(r"\A(?:[A-Za-z]+:[^\r\n]*\r?\n)+")
_SOURCE_ADDRESS = re.compile(r"^SourceURL:(?P<address>https?://\S+)", re.MULTILINE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(?P<fragment>.*)<!--\s*EndFragment\s*-->", re.DOTALL)
_TAG = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[/!?a-zA-Z][^>]*>", re.IGNORECASE | re.DOTALL
)
# What browsers say of a page they saved (the mark of the web), and what SingleFile says.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(?P<address>https?://[^\s>]+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s.{0,40}?url:\s*(?P<address>https?://[^\s>]+)", re.IGNORECASE | re.DOTALL
)
_EMBEDDED = re.compile(r"data:image/[\w.+-]{1,20};base64,(?P<content>[A-Za-z0-9+/=]{400,})", re.IGNORECASE)
_MOST_EMBEDDED = 2000
_WITHIN_WORDS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    }
)
_OF_HEADS = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
_BEGINNING = 20_000  # code points in which such words stand


@dataclass(frozen=True, slots=True)
class Markup:
    """A page's markup, whether it is a fragment of one, and where whoever saved or copied it says it is from."""

    markup: str
    is_fragment: bool = False
    address: str = ""


def unwrapped(text: str) -> Markup:
    """Return the markup without what clipboards put round it."""
    header = _CLIPBOARD.match(text) if text.startswith("Version:") else None
    source = _SOURCE_ADDRESS.search(header[0]) if header else None
    fragment = _FRAGMENT.search(text)
    markup = fragment["fragment"] if fragment else text[header.end() :] if header else text
    beginning = text[:_BEGINNING]
    stated = source or _SAVED_FROM.search(beginning) or _SINGLE_FILE.search(beginning)
    return Markup(markup, fragment is not None, stated["address"] if stated else "")


def without_embedded(markup: str) -> tuple[str, tuple[Part, ...]]:
    """Return markup with its embedded pictures taken out and named instead, and the pictures by those names.

    A tree of them would be many times as large, and parsers allow no attribute of more than 10 MB.
    """
    parts: list[Part] = []
    if "ase64" not in markup and "ASE64" not in markup:  # as in nearly all; to search takes a hundred times as long
        return markup, ()

    def take(found: re.Match[str]) -> str:
        if len(parts) < _MOST_EMBEDDED:
            try:
                content = found["content"]
                data = base64.b64decode(content + "=" * (-len(content) % 4))
            except binascii.Error:
                return ""
            parts.append(Part(f"embedded:{len(parts)}", data))
            return parts[-1].name
        return ""

    return _EMBEDDED.sub(take, markup), tuple(parts)


def parsed(markup: str, file: str) -> HtmlElement | None:
    """Return the tree of a page or fragment, or None where elements are nested deeper (256) than any honest page's.

    Raises ReaderError import.empty.
    """
    parser = _parser()
    try:
        tree = document_fromstring(_encodable(markup).encode(), parser=parser)
    except etree.ParserError:
        tree = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return None
    if tree is None:
        raise ReaderError("import.empty", file=file)
    _give_body(tree)
    if "shadowroot" in markup:
        for template in tree.iter("template"):
            if template.get("shadowrootmode") or template.get("shadowroot"):  # it is shown, other templates are not
                template.tag = "div"
    return tree


@cache
def _parser() -> HTMLParser:
    """Return the parser, which begins anew with each document: to make one takes as long as to read a short text."""
    return HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)


def _give_body(tree: HtmlElement) -> None:
    """Put what shows into a body; libxml2 leaves HTML 5's own elements in the head where a page has no body tag."""
    head = tree.find("head")
    if head is None or tree.find("body") is not None:
        return
    shown = [element for element in head if isinstance(element.tag, str) and element.tag not in _OF_HEADS]
    if shown:
        body = etree.SubElement(tree, "body")
        body.extend(shown)


def words_of(element: HtmlElement) -> str:
    """Return an element's words as they are shown: what stands in blocks of their own, or on other lines, is apart."""
    return " ".join(clean("".join(_pieces(element)).replace("\n", " ")).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    parts = element.tag not in _WITHIN_WORDS
    yield " " if parts else ""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "noscript"):
            yield from _pieces(child)
        yield child.tail or ""
    yield " " if parts else ""


def without_tags(markup: str) -> str:
    """Return the text between tags."""
    return unescape(_TAG.sub("\n", _encodable(markup)))


def _encodable(markup: str) -> str:
    """Return markup that can be encoded: lone surrogates and NUL cannot stand in a tree."""
    return markup.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
