"""Names that are looked for in the rest of a text."""

import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.recurrence import Recurrence
from reader.text.spans import Span


@pytest.fixture(scope="module")
def again(lexicons, vocabulary):
    """Return what is found further in a text where a name of some kind was found at its first place."""
    recurrence = Recurrence(lexicons, vocabulary)

    def found(text, name, kind):
        start = text.index(name)
        mention = Mention(Span(start, start + len(name)), kind, name)
        return [each.text for each in recurrence.further(text, [mention])]

    return found


def test_a_name_is_found_again_behind_particles(again):
    assert again("أعلن الكنيست قراره، وللكنيست أن يعدله.", "الكنيست", Kind.ORGANISATION) == ["لكنيست"]


def test_a_body_whose_name_is_an_ordinary_word_is_not_taken_from_other_sentences(again):
    assert again("أصدر الماضي بيانا. كان ذلك في العام الماضي.", "الماضي", Kind.ORGANISATION) == []


def test_a_surname_that_is_a_word_only_with_a_letter_before_it_is_found_again(again):
    assert again("وصل رامي مزوار أمس. وقال مزوار كلمة.", "رامي مزوار", Kind.PERSON) == ["مزوار"]


def test_a_surname_is_found_again(again):
    assert again("وصل رامي العجلوني أمس. وقال العجلوني كلمة.", "رامي العجلوني", Kind.PERSON) == ["العجلوني"]
