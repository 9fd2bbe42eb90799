"""Word files (.docx), opened by python-docx within the limits of archives; fields, comments and deletions are not text.

Names of elements: ECMA-376, part 1, 17 (WordprocessingML).
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
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

IMPORTER = "docx 3"

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
_LONGEST_NUMBER = 6  # digits
_NO_OUTLINE = 9  # the level of what is no heading
_PASSED_OVER = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr", "w:sectPr", "w:tblPr", "w:tcPr"))
)
_ROUND_BLOCKS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:customXml", "w:moveTo")))
_ROUND_CELLS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins")))
_CHOOSING = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OF_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)
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


@dataclass(slots=True)
class _Field:
    """A field whose end is yet to come: what it says, the text that it holds there, and where what it shows begins."""

    instruction: str = ""
    held: str = ""
    begun: tuple[int, int] | None = None


class _Reader:
    """Walks a document's elements."""

    def __init__(self, document: Document) -> None:
        self.writing = Writing()
        self._part = document.part
        self._styles = {style.style_id: style for style in document.styles}
        self._notes = {kind: dict(_notes(document, kind)) for kind in ("footnote", "endnote")}
        self._ordered = _Numbering(document)
        self._fields: list[_Field] = []

    def read_blocks(self, parent: "_Element", group: Group | None = None) -> None:
        """Read the paragraphs and tables of an element, those in controls and text boxes too."""
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element, group)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag in _ROUND_BLOCKS and not _is_of_contents(element):
                self.read_blocks(element, group)
            elif element.tag == _CHOOSING and len(element):
                choice = element.find(_CHOICE)
                self.read_blocks(element[0] if choice is None else choice, group)

    def _paragraph(self, paragraph: "_Element", group: Group | None) -> None:
        style = self._style(paragraph)
        if style is None:
            return
        boxes: list[_Element] = []
        self._inside(paragraph, boxes)
        self._give_up_fields()
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
        if _is_on(run, "w:vanish"):
            return
        bold, italic = self._look_of(run)
        if any(field.begun is None for field in self._fields) and run.find(qn("w:fldChar")) is None:
            self._take_instruction(run)
            return
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
            elif tag == qn("w:ruby"):
                self._ruby(element, boxes)
            elif tag not in _PASSED_OVER and isinstance(tag, str):
                self._drawn(element, boxes)

    def _ruby(self, ruby: "_Element", boxes: "list[_Element]") -> None:
        """Read words with what is written above them, which comes behind them in brackets."""
        for name, before, behind in (("w:rubyBase", "", ""), ("w:rt", " (", ")")):
            for part in ruby.iter(qn(name)):
                self.writing.add_text(before)
                self._inside(part, boxes)
                self.writing.add_text(behind)

    def _take_instruction(self, run: "_Element") -> None:
        """Add what a run says to the field that it stands in before what that shows; what a field inside shows too."""
        for element in run.iter(qn("w:instrText"), qn("w:t")):
            self._fields[-1].instruction += element.text or ""
            self._fields[-1].held += "" if element.tag == qn("w:instrText") else element.text or ""

    def _give_up_fields(self) -> None:
        """Forget the fields that a paragraph has left without an end or anything to show; their text is text."""
        for field in self._fields:
            if field.begun is None:
                self.writing.add_text(field.held)
        self._fields = [field for field in self._fields if field.begun is not None]

    def _look_of(self, run: "_Element") -> tuple[bool, bool]:
        """Say whether a run is bold and whether it is italic, by itself or by its style."""
        style = self._styles.get(_value(run.find(qn("w:rPr")), "w:rStyle"))
        looks = [run, *([style.element] if style is not None else [])]
        return (
            any(_is_on(look, "w:b", "w:bCs") for look in looks),
            any(_is_on(look, "w:i", "w:iCs") for look in looks),
        )

    def _field(self, element: "_Element") -> None:
        """Follow a field, whose instruction stands before what it shows: one that links makes that a link."""
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            self._fields.append(_Field())
        elif not self._fields:
            return
        elif kind == "separate":
            self._fields[-1].begun = self.writing.text.begin()
        elif kind == "end":
            field = self._fields.pop()
            found = _LINKING.match(field.instruction)
            if field.begun and found:
                self.writing.text.end(field.begun, InlineKind.LINK, found["target"])
        elif kind is None:
            self._fields[-1].instruction += element.text or ""

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

    def _style(self, paragraph: "_Element") -> Style | None:
        """Return what a paragraph is; None for one of a table of contents."""
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
            if _OF_CONTENTS.fullmatch(name):
                return None
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
            style.first = self._ordered.first(list_id) if style.is_ordered and not style.depth else 0
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
        return _value(self._level(list_id, depth), "w:numFmt") not in ("bullet", "none", "")

    def first(self, list_id: str) -> int:
        """Return the number with which a list begins, 0 where none is stated."""
        number = self._number(list_id)
        stated = [] if number is None else [over for over in number if over.get(qn("w:ilvl")) == "0"]
        begun = [_value(over, "w:startOverride") for over in stated] + [_value(self._level(list_id, 0), "w:start")]
        first = next(filter(None, begun), "")
        return int(first) if first.isdecimal() and len(first) <= _LONGEST_NUMBER else 0

    def _number(self, list_id: str) -> "_Element | None":
        numbers = [] if self._root is None else self._root.iter(qn("w:num"))
        return next((number for number in numbers if number.get(qn("w:numId")) == list_id), None)

    def _level(self, list_id: str, depth: int) -> "_Element | None":
        number = self._number(list_id)
        abstract_id = _value(number, "w:abstractNumId")
        for abstract in self._root.iter(qn("w:abstractNum")) if number is not None else ():
            if abstract.get(qn("w:abstractNumId")) == abstract_id:
                return next((one for one in abstract.iter(qn("w:lvl")) if one.get(qn("w:ilvl")) == str(depth)), None)
        return None


def _is_of_contents(control: "_Element") -> bool:
    """Say whether a control holds a table of contents, which Word makes of the headings."""
    gallery = control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


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
