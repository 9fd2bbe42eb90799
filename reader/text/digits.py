"""Which digits a text is shown with: its own, ٠١٢ or 012."""

import re
from enum import StrEnum

from reader.text.direction import Direction, direction_of
from reader.text.lazy_pattern import LazyPattern
from reader.text.tally import EASTERN, EASTERN_DIGITS, WESTERN, WESTERN_DIGITS, count, digits_in, encoded


class Digits(StrEnum):
    """A choice of digits; the words of the settings file."""

    AS_WRITTEN = "as_written"
    ARABIC = "arabic"
    LATIN = "latin"


_TO_LATIN = str.maketrans(EASTERN_DIGITS, WESTERN_DIGITS * 2)
_TO_ARABIC = str.maketrans(WESTERN_DIGITS, "٠١٢٣٤٥٦٧٨٩")
_TO_PERSIAN = str.maketrans(WESTERN_DIGITS, "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_TO_PERSIAN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_WITH_PERSIAN_DIGITS = ("fa", "ur", "ps")
_ARABIC_DIGIT = LazyPattern("[٠-٩۰-۹]")
_LATIN_DIGIT = LazyPattern("[0-9]")
_PERSIAN_LETTER = LazyPattern("[کی۰-۹]")
_ARABIC_LETTER = LazyPattern("[كيىةأإ٠-٩]")

# Numbers that belong to a Latin word stay as it is written: COVID-19, A320, Windows 11, 5 GB, https://…/2024.
_LATIN = "A-Za-z\u00c0-\u024f"
_NUMBER = LazyPattern(
    f"(?P<kept>(?:https?://|www\\.)\\S+|[0-9]*[{_LATIN}@#][{_LATIN}0-9_@.+/-]*(?:[ \u00a0][0-9]+(?:[.,:][0-9]+)*)?"
    f"|[0-9]+(?:[.,][0-9]+)*[ \u00a0]?[{_LATIN}][{_LATIN}0-9/]*)"
    "|%?[0-9]+(?:[.,][0-9]+)*[ \u00a0]?%?"
)
_ARABIC_NUMBER = LazyPattern("[%٪]?[٠-٩۰-۹]+(?:[.,٫٬][٠-٩۰-۹]+)*[ \u00a0]?[%٪]?")
# A comma before three digits parts thousands; a point between two numbers is a decimal's, between three a date's.
_THOUSANDS = LazyPattern(r"(?<=\d),(?=\d{3}(?!\d))")
_ONE_DECIMAL = LazyPattern(r"\d+(?:,\d{3})*\.\d+")


def convert(text: str, digits: Digits) -> str:
    """Return the text with other digits and the separators and percent signs that go with them, of the same length.

    Latin words and sentences keep their digits, and Persian text gets its own form of ٤٥٦.
    """
    if digits is Digits.LATIN and _ARABIC_DIGIT().search(text):
        return _ARABIC_NUMBER().sub(_in_latin, text)
    if digits is Digits.ARABIC and _LATIN_DIGIT().search(text) and direction_of(text) is Direction.RTL:
        is_persian = _PERSIAN_LETTER().search(text) and not _ARABIC_LETTER().search(text)
        table = _TO_PERSIAN if is_persian else _TO_ARABIC
        return _NUMBER().sub(lambda found: found[0] if found["kept"] else _in_arabic(found[0], table), text)
    return text


def in_form_of(text: str, language: str) -> str:
    """Return a text that stands beside another in this language with that one's form of ٤٥٦: ۴۵۶ in Persian."""
    return text.translate(_ARABIC_TO_PERSIAN) if language.partition("-")[0].lower() in _WITH_PERSIAN_DIGITS else text


def used_in(text: str) -> Digits:
    """Return the digits that a text uses most; LATIN when it has none."""
    common = encoded(text)
    if common is None:
        return Digits.ARABIC if _count(text, EASTERN_DIGITS) > _count(text, WESTERN_DIGITS) else Digits.LATIN
    digits = digits_in(common)
    return Digits.ARABIC if digits and count(digits, EASTERN) > count(digits, WESTERN) else Digits.LATIN


def _count(text: str, digits: str) -> int:
    return sum(map(text.count, digits))  # a third of the time that an expression takes


def format_number(number: int, digits: Digits) -> str:
    """Return a whole number with its thousands parted: 1,234 or ١٬٢٣٤. As written means 012, for a count never was."""
    written = f"{number:,}"
    return _in_arabic(written, _TO_ARABIC) if digits is Digits.ARABIC else written


def _in_arabic(number: str, table: dict[int, int]) -> str:
    number = number.replace("%", "٪")
    if _ONE_DECIMAL().match(number) and number.count(".") == 1:
        number = number.replace(".", "٫")
    return _THOUSANDS().sub("٬", number).translate(table)


def _in_latin(found: re.Match[str]) -> str:
    return found[0].replace("٫", ".").replace("٬", ",").replace("٪", "%").translate(_TO_LATIN)
