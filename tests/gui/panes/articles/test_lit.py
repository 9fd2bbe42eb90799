"""The words of a row that are lit while a search is shown."""

import pytest
from PySide6.QtGui import QFont, QTextLayout

from reader.gui.panes.articles.lit import LitWords
from reader.gui.widgets.text_lines import in_one_line


@pytest.fixture
def line(application):
    def make(text: str) -> QTextLayout:
        return in_one_line(text, QFont(), 1000, 20, is_rtl=True)

    return make


def lit(ranges, layout):
    return [layout.text()[each.start : each.start + each.length] for each in ranges]


def test_a_source_is_lit_where_it_has_what_is_searched_for(theme, line):
    facts = line("\u2068صحيفة المنارة\u2069 · \u20685 مارس 2024\u2069 · \u2068#بحر\u2069")
    assert lit(LitWords("المنارة", theme).in_facts(facts), facts) == ["المنارة"]
    assert lit(LitWords("مصدر:صحيفة", theme).in_facts(facts), facts) == ["صحيفة"]
    assert lit(LitWords("وسم:بحر", theme).in_facts(facts), facts) == ["بحر"]


def test_a_number_of_its_date_is_not_lit(theme, line):
    facts = line("\u2068صحيفة المنارة\u2069 · \u20685 مارس 2024\u2069")
    assert not lit(LitWords("2024", theme).in_facts(facts), facts)


def test_a_title_is_lit_letter_for_letter_also_behind_letters_of_two_units(theme, line):
    title = line("🌊 عودة المَنارة")
    (found,) = LitWords("المناره", theme).in_title(title)
    assert (found.start, found.length) == (8, 8)
    assert not LitWords("مصدر:المنارة", theme).in_title(title)
