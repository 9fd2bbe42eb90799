import json
import re

import pytest

from reader import resources
from reader.errors import ReaderError
from reader.messages import LANGUAGES, LONGEST_VALUE, Messages, plural_category


@pytest.mark.parametrize(
    ("number", "category"),
    [
        (0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (26, "many"), (99, "many"),
        (100, "other"), (101, "other"), (102, "other"), (103, "few"), (110, "few"), (111, "many"), (199, "many"),
        (200, "other"), (1_000_002, "other"), (1_000_003, "few"),
    ],
)  # fmt: skip
def test_arabic_numbers_have_the_plural_forms_of_cldr(number, category):
    assert plural_category("ar", number) == category


@pytest.mark.parametrize(("number", "category"), [(0, "other"), (1, "one"), (2, "other"), (101, "other")])
def test_english_numbers_have_two_plural_forms(number, category):
    assert plural_category("en", number) == category


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_chosen_by_its_number(language):
    forms = json.loads(resources.read_text(f"translations/messages.{language}.json"))["self_test.entities"]
    messages = Messages(language)

    for number in (0, 1, 2, 3, 11, 100, 101, 102, 103):
        form = forms.get(plural_category(language, number), forms["other"])
        assert messages.text("self_test.entities", n=number) == form.format(n=number)


def test_a_value_is_isolated_from_the_direction_of_the_words_around_it():
    assert "\u2068/tmp/a.txt\u2069" in Messages("ar").text("import.missing", file="/tmp/a.txt")


def test_signs_of_latin_words_stay_on_their_side_among_arabic_ones():
    told = json.loads(resources.read_text("translations/messages.ar.json"))
    for words in (each for form in told.values() for each in ([form] if isinstance(form, str) else form.values())):
        not_isolated = re.sub("\u2066[^\u2069]*\u2069", "", words)
        assert not re.search(r"--\w|\B\.[a-z]|://", not_isolated), words


def test_braces_in_a_value_are_letters():
    assert "{n}{0}" in Messages("en").text("quote.missing", quote="{n}{0}")


def test_a_pasted_page_loses_its_middle_but_a_files_name_does_not():
    long = "ا" * 300_000
    messages = Messages("ar")

    assert len(messages.text("quote.missing", quote=long)) < LONGEST_VALUE * 2
    assert long in messages.text("import.missing", file=long)


def test_an_error_is_told_by_its_key_and_values():
    words = Messages("en").error(ReaderError("article.missing", id="f00d"))

    assert words == "There is no article \u2068f00d\u2069 in this library."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_command_promises_to_keep_what_was_not_saved_in_memory(language):
    messages = Messages(language)
    in_memory = {"ar": "الذاكرة", "en": "memory"}[language]
    for key in ("disk.full", "disk.failed", "disk.no_rights", "library.busy"):
        error = ReaderError(key, file="x.json", reason="?")
        assert in_memory in messages.error(error)
        assert in_memory not in messages.error_of_command(error)
    missing = ReaderError("article.missing", id="f00d")
    assert messages.error_of_command(missing) == messages.error(missing)


def test_a_language_without_words_speaks_english():
    assert Messages("fr").text("undo.starred") == Messages("en").text("undo.starred")


def test_a_message_that_is_not_there_is_a_fault_of_the_program():
    for key, values in (("no.such", {}), ("import.missing", {}), ("self_test.entities", {})):
        with pytest.raises(KeyError):
            Messages("ar").text(key, **values)
