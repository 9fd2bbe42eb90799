"""Which words are doubted as beginnings of places."""

from reader.entities.neural.doubts import Doubts
from reader.entities.neural.flags import LexiconFlags


def test_an_unknown_word_is_doubted_unless_it_says_that_it_is_a_place_or_stands_after_one_that_does(
    lexicons, gazetteer, vocabulary
):
    sentences = [["زار", "بغداد", "وشارع", "زغنوف", "ثم", "قال", "زغنوف"], ["قرية", "زغنوف"]]
    flags = LexiconFlags(lexicons, gazetteer, vocabulary)(sentences)

    doubtful = Doubts(lexicons)(sentences, flags).tolist()

    assert doubtful == [True, False, False, False, True, True, True, False, False]
