"""A file of an e-book: XHTML, which is XML, however carelessly it was written."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from reader.errors import ReaderError
from reader.intake.archives import Archive, resolved
from reader.intake.decoding import decode
from reader.intake.drafts import Draft
from reader.intake.formats.html.blocks import BlockReader
from reader.intake.formats.html.fragment import drafts_of
from reader.intake.formats.html.markup import parsed
from reader.intake.formats.html.notes import Notes, in_note, notes_in, with_numbers_joined
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.hints import Part
from reader.intake.pictures import Pictures
from reader.intake.xml_tree import parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.IGNORECASE)
_TYPE = "{http://www.idpf.org/2007/ops}type"
_REFERENCE = "{http://www.w3.org/1999/xlink}href"
_NOTES = re.compile(r"\b(?:footnote|endnote|rearnote|note)s?\b")
_LISTS_OF_LINKS = re.compile(r"\b(?:toc|landmarks|page-list|pagebreak)\b")
_MARK, _NOTE = "data-note-mark", "data-note"
# What stands beside a web page's article stands inside a book.
_PARTS_OF_BOOKS = {"aside": "div", "footer": "div", "nav": "div"}


def chapter_drafts(archive: Archive, path: str, pictures: Pictures) -> list[Draft]:
    """Return the blocks of a file; pictures that lie in the archive go to `pictures`, notes are footnotes.

    Raises ReaderError import.archive_damaged and import.archive_too_large.
    """
    try:
        markup = decode(archive.read(path)).text
    except ReaderError as error:
        if error.key in ("import.empty", "import.binary"):
            return []
        raise
    try:
        tree = parsed(_as_html(markup), path)
    except ReaderError as error:
        if error.key != "import.empty":
            raise
        return []
    if tree is None:
        return drafts_of(markup, "", pictures).drafts
    notes = notes_in(tree, lambda reference: _name(reference, path))
    marks = {mark: _name(mark.get("href") or "", path) for mark in tree.iter("a") if mark.get(_MARK)}
    parts = SavedPictures(tuple(_parts(tree, archive, path)), "", pictures)
    reader = BlockReader("", parts, marks={**notes.marks, **marks})
    reader.read(tree)
    read = zip(reader.drafts.drafts, reader.elements, strict=True)
    return with_numbers_joined(_with_notes(read, notes, path))


def _with_notes(read: Iterable[tuple[Draft, "_Element"]], notes: Notes, path: str) -> Iterator[Draft]:
    """Yield drafts, those of notes with their names, by which marks point to them; what is called a note is one."""
    for draft, element in read:
        note = _note_round(element) if draft.text else None
        names = (_name(f"#{note}", path),) if note is not None else notes.names_round(element) if draft.text else ()
        yield in_note(draft, names, is_sure=note is not None) if names else draft


def _name(reference: str, path: str) -> str:
    """Return what a note is called in all of a book: its file and its id."""
    return f"{resolved(reference, path)}#{unquote(reference.partition('#')[2])}"


def _as_html(markup: str) -> str:
    """Return XHTML as the HTML that means the same: no element that closes itself, no namespaces.

    What is not well formed is left to the parser of HTML, which reads everything.
    """
    text = _ENTITY.sub(_character, _DECLARATION.sub("", markup))
    try:
        root = parsed_xml(text.encode("utf-8", "replace"))
    except ReaderError:
        return markup
    for element in list(root.iter(etree.Element)):
        _simplify(element)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, method="html", encoding="unicode"))


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _OF_XML else html5.get(f"{entity[1]};", entity[0])


def _simplify(element: "_Element") -> None:
    name = etree.QName(element).localname.lower()
    types = element.attrib.pop(_TYPE, "")
    if _LISTS_OF_LINKS.search(types):
        name = "template"  # a table of contents inside the text
    elif name == "image" and (source := element.get(_REFERENCE)):
        name = "img"  # a cover, wrapped in SVG
        element.set("src", source)
    elif name == "svg" and element.find(f".//{{*}}image[@{_REFERENCE}]") is not None:
        name = "div"
    element.tag = _PARTS_OF_BOOKS.get(name, name)
    role = element.get("role") or ""
    element.attrib.pop(_MARK, None)
    if "noteref" in types.split() or role == "doc-noteref":
        element.set(_MARK, "mark")
    elif _NOTES.search(types) or role in ("doc-footnote", "doc-endnote"):
        element.set(_NOTE, "note")


def _note_round(element: "_Element | None") -> str | None:
    """Return the id of the note that an element stands in, empty where it has none; None outside of notes."""
    id_ = ""
    while element is not None:
        id_ = id_ or element.get("id") or ""
        if element.get(_NOTE):
            return id_
        element = element.getparent()
    return None


def _parts(tree: "_Element", archive: Archive, path: str) -> Iterator[Part]:
    """Yield the pictures that a file shows and its archive holds, by the names that it calls them by."""
    for image in tree.iter("img"):
        name = image.get("src") or ""
        inside = resolved(name, path)
        if name and inside in archive:
            yield Part(name, archive.read(inside))
