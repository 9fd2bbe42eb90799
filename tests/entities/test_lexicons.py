import pytest

from reader import resources

LEAST = {"given_names": 1200, "family_names": 1200, "foreign_names": 1200, "roles": 400}


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_list_is_long_enough_to_be_of_use(name, least):
    lines = [line for line in resources.read_text(f"lexicons/{name}.txt").splitlines() if not line.startswith("#")]
    entries = {entry.strip() for line in lines for entry in line.split("،")}
    assert len(entries) >= least


def test_more_than_five_hundred_organisations_are_known_by_name():
    lines = resources.read_text("lexicons/organisations.txt") + resources.read_text("lexicons/clubs.txt")
    assert sum(bool(line) and not line.startswith("#") for line in lines.splitlines()) >= 500


def test_names_are_folded_and_told_apart_by_how_sure_they_are(lexicons):
    assert "احمد" in lexicons.given.certain
    assert "امل" in lexicons.given.doubtful
    assert "عبد الرحمن" in lexicons.given.phrases


def test_a_name_that_one_line_calls_doubtful_is_not_certain(lexicons):
    for names in (lexicons.given, lexicons.family, lexicons.foreign, lexicons.roles, lexicons.organisations):
        assert not names.certain & names.doubtful


def test_adjectives_of_nations_come_in_every_form(lexicons):
    for form in ("فرنسي", "الفرنسي", "الفرنسيه", "فرنسيين", "الفرنسيون"):
        assert form in lexicons.adjectives
    for other in ("", "ال", "فرنس", "فرنسا", "الالفرنسي", "فرنسيهه"):
        assert other not in lexicons.adjectives
    assert all(form in lexicons.adjectives for form in lexicons.adjectives)


def test_ordinary_words_are_known_with_what_is_written_together_with_them(vocabulary):
    assert all(map(vocabulary.is_common, ("كتاب", "وبكتابها", "المدرسه", "سيكتبون", "للمدارس")))


def test_foreign_names_are_no_ordinary_words(vocabulary):
    assert not any(map(vocabulary.is_common, ("زينوفييف", "بيسكوف", "كوالسكي", "كريموفسكي")))
