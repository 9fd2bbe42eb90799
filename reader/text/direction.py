"""Which way a text runs, by its letters, and what in it must be kept from being turned round."""

import re
from collections.abc import Iterable
from enum import StrEnum

from reader.text.isolates import RTL, runs_in_ltr, runs_in_rtl
from reader.text.spans import Span


class Direction(StrEnum):
    """The direction of a block or of an article."""

    RTL = "rtl"
    LTR = "ltr"


# Addresses, names of accounts, tags and the marks of a list say nothing of the sentence they stand in.
_SAYS_NOTHING = re.compile(
    r"(?:https?|ftp)://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+"
    r"|^[ \t]*(?:[-*•–]|\(?[A-Za-z]\)|[A-Za-z]\.(?=\s))",
    re.MULTILINE,
)
_RTL_LETTERS = re.compile(f"(?:(?=[{RTL}])[^\\W\\d_])+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(rf"(?![{RTL}])[^\W\d_]*[A-Z][^\W\d_]*")
_LEAST_SHARE_AMONG_NAMES = 5  # a fifth of the letters


def direction_of(text: str, fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters have; `fallback` where there are none.

    Never the first letter's: BBC قالت is Arabic. Digits and what says nothing of a sentence (addresses, tags, accounts,
    the marks of a list) do not count. A Latin text hardly ever holds Arabic, and Arabic often holds Latin names; so as
    many letters of each are Arabic, and where the surroundings run from right to left, names alone do not turn a
    sentence round: OpenAI تطلق GPT-5 is Arabic.
    """
    telling = _SAYS_NOTHING.sub(" ", text)
    rtl = sum(map(len, _RTL_LETTERS.findall(telling)))
    ltr = sum(map(len, _LETTERS.findall(telling))) - rtl
    if not rtl and not ltr:
        return fallback
    if rtl >= ltr:
        return Direction.RTL
    if fallback is Direction.RTL and rtl * _LEAST_SHARE_AMONG_NAMES >= ltr + rtl:
        names = sum(map(len, _NAME.findall(telling)))
        return Direction.RTL if rtl > ltr - names else Direction.LTR
    return Direction.LTR


def direction_of_all(texts: Iterable[str], fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters of several texts have."""
    return direction_of("\n".join(texts), fallback)


def isolated_runs(text: str, direction: Direction) -> tuple[Span, ...]:
    """Return the runs that a page shows between U+2066 or U+2067 and U+2069 so that their parts stay in order.

    They come in order, apart from each other. For display only: nothing stored holds isolates.
    """
    return runs_in_rtl(text) if direction is Direction.RTL else runs_in_ltr(text)
