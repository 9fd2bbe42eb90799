"""The network against itself: what is read at once must be what is read alone."""

import numpy as np
import pytest

from reader.entities.neural.features import Vectors, word_sums
from reader.entities.neural.flags import COUNT, LexiconFlags
from reader.entities.neural.model import Model
from reader.entities.neural.reading import KEPT, Reading

SENTENCES = [
    ["وصل", "محمد", "بن", "سلمان", "إلى", "القاهرة"],
    ["نعم"],
    ["قالت", "وزارة", "الصحة", "في", "بيروت", "إن", "العدد", "ارتفع"],
]


@pytest.fixture(scope="module")
def model():
    return Model.load()


@pytest.fixture(scope="module")
def flags(lexicons, gazetteer, vocabulary):
    return LexiconFlags(lexicons, gazetteer, vocabulary)


def test_sentences_read_at_once_score_as_those_read_alone(model, flags):
    together, _ = Reading(model).scores(SENTENCES, flags(SENTENCES))
    alone = [Reading(model).scores([each], flags([each]))[0] for each in SENTENCES]

    np.testing.assert_allclose(together, np.concatenate(alone), atol=1e-4)


def test_what_is_kept_of_words_changes_nothing(model, flags):
    kept = Reading(model)
    first = kept.scores(SENTENCES, flags(SENTENCES))
    many = [[f"{number}كلمة" for number in range(begin, begin + 1000)] for begin in range(0, KEPT, 1000)]
    for each in many:
        kept.scores([each], flags([each]))

    for again in (kept.scores(SENTENCES, flags(SENTENCES)), kept.scores(SENTENCES, flags(SENTENCES))):
        np.testing.assert_allclose(again[0], first[0], atol=1e-4)
        np.testing.assert_allclose(again[1], first[1], atol=1e-4)


def test_the_best_tags_of_sentences_at_once_are_those_of_each(model, flags):
    lengths = [len(sentence) for sentence in SENTENCES]
    scores, _ = Reading(model).scores(SENTENCES, flags(SENTENCES))

    together = model.network.best(scores, lengths)
    alone = [model.network.best(part, [len(part)]) for part in np.split(scores, np.cumsum(lengths)[:-1])]

    assert together.tolist() == np.concatenate(alone).tolist()


def test_a_word_flag_is_set_for_a_name_with_particles_too(flags):
    rows = flags([["محمد"], ["ومحمد"], ["بمدينة"]])

    assert rows.shape == (3, COUNT)
    assert rows[0, 0] == rows[1, 0] == 1
    assert rows[2, 0] == 0


def test_a_place_of_several_words_is_marked_word_by_word(flags):
    first, later, alone = flags([["بنيويورك"], ["شرم", "الشيخ"]])[[1, 2, 0]]

    assert first[10] == 1
    assert later[11] == 1
    assert alone[9] == 1


def vectors_with(uses):
    """Return the vectors of one word, بيت, and what it is used for."""
    return Vectors(
        word_sums(["بيت"]),
        np.array([[127, 0]], np.int8),
        np.array([1 / 127], np.float32),
        np.full((7, 2), 10, np.int8),
        np.ones(7, np.float32),
        uses=np.array([uses], np.uint8),
    )


def test_a_word_never_seen_gets_the_mean_of_its_ngrams():
    known, unseen = vectors_with([]).of(["بيت", "قلم"])

    assert known.tolist() == pytest.approx([1, 0, 1, 0])
    assert unseen.tolist() == pytest.approx([0.5**0.5] * 4)


def test_a_word_comes_with_what_it_is_used_for_and_so_does_its_stem():
    known, stem, unseen = vectors_with([255, 51]).of(["بيت", "وبيت", "قلم"])

    assert known.tolist() == pytest.approx([1, 0, 1, 0.2] * 2)
    assert stem[6:].tolist() == pytest.approx([1, 0.2])
    assert stem[2:4].tolist() == unseen[2:4].tolist() == [0, 0]
