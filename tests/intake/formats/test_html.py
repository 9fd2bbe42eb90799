import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import Article, BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.formats.html.page import read
from reader.intake.hints import Hints
from reader.intake.imported import Imported

SENTENCE = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم، وفرح أهل الحيّ جميعًا بعودة الضوء بعد غيابه الطويل."
PAGE = f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head>
<title>المنارة القديمة تعود | المرفأ</title>
<meta property="og:site_name" content="المرفأ">
<meta name="author" content="ليلى قنديل">
<link rel="canonical" href="https://example.org/lighthouse">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "المنارة القديمة تعود",
 "datePublished": "2024-10-21T18:30:00+02:00", "dateModified": "2024-10-22",
 "author": [{{"name": "ليلى قنديل"}}]}}]}}</script>
<style>p {{ color: red }}</style>
</head><body>
<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة</a></li></ul></nav>
<article>
<h1>المنارة القديمة تعود</h1>
<div class="share-bar"><a href="#">فيسبوك</a> <a href="#">تويتر</a></div>
<figure><img src="a.jpg"><figcaption>المنارة عند الغروب (سامر البحري/وكالة الضفاف)</figcaption></figure>
<p>{SENTENCE}</p>
<p>{SENTENCE} <a href="/more">التفاصيل</a> <strong>كلّها</strong> <em>هنا</em>.</p>
<script>alert("لا")</script>
<h2>عدسة من زجاج</h2>
<ul><li>زجاج</li><li>نحاس<ol><li>مسامير</li></ol></li></ul>
<blockquote><p>كنّا نعدّ السفن كلّ مساء.</p></blockquote>
<table><tr><th>السنة</th><th>السفن</th></tr><tr><td>1887</td><td>12</td></tr></table>
<p style="display: none">مخفيّ</p>
<p>{SENTENCE}<br>سطر آخر بعد كسر.</p>
</article>
<aside><p>أخبار أخرى في الشريط الجانبي</p></aside>
<footer><p>جميع الحقوق محفوظة</p></footer>
</body></html>"""


def imported(markup: str | bytes, **hints: str) -> Imported:
    (one,) = read(markup if isinstance(markup, bytes) else markup.encode(), Hints(**hints))
    return one


def article(markup: str | bytes, **hints: str) -> Article:
    return imported(markup, **hints).article


def test_markup_becomes_blocks_and_what_is_beside_the_article_goes():
    assert [(block.kind.value, block.text) for block in article(PAGE).blocks] == [
        ("headline", "المنارة القديمة تعود"),
        ("caption", "المنارة عند الغروب"),
        ("credit", "سامر البحري/وكالة الضفاف"),
        ("lead", SENTENCE),
        ("paragraph", f"{SENTENCE} التفاصيل كلّها هنا."),
        ("heading", "عدسة من زجاج"),
        ("list_item", "زجاج"),
        ("list_item", "نحاس"),
        ("list_item", "مسامير"),
        ("quotation", "كنّا نعدّ السفن كلّ مساء."),
        ("table_cell", "السنة"),
        ("table_cell", "السفن"),
        ("table_cell", "1887"),
        ("table_cell", "12"),
        ("paragraph", SENTENCE),
        ("paragraph", "سطر آخر بعد كسر."),
    ]


def test_what_the_page_states_is_taken():
    page = article(PAGE)
    assert (page.title, page.source, page.address) == (
        "المنارة القديمة تعود",
        "المرفأ",
        "https://example.org/lighthouse",
    )
    assert (page.authors, page.language, page.direction.value) == (("ليلى قنديل",), "ar", "rtl")
    assert page.published is not None
    assert page.modified is not None
    assert (page.published.iso[:10], page.modified.iso[:10]) == ("2024-10-21", "2024-10-22")


def test_what_a_page_does_not_state_stays_empty():
    page = article(f"<html><body><p>{SENTENCE}</p><p>{SENTENCE}</p></body></html>")
    assert (page.source, page.address, page.authors, page.published) == ("", "", (), None)
    assert BlockKind.HEADLINE not in {block.kind for block in page.blocks}


def test_links_and_emphasis_are_kept_at_their_words():
    block = article(PAGE).blocks[4]
    assert [(inline.kind, inline.span.of(block.text), inline.target) for inline in block.inlines] == [
        (InlineKind.LINK, "التفاصيل", "https://example.org/more"),
        (InlineKind.STRONG, "كلّها", ""),
        (InlineKind.EMPHASIS, "هنا", ""),
    ]


def test_links_that_would_run_something_or_read_the_disk_are_no_links():
    links = '<a href="javascript:alert(1)">اضغط</a> <a href="file:///etc/passwd">ملف</a>'
    page = article(f"<p>{SENTENCE} {links}</p><p>نصّ.</p>")
    assert [inline for block in page.blocks for inline in block.inlines] == []


def test_rows_and_columns_of_a_table_and_depths_of_a_list_are_kept():
    groups = [(block.kind, block.group) for block in article(PAGE).blocks if block.group]
    table = [(group.row, group.column) for kind, group in groups if kind is BlockKind.TABLE_CELL]
    items = [(group.row, group.column, group.ordered) for kind, group in groups if kind is BlockKind.LIST_ITEM]
    assert table == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert items == [(0, 0, False), (1, 0, False), (0, 1, True)]


def test_each_block_has_the_direction_of_its_letters_whatever_the_page_says():
    page = article(f'<div dir="ltr"><p>{SENTENCE}</p><p dir="rtl">The light is on again, said the captain.</p></div>')
    assert [block.direction.value for block in page.blocks] == ["rtl", "ltr"]


def test_a_clipboards_fragment_is_read_with_its_address():
    markup = (
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000600\r\nSourceURL:https://example.org/lighthouse\r\n"
        "<html><head><title>ليس من المقال</title></head><body><nav>قائمة</nav>"
        f"<!--StartFragment--><p>{SENTENCE}</p><p>+ الخط -</p><p>{SENTENCE}</p><p>(رويترز)</p>"
        "<!--EndFragment--></body></html>"
    )
    one = imported(markup)
    assert one.article.address == "https://example.org/lighthouse"
    assert [block.kind.value for block in one.article.blocks] == ["paragraph", "paragraph", "credit"]
    assert (one.article.credits, one.leftovers) == (("رويترز",), ("+ الخط -",))


def test_the_head_below_the_headline_is_read_as_in_bare_lines():
    page = article(
        f"<h1>المنارة تعود</h1><p>21 أكتوبر 2024</p><p>بقلم ليلى قنديل</p><p>{SENTENCE}</p><p>{SENTENCE}</p>"
    )
    assert [block.kind.value for block in page.blocks] == ["headline", "byline", "lead", "paragraph"]
    assert page.published is not None
    assert page.authors == ("ليلى قنديل",)


def test_the_headline_comes_before_the_picture_that_a_page_has_above_it():
    page = article(
        "<figure><figcaption>المنارة عند الغروب</figcaption></figure><h1>المنارة تعود</h1>"
        f"<p>{SENTENCE}</p><p>{SENTENCE}</p>"
    )
    assert [block.kind.value for block in page.blocks] == ["headline", "caption", "lead", "paragraph"]


def test_stretches_stand_right_after_cleaning_has_changed_the_text():
    page = article(
        f'<p>ﻣﻴﻨﺎﺀ \u200f<b>ﺻﻴﺪﺍ</b>&nbsp; <a href="https://example.org/">ﺍﻟﻘﺪﻳﻢ</a>  اليوم</p><p>{SENTENCE}</p>'
    )
    block = page.blocks[0]
    assert block.text == "ميناء صيدا القديم اليوم"
    assert [inline.span.of(block.text) for inline in block.inlines] == ["صيدا", "القديم"]


@pytest.mark.parametrize("markup", ["<html></html>", "<p> </p>", "<!-- nothing -->", "<script>x</script>"])
def test_a_page_without_text_is_told_as_empty(markup):
    with pytest.raises(ReaderError) as raised:
        imported(markup, file="page.html")
    assert (raised.value.key, raised.value.values) == ("import.empty", {"file": "page.html"})


def test_deep_nesting_is_survived():
    depth = 20_000
    page = article("<div>" * depth + SENTENCE + "</div>" * depth + f"<p>{SENTENCE}</p>")
    assert SENTENCE in page.text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/abpdivhtml1 =\"'&;!-ابة\n", max_size=300))
def test_any_markup_gives_an_article_or_a_message(markup):
    try:
        blocks = article(markup).blocks
    except ReaderError as error:
        blocks = error.key in {"import.empty", "import.binary"}
    assert blocks


def test_saved_pages_keep_their_text(shared):
    for path in sorted((shared / "data" / "html").glob("*.html")):
        expected = (path.parent / f"{path.stem}.expected.txt").read_text(encoding="utf-8")
        text = set(re.findall(r"\w+", article(path.read_bytes()).text))
        wanted = set(re.findall(r"\w+", expected))
        assert len(wanted - text) <= 0.06 * len(wanted), path.name


def test_controls_in_the_text_around_what_is_left_out_do_no_harm():
    page = article(f'<body><p>{SENTENCE}</p>نصّ\x01<div class="share">شارك</div>\x02بعده<p>{SENTENCE}</p></body>')
    assert [block.text for block in page.blocks] == [SENTENCE, "نصّ", "بعده", SENTENCE]


def test_a_page_without_a_body_tag_is_read():
    page = "<!doctype html><html lang='ar'><title>المنارة</title><section><h1>المنارة</h1><p>عادت.</p></section>"
    (imported,) = read(page.encode(), Hints())
    assert [block.text for block in imported.article.blocks] == ["المنارة", "عادت."]
