import json

import pytest

from reader.errors import ReaderError
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entry
from reader.intake.formats.feeds import json_feed, syndicated
from reader.intake.hints import Hints

LONG = "<p>عادت المنارة إلى العمل بعد ترميم دام عامين كاملين.</p>" * 20
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>صحيفة الميناء</title><link>https://example.org/</link><description>أخبار</description>
<atom:link href="https://example.org/feed.xml" rel="self"/>
<image><title>شعار</title><link>https://example.org/logo</link></image>
<item><title>المنارة &amp;amp; الميناء &lt;b&gt;معًا&lt;/b&gt;</title><link> https://example.org/1 </link>
 <dc:creator>هند المرّاكشي</dc:creator><pubDate>Wed, 11 Nov 2015 08:00:00 +0100</pubDate>
 <description>ملخّص قصير</description><content:encoded><![CDATA[<p>النصّ كلّه &amp; ما بعده.</p>]]></content:encoded>
 <guid isPermaLink="false">tag:1</guid></item>
<item><title>بلا محتوى</title><guid>https://example.org/2</guid><description>مقدّمة تنقطع […]</description></item>
<item><title>طويل</title><link>/3</link><description><![CDATA[{LONG}]]></description>
 <author>a@b.c (كاتب)</author></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>مدوّنة</title>
<link rel="self" href="https://example.org/atom"/><link href="https://example.org/"/>
<entry><title type="html">&lt;i&gt;أوّل&lt;/i&gt;</title><link rel="edit" href="e"/><link href="posts/1"/><id>urn:1</id>
 <author><name>هند المرّاكشي</name><uri>https://x</uri></author><published>2024-02-03T04:05:06Z</published>
 <updated>2024-03-03T04:05:06Z</updated>
 <content type="xhtml">
 <x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>فقرة <x:b>مهمّة</x:b></x:p></x:div></content></entry>
<entry><title>ثانٍ</title><link href="https://example.org/2"/><content type="text">أ &lt; ب</content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>وكالة</title><link>https://example.org/</link></channel>
<item><title>خبر</title><link>https://example.org/1</link><description>قصير</description><dc:date>2020-01-02</dc:date></item>
</rdf:RDF>"""
OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>قائمتي</title></head><body>
<outline text="صحف"><outline text="الميناء" type="rss" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/"/></outline>
<outline title="بلا صفحة" text="" xmlUrl="https://example.com/rss" description="وصف &amp; شرح"/>
</body></opml>"""


def read(markup: str | bytes) -> tuple[Entry, ...]:
    data = markup.encode() if isinstance(markup, str) else markup
    assert container_of(data) is Container.FEED
    return tuple(syndicated.read(data, Hints(file="feed.xml")).entries)


def test_rss():
    first, second, third = read(RSS)
    assert (first.title, first.address, first.source) == (
        "المنارة & الميناء معًا",
        "https://example.org/1",
        "صحيفة الميناء",
    )
    assert (first.html, first.summary) == ("<p>النصّ كلّه &amp; ما بعده.</p>", "ملخّص قصير")
    assert (first.authors, first.published, first.locator) == (
        ("هند المرّاكشي",),
        "Wed, 11 Nov 2015 08:00:00 +0100",
        "tag:1",
    )
    assert (second.address, second.html, second.summary) == ("https://example.org/2", "", "مقدّمة تنقطع […]")
    assert (third.address, third.html, third.authors) == ("https://example.org/3", LONG, ("كاتب",))


def test_atom():
    first, second = read(ATOM)
    assert (first.title, first.address, first.locator) == ("أوّل", "https://example.org/posts/1", "urn:1")
    assert (first.source, first.authors) == ("مدوّنة", ("هند المرّاكشي",))
    assert (first.published, first.modified) == ("2024-02-03T04:05:06Z", "2024-03-03T04:05:06Z")
    assert first.html.strip() == "<div><p>فقرة <b>مهمّة</b></p></div>"
    assert second.html == "أ &lt; ب"


def test_rdf():
    (entry,) = read(RDF)
    assert (entry.title, entry.source, entry.published) == ("خبر", "وكالة", "2020-01-02")


def test_lists_of_feeds():
    first, second = read(OPML)
    assert (first.title, first.address, first.feed, first.state.tags) == (
        "الميناء",
        "https://example.org/",
        "https://example.org/feed",
        ("صحف",),
    )
    assert (second.title, second.address, second.summary) == ("بلا صفحة", "https://example.com/rss", "وصف &amp; شرح")


def test_addresses_of_a_list_that_only_readers_of_feeds_know_are_read_and_others_are_left_over():
    opml = """<opml version="2.0"><body><outline text="أ" xmlUrl="feed://example.org/a"/>
    <outline text="ب" xmlUrl="feed:https://example.org/b"/><outline text="ج" xmlUrl="gopher://example.org/c"/></body></opml>"""
    found = syndicated.read(opml.encode(), Hints(file="a.opml"))
    assert [entry.feed for entry in found.entries] == ["https://example.org/a", "https://example.org/b"]
    assert found.leftovers == ("ج gopher://example.org/c",)


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "مدوّنة",
        "authors": [{"name": "هند المرّاكشي"}],
        "items": [
            {
                "id": "1",
                "url": "https://example.org/1",
                "title": "أوّل",
                "content_html": "<p>نصّ</p>",
                "summary": "ملخّص",
                "date_published": "2024-02-03T04:05:06Z",
            },
            {"id": 2, "external_url": "https://example.org/2", "content_text": "سطر\nثانٍ", "author": {"name": "أخرى"}},
        ],
    }
    data = json.dumps(feed).encode()
    assert container_of(data) is Container.JSON_FEED
    first, second = json_feed.read(data, Hints()).entries
    assert (first.title, first.html, first.source, first.authors) == ("أوّل", "<p>نصّ</p>", "مدوّنة", ("هند المرّاكشي",))
    assert (second.text, second.address, second.authors) == ("سطر\nثانٍ", "https://example.org/2", ("أخرى",))


@pytest.mark.parametrize(
    "markup",
    [
        RSS.replace("&amp;amp;", "&nbsp;&bogus;"),
        RSS.replace("</channel></rss>", ""),
        "\n\n" + RSS.replace('encoding="utf-8"', 'encoding="windows-1252"'),
        RSS.replace("ملخّص", "ملخّص\x0b"),
    ],
    ids=["entities", "cut", "lied about", "control"],
)
def test_feeds_that_are_no_whole_xml_are_read_as_far_as_they_go(markup):
    assert [entry.address for entry in read(markup)][:2] == ["https://example.org/1", "https://example.org/2"]


def test_signs_that_xml_does_not_know_cost_no_word_that_stands_round_them():
    words = "قبل&nbsp;الميناء & بعد <3 المنارة \x03 إلى النهاية"
    first, _, third = read(RSS.replace("ملخّص قصير", words).replace("كاملين", "كاملين \x0b أو أكثر"))
    assert " ".join(first.summary.split()) == "قبل الميناء & بعد <3 المنارة إلى النهاية"
    assert third.html.startswith("<p>عادت المنارة إلى العمل بعد ترميم دام عامين كاملين  أو أكثر.</p><p>عادت")


def test_names_that_damaged_markup_gives_to_elements_harm_nothing():
    content = '<div xmlns="http://www.w3.org/1999/xhtml"><p>عادت <data:image x="">المنارة</data:image></p>'
    (entry,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>م</title><entry><title>ع</title>'
        f'<content type="xhtml">{content}</content></entry></feed>'
    )
    assert "عادت <span" in entry.html
    assert "المنارة" in entry.html


def test_a_feed_in_windows_1256():
    data = RSS.replace("utf-8", "windows-1256").replace("ّ", "").encode("cp1256", "xmlcharrefreplace")
    assert read(data)[0].source == "صحيفة الميناء"


@pytest.mark.parametrize("large", [0, 1 << 30])
def test_entities_are_not_expanded_and_nothing_is_read_from_outside(tmp_path, monkeypatch, large):
    monkeypatch.setattr(syndicated, "_LARGE", large)
    secret = tmp_path / "secret"
    secret.write_text("سرّ", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 30))
    head = f'<!DOCTYPE rss [<!ENTITY e0 "هاهاها">{bomb}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    entries = read(
        f"<?xml version='1.0'?>{head}<rss><channel><item><title>أ &e29; &x; ب</title></item></channel></rss>"
    )
    assert "سرّ" not in repr(entries)
    assert len(repr(entries)) < 2000


@pytest.mark.parametrize("markup", ["<rss", "<rss></rss>", "<feed/>", "<opml><body/></opml>", "<rss>\0\0</rss>"])
def test_a_feed_without_entries_is_told(markup):
    with pytest.raises(ReaderError):
        syndicated.read(markup.encode(), Hints(file="feed.xml"))


def large_feed(*, title_below: bool = False) -> bytes:
    items = "".join(
        f"<item><title>خبر {number}</title><link>https://example.org/{number}</link><description>{'كلمة ' * 400}"
        f"<item>ليس خبرًا</item></description></item>"
        for number in range(300)
    )
    title = "<title>صحيفة الميناء</title>"
    inside = items + title if title_below else title + items
    return f'<rss version="2.0"><channel>{inside}</channel></rss>'.encode()


def entries_of(feed: bytes) -> list[Entry]:
    return list(syndicated.read(feed, Hints(file="feed.xml")).entries)


@pytest.mark.parametrize("title_below", [False, True])
def test_entries_of_a_large_feed_are_read_as_those_of_a_small_one(monkeypatch, title_below):
    large = entries_of(large_feed(title_below=title_below))
    monkeypatch.setattr(syndicated, "_LARGE", 1 << 30)
    assert large == entries_of(large_feed(title_below=title_below))
    assert (len(large), large[-1].source) == (300, "صحيفة الميناء")


def test_entries_of_a_large_feed_are_there_before_its_end_is_looked_at():
    cut = large_feed()[:1_400_000]
    entries = iter(syndicated.read(cut, Hints(file="feed.xml")).entries)
    assert next(entries).title == "خبر 0"


@pytest.mark.parametrize("damage", [b"&nbsp; & ", b"<b>", b"\xff"])
def test_each_entry_of_a_large_feed_that_is_damaged_inside_is_read_once(damage):
    feed = large_feed()
    middle = feed.index(b" 250</title>")
    titles = [entry.title for entry in entries_of(feed[:middle] + damage + feed[middle:])]
    assert titles[:250] == [f"خبر {number}" for number in range(250)]
    assert len(titles) == len(set(titles))
