import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.intake.lines import Line, lines_of

PARAGRAPHS = (
    "خرج الصيّادون مع أول الضوء، وكان البحر هادئًا كأنه لوح من زجاج، فلم يرفعوا الأشرعة إلا بعد أن جاوزوا المنارة.",
    "وقال أكبرهم سنًّا إنه لم يرَ مثل هذا الصباح منذ أربعين عامًا، حين كان أبوه يصحبه إلى الصخور البعيدة ليجمعا الإسفنج.",
    "ثم سكت الجميع، ولم يعد يُسمع غير صوت المجاديف وهي تدخل الماء وتخرج منه، وطيور تعبر نحو الشمال من غير عجلة.",
)

VERSE = "قفا نسأل البحر القديم عن السفن\nوعن نوارس غادرت قبل الشتاء\nوعن فتى كان ينتظر\nثم مضى ولم يعد\nكأن الموج أخذه"


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


def test_empty_lines_are_counted_and_spaces_at_the_ends_go():
    assert lines_of("  عنوان \n\n\nنصّ\n") == [Line("عنوان", 0), Line("نصّ", 2)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end):
    assert texts(f"أول{end}ثانٍ{end}") == ["أول", "ثانٍ"]


@pytest.mark.parametrize("width", [45, 60, 78, 100])
def test_lines_broken_at_a_width_are_joined_to_their_paragraphs(width):
    wrapped = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in PARAGRAPHS * 2)
    assert texts(wrapped) == list(PARAGRAPHS * 2)


def test_lines_broken_at_a_width_are_joined_where_no_empty_line_parts_paragraphs():
    wrapped = "\n".join("\n".join(textwrap.wrap(paragraph, 50)) for paragraph in PARAGRAPHS)
    assert texts(wrapped) == list(PARAGRAPHS)


def test_a_headline_left_whole_above_broken_lines_stays_alone():
    headline = "صيّادو الساحل يعودون إلى المنارة القديمة بعد أربعين عامًا من الغياب عن الصخور البعيدة"
    wrapped = headline + "\n\n" + "\n".join(textwrap.wrap(" ".join(PARAGRAPHS), 60))
    assert texts(wrapped) == [headline, " ".join(PARAGRAPHS)]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(f"{number}- بند قصير" for number in range(1, 9)),
        VERSE,
        "عنوان أول\nعنوان ثانٍ\nعنوان ثالث",
    ],
)
def test_lines_that_nobody_broke_stay_as_they_are(text):
    assert texts(text) == text.split("\n")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(alphabet="ابتثج .،\n-", max_size=120), max_size=30).map("\n".join))
def test_joining_loses_no_letter(text):
    assert "".join("".join(texts(text)).split()).replace(" ", "") == "".join(text.split())
