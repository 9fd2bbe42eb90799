import json
from collections.abc import Iterator

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.catalogue.catalogue import Catalogue
from reader.catalogue.names import Names
from reader.entities.entity import Entity, Kind
from reader.intake.imported import Imported
from reader.library import Library
from reader.store.layout import Places
from reader.text.direction import Direction

TEXTS = (
    "قال الرئيس الفرنسي إيمانويل ماكرون في باريس إنّ الزيارة إلى القاهرة ناجحة.",
    "وصل ماكرون إلى القاهرة، والتقى إيمانويل ماكرون الصحفيين هناك.",
    "زار وفد تجاري مدينة بيروت أمس، ثم عاد إلى عمّان.",
)


def imported(text: str) -> Imported:
    block = Block(id="b0", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
    return Imported(article=Article(title=text[:20], blocks=(block,), language="ar"), original=text.encode())


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    library = Library(places, lambda call: call())
    library.add([imported(text) for text in TEXTS])
    library.flush()
    yield library
    library.close()


@pytest.fixture
def names(places: Places) -> Iterator[Names]:
    names = Names(places.names)
    yield names
    names.close()


def test_every_article_is_looked_through_once(library, places, names):
    told = []
    library.survey().run(lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert names.surveyed().keys() == set(library.ids())
    cairo = [place for place in names.places() if place.name == "القاهرة"]
    assert [(place.articles, place.country) for place in cairo] == [(2, "EG")]
    again = []
    library.survey().run(lambda *news: again.append(news))
    assert again == []
    kept = list(places.mentions(library.ids()[0], "x").parents[1].rglob("*.json"))
    assert len(kept) == 3


def test_a_survey_that_was_stopped_goes_on_where_it_was(library, names):
    survey = library.survey()
    survey.run(lambda done, _total: survey.cancel() if done == 1 else None)
    assert 0 < len(names.surveyed()) < 3
    left = 3 - len(names.surveyed())
    told = []
    library.survey().run(lambda done, total: told.append((done, total)))
    assert told[-1] == (left, left)
    assert len(names.surveyed()) == 3


def test_a_survey_stopped_before_it_began_does_nothing(library, names):
    survey = library.survey()
    survey.cancel()
    survey.run()
    assert names.surveyed() == {}


def test_what_the_tagger_found_before_is_not_looked_for_again(library, places, names):
    library.survey().run()
    article = library.ids()[0]
    file = places.mentions(article, library.version(article))
    kept = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**kept, "mentions": [[0, 3, "person", "قال"]]}), encoding="utf-8")
    names.forget([article])
    library.survey().run()
    assert [each.article for each in names.standing("person:قال")] == [article]


def test_articles_in_the_trash_wait_and_those_that_are_gone_are_forgotten(library, places, names):
    library.survey().run()
    gone, trashed = library.ids()[:2]
    library.delete([trashed])
    catalogue = Catalogue(places.catalogue)
    catalogue.remove([gone])
    catalogue.close()
    library.survey().run()
    assert gone not in names.surveyed()
    assert trashed in names.surveyed()


def test_another_version_of_an_article_is_looked_through(library, names):
    library.survey().run()
    article = library.ids()[0]
    known = names.surveyed()[article]
    told = []
    library.survey().run(lambda *news: told.append(news), again=[article])
    assert told == []
    names.put([])
    assert names.surveyed()[article] == known


def test_an_article_that_cannot_be_read_does_not_hinder_the_others(library, places, names):
    article = library.ids()[0]
    places.text(article, library.version(article)).write_bytes(b"{")
    library.survey().run()
    assert names.surveyed().keys() == set(library.ids()) - {article}


def survey(library: Library) -> tuple[int, int]:
    """Look through what is to be looked through; return how much that was, done and in all."""
    library.flush()
    told = [(0, 0)]
    library.survey().run(lambda *news: told.append(news))
    return told[-1]


def macron() -> Entity:
    key = "person:ايمانويل ماكرون"
    return Entity(key=key, kind=Kind.PERSON, name="إيمانويل ماكرون", mentions=())


def test_the_index_follows_a_new_name_in_old_and_new_articles_and_its_undo(library, names):
    survey(library)
    assert len(names.standing("person:ايمانويل ماكرون")) == 2
    library.deciding.rename("", macron(), "ماكرون الفرنسي")
    assert survey(library) == (2, 2)
    assert len(names.standing("person:ماكرون الفرنسي")) == 2
    assert names.standing("person:ايمانويل ماكرون") == []

    library.add([imported("قال إيمانويل ماكرون في باريس إنّ الوقت حان.")])
    assert survey(library) == (1, 1)
    assert len(names.standing("person:ماكرون الفرنسي")) == 3

    library.undo()
    assert survey(library) == (3, 3)
    assert len(names.standing("person:ايمانويل ماكرون")) == 3
    assert survey(library) == (0, 0)


def test_what_another_device_hides_leaves_the_index_and_comes_back(library, places, names):
    survey(library)
    other = Library(places, lambda call: call())
    other.deciding.hide("", macron(), everywhere=True)
    other.flush()
    survey(library)
    assert names.standing("person:ايمانويل ماكرون") == []
    other.undo()
    other.flush()
    other.close()
    survey(library)
    assert len(names.standing("person:ايمانويل ماكرون")) == 2


def test_a_decision_for_one_article_is_followed_in_that_one(library, names):
    survey(library)
    article = names.standing("person:ايمانويل ماكرون")[0].article
    library.deciding.hide(article, macron(), everywhere=False)
    assert survey(library) == (1, 1)
    assert [each.article for each in names.standing("person:ايمانويل ماكرون")] != [article]
    assert len(names.standing("person:ايمانويل ماكرون")) == 1


def test_a_name_that_was_added_is_looked_for_in_the_articles_that_hold_it(library, names):
    survey(library)
    library.deciding.add("", "الصحفيين", Kind.ORGANISATION, everywhere=True)
    assert survey(library) == (1, 1)
    assert len(names.standing("organisation:الصحفيين")) == 1


def test_what_the_reader_makes_a_place_is_on_the_map(library, names):
    (addition,) = library.add([imported("قالت بلدية طرابلس إنّ الماء عاد.")])
    survey(library)
    library.deciding.add(addition.id, "طرابلس", Kind.PLACE, everywhere=False)
    survey(library)
    assert any(each.key == "place:طرابلس" and each.latitude for each in names.places())
