from reader import resources
from reader.entities.decisions import Decision, Decisions
from reader.entities.entity import Entity, Kind, Mention
from reader.entities.extraction import Extraction
from reader.entities.pool import tagger_version
from reader.text.folding import fold
from reader.text.search import find


def test_what_ships_finds_the_people_and_places_of_the_sample():
    extraction = Extraction.load()
    text = resources.read_text("samples/article.ar.txt")
    kinds = {each.kind for each in extraction.entities(text)}
    assert {Kind.PERSON, Kind.PLACE} <= kinds
    assert extraction.version == tagger_version()


def test_mentions_that_were_kept_are_resolved_without_tagging_again(extraction):
    text = "وصل ليث الحوراني إلى بغداد"
    assert extraction.entities(text, extraction.mentions(text)) == extraction.entities(text)
    assert extraction.entities(text, ()) == ()


def test_whoever_is_set_apart_has_the_role_that_the_text_gives_them(extraction):
    text = "وصل وزير الصحة سمير الكيلاني، واستقبله مدير الميناء أبو رامي الكيلاني. وغاب سمير الكيلاني."
    forms = ("سمير الكيلاني", "أبو رامي الكيلاني")
    spans = sorted(span for form in forms for span in find(text, form, exact=True))
    mentions = tuple(Mention(span, Kind.PERSON, span.of(text)) for span in spans)
    both = Entity(key="person:سمير الكيلاني", kind=Kind.PERSON, name=forms[0], mentions=mentions, role="وزير الصحة")
    apart = Decision(key=both.key, apart=frozenset({fold(forms[1])}))

    decided = extraction.decided(text, [both], Decisions({}, {both.key: apart}))

    assert {each.name: each.role for each in decided.entities} == dict(
        zip(forms, ("وزير الصحة", "مدير الميناء"), strict=True)
    )


def test_the_tagger_says_its_version(extraction):
    assert extraction.version.startswith("neural ")


def test_the_founding_article_is_understood(extraction, shared):
    text = (shared / "data/seed/article.txt").read_text(encoding="utf-8")
    found = {each.name: each for each in extraction.entities(text)}
    located = [each for each in found.values() if each.kind is Kind.PLACE and each.latitude is not None]
    places = [each for each in found.values() if each.kind is Kind.PLACE]
    people = [each for each in found.values() if each.kind is Kind.PERSON]
    assert len(people) >= 9
    assert sum(bool(person.role) for person in people) >= 8
    assert len(located) >= 0.9 * len(places)
