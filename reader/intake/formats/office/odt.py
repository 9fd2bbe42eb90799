"""OpenDocument texts (.odt): LibreOffice's own. Comments, deletions and fields' codes are not text.

Names of elements: OASIS OpenDocument 1.3, part 3.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.articles.article import BlockKind, Group, InlineKind
from reader.errors import ReaderError
from reader.intake.archives import Archive, resolved
from reader.intake.formats.office.writing import Style, Writing, imported_from
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.xml_tree import parsed_xml
from reader.text.cleaning import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

IMPORTER = "odt 2"

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT = f"{{{_URN}:text:1.0}}"
_TABLE = f"{{{_URN}:table:1.0}}"
_DRAW = f"{{{_URN}:drawing:1.0}}"
_STYLE = f"{{{_URN}:style:1.0}}"
_OFFICE = f"{{{_URN}:office:1.0}}"
_FO = f"{{{_URN}:xsl-fo-compatible:1.0}}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_PASSED_OVER = frozenset(
    {
        *(f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"),
        *(f"{_TEXT}variable-decls", f"{_TEXT}user-field-decls", f"{_TEXT}note-citation", f"{_OFFICE}event-listeners"),
        *(f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_TEXT}illustration-index"),
    }
)
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_SECTIONS = frozenset(
    {
        *(f"{_TEXT}section", f"{_TEXT}index-body", f"{_TEXT}bibliography", f"{_TEXT}numbered-paragraph"),
        f"{_OFFICE}text",
    }
)
_KINDS = {
    "Title": BlockKind.HEADLINE,
    "Subtitle": BlockKind.LEAD,
    "Quotations": BlockKind.QUOTATION,
    "Quote": BlockKind.QUOTATION,
    "Caption": BlockKind.CAPTION,
}
_DEEPEST = 12  # styles that are based on one another
_MOST_LEVELS = 3
_LONGEST_NUMBER = 6  # digits
_WRITTEN = frozenset({f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}list", f"{_TABLE}table"})
_MOST_SPACES = 100  # in one element that stands for several


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style says that matters here; `parent` is the style that it is based on."""

    parent: str = ""
    outline: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a text holds.

    Raises ReaderError import.archive_damaged, import.archive_too_large, import.encrypted, import.xml_damaged,
    import.document_damaged and import.empty.
    """
    archive = Archive(data, hints.file)
    manifest = archive.find("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise ReaderError("import.encrypted", file=hints.file)
    if "content.xml" not in archive:
        raise ReaderError("import.document_damaged", file=hints.file)
    content = parsed_xml(archive.read("content.xml"), hints.file, mending=True)
    reader = _Reader(archive)
    if styles := archive.find("styles.xml"):
        reader.add_styles(parsed_xml(styles, hints.file, mending=True))
    reader.add_styles(content)
    body = next(content.iter(f"{_OFFICE}text"), None)
    if body is None:
        raise ReaderError("import.document_damaged", file=hints.file)
    reader.read_blocks(body)
    title, author = _properties(archive)
    return imported_from(reader.writing, hints, IMPORTER, title=title, author=author)


def _properties(archive: Archive) -> tuple[str, str]:
    meta = archive.find("meta.xml")
    if not meta:
        return "", ""
    root = parsed_xml(meta, mending=True)
    title = next(root.iter("{http://purl.org/dc/elements/1.1/}title"), None)
    author = next(root.iter(f"{{{_URN}:meta:1.0}}initial-creator"), None)
    return clean((title.text or "") if title is not None else ""), clean(
        (author.text or "") if author is not None else ""
    )


class _Reader:
    """Walks a text's elements."""

    def __init__(self, archive: Archive) -> None:
        self.writing = Writing()
        self._archive = archive
        self._looks: dict[str, _Look] = {}
        self._ordered: dict[tuple[str, int], bool] = {}
        self._first: dict[tuple[str, int], int] = {}
        self._lists = 0

    def add_styles(self, root: "_Element") -> None:
        """Learn the styles that a file of the archive defines."""
        for style in root.iter(f"{_STYLE}style"):
            text = style.find(f"{_STYLE}text-properties")
            weight = "" if text is None else text.get(f"{_FO}font-weight") or text.get(f"{_STYLE}font-weight-complex")
            slant = "" if text is None else text.get(f"{_FO}font-style") or text.get(f"{_STYLE}font-style-complex")
            self._looks[style.get(f"{_STYLE}name") or ""] = _Look(
                parent=style.get(f"{_STYLE}parent-style-name") or "",
                outline=style.get(f"{_STYLE}default-outline-level") or "",
                is_bold=weight in ("bold", "600", "700", "800", "900"),
                is_italic=slant in ("italic", "oblique"),
                is_hidden=text is not None and text.get(f"{_TEXT}display") == "none",
            )
        for style in root.iter(f"{_TEXT}list-style"):
            for level in style:
                depth = level.get(f"{_TEXT}level") or "1"
                if depth.isdigit() and isinstance(level.tag, str):
                    shows_number = level.tag == f"{_TEXT}list-level-style-number"
                    place = style.get(f"{_STYLE}name") or "", int(depth) - 1
                    self._ordered[place] = shows_number
                    self._first[place] = _number(level)

    def read_blocks(self, parent: "Iterable[_Element]", group: Group | None = None, style: Style | None = None) -> None:
        """Read the paragraphs, headings, lists and tables of an element."""
        for element in parent:
            tag = element.tag
            if tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(element, group, style)
            elif tag == f"{_TEXT}list":
                self._list(element, group, style)
            elif tag == f"{_TABLE}table":
                self._table(element)
            elif tag in _SECTIONS and element.get(f"{_TEXT}display") != "none":
                self.read_blocks(element, group, style)
            elif isinstance(tag, str) and tag.startswith(_DRAW):
                self._drawn(element)
                self.writing.end_paragraph(Style())

    def _paragraph(self, paragraph: "_Element", group: Group | None, style: Style | None) -> None:
        boxes: list[_Element] = []
        name = paragraph.get(f"{_TEXT}style-name") or ""
        known = self._style(paragraph, name)
        look = self._looks.get(name, _Look())
        self._inside(paragraph, boxes, is_bold=look.is_bold and known.kind is BlockKind.PARAGRAPH, is_italic=False)
        if group is not None:
            known = Style(BlockKind.TABLE_CELL)
        elif style is not None and known.kind is BlockKind.PARAGRAPH:
            known = style
        self.writing.end_paragraph(known, group)
        for box in boxes:
            self.read_blocks(box, group)

    def _inside(self, parent: "_Element", boxes: "list[_Element]", *, is_bold: bool, is_italic: bool) -> None:
        self.writing.add_text(parent.text or "", is_bold=is_bold, is_italic=is_italic)
        for element in parent:
            tag = element.tag
            if tag == f"{_TEXT}note":
                self._note(element)
            elif tag == f"{_TEXT}s":
                count = element.get(f"{_TEXT}c") or "1"
                self.writing.add_text(" " * min(int(count) if count.isdigit() else 1, _MOST_SPACES))
            elif tag == f"{_TEXT}tab":
                self.writing.add_text("\t")
            elif tag == f"{_TEXT}line-break":
                self.writing.add_text(" ")
            elif tag == f"{_TEXT}ruby-text":
                self.writing.add_text(f" ({element.text or ''})")
            elif isinstance(tag, str) and tag.startswith(_DRAW):
                self._drawn(element, boxes)
            elif isinstance(tag, str) and tag not in _PASSED_OVER:
                self._stretch(element, boxes, is_bold=is_bold, is_italic=is_italic)
            self.writing.add_text(element.tail or "", is_bold=is_bold, is_italic=is_italic)

    def _stretch(self, element: "_Element", boxes: "list[_Element]", *, is_bold: bool, is_italic: bool) -> None:
        look = self._looks.get(element.get(f"{_TEXT}style-name") or "", _Look())
        if look.is_hidden:
            return
        begun = self.writing.text.begin()
        self._inside(element, boxes, is_bold=is_bold or look.is_bold, is_italic=is_italic or look.is_italic)
        address = element.get(_HREF) or ""
        if element.tag == f"{_TEXT}a" and address.startswith(("http://", "https://", "mailto:")):
            self.writing.text.end(begun, InlineKind.LINK, address)

    def _drawn(self, element: "_Element", boxes: "list[_Element] | None" = None) -> None:
        """Take the pictures and text boxes of a frame."""
        about = [one for kind in ("desc", "title") for one in element.iter(f"{{{_URN}:svg-compatible:1.0}}{kind}")]
        alt = next((one.text for one in about if one.text), "")
        for image in element.iter(f"{_DRAW}image"):
            path = resolved(image.get(_HREF) or "")
            if path in self._archive:
                self.writing.add_picture(self._archive.read(path), alt, path)
        found = list(_boxes(element))
        if boxes is not None:
            boxes += found
            return
        for box in found:
            self.read_blocks(box)

    def _note(self, note: "_Element") -> None:
        body = note.find(f"{_TEXT}note-body")
        text = (
            "" if body is None else clean(" ".join("".join(one.itertext()) for one in body)).replace("\n", " ").strip()
        )
        if text:
            self.writing.add_note(text)

    def _list(self, element: "_Element", group: Group | None, style: Style | None) -> None:
        name = element.get(f"{_TEXT}style-name") or ""
        if style is None or not style.list_id:
            self._lists += 1
            continued = element.get(f"{_TEXT}continue-numbering") == "true"
            id_ = f"{name}:{self._lists - 1 if continued else self._lists}"
            first = self._first.get((name, 0), 0)
            style = Style(list_id=id_, is_ordered=self._ordered.get((name, 0), False), first=first)
        else:
            depth = style.depth + 1
            is_ordered = self._ordered.get((name, depth), style.is_ordered)
            style = replace(style, depth=depth, number=0, goes_on=False, is_ordered=is_ordered)
        for item in element:
            if item.tag == f"{_TEXT}list-item":
                self._item(item, group, replace(style, number=_number(item)))
            elif item.tag == f"{_TEXT}list-header":  # it has no number
                self.read_blocks(item, group)

    def _item(self, item: "_Element", group: Group | None, style: Style) -> None:
        """Read an item of a list: its paragraphs but for the first go on with it, and so do those behind a list."""
        for element in item:
            before = len(self.writing.drafts.drafts)
            self.read_blocks([element], group, style)
            if element.tag == f"{_TEXT}p" and len(self.writing.drafts.drafts) > before:
                style = replace(style, number=0, goes_on=True)

    def _table(self, table: "_Element") -> None:
        rows = [row for row in table.iter(f"{_TABLE}table-row") if next(row.iterancestors(f"{_TABLE}table")) is table]
        cells = [[cell for cell in row if cell.tag in _CELLS] for row in rows]
        if len(rows) == 1 and len(cells[0]) == 1:  # a frame
            self.read_blocks(cells[0][0])
            return
        group = self.writing.drafts.new_group("table")
        for number, row in enumerate(cells):
            column = 0
            for cell in row:
                self.read_blocks(cell, replace(group, row=number, column=column))
                repeated = cell.get(f"{_TABLE}number-columns-repeated") or ""
                column += int(repeated) if repeated.isdecimal() and len(repeated) <= _LONGEST_NUMBER else 1

    def _style(self, paragraph: "_Element", name: str) -> Style:
        if paragraph.tag == f"{_TEXT}h":
            level = paragraph.get(f"{_TEXT}outline-level") or "1"
            return Style(BlockKind.HEADING, min(max(int(level) if level.isdigit() else 1, 1), _MOST_LEVELS))
        for _ in range(_DEEPEST):
            if name in _KINDS:
                return Style(_KINDS[name])
            name = self._looks.get(name, _Look()).parent
        return Style()


def _boxes(drawn: "_Element") -> "Iterator[_Element]":
    """Yield what of a drawing holds text: boxes, and shapes that are written into; none that stands in another."""
    for element in drawn.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_DRAW):
            is_inside = any(above.tag == f"{_DRAW}text-box" for above in _above(element, drawn))
            if not is_inside and any(one.tag in _WRITTEN for one in element):
                yield element


def _above(element: "_Element", whole: "_Element") -> "Iterator[_Element]":
    """Yield what an element stands in, up to a whole."""
    for above in element.iterancestors():
        yield above
        if above is whole:
            return


def _number(element: "_Element") -> int:
    """Return the number that a list or an item begins with, 0 where it states none."""
    number = element.get(f"{_TEXT}start-value") or ""
    return int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 0
