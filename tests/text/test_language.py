"""Telling languages: the same whether a text is made of common characters alone or holds a rare one."""

import pytest

from reader.text.language import language_of

RARE = "\U0001f600"
TEXTS = {
    "ar": "فُتح الميناء الجديد أمس، وقالت الإدارة إنّ السفن ستصل إلى المدينة في الصباح.",
    "fa": "بندر تازه دیروز گشوده شد و کشتی‌ها پس از چند روز می‌رسند.",
    "ur": "نئی بندرگاہ کل کھولی گئی اور جہاز صبح پہنچیں گے۔ یہ بڑی خبر ہے۔",
    "ckb": "بەندەرە نوێیەکە دوێنێ کرایەوە و کەشتییەکان بەیانی دەگەن.",
    "he": "הנמל החדש נפתח אתמול והאוניות יגיעו בבוקר.",
    "en": "The new harbour was opened yesterday and the ships are expected in the morning.",
    "": "12 : 45",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_language_is_told_with_and_without_a_rare_character(language, text):
    assert (language_of(text), language_of(text + RARE)) == (language, language)


def test_a_few_arabic_words_do_not_make_an_english_text_arabic():
    assert language_of(TEXTS["en"] + " (ميناء)") == language_of(f"{TEXTS['en']} (ميناء) {RARE}") == "en"


def test_arabic_that_was_typed_on_a_persian_keyboard_is_arabic():
    text = "قال الوزیر إن المدارس ستفتح أبوابها فی الأسبوع المقبل، وأضاف أن الکتب وصلت إلى کل المدن الکبیرة."
    assert language_of(text) == language_of(text + RARE) == "ar"
