"""Which digits a text is shown with: its own, ٠١٢ or 012."""

import re
from enum import StrEnum


class Digits(StrEnum):
    """A choice of digits; the words of the settings file."""

    AS_WRITTEN = "as_written"
    ARABIC = "arabic"
    LATIN = "latin"


_TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬", "01234567890123456789%.,")
_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_ARABIC_DIGIT = re.compile("[٠-٩۰-۹]")
_LATIN_DIGIT = re.compile("[0-9]")


def convert(text: str, digits: Digits) -> str:
    """Return the text with other digits, of the same length."""
    match digits:
        case Digits.AS_WRITTEN:
            return text
        case Digits.LATIN:
            return text.translate(_TO_LATIN) if _ARABIC_DIGIT.search(text) else text
        case Digits.ARABIC:
            return text.translate(_TO_ARABIC)


def used_in(text: str) -> Digits:
    """Return the digits that a text uses most; LATIN when it has none."""
    return Digits.ARABIC if len(_ARABIC_DIGIT.findall(text)) > len(_LATIN_DIGIT.findall(text)) else Digits.LATIN


def format_number(number: int, digits: Digits) -> str:
    """Return a whole number with its thousands parted: 1,234 or ١٬٢٣٤."""
    written = f"{number:,}"
    return written.replace(",", "٬").translate(_TO_ARABIC) if digits is Digits.ARABIC else written
