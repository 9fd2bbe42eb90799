"""The window's words: complete in Arabic, in the words of the glossary, and up to date with the code."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from reader import resources
from reader.gui.actions import TABLE
from reader.gui.translation import WORDS_OF_QT, choose

ROOT = Path(__file__).resolve().parents[2]

GLOSSARY = {
    "Library": "المكتبة",
    "Article": "المقال",
    "Article list": "قائمة المقالات",
    "Add articles…": "إضافة مقالات…",
    "Import report": "تقرير الإضافة",
    "Duplicate": "مكرَّر",
    "Source": "المصدر",
    "Author": "الكاتب",
    "Publication date": "تاريخ النشر",
    "Date added": "تاريخ الإضافة",
    "Agencies": "الوكالات",
    "In progress": "قيد القراءة",
    "Sort by": "ترتيب حسب",
    "Filter": "تصفية",
    "Search the library": "ابحث في المكتبة",
    "Yellow": "أصفر",
    "Green": "أخضر",
    "Blue": "أزرق",
    "Pink": "ورديّ",
    "Violet": "بنفسجيّ",
    "Note": "ملاحظة",
    "Margin": "الهامش",
    "People and places": "أشخاص وأماكن",
    "People": "الأشخاص",
    "Places": "الأماكن",
    "Organisations": "الجهات",
    "About the article": "عن المقال",
    "About Hamish": "عن هامش",
    "Copy": "نسخ",
    "Copy as quotation": "نسخ مع المصدر",
    "Remove highlight": "إزالة التظليل",
    "Delete article": "حذف المقال",
    "Trash": "سلّة المحذوفات",
    "Undo": "تراجُع",
    "Redo": "إعادة",
    "Text size": "حجم الخط",
    "Larger text": "تكبير الخط",
    "Smaller text": "تصغير الخط",
    "Original size": "الحجم الأصلي",
    "Reading settings": "إعدادات القراءة",
    "Arabic font": "الخط العربي",
    "Latin font": "الخط اللاتيني",
    "Line spacing": "تباعُد الأسطر",
    "Column width": "عرض النصّ",
    "Theme": "المظهر",
    "Paper": "ورق",
    "Sepia": "ورق قديم",
    "Night": "ليل",
    "High contrast": "تبايُن عالٍ",
    "Digits": "الأرقام",
    "Month names": "أسماء الشهور",
    "Show the Hijri date": "إظهار التاريخ الهجري",
    "Tashkeel": "التشكيل",
    "Reading mode": "وضع القراءة",
    "Cancel": "إلغاء",
    "Rename": "تغيير الاسم",
    "Other names": "أسماء أخرى",
    "Latin spelling": "الاسم باللاتينية",
    "Merge into": "دمج مع",
    "Not the same person": "ليسا شخصًا واحدًا",
    "Not the same place": "ليسا مكانًا واحدًا",
    "Not the same organisation": "ليسا جهة واحدة",
    "It is a person": "هذا شخص",
    "It is a place": "هذا مكان",
    "It is an organisation": "هذه جهة",
    "Hide here": "إخفاء في هذا المقال",
    "Hide everywhere": "إخفاء في كلّ المقالات",
    "Close": "إغلاق",
}

NEVER = ("مقالة", "سيبيا", "فلترة", "استيراد", "قم ب", "الرجاء", "تمّ ", "تم ", "فشل", "يتيم", "!", "?", ";", "هندية")
"""What the glossary's wording rules forbid in the window."""


def messages(language):
    """Yield (context, source, comment, forms) for each message of a .ts file."""
    tree = ET.fromstring(resources.read_text(f"translations/hamish_{language}.ts"))
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            is_finished = translation.get("type") != "unfinished"
            comment = message.findtext("comment", "")
            yield context.findtext("name"), message.findtext("source"), comment, forms if is_finished else []


def test_every_word_of_the_window_is_translated():
    missing = [
        (language, context, source)
        for language in ("ar", "en")
        for context, source, _, forms in messages(language)
        if not forms or not all(forms)
    ]
    assert not missing


def test_arabic_plurals_have_six_forms_and_english_two():
    for language, count in (("ar", 6), ("en", 2)):
        for _, source, _, forms in messages(language):
            assert "%n" not in source or len(forms) == count, source


def test_placeholders_are_the_same_in_both_languages():
    def placeholders(text):
        return set(re.findall(r"%\d", text))

    different = [
        (source, form)
        for _, source, _, forms in messages("ar")
        for form in forms
        if placeholders(source) != placeholders(form)
    ]
    assert not different


def test_a_number_stands_in_the_plural_forms_that_need_one():
    for language, first in (("ar", 3), ("en", 1)):
        for _, source, _, forms in messages(language):
            if "%n" in source and "highlight(s)." not in source:
                assert all("%n" in form for form in forms[first:]), source


@pytest.mark.parametrize(("english", "arabic"), GLOSSARY.items())
def test_the_glossarys_words_are_used(english, arabic):
    used = {forms[0] for _, source, _, forms in messages("ar") if source == english}
    assert arabic in used


def test_nothing_is_worded_as_the_glossary_forbids():
    forbidden = [(word, form) for _, _, _, forms in messages("ar") for form in forms for word in NEVER if word in form]
    assert not forbidden


def test_what_opens_a_dialog_ends_with_three_dots_in_both_languages():
    different = [source for _, source, _, forms in messages("ar") if source.endswith("…") != forms[0].endswith("…")]
    assert not different


def test_no_word_has_an_accelerator_of_one_language_only():
    words = [(context, source, forms[0]) for context, source, _, forms in messages("ar")]
    assert not [source for _, source, form in words if ("&" in source) != ("&" in form)]
    assert {context for context, source, _ in words if "&" in source} <= {"QFileDialog"}


def test_every_action_is_translated():
    translated = {source for context, source, _, _ in messages("ar") if context == "Actions"}
    assert {spec.words for spec in TABLE} - translated <= {"العربية", "English"}


def test_the_words_are_up_to_date_with_the_code():
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "words.py"), "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr + "\nRun packaging/words.py."


@pytest.mark.parametrize(("setting", "language"), [("ar", "ar"), ("en", "en"), ("fr", "en"), ("", "en")])
def test_the_language_is_the_readers_choice_or_the_systems(setting, language):
    assert choose(setting) == language


def test_a_system_in_arabic_has_an_arabic_window(monkeypatch):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("ar_EG"))
    assert choose("") == "ar"


def test_qts_own_words_are_arabic_too(arabic, qapp):
    assert qapp.translate("QPlatformTheme", "Cancel") == "إلغاء"
    assert all(qapp.translate(*words) not in ("", words[1]) for words in WORDS_OF_QT)
    assert qapp.translate("QFileSystemModel", "Size") not in ("", "Size")


def test_the_window_that_chooses_files_says_all_in_arabic(arabic, qtbot, tmp_path):
    dialog = QFileDialog(None, "إضافة مقالات", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel) + dialog.findChildren(QPushButton) if label.text()]
    assert not [each for each in words if re.search("[A-Za-z]", each)]
