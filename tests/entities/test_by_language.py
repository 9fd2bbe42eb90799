"""Arabic paragraphs and those of its neighbours are read by different taggers."""

import pytest

from reader.entities.by_language import ByLanguage, foreign_lines
from reader.entities.extraction import Extraction
from reader.entities.listed import ListedNames

ARABIC = "وصل سمير الكيلاني إلى بغداد صباح أمس، والتقى في الفندق إدارة الميناء وعددًا من الصيادين."
PERSIAN = "محمد لاریجانی دیروز از تهران به کابل رفت و گفت که هزار تومانی دیگر در برابر دلار ارزش ندارد."
URDU = "نواز شریف کل لاہور سے کراچی پہنچے اور انہوں نے کہا کہ یہ بڑی خبر ہے۔"
PERSIAN_KEYBOARD = "قال الوزیر إن المدارس ستفتح أبوابها فی الأسبوع المقبل، وأضاف أن الکتب وصلت إلى کل المدن الکبیرة."


@pytest.fixture(scope="module")
def named(tagger, lexicons, gazetteer):
    """Return what a text names, as words such as `person:…`."""
    both = ByLanguage(tagger, ListedNames(lexicons, gazetteer))

    def names(text):
        mentions = both.tag(text)
        assert all(each.span.of(text) == each.text for each in mentions)
        assert list(mentions) == sorted(mentions, key=lambda each: each.span)
        return [f"{each.kind}:{each.text}" for each in mentions]

    return names


def test_an_arabic_text_is_left_to_the_arabic_tagger(named, tagged):
    assert named(ARABIC) == tagged(ARABIC)
    assert not list(foreign_lines(ARABIC))


def test_persian_has_its_well_known_names_and_none_made_of_its_small_words(named):
    assert named(PERSIAN) == ["person:محمد لاریجانی", "place:تهران", "place:کابل"]


def test_urdu_has_its_well_known_names(named):
    assert named(URDU) == ["person:نواز شریف", "place:لاہور", "place:کراچی"]


def test_urdu_has_its_own_names_of_countries_and_no_far_towns_in_its_words(named):
    assert named("امریکہ اور انڈیا کے وزیر نے کہا ہے کہ مائیک سول افسر ہیں اور یہ بڑی خبر ہے۔") == [
        "place:امریکہ",
        "place:انڈیا",
    ]


def test_each_paragraph_of_a_mixed_text_is_read_in_its_own_language(named, tagged):
    text = f"{ARABIC}\n{PERSIAN}\n{ARABIC}"
    assert named(text) == [*tagged(ARABIC), *named(PERSIAN), *tagged(ARABIC)]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Nothing here is Arabic, not even London.", "٣٢١ 🙂 \u200f", "חיפה ותל אביב"]
)
def test_a_text_in_other_scripts_names_nobody(named, text):
    assert named(text) == []
    assert named(f"{ARABIC}\n{text}") == named(ARABIC)


def test_a_short_line_is_in_the_language_of_the_whole():
    text = f"{PERSIAN}\nتهران"
    assert [line.of(text) for line in foreign_lines(text)] == text.split("\n")


def test_arabic_that_was_typed_on_a_persian_keyboard_is_arabic():
    assert not list(foreign_lines(PERSIAN_KEYBOARD))


def test_a_surname_is_found_again_by_itself(named):
    text = f"{PERSIAN} لاریجانی پیش از این نیز این را گفته بود."
    assert named(text)[-1] == "person:لاریجانی"


def test_names_do_not_run_over_the_end_of_a_line(named):
    assert named("این را به همه گفت محمد\nلاریجانی که دیروز به خانه رفت و در آنجا ماند") == []


def test_what_ships_reads_both():
    kinds = {each.name: each.kind for each in Extraction.load().entities(f"{ARABIC}\n{PERSIAN}")}
    assert kinds["محمد لاریجانی"] == "person"
    assert kinds["بغداد"] == "place"
