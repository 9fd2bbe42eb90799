"""The reader's decisions over extracted entities. Every person and place here is made up."""

import string
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.deciding import Decided, Hidden, decide
from reader.entities.decisions import Decision, Decisions, forms_of, key_of, namesake_of
from reader.entities.entity import Entity, Kind, Mention
from reader.text.folding import fold
from reader.text.search import find
from reader.text.spans import Span

TEXT = (
    "زار سمير الكيلاني مدينة مارينا. وقال الكيلاني إنّ أمل قريبة. "
    "وذكر أبو رامي أنّ نور الدين غاب عن مارينا، وأنّ الأمل باقٍ."
)


def entity(name: str, kind: Kind = Kind.PERSON, *forms: str, **values: object) -> Entity:
    spans = sorted(span for form in forms or (name,) for span in find(TEXT, form, exact=True))
    taken: list[Span] = []
    for span in sorted(spans, key=lambda span: -len(span)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
    mentions = tuple(Mention(span, kind, span.of(TEXT)) for span in sorted(taken))
    aliases = tuple(form for form in forms if form != name)
    return Entity(key=key_of(kind, name), kind=kind, name=name, mentions=mentions, aliases=aliases, **values)


SAMIR = entity("سمير الكيلاني", Kind.PERSON, "سمير الكيلاني", "الكيلاني", role="مدير الميناء")
RAMI = entity("أبو رامي")
MARINA = entity("مارينا", Kind.PLACE, latitude=34.5, longitude=35.75, country="LB", latin="Marina")
ALL = (SAMIR, RAMI, MARINA)


def everywhere(*decisions: Decision) -> Decisions:
    return Decisions({}, {each.key: each for each in decisions})


def here(*decisions: Decision) -> Decisions:
    return Decisions({each.key: each for each in decisions}, {})


def names(decided: Decided) -> dict[str, int]:
    return {each.name: len(each.mentions) for each in decided.entities}


def test_without_a_decision_everything_stays_as_it_was_extracted():
    assert decide(TEXT, ALL, Decisions()) == Decided(ALL)


def test_a_new_name_is_shown_and_the_old_one_is_kept_as_an_alias():
    new = "سمير بن رامي الكيلاني"
    decided = decide(
        TEXT,
        ALL,
        everywhere(
            Decision(key=SAMIR.key, name=SAMIR.name, into=key_of(Kind.PERSON, new)),
            Decision(key=key_of(Kind.PERSON, new), name=new),
        ),
    )
    found = next(each for each in decided.entities if each.name == new)
    assert found.key == key_of(Kind.PERSON, new)
    assert set(found.aliases) == {"سمير الكيلاني", "الكيلاني"}
    assert found.role == SAMIR.role
    assert found.mentions == SAMIR.mentions


def test_two_that_are_merged_are_one_with_all_names_and_mentions():
    decided = decide(TEXT, ALL, everywhere(Decision(key=RAMI.key, name=RAMI.name, into=SAMIR.key)))
    merged = decided.entities[0]
    assert [each.name for each in decided.entities] == ["سمير الكيلاني", "مارينا"]
    assert set(merged.aliases) == {"الكيلاني", "أبو رامي"}
    assert merged.mentions == tuple(sorted(SAMIR.mentions + RAMI.mentions, key=lambda each: each.span))
    assert merged.role == SAMIR.role


def test_an_article_that_has_only_the_alias_shows_the_name_that_stays():
    decided = decide(
        TEXT,
        (RAMI,),
        everywhere(
            Decision(key=RAMI.key, name=RAMI.name, into=SAMIR.key), Decision(key=SAMIR.key, name="سمير الكيلاني")
        ),
    )
    assert names(decided) == {"سمير الكيلاني": 1}
    assert decided.entities[0].aliases == ("أبو رامي",)


def test_a_name_in_another_article_is_an_alias_here_too():
    decided = decide(TEXT, (SAMIR,), everywhere(Decision(key="person:ابو كريم", name="أبو كريم", into=SAMIR.key)))
    assert "أبو كريم" in decided.entities[0].aliases


def test_a_form_that_is_not_the_same_becomes_another():
    decided = decide(TEXT, ALL, here(Decision(key=SAMIR.key, apart=frozenset({fold("الكيلاني")}))))
    assert names(decided) == {"سمير الكيلاني": 1, "الكيلاني": 1, "أبو رامي": 1, "مارينا": 2}
    assert decided.entities[0].aliases == ()


def test_what_is_set_apart_stays_apart_when_the_rest_is_merged_into_another():
    decided = decide(
        TEXT,
        ALL,
        everywhere(
            Decision(key=SAMIR.key, name=SAMIR.name, apart=frozenset({fold("الكيلاني")}), into=RAMI.key),
        ),
    )
    assert names(decided) == {"أبو رامي": 2, "الكيلاني": 1, "مارينا": 2}


def test_another_kind_is_shown_in_its_group_without_a_place_on_the_map():
    key = key_of(Kind.ORGANISATION, "مارينا")
    decided = decide(TEXT, ALL, everywhere(Decision(key=MARINA.key, into=key)))
    changed = next(each for each in decided.entities if each.name == "مارينا")
    assert (changed.kind, changed.key, changed.latitude, changed.latin) == (Kind.ORGANISATION, key, None, "Marina")
    assert {each.kind for each in changed.mentions} == {Kind.ORGANISATION}


def test_a_namesake_in_one_article_is_not_the_one_of_the_others():
    key = namesake_of(SAMIR.key, "0123456789abcdef")
    decided = decide(TEXT, ALL, here(Decision(key=SAMIR.key, into=key)))
    assert decided.entities[0] == replace(SAMIR, key=key) or decided.entities[1] == replace(SAMIR, key=key)
    assert key != SAMIR.key


def test_what_is_dismissed_is_not_shown_and_can_be_told():
    decided = decide(TEXT, ALL, here(Decision(key=RAMI.key, is_hidden=True)))
    assert RAMI not in decided.entities
    assert decided.hidden == (Hidden(RAMI, is_everywhere=False),)
    decided = decide(TEXT, ALL, everywhere(Decision(key=RAMI.key, is_hidden=True)))
    assert decided.hidden == (Hidden(RAMI, is_everywhere=True),)


def test_the_readers_latin_spelling_goes_before_what_was_found_also_under_another_name():
    decided = decide(TEXT, ALL, everywhere(Decision(key=MARINA.key, latin="Al-Marina")))
    assert decided.entities[-1].latin == "Al-Marina"
    decided = decide(TEXT, ALL, everywhere(Decision(key=RAMI.key, latin="Abu Rami", into=SAMIR.key)))
    assert decided.entities[0].latin == "Abu Rami"


def test_an_added_name_is_found_wherever_it_stands_behind_its_particles():
    key = key_of(Kind.PERSON, "نور الدين")
    decided = decide(TEXT, ALL, everywhere(Decision(key=key, name="نور الدين", forms=("نور الدين",))))
    (found,) = [each for each in decided.entities if each.key == key]
    assert [each.span.of(TEXT) for each in found.mentions] == ["نور الدين"]


def test_a_name_added_for_all_articles_does_not_cut_a_longer_one_but_one_for_this_article_does():
    added = Decision(key="person:الكيلاني", name="الكيلاني", forms=("الكيلاني",))
    assert names(decide(TEXT, (entity("سمير الكيلاني"),), everywhere(added))) == {"سمير الكيلاني": 1, "الكيلاني": 1}
    assert names(decide(TEXT, (entity("سمير الكيلاني"),), here(added))) == {"الكيلاني": 2}


def test_an_added_name_that_was_found_anyway_keeps_what_is_known_of_it():
    decided = decide(TEXT, ALL, here(Decision(key=MARINA.key, name="مارينا", forms=("مارينا",))))
    assert decided.entities[-1] == MARINA


def test_two_keys_that_lead_to_each_other_mean_one_of_them():
    decisions = everywhere(Decision(key=SAMIR.key, into=RAMI.key), Decision(key=RAMI.key, into=SAMIR.key))
    assert decisions.root(SAMIR.key) == decisions.root(RAMI.key) == min(SAMIR.key, RAMI.key)
    assert len(decide(TEXT, (SAMIR, RAMI), decisions).entities) == 1


def test_what_is_decided_for_this_article_goes_before_what_is_decided_for_all():
    decisions = Decisions(
        {RAMI.key: Decision(key=RAMI.key, into=MARINA.key)}, {RAMI.key: Decision(key=RAMI.key, into=SAMIR.key)}
    )
    assert decisions.root(RAMI.key) == MARINA.key


KEYS = [each.key for each in ALL] + ["person:كريم", "organisation:مارينا", "person:الكيلاني"]
FORMS = ["الكيلاني", "مارينا", "نور الدين", "أمل", "سمير"]
a_decision = st.builds(
    Decision,
    key=st.sampled_from(KEYS),
    name=st.sampled_from(["", "كريم", "الكيلاني", "ليان"]),
    into=st.sampled_from(["", "unknown:x", *KEYS]),
    latin=st.sampled_from(["", "Karim"]),
    is_hidden=st.booleans(),
    apart=st.frozensets(st.sampled_from([fold(form) for form in FORMS]), max_size=2),
    forms=st.lists(st.sampled_from(FORMS), max_size=2, unique=True).map(tuple),
)
some_decisions = st.lists(a_decision, max_size=5).map(lambda each: {one.key: one for one in each})
all_decisions = st.builds(Decisions, some_decisions, some_decisions)


def all_of(decided: Decided) -> list[Entity]:
    return [*decided.entities, *(each.entity for each in decided.hidden)]


@settings(max_examples=100)
@given(all_decisions)
def test_every_entity_is_there_once_under_its_root_with_mentions_of_its_kind_in_order(decisions):
    found = all_of(decide(TEXT, ALL, decisions))
    keys = [each.key for each in found]
    assert len(set(keys)) == len(keys)
    for each in found:
        spans = [mention.span for mention in each.mentions]
        assert decisions.root(each.key) == each.key
        assert spans
        assert spans == sorted(set(spans))
        assert {mention.kind for mention in each.mentions} == {each.kind}
        assert all(mention.span.of(TEXT) == mention.text for mention in each.mentions)
        assert fold(each.name) not in {fold(alias) for alias in each.aliases}
        assert len(forms_of(each)) == 1 + len(each.aliases)


@settings(max_examples=100)
@given(all_decisions)
def test_no_two_entities_ever_share_a_letter_of_the_text(decisions):
    spans = sorted(mention.span for each in all_of(decide(TEXT, ALL, decisions)) for mention in each.mentions)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


@settings(max_examples=100)
@given(all_decisions)
def test_without_added_names_every_mention_is_kept(decisions):
    def bare(group: dict[str, Decision]) -> dict[str, Decision]:
        return {key: replace(each, forms=()) for key, each in group.items()}

    decided = decide(TEXT, ALL, Decisions(bare(decisions.here), bare(decisions.everywhere)))
    assert {each.span for one in all_of(decided) for each in one.mentions} == {
        each.span for one in ALL for each in one.mentions
    }


@settings(max_examples=100)
@given(all_decisions, st.permutations(ALL))
def test_the_order_in_which_things_were_extracted_or_decided_does_not_matter(decisions, entities):
    backwards = Decisions(dict(reversed(decisions.here.items())), dict(reversed(decisions.everywhere.items())))
    assert decide(TEXT, entities, backwards).entities == decide(TEXT, ALL, decisions).entities or not decisions


@settings(max_examples=50)
@given(st.text(string.printable + "سمير الكيلاني\n", max_size=60), all_decisions)
def test_any_text_can_be_decided(text, decisions):
    for each in all_of(decide(text, (), decisions)):
        assert all(mention.span.of(text) == mention.text for mention in each.mentions)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=8))
def test_whatever_leads_to_whatever_all_that_hang_together_mean_one(links):
    decisions = everywhere(*(Decision(key=key, into=into) for key, into in dict(links).items()))
    for key, into in dict(links).items():
        assert decisions.root(key) == decisions.root(into)
