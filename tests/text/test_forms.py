from pathlib import Path

import pytest

from reader.text.forms import forms_of, places, spellings

PAIRS = Path(__file__).resolve().parents[1] / "data" / "words" / "forms.tsv"
"""A word, its other forms, and words that are only like it, a line each."""

LEAST_FOUND, MOST_WRONG = 0.98, 0.03


def lines() -> list[tuple[str, list[str], list[str]]]:
    rows = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return [(word, forms.split(), others.split()) for word, forms, others in rows]


def is_form(form: str, word: str) -> bool:
    return not spellings(form).isdisjoint(forms_of(word))


def test_hardly_a_form_of_a_word_is_missed_and_hardly_another_word_taken_for_one():
    forms = [(form, word) for word, forms, _ in lines() for form in forms]
    others = [(other, word) for word, _, others in lines() for other in others]
    assert len(forms) + len(others) >= 200
    assert sum(is_form(*pair) for pair in forms) / len(forms) >= LEAST_FOUND
    assert sum(is_form(*pair) for pair in others) / len(others) <= MOST_WRONG


@pytest.mark.parametrize("typed", ["كتاب", "والكتاب", "بكتابهم", "كتابين", "الكِتابُ"])
def test_a_word_may_be_typed_in_any_of_its_forms(typed):
    assert {"كتاب", "والكتاب", "بكتابهم", "كتابها"} <= forms_of(typed)


def test_the_feminine_ending_tells_words_apart_that_fold_to_one():
    assert "مدرسة" not in forms_of("مدرس")
    assert "مدرس" not in forms_of("مدرسة")
    assert "مدرستهم" in forms_of("مدرسة") - forms_of("مدرس")


def test_a_word_of_another_script_has_no_other_forms():
    assert forms_of("Harbour") == {"harbour"}


def test_forms_are_found_where_they_stand_with_their_marks():
    text = "قرأ بكِتابِهم في المكتبة، ثم الكتـــاب."
    assert [place.of(text) for place in places(text, forms_of("كتاب"))] == ["بكِتابِهم", "الكتـــاب"]
