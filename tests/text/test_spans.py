import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.spans import OffsetMap, Span, Utf16Map, lines_of

TEXTS = st.text(st.sampled_from("اب َ\u200cab 😀𐤀é\n"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_cannot_be_negative_or_reversed(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_knows_its_text_and_its_neighbours() -> None:
    span = Span(2, 5)
    assert span.of("قال كاتب") == "ل ك"
    assert len(span) == 3
    assert span.overlaps(Span(4, 9))
    assert not span.overlaps(Span(5, 9))
    assert not span.overlaps(Span(3, 3).moved(5))
    assert span.contains(2)
    assert not span.contains(5)
    assert span.moved(3) == Span(5, 8)
    assert sorted([Span(4, 5), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(4, 5)]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_positions_in_utf16_are_those_of_the_encoded_text(text: str) -> None:
    places = Utf16Map(text)
    for position in range(len(text) + 1):
        assert places.to_utf16(position) == units(text[:position])
        assert places.to_code_points(places.to_utf16(position)) == position


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_position_inside_a_surrogate_pair_is_that_of_its_character(text: str) -> None:
    places = Utf16Map(text)
    for position, character in enumerate(text):
        if units(character) == 2:
            assert places.to_code_points(places.to_utf16(position) + 1) == position


def test_a_position_past_the_end_is_the_end() -> None:
    assert Utf16Map("كتاب😀").to_code_points(99) == 5


def test_a_stretch_of_the_changed_text_leads_to_what_it_came_from() -> None:
    # كِتاب without its kasra
    places = OffsetMap([0, 2, 3, 4, 5])
    assert places.to_original(Span(0, 1)) == Span(0, 2)
    assert places.to_original(Span(1, 4)) == Span(2, 5)
    assert places.to_original(Span(2, 2)) == Span(3, 3)
    assert places.to_original(Span(4, 4)) == Span(5, 5)


def test_a_part_of_what_one_character_became_leads_to_the_whole_character() -> None:
    # xßy as xssy
    places = OffsetMap([0, 1, 1, 2, 3])
    assert places.to_original(Span(1, 2)) == Span(1, 2)
    assert places.to_original(Span(0, 2)) == Span(0, 2)
    assert places.to_original(Span(2, 3)) == Span(1, 2)
    assert places.to_original(Span(2, 4)) == Span(1, 3)


def test_lines_are_the_stretches_between_line_feeds_empty_ones_too() -> None:
    text = "أول\n\nثالث\n"
    assert [line.of(text) for line in lines_of(text)] == text.split("\n")
