import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.cleaning import clean, letters

ODD = st.text(
    st.sampled_from(
        "ابتَّ ـلا أؤ\u0654\u0653éﬁﷲﷺﷻ﷽﷼﴾﴿ﻻﺑﻨﹶﹷﱞﳲﭐشׁשּﭏ12٣\r\n\v\x85\u2028\u2029\ufeff\x00\x1f\u00ad\ufffc\ud83d\ude00"
        "\ufdd0\U0001fffe\u200b\u200c\u200d\u200e\u200f\u061c\u202b\u202c\u2067\u2069\t\u00a0\u3000กA"
    ),
    max_size=30,
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_feed(end: str) -> None:
    assert clean(f"سطر{end}سطر") == "سطر\nسطر"


def test_empty_lines_stay() -> None:
    assert clean("أول\r\n\r\n\r\nثان") == "أول\n\n\nثان"


@pytest.mark.parametrize(
    "unseen",
    [
        "\ufeff",
        "\x00",
        "\x07",
        "\x7f",
        "\x93",
        "\ufdd0",
        "\ufdef",
        "\uffff",
        "\U0010fffe",
        "\ufffc",
        "\u00ad",
        "\u2060",
    ],
)
def test_what_nobody_sees_goes(unseen: str) -> None:
    assert clean(f"{unseen}كت{unseen}اب") == "كتاب"


@pytest.mark.parametrize("mark", "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_marks_of_direction_go(mark: str) -> None:
    assert clean(f"قالت {mark}BBC{mark} أمس") == "قالت BBC أمس"


def test_a_surrogate_pair_is_the_character_it_stands_for() -> None:
    assert clean("جميل \ud83d\ude00") == "جميل 😀"


def test_half_a_surrogate_pair_goes() -> None:
    assert clean("\ude00جميل\ud83d") == "جميل"


def test_joiners_stay_where_they_do_something() -> None:
    assert clean("می\u200cخواهم ۱۴۰۲ ه\u200d") == "می\u200cخواهم ۱۴۰۲ ه\u200d"


def test_joiners_that_do_nothing_go() -> None:
    assert clean("\u200cمی\u200c\u200cخواهم\u200c \u200cکتاب\u200c\nتازه\u200c") == "می\u200cخواهم کتاب\nتازه"


def test_a_zero_width_space_between_arabic_letters_keeps_them_apart() -> None:
    assert clean("كتاب\u200bجديد https://\u200bexample.org") == "كتاب\u200cجديد https://example.org"
    assert clean("ภาษา\u200b\u200bไทย") == "ภาษา\u200bไทย"


@pytest.mark.parametrize(
    ("shaped", "wanted"),
    [
        ("ﻛﺘﺎﺏ", "كتاب"),
        ("ﺇﻻ ﻷﻥ ﻵﻝ", "إلا لأن لآل"),
        ("عبد ﷲ", "عبد الله"),
        ("ﷴ ﷳ", "محمد اكبر"),
        ("ﭘﮋﻭﻫﺶ", "پژوهش"),
        ("ﻣُﺤَﻤﱠﺪ", "مُحَمَّد"),
        ("قلﱠ مدﹼ حتﹷى", "قلَّ مدّ حتَى"),
        ("ﬁn eﬀort ﬄ", "fin effort ffl"),
        ("ﭏ שׁלום", "אל שׁלום"),
    ],
)
def test_shapes_are_the_letters_they_show(shaped: str, wanted: str) -> None:
    assert clean(shaped) == unicodedata.normalize("NFC", wanted)


@pytest.mark.parametrize("sign", "ﷺﷻ﷽﷼﴾﴿\ufd40\ufdcf\ufdfe")
def test_signs_that_are_not_shaping_stay(sign: str) -> None:
    assert clean(f"قال {sign} ثم") == f"قال {sign} ثم"


def test_letters_typed_in_two_pieces_are_one() -> None:
    assert clean("ا\u0654حمد مو\u0654تمر ا\u0653ل e\u0301t") == "أحمد مؤتمر آل ét"


def test_vowel_signs_and_tatweel_are_spelling() -> None:
    assert clean("قَالَ الكِتـــابُ") == "قَالَ الكِتـــابُ"


@pytest.mark.parametrize(
    ("spaced", "wanted"),
    [
        ("كتاب  جديد   هنا", "كتاب جديد هنا"),
        ("كتاب\u00a0جديد\u2009هنا\u3000ثم", "كتاب جديد هنا ثم"),
        ("  كتاب \n\t جديد\u00a0\n", "كتاب\nجديد\n"),
        ("صدر البيت       عجز البيت", "صدر البيت\tعجز البيت"),
        ("الاسم\tالعدد", "الاسم\tالعدد"),
        ("12\u00a0000 و١٢\u202f٠٠٠ نسخة", "12\u00a0000 و١٢\u202f٠٠٠ نسخة"),
        ("12 \u00a0000\u00a0كم", "12 000 كم"),
    ],
)
def test_spaces_are_reduced_to_what_they_say(spaced: str, wanted: str) -> None:
    assert clean(spaced) == wanted


@settings(max_examples=100, deadline=None)
@given(ODD | st.text(max_size=30))
def test_no_letter_is_lost(text: str) -> None:
    assert letters(clean(text)) == letters(text)


@settings(max_examples=100, deadline=None)
@given(ODD | st.text(max_size=30))
def test_a_clean_text_is_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in cleaned if c not in "\n\t")


def test_letters_count_with_their_marks_and_without_what_carries_none() -> None:
    assert letters("«كِتـاب» ٣ ﻻ!\ufe73") == "كِتاب٣لا"
