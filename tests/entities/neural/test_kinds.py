"""Of which kind a name is, whatever the network made of it where it stands."""

import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.neural.kinds import Kinds
from reader.text.spans import Span

PERSON, PLACE, ORGANISATION = Kind.PERSON, Kind.PLACE, Kind.ORGANISATION


@pytest.fixture(scope="module")
def agreed(lexicons, gazetteer, vocabulary):
    """Return the kinds that names of one article have in the end."""
    kinds = Kinds(lexicons, gazetteer, vocabulary)

    def of(*names):
        mentions = [Mention(Span(at, at + 1), kind, text) for at, (text, kind) in enumerate(names)]
        return [mention.kind for mention in kinds.agreed(mentions)]

    return of


def test_a_surname_alone_is_a_person_once_the_article_names_someone_with_it(agreed):
    assert agreed(("أندري زغنشيف", PERSON), ("زغنشيف", ORGANISATION)) == [PERSON, PERSON]


def test_a_fathers_name_alone_is_a_person_but_not_where_the_table_has_such_a_place(agreed):
    assert agreed(("بن سليم", PLACE), ("بن غردان", PLACE)) == [PERSON, PLACE]


def test_a_surname_that_is_also_a_place_may_be_the_place(agreed):
    assert agreed(("سليم الحلبي", PERSON), ("حلب", PLACE), ("أنيس بيروت", PERSON), ("بيروت", PLACE))[1::2] == [
        PLACE,
        PLACE,
    ]


def test_a_name_is_of_the_kind_that_it_has_most_often(agreed):
    assert agreed(("زغنوف", PERSON), ("زغنوف", PLACE), ("زغنوف", PERSON)) == [PERSON] * 3


def test_a_town_and_its_club_share_a_name(agreed):
    assert agreed(("زغنوف", PLACE), ("زغنوف", ORGANISATION)) == [PLACE, ORGANISATION]


def test_someone_whom_only_the_table_of_places_has_is_a_place(agreed):
    assert agreed(("بوركينا فاسو", PERSON)) == [PLACE]


def test_a_large_town_alone_is_no_person(agreed):
    assert agreed(("وارسو", PERSON), ("زغنوف", PERSON)) == [PLACE, PERSON]


def test_an_ordinary_word_names_nobody_unless_it_is_somebodys_surname(agreed):
    assert agreed(("الري", PERSON)) == []
    assert agreed(("هالة الري", PERSON), ("الري", PERSON)) == [PERSON, PERSON]
