"""Which way a text runs, by its letters, and what in it must be kept from being turned round."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from reader.text.isolates import LTR, runs_in_ltr, runs_in_rtl
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span
from reader.text.tally import LTR_LETTERS, RTL_LETTERS, codes_of, count, directions_of_lines, encoded


class Direction(StrEnum):
    """The direction of a block or of an article."""

    RTL = "rtl"
    LTR = "ltr"


# Addresses, names of accounts, tags, the time and the marks of a list say nothing of the sentence they stand in.
_SAYS_NOTHING = LazyPattern(
    r"(?:https?|ftp)://\S+|www\.\S+|[\w.+-](?<![\w.+-].)[\w.+-]*@[\w-]+(?:\.[\w-]+)+|[@#]\w+|\d\s?[AP]M\b"
)
_LIST_MARK = LazyPattern(r"^[ \t]*(?:[-*•–]|\(?[A-Za-z]\)|[A-Za-z]\.(?=\s))", re.MULTILINE)
_BEGIN_LIST_MARKS = frozenset([*" \t-*•–(", *map(chr, (*range(0x41, 0x5B), *range(0x61, 0x7B)))])
_IN_NO_ADDRESS = bytes(set(range(256)).difference(codes_of("@#:wAP")))
# The letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours; above the basic plane Adlam and old scripts.
_RTL_LETTERS = LazyPattern(
    "[\u05d0-\u05f2\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff\u0710-\u088e"
    "\u08a0-\u08c9\ufb1d-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]+"
)
_HIGH_RTL_LETTERS = LazyPattern("[\U00010800-\U00010fff\U0001e800-\U0001efff]+")
_LETTERS = LazyPattern(r"[^\W\d_]+")
_NAME = LazyPattern(f"[{LTR}]*[A-Z][{LTR}]*")
_LEAST_SHARE_AMONG_NAMES = 5  # a fifth of the letters


def direction_of(text: str, fallback: Direction = Direction.RTL) -> Direction:
    """Return the direction that most letters have; `fallback` where there are none.

    Never the first letter's: BBC قالت is Arabic. Digits and what says nothing of a sentence (addresses, tags, accounts,
    AM and PM, the marks of a list) do not count. A Latin text hardly ever holds Arabic, and Arabic often holds Latin
    names; so as many letters of each are Arabic, and where the surroundings run from right to left, names alone do not
    turn a sentence round: OpenAI تطلق GPT-5 is Arabic.
    """
    telling = _telling(text)
    return _direction_by(*_letters_of_each(telling), fallback, lambda: telling)


def directions_of(texts: Sequence[str], fallback: Direction = Direction.RTL) -> tuple[Direction, tuple[Direction, ...]]:
    """Return the direction that most letters of several texts have, and that of each, which is the former for none.

    In less time than asking for each takes.
    """
    telling = list(map(_without_list_marks if _is_all_said("\n".join(texts)) else _telling, texts))
    joined = "\n".join(telling)
    whole = encoded(joined)
    if whole is None or joined.count("\n") >= len(telling):
        counts = list(map(_letters_of_each, telling))
    else:
        counts = directions_of_lines(whole)
    rtl, ltr = map(sum, zip(*counts, strict=True)) if counts else (0, 0)
    of_all = _direction_by(rtl, ltr, fallback, lambda: joined)
    return of_all, tuple(
        _direction_by(rtl, ltr, of_all, lambda text=text: text)  # type: ignore[misc]
        for text, (rtl, ltr) in zip(telling, counts, strict=False)
    )


def _telling(text: str) -> str:
    """Return a text without what says nothing of its direction."""
    return _without_list_marks(text if _is_all_said(text) else _SAYS_NOTHING().sub(" ", text))


def _is_all_said(text: str) -> bool:
    """Say whether nothing in a text can be what says nothing of its direction."""
    common = encoded(text)
    if common is not None and not common.translate(None, _IN_NO_ADDRESS):  # a third of the time of what follows
        return True
    return not ("@" in text or "#" in text or "://" in text or "www." in text or "AM" in text or "PM" in text)


def _direction_by(rtl: int, ltr: int, fallback: Direction, telling: Callable[[], str]) -> Direction:
    """Return the direction of a text with so many letters of each."""
    if not rtl and not ltr:
        return fallback
    if rtl >= ltr:
        return Direction.RTL
    if fallback is Direction.RTL and rtl * _LEAST_SHARE_AMONG_NAMES >= ltr + rtl:
        return Direction.RTL if rtl > ltr - _count(_NAME, telling()) else Direction.LTR
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
    if text[:1] not in _BEGIN_LIST_MARKS:  # as nearly all
        return text
    found = _LIST_MARK().match(text)
    return text[found.end() :] if found else text


def _letters_of_each(text: str) -> tuple[int, int]:
    """Return how many letters of a text run from right to left, and how many from left to right."""
    common = encoded(text)
    if common is None:
        rtl = _count(_RTL_LETTERS, text) + _count(_HIGH_RTL_LETTERS, text)
        return rtl, _count(_LETTERS, text) - rtl
    return count(common, RTL_LETTERS), count(common, LTR_LETTERS)


def _count(letters: LazyPattern, text: str) -> int:
    return sum(map(len, letters().findall(text)))
