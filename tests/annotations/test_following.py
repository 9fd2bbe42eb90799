"""Where one was, after the text has changed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.following import KNOWN_LENGTH, moved

WORDS = ("عاد", "الصيادون", "إلى", "الميناء", "القديم", "بعد", "عشرين", "عامًا", "وقالت", "المهندسة", "harbour", "2020")
PARAGRAPHS = [" ".join(f"{word}{number}" for word in WORDS) + "." for number in range(6)]
TEXT = "\n".join(PARAGRAPHS)


def test_words_stand_where_they_were_moved_to():
    position = TEXT.index("الصيادون4")
    now = "\n".join(["فقرة جديدة.", *PARAGRAPHS[:2], PARAGRAPHS[4], PARAGRAPHS[5]])
    assert now[moved(position, TEXT, now) :].startswith("الصيادون4")


def test_of_words_that_are_gone_the_next_ones_are_taken():
    position = TEXT.index("الصيادون4")
    now = TEXT.replace("الصيادون4 إلى4 ", "")
    assert now[moved(position, TEXT, now) :].startswith("الميناء4")


@given(st.integers(0, len(TEXT)), st.lists(st.sampled_from(PARAGRAPHS), max_size=8))
@settings(max_examples=60)
def test_every_place_is_in_the_text_and_the_beginning_stays(position, paragraphs):
    now = "\n".join(paragraphs)
    assert 0 <= moved(position, TEXT, now) <= len(now)
    assert moved(0, TEXT, now) == 0
    assert moved(position, TEXT, TEXT) <= position + KNOWN_LENGTH
