"""What the package document of an e-book says of it: title, writers, date, and its files in the order of reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.articles.article import WrittenDate
from reader.errors import ReaderError
from reader.intake.archives import Archive, resolved
from reader.intake.xml_tree import parsed_xml
from reader.text.cleaning import clean
from reader.text.dates import find_date

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_MARKUP = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_SUFFIXES = (".xhtml", ".html", ".htm")
_MOST_CHAPTERS = 5000
_MONTH = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])")
_OPF = "{http://www.idpf.org/2007/opf}"
_WRITES = frozenset({"", "aut"})  # MARC relators; others translate, edit, draw
_OF_PUBLICATION = frozenset({"publication", "original-publication", "issued", ""})  # not when the file was made


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the package document says.

    `missing` are the chapters that it names and the archive has not, `unlisted` those that it names outside of the
    order of reading.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    published: WrittenDate | None = None
    spine: tuple[str, ...] = ()
    contents: str = ""
    missing: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()


def book_of(archive: Archive, file: str) -> Book:
    """Return what a book's package document says; where it gives no order of reading, that of its list of files.

    Raises ReaderError import.book_damaged, import.archive_damaged and import.archive_too_large.
    """
    package = _package_path(archive, file)
    root = parsed_xml(archive.read(package), file, mending=True)
    items = {item.get("id"): item for item in root.iter("{*}item")}
    chapters = {
        id_: resolved(item.get("href") or "", package)
        for id_, item in items.items()
        if _is_markup(item) and not _is_contents(item)
    }
    referred = [reference.get("idref") for reference in root.iter("{*}itemref")]
    spine = [chapters[id_] for id_ in referred if id_ in chapters] or list(chapters.values())
    ncx = [item for item in items.values() if item.get("media-type") == "application/x-dtbncx+xml"]
    nav = filter(_is_contents, items.values())
    contents = next((resolved(item.get("href") or "", package) for item in (*nav, *ncx)), "")
    if not spine:
        raise ReaderError("import.book_damaged", file=file)
    return Book(
        title=next(map(_text, _stated(root, "title")), ""),
        authors=_authors(root),
        publisher=next(map(_text, _stated(root, "publisher")), ""),
        language=next(map(_text, _stated(root, "language")), ""),
        published=_published(root),
        spine=tuple(dict.fromkeys(path for path in spine if path in archive))[:_MOST_CHAPTERS],
        contents=contents if contents in archive else "",
        missing=tuple(path for path in spine if path not in archive),
        unlisted=tuple(path for path in chapters.values() if path not in spine and path in archive),
    )


def _is_markup(item: "_Element") -> bool:
    is_named_so = (item.get("href") or "").partition("#")[0].lower().endswith(_SUFFIXES)
    return item.get("media-type") in _MARKUP or is_named_so


def _is_contents(item: "_Element") -> bool:
    return "nav" in (item.get("properties") or "").split()


def _package_path(archive: Archive, file: str) -> str:
    stated = archive.find(_CONTAINER)
    if stated:
        for element in parsed_xml(stated, file, mending=True).iter("{*}rootfile"):
            path = resolved(element.get("full-path") or "")
            if path in archive:
                return path
    path = next((path for path in archive.paths if path.endswith(".opf")), "")
    if not path:
        raise ReaderError("import.book_damaged", file=file)
    return path


def _stated(root: "_Element", name: str) -> Iterator["_Element"]:
    """Yield where the package says something of the book under a name of the Dublin Core."""
    return (each for each in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}") if _text(each))


def _text(element: "_Element") -> str:
    return clean("".join(element.itertext())).replace("\n", " ").strip()


def _authors(root: "_Element") -> tuple[str, ...]:
    """Return who wrote the book: those of no other role (OPF 2: an attribute; EPUB 3: an element that refines)."""
    roles = {
        (meta.get("refines") or "").removeprefix("#"): _text(meta)
        for meta in root.iter("{*}meta")
        if meta.get("property") == "role"
    }
    creators = [
        (_text(each), each.get(f"{_OPF}role") or roles.get(each.get("id") or "", ""))
        for each in _stated(root, "creator")
    ]
    writing = tuple(name for name, role in creators if role.lower() in _WRITES)
    return writing or tuple(name for name, _ in creators)


def _published(root: "_Element") -> WrittenDate | None:
    """Return when the book was published, exact to the month at least; nothing where only a file's making is told."""
    for each in _stated(root, "date"):
        written = _text(each)
        if (each.get(f"{_OPF}event") or "").lower() not in _OF_PUBLICATION:
            continue
        if _MONTH.fullmatch(written):
            return WrittenDate(written, written)
        if found := find_date(written[:200]):
            return WrittenDate(found.iso, written)
    return None
