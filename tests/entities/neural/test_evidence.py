"""Where a name begins and ends, by what the same article says elsewhere."""

import pytest

from reader.entities.neural.evidence import Evidence


@pytest.fixture(scope="module")
def weighed(lexicons, gazetteer, vocabulary, read):
    """Return what is left of the names of a text that stand in brackets, each behind the letter of its kind."""
    evidence = Evidence(lexicons, gazetteer, vocabulary)

    def names(labelled):
        text, mentions = read(labelled)
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


@pytest.mark.parametrize("kind", "PLO")
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
        ("شدد [P مورانفي علي] أن الطريق طويل، وعلى الجميع", "pe مورانفي"),
        ("تدرب [P كلوت مورانفي] ثم أراح [P كلوت مورانفي الظهير الأيسر] ركبته", "pe كلوت مورانفي"),
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


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        ("سمعوا [P كلوت مورانفي] وأعجبهم [P حديث كلوت مورانفي]", "pe كلوت مورانفي"),
        ("قال [P كلوت مورانفي] و[P رامي مورانفي]، ورد [P سمير مورانفي] على [P حديث مورانفي]", "pe مورانفي"),
        ("جاء [P رامي عبد العاطي] ثم [P بدر عبد العاطي]", "pe بدر عبد العاطي"),
        ("جاء [P كلوت مورانفي] ثم [P صديقة مورانفي]", "pe صديقة مورانفي"),
        ("جاءت [P أم سليم الحوراني] قبل [P سليم الحوراني]", "pe أم سليم الحوراني"),
    ],
)
def test_a_name_begins_behind_an_ordinary_word_where_the_article_has_the_rest(weighed, labelled, expected):
    assert expected in weighed(labelled)[-2:]


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        ("في [L روسيا] ثم [L روسيا] ثم ملاعب [L بروسيا]", "pl روسيا"),
        ("في [L روسيا] كما في [L بروسيا] القديمة", "pl بروسيا"),
        ("رأى [P حسن شحرور] أن [P حسن شحرور] نجح، بالإضافة [P لحسن شحرور]", "pe حسن شحرور"),
    ],
)
def test_a_particle_makes_another_listed_name_only_where_the_first_is_named_more_often(weighed, labelled, expected):
    assert weighed(labelled)[-1] == expected


def test_two_people_joined_by_and_are_two_where_the_article_has_both(weighed):
    labelled = "جاء [P كلوت مورانفي] و[P رينا داسايف]. ثم عاد [P مورانفي وداسايف] معا"
    assert weighed(labelled)[2:] == ["pe مورانفي", "pe داسايف"]
