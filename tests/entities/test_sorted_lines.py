"""Lines are found as if the text had been split."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.sorted_lines import SortedLines

LINES = st.lists(st.text("أبتث xyz\t", min_size=1, max_size=6), min_size=1, max_size=2000, unique=True).map(sorted)


@settings(max_examples=60)
@given(LINES, st.text("أبتث xyz\t", max_size=4))
def test_the_lines_that_start_so_are_found_in_their_order(lines, beginning):
    found = SortedLines("\n".join(lines))

    expected = [line for line in lines if line.startswith(beginning)]
    assert list(found.starting(beginning)) == expected
