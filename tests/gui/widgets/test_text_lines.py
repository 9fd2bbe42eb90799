import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from reader.gui.widgets.text_lines import elided, in_lines
from reader.text.direction import Direction

TITLE_LINES = 2
LONG = "الميناء القديم يستعيد سفنه بعد عشرين عامًا من الصمت، والصيادون يعودون إلى أرصفته الأولى قبل حلول الشتاء"


@pytest.mark.parametrize("title", [LONG, "A small harbour city learns to read the sea again, slowly and by heart " * 2])
def test_a_long_title_ends_in_two_lines_with_three_dots(theme, title):
    layout = in_lines(title, theme.font("list_title"), 240, 23, TITLE_LINES, Direction.RTL, is_rtl=True)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")


def test_a_short_title_is_one_line(theme):
    layout = in_lines("قصيدة", theme.font("list_title"), 240, 23, TITLE_LINES, Direction.RTL, is_rtl=True)
    assert layout.lineCount() == 1
    assert layout.text() == "قصيدة"


def test_a_cut_title_ends_with_a_whole_word(theme):
    cut = elided(LONG, theme.font("list_title"), 200)
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])
    assert LONG[len(cut) - 1] == " "


def test_a_single_word_that_is_too_long_is_cut_inside(theme):
    assert elided("ب" * 200, theme.font("list_title"), 100).endswith("…")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ابتث جحخ abc 😀12،.", max_size=120), st.sampled_from([60, 120, 240]))
def test_any_title_fits_its_lines(theme, title, width):
    layout = in_lines(title, theme.font("list_title"), width, 23, TITLE_LINES, Direction.RTL, is_rtl=True)
    assert layout.lineCount() <= 2
    for number in range(layout.lineCount()):
        assert (
            layout.lineAt(number).naturalTextWidth()
            <= width + QFontMetricsF(theme.font("list_title")).averageCharWidth()
        )
