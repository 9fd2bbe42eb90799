"""Which way a text runs, by its letters, and what in it must be kept from being turned round."""

import re
from collections.abc import Iterable
from enum import StrEnum

from reader.text.spans import Span


class Direction(StrEnum):
    """The direction of a block or of an article."""

    RTL = "rtl"
    LTR = "ltr"


# Addresses, names of accounts and tags say nothing of the sentence they stand in; neither do the marks of a list.
_SAYS_NOTHING = re.compile(
    r"""https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ | [@#][\w_]+ | (?:^|(?<=\n))\s*(?:[-*•–]|\(?[A-Za-z]\)|[A-Za-z]\.(?=\s))""",
    re.VERBOSE,
)
# Hebrew to Arabic Extended-A, their presentation forms, and the right-to-left planes (DerivedBidiClass.txt).
RTL_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"(?:(?=[{RTL_LETTERS}])[^\\W\\d_])+")
_LTR = re.compile(f"(?:(?![{RTL_LETTERS}])[^\\W\\d_])+")


def direction_of(text: str, fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters have; `fallback` when there are none, or as many of each."""
    telling = _SAYS_NOTHING.sub(" ", text)
    rtl = sum(map(len, _RTL.findall(telling)))
    ltr = sum(map(len, _LTR.findall(telling)))
    if rtl == ltr:
        return fallback
    return Direction.RTL if rtl > ltr else Direction.LTR


def direction_of_all(texts: Iterable[str], fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters of several texts have."""
    return direction_of("\n".join(texts), fallback)


_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff\u2c60-\u2c7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_DIGIT = "0-9٠-٩۰-۹"
_ADDRESS = r"https?://[^\s<>«»“”\"]+|www\.[^\s<>«»“”\"]+|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_DATE = rf"(?<![{_DIGIT}])(?:[{_DIGIT}]{{4}}(?P<sep1>\s?[-/.]\s?)[{_DIGIT}]{{1,2}}(?P=sep1)[{_DIGIT}]{{1,2}}|[{_DIGIT}]{{1,2}}(?P<sep2>\s?[-/.]\s?)[{_DIGIT}]{{1,2}}(?P=sep2)[{_DIGIT}]{{2,4}})(?![{_DIGIT}])"
_PHONE = rf"(?<![\w+])(?:\+|00?)[{_DIGIT}]{{1,4}}(?:[ .-]?\(?[{_DIGIT}]{{1,5}}\)?){{1,5}}(?![{_DIGIT}])"
_PAIR = rf"[{_DIGIT}]+(?:[.,:٫][{_DIGIT}]+)*\s?[-–—]\s?[{_DIGIT}]+(?:[.,:٫][{_DIGIT}]+)*"
_SIGNED = rf"(?<![\w.,:)\]%-])[+\-−±][{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*(?:\s?[°%٪](?:[CFK]\b)?)?"
_UNITS = r"(?:°[CF]?|(?:km/h|km|cm|mm|nm|kg|mg|g|m|l|ml|[KMGT]B|[kMG]?Hz|[kMG]?W|V|mAh|mph|px|dpi|fps|USD|EUR|GBP)(?![A-Za-z])[²³]?|[$€£])"
_MEASURE = rf"[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*\s?{_UNITS}|[$€£]\s?[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*"
_WORD = rf"[@#]?[\d.]*[{_LATIN}][\w'’&+.#-]*(?<![.'’&-])\+*"
_PHRASE = rf"{_WORD}(?:[ ,:;/&'’.!?()\"-]{{1,3}}(?:{_WORD}|\d+(?:[.,:]\d+)*(?![\s]?[-–]\s?\d)))*"
_RUN_IN_RTL = re.compile(
    f"(?P<address>{_ADDRESS})|(?P<date>{_DATE})|(?P<phone>{_PHONE})|(?P<pair>{_PAIR})|(?P<signed>{_SIGNED})"
    f"|(?P<measure>{_MEASURE})|(?P<phrase>{_PHRASE})"
)


def isolated_runs(text: str, direction: Direction) -> tuple[Span, ...]:
    """Return the runs that a page shows between U+2066 and U+2069, in order, so that their parts stay in order."""
    if direction is Direction.LTR:
        return tuple(Span(*found.span()) for found in _RUN_IN_LTR.finditer(text))
    return tuple(Span(*found.span()) for found in _RUN_IN_RTL.finditer(text) if found.lastgroup != "pair")


_RUN_IN_LTR = re.compile(f"[{RTL_LETTERS}](?:[^A-Za-z\n]*[{RTL_LETTERS}])?")
