import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.folding import fold, fold_with_map, sort_key
from reader.text.spans import Span

MIXED = st.text(st.sampled_from("ابةىأؤئآٱـًَّٰ\u0654لا ﻻﷺﷲ٣۳3ßéﬁÉİ\u0301\u200c\u200f،؟«ک گپ😀क्षが가\n"), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كِتَابٌ", "كتاب"),
        ("كتـــاب", "كتاب"),
        ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
        ("مؤتمر شاطئ مستشفى جامعة", "موتمر شاطي مستشفي جامعه"),
        ("ا\u0654حمد مو\u0654تمر شاطى\u0654", "احمد موتمر شاطي"),
        ("٢٠٢٤ ۱۴۰۲", "2024 1402"),
        ("٣٫٥٪ و١٬٠٠٠", "3.5% و1,000"),
        ("«نعم»، قال؛ لماذا؟", '"نعم", قال; لماذا?'),
        ("ﻛﺘﺎﺏ ﻻ ﷲ", "كتاب لا الله"),
        ("ﷺ", "صلى الله عليه وسلم"),
        ("﷽", "بسم الله الرحمن الرحيم"),
        ("ڤيينا ڨفصة أڭادير", "فيينا قفصة أكادير"),
        ("می\u200cخواهد", "ميخواهد"),
        ("کتابۀ زندگی خانهٔ زادہ", "كتابه زندگي خانه زاده"),
        ("Élysée NAÏVE straße Žižek", "elysee naive strasse zizek"),
        ("e\u0301lyse\u0301e", "elysee"),
        ("al-Qurʾān, ʿAbd", "al-quran, abd"),
        ("שָׁלוֹם", "שלום"),
        ("צה״ל תל־אביב", 'צה"ל תל-אביב'),
        ("ὈΔΥΣΣΕΎΣ ёлка", "οδυσσευσ елка"),
        ("a\u00a0b\tc\u3000d", "a b c d"),
        ("2–1", "2-1"),
    ],
)
def test_what_readers_take_for_the_same_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("پدر", "بدر"), ("چای", "جاي"), ("ژاله", "زاله"), ("گل", "كل"), ("شيء", "شي")]
)
def test_letters_that_tell_words_apart_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_scripts_whose_marks_are_letters_keep_them() -> None:
    assert fold("क्षमा がく 가나 ที่") == "क्षमा がく 가나 ที่"


def test_folding_agrees_with_lucene(shared: Path) -> None:
    table = (shared / "data/unicode/lucene-arabic-pairs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line.count("\t") == 2 and not line.startswith("#")]
    pairs = [(written, wanted) for filter_, written, wanted in rows if filter_.endswith("_norm")]
    assert len(pairs) > 15
    assert [fold(written) for written, _ in pairs] == [wanted for _, wanted in pairs]


@settings(max_examples=100, deadline=None)
@given(MIXED | st.text(max_size=20))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=100, deadline=None)
@given(MIXED, MIXED)
def test_each_character_folds_by_itself(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@settings(max_examples=100, deadline=None)
@given(MIXED | st.text(max_size=20))
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    arabic_and_latin = "".join(c for c in text if c < "\u0900")
    assert fold(unicodedata.normalize("NFD", arabic_and_latin)) == fold(unicodedata.normalize("NFC", arabic_and_latin))


@settings(max_examples=100, deadline=None)
@given(MIXED, st.data())
def test_a_stretch_of_the_folded_text_leads_back_to_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.offsets.sources) == len(folded.text) + 1
    assert list(folded.offsets.sources) == sorted(folded.offsets.sources)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    original = folded.offsets.to_original(Span(start, end))
    assert folded.text[start:end] in fold(original.of(text))
    is_cut = len(fold(original.of(text))) > end - start
    assert not is_cut or any(len(fold(c)) > 1 for c in original.of(text))


def test_vowel_signs_belong_to_the_letter_before_them() -> None:
    folded = fold_with_map("قَالَ كِتـابٌ")
    place = folded.text.index("كتاب")
    assert folded.offsets.to_original(Span(place, place + 4)).of("قَالَ كِتـابٌ") == "كِتـابٌ"


def test_a_part_of_a_ligature_leads_to_the_ligature() -> None:
    folded = fold_with_map("سﻻم")
    assert folded.offsets.to_original(Span(1, 2)) == Span(1, 2)


@pytest.mark.parametrize(
    "in_order",
    [
        ["أحمد", "«الأخبار»", "بدر", "البلاغ", "تونس"],
        ["2 خبر", "10 أخبار", "100 خبر", "أخبار"],
        ["٩ أيام", "12 يومًا", "۱۳ روز"],
        ["عبد الرحمن", "عبدالسلام", "عبد القادر", "عبدالله"],
        ["إيمان أحمد", "إيمان بدر", "أيمن"],
        ["الله أكبر", "أم"],
        ["أثر", "التزام", "أمر", "توت"],
        ["الذي لم يمت", "راية"],
        ["ألمانيا", "أمة"],
        ["محمد بدر", "محمد البرادعي", "محمد تميم"],
        ["باب", "بيت", "پاریس", "تونس"],
        ["كتاب", "كيف", "گلستان", "لندن"],
        ["شاب", "شَابّ وشيخ", "شاب يقرأ"],
        ["ياسر", "zebra"],
        ["قطر", "«قطر» اليوم", "قطرة"],
    ],
)
def test_names_are_sorted_as_readers_look_for_them(in_order: list[str]) -> None:
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order


def test_a_name_in_one_word_or_in_two_is_sorted_at_one_place() -> None:
    assert sort_key("عبد الرحمن") == sort_key("عبدالرحمن") == sort_key("عَبْدُ الرَّحْمٰنِ")
    assert sort_key("القاهرة") == sort_key("قاهره")


@settings(max_examples=60, deadline=None)
@given(MIXED)
def test_every_text_has_a_sort_key(text: str) -> None:
    assert sort_key(text)
