from pathlib import Path

import pytest

from reader.catalogue.names import Names, Surveyed
from reader.entities.entity import Entity, Kind, Mention, PlaceKind
from reader.text.spans import Span

BASIS = "1-a"


def entity(kind: Kind, name: str, *starts: int, **more) -> Entity:
    mentions = tuple(Mention(Span(start, start + len(name)), kind, name) for start in starts)
    return Entity(key=f"{kind}:{name}", kind=kind, name=name, mentions=mentions, **more)


def city(name: str, *starts: int) -> Entity:
    return entity(
        Kind.PLACE, name, *starts, latitude=30.05, longitude=31.25, country="EG", place_kind=PlaceKind.CITY, latin="X"
    )


SALMA, NADER = "سلمى الخطيب", "نادر حجازي"


@pytest.fixture
def names(tmp_path: Path):
    names = Names(tmp_path / "names.sqlite")
    names.put(
        [
            Surveyed("a1", "v1", BASIS, (entity(Kind.PERSON, SALMA, 0, 50), city("القاهرة", 20))),
            Surveyed("a2", "v2", BASIS, (entity(Kind.PERSON, SALMA, 7), entity(Kind.PERSON, NADER, 30))),
            Surveyed("a3", "v3", BASIS, (entity(Kind.PERSON, NADER, 3), city("القاهرة", 9, 60))),
            Surveyed("a4", "v4", BASIS),
        ]
    )
    yield names
    names.close()


def test_it_is_known_which_articles_were_looked_through(names):
    assert names.surveyed() == {f"a{number}": (f"v{number}", BASIS) for number in (1, 2, 3, 4)}


def test_a_name_is_found_in_every_article_with_its_places(names):
    first, second = names.standing(f"person:{SALMA}")
    assert (first.article, first.version) == ("a1", "v1")
    assert first.spans == (Span(0, len(SALMA)), Span(50, 50 + len(SALMA)))
    assert second.article == "a2"


def test_articles_in_the_trash_do_not_count(names):
    assert [each.article for each in names.standing(f"person:{SALMA}", hidden=["a1"])] == ["a2"]
    assert [each.key for each in names.companions(f"person:{SALMA}", 9, hidden=["a1"])] == [f"person:{NADER}"]
    assert names.places(hidden=["a1", "a3"]) == []


def test_who_stands_in_the_same_articles_is_counted(names):
    assert [(each.name, each.articles) for each in names.companions(f"person:{SALMA}", 9)] == [
        (NADER, 1),
        ("القاهرة", 1),
    ]


def test_places_are_summed_over_all_articles(names):
    (place,) = names.places()
    assert (place.name, place.mentions, place.articles, place.country) == ("القاهرة", 3, 2, "EG")
    assert place.place_kind is PlaceKind.CITY


def test_looking_through_again_replaces_what_was_known(names):
    names.put([Surveyed("a1", "v9", "1-b", (entity(Kind.PERSON, NADER, 4),))])
    assert [each.article for each in names.standing(f"person:{SALMA}")] == ["a2"]
    assert names.surveyed()["a1"] == ("v9", "1-b")


def test_what_is_forgotten_is_to_be_looked_through_again(names):
    names.forget(["a1"])
    assert "a1" not in names.surveyed()
    assert [each.article for each in names.standing("place:القاهرة")] == ["a3"]


def test_nobody_is_no_error(names):
    assert names.standing("person:لا أحد") == []
    assert names.companions("person:لا أحد", 5) == []
    assert names.name_of("person:لا أحد") == ""


def test_the_most_used_form_is_the_name(names):
    key = f"person:{SALMA}"
    other = Entity(key=key, kind=Kind.PERSON, name="سلمى الخطيبة", mentions=())
    names.put([Surveyed("a5", "v5", BASIS, (other,))])
    assert names.name_of(key) == SALMA


def test_which_articles_a_decision_is_about_is_known_by_what_was_found_and_by_what_is_shown(names):
    shown = entity(Kind.PERSON, "سلمى الجديدة", 0)
    names.put([Surveyed("a5", "v5", BASIS, (shown,), extracted=("person:سلمى القديمة",), decided="here")])
    assert names.articles_of(["person:سلمى القديمة"]) == names.articles_of([shown.key]) == {"a5"}
    assert names.decided() == {"a5": "here"}


def test_what_does_not_yet_obey_is_to_be_looked_through_again_and_found_until_then(names):
    names.obey({"person:x": "decided"}, ["a1"])
    assert names.obeyed() == {"person:x": "decided"}
    assert names.surveyed()["a1"] == ("v1", "")
    assert len(names.standing(f"person:{SALMA}")) == 2
    names.forget(["a1"])
    assert names.articles_of([f"person:{SALMA}"]) == {"a2"}
