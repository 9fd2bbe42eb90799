"""Letters are counted in two ways: quickly where all characters are common, by searching where one is not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text import direction, tally


def counted_by_searching(text: str) -> tuple[int, int]:
    rtl = direction._count(direction._RTL_LETTERS, text) + direction._count(direction._HIGH_RTL_LETTERS, text)
    return rtl, direction._count(direction._LETTERS, text) - rtl


@given(st.text(st.sampled_from(tally.COMMON), max_size=40))
@settings(max_examples=100)
def test_both_ways_count_the_same(text):
    assert direction._letters_of_each(text) == counted_by_searching(text)


def test_every_common_character_stands_once_and_counts_as_what_it_is():
    assert len(set(tally.COMMON)) == len(tally.COMMON) < 256
    for character in tally.COMMON:
        assert direction._letters_of_each(character) == counted_by_searching(character)


def test_a_character_that_is_not_common_is_counted_by_searching():
    assert direction._letters_of_each("كتاب\u0800漢") == (5, 1)
