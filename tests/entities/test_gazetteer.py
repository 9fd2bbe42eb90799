import pytest

from reader import resources
from reader.atlas.outlines import UNITS, Detail, load
from reader.atlas.projection import project
from reader.entities.entity import PlaceKind
from reader.text.folding import fold

NEAR = 2 * UNITS
"""Some 200 km: islands and fields off a coast."""


def best(gazetteer, name):
    return gazetteer.find(name)[0]


@pytest.mark.parametrize(
    ("name", "latin", "country"),
    [
        ("واشنطن", "Washington", "US"),
        ("خاركيف", "Kharkiv", "UA"),
        ("خاركوف", "Kharkiv", "UA"),
        ("سيول", "Seoul", "KR"),
        ("سيؤول", "Seoul", "KR"),
        ("بيونغ يانغ", "Pyongyang", "KP"),
        ("بيونغيانغ", "Pyongyang", "KP"),
        ("الخرطوم", "Khartoum", "SD"),
        ("زابوريجيا", "Zaporizhzhia", "UA"),
        ("روستوف", "Rostov-on-Don", "RU"),
        ("الولايات المتحدة الأمريكية", "United States", "US"),
        ("نواكشوط", "Nouakchott", "MR"),
        ("رام الله", "Ramallah", "PS"),
        ("نيوجيرسي", "New Jersey", "US"),
        ("غوانتانامو", "Guantánamo Bay", "CU"),
    ],
)
def test_places_of_the_news_are_known_in_their_usual_spellings(gazetteer, name, latin, country):
    place = best(gazetteer, name)
    assert (place.latin, place.country) == (latin, country)


def test_spellings_that_fold_to_the_same_find_the_same(gazetteer):
    assert gazetteer.find("الإسكندرية") == gazetteer.find("الاسكندريه")


def test_a_name_that_nobody_gave_a_place_finds_nothing(gazetteer):
    assert gazetteer.find("قسطلبورة") == ()


def test_a_place_has_coordinates_population_and_kind(gazetteer):
    cairo = best(gazetteer, "القاهرة")
    assert (round(cairo.latitude), round(cairo.longitude)) == (30, 31)
    assert cairo.population > 5_000_000
    assert cairo.kind is PlaceKind.CITY
    assert best(gazetteer, "البحر الأحمر").kind is PlaceKind.WATER
    assert best(gazetteer, "الشرق الأوسط").kind is PlaceKind.REGION
    assert best(gazetteer, "لبنان").kind is PlaceKind.COUNTRY


def test_the_beginning_of_a_name_is_told_from_a_whole_word_that_only_looks_like_it(gazetteer):
    assert gazetteer.begins("كوريا")
    assert gazetteer.begins("كوريا الشماليه")
    assert not gazetteer.begins("واشنط")


def test_two_places_of_one_name_are_both_found_the_likelier_first(gazetteer):
    assert [place.country for place in gazetteer.find("طرابلس")] == ["LY", "LB"]


def test_a_name_that_is_also_a_word_says_so(gazetteer):
    assert best(gazetteer, "العين").is_word
    assert not best(gazetteer, "بغداد").is_word


def test_the_table_is_sorted_and_its_keys_are_folded_as_the_program_folds():
    lines = [line for line in resources.read_text("gazetteers/places.tsv").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    stale = [key for key, name, *_ in (line.split("\t") for line in lines) if fold(name or key) != key]
    assert not stale, "packaging/gazetteers/build.py has to be run again"


def test_every_one_of_our_own_places_is_in_the_table_where_we_put_it(gazetteer):
    lines = resources.read_text("gazetteers/overrides.tsv").splitlines()
    ours = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert len(ours) >= 400
    for names, latin, country, latitude, longitude, _, kind in ours:
        assert -90 <= float(latitude) <= 90
        assert -180 <= float(longitude) <= 180
        assert PlaceKind(kind)
        for name in names.replace("~", "").split("|"):
            assert any((place.latin, place.country) == (latin, country) for place in gazetteer.find(name)), name


def test_our_own_places_of_a_country_lie_in_it_or_beside_it():
    """Seas, what several countries share, and lands too small to be drawn are left out."""
    boxes = {country.code: country.rings for country in load(Detail.FINE)}
    lines = resources.read_text("gazetteers/overrides.tsv").splitlines()
    astray = []
    for names, _, country, latitude, longitude, _, kind in (
        line.split("\t") for line in lines if line[:1] not in ("", "#")
    ):
        x, y = (number * UNITS for number in project(float(longitude), float(latitude)))
        if (
            country
            and country in boxes
            and kind != "water"
            and not any(_is_near(ring, x, y) for ring in boxes[country])
        ):
            astray.append((names, country))
    assert not astray


def _is_near(ring, x, y):
    return ring.left - NEAR < x < ring.right + NEAR and ring.top - NEAR < y < ring.bottom + NEAR


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("كيرالا", "IN"),
        ("شينجين", "CN"),
        ("جوانتانامو", "CU"),
        ("بلاد فارس", "IR"),
        ("القسطنطينية", "TR"),
        ("معبر المنطار", "PS"),
        ("مخيم الهول", "SY"),
        ("حقل الرميلة", "IQ"),
        ("سد الطبقة", "SY"),
        ("المسجد الأقصى", "PS"),
        ("جبال السروات", "SA"),
        ("منطقة القبائل", "DZ"),
    ],
)
def test_provinces_fields_dams_crossings_and_lands_of_history_are_known(gazetteer, name, country):
    assert best(gazetteer, name).country == country


def test_the_table_is_small():
    assert resources.locate("gazetteers/places.tsv").stat().st_size < 2_000_000
