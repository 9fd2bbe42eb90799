import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.folding import fold
from reader.text.search import excerpt, find
from reader.text.spans import Span

MIXED = st.text(st.sampled_from("ابتأةَّـﻻلكßé 12٣\n\u200c"), max_size=30)


def of(text: str, wanted: str, **how: bool) -> list[str]:
    return [span.of(text) for span in find(text, wanted, **how)]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("قُلْ هو", "قل", ["قُلْ"]),
        ("أحمد وإحسان واحمد", "احمد", ["أحمد", "احمد"]),
        ("كِتـــابٌ", "كتاب", ["كِتـــابٌ"]),
        ("في مدرسة", "مدرسه", ["مدرسة"]),
        ("عام ٢٠٢٤", "2024", ["٢٠٢٤"]),
        ("فاز 2–1", "2-1", ["2–1"]),
        ("سﻻم", "سلام", ["سﻻم"]),
        ("سﻻم", "ل", ["ﻻ"]),
        ("صلى ﷺ", "صلى الله", ["ﷺ"]),
        ("Straße CAFÉ", "strasse cafe", ["Straße CAFÉ"]),
        ("می\u200cخواهم", "میخواهم", ["می\u200cخواهم"]),
        ("نص\tطويل", "نص  طويل", ["نص\tطويل"]),
        ("ااااا", "اا", ["اا", "اا"]),
        ("سطر\nثان", "سطر ثان", []),
        ("قال", "", []),
        ("قال", "  ", []),
        ("مدّ وعدّ", "ّ", ["ّ", "ّ"]),
    ],
)
def test_words_are_found_as_readers_type_them(text: str, wanted: str, hits: list[str]) -> None:
    assert of(text, wanted) == hits


def test_a_sign_that_stands_for_words_is_one_hit() -> None:
    assert [span.of("النبي ﷺ قال") for span in find("النبي ﷺ قال", "ل")] == ["ل", "ﷺ", "ل"]


def test_a_character_of_very_many_signs_is_one_hit() -> None:
    text = "ب" + "\u0651" * 100 + "👩\u200d" * 50_000
    assert [span.end for span in find(text, "👩")] == [len(text)]


def test_an_exact_search_compares_letter_by_letter() -> None:
    assert of("قُلْ قل", "قل", exact=True) == ["قل"]
    assert of("أحمد احمد", "احمد", exact=True) == ["احمد"]
    assert of("كتاب والكتاب كتابه", "كتاب", exact=True, whole_words=True) == ["كتاب", "كتاب"]


@pytest.mark.parametrize(
    ("text", "wanted", "hits"),
    [
        ("كتاب والكتاب بكتاب للكتاب فبالكتاب", "كتاب", ["كتاب"] * 5),
        ("كتابه مكتبة أكتاب كتابان", "كتاب", []),
        ("الكتاب والكتاب للكتاب وللكتاب كتاب", "الكتاب", ["الكتاب", "الكتاب", "للكتاب", "للكتاب"]),
        ("اللغة للغة ولغة", "اللغة", ["اللغة", "للغة"]),
        ("لمصر ومصر مصرية", "مصر", ["مصر", "مصر"]),
        ("كتاب", "تاب", []),
        ("وزير الدفاع ووزير الدفاع وزير الدفاعات", "وزير الدفاع", ["وزير الدفاع"] * 2),
        ("سيقول يقول", "يقول", ["يقول", "يقول"]),
        ("«كتاب»، كِتابٌ.", "كتاب", ["كتاب", "كِتابٌ"]),
        ("art party art.", "art", ["art", "art"]),
        ("(نعم) نعمة", "(نعم)", ["(نعم)"]),
        ("2024 12024", "2024", ["2024"]),
    ],
)
def test_whole_words_are_found_behind_their_particles(text: str, wanted: str, hits: list[str]) -> None:
    assert of(text, wanted, whole_words=True) == hits


@settings(max_examples=100, deadline=None)
@given(MIXED, MIXED, MIXED)
def test_what_a_text_holds_is_found_where_it_stands(before: str, wanted: str, after: str) -> None:
    text = before + wanted + after
    hits = list(find(text, wanted))
    last = 0
    for hit in hits:
        assert last <= hit.start < hit.end <= len(text)
        assert " ".join(fold(wanted).split()) in fold(hit.of(text)) or not fold(wanted).strip()
        last = hit.start
    if wanted.strip() and "\n" not in wanted and wanted == " ".join(wanted.split()):
        assert hits


def test_a_paragraph_of_any_length_is_searched_in_one_go() -> None:
    text = "قال الكاتب إن الكِتاب " * 15_000
    assert sum(1 for _ in find(text, "كتاب", whole_words=True)) == 15_000
    assert sum(1 for _ in find("كتاب" * 60_000, "كتاب", whole_words=True)) == 0


@pytest.mark.parametrize(
    ("text", "wanted", "width", "shown"),
    [
        ("واحد اثنان ثلاثة أربعة خمسة ستة", "ثلاثة", 18, "…اثنان ثلاثة أربعة…"),
        ("واحد اثنان ثلاثة", "واحد", 12, "واحد اثنان…"),
        ("واحد اثنان ثلاثة", "ثلاثة", 14, "…اثنان ثلاثة"),
        ("واحد اثنان", "اثنان", 100, "واحد اثنان"),
        ("سطر أول\nسطر ثان\nسطر ثالث", "ثان", 100, "سطر ثان"),
        ("واحد اثنان ثلاثة", "اثنان", 0, "…اثنان…"),
    ],
)
def test_an_excerpt_shows_whole_words_around_a_hit(text: str, wanted: str, width: int, shown: str) -> None:
    start = text.index(wanted)
    piece = excerpt(text, Span(start, start + len(wanted)), width)
    assert piece.text == shown
    assert piece.span.of(piece.text) == wanted


@settings(max_examples=100, deadline=None)
@given(MIXED, st.data(), st.integers(0, 40))
def test_an_excerpt_always_holds_the_hit(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    piece = excerpt(text, span, width)
    assert piece.span.of(piece.text) == span.of(text).replace("\n", " ")
    assert "\n" not in piece.text
    marks = sum(unicodedata.combining(character) > 0 or character == "\u200c" for character in piece.text)
    assert len(piece.text) - marks <= max(width, len(span)) + 2 + len(span)
