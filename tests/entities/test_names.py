import pytest

from reader.entities.names import PersonName, same_word


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("سمير الكيلاني", ("سمير", "الكيلاني")),
        ("عبد الرحمن بن سعيد الكواري", ("عبد الرحمن", "بن سعيد", "الكواري")),
        ("أبو بكر", ("ابو بكر",)),
        ("نور الدين آل ياقوت", ("نور الدين", "ال ياقوت")),
        ("رافاييل فان در كروفت", ("رافاييل", "فان در كروفت")),
        ("أورهان ديمير أوغلو", ("اورهان", "ديمير اوغلو")),
    ],
)
def test_words_that_belong_together_are_one_part(written, parts):
    assert PersonName(written).parts == parts


@pytest.mark.parametrize(
    ("part", "fuller"),
    [
        ("كارنوفسكي", "غريغوري كارنوفسكي"),
        ("غريغوري", "غريغوري كارنوفسكي"),
        ("بن سالم", "حمدان بن سالم"),
        ("حمدان بن سالم", "حمدان بن سالم آل ياقوت"),
        ("سمير الكيلاني", "سمير عبد الرحمن الكيلاني"),
        ("الكيلاني", "سمير كيلاني"),
        ("الكيلاني", "سمير الكيلاني بن حمدان"),
        ("فان در كروفت", "رافاييل فان در كروفت"),
    ],
)
def test_a_part_of_a_name_may_mean_the_whole(part, fuller):
    assert PersonName(part).is_part_of(PersonName(fuller))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد بن راشد", "محمد بن زايد آل ياقوت"),
        ("سمير الكيلاني", "رامي سمير الكيلاني"),
        ("رامي الكيلاني", "سمير عبد الرحمن الكيلاني"),
        ("عبد الرحمن", "سمير عبد الرحمن الكيلاني"),
        ("سمير الكيلاني", "سمير الكيلاني"),
    ],
)
def test_two_full_names_are_two_people(one, other):
    assert not PersonName(one).is_part_of(PersonName(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("غورباتشوف", "جورباتشوف"), ("زيلينسكي", "زيلنسكي"), ("الكيلاني", "كيلاني"), ("غارسيا", "جارسيا")],
)
def test_spellings_of_one_foreign_name_unite(one, other):
    assert same_word(one, other)


@pytest.mark.parametrize(("one", "other"), [("جاسم", "قاسم"), ("حسن", "حسين"), ("سلمان", "سليمان"), ("عمر", "عامر")])
def test_arabic_names_that_differ_by_a_letter_stay_apart(one, other):
    assert not same_word(one, other)
