import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest

from reader.articles.article import Origin
from reader.collections.state import ArticleState
from reader.errors import ReaderError
from reader.exporting import package
from reader.exporting.exported import Content, Exported
from reader.intake.formats.exports.package import read
from reader.intake.hints import Hints
from reader.intake.recognising import Format, format_of
from tests.exporting.conftest import ARTICLE, HIGHLIGHTS, ID, IMAGE

PICTURE = b"\x89PNG\r\n\x1a\npicture"
DIGEST = sha256(PICTURE).hexdigest()


@pytest.fixture
def whole(tmp_path) -> Exported:
    """An article whose picture and original have their true names."""
    original = tmp_path / "original"
    original.write_bytes("الأصل".encode())
    picture = tmp_path / DIGEST
    picture.write_bytes(PICTURE)
    blocks = tuple(replace(block, image=DIGEST if block.image == IMAGE else "") for block in ARTICLE.blocks)
    origin = Origin(sha256("الأصل".encode()).hexdigest(), "مقال.html", "text/html")
    return Exported(
        id=ID,
        article=replace(ARTICLE, blocks=blocks, origin=origin),
        state=ArticleState(starred=True, tags=("مدن",), added="2026-01-01T00:00:00.000Z", source="اسم آخر"),
        highlights=HIGHLIGHTS,
        images={DIGEST: picture},
        original=original,
    )


def repacked(data, **changed):
    """Return a package with other files in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()} | changed
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def test_an_article_comes_back_whole(whole):
    data = package.make([whole], Content.BOTH)
    assert format_of(data, "x.bin") is Format.PACKAGE
    (imported,) = read(data, Hints(file="مقال.hamish"))

    assert imported.article == whole.article
    assert imported.original == "الأصل".encode()
    assert imported.images == (PICTURE,)
    assert imported.state == whole.state
    assert [each.note for each in imported.highlights] == [each.note for each in whole.passages()]


def test_the_files_type_stands_first_and_the_same_article_makes_the_same_bytes(whole):
    data = package.make([whole], Content.BOTH)

    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(package.MEDIA_TYPE)] == package.MEDIA_TYPE.encode()
    assert package.make([whole], Content.BOTH) == data


def test_without_highlights_only_the_article_is_packed(whole):
    (imported,) = read(package.make([whole], Content.ARTICLE), Hints())
    assert imported.highlights == ()


def test_a_package_does_not_say_what_its_pictures_are_called(whole):
    data = repacked(package.make([whole], Content.BOTH), **{f"images/{DIGEST}": b"another"})
    (imported,) = read(data, Hints())

    assert not any(block.image for block in imported.article.blocks)


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"article.json": b"[]"}, "import.package_damaged"),
        ({"article.json": b'{"title": 1}'}, "import.package_damaged"),
        ({"hamish.json": b"{}"}, "import.package_damaged"),
        ({"hamish.json": json.dumps({"format": 9}).encode()}, "import.package_newer"),
        ({"highlights.jsonld": b"\xff"}, "import.package_damaged"),
    ],
)
def test_what_is_damaged_or_newer_is_told(whole, changed, key):
    with pytest.raises(ReaderError) as told:
        read(repacked(package.make([whole], Content.BOTH), **changed), Hints(file="مقال.hamish"))
    assert told.value.key == key
