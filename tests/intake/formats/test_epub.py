import io
import zipfile
from collections.abc import Mapping

import pytest

from reader.articles.article import Article, BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.formats.html.epub import read
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.text.direction import Direction
from tests.intake.drawn import png

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>دفاتر المنارة</dc:title>
<dc:creator>ليلى قنديل</dc:creator><dc:publisher>دار المرفأ</dc:publisher><dc:language>ar</dc:language>
<dc:date>2024-10-21</dc:date></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="c3" href="text/three.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine page-progression-direction="rtl"><itemref idref="nav"/><itemref idref="c2"/><itemref idref="c1"/>
<itemref idref="c3"/><itemref idref="lost"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc">
<ol><li><a href="text/two.xhtml">الفصل الأول</a></li><li><a href="text/one.xhtml#top">الفصل الثاني</a></li>
<li><a href="text/three.xhtml">الفصل الأخير</a></li></ol></nav></body></html>"""
ONE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="top"/><h1>الفصل الثاني</h1>
<p>وصل الحارس&nbsp;قبل <em>الغروب</em> ومعه دفتر.</p></body></html>"""
TWO = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<p>كان الضوء بعيدًا<a epub:type="noteref" href="#n1">١</a> ولم يره أحد.</p>
<figure><img src="../images/lamp.png" alt="مصباح"/><figcaption>المصباح القديم</figcaption></figure>
<aside epub:type="footnote" id="n1"><p>من دفتر الحارس.</p></aside></body></html>"""
THREE = """<html><body><p>خاتمة لم تُغلق<b>عناصرها</p></body>"""
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/text/one.xhtml": ONE,
    "OEBPS/text/two.xhtml": TWO,
    "OEBPS/text/three.xhtml": THREE,
}


def book(files: Mapping[str, str | bytes] = FILES, **more: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
        archive.writestr("OEBPS/images/lamp.png", png(120, 90))
        for path, content in more.items():
            archive.writestr(path.replace("__", "/"), content)
    return out.getvalue()


def whole(data: bytes) -> Imported:
    (imported,) = read(data, Hints(file="book.epub"))
    return imported


def shape(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article.blocks]


def key_of(data: bytes) -> str:
    with pytest.raises(ReaderError) as raised:
        read(data, Hints(file="book.epub"))
    return raised.value.key


def test_a_book_is_one_article_in_the_order_of_its_spine():
    assert shape(whole(book()).article) == [
        ("headline", "دفاتر المنارة"),
        ("heading", "الفصل الأول"),
        ("paragraph", "كان الضوء بعيدًا١ ولم يره أحد."),
        ("image", ""),
        ("caption", "المصباح القديم"),
        ("footnote", "من دفتر الحارس."),
        ("heading", "الفصل الثاني"),
        ("paragraph", "وصل الحارس قبل الغروب ومعه دفتر."),
        ("heading", "الفصل الأخير"),
        ("paragraph", "خاتمة لم تُغلقعناصرها"),
    ]


def marks_of(article: Article) -> list[tuple[str, str]]:
    ids = {block.id: block.text for block in article.blocks}
    return [
        (inline.span.of(block.text), ids[inline.target])
        for block in article.blocks
        for inline in block.inlines
        if inline.kind is InlineKind.FOOTNOTE
    ]


def test_marks_of_notes_point_to_their_notes_in_the_same_file_or_another():
    there = TWO.replace('href="#n1"', 'href="three.xhtml#n1"').replace("<aside", "<p>").replace("</aside>", "</p>")
    notes = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><section '
        'epub:type="endnotes"><p id="n1" role="doc-endnote">من دفتر آخر.</p></section></body></html>'
    )
    assert marks_of(whole(book()).article) == [("١", "من دفتر الحارس.")]
    files = {**FILES, "OEBPS/text/two.xhtml": there, "OEBPS/text/three.xhtml": notes}
    assert marks_of(whole(book(files)).article) == [("١", "من دفتر آخر.")]
    untyped = {**files, "OEBPS/text/three.xhtml": notes.replace(' role="doc-endnote"', "")}
    assert marks_of(whole(book(untyped)).article) == [("١", "من دفتر آخر.")]
    chapters = read(book(files), Hints(chapters=True))
    assert [marks_of(one.article) for one in chapters] == [[], [], []]
    assert not any("note" in block.extra for one in chapters for block in one.article.blocks)


def test_what_the_package_says_of_the_book_is_taken():
    article = whole(book()).article
    assert (article.title, article.authors, article.source) == ("دفاتر المنارة", ("ليلى قنديل",), "دار المرفأ")
    assert article.published is not None
    assert (article.published.iso, article.language, article.direction) == ("2024-10-21", "ar", Direction.RTL)


def test_pictures_come_along():
    imported = whole(book())
    (picture,) = (block for block in imported.article.blocks if block.kind is BlockKind.IMAGE)
    assert imported.images == (png(120, 90),)
    assert (picture.extra["alt"], picture.extra["width"]) == ("مصباح", 120)


def test_each_chapter_is_an_article_by_choice():
    chapters = read(book(), Hints(file="book.epub", chapters=True))
    assert [one.article.title for one in chapters] == ["الفصل الأول", "الفصل الثاني", "الفصل الأخير"]
    assert {one.article.source for one in chapters} == {"دفاتر المنارة"}
    assert [one.article.origin.locator for one in chapters if one.article.origin] == [
        "OEBPS/text/two.xhtml",
        "OEBPS/text/one.xhtml",
        "OEBPS/text/three.xhtml",
    ]
    assert [len(one.images) for one in chapters] == [1, 0, 0]


def test_a_protected_book_is_told_and_one_with_disguised_fonts_is_read():
    protection = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData
    xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>"""
    locked = protection.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert key_of(book(**{"META-INF__encryption.xml": locked})) == "import.encrypted"
    fonts = protection.format("http://www.idpf.org/2008/embedding")
    assert whole(book(**{"META-INF__encryption.xml": fonts})).article.blocks


def test_a_book_without_its_package_and_one_without_text_are_told():
    assert key_of(book({"mimetype": "application/epub+zip"})) == "import.book_damaged"
    empty = {path: ("<html/>" if path.startswith("OEBPS/text") else content) for path, content in FILES.items()}
    assert key_of(book(empty)) == "import.empty"


def with_package(package: str, *replaced: tuple[str, str]) -> Imported:
    for old, new in replaced:
        assert old in package
        package = package.replace(old, new)
    return whole(book({**FILES, "OEBPS/book.opf": package}))


def test_a_book_of_the_second_edition_says_who_wrote_it_and_when_it_was_published():
    creators = '<dc:creator opf:role="trl">مترجمة</dc:creator><dc:creator opf:role="aut">ليلى قنديل</dc:creator>'
    dates = '<dc:date opf:event="modification">2024-10-21</dc:date><dc:date opf:event="publication">2019-03</dc:date>'
    article = with_package(
        PACKAGE,
        ('version="3.0"', 'version="2.0" xmlns:opf="http://www.idpf.org/2007/opf"'),
        ("<dc:creator>ليلى قنديل</dc:creator>", creators),
        ("<dc:date>2024-10-21</dc:date>", dates),
        ("application/xhtml+xml", "text/html"),
    ).article
    assert article.authors == ("ليلى قنديل",)
    assert article.published
    assert article.published.iso == "2019-03"
    assert len(article.blocks) == len(whole(book()).article.blocks)


def test_a_role_that_another_element_states_counts_too():
    creators = '<dc:creator id="a">محرّر</dc:creator><meta refines="#a" property="role">edt</meta>'
    article = with_package(PACKAGE, ("<dc:creator>", f"{creators}<dc:creator>")).article
    assert article.authors == ("ليلى قنديل",)
    only = with_package(PACKAGE, ("<dc:creator>ليلى قنديل</dc:creator>", creators)).article
    assert only.authors == ("محرّر",)


def test_without_an_order_of_reading_the_list_of_files_is_one():
    odd = with_package(PACKAGE, ("itemref", "other"), ('media-type="application/xhtml+xml"/>', "/>"))
    texts = [block.text for block in odd.article.blocks if block.kind is BlockKind.PARAGRAPH]
    assert [text.split()[0] for text in texts] == ["وصل", "كان", "خاتمة"]


def test_files_outside_the_order_of_reading_are_left_over_and_those_beside_it_are_read():
    one = with_package(PACKAGE, ('<itemref idref="c3"/>', ""), ('idref="c1"', 'idref="c1" linear="no"'))
    assert one.leftovers == ("OEBPS/text/three.xhtml",)
    assert "وصل الحارس قبل الغروب ومعه دفتر." in one.article.text


def test_a_package_that_its_container_does_not_name_is_found():
    assert whole(book({path: text for path, text in FILES.items() if "container" not in path})).article.title


def test_samples_of_the_standard_are_read(shared):
    for path in (shared / "data" / "epub").glob("*.epub"):
        (imported,) = read(path.read_bytes(), Hints(file=path.name))
        assert imported.article.title


def test_files_are_found_however_their_names_are_written_and_lost_ones_are_told():
    files = dict(FILES)
    files["OEBPS/text/\u0627\u0654\u0648\u0644 1.xhtml"] = files.pop("OEBPS/text/one.xhtml")  # decomposed, as on a Mac
    files["OEBPS/Text/Two.xhtml"] = files.pop("OEBPS/text/two.xhtml")
    del files["OEBPS/text/three.xhtml"]
    files["OEBPS/book.opf"] = PACKAGE.replace("text/one.xhtml", "text/%D8%A3%D9%88%D9%84%201.xhtml")
    read_book = whole(book(files))
    assert "وصل الحارس قبل الغروب ومعه دفتر." in read_book.article.text
    assert "كان الضوء بعيدًا١ ولم يره أحد." in read_book.article.text
    assert read_book.leftovers == ("OEBPS/text/three.xhtml",)
