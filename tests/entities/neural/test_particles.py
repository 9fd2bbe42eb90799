import numpy as np
import pytest

from reader.entities.neural.particles import Particles

UNDECIDED = np.array([0, -0.5, -0.5, -9], np.float32)
SURE_OF_ONE = np.array([-3, 3, -3, -9], np.float32)


@pytest.fixture(scope="module")
def particles(lexicons, gazetteer, vocabulary):
    return Particles(lexicons, gazetteer, vocabulary)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("بإيطاليا", 1),
        ("وبغداد", 1),
        ("وببغداد", 2),
        ("بـدمشق", 2),
        ("وبـلندن", 3),
        ("للقاهرة", 1),
        ("وللقاهرة", 2),
        ("والإنتربول", 1),
        ("بيروت", 0),
        ("بغداد", 0),
        ("وسام", 0),
        ("فالنسيا", 0),
        ("ليبيا", 0),
        ("كوت", 0),
    ],
)
def test_what_lists_and_spelling_know_is_cut_where_the_network_hesitates(particles, word, cut):
    assert particles.length(word, UNDECIDED) == cut


def test_the_network_decides_where_no_list_knows_the_word(particles):
    assert particles.length("بزغرنوف", SURE_OF_ONE) == 1
    assert particles.length("بزغرنوف", UNDECIDED) == 0


def test_no_letter_is_cut_that_is_no_particle_and_no_name_is_cut_to_nothing(particles):
    assert particles.length("سزغرنوف", SURE_OF_ONE) == 0
    assert particles.length("بن", SURE_OF_ONE) == 0


def test_an_organisation_may_begin_with_an_ordinary_noun(particles):
    assert particles.length("بقسم", UNDECIDED, of_organisation=True) == 1
