import pytest

from reader.entities.neural.tokens import LONGEST_SENTENCE, sentences, spelling, stems, tokens

TEXT = "وصل «محمّد» إلى بيروت، و3.5 مليون طن من F-16.\nسطر آخر؟ نعم."


def test_every_token_stands_where_it_says():
    for token in tokens(TEXT):
        assert token.span.of(TEXT) == token.text


def test_signs_stand_apart_and_numbers_and_latin_words_whole():
    words = [token.text for token in tokens(TEXT)]

    assert words[:6] == ["وصل", "«", "محمّد", "»", "إلى", "بيروت"]
    assert "3.5" in words
    assert "F" in words


def test_a_line_feed_and_a_full_stop_end_a_sentence():
    assert [sentence[0].text for sentence in sentences(TEXT)] == ["وصل", "سطر", "نعم"]


def test_a_sentence_without_end_is_cut():
    found = list(sentences("كلمة " * 1000))

    assert {len(sentence) for sentence in found} == {LONGEST_SENTENCE}
    assert sum(map(len, found)) == 1000


@pytest.mark.parametrize(
    ("word", "known"),
    [("إِسْرَاءُ", "اسراء"), ("مصطفى", "مصطفي"), ("القاهرة", "القاهره"), ("٢٠٢٤", "0000"), ("NATO", "nato")],
)
def test_a_word_is_known_under_one_spelling(word, known):
    assert spelling(word) == known


def test_particles_are_tried_away_one_after_the_other():
    assert stems("وبالقاهره") == ("بالقاهره", "القاهره", "قاهره")
    assert stems("للناتو") == ("الناتو", "ناتو", "لناتو")
    assert stems("تونس") == ()
