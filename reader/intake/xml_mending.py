"""XML that is none by a little: what stands in it is not to be lost for a sign that XML does not know.

Parsers that go on behind a fault leave out what stands round it. What may stand where: W3C, *Extensible Markup Language
1.0*, 2.2 and 4.1; the names of characters are those of HTML.
"""

import re
from contextlib import suppress
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.xml_tree import parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(?P<number>\d{1,7}|[xX][0-9a-fA-F]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?")
_DEFINED = re.compile(r"<!ENTITY\s+(?P<name>[A-Za-z]\w{0,31})\s")
_NO_TAG = re.compile(r"<(?![A-Za-z_:/!?])")  # the names that feeds and exports give are English
_XMLS_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_OPENING, _CLOSING = "<![CDATA[", "]]>"


def parsed_export(data: bytes, file: str) -> "_Element":
    """Return the root of what a program exported; of what is no sound XML as much as can be saved.

    Raises ReaderError import.binary, and import.damaged_export where nothing can.
    """
    with suppress(ReaderError):
        return parsed_xml(data, file)
    utf8 = mended(decode(data, file).text).encode("utf-8", "replace")
    try:
        return parsed_xml(utf8, file, mending=True)
    except ReaderError as error:
        raise ReaderError("import.damaged_export", file=file) from error


def mended(text: str) -> str:
    """Return a document in which every & and < means something to XML, and every CDATA section and character is sound.

    Entities that the document defines itself stay; the encoding that it declares does not, for this is a text.
    """
    text = _NO_CHARACTER.sub("", text).lstrip()
    text = text[text.find("?>") + 2 if text.startswith("<?xml") else 0 :].lstrip()
    known = _XMLS_OWN.union(found["name"] for found in _DEFINED.finditer(text))
    markup, *others = text.split(_OPENING)
    parts = [_with_references(markup, known)]
    for other in others:
        held, closing, markup = other.partition(_CLOSING)
        parts += (_OPENING, held, closing) if closing else (_with_references(held, known),)
        parts.append(_with_references(markup, known))
    return "".join(parts)


def _with_references(markup: str, known: frozenset[str]) -> str:
    def written(reference: re.Match[str]) -> str:
        number, name = reference["number"], reference["name"]
        if number:
            code = int(f"0{number}", 16) if number[0] in "xX" else int(number)
            return reference[0] if _is_character(code) else ""
        if name in known:
            return reference[0]
        return escape(html5.get(f"{name};", reference[0]))

    return _NO_TAG.sub("&lt;", _REFERENCE.sub(written, markup))


def _is_character(code: int) -> bool:
    return 0 < code < 0x110000 and not _NO_CHARACTER.match(chr(code))  # noqa: PLR2004 - Unicode ends there
