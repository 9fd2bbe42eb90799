"""Dates, written. Apart from how they are found: every frame writes some, and none before the first finds one."""

from datetime import date

from reader.text.calendars import to_hijri
from reader.text.digits import Digits, convert
from reader.text.lazy_pattern import LazyPattern
from reader.text.month_names import (
    ENGLISH,
    GREGORIAN,
    HIJRI,
    HIJRI_IN_ENGLISH,
    LEVANTINE,
    MAGHREBI,
    MOROCCAN,
    Months,
    shown,
)

__all__ = ["Months", "in_numbers", "in_print", "in_words"]

_OF_MACHINES = LazyPattern(r"\d{4}-\d\d-\d\dT\d")


def in_words(
    iso: str, language: str, months: Months = Months.AUTO, digits: Digits = Digits.AS_WRITTEN, *, hijri: bool = False
) -> str:
    """Return a date in words, without its time: 21 أكتوبر 2024.

    `months` are the names in Arabic; AUTO goes by the language's region (ar-LB), and is يناير where it has none.
    `hijri` adds the Hijri date, which is marked as computed.
    """
    year, month, day = (*map(int, iso[:10].split("-")), 0, 0)[:3]
    is_arabic = language.partition("-")[0].lower() == "ar"
    names = _arabic_months(_of_region(language) if months is Months.AUTO else months) if is_arabic else shown(ENGLISH)
    words = " ".join(part for part in (str(day or ""), names[month - 1] if month else "", str(year)) if part)
    if hijri and day:
        words = f"{words} ({_in_hijri(date(year, month, day), is_arabic=is_arabic)})"
    return convert(words, digits)


def in_print(written: str) -> str:
    """Return a date as it was written for readers; nothing for what only machines were to read: 2024-10-21T18:05Z."""
    return "" if _OF_MACHINES().match(written) else written


def in_numbers(iso: str) -> str:
    """Return a date as it is exactly: 2024-10-21 18:05 UTC+03:00, isolated for lines that run the other way.

    Hours and minutes, and their distance from UTC, stand there where they are known.
    """
    day, _, time = iso.partition("T")
    clock, is_known, zone = time.partition("Z")
    sign = "+" if "+" in time else "-"
    if not is_known:
        clock, is_known, zone = time.partition(sign)
    told = f"UTC{sign}{zone}" if zone.strip("0:") else "UTC" if is_known else ""
    return f"\u2066{' '.join(part for part in (day, clock[:5], told) if part)}\u2069"


def _of_region(language: str) -> Months:
    match language.upper().split("-")[1:]:
        case [*_, "LB" | "SY" | "IQ"]:
            return Months.LEVANTINE
        case [*_, "JO" | "PS"]:
            return Months.DOUBLE
        case [*_, "DZ" | "TN"]:
            return Months.MAGHREBI
        case [*_, "MA"]:
            return Months.MOROCCAN
    return Months.GREGORIAN


def _arabic_months(months: Months) -> tuple[str, ...]:
    match months:
        case Months.LEVANTINE:
            return shown(LEVANTINE)
        case Months.MAGHREBI:
            return shown(MAGHREBI)
        case Months.MOROCCAN:
            return shown(MOROCCAN)
        case Months.DOUBLE:
            return tuple(f"{one}/{other}" for one, other in zip(shown(LEVANTINE), shown(GREGORIAN), strict=True))
    return shown(GREGORIAN)


def _in_hijri(day: date, *, is_arabic: bool) -> str:
    year, month, number = to_hijri(day)
    if is_arabic:
        return f"{number} {shown(HIJRI)[month - 1]} {year} هـ تقريبًا"
    return f"{number} {shown(HIJRI_IN_ENGLISH)[month - 1]} {year} AH, approximately"
