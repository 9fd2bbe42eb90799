"""What of a page is its article: pages laid out as news sites do, written for these tests."""

import pytest

from reader.articles.article import Article
from reader.intake.formats.html.page import read
from reader.intake.hints import Hints

FIRST = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم، وفرح أهل الحيّ جميعًا بعودة الضوء بعد غيابه الطويل عنهم."
SECOND = "وقال حارس المنارة إنّ العدسة الجديدة صُنعت من زجاج سميك، وإنّ ضوءها يُرى من مسافة عشرين ميلًا في الليالي الصافية."
THIRD = "ويأمل الصيّادون أن يعود معها موسم السردين الذي غاب عن شواطئهم ثلاث سنوات متتالية، كما غابت السفن الكبيرة عنها."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
LINKS = "".join(
    f'<li><a href="/{n}">خبر آخر لا صلة له بالمنارة رقم {n}</a> <time>{n} أيار 2024</time></li>' for n in range(1, 6)
)


def article(body: str, head: str = "", title: str = "المنارة تعود إلى الميناء") -> Article:
    markup = f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    (one,) = read(markup.encode(), Hints())
    return one.article


def texts(page: Article) -> list[str]:
    return [block.text for block in page.blocks if block.kind.value != "headline"]


@pytest.mark.parametrize(
    "beside",
    [
        f"<section><h3>اقرأ أيضًا</h3><ul>{LINKS}</ul></section>",
        f'<section aria-label="مواضيع ذات صلة"><ul>{LINKS}</ul></section>',
        f"<div><strong>الأكثر قراءة</strong><ul>{LINKS}</ul></div>",
        f'<div class="related-posts"><p>مواضيع</p><ul>{LINKS}</ul></div>',
        '<p><a href="/7">اقرأ أيضًا: المنارة التي لم تعد</a></p>',
        '<p>اقرأ أيضًا: <a href="/7">المنارة التي لم تعد</a></p>',
        '<div class="share"><a href="#">فيسبوك</a><a href="#">واتساب</a></div>',
        '<ul class="tags"><li><a href="/t/1">منارة</a></li><li><a href="/t/2">ميناء</a></li></ul>',
        "<div id='comments'><h3>التعليقات</h3><p>تعليق طويل من قارئ أعجبه الخبر، فكتب عنه سطرًا أو أكثر.</p></div>",
        "<p>نرحّب بتعليقاتكم، وتُراجَع التعليقات قبل نشرها وفق إرشادات الاستخدام المعروفة لدى الموقع.</p>",
        "<p>© 2024 جميع الحقوق محفوظة لصحيفة المرفأ ومن ينقل عنها.</p>",
        '<div class="cookie-notice"><p>نستخدم ملفات تعريف الارتباط لنجعل تجربتك أفضل، وتستطيع أن ترفضها.</p></div>',
        '<div class="newsletter"><p>اشترك في نشرتنا البريدية لتصلك أخبار الميناء كلّ صباح قبل القهوة.</p></div>',
        "<footer><p>صحيفة المرفأ، تصدر كلّ يوم منذ زمن بعيد عن دار الضفّة للنشر.</p></footer>",
        '<div role="dialog"><p>حمّل تطبيق المرفأ لتصلك الأخبار العاجلة قبل غيرك من القرّاء.</p></div>',
    ],
)
@pytest.mark.parametrize("wrapped", ["<article>{}</article>", "<div class='x1'><div class='x2'>{}</div></div>"])
def test_what_stands_beside_an_article_is_left_out(beside, wrapped):
    page = article(
        "<nav><a href='/'>الرئيسية</a></nav>" + wrapped.format(f"<h1>المنارة تعود إلى الميناء</h1>{BODY}") + beside
    )
    assert texts(page) == [FIRST, SECOND, THIRD]
    page = article(wrapped.format(f"<h1>المنارة تعود إلى الميناء</h1>{BODY}{beside}"))
    assert texts(page) == [FIRST, SECOND, THIRD]


def test_what_stands_between_paragraphs_is_left_out():
    also = f"<section><h3>اقرأ أيضًا</h3><ul>{LINKS}</ul></section>"
    page = article(
        f"<article><h1>المنارة تعود إلى الميناء</h1><p>{FIRST}</p>{also}<p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    assert texts(page) == [FIRST, SECOND, THIRD]


def test_links_inside_the_text_and_lists_of_the_article_stay():
    items = "<ul><li>زجاج سميك</li><li>نحاس من <a href='/n'>المصنع القديم</a></li><li>خشب</li></ul>"
    page = article(
        f"<main><h1>المنارة تعود إلى الميناء</h1><p>{FIRST}</p><h2>ممّ صُنعت</h2>{items}<p>{SECOND}</p></main>"
    )
    assert texts(page) == [FIRST, "ممّ صُنعت", "زجاج سميك", "نحاس من المصنع القديم", "خشب", SECOND]


def test_what_only_repeats_the_metadata_is_left_out():
    head = '<meta name="datePublished" content="2024-10-21T18:30:00+02:00"><meta name="author" content="ليلى قنديل">'
    lines = "<div><span>التاريخ:</span> <time datetime='2024-10-21'>21 أكتوبر 2024</time></div><div>ليلى قنديل</div>"
    page = article(f"<article><h1>المنارة تعود إلى الميناء</h1>{lines}{BODY}</article>", head)
    assert texts(page) == [FIRST, SECOND, THIRD]
    assert page.authors == ("ليلى قنديل",)


def test_the_headline_is_the_pages_own_though_the_tab_says_it_otherwise():
    page = article(
        f"<h1>المرفأ</h1><h1>إلى الميناء تعود المنارة أخيرًا</h1>{BODY}", title="المنارة تعود إلى الميناء - المرفأ"
    )
    assert page.title == "إلى الميناء تعود المنارة أخيرًا"


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<meta property="article:published_time" content="2024-10-21">', "", "2024-10-21"),
        ('<meta name="date" content="2024-10-21">', "", None),
        (
            '<meta name="date" content="2024-10-21"><link rel="canonical" href="https://a.example/2024/10/21/x">',
            "",
            "2024-10-21",
        ),
        ('<link rel="canonical" href="https://a.example/2024/10/21/x">', "", "2024-10-21"),
        ("", '<time itemprop="datePublished" datetime="2024-10-21">أمس</time>', "2024-10-21"),
        ("", '<ul><li><a href="/1">خبر</a><time datetime="2019-01-01">أول كانون الثاني</time></li></ul>', None),
        (
            '<meta property="article:published_time" content="2024-10-21">',
            '<time itemprop="datePublished" datetime="2019-01-01">كانون</time>',
            None,
        ),
        (
            '<meta property="article:published_time" content="2024-10-21"><link rel="canonical" href="https://a.example/2019/01/01/x">',
            '<time itemprop="datePublished" datetime="2019-01-01">كانون</time>',
            "2019-01-01",
        ),
        ('<meta property="article:published_time" content="1970-01-01">', "", None),
        ('<meta property="article:published_time" content="2999-01-01">', "", None),
        ("", "<p>الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00</p>", None),
    ],
)
def test_a_date_is_right_or_there_is_none(head, body, date):
    page = article(f"<article><h1>المنارة تعود إلى الميناء</h1>{body}{BODY}</article>", head)
    assert (page.published.iso[:10] if page.published else None) == date


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("ليلى قنديل", ("ليلى قنديل",)),
        ("بقلم: ليلى قنديل", ("ليلى قنديل",)),
        ("(الميناء - المرفأ)", ()),
        ("المرفأ", ()),
        ("admin", ()),
        ("رويترز", ()),
        ("https://a.example/who", ()),
        ("محرر", ()),
    ],
)
def test_a_writer_is_someone_or_nobody(stated, authors):
    head = f'<meta property="og:site_name" content="المرفأ"><meta name="author" content="{stated}">'
    assert article(f"<article><h1>المنارة تعود إلى الميناء</h1>{BODY}</article>", head).authors == authors


def test_a_change_before_the_publication_is_none():
    stated = {"published": "2024-10-21T03:00:00+04:00", "modified": "2024-10-21T01:00:00+04:00"}
    head = "".join(f'<meta property="article:{name}_time" content="{value}">' for name, value in stated.items())
    page = article(f"<article><h1>المنارة تعود إلى الميناء</h1>{BODY}</article>", head)
    assert page.published is not None
    assert page.modified is None
