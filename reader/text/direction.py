"""Which way a text runs, by its letters, and what in it must be kept from being turned round."""

import codecs
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from reader.text.isolates import LTR, runs_in_ltr, runs_in_rtl
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span


class Direction(StrEnum):
    """The direction of a block or of an article."""

    RTL = "rtl"
    LTR = "ltr"


# Addresses, names of accounts, tags, the time and the marks of a list say nothing of the sentence they stand in.
_SAYS_NOTHING = LazyPattern(
    r"(?:https?|ftp)://\S+|www\.\S+|[\w.+-](?<![\w.+-].)[\w.+-]*@[\w-]+(?:\.[\w-]+)+|[@#]\w+|\d\s?[AP]M\b"
)
_SIGNS_OF_IT = ("@", "#", "://", "www.", "AM", "PM")
_LIST_MARK = LazyPattern(r"^[ \t]*(?:[-*•–]|\(?[A-Za-z]\)|[A-Za-z]\.(?=\s))", re.MULTILINE)
# The letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours; above the basic plane Adlam and old scripts.
_RTL_LETTERS = LazyPattern(
    "[\u05d0-\u05f2\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff\u0710-\u088e"
    "\u08a0-\u08c9\ufb1d-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]+"
)
_HIGH_RTL_LETTERS = LazyPattern("[\U00010800-\U00010fff\U0001e800-\U0001efff]+")
_LETTERS = LazyPattern(r"[^\W\d_]+")
_NAME = LazyPattern(f"[{LTR}]*[A-Z][{LTR}]*")
# What common texts are made of, in an order that tells their kinds: neither, right to left, left to right. NUL stands
# first, for only then charmap_build makes a map that is quick.
_NEITHER = (
    "".join(map(chr, [0, 9, 10, *range(0x20, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F)]))
    + "،؛؟٪٫٬٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
    + "«»“”‘’–—…•·\u00a0\u200c\u200d\u200e\u200f"
)
_RTL_COMMON = "".join(map(chr, [*range(0x621, 0x63B), *range(0x640, 0x64B)])) + "ٱپچژڤکگیںہھےٹڈڑۆێەڵڕ"
_LTR_COMMON = "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B)])) + "éèêëàâçïîôöûüñáíóúäß"
_COMMON = _NEITHER + _RTL_COMMON + _LTR_COMMON
_COMMON_RTL = bytes(range(len(_NEITHER), len(_NEITHER) + len(_RTL_COMMON)))
_COMMON_LTR = bytes(range(len(_NEITHER) + len(_RTL_COMMON), len(_COMMON)))
_LEAST_SHARE_AMONG_NAMES = 5  # a fifth of the letters


def direction_of(text: str, fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters have; `fallback` where there are none.

    Never the first letter's: BBC قالت is Arabic. Digits and what says nothing of a sentence (addresses, tags, accounts,
    AM and PM, the marks of a list) do not count. A Latin text hardly ever holds Arabic, and Arabic often holds Latin
    names; so as many letters of each are Arabic, and where the surroundings run from right to left, names alone do not
    turn a sentence round: OpenAI تطلق GPT-5 is Arabic.
    """
    telling = _SAYS_NOTHING().sub(" ", text) if any(sign in text for sign in _SIGNS_OF_IT) else text
    telling = _without_list_marks(telling)
    rtl, ltr = _letters_of_each(telling)
    if not rtl and not ltr:
        return fallback
    if rtl >= ltr:
        return Direction.RTL
    if fallback is Direction.RTL and rtl * _LEAST_SHARE_AMONG_NAMES >= ltr + rtl:
        return Direction.RTL if rtl > ltr - _count(_NAME, telling) else Direction.LTR
    return Direction.LTR


def direction_of_all(texts: Iterable[str], fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters of several texts have."""
    return direction_of("\n".join(texts), fallback)


def isolated_runs(text: str, direction: Direction) -> tuple[Span, ...]:
    """Return the runs that a page shows between U+2066 or U+2067 and U+2069 so that their parts stay in order.

    They come in order, apart from each other. For display only: nothing stored holds isolates.
    """
    return runs_in_rtl(text) if direction is Direction.RTL else runs_in_ltr(text)


def _without_list_marks(text: str) -> str:
    """Return a text without the marks that its lines begin with; of a single line no other place is looked at."""
    if "\n" in text:
        return _LIST_MARK().sub("", text)
    found = _LIST_MARK().match(text)
    return text[found.end() :] if found else text


def _letters_of_each(text: str) -> tuple[int, int]:
    """Return how many letters of a text run from right to left, and how many from left to right.

    Nearly all texts are made of common characters. They are encoded with one byte each and counted by deleting bytes,
    which takes a fiftieth of the time that searching takes.
    """
    try:
        encoded = codecs.charmap_encode(text, "strict", _encoding())[0]
    except UnicodeEncodeError:
        rtl = _count(_RTL_LETTERS, text) + _count(_HIGH_RTL_LETTERS, text)
        return rtl, _count(_LETTERS, text) - rtl
    length = len(encoded)
    return length - len(encoded.translate(None, _COMMON_RTL)), length - len(encoded.translate(None, _COMMON_LTR))


@cache
def _encoding() -> Any:
    return codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))


def _count(letters: LazyPattern, text: str) -> int:
    return sum(map(len, letters().findall(text)))
