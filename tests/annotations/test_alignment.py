from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations.alignment import Alignment
from reader.annotations.anchoring import Anchorage
from reader.annotations.candidates import candidates
from reader.annotations.wording import Wording
from reader.text.spans import Span
from tests.annotations.test_anchoring import TEXT, marked, marked_words

LINES = TEXT.split("\n")


def carried(old: str, new: str, words: str) -> str | None:
    alignment = Alignment(old, new)
    start = old.index(words)
    found = alignment.carried(alignment.old.touched(Span(start, start + len(words))))
    return None if found is None else alignment.new.span(found.words).of(new)


def test_words_are_followed_through_paragraphs_that_change_places():
    assert carried(TEXT, "\n".join([LINES[2], LINES[0], LINES[1]]), "المحصول أوفر") == "المحصول أوفر"


def test_a_word_spelled_otherwise_is_the_same_word():
    assert carried(TEXT, TEXT.replace("المحصول", "المحصوول"), "المحصول أوفر") == "المحصوول أوفر"


def test_two_words_written_as_one_are_found_as_one():
    old = "قال عبد الله إن الطريق طويل جدًا هذا العام."
    assert carried(old, old.replace("عبد الله", "عبدالله"), "عبد الله") == "عبدالله"


def test_words_that_are_gone_are_nowhere():
    assert carried(TEXT, "\n".join([LINES[0], LINES[2]]), "المحصول أوفر") is None


def test_a_passage_that_was_parted_is_where_most_of_it_stands():
    old = "أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف"
    new = "ز س ش ص ض ط ظ ع غ ف أ ب ت ث ج ح خ د ذ ر"
    found = Alignment(old, new).carried(range(4, 13))
    assert found is not None
    assert not found.is_whole
    assert found.words == range(14, 20)


@settings(max_examples=50)
@given(st.text("ابت \n", max_size=60), st.text("ابت \n", max_size=60))
def test_every_word_of_the_new_text_is_one_of_the_old_text_at_most(old: str, new: str):
    alignment = Alignment(old, new)
    taken = [there for number in range(len(alignment.old)) if (there := alignment.carried(range(number, number + 1)))]
    assert all(there.words.stop <= len(alignment.new) for there in taken)


@settings(max_examples=50)
@given(st.text("ابت \n،", max_size=80))
def test_a_text_is_carried_whole_into_itself_or_what_repeats_in_it_is_left_out(text: str):
    alignment = Alignment(text, text)
    for number in range(len(alignment.old)):
        found = alignment.carried(range(number, number + 1))
        if found is not None and found.is_whole:
            assert alignment.new.folded[found.words.start] == alignment.old.folded[number]


def test_the_lines_of_a_wording_are_its_words_line_by_line():
    wording = Wording("ا ب\n\nت\n ،\nث ج ح")
    assert list(wording.lines) == [range(2), range(2, 3), range(3, 6)]
    assert wording.touched(Span(0, 1)) == range(1)


def test_a_place_of_reading_moves_to_the_next_word_that_is_left():
    new = "\n".join(["سطر جديد.", LINES[0], LINES[2]])
    anchorage = Anchorage(new, "two", lambda _version: TEXT)
    assert new[anchorage.moved(TEXT.index(LINES[1]), "one") :].startswith("وتنتظر")
    assert anchorage.moved(0, "one") == len("سطر جديد.\n")


def test_words_of_any_length_are_compared():
    word = "سل" * 20_000
    assert carried(f"قال {word} ثم", f"قال {word}ة ثم", "قال") == "قال"


def test_candidates_come_with_the_most_alike_first():
    mark = marked_words("أول دفعة من الزيتون")
    changed = "أول الكلام عن الزيتون.\nوصلت دفعة أخرى.\nثم جاءت أول دفعة كبيرة من زيتون الجبل، أول دفعة من الزيتون!"
    found = candidates(mark, changed)
    assert found[0].span.of(changed) == "أول دفعة من الزيتون"
    assert found[0].likeness == 1
    assert all(one.likeness >= other.likeness for one, other in pairwise(found))


def test_a_place_is_no_longer_than_what_it_has_of_the_passage():
    mark = marked_words("أول دفعة من الزيتون")
    best, *_ = candidates(mark, "أول دفعة الزيتون الزيتون الزيتون.")
    assert best.span == Span(0, len("أول دفعة الزيتون"))
    assert 0 < best.likeness < 1


def test_a_passage_with_nothing_like_it_has_no_candidates():
    assert candidates(marked_words("أول دفعة من الزيتون"), "نصّ لا صلة له بذلك أبدًا.") == ()
    assert candidates(marked(TEXT, Span(3, 3)), TEXT) == ()
