import pytest

from reader.articles.article import WrittenDate
from reader.intake.hints import Hints
from reader.intake.numeric_dates import told_by, two_days, without_doubt
from reader.intake.structure import structured

IN_DOUBT = WrittenDate("2024-03-05", "05/03/2024")


@pytest.mark.parametrize("language", ["ar", "fa", "fr", "he"])
def test_the_day_stands_first_in_arabic_and_whatever_is_not_english(language):
    assert without_doubt(IN_DOUBT, language) == IN_DOUBT


@pytest.mark.parametrize("language", ["en", ""])
def test_no_date_is_better_than_one_that_may_be_another_day(language):
    assert without_doubt(IN_DOUBT, language) is None
    assert without_doubt(WrittenDate("2024-03-13", "13/03/2024"), language)
    assert without_doubt(WrittenDate("2024-03-05", "5 March 2024"), language)


def test_english_hours_say_that_a_program_was_not_told_the_country():
    assert without_doubt(WrittenDate("2024-03-05", "3/5/2024 10:22:33 AM"), "ar") is None
    assert without_doubt(WrittenDate("2024-03-05", "05/03/2024 10:22 ص"), "ar")


def test_another_date_tells_which_day_is_meant():
    may = WrittenDate("2024-05-03T10:00:00+00:00", "2024-05-03T10:00:00+00:00")
    assert told_by([may], IN_DOUBT) == may
    assert told_by([WrittenDate("2024-06-01", "2024-06-01")], IN_DOUBT) == IN_DOUBT
    assert not two_days(may.written)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        (
            "نشر في 05/03/2024",
            "عادت السفن إلى الميناء بعد أسبوع من العواصف، وقال الصيادون إن البحر هدأ أخيرًا.",
            "2024-03-05",
        ),
        ("Published: 05/03/2024", "The boats came back to the harbour, and the men said that the sea was calm.", ""),
    ],
)
def test_a_line_with_such_a_date_is_read_as_the_language_has_it_or_left_over(line, text, day):
    made = structured("\n\n".join([text.partition(" ")[2][:30], line, text, text]), Hints())
    published = made.article.published
    assert (published.iso if published else "") == day
    assert ("05/03/2024" in made.leftovers) is (not day)
