import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reader.articles.article import Article, BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.formats.office.docx import read
from reader.intake.hints import Hints
from reader.text.direction import Direction

LONG = "عادت المنارة القائمة عند مدخل الميناء إلى العمل مساء السبت، بعد انقطاع دام اثني عشر عامًا."


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def article(document) -> Article:
    (imported,) = read(saved(document), Hints(file="a.docx"))
    return imported.article


def shape(document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article(document).blocks]


def linked(paragraph, text: str, address: str) -> None:
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def test_a_table_inside_a_table_is_read_once_and_a_numbered_list_goes_on_behind_it():
    document = docx.Document()
    document.add_paragraph("أوّل", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("البند", "الكلفة", "العدسة")):
        table.cell(place // 2, place % 2).text = text
    table.cell(1, 1).add_table(rows=2, cols=1).cell(0, 0).text = "300"
    document.add_paragraph("ثانٍ", style="List Number")
    blocks = [block for block in article(document).blocks if block.group]
    assert [block.text for block in blocks] == ["أوّل", "البند", "الكلفة", "العدسة", "300", "ثانٍ"]
    assert [block.group.row for block in blocks if block.group and block.kind is BlockKind.LIST_ITEM] == [0, 1]


def test_a_field_that_links_is_a_link():
    document = docx.Document()
    paragraph = document.add_paragraph("إلى ")
    for kind, text in (
        ("begin", ""),
        ("", ' HYPERLINK "https://example.org/a" '),
        ("separate", ""),
        ("t", "هناك"),
        ("end", ""),
    ):
        run = paragraph.add_run()
        element = OxmlElement("w:t" if kind == "t" else "w:fldChar" if kind else "w:instrText")
        element.text = text
        if kind not in ("", "t"):
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)
    (block,) = article(document).blocks
    assert block.text == "إلى هناك"
    assert [(inline.kind, inline.span.of(block.text), inline.target) for inline in block.inlines] == [
        (InlineKind.LINK, "هناك", "https://example.org/a")
    ]


def test_styles_say_what_paragraphs_are():
    document = docx.Document()
    document.add_heading("المنارة تعود", 0)
    document.add_paragraph(LONG)
    document.add_heading("عدسة من زجاج", 1)
    document.add_paragraph("أردنا أن يعود الضوء نفسه إلى النافذة نفسها.", style="Quote")
    for text in ("زجاج", "نحاس"):
        document.add_paragraph(text, style="List Number")
    assert shape(document) == [
        ("headline", "المنارة تعود"),
        ("paragraph", LONG),
        ("heading", "عدسة من زجاج"),
        ("quotation", "أردنا أن يعود الضوء نفسه إلى النافذة نفسها."),
        ("list_item", "زجاج"),
        ("list_item", "نحاس"),
    ]
    items = [block for block in article(document).blocks if block.group]
    assert [(block.group.row, block.group.ordered) for block in items if block.group] == [(0, True), (1, True)]
    assert article(document).direction is Direction.RTL


def test_bold_lines_are_headings_where_no_style_is_one():
    document = docx.Document()
    document.add_paragraph().add_run("المنارة تعود").bold = True
    document.add_paragraph(LONG)
    document.add_paragraph().add_run("عدسة من زجاج").bold = True
    document.add_paragraph(LONG + " " + LONG)
    assert [kind for kind, _ in shape(document)][::2] == ["headline", "heading"]


def test_links_emphasis_and_line_breaks_are_kept():
    document = docx.Document()
    paragraph = document.add_paragraph("قرأ ")
    paragraph.add_run("الدفتر").italic = True
    paragraph.add_run(" كلّه").add_break(WD_BREAK.LINE)
    linked(paragraph, "هنا", "https://example.org/book")
    (block,) = article(document).blocks
    assert block.text == "قرأ الدفتر كلّه هنا"
    assert [(inline.kind, inline.target, inline.span.of(block.text)) for inline in block.inlines] == [
        (InlineKind.EMPHASIS, "", "الدفتر"),
        (InlineKind.LINK, "https://example.org/book", "هنا"),
    ]


def test_tables_are_cells_by_row_and_column():
    document = docx.Document()
    document.add_paragraph(LONG)
    table = document.add_table(2, 2)
    for number, text in enumerate(("النوع", "السعر", "سردين", "3")):
        table.cell(number // 2, number % 2).text = text
    cells = [block for block in article(document).blocks if block.kind is BlockKind.TABLE_CELL]
    assert [(cell.text, cell.group.row, cell.group.column) for cell in cells if cell.group] == [
        ("النوع", 0, 0),
        ("السعر", 0, 1),
        ("سردين", 1, 0),
        ("3", 1, 1),
    ]


def test_deleted_text_is_none():
    document = docx.Document()
    paragraph = document.add_paragraph(LONG)
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "محذوف"
    run.append(words)
    deleted.append(run)
    paragraph._p.append(deleted)
    assert article(document).text == LONG


def test_a_stated_author_counts_only_where_the_text_names_them():
    document = docx.Document()
    document.core_properties.author = "Owner of the computer"
    document.add_heading("المنارة تعود", 0)
    document.add_paragraph(LONG)
    assert article(document).authors == ()


def test_damaged_files_are_told():
    document = docx.Document()
    document.add_paragraph(LONG)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as whole, zipfile.ZipFile(out, "w") as part:
        part.writestr("word/document.xml", whole.read("word/document.xml"))
    for data, key in ((out.getvalue(), "import.document_damaged"), (saved(docx.Document()), "import.empty")):
        with pytest.raises(ReaderError) as raised:
            read(data, Hints(file="a.docx"))
        assert raised.value.key == key
