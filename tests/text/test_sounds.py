import pytest

from reader.text.sounds import sound_of


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Austin", "أوستن"), ("Lloyd", "لويد"), ("Washington", "واشنطن"), ("Sarah", "سارة"), ("Baghdad", "بغداد"),
        ("Google", "غوغل"), ("Google", "جوجل"), ("Yousef", "يوسف"), ("Ahmed", "أحمد"), ("Khan", "خان"),
        ("Kyiv", "كييف"), ("Chile", "تشيلي"), ("George", "جورج"), ("Michel", "ميشيل"), ("Elizabeth", "إليزابيث"),
        ("Thomas", "توماس"), ("Shakespeare", "شكسبير"), ("Beirut", "بيروت"), ("Yemen", "اليمن"),
    ],
)  # fmt: skip
def test_a_name_sounds_the_same_in_either_script(latin, arabic):
    assert sound_of(latin) == sound_of(arabic) != ""


@pytest.mark.parametrize(("one", "other"), [("Austin", "ستين"), ("Smith", "سامي"), ("Paris", "بيروت"), ("Khan", "حسن")])
def test_names_that_sound_otherwise_are_told_apart(one, other):
    assert sound_of(one) != sound_of(other)


def test_a_name_of_one_consonant_is_not_known_by_it():
    assert sound_of("Li") == sound_of("لي") == ""
