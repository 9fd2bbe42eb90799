import re

from lxml import html

from reader.exporting import web_page
from reader.exporting.exported import Content
from reader.text.direction import Direction


def test_every_block_says_its_direction_and_language(exported):
    page = html.document_fromstring(web_page.make([exported], Content.BOTH))

    assert (page.get("dir"), page.get("lang")) == ("rtl", "ar")
    blocks = page.xpath("//article//*[self::p or self::h1 or self::h3 or self::li or self::td or self::blockquote]")
    assert len(blocks) > 15
    assert all(block.get("dir") in ("rtl", "ltr") for block in blocks if block.text_content())
    (english,) = [block for block in blocks if "It opened" in block.text_content()]
    assert (english.get("dir"), english.get("lang")) == ("ltr", "")


def test_the_page_needs_nothing_beside_it(exported):
    made = web_page.make([exported], Content.BOTH)

    assert "data:image/png;base64," in made
    assert "Content-Security-Policy" in made
    assert set(re.findall(r'src="([a-z]+):', made)) == {"data"}
    assert "<script" not in made
    assert "الجسر &lt;القديم&gt; يعود &amp; يفتح" in made


def test_highlights_stand_in_the_text_and_behind_it(exported):
    page = html.document_fromstring(web_page.make([exported], Content.BOTH))

    marks = {mark.text_content(): mark.get("class") for mark in page.xpath("//mark")}
    assert marks["بعد 12 عامًا"] == "green"
    assert marks["حجر"] == "blue"
    (note,) = [each for each in page.xpath("//section") if "هل هذا صحيح" in each.text_content()]
    assert "صحيفة المثال، محرّر الشؤون المحلية، 1 مايو 2024، الفقرة 1" in note.text_content()


def test_nothing_that_runs_comes_through():
    page = web_page.page(
        "x", '<p onclick="a()">b</p><a href="javascript:c()">d</a><a href="data:x">e</a>', "ar", Direction.RTL
    )
    assert "onclick" not in page
    assert "javascript:" not in page
    assert 'href="data' not in page
