"""Dates in numbers that may be two days: 05/03/2024 is the fifth of March, in America the third of May.

A wrong date is worse than none. In Arabic, and in any language but English, the day stands first (CLDR, short date
formats); in an English text, or where English hours stand beside, which is how programs that were never told the
country write them, such a date is not taken unless something else tells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.articles.article import WrittenDate
from reader.text.dates import find_date

_MAY_BE_TWO = re.compile(r"[\d٠-٩۰-۹]{1,2}\s?[/-]\s?[\d٠-٩۰-۹]{1,2}\s?[/-]\s?[\d٠-٩۰-۹]{4}(?![\d٠-٩۰-۹])")
_ENGLISH_HOURS = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_LONGEST = 200  # code points that are looked at, as for all stated dates
_ONE_DAY = timedelta(days=1)  # two time zones part as much


@dataclass(frozen=True, slots=True)
class TwoDays:
    """The two days that one date may be."""

    day_first: date
    month_first: date


def two_days(written: str) -> TwoDays | None:
    """Return the days that a date may be, or None where it is one."""
    may_be = "/" in written or "-" in written  # which tells nearly all of a feed from such dates
    if not may_be or not _MAY_BE_TWO.search(written, 0, _LONGEST):
        return None
    found = find_date(written[:_LONGEST])
    return TwoDays(date.fromisoformat(found.iso), date.fromisoformat(found.other)) if found and found.other else None


def without_doubt(stated: WrittenDate | None, language: str) -> WrittenDate | None:
    """Return a date that a text in this language states, or None where it may be another day."""
    if stated is None or not two_days(stated.written):
        return stated
    is_told = language not in ("", "en") and not _ENGLISH_HOURS.search(stated.written)
    return stated if is_told else None


def told_by(others: Sequence[WrittenDate], stated: WrittenDate) -> WrittenDate:
    """Return the date among others that tells which day a date is, in whose place it may stand; without one itself."""
    days = two_days(stated.written)
    if days is None:
        return stated
    near = [one for one in others if _is_near(one, days.day_first) != _is_near(one, days.month_first)]
    return near[0] if near else stated


def _is_near(stated: WrittenDate, day: date) -> bool:
    return abs(date.fromisoformat(stated.iso[:10]) - day) <= _ONE_DAY
