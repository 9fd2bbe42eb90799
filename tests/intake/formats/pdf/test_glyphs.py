import pytest

from reader.intake.formats.pdf.document import read
from reader.intake.hints import Hints

FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /CIDSystemInfo 8 0 R >>",
)


def page_of(shapes: str, characters: dict[str, str]) -> bytes:
    """Return a document of one page that shows shapes by their codes, from left to right, and says what some are."""
    maps = "".join(f"<{code}> <{text.encode('utf-16-be').hex()}>\n" for code, text in characters.items())
    map_ = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {len(characters)} beginbfchar\n{maps}"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        *FONT,
        stream(f"{map_}endbfchar endcmap"),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 7 0 R /Resources << /Font << /F 3 0 R >> >> >>",
        stream(f"BT /F 12 Tf 50 300 Td <{shapes}> Tj ET"),
        "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
    )
    written = "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, 1))
    return f"%PDF-1.7\n{written}trailer << /Root 1 0 R >>\n".encode("ascii")


def stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def text_of(data: bytes) -> str:
    (imported,) = read(data, Hints(file="a.pdf"))
    return imported.article.text


def test_a_word_whose_characters_stand_at_one_of_its_shapes_is_read_without_the_codes_of_the_others():
    characters = {"0391": "", "0392": "", "0393": "", "02f4": "", "0394": "نَجمة "}
    assert text_of(page_of("0391039203930394", characters)) == "نَجمة"
    assert text_of(page_of("03910392039302f40394", characters)) == "نَجمة"


def test_a_word_that_stands_at_the_first_letter_of_the_next_too_is_read_once():
    characters = {"0391": "", "0392": "", "0393": "", "0394": "نجمة ", "0048": "نجمة s", "0049": "t"}
    assert text_of(page_of("00480049" + "0391039203930394", characters)).split() == ["نجمة", "st"]


@pytest.mark.parametrize("characters", [{}, {"0041": "A"}])
def test_codes_without_characters_stay_where_no_shape_has_a_whole_word(characters):
    assert text_of(page_of("004100420043", characters)) == "ABC"
