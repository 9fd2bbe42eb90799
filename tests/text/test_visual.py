import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.cleaning import clean
from reader.text.direction import Direction
from reader.text.visual import in_visual_order, visual

RTL, LTR = Direction.RTL, Direction.LTR


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("كتاب جديد", "ﺪﻳﺪﺟ ﺏﺎﺘﻛ"),
        ("لا إلى الآن", "ﻥﻵﺍ ﻰﻟﺇ ﻻ"),
        ("الله", "ﻪﻠﻟﺍ"),
        ("كِتَابٌ", "ﺏٌﺎﺘَﻛِ"),
        ("مُحَمَّد", "ﺪﻤَّﺤَﻣُ"),
        ("لَا", "ﻻَ"),
        ("قال (نعم)، «لا»!", "!«ﻻ» ،(ﻢﻌﻧ) ﻝﺎﻗ"),
        ("في 2024 عاد BBC News.", ".BBC News ﺩﺎﻋ 2024 ﻲﻓ"),
        ("سطر\nثان", "ﺮﻄﺳ\nﻥﺎﺛ"),
        ("می\u200cرود", "ﺩﻭﺭﯽﻣ"),
        ("ه\u200d", "ﻫ"),
        ("\u200dلا", "ﻼ"),
        ("ـه\u200dلا ـلا", "ﻼـ ﻼﻬـ"),
    ],
)
def test_arabic_is_shaped_and_turned_round(text: str, shown: str) -> None:
    assert visual(text, RTL) == shown


def test_brackets_face_the_word_they_hold() -> None:
    assert in_visual_order("قال (World Bank) [نعم]", RTL) == "[معن] (World Bank) لاق"
    assert in_visual_order("He said (نعم) <b>", LTR) == "He said (معن) <b>"
    assert in_visual_order("see العربية (الفصحى) here", LTR) == "see (ىحصفلا) ةيبرعلا here"


def test_accents_and_vowel_signs_follow_their_letters() -> None:
    assert in_visual_order("بَيt\u0301xتّ", RTL) == "تّt\u0301xيبَ"


def test_long_lines_are_broken_before_they_are_turned_round() -> None:
    lines = visual("واحد اثنان سبعة أربعة خمسة", RTL, width=14).split("\n")
    assert [unicodedata.normalize("NFKC", line)[::-1] for line in lines] == ["واحد اثنان", "سبعة أربعة", "خمسة"]
    assert visual("واحد\n\nاثنان", RTL, width=40).count("\n") == 2


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("ابلاتهيwxéَّ١2 ()«»،.-+\u200c\u200d\n"), max_size=30), st.sampled_from(Direction))
def test_no_letter_is_lost(text: str, direction: Direction) -> None:
    def kept(written: str) -> list[str]:
        return sorted(c for c in unicodedata.normalize("NFKD", written) if c.isalnum() or unicodedata.combining(c))

    text = clean(text)
    assert kept(visual(text, direction)) == kept(text)
    assert visual(text, direction).count("\n") == text.count("\n")


def test_the_tools_of_visual_text_are_loaded_only_when_needed() -> None:
    program = "import sys, reader.text.visual; print({'bidi', 'arabic_reshaper', 'configparser'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
