"""What the network takes for a name and is none."""

import pytest

from reader.entities.neural.spurious import Spurious


@pytest.fixture(scope="module")
def left(lexicons, gazetteer, read):
    """Return the names in brackets that are left of a text."""
    spurious = Spurious(lexicons, gazetteer)

    def names(labelled):
        text, mentions = read(labelled)
        return [mention.text for mention in spurious.without(text, mentions)]

    return names


@pytest.mark.parametrize(
    "labelled",
    [
        "غزة (د. ب. [O أ]) قالت",
        "اكتب إلى sami@[O alghadir]",
        "عاد أعضاء [O النادي] أمس",
        "قالت [O الشركة الكندية] إنها باقية",
        "أبحاث في [O مجال اللسانيات الاجتماعية] حديثة",
        "أمام ضيفه [O الموزمبيقي] مساء",
        "بينهم قطري وتونسي و[P سوداني] فقط",
        "قال المحدث [L الألباني] ذلك",
        "من أرمن و[L أشوريين] وأكراد",
        "حضر [L لفيف] من الكتاب",
        "في بحيرة صغيرة كان ماء [L البحيرة] ساكنا",
        "السلام عليكم و[P رحمة الله] وبركاته",
        "يباع الأسبرين ([O Aspirin]) هنا",
        "[P عوض] أن يفهم قال غير ذلك",
    ],
)
def test_what_names_nothing_is_left_out(left, labelled):
    assert left(labelled) == []


@pytest.mark.parametrize(
    ("labelled", "name"),
    [
        ("باعت [O شل] حصتها", "شل"),
        ("قالت الوكالة ([O GEA]) ذلك", "GEA"),
        ("موقع قديم اسمه [O Recode] باق", "Recode"),
        ("قالت [O الجامعة اللبنانية] ذلك", "الجامعة اللبنانية"),
        ("فاز [O النادي العربي] أمس", "النادي العربي"),
        ("بغداد ([O الفرنسية]) قال", "الفرنسية"),
        ("سافر إلى محافظة [L البحيرة] قرب بحيرة إدكو", "البحيرة"),
        ("سينما في [L الإسكندرية] وإسكندرية القديمة", "الإسكندرية"),
        ("غنت [P رحمة الله] أمس", "رحمة الله"),
        ("قال [P عوض] أن ذلك صحيح", "عوض"),
    ],
)
def test_what_names_something_stays(left, labelled, name):
    assert left(labelled) == [name]


def test_a_spelling_of_a_name_stays_for_that_name(left):
    assert left("قالت [O كارنوف] ([O Karnov]) ذلك") == ["كارنوف", "Karnov"]


def test_somebodys_surname_stays_though_it_is_an_adjective(left):
    assert left("قال [P سليم سوداني] ثم رد [P سوداني] عليه") == ["سليم سوداني", "سوداني"]


def test_ten_thousand_names_of_nothing_take_no_longer_than_they_must(left):
    assert left("قال [O النادي] في [L البحيرة] (دواء ([O Aspirin])) بحيرات\n" * 10_000).count("البحيرة") == 10_000
