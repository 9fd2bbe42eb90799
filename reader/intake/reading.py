"""Bytes into articles. This is what runs in a process of its own; a format's module is imported when first needed."""

from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.recognising import Format


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
        from reader.intake.formats.office import docx

        return docx.read(data, hints)
    from reader.intake.formats.office import odt

    return odt.read(data, hints)
