"""What the help says of keys and commands is so, in both languages."""

import re

import pytest

from reader import resources
from reader.gui.actions import TABLE
from reader.gui.commanding import FIXED

KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+\w+|\bF\d+\b|\*\*(\w|[؟?])\*\*")
ANSWERED = {keys for spec in TABLE for keys in spec.shortcuts} | {key for _, keys in FIXED for key in keys}
WRITTEN_OTHERWISE = str.maketrans("١٢٣٤٥؟", "12345?")


def text(language: str) -> str:
    return resources.read_text(f"help/help.{language}.md")


def keys(language: str) -> list[str]:
    found = (match[1] or match[0] for match in KEYS.finditer(text(language)))
    return [key.translate(WRITTEN_OTHERWISE) for key in found]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_key_that_help_names_does_something(language):
    assert len(keys(language)) > 20
    assert [key for key in keys(language) if key not in ANSWERED] == []


def test_both_languages_tell_of_the_same_keys_under_as_many_headings():
    assert sorted(keys("ar")) == sorted(keys("en"))
    assert text("ar").count("\n## ") == text("en").count("\n## ")


def test_every_command_that_help_names_is_called_so():
    words = {str(spec.words).rstrip("…") for spec in TABLE}
    named = {name.rstrip("…") for name in re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", text("en"))}
    assert named - words - {"In all articles", "Text direction"} == set()  # these two are menus
