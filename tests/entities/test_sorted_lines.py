"""Lines are found as if the text had been split."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.sorted_lines import SortedLines

LINES = st.lists(st.text("أبتث xyz\t", min_size=1, max_size=6), min_size=1, max_size=2000, unique=True).map(sorted)


@pytest.fixture(scope="module")
def path():
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "lines.txt"


@settings(max_examples=60)
@given(LINES, st.text("أبتث xyz\t", max_size=4), st.sampled_from(["", "# what this is\n# and more\n"]))
def test_the_lines_that_start_so_are_found_in_their_order(path, lines, beginning, heading):
    path.write_text(heading + "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    found = SortedLines(path)

    assert list(found.starting(beginning)) == [line for line in lines if line.startswith(beginning)]
    assert list(found.all()) == lines


def test_a_file_that_was_replaced_is_searched_as_it_is_then(tmp_path):
    path, newer = tmp_path / "lines.txt", tmp_path / "newer.txt"
    path.write_text("أ 1\nب 1\n", encoding="utf-8")
    lines = SortedLines(path)
    newer.write_text("# heading\nآ 2\nأ 2\nب 2\n", encoding="utf-8")
    newer.replace(path)

    assert list(lines.starting("ب")) == ["ب 2"]
    assert list(lines.all()) == ["آ 2", "أ 2", "ب 2"]
