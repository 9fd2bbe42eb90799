"""Pages as different programs make them: where each puts title, date and writer, and what stands around the text."""

import json

import pytest

from reader.articles.article import Article
from reader.intake.formats.html.page import read
from reader.intake.hints import Hints

TITLE = "المنارة القديمة تعود إلى العمل بعد ثلاثين عامًا"
TEXT = (
    "أعلنت بلدية الميناء صباح اليوم أنّ المنارة ستعود إلى العمل، وأنّ أعمال الترميم بلغت مراحلها الأخيرة قبل الشتاء.",
    "وقال رئيس البلدية إنّ العدسة الكبيرة نُظّفت قطعةً قطعة، مضيفًا أنّ الضوء سيُرى من مسافة عشرين ميلًا في عرض البحر.",
    "وأبدى بعض الصيادين قلقهم من أن يطرد الضوء الأسماك عن الشاطئ، وطالبوا بدراسة بيئية قبل الافتتاح في الربيع.",
)
LAST = "وختم رئيس البلدية بالقول إنّ المنارة ذاكرة المدينة كلّها، ومن حقّ الأطفال أن يعرفوا كيف كان آباؤهم يعودون."
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)


def article(markup: str) -> Article:
    (one,) = read(f"<!DOCTYPE html><html>{markup}</html>".encode(), Hints())
    return one.article


def body(markup: str) -> tuple[str, ...]:
    read_article = article(markup)
    assert read_article.title == TITLE
    return tuple(block.text for block in read_article.blocks[1:])


def published(markup: str) -> str:
    read_article = article(markup)
    return read_article.published.iso[:10] if read_article.published else ""


def test_a_page_of_tables_and_fonts_has_its_title_where_it_shows_it():
    broken = "<br><br>".join(TEXT)
    page = (
        f"<head><title>جريدة الرصيف | {TITLE}</title></head><body dir=rtl><table><tr><td><a href=1>محليات</a> | "
        "<a href=2>رياضة</a></td></tr><tr><td><table><tr><td><a href=3>خبر في القائمة</a></td></tr></table></td><td>"
        f"<font size=5><b>{TITLE}</b></font><br>الثلاثاء 5 آذار 2024 - العدد 4312<br><br><font size=4>{broken}</font>"
        "</td></tr></table></body>"
    )
    assert body(page) == ("الثلاثاء 5 آذار 2024 - العدد 4312", *TEXT)
    assert published(page) == "2024-03-05"


def test_the_outlet_may_be_the_first_heading_and_the_title_the_second():
    page = (
        f'<head><title>صوت البحر :: {TITLE}</title></head><body><h1 class="logo">صوت البحر</h1><h2>{TITLE}</h2>'
        f'<div class="meta">بقلم: نورا حداد | 2024-03-05 | عدد المشاهدات: 3421</div><div>{PARAGRAPHS}</div></body>'
    )
    assert body(page) == TEXT
    assert published(page) == "2024-03-05"
    assert article(page).authors == ("نورا حداد",)


def test_a_title_that_is_broken_over_lines_is_one_headline():
    page = f"<head><title>{TITLE}</title></head><body><h1>{TITLE.replace(' إلى', '<br>إلى')}</h1>{PARAGRAPHS}</body>"
    assert body(page) == TEXT


def test_a_blog_states_its_date_in_an_abbreviation_and_its_writer_below_the_text():
    page = (
        f"<head><title>مدونة البحر: {TITLE}</title></head><body><div class='post hentry'><h3>{TITLE}</h3><div "
        f"class='post-body'>{'<br/><br/>'.join(TEXT)}</div><div class='post-footer'><span class='post-author'>مرسلة "
        "بواسطة <span class='fn'>نورا حداد</span></span> في <abbr class='published' title='2024-03-05T01:00:00-08:00'>"
        "1:00 ص</abbr></div></div><div class='post-feeds'>الاشتراك في: التعليقات</div></body>"
    )
    assert body(page) == TEXT
    assert published(page) == "2024-03-05"
    assert article(page).authors == ("نورا حداد",)


@pytest.mark.parametrize(
    "joined", ["\n\n".join(TEXT), PARAGRAPHS, PARAGRAPHS.replace("<", "&lt;").replace(">", "&gt;")]
)
def test_a_page_that_a_script_makes_has_the_text_that_it_states(joined):
    stated = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-03-05", "articleBody": joined}
    page = (
        f'<head><title>{TITLE}</title><script type="application/ld+json">{json.dumps(stated)}</script></head>'
        "<body><div id=root>جارٍ التحميل…</div></body>"
    )
    assert body(page) == TEXT


def test_what_asks_for_an_address_is_no_part_of_the_text():
    page = (
        f"<head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{PARAGRAPHS}<div class=x1><div>نشرة"
        " الصباح</div><div>ليصلك أهمّ ما ننشره كلّ يوم إلى بريدك</div><input "
        "type=email><button>نعم</button></div></div>"
    )
    assert body(page) == TEXT


def test_the_offer_to_subscribe_below_the_beginning_of_a_text_is_left_out():
    page = (
        f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}<div><h3>هذا المحتوى للمشتركين "
        "فقط</h3><p>اشترك الآن لمتابعة القراءة واحصل على وصول غير محدود.</p></div></article></body>"
    )
    assert body(page) == TEXT


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<div class=info>الثلاثاء 24 شعبان 1445 هـ 5 مارس 2024 م</div>", "2024-03-05"),
        (
            "<div><span>تاريخ النشر: 05 آذار 2024 14:22</span> <span>آخر تحديث: 06 آذار 2024 10:00</span></div>",
            "2024-03-05",
        ),
        ("<div><span>آخر تحديث: 6/3/2024</span> <span>نشر: 5/3/2024</span></div>", "2024-03-05"),
        ("<div>آخر تحديث: 06 آذار 2024 10:00</div>", ""),
        ("<div>جاء ذلك بعد لقاء جمعه في 5 مارس 2024 بأهل الميناء</div>", ""),
    ],
)
def test_the_line_below_the_headline_tells_the_date(line, day):
    page = f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{line}{PARAGRAPHS}</article></body>"
    assert published(page) == day


@pytest.mark.parametrize(
    ("meta", "day"),
    [
        ("", "2024-03-05"),
        ('<meta property="article:modified_time" content="2024-05-03T10:00:00Z">', "2024-05-03"),
        ('<meta name="date" content="2024-03-05">', "2024-03-05"),
    ],
)
def test_of_two_days_that_numbers_may_mean_the_page_tells_which(meta, day):
    stated = f'<meta property="article:published_time" content="05/03/2024">{meta}'
    assert published(f"<html><head>{stated}</head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>") == day


def test_a_card_about_the_writer_gives_the_name_alone():
    page = (
        f'<head><title>{TITLE}</title></head><body><div class="writer-card"><a class="writer-name">نورا حداد</a>'
        f"<p>كاتبة وباحثة</p></div><h1>{TITLE}</h1><div>{PARAGRAPHS}</div></body>"
    )
    assert article(page).authors == ("نورا حداد",)


def test_what_leads_to_other_articles_in_the_middle_of_the_text_is_left_out():
    others = (
        '<h3>اقرأ أيضا</h3><ul><li><a href="/1">سوق السمك يعود</a></li><li><a href="/2">رصيف جديد</a></li></ul>',
        '<p>اقرأ أيضاً <a href="/3">متحف البحر يستقبل زوّاره</a></p>',
        '<p><strong>شاهد أيضا:</strong> <a href="/4">صور من الميناء</a>.</p>',
    )
    inside = "".join(f"<p>{text}</p>{other}" for text, other in zip(TEXT, others, strict=True))
    page = f"<head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{inside}<p>{LAST}</p></div></body>"
    assert body(page) == (*TEXT, LAST)


@pytest.mark.parametrize("canonical", ["", '<link rel=canonical href="https://example.org/1">'])
def test_menus_that_are_longer_than_the_article_are_left_out(canonical):
    links = "".join(f'<li><a href="/{n}">عنوان خبر طويل رقم {n} في قائمة الموقع</a></li>' for n in range(60))
    menu = f"<div><ul>{links}</ul></div>"
    page = f"<div><h1>{TITLE}</h1>{PARAGRAPHS}<p>{LAST}</p></div>"
    assert body(f"<head><title>{TITLE}</title>{canonical}</head><body>{menu}{page}{menu}</body>") == (*TEXT, LAST)


def test_links_below_a_heading_of_the_article_itself_stay():
    links = '<ul><li>تقرير <a href="/1">بلدية الميناء</a> عن الترميم</li><li><a href="/2">خريطة الميناء</a></li></ul>'
    page = f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}<h3>وثائق</h3>{links}"
    found = body(f"{page}<p>{LAST}</p></article></body>")
    assert found[3:5] == ("وثائق", "تقرير بلدية الميناء عن الترميم")


@pytest.mark.parametrize("tag", ["small", "span", "div", "p"])
def test_the_words_below_a_picture_that_was_not_saved_are_its_caption_and_no_writer(tag):
    caption = f'<div><img src=a.jpg><{tag} class="image-caption">منارة الميناء عند الغروب (رويترز)</{tag}></div>'
    page = f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{caption}{PARAGRAPHS}</article></body>"
    assert body(page) == ("منارة الميناء عند الغروب", "رويترز", *TEXT)
    assert article(page).authors == ()


OTHERS = ("الريح تؤخّر قوارب الصيد", "سوق جديد للأسماك قرب الجسر", "معرض للبحّارة في قلعة الميناء")


@pytest.mark.parametrize(
    "beside",
    [
        "<div class=grid><h2>قد يهمّك</h2>"
        + "".join(
            f"<div class=c><h3><a href=/x>{other}</a></h3><p>{other} بحسب ما أعلنته الجهات المعنية في مؤتمر عقد "
            f"صباح اليوم "
            "وحضره عدد من الصحفيين.</p></div>"
            for other in OTHERS
        )
        + "</div>",
        "<div class=c1><div>الأكثر مشاهدة</div>"
        + "".join(f"<div class=c2><a href=/x><h3>{other}</h3></a><span>منذ ساعتين</span></div>" for other in OTHERS)
        + "</div>",
        "<p>تابعوا آخر أخبار الميناء عبر <a href=/g>Google News</a></p>",
        "<div>هل أعجبك المقال؟ <button>نعم</button></div>",
    ],
    ids=["cards with teasers", "cards that are links", "an offer to follow", "a question to the reader"],
)
def test_what_stands_below_a_text_is_no_part_of_it(beside):
    assert (
        body(f"<head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1>{PARAGRAPHS}</div>{beside}</body>") == TEXT
    )


def test_drupal_names_the_writer_where_it_says_who_submitted_a_page():
    page = (
        f"<head><title>{TITLE}</title></head><body><article class='node'><h1>{TITLE}</h1><footer "
        f"class='node__meta'><div "
        "class='node__submitted'>أرسله <span class='field field--name-uid'><a>نورا حداد</a></span> في "
        "<span>ثلاثاء, 05/03/2024"
        f" - 14:22</span></div></footer><div class='node__content'>{PARAGRAPHS}</div></article><div "
        f"class='comment'><span "
        "class='username'>زائر</span></div></body>"
    )
    assert article(page).authors == ("نورا حداد",)
    assert body(page) == TEXT


def test_in_a_gallery_what_stands_below_the_pictures_is_the_text():
    captions = ("العدسة الكبيرة بعد تنظيفها قطعةً قطعة في ورشة الميناء", "سلّم المنارة الحلزونيّ كما يُرى من أعلاه")
    figures = "".join(
        f"<figure><span>{number}/2</span><img src={number}.jpg><figcaption>{caption}</figcaption></figure>"
        for number, caption in enumerate(captions, 1)
    )
    page = f"<head><title>{TITLE}</title></head><body><div><h1>{TITLE}</h1><p>{TEXT[0]}</p>{figures}</div></body>"
    assert body(page) == (TEXT[0], *captions)


def test_where_a_page_was_saved_from_tells_its_date():
    page = f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></body>"
    saved = (
        "<!--\n Page saved with SingleFile \n url: https://port.example/2024/03/05/lighthouse \n saved date: today\n-->"
    )
    assert published(f"{saved}{page}") == "2024-03-05"
    (one,) = read(f"<html>{page}</html>".encode(), Hints(address="https://port.example/2024/03/05/lighthouse"))
    assert one.article.published.iso == "2024-03-05"


def test_a_pointer_in_urdu_is_left_out():
    text = (
        (
            "بلدیہ نے آج اعلان کیا ہے کہ پرانا مینار تیس سال بعد دوبارہ روشن کیا جائے گا اور مرمت کا کام سردیوں سے "
            "پہلے مکمل ہوگا۔"
        ),
        (
            "ماہی گیروں نے خدشہ ظاہر کیا ہے کہ روشنی سے مچھلیاں ساحل سے دور چلی جائیں گی اور انہوں نے جائزے کا "
            "مطالبہ کیا ہے۔"
        ),
    )
    pointer = "<p>مزید پڑھیں: <a href=/x>بندرگاہ کے قریب نیا بازار</a></p>"
    page = f"<body><article><h1>{TITLE}</h1><p>{text[0]}</p>{pointer}<p>{text[1]}</p></article></body>"
    assert body(f"<head><title>{TITLE}</title></head>{page}") == text


@pytest.mark.parametrize(
    "beside",
    [
        "<div class=comments><dt class='comment-author'>زائر يقول</dt><dd><p>كلام جميل.</p></dd></div>",
        "<div class='td-author-by'>بواسطة</div>",
        "<div class='heading-author-share-options'>حفظ</div>",
        "<a class='author-email-link'><span>أرسل بريدًا إلكترونيًا</span></a><div class='author-bio'>صحفية</div>",
    ],
    ids=["who comments", "a label", "what can be done with the page", "what is said of the writer"],
)
def test_what_stands_beside_a_writers_name_is_no_other_writer(beside):
    page = (
        f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><span class='author-name'>نورا حداد</span>"
        f"{PARAGRAPHS}</article><footer>{beside}</footer></body>"
    )
    assert article(page).authors == ("نورا حداد",)


def test_articles_that_are_announced_or_follow_without_end_are_others():
    long = "افتتح الوزير صباح اليوم الجسر الجديد الذي يربط ضفّتي النهر، بعد أعمال استمرّت عامين كاملين وتأخّرت مرارًا."
    announced = "".join(f"<article><h2><a href=/x>{other}</a></h2><p>{long}</p></article>" for other in OTHERS)
    whole = f"<main><article><h1>{TITLE}</h1>{PARAGRAPHS}</article>{announced}</main>"
    assert body(f"<head><title>{TITLE}</title></head><body>{whole}</body>") == TEXT
    following = f"<div class=a data-url=/2><h1>{OTHERS[0]}</h1><p>{long}</p><p>{long}</p></div>"
    whole = f"<div class=a data-url=/1><h1>{TITLE}</h1>{PARAGRAPHS}</div>{following}"
    assert body(f"<head><title>{TITLE}</title></head><body>{whole}</body>") == TEXT


def test_of_articles_that_a_page_shows_one_after_the_other_none_is_left_out():
    pairs = zip(OTHERS, TEXT, strict=True)
    posts = "".join(f"<article><h1><a href=/x>{other}</a></h1><p>{text}</p></article>" for other, text in pairs)
    (one,) = read(f"<html><head><title>مدوّنة البحر</title></head><body>{posts}</body></html>".encode(), Hints())
    assert {text for text in TEXT if text in one.article.text} == set(TEXT)


def test_chapters_that_each_begin_with_a_heading_of_the_first_level_stay():
    chapters = (
        f"<section class=a><h1>{TITLE}</h1><p>{TEXT[0]}</p></section><section class=a><h1>البحر</h1><p>{TEXT[1]}</p>"
    )
    assert body(f"<head><title>{TITLE}</title></head><body>{chapters}</section></body>") == (TEXT[0], "البحر", TEXT[1])


@pytest.mark.parametrize(
    "inside",
    [
        "<div id=toc class=toc><h2>محتويات</h2><ul><li><a href='#a'>1 التاريخ</a></li></ul></div>",
        (
            "<figure class='kg-card kg-bookmark-card'><a href=/x><div>الريح تؤخّر القوارب</div><div>تفاصيل ما جرى "
            "صباح اليوم في "
            "عرض البحر وعند مدخل الميناء</div></a></figure>"
        ),
        "<div class=poll><h4>هل تؤيّد ترميم المنارة؟</h4><form><label><input type=radio> نعم</label></form></div>",
        "<div class='embedComp relatedArticles'><div>لقراءة المزيد</div><a href=/x>الريح تؤخّر القوارب</a></div>",
        "<div class=beyondwords>استمع إلى المقال<span>0:00 / 4:12</span></div>",
    ],
    ids=["contents", "the card of a link", "a poll", "what is called in joined words", "a player"],
)
def test_what_programs_put_into_a_text_is_no_part_of_it(inside):
    text = f"<p>{TEXT[0]}</p>{inside}<p>{TEXT[1]}</p><p>{TEXT[2]}</p>"
    assert body(f"<head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{text}</article></body>") == TEXT


def test_a_date_in_numbers_below_the_headline_is_no_text():
    stated = '<meta property="article:published_time" content="2024-03-05T10:22:00Z">'
    page = f"<article><h1>{TITLE}</h1><div>| 05.03.24 | 10:22</div>{PARAGRAPHS}</article>"
    assert body(f"<head><title>{TITLE}</title>{stated}</head><body>{page}</body>") == TEXT


def test_headings_of_an_encyclopaedia_are_without_what_edits_them():
    heading = "<h2><span>التاريخ</span><span class='mw-editsection'>[<a>عدل</a>]</span></h2>"
    page = f"<body><h1>{TITLE}</h1><p>{TEXT[0]}</p>{heading}<p>{TEXT[1]}</p></body>"
    assert body(f"<head><title>{TITLE}</title></head>{page}") == (TEXT[0], "التاريخ", TEXT[1])


def test_firefoxs_view_for_reading_names_writer_and_address():
    page = (
        f"<head><title>{TITLE}</title></head><body><div class='header reader-header'><a class='domain reader-domain' "
        f"href='https://port.example/2024/03/05/light'>port.example</a><h1 class='reader-title'>{TITLE}</h1><div "
        f"class='credits reader-credits'>نورا حداد</div></div><div class='moz-reader-content'>{PARAGRAPHS}</div></body>"
    )
    one = article(page)
    assert (one.authors, one.address) == (("نورا حداد",), "https://port.example/2024/03/05/light")
    assert body(page) == TEXT


def test_short_news_stay_apart_from_longer_announcements_below():
    cards = "".join(
        f"<div><a href=/x>{other}</a><p>{other}، كما جاء في بيان رسمي صدر صباح اليوم عن الجهة المعنية في "
        f"الميناء.</p></div>"
        for other in OTHERS
    )
    page = f"<body><article><h1>{TITLE}</h1><p>{TEXT[0]}</p></article><div><h3>أحدث الأخبار</h3>{cards}</div></body>"
    assert body(f"<head><title>{TITLE}</title></head>{page}") == TEXT[:1]


def test_writers_and_publishers_are_found_where_a_page_only_points_to_them():
    graph = [
        {"@type": "Article", "headline": TITLE, "author": {"@id": "#nora"}, "publisher": {"@id": "#quay"}},
        {"@type": "Organization", "@id": "#quay", "name": "جريدة الرصيف"},
        {"@type": "Person", "@id": "#nora", "name": "نورا حداد"},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    one = article(f"<head><title>{TITLE}</title>{script}</head><body><h1>{TITLE}</h1>{PARAGRAPHS}</body>")
    assert (one.authors, one.source) == (("نورا حداد",), "جريدة الرصيف")


def test_microdata_name_the_publisher():
    publisher = "<div itemprop=publisher itemscope><meta itemprop=name content='جريدة الرصيف'></div>"
    one = article(f"<head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{PARAGRAPHS}{publisher}</body>")
    assert one.source == "جريدة الرصيف"
