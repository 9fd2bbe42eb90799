import io
import zipfile

import pytest

from reader.articles.article import Article, BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.formats.office.odt import read
from reader.intake.hints import Hints

URN = "urn:oasis:names:tc:opendocument:xmlns"
HEAD = (
    f'<office:document-content xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0" '
    f'xmlns:table="{URN}:table:1.0" xmlns:style="{URN}:style:1.0" xmlns:fo="{URN}:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    "</office:automatic-styles><office:body><office:text>"
)
TAIL = "</office:text></office:body></office:document-content>"


def packed(body: str, manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", HEAD + body + TAIL)
    return out.getvalue()


def article(body: str) -> Article:
    (imported,) = read(packed(body), Hints(file="a.odt"))
    return imported.article


def test_a_table_inside_a_table_is_read_once():
    def table(*cells: str) -> str:
        row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table><table:table-row>{row}</table:table-row></table:table>"

    made = article(table("<text:p>العدسة</text:p>", table("<text:p>300</text:p>")))
    assert [block.text for block in made.blocks] == ["العدسة", "300"]


def test_headings_quotations_and_spaces_are_read():
    made = article(
        '<text:h text:outline-level="1">المنارة تعود</text:h><text:p>عادت<text:s text:c="1"/>المنارة '
        '<text:span text:style-name="T1">مساءً</text:span> إلى <text:a xlink:href="https://example.org/">العمل</text:a>'
        "<office:annotation><text:p>تعليق</text:p></office:annotation>.</text:p>"
        '<text:h text:outline-level="2">عدسة</text:h><text:p text:style-name="P1">أردنا الضوء نفسه.</text:p>'
    )
    assert [(block.kind.value, block.text) for block in made.blocks] == [
        ("headline", "المنارة تعود"),
        ("paragraph", "عادت المنارة مساءً إلى العمل."),
        ("heading", "عدسة"),
        ("quotation", "أردنا الضوء نفسه."),
    ]
    inlines = [(inline.kind, inline.span.of(made.blocks[1].text)) for inline in made.blocks[1].inlines]
    assert inlines == [(InlineKind.STRONG, "مساءً"), (InlineKind.LINK, "العمل")]


def test_lists_inside_lists_are_one_list_with_depths():
    made = article(
        '<text:list text:style-name="L1"><text:list-item><text:p>زجاج</text:p><text:list><text:list-item>'
        "<text:p>مسامير</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>نحاس</text:p>"
        "</text:list-item></text:list>"
    )
    groups = [block.group for block in made.blocks if block.group]
    assert [(group.row, group.column, group.ordered) for group in groups] == [(0, 0, True), (0, 1, True), (1, 0, True)]
    assert len({group.id for group in groups}) == 1


def test_notes_stand_at_the_end_and_their_marks_point_to_them():
    made = article(
        "<text:p>كتب الحارس<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>في دفتره الأول.</text:p></text:note-body></text:note> كلّ ليلة.</text:p>"
    )
    text, note = made.blocks
    assert (text.text, note.text, note.kind) == ("كتب الحارس[1] كلّ ليلة.", "[1] في دفتره الأول.", BlockKind.FOOTNOTE)
    (mark,) = text.inlines
    assert (mark.kind, mark.target, mark.span.of(text.text)) == (InlineKind.FOOTNOTE, note.id, "[1]")


def test_tables_are_cells():
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    made = article(f"<table:table>{row.format('النوع', 'السعر')}{row.format('سردين', '3')}</table:table>")
    cells = [(block.text, block.group.row, block.group.column) for block in made.blocks if block.group]
    assert cells == [("النوع", 0, 0), ("السعر", 0, 1), ("سردين", 1, 0), ("3", 1, 1)]


def test_encrypted_and_empty_texts_are_told():
    locked = "<manifest><encryption-data/></manifest>"
    for data, key in ((packed("<text:p>x</text:p>", locked), "import.encrypted"), (packed(""), "import.empty")):
        with pytest.raises(ReaderError) as raised:
            read(data, Hints(file="a.odt"))
        assert raised.value.key == key


def test_items_have_the_numbers_that_are_stated_and_keep_their_paragraphs():
    made = article(
        '<text:list text:style-name="L1"><text:list-header><text:p>رأس القائمة</text:p></text:list-header>'
        '<text:list-item text:start-value="3"><text:p>ثالث</text:p><text:p>وبقيّته</text:p></text:list-item>'
        '<text:list-item><text:p>رابع</text:p></text:list-item><text:list-item text:start-value="9"><text:p/>'
        "<text:p>تاسع</text:p></text:list-item></text:list>"
    )
    assert [(block.text, block.group.row + 1 if block.group else 0) for block in made.blocks] == [
        ("رأس القائمة", 0),
        ("ثالث", 3),
        ("وبقيّته", 3),
        ("رابع", 4),
        ("تاسع", 9),
    ]


def test_words_in_shapes_and_boxes_are_read_and_hidden_ones_are_not():
    draw = f'xmlns:draw="{URN}:drawing:1.0"'
    made = article(
        f"<text:p>حول الصندوق<draw:frame {draw}><draw:text-box><text:p>في صندوق</text:p></draw:text-box></draw:frame>"
        f"</text:p><text:p><draw:g {draw}><draw:custom-shape><text:p>في شكل</text:p></draw:custom-shape></draw:g>"
        f"</text:p><draw:custom-shape {draw}><text:p>شكل حرّ</text:p></draw:custom-shape>"
        '<text:section text:display="none"><text:p>قسم خفيّ</text:p></text:section>'
        "<text:numbered-paragraph><text:p>فقرة مرقّمة</text:p></text:numbered-paragraph>"
    )
    assert [block.text for block in made.blocks] == ["حول الصندوق", "في صندوق", "في شكل", "شكل حرّ", "فقرة مرقّمة"]


def test_a_table_of_one_cell_is_a_frame_and_repeated_cells_keep_their_columns():
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    framed = cell.format("", "كلام في إطار")
    row = cell.format(' table:number-columns-repeated="2"', "") + cell.format("", "ثالث")
    made = article(
        f"<table:table><table:table-row>{framed}</table:table-row></table:table>"
        f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    )
    assert [(block.kind.value, block.text, block.group.column if block.group else 0) for block in made.blocks] == [
        ("paragraph", "كلام في إطار", 0),
        ("table_cell", "ثالث", 2),
    ]
