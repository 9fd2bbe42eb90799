from reader.articles.article import BlockKind
from reader.intake.formats.html.page import read
from reader.intake.hints import Hints

SENTENCE = "عادت المنارة عند مدخل الميناء إلى العمل مساء اليوم، وفرح أهل الحيّ جميعًا بعودة الضوء بعد غيابه الطويل."
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>المنارة القديمة تعود</title></head><body><main>
<h1>المنارة القديمة تعود</h1>
<figure><div><img src="a.jpg">
<p><span>صدر الصورة،</span> <span lang="en">Harbour Pictures</span></p></div>
<figcaption><span>التعليق على الصورة،</span><p>المنارة عند الغروب</p></figcaption></figure>
<section aria-labelledby="article-byline"><ul>
<li><span>Author,</span> <span>ليلى قنديل</span></li>
<li><span>Role,</span> <span>مراسلة المرفأ</span></li></ul></section>
<p>{SENTENCE}</p><p>{SENTENCE}</p>
<section role="region" aria-labelledby="podcast-promo">
<p>بودكاست الميناء: حكايات أسبوعيّة من المرفأ.</p></section>
<p>{SENTENCE}</p><ul><li>Role, كما تقول المسرحيّة</li></ul></main></body></html>"""


def test_what_only_screen_readers_say_is_left_over_and_tells_what_stands_behind_it():
    (one,) = read(PAGE.encode(), Hints())
    told = [(block.kind, block.text) for block in one.article.blocks[1:5]]
    assert told == [
        (BlockKind.CREDIT, "Harbour Pictures"),
        (BlockKind.CAPTION, "المنارة عند الغروب"),
        (BlockKind.BYLINE, "ليلى قنديل"),
        (BlockKind.BYLINE, "مراسلة المرفأ"),
    ]
    assert one.article.authors == ("ليلى قنديل",)
    assert {"صدر الصورة،", "التعليق على الصورة،", "Author,", "Role,"} <= set(one.leftovers)


def test_in_the_text_such_words_stay():
    (one,) = read(PAGE.encode(), Hints())
    assert one.article.blocks[-1].text == "Role, كما تقول المسرحيّة"


def test_what_a_page_names_a_promotion_is_beside_the_article():
    (one,) = read(PAGE.encode(), Hints())
    assert "بودكاست" not in one.article.text
