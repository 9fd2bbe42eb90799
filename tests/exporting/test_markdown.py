from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.article import BlockKind, Inline, InlineKind
from reader.exporting import markdown, plain_text
from reader.exporting.exported import Content
from reader.exporting.markdown import escaped
from reader.intake.formats.markdown import document as reading
from reader.intake.hints import Hints
from reader.text.spans import Span
from tests.exporting.conftest import block


def test_markdown_holds_every_kind_of_block(exported):
    made = markdown.make([exported], Content.ARTICLE)

    assert made.startswith("# الجسر \\<القديم> يعود & يفتح أبوابه\n")
    assert "**عاد الجسر إلى العمل بعد 12 عامًا.**" in made
    assert "### كيف بدأ المشروع؟" in made
    assert "قالت **المهندسة** إنّ [Open Bridge](https://example.org/a)" in made
    assert "\\*لا\\* نجوم" in made
    assert "1. حجر من الجبل\n2. خشب من الغابة" in made
    assert "| السنة | الكلفة |\n| --- | --- |\n| 2020 |  |" in made
    assert "> جئنا من ضفّتين" in made
    assert "التظليلات" not in made


def test_each_quotation_says_whose_words_it_is_and_where_they_stand(exported):
    made = markdown.make([exported], Content.HIGHLIGHTS)

    cited = "«الجسر \\<القديم> يعود & يفتح أبوابه»، صحيفة المثال، محرّر الشؤون المحلية، 1 مايو 2024، الفقرة 1"
    assert f"> بعد 12 عامًا\n> \n> — {cited}" in made
    assert "> برنامج مفتوح، وأضافت: \\*لا\\* نجوم هنا.\n> حجر" in made
    assert "*أخضر · بحث، جسور قديمة · 2 يناير 2026*" in made
    assert "**ملاحظة على المقال**\n\nملاحظة على كلّ المقال\nفي سطرين" in made
    assert "قالت" not in made


def test_what_is_a_sign_in_markdown_means_itself():
    assert escaped("# لا 1. لا") == "\\# لا 1. لا"
    assert escaped("1. سطر") == "1\\. سطر"
    assert escaped("سطر\n---\n===\n~~~\n>لا\n- بند") == "سطر\n\\---\n=\\=\\=\n\\~~~\n\\>لا\n\\- بند"
    assert escaped("-5 و#وسم و&amp; وAT&T") == "-5 و#وسم و\\&amp; وAT&T"
    assert escaped("a_b _c_ [x](y) <b> `c` ==d==") == "a_b \\_c\\_ \\[x\\](y) \\<b> \\`c\\` =\\=d=\\="


def test_markdown_can_be_read_again(exported):
    (again,) = reading.read(markdown.make([exported], Content.ARTICLE).encode(), Hints(file="a.md"))

    texts = {block.text for block in again.article.blocks}
    assert "قالت المهندسة إنّ Open Bridge 2.0 برنامج مفتوح، وأضافت: *لا* نجوم هنا." in texts
    assert {"حجر من الجبل", "كيف بدأ المشروع؟", "It opened in May, and everyone came."} <= texts


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="\\`*_{}[]()<>#+-.!|~=&;:\"'/ ابت1ab", min_size=1, max_size=40).map(str.strip).filter(bool))
def test_signs_that_mean_themselves_are_read_as_they_were_written(text):
    said = " ".join(f"قال {text} هنا.".split())
    written = f"# عنوان {escaped(text)} #\n\n{escaped(said)}\n\n- {escaped(said)}\n"
    (again,) = reading.read(written.encode(), Hints(file="a.md"))
    assert [each.text for each in again.article.blocks][1:] == [said, said]


def test_a_headline_that_is_not_the_title_is_written_like_any_other_words(exported):
    headline = block(0, BlockKind.HEADLINE, "عنوان الصفحة")
    titled = block(1, BlockKind.HEADLINE, exported.article.title)
    kept = replace(exported, article=replace(exported.article, blocks=(headline, titled)))
    for made in (plain_text.make([kept], Content.ARTICLE), markdown.make([kept], Content.ARTICLE)):
        assert made.count("عنوان الصفحة") == 1
        assert made.count("أبوابه") == 1


def test_plain_text_keeps_the_words_as_written(exported):
    made = plain_text.make([exported], Content.BOTH)

    assert "قالت المهندسة إنّ Open Bridge 2.0 برنامج مفتوح، وأضافت: *لا* نجوم هنا." in made
    assert "السنة\tالكلفة\n2020\t" in made
    assert "«بعد 12 عامًا»\n— «الجسر <القديم>" in made
    assert not any(ord(sign) in range(0x2066, 0x206A) for sign in made)


def test_what_is_marked_as_a_whole_holds_no_marks_of_its_own(exported):
    lead = block(0, BlockKind.LEAD, "عاد الجسر إلى العمل.", inlines=(Inline(Span(0, 20), InlineKind.STRONG),))
    made = markdown.make([replace(exported, article=replace(exported.article, blocks=(lead,)))], Content.ARTICLE)
    assert "\n**عاد الجسر إلى العمل.**\n" in made
