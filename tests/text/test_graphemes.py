import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.graphemes import grapheme_at, graphemes, whole_graphemes
from reader.text.spans import Span

MIXED = st.text(
    st.sampled_from("اَّ\u0654\u200c\u200dلa\u0301é\r\n👨👩🏽❤\ufe0f\U0001f1f1\U0001f1e7क्षि각\u1100\u1161\u11a8 "),
    max_size=20,
)


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("كُتّ", ["كُ", "تّ"]),
        ("مّٰ\u0654ن", ["مّٰ\u0654", "ن"]),
        ("e\u0301t", ["e\u0301", "t"]),
        ("👨\u200d👩\u200d👧ب", ["👨\u200d👩\u200d👧", "ب"]),
        ("👍🏽❤\ufe0f1\ufe0f\u20e3", ["👍🏽", "❤\ufe0f", "1\ufe0f\u20e3"]),
        ("🇱🇧🇸🇾🇪", ["🇱🇧", "🇸🇾", "🇪"]),
        ("ه\u200dب", ["ه\u200d", "ب"]),
        ("\r\n\n\u0301", ["\r\n", "\n", "\u0301"]),
        ("\u1100\u1161\u11a8\uac00\u11a8ا", ["\u1100\u1161\u11a8", "\uac00\u11a8", "ا"]),
        ("कि", ["कि"]),
    ],
)
def test_a_grapheme_is_what_readers_take_for_one_character(text: str, clusters: list[str]) -> None:
    assert [span.of(text) for span in graphemes(text)] == clusters


@settings(max_examples=80, deadline=None)
@given(MIXED)
def test_graphemes_fill_the_text_and_are_the_same_from_every_place(text: str) -> None:
    spans = list(graphemes(text))
    assert "".join(span.of(text) for span in spans) == text
    for span in spans:
        assert {grapheme_at(text, position) for position in range(span.start, span.end)} == {span}


def test_a_long_row_of_flags_is_parted_in_one_go() -> None:
    assert sum(1 for _ in graphemes("🇱🇧" * 50_000)) == 50_000


def test_a_stretch_grows_to_whole_graphemes() -> None:
    assert whole_graphemes("كُتّاب", Span(1, 3)) == Span(0, 4)
    assert whole_graphemes("كُتّاب", Span(1, 1)) == Span(1, 1)
