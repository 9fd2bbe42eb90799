"""Bytes into articles. This is what runs in a process of its own; a format's module is imported when first needed."""

from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.recognising import Format


def read(kind: Format, data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the articles that bytes of a known format hold.

    Raises ReaderError import.empty, import.binary and import.unreadable.
    """
    if kind is Format.HTML:
        from reader.intake.formats.html import page

        return page.read(data, hints)
    if kind is Format.MHTML:
        from reader.intake.formats.html import mhtml

        return mhtml.read(data, hints)
    if kind is Format.WEBARCHIVE:
        from reader.intake.formats.html import webarchive

        return webarchive.read(data, hints)
    if kind is Format.PDF:
        from reader.intake.formats.pdf import document

        return document.read(data, hints)
    if kind is Format.MARKDOWN:
        from reader.intake.formats import markdown

        return markdown.read(data, hints)
    from reader.intake.formats import plain_text

    return plain_text.read(data, hints)
