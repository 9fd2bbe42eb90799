from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.anchoring import find_quote, place, place_all
from reader.annotations.highlight import CONTEXT_LENGTH, Highlight, Status
from reader.text.spans import Span

TEXT = (
    "بدأ موسم القطاف في القرية صباح الأحد، وخرجت العائلات إلى الحقول قبل طلوع الشمس.\n"
    "قال المزارع إن المحصول أوفر من العام الماضي، وإن الأسعار لم تتغيّر كثيرًا.\n"
    "وتنتظر المعصرة أول دفعة من الزيتون، ثم تفتح أبوابها للزوّار حتى نهاية الشهر."
)


def marked(text: str, span: Span, version: str = "one") -> Highlight:
    return Highlight(
        id="m",
        article="a",
        version=version,
        block="b",
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        suffix=text[span.end : span.end + CONTEXT_LENGTH],
        colour="yellow",
    )


def marked_words(words: str, text: str = TEXT) -> Highlight:
    start = text.index(words)
    return marked(text, Span(start, start + len(words)))


def test_on_its_own_version_a_highlight_stands_where_it_was_made():
    mark = marked_words("أول دفعة من الزيتون")
    found = place(mark, TEXT, "one")
    assert (found.span, found.status) == (mark.span, Status.FIXED)


def test_a_sentence_put_before_it_moves_a_highlight_with_its_words():
    mark = marked_words("أول دفعة من الزيتون")
    changed = "خبر عاجل من القرية.\n" + TEXT
    found = place(mark, changed, "two")
    assert found.span is not None
    assert found.span.of(changed) == mark.quote
    assert found.status is Status.FIXED


def test_tashkeel_and_hamza_written_otherwise_do_not_lose_a_highlight():
    mark = marked_words("الأسعار لم تتغيّر")
    changed = TEXT.replace("الأسعار لم تتغيّر", "الاسعارُ لَم تتغير").replace("أوفر", "اوفر")
    found = place(mark, changed, "two")
    assert found.span is not None
    assert found.span.of(changed) == "الاسعارُ لَم تتغير"
    assert found.status is Status.FIXED


def test_words_that_changed_between_the_same_neighbours_are_offered_as_approximate():
    mark = marked_words("أول دفعة من الزيتون")
    changed = TEXT.replace("أول دفعة من الزيتون", "الدفعة الأولى من الزيتون")
    found = place(mark, changed, "two")
    assert found.span is not None
    assert found.span.of(changed) == "الدفعة الأولى من الزيتون"
    assert found.status is Status.APPROXIMATE


def test_a_passage_that_was_taken_out_leaves_an_orphan():
    mark = marked_words("قال المزارع إن المحصول أوفر")
    found = place(mark, TEXT.splitlines()[2], "two")
    assert (found.span, found.status) == (None, Status.ORPHAN)


def test_of_several_places_the_one_between_the_same_neighbours_is_taken():
    text = "عاد الوفد إلى المدينة مساء أمس.\nغادر الوفد إلى المدينة فجر اليوم.\nووصل الوفد إلى المدينة ظهرًا."
    start = text.index("الوفد إلى المدينة", 30)
    mark = marked(text, Span(start, start + len("الوفد إلى المدينة")))
    changed = "مقدّمة جديدة تمامًا.\n" + text
    found = place(mark, changed, "two")
    assert found.span is not None
    assert found.span.start == mark.span.start + len("مقدّمة جديدة تمامًا.\n")
    assert found.status is Status.FIXED


def test_of_places_that_cannot_be_told_apart_none_is_called_certain():
    line = "قالت الوزارة إن العمل مستمر في كل المواقع المذكورة أعلاه دون أي تأخير يُذكر حتى الآن.\n"
    text = line * 5
    mark = marked(text, Span(2 * len(line) + 5, 2 * len(line) + 12))
    found = place(mark, line + text, "two")
    assert found.status is not Status.FIXED


def test_a_short_common_word_with_other_neighbours_is_not_taken_for_the_old_one():
    mark = marked_words("في")
    found = place(mark, "لا شيء هنا غير كلمة في وسط نصّ آخر.", "two")
    assert found.status is Status.ORPHAN


def test_the_same_question_has_the_same_answer():
    mark = marked_words("المحصول أوفر")
    changed = TEXT.replace("العام الماضي", "السنة الماضية")
    assert place_all([mark] * 3, changed, "two") == (place(mark, changed, "two"),) * 3


def test_find_quote_lists_every_place_of_a_quotation():
    text = "قال ثم قال ثم صمت"
    assert find_quote(text, "قال") == [Span(0, 3), Span(7, 10)]


def test_find_quote_keeps_the_places_between_the_given_neighbours():
    text = "قال ثم قال ثم صمت"
    assert find_quote(text, "قال", prefix="ثم") == [Span(7, 10)]
    assert find_quote(text, "ثم", suffix=" صمت") == [Span(11, 13)]


def test_find_quote_looks_folded_only_where_the_words_as_written_stand_nowhere():
    text = "أحمد ثم احمد"
    assert find_quote(text, "احمد") == [Span(8, 12)]
    assert find_quote(text, "اِحمد") == [Span(0, 4), Span(8, 12)]


def test_find_quote_knows_neighbours_that_folding_makes_shorter():
    text = "مَـــرَّةً  قال أوّلًا ثم قال"
    assert find_quote(text, "قال", prefix="مرة", suffix="اولا") == [Span(text.index("قال"), text.index("قال") + 3)]


def test_an_empty_quotation_stands_nowhere():
    assert find_quote(TEXT, "") == []
    assert find_quote(TEXT, " ") == []


@settings(max_examples=60)
@given(start=st.integers(0, len(TEXT) - 20), length=st.integers(12, 60), added=st.text("ابتثج حخد\n", max_size=80))
def test_what_is_added_before_or_after_never_moves_a_highlight_to_other_words(start: int, length: int, added: str):
    span = Span(start, min(start + length, len(TEXT)))
    mark = marked(TEXT, span)
    changed = added + TEXT + added
    found = place(mark, changed, "two")
    if found.status is Status.FIXED and mark.quote.strip():
        assert found.span is not None
        assert found.span.of(changed).strip() == mark.quote.strip()
