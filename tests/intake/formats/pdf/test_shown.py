"""Pictures on the pages of a PDF file, and what of a page's text is cut off."""

import zlib
from collections.abc import Sequence

from reader.articles.article import BlockKind
from reader.intake.formats.pdf.document import read
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.pictures import size_of

SIDE = (64, 48)  # pixels
ABOVE = "The lighthouse at the harbour gate was lit again this evening."
BELOW = "People came down to the quay with children on their shoulders."


def text(words: str, y: int, size: int = 12) -> str:
    return f"BT /F1 {size} Tf 72 {y} Td ({words}) Tj ET"


def shown(x: int, y: int, width: int, height: int, name: str = "I1") -> str:
    return f"q {width} 0 0 {height} {x} {y} cm /{name} Do Q"


def imported(pages: Sequence[Sequence[str]], *, grey: int = 120) -> Imported:
    """Return what is read from a file of pages with these contents; I1 and I2 are pictures of one shade."""
    pictures = [zlib.compress(bytes([shade]) * (SIDE[0] * SIDE[1] * 3)) for shade in (grey, grey + 50)]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for data in pictures:
        about = f"<</Type/XObject/Subtype/Image/Width {SIDE[0]}/Height {SIDE[1]}/BitsPerComponent 8"
        objects.append(f"{about}/ColorSpace/DeviceRGB/Filter/FlateDecode/Length {len(data)}>>stream\n".encode() + data)
        objects[-1] += b"\nendstream"
    kids = []
    for page in pages:
        content = "\n".join(page).encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        resources = f"<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R/I2 5 0 R>>>>/Contents {len(objects)} 0 R>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources{resources}".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, start=1))
    trailer = f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode()
    (one,) = read(b"%PDF-1.4\n" + body + trailer, Hints(file="a.pdf"))
    return one


def kinds(one: Imported) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in one.article.blocks]


def test_a_picture_stands_between_the_paragraphs_where_the_page_shows_it_with_its_caption():
    page = (
        text(ABOVE, 700),
        shown(72, 500, 240, 180),
        text("The old tower (Sam Dyer/Agency)", 488, 9),
        text(BELOW, 440),
    )
    one = imported([page])
    assert kinds(one) == [
        *(("paragraph", ABOVE), ("image", ""), ("caption", "The old tower"), ("credit", "Sam Dyer/Agency")),
        ("paragraph", BELOW),
    ]
    picture, said = one.article.blocks[1:3]
    assert picture.group == said.group
    assert [size_of(data) for data in one.images] == [SIDE]


def test_a_picture_above_all_text_comes_first():
    assert kinds(imported([(shown(72, 600, 240, 180), text(ABOVE, 500), text(BELOW, 440))]))[0] == ("image", "")


def test_what_is_small_covers_the_page_or_stands_on_every_page_is_none_of_the_articles():
    ground, sign, head = shown(0, 0, 612, 792), shown(72, 730, 20, 20), shown(400, 720, 60, 60, "I2")
    lines = [text(f"{number} {ABOVE}", 600 - 60 * number) for number in range(6)]
    one = imported([(ground, sign, head, *lines), (head, text(BELOW, 600)), (head, text(ABOVE, 600))])
    assert not any(block.kind is BlockKind.IMAGE for block in one.article.blocks)
    assert one.images == ()


def test_what_is_written_on_a_picture_is_text_and_the_picture_its_ground():
    lines = [text(f"{number} {ABOVE}", 600 - 14 * number) for number in range(6)]
    one = imported([(shown(60, 400, 480, 240), *lines, text(BELOW, 300))])
    assert not any(block.kind is BlockKind.IMAGE for block in one.article.blocks)


def test_what_is_cut_off_at_the_foot_of_a_page_is_read_on_the_next_one_only():
    window = "q 60 50 500 700 re W n"
    pages = [(window, text(ABOVE, 60), text(BELOW, 44), "Q"), (window, text(BELOW, 700), "Q")]
    assert imported(pages).article.text.count(BELOW) == 1
