"""Where places are that no table knows."""

import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.locating import Locator
from reader.text.spans import Span


@pytest.fixture
def countries(gazetteer):
    """Return the country of each place that a text with [brackets] names, or None where it is not located."""

    def located(labelled):
        text = labelled.replace("[", "").replace("]", "")
        groups = []
        for number, part in enumerate(labelled.split("[")[1:], start=1):
            name = part.split("]")[0]
            start = len("".join(labelled.split("[")[:number]).replace("]", ""))
            groups.append([Mention(Span(start, start + len(name)), Kind.PLACE, name)])
        places = Locator(text, groups, gazetteer).places()
        return [place.country if place else None for place in places]

    return located


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "من [دمشق] إلى [حلب]" + " ثم [حمص]" * 10 + " وصولا بعد أيام إلى [القلعة]",
            [*["SY"] * 12, None],
        ),
        ("بين [دمشق] و[حلب] وصولا بعد أيام إلى [القلعة]", ["SY", "SY", "IR"]),
        (
            "من [دمشق] إلى [حلب]" + " ثم [حمص]" * 10 + " وصولا بعد أيام إلى [لينز]",
            [*["SY"] * 12, "AT"],
        ),
        ("زار [القطر] اللبناني ثم [بيروت].", [None, "LB"]),
        ("أغلق [مطار حلب الدولي] أمس، وفق بيان من [دمشق].", ["SY", "SY"]),
        ("هبطت في [مطار كوبنهاغن] قادمة من [وارسو].", ["DK", "PL"]),
        ("اندلع حريق في [سوق البهاليل الكبير] في [صنعاء].", ["YE", "YE"]),
        ("انهار منزل في [كفر الزنبق] بمحافظة [المنوفية].", ["EG", "EG"]),
        ("تظاهر عمال في [صنعاء] أمس وأغلقوا [شارع البهاليل].", ["YE", "YE"]),
        ("بين [صنعاء] و[وارسو] و[دمشق] شارع اسمه [شارع البهاليل].", ["YE", "PL", "SY", None]),
        ("احترق [سجن أوريبانا] في [فنزويلا].", ["VE", "VE"]),
        ("سكان [تلة البرقوق] ([نابلس]) يشكون.", ["PS", "PS"]),
        ("وزعت المياه في [نابلس] 4، و[تلة البرقوق] 2، و[جنين] 3.", ["PS", "PS", "PS"]),
    ],
)
def test_a_place_is_where_its_name_or_the_text_puts_it(countries, text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "زار [كفر الزنبق]، و[المنوفية] بعدها.",
        "زار [كفر الزنبق] و[وارسو] و[صنعاء].",
        "سكن [شارع بيروت] في صباه. وفي [الخرطوم] عاش بعدها طويلا.",
    ],
)
def test_a_region_in_a_list_a_list_of_several_countries_or_a_namesake_elsewhere_says_nothing(countries, text):
    assert countries(text)[0] is None
