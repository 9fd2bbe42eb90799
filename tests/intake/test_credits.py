import pytest

from reader.intake.credits import agencies_at_the_end, agencies_of, picture_of, writers_before, writers_of


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("قارب يعبر المضيق (سامر البحري/وكالة الضفاف)", "قارب يعبر المضيق", "سامر البحري/وكالة الضفاف"),
        ("قارب يعبر المضيق (رويترز)", "قارب يعبر المضيق", "رويترز"),
        ("قارب يعبر المضيق (تصوير: سامر البحري)", "قارب يعبر المضيق", "تصوير: سامر البحري"),
        ("A boat in the strait (Jane Roe/Getty Images)", "A boat in the strait", "Jane Roe/Getty Images"),
        ("تصوير: سامر البحري", "", "تصوير: سامر البحري"),
    ],
)
def test_a_pictures_caption_and_credit_are_told_apart(line, caption, credit):
    picture = picture_of(line)
    assert picture is not None
    assert (picture.caption, picture.credit) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "قارب يعبر المضيق (صيدا)",
        "انتهت المباراة بالتعادل (2/2)",
        "قال القبطان إنّ الرحلة طالت. (رويترز)",
        "السرعة القصوى (كيلومتر/ساعة) وما يتبعها",
        "قارب يعبر المضيق",
    ],
)
def test_other_brackets_credit_nobody(line):
    assert picture_of(line) is None


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(رويترز، فرانس برس)", ("رويترز", "فرانس برس")),
        ("(وكالة الضفاف، هامش)", ("وكالة الضفاف", "هامش")),
        ("[أ ف ب]", ("أ ف ب",)),
        ("(د.ب.أ)", ("د.ب.أ",)),
        ("المصدر: المرفأ + وكالات", ("المرفأ", "وكالات")),
        ("رويترز", ("رويترز",)),
        ("Reuters, AFP", ("Reuters", "AFP")),
    ],
)
def test_agencies_at_the_end_are_credited(line, agencies):
    assert agencies_of(line) == agencies


@pytest.mark.parametrize("line", ["(انتهت الرحلة في صباح اليوم السابع من غير أن يُصاب أحد)", "عاد الصيادون", "(1987)"])
def test_other_last_lines_credit_no_agency(line):
    assert agencies_of(line) == ()


def test_known_agencies_are_found_behind_the_last_words_of_a_paragraph():
    assert agencies_at_the_end("وانتهت الرحلة بسلام.-(وكالات)") == ("وكالات",)
    assert agencies_at_the_end("وانتهت الرحلة بسلام (في صيدا)") == ()


@pytest.mark.parametrize(
    "line", ["كتب جديدة في معرض صور", "تقرير عن حال المنارات", "حوار البحر والصخر", "إعداد الخبز في البيت"]
)
def test_a_headline_that_begins_with_a_word_of_bylines_is_none(line):
    assert writers_of(line, is_first=True) is None


def test_writers_are_found_before_a_paragraph():
    assert writers_before("بقلم ليلى قنديل - عادت المنارة إلى العمل أمس.") == ("ليلى قنديل",)
    assert writers_before("كتب - سامر البحري: عادت المنارة إلى العمل أمس.") == ("سامر البحري",)
    assert writers_before("صيدا - عادت المنارة إلى العمل أمس.") == ()
