"""The core's words, in the interface's language. The window's own words go through Qt's translation."""

import json
from collections.abc import Mapping

from reader import resources
from reader.errors import ReaderError

LANGUAGES = ("ar", "en")

FIRST_STRONG_ISOLATE = "\u2068"
POP_DIRECTIONAL_ISOLATE = "\u2069"

LONGEST_VALUE = 200
"""Code points beyond which a value loses its middle, for a pasted page is no help."""

_WHOLE = ("file", "places", "choices")
"""Values that are shown whole however long they are: a file's name, a list of places or of what can be typed."""


def plural_category(language: str, number: int) -> str:
    """Return the CLDR plural category of a whole number: zero, one, two, few, many or other."""
    if language != "ar":
        return "one" if number == 1 else "other"
    if number in (0, 1, 2):
        return ("zero", "one", "two")[number]
    hundredth = number % 100
    if 3 <= hundredth <= 10:  # noqa: PLR2004 - CLDR's own bounds
        return "few"
    return "many" if 11 <= hundredth <= 99 else "other"  # noqa: PLR2004


class Messages:
    """The messages of one language. A message is a string, or an object of plural forms chosen by its value `n`."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._words: Mapping[str, str | Mapping[str, str]] = json.loads(
            resources.read_text(f"translations/messages.{self.language}.json")
        )

    def text(self, key: str, /, **values: str | int) -> str:
        """Return a message with its values filled in, each string isolated from the text's direction (U+2068 … U+2069).

        Raises KeyError for an unknown key or a value that is missing.
        """
        words = self._words[key]
        if not isinstance(words, str):
            number = int(values["n"])
            words = words.get(plural_category(self.language, number), words["other"])
        return words.format(**{name: _shown(name, value) for name, value in values.items()})

    def error(self, error: ReaderError) -> str:
        """Return what an error has to tell."""
        return self.text(error.key, **error.values)

    def error_of_command(self, error: ReaderError) -> str:
        """Return the same for who runs a command, which keeps nothing in memory once it ends."""
        key = f"{error.key}.command"
        return self.text(key if key in self._words else error.key, **error.values)


def _shown(name: str, value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_VALUE and name not in _WHOLE:
        value = f"{value[: LONGEST_VALUE // 2]}…{value[-LONGEST_VALUE // 2 :]}"
    return f"{FIRST_STRONG_ISOLATE}{value}{POP_DIRECTIONAL_ISOLATE}"
