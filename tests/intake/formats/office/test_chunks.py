"""Word files that hold a page whole, as programs make them out of pages."""

import io
import zipfile

import pytest
from docx import Document

from reader.errors import ReaderError
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.reading import read
from reader.intake.recognising import Format

SAID = "عادت المنارة القائمة عند مدخل الميناء إلى العمل مساء السبت، بعد انقطاع دام اثني عشر عامًا."
PAGE = (
    f"<html><head><meta charset='utf-8'><title>المنارة</title></head><body><h1>المنارة</h1><p>{SAID}</p></body></html>"
)
ARCHIVE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
    f'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--b--\r\n'
)


def made(chunk: str, name: str, *paragraphs: str) -> tuple[Imported, ...]:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    plain, packed = io.BytesIO(), io.BytesIO()
    document.save(plain)
    relation = (
        '<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        f'Target="/word/{name}"/></Relationships>'
    )
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(packed, "w") as after:
        for path in before.namelist():
            content = before.read(path).decode("latin-1")
            if path == "word/_rels/document.xml.rels":
                content = content.replace("</Relationships>", relation)
            if path == "[Content_Types].xml":
                kinds = (
                    '<Default Extension="html" ContentType="text/html"/><Default Extension="mht" ContentType="a/b"/>'
                )
                content = content.replace("</Types>", f"{kinds}</Types>")
            after.writestr(path, content.encode("latin-1"))
        after.writestr(f"word/{name}", chunk)
    return read(Format.DOCX, packed.getvalue(), Hints(file="a.docx"))


@pytest.mark.parametrize(("chunk", "name"), [(PAGE, "page.html"), (ARCHIVE, "afchunk.mht")])
def test_a_page_that_is_all_of_a_word_file_is_its_article(chunk, name):
    (one,) = made(chunk, name)
    assert [block.text for block in one.article.blocks] == ["المنارة", SAID]


def test_what_stands_beside_a_page_in_a_word_file_is_left_over():
    (one,) = made(PAGE, "page.html", "أعدّه المكتب")
    assert [block.text for block in one.article.blocks] == ["المنارة", SAID]
    assert one.leftovers == ("أعدّه المكتب",)


def test_a_word_file_without_words_anywhere_is_empty():
    with pytest.raises(ReaderError, match=r"import\.empty"):
        made(" ", "page.html")
