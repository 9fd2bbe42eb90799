"""Word files (.docx), opened by python-docx within the limits of archives; fields, comments and deletions are not text.

Names of elements: ECMA-376, part 1, 17 (WordprocessingML).
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from reader.articles.article import BlockKind, Group, InlineKind
from reader.errors import ReaderError
from reader.intake.archives import Archive
from reader.intake.formats.office.writing import Style, Writing, imported_from
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.text.cleaning import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

IMPORTER = "docx 2"

_LINKING = re.compile(r'\s*HYPERLINK\s+"(?P<target>(?:https?://|mailto:)[^"]+)"', re.IGNORECASE)
_HEADING = re.compile(r"heading (?P<level>\d)", re.IGNORECASE)
_KINDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.LEAD,
    "quote": BlockKind.QUOTATION,
    "intense quote": BlockKind.QUOTATION,
    "caption": BlockKind.CAPTION,
}
_DEEPEST = 12  # styles that are based on one another
_MOST_LEVELS = 3
_NO_OUTLINE = 9  # the level of what is no heading
_PASSED_OVER = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr", "w:sectPr", "w:tblPr", "w:tcPr"))
)
_ROUND_CELLS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
# What python-docx raises for packages that are not what they should be.
_DAMAGED = (PackageNotFoundError, KeyError, ValueError, AttributeError, TypeError, IndexError, SyntaxError)


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a Word file holds.

    Raises ReaderError import.archive_damaged, import.archive_too_large, import.encrypted, import.document_damaged and
    import.empty.
    """
    Archive(data, hints.file).check()
    try:
        document = docx.Document(io.BytesIO(data))
        reader = _Reader(document)
        reader.read_blocks(document.element.body)
        properties = document.core_properties
        title, author = clean(properties.title or ""), clean(properties.author or "")
    except _DAMAGED as error:
        raise ReaderError("import.document_damaged", file=hints.file) from error
    return imported_from(reader.writing, hints, IMPORTER, title=title, author=author)


class _Reader:
    """Walks a document's elements."""

    def __init__(self, document: Document) -> None:
        self.writing = Writing()
        self._part = document.part
        self._styles = {style.style_id: style for style in document.styles}
        self._notes = {kind: dict(_notes(document, kind)) for kind in ("footnote", "endnote")}
        self._ordered = _Numbering(document)
        self._instruction = ""
        self._linked: tuple[int, int] | None = None

    def read_blocks(self, parent: "_Element", group: Group | None = None) -> None:
        """Read the paragraphs and tables of an element, those in controls and text boxes too."""
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element, group)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:moveTo")):
                self.read_blocks(element, group)

    def _paragraph(self, paragraph: "_Element", group: Group | None) -> None:
        style = self._style(paragraph)
        boxes: list[_Element] = []
        self._inside(paragraph, boxes)
        if group is not None:
            style = Style(BlockKind.TABLE_CELL)
        self.writing.end_paragraph(style, group)
        for box in boxes:
            self.read_blocks(box, group)

    def _inside(self, parent: "_Element", boxes: "list[_Element]") -> None:
        for element in parent:
            if element.tag in _PASSED_OVER or element.tag == _FALLBACK:
                continue
            if element.tag == qn("w:r"):
                self._run(element, boxes)
            elif element.tag == qn("w:hyperlink"):
                begun = self.writing.text.begin()
                self._inside(element, boxes)
                if target := self._target(element):
                    self.writing.text.end(begun, InlineKind.LINK, target)
            elif element.tag == qn("m:t") and element.text:
                self.writing.add_text(element.text)
            elif isinstance(element.tag, str):
                self._inside(element, boxes)

    def _run(self, run: "_Element", boxes: "list[_Element]") -> None:
        bold, italic = _is_on(run, "w:b", "w:bCs"), _is_on(run, "w:i", "w:iCs")
        for element in run:
            tag = element.tag
            if tag in (qn("w:fldChar"), qn("w:instrText")):
                self._field(element)
            elif tag == qn("w:t"):
                self.writing.add_text(element.text or "", is_bold=bold, is_italic=italic)
            elif tag in _SPACES:
                self.writing.add_text(_SPACES[tag])
            elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
                self._note("footnote" if tag == qn("w:footnoteReference") else "endnote", element)
            elif tag not in _PASSED_OVER and isinstance(tag, str):
                self._drawn(element, boxes)

    def _field(self, element: "_Element") -> None:
        """Follow a field, whose instruction stands before what it shows: one that links makes that a link."""
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            self._instruction, self._linked = "", None
        elif kind == "separate":
            self._linked = self.writing.text.begin()
        elif kind == "end" and self._linked:
            if found := _LINKING.match(self._instruction):
                self.writing.text.end(self._linked, InlineKind.LINK, found["target"])
            self._linked = None
        elif kind is None:
            self._instruction += element.text or ""

    def _drawn(self, element: "_Element", boxes: "list[_Element]") -> None:
        """Take the pictures and text boxes of a drawing."""
        for inner in element.iter(qn("a:blip"), qn("w:txbxContent"), "{urn:schemas-microsoft-com:vml}imagedata"):
            if any(above.tag == _FALLBACK for above in inner.iterancestors()):
                continue
            if inner.tag == qn("w:txbxContent"):
                boxes.append(inner)
            else:
                self._picture(inner.get(qn("r:embed")) or inner.get(qn("r:id")) or "", element)

    def _picture(self, id_: str, drawing: "_Element") -> None:
        part = self._part.related_parts.get(id_)
        if part is None:
            return
        about = next(
            drawing.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"), None
        )
        alt = "" if about is None else about.get("descr") or ""
        self.writing.add_picture(part.blob, alt, str(part.partname).lstrip("/"))

    def _note(self, kind: str, reference: "_Element") -> None:
        note = self._notes[kind].get(reference.get(qn("w:id")))
        if note is None:
            return
        texts = ["".join(inner.text or "" for inner in one.iter(qn("w:t"))) for one in note.iter(qn("w:p"))]
        text = clean(" ".join(texts)).replace("\n", " ").strip()
        if text:
            self.writing.add_note(text)

    def _target(self, link: "_Element") -> str:
        relation = self._part.rels.get(link.get(qn("r:id")) or "")
        address = relation.target_ref if relation is not None and relation.is_external else ""
        return address if address.startswith(("http://", "https://", "mailto:")) else ""

    def _table(self, table: "_Element") -> None:
        rows = [row for row in table.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is table]
        if len(rows) < 2 and all(len(row.findall(qn("w:tc"))) < 2 for row in rows):  # noqa: PLR2004 - a frame
            for cell in (cell for row in rows for cell in _cells(row)):
                self.read_blocks(cell)
            return
        group = self.writing.drafts.new_group("table")
        for number, row in enumerate(rows):
            column = 0
            for cell in _cells(row):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                self.read_blocks(cell, replace(group, row=number, column=column))
                column += int(span.get(qn("w:val")) or 1) if span is not None else 1

    def _style(self, paragraph: "_Element") -> Style:
        properties = paragraph.find(qn("w:pPr"))
        id_ = _value(properties, "w:pStyle")
        style = Style()
        numbering = _find(properties, "w:numPr")
        outline = _value(properties, "w:outlineLvl")
        known = self._styles.get(id_)
        for _ in range(_DEEPEST):
            if known is None:
                break
            name = (known.name or "").lower()
            if style.kind is BlockKind.PARAGRAPH:
                self._take_name(style, name)
            own = known.element.find(qn("w:pPr"))
            numbering = numbering if numbering is not None else _find(own, "w:numPr")
            outline = outline or _value(own, "w:outlineLvl")
            known = getattr(known, "base_style", None)
        if style.kind is BlockKind.PARAGRAPH and outline.isdigit() and int(outline) < _NO_OUTLINE:
            style.kind, style.level = BlockKind.HEADING, min(int(outline) + 1, _MOST_LEVELS)
        list_id = _value(numbering, "w:numId")
        if list_id not in ("", "0") and style.kind is BlockKind.PARAGRAPH:
            depth = _value(numbering, "w:ilvl")
            style.list_id, style.depth = list_id, int(depth) if depth.isdigit() else 0
            style.is_ordered = self._ordered.is_ordered(list_id, style.depth)
        return style

    @staticmethod
    def _take_name(style: Style, name: str) -> None:
        if found := _HEADING.match(name):
            style.kind, style.level = BlockKind.HEADING, min(int(found["level"]), _MOST_LEVELS)
        elif name in _KINDS:
            style.kind = _KINDS[name]


class _Numbering:
    """Which lists are numbered, as the numbering part says."""

    def __init__(self, document: Document) -> None:
        try:
            self._root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # what python-docx raises where a document has no such part
            self._root = None

    def is_ordered(self, list_id: str, depth: int) -> bool:
        """Say whether a list shows numbers at a depth."""
        if self._root is None:
            return False
        for number in self._root.iter(qn("w:num")):
            if number.get(qn("w:numId")) == list_id:
                return self._format(_value(number, "w:abstractNumId"), depth) not in ("bullet", "none", "")
        return False

    def _format(self, abstract_id: str, depth: int) -> str:
        for abstract in self._root.iter(qn("w:abstractNum")):
            if abstract.get(qn("w:abstractNumId")) == abstract_id:
                for level in abstract.iter(qn("w:lvl")):
                    if level.get(qn("w:ilvl")) == str(depth):
                        return _value(level, "w:numFmt")
        return ""


def _cells(row: "_Element") -> "Iterator[_Element]":
    """Yield the cells of a row, those in controls too, and none of the tables that stand in them."""
    for element in row:
        if element.tag == qn("w:tc"):
            yield element
        elif element.tag in _ROUND_CELLS:
            yield from _cells(element)


def _notes(document: Document, kind: str) -> "Iterator[tuple[str, _Element]]":
    """Yield the notes of a kind by their ids; separators are none."""
    from reader.intake.xml_tree import parsed_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
            for note in parsed_xml(relation.target_part.blob, mending=True).iter(qn(f"w:{kind}")):
                if note.get(qn("w:type")) in (None, "normal"):
                    yield note.get(qn("w:id")), note


def _find(element: "_Element | None", name: str) -> "_Element | None":
    return None if element is None else element.find(qn(name))


def _value(element: "_Element | None", name: str) -> str:
    found = _find(element, name)
    return "" if found is None else found.get(qn("w:val")) or ""


def _is_on(run: "_Element", *names: str) -> bool:
    properties = run.find(qn("w:rPr"))
    for name in names:
        found: Any = _find(properties, name)
        if found is not None:
            return (found.get(qn("w:val")) or "1") not in ("0", "false", "off")
    return False
