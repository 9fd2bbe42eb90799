import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.digits import Digits, convert, format_number, used_in

PAIRS = [
    ("عام 2024 و12 شهرا", "عام ٢٠٢٤ و١٢ شهرا"),
    ("بنسبة 3.5% و50 %", "بنسبة ٣٫٥٪ و٥٠ ٪"),
    ("بلغ 1,250,000 و1,000.75", "بلغ ١٬٢٥٠٬٠٠٠ و١٬٠٠٠٫٧٥"),
    ("يوم 21.10.2024 و21/10/2024 الساعة 10:30", "يوم ٢١.١٠.٢٠٢٤ و٢١/١٠/٢٠٢٤ الساعة ١٠:٣٠"),
    ("فاز 2-1", "فاز ٢-١"),
    ("لقاح COVID-19 وطائرة A320 وWindows 11 مع 16 GB و4K", "لقاح COVID-19 وطائرة A320 وWindows 11 مع 16 GB و4K"),
    (
        "زر https://example.org/2024 وwww.a.com/5 و@user1 و#2024",
        "زر https://example.org/2024 وwww.a.com/5 و@user1 و#2024",
    ),
    ("Sold 3 copies, on October 21, 2024", "Sold 3 copies, on October 21, 2024"),
    ("2024", "٢٠٢٤"),
    ("در سال 1402 خورشیدی", "در سال ۱۴۰۲ خورشیدی"),
    ("", ""),
]


@pytest.mark.parametrize(("latin", "arabic"), PAIRS)
def test_a_text_is_shown_with_the_digits_of_choice(latin: str, arabic: str) -> None:
    assert convert(latin, Digits.ARABIC) == arabic
    assert convert(arabic, Digits.LATIN) == latin
    assert convert(latin, Digits.AS_WRITTEN) == latin


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("ابس 0123456789.,:%-/AZ@٣۴٪٫٬ی"), max_size=30), st.sampled_from(Digits))
def test_no_place_moves(text: str, digits: Digits) -> None:
    converted = convert(text, digits)
    assert len(converted) == len(text)
    assert all(old == new for old, new in zip(text, converted, strict=True) if old.isalpha() or old.isspace())


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("اب 0123456789.,:%-/"), max_size=30))
def test_there_is_a_way_back(text: str) -> None:
    assert convert(convert(text, Digits.ARABIC), Digits.LATIN) == text


def test_no_text_however_odd_is_slow() -> None:
    for piece in ("1", ".", "1.", "+", "a1", "@", "1 "):
        assert len(convert(piece * 50_000 + "ا", Digits.ARABIC)) == len(piece) * 50_000 + 1


@pytest.mark.parametrize(
    ("text", "digits"),
    [("عام ٢٠٢٤", "arabic"), ("سال ۱۴۰۲", "arabic"), ("عام 2024 ثم ٣", "latin"), ("بلا عدد", "latin"), ("", "latin")],
)
def test_the_digits_of_a_text_are_those_it_uses_most(text: str, digits: str) -> None:
    assert used_in(text) == digits


def test_numbers_are_written_with_parted_thousands() -> None:
    assert format_number(1234567, Digits.LATIN) == "1,234,567"
    assert format_number(1234567, Digits.ARABIC) == "١٬٢٣٤٬٥٦٧"
    assert format_number(634, Digits.AS_WRITTEN) == "634"
    assert format_number(-5, Digits.ARABIC) == "-٥"
