from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.dates import find_date, is_date_line
from reader.text.dates_in_words import Months, in_numbers, in_print, in_words
from reader.text.digits import Digits

DAY = "2024-10-21"


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(Months), st.sampled_from(["ar", "en"]))
def test_what_is_written_in_words_is_found_again(day: date, months: Months, language: str) -> None:
    for digits in Digits:
        words = in_words(day.isoformat(), language, months, digits)
        found = find_date(f"نُشر في {words}، بقلم")
        assert found
        assert (found.iso, found.written) == (day.isoformat(), words)
        assert is_date_line(words)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2070, 1, 1)))
def test_a_hijri_date_beside_is_the_same_day(day: date) -> None:
    words = in_words(day.isoformat(), "ar", hijri=True)
    hijri = words[words.index("(") + 1 : -1].removesuffix(" تقريبًا")
    found = find_date(hijri)
    assert found
    assert (found.iso, found.computed) == (day.isoformat(), True)


@pytest.mark.parametrize(
    ("language", "months", "digits", "words"),
    [
        ("ar", Months.AUTO, Digits.AS_WRITTEN, "21 أكتوبر 2024"),
        ("ar", Months.GREGORIAN, Digits.ARABIC, "٢١ أكتوبر ٢٠٢٤"),
        ("ar", Months.LEVANTINE, Digits.LATIN, "21 تشرين الأول 2024"),
        ("ar", Months.DOUBLE, Digits.LATIN, "21 تشرين الأول/أكتوبر 2024"),
        ("ar-LB", Months.AUTO, Digits.LATIN, "21 تشرين الأول 2024"),
        ("ar-JO", Months.AUTO, Digits.LATIN, "21 تشرين الأول/أكتوبر 2024"),
        ("en", Months.LEVANTINE, Digits.AS_WRITTEN, "21 October 2024"),
    ],
)
def test_a_date_is_written_in_the_words_of_its_readers(
    language: str, months: Months, digits: Digits, words: str
) -> None:
    assert in_words(DAY, language, months, digits) == words


def test_months_have_the_names_of_their_region() -> None:
    assert in_words("2024-08-01", "ar", Months.MOROCCAN) == "1 غشت 2024"
    assert in_words("2024-08-01", "ar-MA") == "1 غشت 2024"
    assert in_words("2024-08-01", "ar-DZ") == "1 أوت 2024"
    assert in_words("2024-01-01", "ar-TN") == "1 جانفي 2024"
    assert in_words("2024-01-01", "ar-EG") == "1 يناير 2024"


def test_a_date_is_written_as_far_as_it_is_known() -> None:
    assert in_words("2024", "ar") == "2024"
    assert in_words("2024-10", "ar") == "أكتوبر 2024"
    assert in_words("2024-10-21T14:30:00Z", "en") == "21 October 2024"
    assert in_words("2024-10", "ar", hijri=True) == "أكتوبر 2024"


def test_the_hijri_date_beside_says_that_it_is_computed() -> None:
    assert in_words(DAY, "ar", hijri=True) == "21 أكتوبر 2024 (18 ربيع الآخر 1446 هـ تقريبًا)"
    assert in_words(DAY, "en", hijri=True) == "21 October 2024 (18 Rabi al-Thani 1446 AH, approximately)"
    assert in_words(DAY, "ar", digits=Digits.ARABIC, hijri=True) == "٢١ أكتوبر ٢٠٢٤ (١٨ ربيع الآخر ١٤٤٦ هـ تقريبًا)"


@pytest.mark.parametrize("written", ["الاثنين 21 تشرين الأول 2024", "2024-10-21", "Mon, 21 Oct 2024 18:05:09 GMT", ""])
def test_a_date_is_told_as_it_was_written_for_readers(written: str):
    assert in_print(written) == written


def test_what_was_written_for_machines_alone_is_not():
    assert not in_print("2024-10-21T18:05:09.299Z")


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2024", "2024"),
        (DAY, DAY),
        ("2024-10-21T18:05:09", "2024-10-21 18:05"),
        ("2024-10-21T18:05:09Z", "2024-10-21 18:05 UTC"),
        ("2024-10-21T18:05:09+00:00", "2024-10-21 18:05 UTC"),
        ("2024-10-21T18:05+03:00", "2024-10-21 18:05 UTC+03:00"),
        ("2024-10-21T18:05:09.123-05:00", "2024-10-21 18:05 UTC-05:00"),
    ],
)
def test_an_exact_date_is_told_without_the_signs_of_machines(iso: str, told: str):
    assert in_numbers(iso) == f"\u2066{told}\u2069"
