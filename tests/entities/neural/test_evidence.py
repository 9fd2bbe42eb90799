"""Where a name begins and ends, by what the same article says elsewhere."""

import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.neural.evidence import Evidence
from reader.text.spans import Span

KINDS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}


@pytest.fixture(scope="module")
def weighed(lexicons, gazetteer, vocabulary):
    """Return what is left of the names of a text that stand in brackets, each behind the letter of its kind."""
    evidence = Evidence(lexicons, gazetteer, vocabulary)

    def names(labelled):
        text, mentions = "", []
        for part in labelled.split("["):
            name, closed, after = part.partition("]")
            if closed:
                kind, written = KINDS[name[0]], name[2:]
                mentions.append(Mention(Span(len(text), len(text) + len(written)), kind, written))
                text += written + after
            else:
                text += part
        found = evidence.weighed(text, mentions)
        assert all(mention.span.of(text) == mention.text for mention in found)
        return [f"{mention.kind.value[:2]} {mention.text}" for mention in found]

    return names


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        ("غاب [P كارل برونتيلار]. ويثق المدرب [P ببرونتيلار]", "pe برونتيلار"),
        ("جاء [P كلوت مورانفي] واجتمعوا [P بكلوت مورانفي]", "pe كلوت مورانفي"),
        ("جاء [P كلوت مورانفي] واجتمعوا [P بِـكلوت مورانفي]", "pe كلوت مورانفي"),
        ("تحدثت [O وزارة الأعياد] ثم شكروا [O لوزارة الأعياد]", "or وزارة الأعياد"),
        ("حاربوا [O لتنظيم الأعياد]", "or تنظيم الأعياد"),
        ("وصلوا إلى [L زلبورا] وعادوا [L لزلبورا]", "pl زلبورا"),
    ],
)
def test_a_particle_is_no_part_of_a_name_that_the_article_has_without_it(weighed, labelled, expected):
    assert weighed(labelled)[-1] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_of_nothing_but_marks_stays_as_it_is(weighed, kind):
    assert weighed(f"قال [{kind} ّــ] وقالت [{kind} ّــ]")[-1].endswith(" ّــ")


def test_a_name_that_a_list_has_keeps_its_first_letter(weighed):
    assert weighed("جاء [P سام] و[P بسام]") == ["pe سام", "pe بسام"]


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        ("قال [P مورانفي]. ورأى [P مورانفي] وجاء [P مورانفي]، فالرئيس [P مورانفي توحي] خطواته بالثقة", "pe مورانفي"),
        ("قال [P مورانفي]. ورأى [P مورانفي] أن الرئيس [P مورانفي توتي] باق", "pe مورانفي توتي"),
        ("حضر [P كلوت مورانفي]، لكن [P مورانفي سيخرج] وحده", "pe مورانفي"),
        ("حضر [P كلوت مورانفي] ثم طعن [P كلوت مورانفي بسلاح] حاد", "pe كلوت مورانفي"),
        ("حضر [P كلوت مورانفي] ثم طعن [P كلوت مورانفي\u00a0بسلاح] حاد", "pe كلوت مورانفي"),
        ("أصر [P مورانفي] أمس. وأصر [P مورانفي] اليوم. وأصر [P مورانفي علي] مشاركة الجميع", "pe مورانفي"),
        ("على الطريق رأى [P مورانفي]، ثم [P مورانفي]، ثم عاد [P مورانفي علي] وحده", "pe مورانفي علي"),
        ("جاءت [P نورا] ثم [P نورا] ثم [P نورا بيروني]", "pe نورا بيروني"),
    ],
)
def test_a_name_ends_where_the_article_ends_it_elsewhere(weighed, labelled, expected):
    assert weighed(labelled)[-1] == expected


def test_two_people_run_together_are_two(weighed):
    assert weighed("جاء [P مورانفي]. وتعلقت [P أيلونا بمورانفي] كثيرا")[1:] == ["pe أيلونا", "pe مورانفي"]


@pytest.mark.parametrize(
    ("labelled", "kinds"),
    [
        ("دخل [O زغنشيف] المدينة. وقال [O زغنشيف] إنه باق", ["pe", "pe"]),
        ("وأضاف [L زغنشيف] أن المسرح باق", ["pe"]),
        ("وقالت [O زغنشيف] إن الخدمة باقية", ["or"]),
        ("وأكد [O الدفاع المدني] ذلك", ["or"]),
        ("وأكد [L دمشق] ذلك", ["pl"]),
    ],
)
def test_who_speaks_as_a_man_is_a_person_unless_a_list_knows_better(weighed, labelled, kinds):
    assert [name[:2] for name in weighed(labelled)] == kinds
