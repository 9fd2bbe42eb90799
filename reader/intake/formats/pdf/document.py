"""PDF with a text layer, by PDFium. Where each character stands on the page decides, not the order in the file."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pypdfium2 as pdfium

from reader.articles.article import BlockKind
from reader.errors import ReaderError
from reader.intake.credits import Picture as Credited
from reader.intake.credits import picture_of
from reader.intake.drafts import Draft, Drafts, Item
from reader.intake.formats.pdf.flow import Paragraph, paragraphs_of, usual_size
from reader.intake.formats.pdf.glyphs import glyphs_of
from reader.intake.formats.pdf.layout import lines_of
from reader.intake.formats.pdf.legible import is_legible
from reader.intake.formats.pdf.lines import Piece, pieces_of
from reader.intake.formats.pdf.placing import mark_captions, placed
from reader.intake.formats.pdf.running import without_running_heads
from reader.intake.formats.pdf.shown import Drawing, Shown
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.pictures import Pictures
from reader.intake.refining import refined
from reader.intake.structure import article_of
from reader.text.cleaning import clean
from reader.text.folding import fold

IMPORTER = "pdf 2"

MOST_PAGES = 3000
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a document holds.

    Raises ReaderError import.pdf_damaged, import.encrypted, import.pdf_pages, import.pdf_scan and import.pdf_garbled.
    """
    pages, across, name, shown = _pages(data, hints.file)
    rtl = _runs_rtl(pages)
    kept, dropped = without_running_heads(pages, rtl=rtl)
    lines = [line for number, pieces in enumerate(kept) for line in lines_of(pieces, number, rtl=rtl)]
    paragraphs = paragraphs_of(lines, rtl=rtl)
    if not paragraphs:
        raise ReaderError("import.pdf_scan", file=hints.file)
    if not is_legible("\n".join(paragraph.text for paragraph in paragraphs)):
        raise ReaderError("import.pdf_garbled", file=hints.file)
    head = Head()
    found = placed(shown, paragraphs, len(pages))
    mark_captions(found, paragraphs, usual_size(paragraphs))
    pictures = Pictures()
    drafts, agencies = refined(_drafts(paragraphs, found, pictures), head)
    head.title = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    head.title = head.title or _stated_title(name, drafts)
    head.leftovers += [text for text in map(_one_line, (*dropped, *across)) if text]
    article = article_of(drafts, head, hints, IMPORTER, agencies)
    used = {block.image for block in article.blocks}
    images = tuple(data for data, name in pictures.named() if name in used)
    return (Imported(article=article, images=images, leftovers=tuple(head.leftovers)),)


def _pages(data: bytes, file: str) -> tuple[list[list[Piece]], list[str], str, list[Shown]]:
    """Return the pieces of each page, what runs across pages, the title that the file states, and its pictures."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise ReaderError("import.encrypted" if is_locked else "import.pdf_damaged", file=file) from error
    try:
        number = len(document)
        if number > MOST_PAGES:
            raise ReaderError("import.pdf_pages", file=file, most=MOST_PAGES)
        across: list[str] = []
        shown: list[Shown] = []
        drawing = Drawing()
        pages = [_pieces(document, place, across, (drawing, shown)) for place in range(number)]
        stated = document.get_metadata_value("Title")
    finally:
        document.close()
    return pages, across, stated, shown


def _pieces(
    document: pdfium.PdfDocument, place: int, across: list[str], pictures: tuple[Drawing, list[Shown]]
) -> list[Piece]:
    try:
        page = document[place]
    except pdfium.PdfiumError as error:  # the others may still be whole
        across.append(f"{place + 1}: {error}")
        return []
    glyphs = glyphs_of(page)
    if glyphs.across:
        across.append(glyphs.across)
    drawing, shown = pictures
    if glyphs.glyphs:  # a page without text was scanned, or is a cover
        shown += drawing.of_page(page, place)
    return pieces_of(glyphs)


def _runs_rtl(pages: Sequence[Sequence[Piece]]) -> bool:
    """Say whether most letters of a document run from right to left."""
    rtl = ltr = 0
    for pieces in pages:
        for piece in pieces:
            for unit in piece.units:
                bidirectional = unicodedata.bidirectional(unit[0])
                rtl += bidirectional in ("R", "AL")
                ltr += bidirectional == "L"
    return rtl >= ltr and rtl > 0


def _drafts(paragraphs: Sequence[Paragraph], shown: Mapping[int, Sequence[Shown]], pictures: Pictures) -> list[Draft]:
    drafts = Drafts()
    headline = _headline(paragraphs)
    place = 0
    told = _add_pictures(drafts, shown.get(-1, ()), pictures, -1, paragraphs)
    while place < len(paragraphs):
        paragraph = paragraphs[place]
        end = place + 1
        while end < len(paragraphs) and paragraphs[end].kind is paragraph.kind:
            end += 1
        if paragraph.kind is BlockKind.LIST_ITEM:
            items = [Item(_one_line(one.text)) for one in paragraphs[place:end]]
            drafts.add_list([item for item in items if item.text], first=_number(paragraph.marker))
        elif paragraph.kind is BlockKind.TABLE_CELL:
            _add_table(drafts, paragraphs[place:end])
        elif place not in told:
            end = place + 1
            kind = BlockKind.HEADLINE if paragraph is headline else paragraph.kind
            text = _one_line(paragraph.text)
            if text:
                drafts.add(kind, text, 0 if paragraph is headline else paragraph.level)
        for number in range(place, end):
            told |= _add_pictures(drafts, shown.get(number, ()), pictures, number, paragraphs)
        place = end
    return drafts.drafts


def _add_pictures(
    drafts: Drafts, shown: Sequence[Shown], pictures: Pictures, place: int, paragraphs: Sequence[Paragraph]
) -> set[int]:
    """Add the pictures behind a paragraph; return the number of the one below them that is their caption, if it is."""
    following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    said = _one_line(following.text) if following and following.kind is BlockKind.CAPTION else ""
    words = picture_of(said) or Credited(said, "")
    told: set[int] = set()
    for number, one in enumerate(shown, start=1):
        if picture := pictures.add(one.data):
            is_last = number == len(shown)
            drafts.add_picture(
                picture, caption=words.caption if is_last else "", credit=words.credit if is_last else ""
            )
            told |= {place + 1} if is_last and said else set()
    return told


def _number(marker: str) -> int:
    """Return the number that marks a list's item; 1 for a letter, 0 for a sign."""
    number = "".join(filter(str.isdecimal, marker))
    return int(number or "1") if marker[-1:] in (".", ")") else 0


def _headline(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """Return the heading that names the document: the first of the largest ones, on its first page."""
    headings = [one for one in paragraphs if one.kind is BlockKind.HEADING and one.lines[0].page == 0]
    return next((one for one in headings if one.level == 1), None)


def _add_table(drafts: Drafts, rows: Sequence[Paragraph]) -> None:
    group = drafts.new_group("table")
    for number, row in enumerate(rows):
        for column, text in row.cells:
            if cell := _one_line(text):
                drafts.drafts.append(Draft(BlockKind.TABLE_CELL, cell, group=replace(group, row=number, column=column)))


def _stated_title(stated: str, drafts: Drafts) -> str:
    """Return the title that a file states, if its text says it too; what programs put there is often a file's name."""
    title = _one_line(stated)
    text = fold(" ".join(draft.text for draft in drafts.drafts[:20]))
    return title if title and fold(title) in text else ""


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ").strip()
