"""Pages that were saved with their pictures: archives, folders beside them, pictures inside them."""

import base64
import plistlib
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from reader.articles.article import Article, BlockKind
from reader.errors import ReaderError
from reader.intake.formats.html import mhtml, page, webarchive
from reader.intake.hints import Hints, Part
from reader.intake.importing import Importer
from tests.intake.drawn import png

SENTENCE = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم، وفرح أهل الحيّ جميعًا بعودة الضوء بعد غيابه الطويل عنهم."
PICTURE, OTHER = png(640, 400), png(320, 200)
ADDRESS = "https://example.org/news/lighthouse.html"


def markup(source: str, *, after: str = "") -> str:
    figure = f"<figure><img src='{source}' alt='منارة بيضاء'><figcaption>عند الغروب</figcaption></figure>"
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>المنارة</title></head><body><article>"
        f"<h1>المنارة</h1><p>{SENTENCE}</p>{figure}<p>{SENTENCE}</p>{after}</article></body></html>"
    )


def archive(boundary: str = "----b", source: str = "images/a.png", encoding: str = "utf-8") -> bytes:
    content = base64.encodebytes(markup(source).encode(encoding)).decode()
    picture = base64.encodebytes(PICTURE).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS + "\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"\r\n\r\n\r\n'
        f"------b\r\nContent-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{content}\r\n"
        "------b\r\nContent-Type: image/png\r\nContent-ID: <picture@a>\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://example.org/news/images/a.png\r\n\r\n{picture}\r\n------b--\r\n"
    ).encode()


def pictured(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.extra.get("alt", block.text)) for block in article.blocks if block.group]


PICTURED = [("image", "منارة بيضاء"), ("caption", "عند الغروب")]


@pytest.mark.parametrize("source", ["images/a.png", "https://example.org/news/images/a.png", "cid:picture@a"])
def test_an_mhtml_archive_gives_its_page_and_the_pictures_that_the_page_shows(source):
    (one,) = mhtml.read(archive(source=source), Hints())
    assert one.article.address == ADDRESS
    assert pictured(one.article) == PICTURED
    assert one.images == (PICTURE,)


def test_an_mhtml_archive_says_how_its_page_is_encoded():
    (one,) = mhtml.read(archive(encoding="windows-1256"), Hints())
    assert one.article.blocks[1].text == SENTENCE


def test_an_mhtml_archive_whose_boundary_is_lost_still_gives_its_page():
    damaged = archive(boundary="another").split(b"\r\n------b\r\nContent-Type: image")[0].replace(b"------b\r\n", b"")
    (one,) = mhtml.read(damaged, Hints())
    assert [block.text for block in one.article.blocks if block.kind.value == "paragraph"][-1] == SENTENCE


@pytest.mark.parametrize("data", [b"", b"From: a\r\nMIME-Version: 1.0\r\n\r\nx"])
def test_an_mhtml_archive_without_a_page_says_so(data):
    with pytest.raises(ReaderError, match=r"import\.unreadable"):
        mhtml.read(data, Hints(file="a.mhtml"))


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_web_archive_gives_its_page_and_its_pictures(form):
    made = {
        "WebMainResource": {
            "WebResourceData": markup("images/a.png").encode("utf-16"),
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-16",
            "WebResourceURL": ADDRESS,
        },
        "WebSubresources": [
            {
                "WebResourceData": PICTURE,
                "WebResourceMIMEType": "image/png",
                "WebResourceURL": "https://example.org/news/images/a.png",
            },
            {
                "WebResourceData": b"a {}",
                "WebResourceMIMEType": "text/css",
                "WebResourceURL": "https://example.org/a.css",
            },
        ],
    }
    (one,) = webarchive.read(plistlib.dumps(made, fmt=form), Hints())
    assert (one.article.address, pictured(one.article), one.images) == (ADDRESS, PICTURED, (PICTURE,))


@pytest.mark.parametrize(
    "data", [b"", b"bplist00", b"bplist00\xff" * 9, plistlib.dumps([1]), plistlib.dumps({"WebMainResource": "x"})]
)
def test_a_web_archive_without_a_page_says_so(data):
    with pytest.raises(ReaderError, match=r"import\.unreadable"):
        webarchive.read(data, Hints(file="a.webarchive"))


def test_pictures_inside_the_page_are_taken_and_so_is_where_it_was_saved_from():
    inside = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
    saved = (
        f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Mon Oct 21 2024\n-->"
    )
    (one,) = page.read(markup(inside).replace("<!DOCTYPE html><html>", saved).encode(), Hints())
    assert (pictured(one.article), one.images, one.article.address) == (PICTURED, (PICTURE,), ADDRESS)


@pytest.mark.parametrize(
    "source",
    [
        *("https://example.org/a.png", "//example.org/a.png", "file:///etc/passwd", "../../secret.png", "javascript:x"),
        *("a_files/none.png", "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=", "data:image/png;base64,AAAA", "http://["),
    ],
)
def test_what_was_not_saved_with_the_page_is_not_there(source):
    (one,) = page.read(markup(source).encode(), Hints(parts=(Part("a_files/a.png", PICTURE),)))
    assert one.images == ()
    assert [block.kind.value for block in one.article.blocks if block.group] == ["caption"]


def test_the_best_of_what_a_picture_offers_is_taken():
    source = "placeholder.gif' data-src='a.png' srcset='a.png 320w, b%20%D9%85.png 640w"
    (one,) = page.read(markup(source).encode(), Hints(parts=(Part("b م.png", PICTURE), Part("c.png", OTHER))))
    assert one.images == (PICTURE,)


def test_pictures_of_what_is_beside_the_article_are_not_kept():
    after = "<div class='related'><a href='/x'><img src='b.png'></a></div>"
    parts = (Part("a.png", PICTURE), Part("b.png", OTHER))
    (one,) = page.read(markup("a.png", after=after).encode(), Hints(parts=parts))
    assert one.images == (PICTURE,)


def test_a_picture_inside_a_paragraph_comes_after_it():
    words = f"<p>{SENTENCE} <img src='a.png'> وهكذا كان.</p><p>{SENTENCE}</p>"
    (one,) = page.read(f"<article>{words}</article>".encode(), Hints(parts=(Part("a.png", PICTURE),)))
    assert [block.kind.value for block in one.article.blocks] == ["paragraph", "image", "paragraph"]
    assert one.article.blocks[0].text == f"{SENTENCE} وهكذا كان."


def test_a_page_brings_the_pictures_of_the_folder_beside_it(tmp_path: Path):
    folder = tmp_path / "المنارة_files"
    folder.mkdir()
    (folder / "صورة.png").write_bytes(PICTURE)
    (folder / "script.js").write_text("alert(1)")
    (folder / "link.png").symlink_to("/etc/passwd")
    saved = tmp_path / "المنارة.html"
    saved.write_text(markup("المنارة_files/%D8%B5%D9%88%D8%B1%D8%A9.png"), encoding="utf-8")
    with Importer() as importer:
        (outcome,) = importer.read_paths([tmp_path])
    assert outcome.path == saved
    assert outcome.imported[0].images == (PICTURE,)
    assert outcome.imported[0].original == saved.read_bytes()
    assert pictured(outcome.imported[0].article) == PICTURED


def test_a_page_that_is_read_again_finds_the_pictures_of_its_folder_where_they_are_kept(tmp_path: Path):
    folder = tmp_path / "page_files"
    folder.mkdir()
    (folder / "a.png").write_bytes(PICTURE)
    saved = tmp_path / "page.html"
    saved.write_text(markup("page_files/a.png"), encoding="utf-8")
    kept = tmp_path / sha256(PICTURE).hexdigest()
    with Importer() as importer:
        first = importer.read_path(saved).imported[0].article
        folder.rename(kept.with_suffix(".gone"))
        kept.write_bytes(PICTURE)
        older = replace(first, blocks=tuple(block for block in first.blocks if block.kind is not BlockKind.CAPTION))
        again = importer.read_again(saved, older, lambda name: kept if name == kept.name else None)
        lost = importer.read_again(saved, older, lambda _: None)
    assert again.article == first
    assert again.images == (PICTURE,)
    assert [block.image for block in lost.article.blocks if block.image] == [kept.name]


def test_archives_are_read_from_files(tmp_path: Path):
    (tmp_path / "a.mht").write_bytes(archive())
    (tmp_path / "b.eml").write_bytes(b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx")
    with Importer() as importer:
        outcomes = list(importer.read_paths([tmp_path]))
    assert [outcome.error.key if outcome.error else "" for outcome in outcomes] == ["", "import.unsupported"]
    assert outcomes[0].imported[0].images == (PICTURE,)


def test_real_archives_are_read_as_far_as_they_go(shared):
    whole = (shared / "data" / "mhtml" / "tests__templates__iframes.mhtml").read_bytes()
    (one,) = mhtml.read(whole, Hints())
    assert one.article.address.startswith("https://")
    assert len(one.article.blocks) > 20
