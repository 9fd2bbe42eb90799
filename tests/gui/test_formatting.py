import pytest

from reader.gui.formatting import Formatter, isolated
from reader.settings import Settings
from reader.text.digits import Digits
from reader.text.direction import Direction


def made(language="ar", **settings):
    return Formatter(Settings(**settings), language)


def test_a_line_beside_a_text_uses_the_texts_digits_until_the_reader_chooses(qapp):
    assert made().digits_beside("arabic") is Digits.ARABIC
    assert made().digits_beside("latin") is Digits.LATIN
    assert made(digits="latin").digits_beside("arabic") is Digits.LATIN


def test_counts_are_in_012_until_the_reader_chooses(qapp):
    assert made().number(1234) == "1,234"
    assert made(digits="arabic").number(1234) == "١٬٢٣٤"


def test_the_percent_sign_goes_with_the_digits(qapp):
    assert made().percent(105) == "105%"
    assert made(digits="arabic").percent(105) == "١٠٥٪"


def test_the_names_of_months_go_by_the_articles_region(qapp):
    day = "2024-08-05"
    assert made().date(day, Digits.LATIN, language="ar-LB") == "5 آب 2024"
    assert made().date(day, Digits.LATIN, language="ar-MA") == "5 غشت 2024"
    assert made(months="gregorian").date(day, Digits.LATIN, language="ar-LB") == "5 أغسطس 2024"
    assert made("en").date(day, Digits.LATIN, language="ar-LB") == "5 August 2024"


def test_digits_beside_a_persian_text_have_its_form(qapp):
    assert made().date("2024-08-05", Digits.ARABIC, language="fa") == "۵ أغسطس ۲۰۲۴"
    assert made().date("2024-08-05", Digits.ARABIC, language="ar") == "٥ أغسطس ٢٠٢٤"
    assert made().date("2024-08-05", Digits.LATIN, language="fa") == "5 أغسطس 2024"


@pytest.mark.parametrize(
    ("months", "language", "words"),
    [
        ("auto", "ar", "5 مارس 2024"),
        ("levantine", "ar", "5 آذار 2024"),
        ("auto", "en", "5 March 2024"),
    ],
)
def test_a_date_is_in_words(qapp, months, language, words):
    assert made(language, months=months).date("2024-03-05", Digits.LATIN) == words


def test_no_date_is_no_words(qapp):
    assert made().date("", Digits.LATIN) == ""


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize(
    ("words", "time"),
    [
        (0, ""),
        (10, "أقلّ من دقيقة"),
        (150, "دقيقة"),
        (300, "دقيقتان"),
        (600, "4 دقائق"),
        (1650, "11 دقيقةً"),
        (15000, "100 دقيقة"),
    ],
)
def test_reading_time_has_the_plural_of_its_number(words, time):
    assert made().reading_time(words, "ar", Digits.LATIN) == time


@pytest.mark.usefixtures("arabic")
def test_reading_time_follows_the_digits_and_the_readers_pace():
    assert made().reading_time(600, "ar", Digits.ARABIC) == "٤ دقائق"
    assert made(words_a_minute=200).reading_time(600, "ar", Digits.LATIN) == "3 دقائق"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(("words", "time"), [(10, "Under a minute"), (150, "1 minute"), (600, "4 minutes")])
def test_reading_time_in_english(words, time):
    assert made("en").reading_time(words, "ar", Digits.LATIN) == time


def test_what_is_missing_leaves_no_lonely_separator(qapp):
    assert made().joined("", "21 أكتوبر", "") == "\u206821 أكتوبر\u2069"
    assert made().joined("", "") == ""
    assert made().joined("أ", "ب").count("·") == 1


def test_arabic_that_begins_with_a_latin_name_runs_from_the_right_among_other_facts():
    assert made().joined("BBC News عربي - أخبار العالم اليوم") == "\u2067BBC News عربي - أخبار العالم اليوم\u2069"
    assert made().joined("The Cairo Review (القاهرة)") == "\u2066The Cairo Review (القاهرة)\u2069"
    assert made().joined("Reuters") == "\u2068Reuters\u2069"


def test_latin_in_an_arabic_line_is_isolated_for_showing(qapp):
    shown, direction = isolated("شركة Nova Systems تطلق هاتفًا")
    assert direction is Direction.RTL
    assert "\u2066Nova Systems\u2069" in shown


def test_a_line_without_letters_takes_the_direction_of_its_article(qapp):
    assert isolated("2024", Direction.LTR)[1] is Direction.LTR
