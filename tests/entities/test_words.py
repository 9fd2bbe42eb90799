from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.words import Phrases, tokens


def readings(word):
    return [form.word for form in tokens(word)[0].forms]


def test_a_word_is_read_with_and_without_its_particles():
    assert readings("وبغداد") == ["وبغداد", "بغداد", "غداد"]
    assert "القاهره" in readings("للقاهرة")
    assert "كوريا" in readings("لكوريا")


def test_a_form_begins_behind_its_particles_whatever_marks_they_carry():
    for text in ("وَبِبَغداد", "وببغداد", "وبـبغداد"):
        (token,) = tokens(text)
        form = next(form for form in token.forms if form.word == "بغداد")
        assert text[token.start_of(form) :].startswith("بَغ") or text[token.start_of(form) :] == "بغداد"


def test_only_spaces_join_words():
    assert [token.is_joined for token in tokens("أ ب، ج\nد «هـ»")] == [False, True, False, False, False]


@given(st.text(alphabet="وبلفكالقدس ًَـ ،.\n", max_size=60))
@settings(max_examples=100, deadline=None)
def test_every_form_lies_inside_its_word(text):
    for token in tokens(text):
        for form in token.forms:
            assert token.span.start <= token.start_of(form) < token.span.end


def test_the_longest_phrase_is_found():
    phrases = Phrases(("رئيس الوزراء", "رئيس الوزراء السابق", "رئيس بلديه"))
    words = tokens("رئيس الوزراء السابق فلان")
    assert phrases.end_at(words, 0, "رئيس") == 3
    assert phrases.end_at(words, 1, "الوزراء") == 0
