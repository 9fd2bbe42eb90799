"""Markup read block by block, notes in it as footnotes: of pages, clipboards, and of what feeds and exports hold."""

from collections.abc import Collection
from urllib.parse import unquote

from lxml.html import HtmlElement

from reader.intake.formats.html.blocks import BlockReader
from reader.intake.formats.html.notes import in_note, notes_in
from reader.intake.formats.html.programs import with_lists_of_word
from reader.intake.formats.html.saved_pictures import SavedPictures


def read_noted(
    whole: HtmlElement,
    address: str,
    saved: SavedPictures,
    beside: Collection[HtmlElement] = (),
    *,
    marks_all_links: bool = False,
) -> BlockReader:
    """Return what has read an element, the notes in it as footnotes."""

    def name_of(reference: str) -> str:
        before, _, name = reference.partition("#")
        return unquote(name) if not before or unquote(before) == unquote(address.partition("#")[0]) else ""

    notes = notes_in(whole, name_of).among_themselves()
    reader = BlockReader(address, saved, beside, marks_all_links=marks_all_links, marks=notes.marks)
    reader.read(whole)
    reader.drafts.drafts[:] = with_lists_of_word(reader.drafts.drafts, reader.elements, reader.drafts)
    if notes.notes:
        names = map(notes.names_round, reader.elements)
        drafts = zip(reader.drafts.drafts, names, strict=True)
        reader.drafts.drafts[:] = [
            in_note(draft, known, is_sure=True) if known and draft.text else draft for draft, known in drafts
        ]
    return reader
