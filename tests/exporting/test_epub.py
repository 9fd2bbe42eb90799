"""E-books, checked by the rules of EPUB 3.3 that reading systems stumble over."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from reader.annotations.highlight import PlacedHighlight, Status
from reader.exporting import epub
from reader.exporting.exported import Content
from reader.intake.formats.html import epub as reading
from reader.intake.hints import Hints

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def book(exported):
    return zipfile.ZipFile(io.BytesIO(epub.make([exported], Content.BOTH)))


def test_the_type_stands_first_unpacked_and_without_extra_fields(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.read("mimetype") == b"application/epub+zip"


def test_the_manifest_names_every_file_once_and_the_pages_turn_leftwards(book):
    package = ET.fromstring(book.read("EPUB/package.opf"))
    named = [item.get("href") for item in package.iter(f"{OPF}item")]

    there = {name.removeprefix("EPUB/") for name in book.namelist() if name.startswith("EPUB/")} - {"package.opf"}
    assert sorted(named) == sorted(there)
    (spine,) = package.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    (modified,) = [each.text for each in package.iter(f"{OPF}meta") if each.get("property") == "dcterms:modified"]
    assert modified == "2026-01-01T00:00:00Z"


def test_pages_are_well_formed_and_every_reference_leads_somewhere(book):
    pages = {name: ET.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}
    ids = {each.get("id") for each in pages["EPUB/article.xhtml"].iter() if each.get("id")}

    assert all((page.get("dir"), page.get("lang")) == ("rtl", "ar") for page in pages.values())
    links = [each.get("href") for each in pages["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    assert links
    assert {link.partition("#")[2] for link in links} <= ids
    pictures = [each.get("src") for each in pages["EPUB/article.xhtml"].iter(f"{XHTML}img")]
    assert pictures == ["images/1.png"]


def test_the_contents_list_headings_and_highlights(book):
    contents = ET.fromstring(book.read("EPUB/nav.xhtml"))
    listed = {"".join(link.itertext()): link.get("href", "").partition("#")[2] for link in contents.iter(f"{XHTML}a")}

    assert "كيف بدأ المشروع؟" in listed
    assert listed["everyone came"].startswith("note-")
    assert listed["برنامج مفتوح، وأضافت: *لا* نجوم هنا. حجر"].startswith("note-")
    ids = [each.get("id") for each in ET.fromstring(book.read("EPUB/article.xhtml")).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert set(listed.values()) <= set(ids)


def test_a_long_word_in_the_contents_keeps_its_beginning(exported):
    mark = replace(exported.highlights[0].highlight, quote="سل" * 100)
    orphan = replace(exported, highlights=(PlacedHighlight(mark, None, Status.ORPHAN),))
    contents = zipfile.ZipFile(io.BytesIO(epub.make([orphan], Content.BOTH))).read("EPUB/nav.xhtml").decode()

    assert f"<bdi>{'سل' * 40}…</bdi>" in contents


def test_our_own_reader_reads_it(exported):
    (imported,) = reading.read(epub.make([exported], Content.ARTICLE), Hints(file="a.epub"))

    assert "كيف بدأ المشروع؟" in imported.article.text
    assert "It opened in May, and everyone came." in imported.article.text
