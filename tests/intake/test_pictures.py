import struct
from hashlib import sha256

import pytest

from reader.intake import pictures
from reader.intake.drafts import Drafts
from reader.intake.pictures import Picture, Pictures, size_of
from tests.intake.drawn import png

JPEG = (
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xff\xdb\0\x04AB\xff\xc2\0\x11\x08\x01\x2c\x01\x90\x03"
)
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x90\x01\x2c\x41"
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + ((300 - 1) << 14 | (400 - 1)).to_bytes(4, "little")
EXTENDED = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x8f\x01\0\x2b\x01\0"
BMP = b"BM" + bytes(12) + b"\x28\0\0\0" + struct.pack("<ii", 400, -300)


@pytest.mark.parametrize(
    "data", [png(400, 300), b"GIF89a\x90\x01\x2c\x01", JPEG, LOSSY, LOSSLESS, EXTENDED, BMP], ids="pgjlsxb"
)
def test_a_pictures_size_is_told_by_its_own_bytes(data):
    assert size_of(data) == (400, 300)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg width='400' height='300'/>",
        JPEG[:20],
        b"\xff\xd8\xff" + b"\xff" * 30,
        b"\x89PNG",
        b"RIFF",
        b"%PDF-1",
    ],
)
def test_what_is_no_picture_is_not_taken(data):
    assert size_of(data) is None
    assert Pictures().add(data) is None


@pytest.mark.parametrize("size", [(1, 1), (32, 32), (600, 2), (40_000, 100), (20_000, 20_000), (0, 300)])
def test_ornaments_and_pictures_too_large_to_show_are_not_taken(size):
    assert Pictures().add(png(*size)) is None


def test_each_picture_is_taken_once_and_named_by_its_content():
    taken = Pictures()
    one, other = png(400, 300), png(200, 100)
    assert [taken.add(data) for data in (one, other, one)] == [
        Picture(sha256(one).hexdigest(), 400, 300),
        Picture(sha256(other).hexdigest(), 200, 100),
        Picture(sha256(one).hexdigest(), 400, 300),
    ]
    assert taken.images == (one, other)


def test_no_more_is_taken_than_an_article_may_have(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PICTURES", 2)
    taken = Pictures()
    assert [bool(taken.add(png(100 + number, 100))) for number in range(4)] == [True, True, False, False]


def test_a_picture_its_caption_and_its_credit_belong_together():
    drafts = Drafts()
    drafts.add_picture(Picture("ab12", 400, 300), alt="منارة", source="a.png", caption="عند الغروب", credit="وكالة")
    _, (image, caption, credit) = drafts.blocks()
    assert (image.kind, image.text, image.image) == ("image", "", "ab12")
    assert image.extra == {"alt": "منارة", "height": 300, "source": "a.png", "width": 400}
    assert image.group == caption.group == credit.group
