"""Which format bytes are in: by what they hold, and by the file's name where that does not tell."""

import re
from collections.abc import Collection
from enum import StrEnum
from pathlib import PurePath

from reader.errors import ReaderError
from reader.intake.archives import names_in

HEAD = 4096  # bytes that are looked at

_PDF = b"%PDF-"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 1.3.3
_ZIPPED = {"epub": "EPUB", "docx": "DOCX", "docm": "DOCX", "odt": "ODT", "hamish": "PACKAGE"}
_OF_DOCUMENTS = frozenset(
    {
        *(b"mimetype", b"[Content_Types].xml", b"META-INF/container.xml", b"content.xml", b"hamish.json"),
        *(b"META-INF/MANIFEST.MF", b"AndroidManifest.xml", b"Index/Document.iwa", b"document.json"),
    }
)
_BEGINNINGS = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\0", "SQLite"),
    (b"\xd0\xcf\x11\xe0", "Office"),
    (b"{\\rtf", "RTF"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
)
# What is text by its bytes and still no article to be read line by line.
_NAMED_OTHERWISE = frozenset(
    {
        *("json", "jsonl", "csv", "tsv", "xml", "rss", "atom", "opml", "ics", "rtf"),
        *("css", "js", "mjs", "svg", "eml"),
    }
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|span|a|br)\b",
    re.IGNORECASE,
)
_HTML_AT_ONCE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:rss|feed|opml)\b", re.IGNORECASE)
_XHTML = re.compile(rb"<html\b", re.IGNORECASE)
_CLIPBOARD = re.compile(rb"Version:\d\.\d\r?\nStartHTML:", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(rb"\s*<\?xml\b.{0,1000}<plist\b.{0,1000}<key>WebMainResource<", re.DOTALL)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:", re.IGNORECASE)


class Format(StrEnum):
    """What can be read; the values are the names of the modules in reader.intake.formats."""

    PLAIN_TEXT = "plain_text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    WEBARCHIVE = "webarchive"
    PDF = "pdf"
    EPUB = "epub"
    DOCX = "docx"
    ODT = "odt"
    PACKAGE = "package"


_HEADINGS = re.compile(rb"^#{2,3} +\S", re.MULTILINE)
"""Of Markdown, whatever its file is called: a single line may begin so for other reasons."""

MEDIA_TYPES = {
    Format.PLAIN_TEXT: "text/plain",
    Format.MARKDOWN: "text/markdown",
    Format.HTML: "text/html",
    Format.MHTML: "multipart/related",
    Format.WEBARCHIVE: "application/x-webarchive",
    Format.PDF: "application/pdf",
    Format.EPUB: "application/epub+zip",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.PACKAGE: "application/vnd.hamish.article+zip",
}


def format_of(data: bytes, file: str = "") -> Format:
    """Return the format of a file's bytes; their beginning is enough, but for archives.

    Raises ReaderError import.unsupported with the `kind` that it is.
    """
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    suffix = PurePath(file).suffix.removeprefix(".").lower()
    if head.startswith(_ZIP):
        return _format_of_archive(names_in(data), head, suffix, file)
    if suffix.startswith("doc") and _ENCRYPTED_OFFICE in data:
        raise ReaderError("import.encrypted", file=file)
    return _format_of_bytes(head, suffix, file) or _format_of_text(head, suffix, file)


def is_document(names: Collection[bytes]) -> bool:
    """Say by the names in an archive's directory whether it is a document or book of some kind, known here or not."""
    return bool(_OF_DOCUMENTS.intersection(names)) or any(name.endswith(b".opf") for name in names)


def _format_of_archive(names: frozenset[bytes], head: bytes, suffix: str, file: str) -> Format:
    """Return which format an archive is; a damaged one is what it is called, so that its reader tells the damage."""
    if {b"hamish.json", b"article.json"} <= names:
        return Format.PACKAGE
    if b"word/document.xml" in names:
        return Format.DOCX
    if b"META-INF/container.xml" in names or any(name.endswith(b".opf") for name in names):
        return Format.EPUB
    if b"content.xml" in names and (b"opendocument.text" in head[:200] or suffix in ("odt", "ott")):
        return Format.ODT
    if suffix in _ZIPPED and not names:
        return Format[_ZIPPED[suffix]]
    raise ReaderError("import.unsupported", file=file, kind=suffix.upper() or "ZIP")


def _format_of_bytes(head: bytes, suffix: str, file: str) -> Format | None:
    """Return the format that bytes begin with, or None for those of texts."""
    if head.startswith(_PDF) or (suffix == "pdf" and _PDF in head):  # some servers put lines before it
        return Format.PDF
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            raise ReaderError("import.unsupported", file=file, kind=kind)
    return Format.WEBARCHIVE if head.startswith(b"bplist00") or _WEB_ARCHIVE.match(head) else None


def _format_of_text(head: bytes, suffix: str, file: str) -> Format:
    if _MAIL.match(head) and (suffix in ("mht", "mhtml") or _RELATED.search(head)):
        return Format.MHTML
    narrow = head.replace(b"\0", b"")  # UTF-16 too
    if _HTML_AT_ONCE.match(narrow) or _CLIPBOARD.match(narrow):
        return Format.HTML
    if _XML.match(narrow) and _XHTML.search(narrow):
        return Format.HTML
    if suffix in ("html", "htm", "xhtml", "xht", "shtml") and _HTML.search(narrow):
        return Format.HTML
    if suffix in _NAMED_OTHERWISE or _XML.match(narrow) or _MAIL.match(narrow):
        kind = suffix.upper() if suffix in _NAMED_OTHERWISE else "XML"
        raise ReaderError("import.unsupported", file=file, kind=kind)
    is_marked_up = suffix in ("md", "markdown", "mdown", "mkd") or len(_HEADINGS.findall(narrow)) > 1
    return Format.MARKDOWN if is_marked_up else Format.PLAIN_TEXT
