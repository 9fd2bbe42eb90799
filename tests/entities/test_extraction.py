from hypothesis import given, settings
from hypothesis import strategies as st

from reader import resources
from reader.entities.decisions import Decision, Decisions
from reader.entities.entity import Entity, Kind, Mention
from reader.entities.extraction import Extraction
from reader.entities.pool import tagger_version
from reader.text.folding import fold
from reader.text.search import find
from reader.text.spans import Span


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


WORDS = resources.read_text("samples/article.ar.txt").split()[:120]
STRAY = (
    "ّ",
    "ـــ",
    "ًـ",
    "\u200c",
    "«",
    ")",
    ".",
    "٣",
    "\u202b",
    "\u00a0",
    "أ",
    "ال",
    "و",
    "بن",
    "🙂",
    "\ufdfa",
    "ﻻ",
    "\n",
    "-",
)


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.sampled_from(STRAY), st.booleans()), max_size=40))
@settings(max_examples=60, deadline=None)
def test_stray_signs_and_marks_hide_no_text_from_being_read(extraction, changes):
    words = list(WORDS)
    for at, stray, is_apart in changes:
        words[at] = stray if is_apart else words[at] + stray
    text = " ".join([*words, "."])
    entities = extraction.entities(text)
    assert all(any(map(str.isalnum, each.name)) for each in entities)
    assert all(mention.span.of(text) == mention.text for each in entities for mention in each.mentions)


def test_a_name_of_signs_at_the_end_of_a_text_has_no_role(extraction):
    text = "وصل وزير الصحة سمير الكيلاني ."
    end = Mention(Span(len(text) - 1, len(text)), Kind.PERSON, ".")
    assert [each.role for each in extraction.entities(text, (end,))] == [""]


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
