from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.folding import fold
from reader.text.graphemes import grapheme_at, graphemes
from reader.text.spans import Span
from reader.text.words import count, is_particle, reading_minutes, snap, snap_passage, strip_clitics, word_at, words

MIXED = st.text(st.sampled_from("اب هَّـ؟،«»٪3٫.-_'\"אב׳Azé \n\u200c\u200d😀\U0001f1f1\U0001f1e7क्षि"), max_size=30)


def of(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال الرئيسُ، أمس: «نعم»!", ["قال", "الرئيسُ", "أمس", "نعم"]),
        ("العربية؟ و٣٫٥٪ · سلمان (بيروت)…", ["العربية", "و٣٫٥", "سلمان", "بيروت"]),
        ("كِتَـــابٌ ٱلْعِلْمِ", ["كِتَـــابٌ", "ٱلْعِلْمِ"]),
        ("می\u200cخواهم کتاب\u200cها", ["می\u200cخواهم", "کتاب\u200cها"]),
        ('צה"ל תל־אביב ג׳ ד׳ורג', ['צה"ל', "תל", "אביב", "ג׳", "ד׳ורג"]),
        ("don't l’été U.S. example.com “Hello,”", ["don't", "l’été", "U.S", "example.com", "Hello"]),
        ("1,000.5 ١٬٠٠٠٫٥ 10:30 21/10/2024 2-1", ["1,000.5", "١٬٠٠٠٫٥", "10:30", "21/10/2024", "2", "1"]),
        ("user_name _أولا_ 3.5km A320", ["user_name", "أولا", "3.5km", "A320"]),
        ("انتهى.وقال/إنه", ["انتهى", "وقال", "إنه"]),
        ("عام ١٤٤٥ه\u200d", ["عام", "١٤٤٥ه\u200d"]),
        ("हिन्दी भाषा। ที่นี่", ["हिन्दी", "भाषा", "ที่นี่"]),
        ("﴿قل هو﴾ ﷺ — ٭ 😀", ["قل", "هو", "ﷺ"]),
        (" ،؛؟ ", []),
    ],
)
def test_words_end_where_readers_see_them_end(text: str, wanted: list[str]) -> None:
    assert of(text) == wanted


@settings(max_examples=100, deadline=None)
@given(MIXED | st.text(max_size=30))
def test_every_letter_and_digit_is_in_a_word_and_no_space_is(text: str) -> None:
    places = list(words(text))
    assert places == sorted(places)
    assert not any(one.overlaps(other) for one, other in pairwise(places))
    covered = {position for span in places for position in range(span.start, span.end)}
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered
    assert not any(text[i].isspace() for i in covered)


@settings(max_examples=100, deadline=None)
@given(MIXED)
def test_the_word_at_a_place_is_the_one_that_holds_it(text: str) -> None:
    places = list(words(text))
    for position in range(len(text)):
        assert word_at(text, position) == next((span for span in places if span.contains(position)), None)


@settings(max_examples=100, deadline=None)
@given(MIXED, st.data())
def test_a_snapped_stretch_is_made_of_whole_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    snapped = snap(text, span)
    touched = [word for word in words(text) if word.overlaps(span)]
    if touched:
        assert snapped == Span(touched[0].start, touched[-1].end)
    else:
        assert not [word for word in words(text) if word.overlaps(snapped)]
        assert not snapped.of(text)[:1].isspace() or len(grapheme_at(text, snapped.start)) > 1
        assert not snapped.of(text)[-1:].isspace()
    assert snap(text, snapped) == snapped


def test_a_stretch_beyond_the_text_is_snapped_to_its_end() -> None:
    assert snap("قال نعم", Span(5, 90)) == Span(4, 7)
    assert snap("قال", Span(90, 95)) == Span(3, 3)
    assert snap("", Span(1, 2)) == Span(0, 0)


@settings(max_examples=100, deadline=None)
@given(MIXED, st.data())
def test_a_snapped_stretch_cuts_no_grapheme(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    snapped = snap(text, Span(start, data.draw(st.integers(start, len(text)))))
    if len(snapped):
        ends = {0, *(span.end for span in graphemes(text))}
        assert {snapped.start, snapped.end} <= ends


@pytest.mark.parametrize(
    ("text", "touched", "wanted"),
    [
        ("قال «الوزير»، إنه", "لوزير»، ", "الوزير"),
        ("قال «الوزير»، إنه", "ل «الوز", "قال «الوزير"),
        ("نعم؟ لا!", "؟ ", "؟"),
        ("جدا 👨\u200d👩\u200d👧 هنا", "👩", "👨\u200d👩\u200d👧"),
        ("كَتَبَ الدرس", "َبَ ا", "كَتَبَ الدرس"),
        ("نصّ طويل", " ", ""),
    ],
)
def test_a_selection_snaps_to_what_the_reader_meant(text: str, touched: str, wanted: str) -> None:
    start = text.index(touched)
    assert snap(text, Span(start, start + len(touched))).of(text) == wanted


@pytest.mark.parametrize(
    ("text", "touched", "wanted"),
    [
        ("نصّ (كلمة أولى) على خفض", "(كلمة أولى) على", "(كلمة أولى) على"),
        ("نصّ (كلمة أولى) على خفض", "كلمة أولى) على", "كلمة أولى) على"),
        ("نصّ (كلمة أولى) على خفض", "(كلمة أولى)", "كلمة أولى"),
        ("قال «نعم» ثم «لا» ومضى", "قال «نعم» ثم «لا»", "قال «نعم» ثم «لا»"),
        ("قال «نعم» ثم «لا» ومضى", "«نعم» ثم «لا»", "«نعم» ثم «لا»"),
        ('قال "نعم" ثم مضى', '"نعم" ثم', '"نعم" ثم'),
        ('قال "نعم"، ومضى', 'قال "نعم"،', 'قال "نعم"'),
        ("قال: نعم [هكذا].", "نعم [هكذا].", "نعم [هكذا]"),
    ],
)
def test_a_passage_keeps_the_other_half_of_a_bracket_that_was_touched(text: str, touched: str, wanted: str) -> None:
    start = text.index(touched)
    assert snap_passage(text, Span(start, start + len(touched))).of(text) == wanted


@given(st.text(alphabet='كلمة ()«»"[].', max_size=40), st.data())
def test_a_passage_is_its_words_with_at_most_a_sign_at_each_end(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    inner, passage = snap(text, span), snap_passage(text, span)
    assert passage.start <= inner.start
    assert inner.end <= passage.end
    assert len(passage) - len(inner) <= 2


def test_snapping_stays_quick_in_a_text_without_spaces() -> None:
    text = "،" * 20_000 + "كلمة" + "،" * 20_000
    assert snap(text, Span(0, len(text))).of(text) == "كلمة"


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("قال: «نعم» — ثم ذهب .", 4), ("في 2024\nعاد 3٫5 ٪", 4), ("* * *", 0), ("تل-أبيب", 1)],
)
def test_words_are_counted_between_spaces(text: str, number: int) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("number", "language", "minutes"),
    [(0, "ar", 0), (60, "ar", 0), (634, "ar", 4), (634, "en", 3), (634, "en-GB", 3), (634, "", 4), (190, "fa", 1)],
)
def test_reading_time_follows_the_language(number: int, language: str, minutes: int) -> None:
    assert reading_minutes(number, language) == minutes


@pytest.mark.parametrize(
    ("word", "within"),
    [
        ("والكتاب", "كتاب"),
        ("والكتاب", "الكتاب"),
        ("بِكِتابٍ", "كتاب"),
        ("وبالحقّ", "حق"),
        ("للأطفال", "اطفال"),
        ("للأطفال", "الاطفال"),
        ("وللغة", "لغه"),
        ("للغة", "اللغه"),
        ("فكالجبل", "جبل"),
        ("كمدينة", "مدينه"),
        ("لمصر", "مصر"),
        ("وسيقول", "يقول"),
        ("وقد", "قد"),
    ],
)
def test_a_word_is_found_behind_its_particles(word: str, within: str) -> None:
    assert within in strip_clitics(word)
    assert strip_clitics(word)[0] == fold(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [("كتاب", "تاب"), ("بيت", "يت"), ("إلى", "ي"), ("سلام", "لام"), ("سماء", "ماء"), ("ولد", "د"), ("أكتاب", "كتاب")],
)
def test_a_word_that_only_begins_like_a_particle_keeps_its_letters(word: str, other: str) -> None:
    assert other not in strip_clitics(word)


def test_what_stands_before_a_word_is_a_particle_or_not() -> None:
    assert is_particle("وال", "كتاب")
    assert not is_particle("", "كتاب")
    assert not is_particle("م", "كتاب")
