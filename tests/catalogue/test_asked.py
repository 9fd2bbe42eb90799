import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.catalogue.asked import Field, Term, understood
from reader.catalogue.spellings import matching, with_particles
from reader.text.words import strip_clitics


def terms(typed: str) -> list[Term]:
    return list(understood(typed).terms)


def test_each_word_is_a_term_of_its_own_and_a_quotation_is_one():
    assert terms("كتاب «مجلّة قديمة»") == [Term("كتاب"), Term("مجلّة قديمة", is_phrase=True)]


@pytest.mark.parametrize("typed", ['"باب البيت"', "“باب البيت”", "«باب البيت»", "«باب البيت"])
def test_every_kind_of_quotation_marks_makes_a_phrase_also_before_it_is_closed(typed):
    assert terms(typed) == [Term("باب البيت", is_phrase=True)]


@pytest.mark.parametrize("typed", ["شخص:سلمى", "شخص: سلمى", "شخص：سلمى", "person:سلمى", "PERSON:سلمى", 'شخص:"سلمى"'])
def test_a_field_is_named_in_arabic_or_english_with_any_colon(typed):
    (term,) = terms(typed)
    assert (term.words, term.where) == ("سلمى", Field.PEOPLE)


@pytest.mark.parametrize("typed", ["-حرب", "–حرب", "ليس:حرب", "not:حرب"])
def test_a_word_can_be_left_out(typed):
    assert terms(typed) == [Term("حرب", is_excluded=True)]


def test_a_hyphen_inside_a_word_leaves_nothing_out():
    assert terms("بن-غوريون") == [Term("بن-غوريون", is_phrase=True)]


def test_a_field_can_be_left_out_too():
    assert terms("-وسم:رياضة") == [Term("رياضة", Field.TAGS, is_excluded=True)]


def test_where_to_look_is_said_once_for_all_words():
    asked = understood("في:الملاحظات مهمّ جدًّا وسم:عمل")
    assert [term.where for term in asked.terms] == [Field.NOTES, Field.NOTES, Field.TAGS]


def test_dates_are_read_in_any_digits_down_to_the_month_or_the_year():
    asked = understood("قبل:٢٠٢٤-١٠ بعد:2023/5/1 after:2022")
    assert (asked.before, asked.after, asked.terms) == ("2024-10", "2023-05-01", ())


@pytest.mark.parametrize("typed", ["قبل:أمس", "في:البيت", "12:30", "foo:bar"])
def test_what_only_looks_like_a_field_is_words(typed):
    assert [(term.words, term.where) for term in terms(typed)] == [(typed, Field.ANY)]


def test_the_last_word_may_be_a_beginning_while_it_is_typed():
    assert [term.is_prefix for term in understood("قلم كتا", as_typed=True).terms] == [False, True]
    assert [term.is_prefix for term in understood("قلم كتا ", as_typed=True).terms] == [False, False]
    assert terms("كتا*") == [Term("كتا", is_prefix=True)]


@given(st.text(alphabet='كتاب اأ:：«»"*-–12شخصقبل ', max_size=40))
@settings(max_examples=100)
def test_whatever_is_typed_is_understood_somehow_and_its_terms_stand_apart(typed):
    ends = 0
    for term in understood(typed).terms:
        assert ends <= term.at.start < term.at.end <= len(typed)
        assert matching(term)
        ends = term.at.end


def test_a_word_is_found_behind_every_particle_that_it_can_be_stripped_of():
    found = set(with_particles("كتاب"))
    assert {"كتاب", "الكتاب", "والكتاب", "بكتاب", "فللكتاب"} <= found
    assert all("كتاب" in strip_clitics(word) for word in found)


def test_the_article_melts_with_the_particle_before_it():
    assert {"للكتاب", "وللكتاب"} <= set(with_particles("الكتاب"))
    assert "للغه" in set(with_particles("اللغه"))


def test_latin_words_have_no_particles():
    assert list(with_particles("press")) == ["press"]
