"""What other programs than python-docx write: notes, lists of several depths, runs marked with a wrong direction."""

import io
import zipfile

import pytest

from reader.articles.article import Article, BlockKind, InlineKind
from reader.intake.formats.office.docx import read
from reader.intake.hints import Hints
from reader.text.direction import Direction

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SENTENCE = "عادت المنارة القائمة عند مدخل الميناء إلى العمل مساء السبت، بعد انقطاع دام اثني عشر عامًا."
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="arabicAlpha"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
)


def article(body: str, **parts: str) -> Article:
    """Return the article of a document with this body and these parts beside it, as footnotes or numbering."""
    out = io.BytesIO()
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((name, name) for name in parts))
    )
    related = "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    document = f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{_RELATIONS}">{document}</Relationships>')
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>'
        )
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>')
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_MAIN}">{content}</w:{name}>')
    (imported,) = read(out.getvalue(), Hints(file="a.docx"))
    return imported.article


def paragraph(*runs: str, about: str = "") -> str:
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(runs)}</w:p>"


def run(text: str, about: str = "") -> str:
    return f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_footnotes_and_endnotes_stand_at_the_end_and_their_marks_point_to_them():
    made = article(
        paragraph(run("عادت السفن"), '<w:r><w:footnoteReference w:id="1"/></w:r>', run(" إلى الميناء."))
        + paragraph(run(SENTENCE), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        footnotes=(
            '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            f'<w:footnote w:id="1">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" من دفتر الحارس"))}</w:footnote>'
        ),
        endnotes=f'<w:endnote w:id="2">{paragraph(run("تعليق أخير"))}</w:endnote>',
    )
    notes = [block for block in made.blocks if block.kind is BlockKind.FOOTNOTE]
    assert [block.text for block in notes] == ["[1] من دفتر الحارس", "[2] تعليق أخير"]
    marks = [(inline.kind, inline.target) for block in made.blocks for inline in block.inlines]
    assert marks == [(InlineKind.FOOTNOTE, block.id) for block in notes]
    assert made.blocks[0].text == "عادت السفن[1] إلى الميناء."


def test_a_list_inside_a_list_is_one_with_depths_and_each_depth_has_its_own_marks():
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'
    items = (("أوّل", 0), ("فرع", 1), ("ثانٍ", 0))
    made = article(
        "".join(paragraph(run(text), about=numbered.format(depth)) for text, depth in items), numbering=NUMBERING
    )
    groups = [block.group for block in made.blocks if block.group]
    assert [(group.row, group.column, group.ordered) for group in groups] == [(0, 0, True), (0, 1, False), (1, 0, True)]
    assert len({group.id for group in groups}) == 1


@pytest.mark.parametrize("wrong", ["", "<w:rtl/>"])
def test_marks_of_direction_on_runs_and_paragraphs_are_not_believed(wrong):
    made = article(
        paragraph(run("قال "), run("BBC News", wrong), run(" إنّ 25"), run("%", wrong), run(" من السفن عادت."))
        + paragraph(run("This English sentence is marked as Arabic.", wrong), about="<w:bidi/>" if wrong else "")
        + paragraph(run(SENTENCE))
    )
    assert [block.text for block in made.blocks][:2] == [
        "قال BBC News إنّ 25% من السفن عادت.",
        "This English sentence is marked as Arabic.",
    ]
    assert [block.direction for block in made.blocks] == [Direction.RTL, Direction.LTR, Direction.RTL]


def test_cells_that_run_over_others_leave_the_rest_in_their_columns():
    def cell(text: str, about: str = "") -> str:
        return f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(run(text) if text else '')}</w:tc>"

    rows = (
        cell("الميناء", '<w:gridSpan w:val="2"/>'),
        cell("سفن", '<w:vMerge w:val="restart"/>') + cell("عشر"),
        cell("", "<w:vMerge/>") + cell("عشرون"),
    )
    made = article("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>" + paragraph(run(SENTENCE)))
    cells = [(block.text, block.group.row, block.group.column) for block in made.blocks if block.group]
    assert cells == [("الميناء", 0, 0), ("سفن", 1, 0), ("عشر", 1, 1), ("عشرون", 2, 1)]


def test_text_in_boxes_controls_and_insertions_is_kept_and_what_was_moved_away_is_not():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('في صندوق'))}</w:txbxContent></w:pict></w:r>"
    control = f"<w:sdt><w:sdtContent>{paragraph(run('في ضابط'))}</w:sdtContent></w:sdt>"
    changed = (
        f"<w:ins>{run('مُدرج')}</w:ins><w:moveFrom>{run('منقول')}</w:moveFrom><w:smartTag>{run(' ذكيّ')}</w:smartTag>"
    )
    made = article(paragraph(run(SENTENCE)) + paragraph(run("قبل"), box) + control + paragraph(changed))
    assert [block.text for block in made.blocks] == [SENTENCE, "قبل", "في صندوق", "في ضابط", "مُدرج ذكيّ"]


def test_lists_begin_with_the_number_that_is_stated():
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="7">'
        '<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    marked = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    items = [paragraph(run(text), about=marked.format(id_)) for text, id_ in (("ثالث", 6), ("رابع", 6), ("سابع", 7))]
    made = article("".join(items), numbering=numbering)
    assert [block.group.row + 1 for block in made.blocks if block.group] == [3, 4, 7]


def test_contents_and_hidden_words_are_left_out_and_the_look_of_a_style_counts():
    styles = (
        '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style><w:style w:type="character" '
        'w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    made = article(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph(run('المحتويات'))}</w:sdtContent></w:sdt>"
        + paragraph(run("المنارة 1"), about='<w:pStyle w:val="T1"/>')
        + paragraph(run(SENTENCE), run(" خفيّ", "<w:vanish/>"), run(" بارز", '<w:rStyle w:val="S"/>')),
        styles=styles,
    )
    assert [block.text for block in made.blocks] == [f"{SENTENCE} بارز"]
    assert [inline.kind for inline in made.blocks[0].inlines] == [InlineKind.STRONG]


def test_a_field_inside_another_ones_instruction_shows_nothing_and_one_without_end_loses_nothing():
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def told(text: str) -> str:
        return f"<w:r><w:instrText>{text}</w:instrText></w:r>"

    inner = mark("begin") + told("PAGE") + mark("separate") + run("9") + mark("end")
    link = told(' HYPERLINK "https://marfa.example/" \\o "') + inner + told('" ') + mark("separate") + run("رابط")
    made = article(
        paragraph(run("قبل "), mark("begin"), link, mark("end"), run(" بعد"))
        + paragraph(mark("begin"), run("نصّ في حقل بلا نهاية"))
        + paragraph(run("ثمّ تكملة."))
    )
    assert [block.text for block in made.blocks] == ["قبل رابط بعد", "نصّ في حقل بلا نهاية", "ثمّ تكملة."]
    (inline,) = made.blocks[0].inlines
    assert (inline.target, inline.span.of(made.blocks[0].text)) == ("https://marfa.example/", "رابط")


def test_what_stands_in_alternatives_and_above_other_words_is_read():
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ruby = f"<w:r><w:ruby><w:rt>{run('قراءة')}</w:rt><w:rubyBase>{run('أصل')}</w:rubyBase></w:ruby></w:r>"
    made = article(
        f'<mc:AlternateContent {compatible}><mc:Choice Requires="x">{paragraph(run("في اختيار"))}</mc:Choice>'
        f"<mc:Fallback>{paragraph(run('بديل'))}</mc:Fallback></mc:AlternateContent>{paragraph(ruby)}"
    )
    assert [block.text for block in made.blocks] == ["في اختيار", "أصل (قراءة)"]
