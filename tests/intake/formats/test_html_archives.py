"""Pages that were saved with their pictures: archives, folders beside them, pictures inside them."""

import base64
import plistlib
import quopri
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


def part(
    content: str | bytes, location: str, *, encoding: str = "base64", charset: str = "utf-8", more: str = ""
) -> bytes:
    """Return a part of an archive: a page as text, or a picture as bytes."""
    raw = content.encode(charset) if isinstance(content, str) else content
    kind = f"text/html; charset={charset}" if isinstance(content, str) else "image/png"
    encoded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(raw)
    return (
        (
            f"------b\r\nContent-Type: {kind}\r\n{more}Content-Transfer-Encoding: {encoding}\r\n"
            f"Content-Location: {location}\r\n\r\n"
        ).encode()
        + encoded
        + b"\r\n"
    )


def gathered(*parts: bytes, boundary: str = "----b", start: str = "") -> bytes:
    """Return an archive as Chrome and Edge write it, of parts."""
    return (
        (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS + "\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/related; type="text/html"; {start}boundary="{boundary}"\r\n\r\n\r\n'
        ).encode()
        + b"".join(parts)
        + b"------b--\r\n"
    )


def archive(boundary: str = "----b", source: str = "images/a.png", charset: str = "utf-8") -> bytes:
    picture = part(PICTURE, "https://example.org/news/images/a.png", more="Content-ID: <picture@a>\r\n")
    return gathered(part(markup(source), ADDRESS, charset=charset), picture, boundary=boundary)


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
    (one,) = mhtml.read(archive(charset="windows-1256"), Hints())
    assert one.article.blocks[1].text == SENTENCE


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "binary", "8bit"])
@pytest.mark.parametrize(
    "location",
    ["https://example.org/news/images/a.png", "images/a.png", "https://example.org/news/\r\n images/a.png"],
)
def test_parts_are_found_however_they_are_encoded_and_whatever_their_address_is_relative_to(encoding, location):
    page_ = markup("https://example.org/news/images/a.png")
    saved = gathered(part(page_, ADDRESS, encoding=encoding, charset="windows-1256"), part(PICTURE, location))
    (one,) = mhtml.read(saved, Hints())
    assert one.article.blocks[1].text == SENTENCE
    assert (pictured(one.article), one.images) == (PICTURED, (PICTURE,))


ADVERTISEMENT = part(
    "<html><body><p>إعلان قصير</p></body></html>", "https://example.com/ad", more="Content-ID: <ad>\r\n"
)


@pytest.mark.parametrize("start", ["", 'start="<main>"; '])
def test_an_archive_is_of_the_page_that_it_names_and_not_of_what_comes_first(start):
    location = "https://example.org/other.html" if start else ADDRESS
    main = part(markup("a.png"), location, more="Content-ID: <main>\r\n")
    (one,) = mhtml.read(gathered(ADVERTISEMENT, main, start=start), Hints())
    assert one.article.blocks[1].text == SENTENCE


@pytest.mark.parametrize(
    ("outer", "left"),
    [
        ("<html><body><iframe src='cid:frame-1@mhtml.blink'></iframe></body></html>", ()),
        (
            "<html><frameset><frame src=text.html><noframes>لا إطارات هنا</noframes></frameset></html>",
            ("لا إطارات هنا",),
        ),
    ],
)
def test_an_article_inside_a_frame_is_found(outer, left):
    frame = part(markup("https://example.org/a.png"), "cid:frame-1@mhtml.blink", encoding="quoted-printable")
    picture = part(PICTURE, "https://example.org/a.png")
    (one,) = mhtml.read(gathered(part(outer, ADDRESS), ADVERTISEMENT, frame, picture), Hints())
    assert (one.article.title, one.article.address, one.leftovers) == ("المنارة", ADDRESS, left)
    assert one.images == (PICTURE,)


def test_a_frame_beside_an_article_is_no_part_of_it():
    embedded = part(f"<html><body><p>{SENTENCE * 9}</p></body></html>", "cid:frame-2@mhtml.blink")
    page_ = markup("a.png", after="<iframe src='cid:frame-2@mhtml.blink'></iframe>")
    (one,) = mhtml.read(gathered(part(page_, ADDRESS), embedded), Hints())
    assert SENTENCE * 9 not in one.article.text
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


def test_an_article_inside_a_frame_of_a_web_archive_is_found_with_its_pictures():
    def saved(content: str, charset: str, **more: object) -> dict[str, object]:
        main = {
            "WebResourceData": content.encode(charset),
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": charset,
            "WebResourceURL": ADDRESS if more.get("WebSubframeArchives") else "https://example.org/text.html",
        }
        return {"WebMainResource": main, **more}

    picture = {
        "WebResourceData": PICTURE,
        "WebResourceMIMEType": "image/png",
        "WebResourceURL": "https://example.org/a.png",
    }
    frame = saved(markup("a.png"), "windows-1256", WebSubresources=[picture])
    whole = saved("<frameset><frame src=text.html></frameset>", "utf-8", WebSubframeArchives=[frame])
    (one,) = webarchive.read(plistlib.dumps(whole), Hints())
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


def single_file(article: str, head: str = "") -> bytes:
    """Return a page as SingleFile writes it: without end tags, all in one line."""
    return (
        f"<!DOCTYPE html> <html lang=ar dir=rtl><!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Tue "
        f"Mar 05 2024 10:00:00 GMT+0200\n--><meta charset=utf-8><title>المنارة</title>{head}<body>{article}"
    ).encode()


def test_a_picture_that_single_file_keeps_once_in_its_styles_is_taken():
    data = "data:image/png;base64," + base64.b64encode(PICTURE).decode()
    empty = "data:image/svg+xml,<svg xmlns=&quot;http://www.w3.org/2000/svg&quot; width=&quot;640&quot;></svg>"
    image = f'<img src="{empty}" alt="منارة بيضاء" style="background-image:var(--sf-img-1)!important">'
    figure = f"<figure>{image}<figcaption>عند الغروب</figcaption></figure>"
    article = f"<article><h1>المنارة</h1><p>{SENTENCE}{figure}<p>{SENTENCE}"
    (one,) = page.read(single_file(article, f'<style>:root{{--sf-img-1: url("{data}")}}</style>'), Hints())
    assert (one.article.address, pictured(one.article), one.images) == (ADDRESS, PICTURED, (PICTURE,))


def test_an_article_in_the_shadow_of_an_element_is_read_and_other_templates_are_not():
    article = f"<article><h1>المنارة</h1><p>{SENTENCE}<p>{SENTENCE}</article>"
    hidden = f"<template><p>{SENTENCE} مخفيّة</p></template>"
    page_ = single_file(f'<news-story><template shadowrootmode="open">{article}</template></news-story>{hidden}')
    (one,) = page.read(page_, Hints())
    assert [block.text for block in one.article.blocks] == ["المنارة", SENTENCE, SENTENCE]


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
