from reader import resources
from reader.entities.entity import Kind
from reader.entities.extraction import Extraction


def test_what_ships_finds_the_people_and_places_of_the_sample():
    extraction = Extraction.load()
    text = resources.read_text("samples/article.ar.txt")
    kinds = {each.kind for each in extraction.entities(text)}
    assert {Kind.PERSON, Kind.PLACE} <= kinds


def test_mentions_that_were_kept_are_resolved_without_tagging_again(extraction):
    text = "وصل ليث الحوراني إلى بغداد"
    assert extraction.entities(text, extraction.mentions(text)) == extraction.entities(text)
    assert extraction.entities(text, ()) == ()


def test_the_tagger_says_its_version(extraction):
    assert extraction.version.startswith("patterns-")


def test_the_founding_article_is_understood(extraction, shared):
    text = (shared / "data/seed/article.txt").read_text(encoding="utf-8")
    found = {each.name: each for each in extraction.entities(text)}
    located = [each for each in found.values() if each.kind is Kind.PLACE and each.latitude is not None]
    places = [each for each in found.values() if each.kind is Kind.PLACE]
    people = [each for each in found.values() if each.kind is Kind.PERSON]
    assert len(people) >= 9
    assert sum(bool(person.role) for person in people) >= 8
    assert len(located) >= 0.9 * len(places)
