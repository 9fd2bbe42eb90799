from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import resources
from reader.articles.article import Article, BlockKind
from reader.intake.hints import Hints
from reader.intake.structure import structured
from reader.text.cleaning import clean, letters
from reader.text.direction import Direction

HEADLINE = "المنارة القديمة تعود إلى العمل"
DATE = "21 أكتوبر 2024"
CAPTION = "المنارة عند الغروب، 20 أكتوبر 2024 (ليلى قنديل/وكالة الضفاف)"
CONTROL = "+ الخط -"
LEAD = "عادت المنارة القديمة عند مدخل الميناء إلى العمل، مساء اليوم الاثنين، بعد اثني عشر عامًا من العتمة وسط فرح الأهل."
FIRST = (
    "وقال أمين الميناء سامر البحري إنّ الإصلاح جرى بأيدي متطوّعين من المدينة، وإنّ العدسة نُظّفت قطعةً قطعةً في ورشة قريبة."
)
HEADING = "عدسة من زجاج البندقية"
SECOND = "وتعود العدسة إلى عام 1887، حين وصلت في صندوق من الخشب محشوّ بالقشّ، ولم تُكسر منها غير قطعة واحدة في الطريق."
AGENCIES = "(وكالة الضفاف، هامش)"
LABEL = "المساهمون"
WHOLE = [HEADLINE, f"{DATE}\n{CAPTION}\n{CONTROL}", LEAD, FIRST, HEADING, SECOND, AGENCIES, LABEL]


def read(*paragraphs: str, between: str = "\n\n", plain: bool = False) -> Article:
    return structured(between.join(paragraphs), Hints(plain=plain)).article


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return [block.text for block in article.blocks if block.kind is kind]


def test_every_part_of_a_pasted_article_is_recognised():
    result = structured("\n\n".join(WHOLE), Hints())
    article = result.article
    assert kinds(article) == ["headline", "caption", "credit", "lead", "paragraph", "heading", "paragraph", "credit"]
    assert article.title == HEADLINE
    assert article.published is not None
    assert (article.published.iso, article.published.written) == ("2024-10-21", DATE)
    assert article.credits == ("وكالة الضفاف", "هامش")
    assert result.leftovers == (CONTROL, LABEL)
    assert (article.language, article.direction) == ("ar", Direction.RTL)


def test_a_pictures_credit_stands_apart_from_its_caption_in_one_figure():
    article = read(*WHOLE)
    caption, credit = article.blocks[1:3]
    assert (caption.text, credit.text) == ("المنارة عند الغروب، 20 أكتوبر 2024", "ليلى قنديل/وكالة الضفاف")
    assert caption.group is not None
    assert caption.group == credit.group
    assert caption.group.kind == "figure"


@pytest.mark.parametrize("missing", range(len(WHOLE)))
def test_each_part_may_be_missing(missing):
    article = read(*WHOLE[:missing], *WHOLE[missing + 1 :])
    present = [part for place, part in enumerate(WHOLE) if place != missing]
    assert of_kind(article, BlockKind.HEADLINE) == [HEADLINE] * (HEADLINE in present)
    assert of_kind(article, BlockKind.HEADING) == [HEADING] * (HEADING in present and SECOND in present)
    assert (article.published is not None) == (missing != 1)
    assert article.credits == (("وكالة الضفاف", "هامش") if AGENCIES in present else ())
    assert of_kind(article, BlockKind.LEAD) == [LEAD if LEAD in present else FIRST]
    assert LABEL not in article.text


def test_each_line_below_the_headline_may_be_missing():
    for missing in (DATE, CAPTION, CONTROL):
        article = read(HEADLINE, "\n".join(line for line in (DATE, CAPTION, CONTROL) if line != missing), *WHOLE[2:])
        assert (article.published is None) == (missing == DATE)
        assert bool(of_kind(article, BlockKind.CAPTION)) == (missing != CAPTION)
        assert of_kind(article, BlockKind.LEAD) == [LEAD]


def test_a_caption_without_a_credit_is_known_by_standing_between_date_and_text_size():
    article = read(HEADLINE, f"{DATE}\nالمنارة عند الغروب\n{CONTROL}", *WHOLE[2:])
    assert of_kind(article, BlockKind.CAPTION) == ["المنارة عند الغروب"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(end):
    text = "\n\n".join(WHOLE)
    assert structured(text.replace("\n", end), Hints()) == structured(text, Hints())


def test_a_text_without_empty_lines_is_read_as_well():
    article = read(*WHOLE, between="\n")
    assert kinds(article) == ["headline", "caption", "credit", "lead", "paragraph", "heading", "paragraph", "credit"]


def test_a_text_without_a_headline_is_called_by_its_first_words_and_gets_none():
    article = read(LEAD, FIRST, SECOND)
    assert kinds(article) == ["paragraph"] * 3
    assert article.title == "عادت المنارة القديمة عند مدخل الميناء إلى العمل، مساء اليوم الاثنين، بعد اثني عشر عامًا من…"
    assert LEAD.startswith(article.title.removesuffix("…"))


def test_a_title_is_one_line_without_the_tabs_of_the_text_that_it_is_taken_from():
    assert read("عاد\tالضوء   إلى المنارة. ثم جاء الناس من كلّ الحارات يحملون الخبز.").title == "عاد الضوء إلى المنارة"


@pytest.mark.parametrize("sender", ["المرفأ «الساحل»: ", "المرفأ الكبير (رويترز) - ", "المرفأ- (أ ف ب): "])
def test_a_title_from_the_first_sentence_leaves_out_where_it_was_sent_from(sender):
    article = read(f"{sender}عاد الضوء إلى المنارة. ثم جاء الناس من كلّ الحارات يحملون الخبز.")
    assert article.title == "عاد الضوء إلى المنارة"
    assert article.text.startswith(sender)


@pytest.mark.parametrize("speaker", ["قال البحّار (سامر البحري): ", "قالت صحيفة «الساحل»: "])
def test_a_title_keeps_who_speaks_in_the_first_sentence(speaker):
    first = f"{speaker}عاد الضوء إلى المنارة. ثم جاء الناس من كلّ الحارات يحملون الخبز."
    assert read(first).title == f"{speaker}عاد الضوء إلى المنارة"


def test_a_short_first_sentence_is_the_whole_title():
    assert (
        read("عاد الضوء. ثم جاء الناس من كلّ الحارات يحملون الخبز والتمر.").title
        == "عاد الضوء. ثم جاء الناس من كلّ الحارات يحملون الخبز والتمر"
    )


def test_an_initial_does_not_end_the_first_sentence():
    assert (
        read("افتتح د. سامر البحري المعرض في القاعة الكبرى أمس. وجاء الناس.").title
        == "افتتح د. سامر البحري المعرض في القاعة الكبرى أمس"
    )


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [
        ("تقرير خاص", "المنارة القديمة تعود إلى العمل بعد غياب طويل"),
        ("رأي", "لماذا تحتاج المدن الساحلية إلى ضوء"),
        ("في ختام أسبوع البحر", "المنارة القديمة تعود إلى العمل بعد ثلاثين عامًا"),
        ("بحضور أهل الحيّ والصيادين", "البلدية تحتفل بعودة المنارة القديمة إلى العمل"),
    ],
)
@pytest.mark.parametrize("below", [(), ("21 أكتوبر 2024",)])
def test_a_line_over_the_headline_that_names_rubric_or_circumstance_is_not_the_headline(kicker, headline, below):
    article = read(kicker, headline, *below, LEAD, FIRST, SECOND)
    assert article.title == headline
    assert of_kind(article, BlockKind.HEADLINE) == [headline]
    assert of_kind(article, BlockKind.HEADING) == [kicker]


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        ("بعد غياب طويل.. المنارة تعود", "ضوؤها يرى من ثلاثين كيلومترًا في الليالي الصافية"),
        ("بعد العاصفة المنارة تعود إلى العمل", "ضوؤها يرى من ثلاثين كيلومترًا في الليالي الصافية كلها"),
        ("خلال عام واحد من الترميم والإصلاح", "ضوؤها عاد"),
        ("عودة المنارة", "ضوؤها يرى من ثلاثين كيلومترًا في الليالي الصافية"),
    ],
)
def test_a_headline_with_a_line_below_it_stays_the_headline(headline, line):
    assert read(headline, line, DATE, LEAD, FIRST, SECOND).title == headline


def test_a_line_below_the_headline_is_a_heading_of_the_first_level():
    article = read(HEADLINE, "اثنا عشر عامًا من العتمة تنتهي عند مدخل الميناء", LEAD, FIRST, between="\n")
    assert [(block.kind.value, block.level) for block in article.blocks[:3]] == [
        ("headline", 0),
        ("heading", 1),
        ("lead", 0),
    ]


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("بقلم ليلى قنديل", ("ليلى قنديل",), ""),
        ("كتب - سامر البحري:", ("سامر البحري",), ""),
        ("إعداد: ليلى قنديل وسامر البحري", ("ليلى قنديل وسامر البحري",), ""),
        ("ليلى قنديل (صيدا)، سامر البحري (صور)", ("ليلى قنديل", "سامر البحري"), ""),
        ("د. سامر البحري", ("د. سامر البحري",), ""),
        ("صيدا: «المرفأ»", (), "المرفأ"),
        ("صيدا: المرفأ", (), ""),
    ],
)
def test_a_byline_is_kept_and_the_names_it_surely_gives_are_taken(line, authors, source):
    article = read(HEADLINE, line, LEAD, FIRST)
    assert of_kind(article, BlockKind.BYLINE) == [line]
    assert (article.authors, article.source) == (authors, source)


def test_a_line_of_an_archive_gives_writer_outlet_and_date():
    result = structured(f"{HEADLINE}\nليلى قنديلنشر في المرفأ يوم 03 - 02 - 2013\n{LEAD}\n{FIRST}", Hints())
    article = result.article
    assert (article.authors, article.source) == (("ليلى قنديل",), "المرفأ")
    assert article.published is not None
    assert article.published.iso == "2013-02-03"
    assert of_kind(article, BlockKind.BYLINE) == ["ليلى قنديل"]


def test_what_the_clipboard_says_of_the_source_comes_before_the_text():
    text = f"{HEADLINE}\n\nصيدا: «المرفأ»\n\n{LEAD}\n\n{FIRST}"
    article = structured(text, Hints(source="الضفاف", address="https://example.org/1")).article
    assert (article.source, article.address) == ("الضفاف", "https://example.org/1")


def test_a_dateline_stays_in_its_paragraph():
    lead = "صيدا ـ وكالة الضفاف: " + LEAD
    assert of_kind(read(HEADLINE, lead, FIRST), BlockKind.LEAD) == [lead]


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("الميناء القديم 5 آذار/مارس 2024 (أ ف ب) - ", "2024-03-05"),
        ("الميناء 5-3-2024 وفا- ", "2024-03-05"),
        ("الميناء القديم، 5 مارس 2024 (ومع)/ ", "2024-03-05"),
        ("الميناء القديم 24 شعبان 1445 هـ الموافق 05 مارس 2024 م واس - ", "2024-03-05"),
        ("منذ 5 مارس 2024 (يوم الافتتاح) - ", ""),
    ],
)
def test_a_dateline_with_its_agency_tells_the_day(dateline, day):
    text = f"المنارة القديمة تعود\n\n{dateline}{LEAD}\n\n{FIRST}"
    published = structured(text, Hints()).article.published
    assert (published.iso if published else "") == day


def test_an_interview_may_be_called_so_in_its_headline():
    text = f"حوار: رئيس البلدية لـ«المرفأ»: المنارة ذاكرتنا\nحاورته: ليلى قنديل\n\n{LEAD}\n\n{FIRST}"
    article = structured(text, Hints()).article
    assert article.title == "حوار: رئيس البلدية لـ«المرفأ»: المنارة ذاكرتنا"
    assert article.authors == ("ليلى قنديل",)


def test_a_name_with_a_place_above_the_date_is_a_byline():
    text = f"المنارة القديمة تعود\nليلى قنديل - الميناء القديم\nالثلاثاء 05 مارس 2024\n\n{LEAD}\n\n{FIRST}"
    kinds = [(block.kind.value, block.text) for block in structured(text, Hints()).article.blocks[:2]]
    assert kinds == [("headline", "المنارة القديمة تعود"), ("byline", "ليلى قنديل - الميناء القديم")]


def test_the_date_of_the_last_change_is_told_from_that_of_publication():
    article = read(HEADLINE, f"{DATE} | آخر تحديث: 22 أكتوبر 2024", LEAD, FIRST)
    assert article.published is not None
    assert article.modified is not None
    assert (article.published.iso, article.modified.iso) == ("2024-10-21", "2024-10-22")


def test_a_date_alone_at_the_end_is_that_of_publication():
    article = read(HEADLINE, LEAD, FIRST, DATE)
    assert article.published is not None
    assert article.published.iso == "2024-10-21"


def test_an_address_alone_at_the_top_is_the_source():
    article = read("example.org", HEADLINE, LEAD, FIRST)
    assert (article.source, of_kind(article, BlockKind.HEADLINE)) == ("example.org", [HEADLINE])


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "● "])
def test_lines_with_one_mark_are_a_list(mark):
    article = read(HEADLINE, LEAD, "\n".join(f"{mark}{item}" for item in ("زجاج", "نحاس", "خشب")), SECOND)
    items = [block for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [block.text for block in items] == ["زجاج", "نحاس", "خشب"]
    assert [block.group and (block.group.row, block.group.ordered) for block in items] == [
        (0, False),
        (1, False),
        (2, False),
    ]


def test_numbered_lines_are_an_ordered_list_if_they_count_from_one():
    article = read(HEADLINE, LEAD, "1- زجاج\n2- نحاس", SECOND, "4. خشب\n7. حبال", FIRST)
    items = [block for block in article.blocks if block.kind is BlockKind.LIST_ITEM]
    assert [(block.text, block.group and block.group.ordered) for block in items] == [("زجاج", True), ("نحاس", True)]
    assert "4. خشب" in of_kind(article, BlockKind.PARAGRAPH)


def test_what_people_say_after_dashes_is_no_list():
    article = read(HEADLINE, LEAD, "- من أطفأ المنارة؟\n- أطفأها الحارس ومضى.", SECOND)
    assert "- من أطفأ المنارة؟" in of_kind(article, BlockKind.PARAGRAPH)


def test_a_paragraph_that_is_one_quotation_is_set_as_such():
    quotation = "«كنّا نعدّ السفن من السطح كلّ مساء، ثم انطفأ الضوء فصرنا نعدّ النجوم»"
    assert of_kind(read(HEADLINE, LEAD, quotation, SECOND), BlockKind.QUOTATION) == [quotation]


def test_verse_is_not_taken_for_headings():
    verse = ["قفا نسأل البحر القديم عن السفن", "وعن نوارس غادرت قبل الشتاء", "وعن فتى كان ينتظر", "ثم مضى ولم يعد"]
    assert set(kinds(read(*verse, between="\n"))) == {"paragraph"}


@pytest.mark.parametrize(
    ("language", "direction", "headline", "paragraphs"),
    [
        (
            "fa",
            Direction.RTL,
            "فانوس دریایی قدیمی دوباره روشن شد",
            (
                "فانوس دریایی ورودی بندر پس از دوازده سال خاموشی، شامگاه دوشنبه با حضور مردم محله دوباره روشن شد.",
                "مسئول بندر گفت که تعمیرات را داوطلبان شهر انجام داده‌اند و عدسی در کارگاهی نزدیک تمیز شده است.",
            ),
        ),
        (
            "he",
            Direction.RTL,
            "המגדלור הישן שב לפעול",
            (
                "המגדלור שבכניסה לנמל שב לפעול בערב יום שני, לאחר שתים עשרה שנות חושך, לשמחת תושבי השכונה כולה.",
                "מנהל הנמל אמר כי התיקון נעשה בידי מתנדבים מן העיר וכי העדשה נוקתה חלק אחר חלק בבית מלאכה סמוך.",
            ),
        ),
        (
            "en",
            Direction.LTR,
            "The old lighthouse shines again",
            (
                "The lighthouse at the mouth of the harbour was lit on Monday evening after twelve years of darkness.",
                "The harbour master said that volunteers had made all the repairs and that the lens was clean.",
            ),
        ),
        (
            "ur",
            Direction.RTL,
            "پرانا مینار پھر روشن ہو گیا",
            (
                "بندرگاہ کے دہانے پر کھڑا پرانا مینار بارہ سال کی تاریکی کے بعد پیر کی شام پھر روشن ہو گیا۔",
                "بندرگاہ کے نگران نے بتایا کہ مرمت شہر کے رضاکاروں نے کی ہے اور عدسہ قریبی کارخانے میں صاف کیا گیا۔",
            ),
        ),
    ],
)
def test_other_languages_are_read_alike(language, direction, headline, paragraphs):
    article = read(headline, *paragraphs)
    assert kinds(article) == ["headline", "lead", "paragraph"]
    assert (article.language, article.direction) == (language, direction)


def test_each_block_has_the_direction_of_its_own_letters_and_numbers_that_of_the_article():
    article = read(HEADLINE, LEAD, "The light is on again, said the captain of the ferry from Tyre.", "2024", SECOND)
    assert [block.direction.value for block in article.blocks] == ["rtl", "rtl", "ltr", "rtl", "rtl"]


def test_plain_takes_every_line_for_a_paragraph_and_drops_nothing():
    result = structured("\n\n".join(WHOLE), Hints(plain=True))
    lines = [line for part in WHOLE for line in part.split("\n")]
    assert kinds(result.article) == ["paragraph"] * len(lines)
    assert result.article.text == "\n".join(lines)
    assert (result.leftovers, result.article.published, result.article.title) == ((), None, HEADLINE)


def test_block_ids_are_the_same_each_time():
    assert [block.id for block in read(*WHOLE).blocks] == [f"b{number}" for number in range(1, 9)]


def test_the_sample_article_has_every_part():
    text = resources.read_text("samples/article.ar.txt")
    article = structured(text, Hints()).article
    headline, caption, credit, lead = article.blocks[:4]
    assert [block.kind.value for block in (headline, caption, credit, lead)] == [
        "headline",
        "caption",
        "credit",
        "lead",
    ]
    assert len(of_kind(article, BlockKind.HEADING)) == 3
    assert article.published is not None
    assert article.published.iso == "2025-05-12"
    assert len(article.credits) == 2


def test_the_founding_article_has_every_part(shared):
    text = (shared / "data" / "seed" / "article.txt").read_text(encoding="utf-8")
    result = structured(text, Hints())
    article = result.article
    assert kinds(article)[:4] == ["headline", "caption", "credit", "lead"]
    assert kinds(article)[4:].count("heading") == 3
    assert kinds(article)[4:].count("paragraph") == 8
    assert article.published is not None
    assert article.published.iso == "2024-10-21"
    assert (len(article.credits), len(result.leftovers)) == (2, 2)


LINES = st.sampled_from(
    [
        *(line for part in WHOLE for line in part.split("\n")),
        *("- بند أول", "- بند ثانٍ", "1. واحد", "2. اثنان", "> قول", "ليلى قنديلنشر في المرفأ يوم 03 - 02 - 2013"),
        *("صيدا: «المرفأ»", "بقلم ليلى قنديل", "تصوير: سامر", "اقرأ أيضًا: خبر آخر", "المصدر: المرفأ", "(رويترز)"),
        *(
            "Tags: sea, light",
            "12 مشاركة",
            "فيسبوك",
            "آخر تحديث: 3 مارس 2021",
            "«قولٌ طويل من سبع كلمات لا أكثر ولا أقل»",
        ),
        *("", "؟", "(", "()", "example.org", "2024", "ﻻ ﺣﺪ", "a" * 130),
    ]
) | st.text(alphabet="ابةى ًـ().،:-/«»09ab", max_size=60)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n"])), max_size=14))
def test_every_letter_is_in_the_article_or_left_over(lines):
    text = "".join(line + end for line, end in lines)
    result = structured(text, Hints())
    article = result.article
    dates = [date.written for date in (article.published, article.modified) if date]
    kept = "".join((article.text, *result.leftovers, *dates, article.source))
    assert not Counter(filter(str.isalpha, letters(clean(text)))) - Counter(filter(str.isalpha, letters(kept)))


def test_every_letter_of_real_articles_is_in_the_article_or_left_over(shared):
    lost = {}
    for path in sorted((shared / "data" / "text-windows-1256").iterdir()):
        text = clean(path.read_bytes().decode("cp1256"))
        result = structured(text, Hints())
        kept = "".join((result.article.text, *result.leftovers))
        missing = Counter(filter(str.isalpha, letters(text))) - Counter(filter(str.isalpha, letters(kept)))
        if missing:
            lost[path.name] = missing
    assert lost == {}


def test_real_articles_get_the_headlines_they_have_and_no_others(shared):
    """The files whose code begins with EG have none, but for one story; all others have one."""
    wrong = []
    for path in sorted((shared / "data" / "text-windows-1256").iterdir()):
        code = path.stem.partition("__")[2]
        has_headline = not code.startswith("EG") or code == "EGC24"
        article = structured(path.read_bytes().decode("cp1256"), Hints()).article
        if bool(of_kind(article, BlockKind.HEADLINE)) != has_headline:
            wrong.append(path.name)
    assert wrong == []
