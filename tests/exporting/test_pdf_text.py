import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exporting.pdf_text import in_line_order, runs, with_text
from reader.text.direction import Direction


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("قال نعم", [" لاق", "معن"]),
        ("لـ BBC Arabic إنّ", [" ـل", " BBC", " Arabic", "ّنإ"]),
        ("(نحو 3.5%)،", ["وحن)", "3.5%", "(", "،"]),
        ("GPT-5", ["GPT", "-5"]),
    ],
)
def test_arabic_words_are_turned_round_and_numbers_left_as_they_are(line: str, letters: list[str]) -> None:
    found = [run.letters.strip() for run in runs(line, Direction.RTL)]
    assert found == [each.strip() for each in letters]


@settings(max_examples=100)
@given(st.text(st.sampled_from("اب1 ٣(«a.،-\u2066\u2069ً"), max_size=20), st.sampled_from(Direction))
def test_every_sign_that_can_be_seen_is_in_one_run(line: str, direction: Direction) -> None:
    found = runs(line, direction)
    covered = "".join(run.span.of(line) for run in found)
    assert covered.translate({0x2066: None, 0x2069: None}) == "".join(
        each for each in line if not each.isspace() and each not in "\u2066\u2069"
    )
    assert [run.span for run in found] == sorted(run.span for run in found)


def test_runs_against_their_line_take_each_others_places() -> None:
    boxes = [(90.0, 100.0), (50.0, 60.0), (65.0, 85.0), (30.0, 45.0)]
    placed = in_line_order(boxes, [False, True, True, False], Direction.RTL)
    assert placed[0] == boxes[0]
    assert placed[3] == boxes[3]
    assert placed[1][0] > placed[2][0]
    assert max(placed[1]) == 85
    assert min(placed[2]) == pytest.approx(50)


def test_a_file_with_another_number_of_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="0 pages"):
        with_text(b"%PDF-1.4", [[]])
