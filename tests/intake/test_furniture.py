import pytest

from reader.intake.furniture import is_control, is_label, is_pointer, without_furniture
from reader.intake.lines import Line


@pytest.mark.parametrize(
    "line",
    [
        "+ الخط -",
        "الخط",
        "+ الخط −",
        "طباعة",
        "شارك المقال",
        "فيسبوك تويتر واتساب",
        "Share Tweet Email",
        "inShare",
        "12 مشاركة",
        "قراءة 3 دقائق",
        "5 min read",
        "إعلان",
        "اقرأ المزيد",
        "//انتهى//",
    ],
)
def test_controls_of_the_page_are_recognised(line):
    assert is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "الخط العربي في متاحف القيروان",
        "فيسبوك",
        "3 قراءات في رواية جديدة",
        "الطباعة في بيروت قبل قرن",
        "12 ألف مشاركة في السباق",
        "إعلان نتائج المسابقة يوم الخميس",
        "—",
        "1",
    ],
)
def test_what_may_belong_to_an_article_is_no_control(line):
    assert not is_control(line)


def test_a_networks_name_goes_only_beside_other_controls():
    lines = [
        Line("شارك المقال"),
        Line("فيسبوك"),
        Line("نصّ المقال يبدأ هنا."),
        Line("فيسبوك"),
        Line("نصّ آخر ينتهي هنا."),
    ]
    kept = without_furniture(lines).kept
    assert [line.text for line in kept] == ["نصّ المقال يبدأ هنا.", "فيسبوك", "نصّ آخر ينتهي هنا."]


@pytest.mark.parametrize("line", ["المساهمون", "الوسوم:", "كلمات مفتاحية", "Tags", "اقرأ أيضًا"])
def test_labels_are_recognised(line):
    assert is_label(line)


def test_an_empty_label_at_the_end_goes_and_one_that_something_follows_stays():
    result = without_furniture([Line("نصّ."), Line("المصدر"), Line("صحيفة الميناء"), Line("الوسوم"), Line("المساهمون")])
    assert [line.text for line in result.kept] == ["نصّ.", "المصدر", "صحيفة الميناء"]
    assert result.dropped == ("الوسوم", "المساهمون")


@pytest.mark.parametrize(
    "line", ["اقرأ أيضًا: المنارة تعود إلى العمل", "Read also: The lighthouse", "الوسوم: بحر، ميناء"]
)
def test_pointers_and_lists_of_tags_are_recognised(line):
    assert is_pointer(line)


def test_a_sentence_after_a_colon_is_no_pointer():
    assert not is_pointer("للمزيد: عاد الصيادون في المساء ومعهم سلال ملأى، وقالوا إن البحر كان كريمًا.")


def test_gaps_survive_what_is_dropped_between():
    kept = without_furniture([Line("أول"), Line("+ الخط -", 1), Line("ثانٍ", 0)]).kept
    assert kept == (Line("أول", 0), Line("ثانٍ", 1))


def test_the_place_of_the_text_size_control_is_told():
    assert without_furniture([Line("أ"), Line("ب"), Line("+ الخط -"), Line("ج")]).controls_at == 2
