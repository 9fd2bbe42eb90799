"""Bytes into articles. This is what runs in a process of its own; a format's module is imported when first needed."""

from contextlib import suppress
from dataclasses import replace

from reader.errors import ReaderError
from reader.intake.frames import length_of
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.recognising import Format, format_of

_IN_WORD_FILES = (Format.HTML, Format.MHTML, Format.PLAIN_TEXT)  # others may hold one another without end


def read(kind: Format, data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the articles that bytes of a known format hold.

    Raises ReaderError import.empty, import.binary, import.unreadable, and what the readers of documents say of them.
    """
    if kind in (Format.HTML, Format.MHTML, Format.WEBARCHIVE):
        return _read_page(kind, data, hints)
    if kind in (Format.PDF, Format.EPUB, Format.DOCX, Format.ODT):
        return _read_document(kind, data, hints)
    if kind is Format.PACKAGE:
        from reader.intake.formats.exports import package

        return package.read(data, hints)
    if kind is Format.MARKDOWN:
        from reader.intake.formats.markdown import document as markdown

        return markdown.read(data, hints)
    from reader.intake.formats import plain_text

    return plain_text.read(data, hints)


def _read_page(kind: Format, data: bytes, hints: Hints) -> tuple[Imported, ...]:
    if kind is Format.HTML:
        from reader.intake.formats.html import page

        return page.read(data, hints)
    if kind is Format.MHTML:
        from reader.intake.formats.html import mhtml

        return mhtml.read(data, hints)
    from reader.intake.formats.html import webarchive

    return webarchive.read(data, hints)


def _read_document(kind: Format, data: bytes, hints: Hints) -> tuple[Imported, ...]:
    if kind is Format.PDF:
        from reader.intake.formats.pdf import document

        return document.read(data, hints)
    if kind is Format.EPUB:
        from reader.intake.formats.html import epub

        return epub.read(data, hints)
    if kind is Format.DOCX:
        return _read_word_file(data, hints)
    from reader.intake.formats.office import odt

    return odt.read(data, hints)


def _read_word_file(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article of a Word file, or of a document that it holds whole, whichever says more.

    The words of the rest are left over. Raises ReaderError import.empty, and what reading Word files raises.
    """
    from reader.intake.formats.office import chunks, docx

    inside = list(chunks.chunks_of(data, hints.file))
    if not inside:
        return docx.read(data, hints)
    found: list[Imported] = []
    with suppress(ReaderError):
        found += docx.read(data, hints)
    for name, chunk in inside:
        with suppress(ReaderError):
            kind = format_of(chunk, name)
            found += read(kind, chunk, hints) if kind in _IN_WORD_FILES else ()
    if not found:
        raise ReaderError("import.empty", file=hints.file)
    best = max(found, key=lambda one: length_of(one.article))
    others = tuple(line for one in found if one is not best for line in one.article.text.split("\n") if line)
    return (replace(best, leftovers=(*best.leftovers, *others)),)
