import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.tally import (
    EASTERN,
    EASTERN_DIGITS,
    LTR_LETTERS,
    RTL_LETTERS,
    WESTERN,
    WESTERN_DIGITS,
    count,
    encoded,
    words,
)


def test_kinds_of_characters_are_counted():
    text = encoded("في عام ٢٠٢٤ (2024) قالت BBC")
    assert text is not None
    assert [count(text, kind) for kind in (RTL_LETTERS, LTR_LETTERS, EASTERN, WESTERN)] == [9, 3, 4, 4]


@pytest.mark.parametrize("text", ["שלום", "漢字", "\u2066"])
def test_a_text_with_something_uncommon_is_left_to_others(text):
    assert encoded(text) is None


@given(st.text(EASTERN_DIGITS + WESTERN_DIGITS + "ابتabc .\n"))
def test_as_many_digits_are_counted_as_there_are(text):
    common = encoded(text)
    assert common is not None
    assert count(common, EASTERN) == sum(letter in EASTERN_DIGITS for letter in text)
    assert count(common, WESTERN) == sum(letter in WESTERN_DIGITS for letter in text)


@given(st.text("ابت abc12\u064b.،-\t\n\u00a0ـ«"))
def test_as_many_words_are_counted_as_pieces_hold_a_letter_or_digit(text):
    common = encoded(text)
    assert common is not None
    assert words(common) == sum(any(map(str.isalnum, piece)) for piece in text.split())
