import io
import re
from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from reader.articles.article import Article, BlockKind
from reader.errors import ReaderError
from reader.intake.formats.pdf.document import read
from reader.intake.hints import Hints
from reader.text.direction import Direction

PAPERS = Path(__file__).resolve().parents[3] / "data" / "papers"
TEXTS = {
    "one-column": "lighthouse",
    "two-columns": "lighthouse",
    "table": "market",
    "shaped": "market",
    "vocalised": "well",
    "english": "harbour",
}
PRINTS = sorted(path.name for path in PAPERS.glob("*.*.pdf"))
LEAST = {"vocalised.libreoffice.pdf": 0.95}  # a few vowel signs stand nearer to the next letter than to their own


def article_of(name: str) -> Article:
    (imported,) = read((PAPERS / name).read_bytes(), Hints(file=name))
    return imported.article


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w[\w\u064b-\u0652\u0670]*", text))


def expected(name: str) -> str:
    text = (PAPERS / f"{TEXTS[name.partition('.')[0]]}.md").read_text(encoding="utf-8")
    return re.sub(r"^(?:#+|>|-|\d\.) |^\| ---.*$|\|", "", text, flags=re.MULTILINE)


def key_of(data: bytes) -> str:
    with pytest.raises(ReaderError) as raised:
        read(data, Hints(file="a.pdf"))
    return raised.value.key


@pytest.mark.parametrize("name", PRINTS)
def test_the_words_of_a_printed_text_are_read_as_they_were_written(name):
    wanted, found = words_of(expected(name)), words_of(article_of(name).text)
    right = (wanted & found).total()
    assert 2 * right / (wanted.total() + found.total()) >= LEAST.get(name, 0.98)


@pytest.mark.parametrize("name", [name for name in PRINTS if name.startswith(("one", "two"))])
def test_paragraphs_are_whole_and_in_order_across_lines_columns_and_pages(name):
    blocks = [block for block in article_of(name).blocks if block.kind is BlockKind.PARAGRAPH]
    texts = [line for line in expected(name).splitlines() if len(line) > 200]
    found = [block.text for block in blocks if len(block.text) > 200]
    lead = next(block.text for block in article_of(name).blocks if block.kind is BlockKind.LEAD)
    assert len([lead, *found]) == len(texts)
    for one, other in zip([lead, *found], texts, strict=True):
        assert one.split()[0] == other.split()[0]
        assert one.split()[-1] == other.split()[-1]


@pytest.mark.parametrize("name", [name for name in PRINTS if name.startswith(("one", "two", "table", "english"))])
def test_headings_are_told_by_their_size_and_the_largest_is_the_headline(name):
    article = article_of(name)
    headings = re.findall(r"^#+ (.*)$", (PAPERS / f"{TEXTS[name.partition('.')[0]]}.md").read_text(), re.MULTILINE)
    kinds = (BlockKind.HEADLINE, BlockKind.HEADING)
    assert [block.text for block in article.blocks if block.kind in kinds] == headings
    assert article.title == headings[0]


@pytest.mark.parametrize("name", ["table.chromium.pdf", "table.libreoffice.pdf"])
def test_a_tables_columns_are_counted_from_where_it_is_read_from(name):
    cells = [block for block in article_of(name).blocks if block.kind is BlockKind.TABLE_CELL]
    rows = [[cell.text for cell in cells if cell.group and cell.group.row == row] for row in range(5)]
    assert rows[0] == ["النوع", "الاثنين", "الأربعاء", "الجمعة"]
    assert rows[2] == ["سلطان إبراهيم", "15", "29", "17"]
    assert [cell.group.column for cell in cells if cell.group][:4] == [0, 1, 2, 3]


@pytest.mark.parametrize("name", ["table.chromium.pdf", "table.libreoffice.pdf"])
def test_numbered_lines_are_a_list(name):
    items = [block for block in article_of(name).blocks if block.kind is BlockKind.LIST_ITEM]
    assert [item.text.split()[0] for item in items] == ["تُسجَّل", "يُعلن", "تُحفظ"]
    assert all(item.group and item.group.ordered for item in items)


def test_running_heads_and_page_numbers_are_left_over():
    (imported,) = read((PAPERS / "one-column.chromium.pdf").read_bytes(), Hints())
    assert imported.leftovers == ("دفاتر رأس الصخر – العدد السابع", "1")
    assert "العدد السابع" not in imported.article.text


def test_words_broken_at_line_ends_are_whole_again():
    text = article_of("english.chromium.pdf").text
    assert "with baskets of food" in text
    assert "horns together." in text


def test_each_block_has_the_direction_of_its_letters():
    assert article_of("english.chromium.pdf").direction is Direction.LTR
    assert {block.direction for block in article_of("one-column.chromium.pdf").blocks} == {Direction.RTL}


def test_pages_without_text_are_told_to_be_scans():
    document = pdfium.PdfDocument.new()
    document.new_page(300, 400)
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert key_of(out.getvalue()) == "import.pdf_scan"


def test_locked_and_damaged_files_are_told():
    assert key_of((PAPERS / "locked.pdf").read_bytes()) == "import.encrypted"
    assert key_of(b"%PDF-1.7\n") == "import.pdf_damaged"
    assert key_of((PAPERS / "table.chromium.pdf").read_bytes()[:600]) == "import.pdf_damaged"


def test_what_other_libraries_samples_hold_is_read(shared):
    refused = []
    for path in (shared / "data" / "pdf").glob("*.pdf"):
        try:
            (imported,) = read(path.read_bytes(), Hints(file=path.name))
        except ReaderError as error:
            refused.append(error.key)
        else:
            assert imported.article.blocks
    assert refused == ["import.pdf_garbled"]  # one is in Nastaliq by a font whose codes are no Unicode


def test_a_page_that_cannot_be_opened_is_left_over_and_the_others_are_read():
    words = b"BT /F1 12 Tf 72 700 Td (The lighthouse at the harbour gate was lit again this evening.) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, start=1))
    (one,) = read(b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF", Hints(file="a.pdf"))
    assert one.article.text == "The lighthouse at the harbour gate was lit again this evening."
    assert [line.partition(":")[0] for line in one.leftovers] == ["2"]
