"""Dates as newspapers write them, found.

The order of a date in numbers is day, month, year, or year, month, day, as in Arabic and nearly all other languages
(CLDR, short date formats); American English writes the month first. That is read only where the numbers or the weekday
beside them leave no other way, and told with the date where both ways are open. What is no day (32 أكتوبر, 30 فبراير)
is no date, and neither is what may be one in two calendars: a wrong date is worse than none.
"""

import re
from dataclasses import dataclass
from functools import cache

from reader.text.date_patterns import Candidate, days_without_year, months_alone, whole_dates
from reader.text.folding import fold, fold_with_map
from reader.text.lazy_pattern import LazyPattern
from reader.text.month_names import Calendar, weekdays_by_name
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    `iso` is YYYY-MM-DD, YYYY-MM, or a date with its time as in ISO 8601; `written` is what stands at `span`; `computed`
    says that it was written in another calendar alone, and may be a day off. `other` is what it is where the month is
    written first, if nothing beside the numbers tells the two apart: 05/03/2024 may be the third of May.
    """

    iso: str
    written: str
    span: Span
    computed: bool = False
    other: str = ""


_DIGIT = LazyPattern(r"\d")
_PERSIAN = LazyPattern("[پچژگکی۰-۹]")
_ARABIC = LazyPattern("[ةيىكأإ٠-٩]")
_SEPARATOR = r"[\s,;:|/()\[\]\-.·•*_'\"]"
_BETWEEN_CALENDARS = LazyPattern(rf"{_SEPARATOR}*(?:ال)?(?:موافقه?|مصادف)?{_SEPARATOR}*ل?{_SEPARATOR}*")
_FARTHEST_CALENDARS = 3  # days between two dates for one day: moons are seen, or reckoned

_LONGEST_DATE_LINE = 200  # code points
_TIMES = LazyPattern(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?|(?<!\d)\d{1,2}\s?(?=[صم]\b|am\b|pm\b)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d)"
    r"|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?(?!\d)|(?:ب|ال)?توقيت(?:\s\w+){1,2}"
    r"|(?:منذ|قبل)\s(?:\d+\s|نحو\s)?(?:ثاني|ثوان|دقي?ق|دقاي|ساع|يوم|ايام|اسبوع|اسابيع|شهر|اشهر|سن)\w*"
    r"|(?:\d+|an?|one)\s(?:second|minute|min|hour|day|week|month|year)s?\sago"
)
# Folded, as all that is matched here.
_WORDS_BESIDE_DATES = (
    "نشر النشر نشرت نشره منشور تاريخ التاريخ بتاريخ اخر تحديث التحديث تحديثه محدث حدث حدثت تم جري تعديل التعديل عدل "
    "كتب كتبت اضيف اضيفت الاضافه صدر صدرت انشي في يوم اليوم امس الموافق موافق المصادف ل من شهر عام سنه لعام الساعه "
    "ساعه صباحا مساء ظهرا عصرا ليلا فجرا الظهر بعد قبل م ص ه ميلادي ميلاديه هجري هجريه "
    "انتشار منتشر شده در به روز رساني بروزرساني ساعت مورخ "
    "published posted updated last modified created date on at of the time am pm a p gmt utc est edt bst cet msk today "
    "yesterday publie le mis jour modifie h"
)
_WITHOUT_DIGITS = ("منذ", "قبل", " ago")


def find_date(text: str, year: int | None = None) -> FoundDate | None:
    """Return the first date of a text that names day, month and year, else the first that names month and year.

    A day in two calendars is one date, the Gregorian. `year` is that of a date that names none (4 فيفري); without it
    such a date is passed over.
    """
    if not _DIGIT().search(text):
        return None
    folded = fold_with_map(text)
    dates = whole_dates(folded.text, is_persian=_is_persian(text)) or months_alone(folded.text)
    if not dates and year is not None:
        dates = days_without_year(folded.text, year)
    if not dates:
        return None
    date_, end = dates[0], dates[0].end
    if len(dates) > 1 and _are_one_day(folded.text, *dates[:2]):
        date_ = min(dates[:2], key=lambda one: one.calendar is not Calendar.GREGORIAN)
        end = dates[1].end
    span = folded.offsets.to_original(Span(dates[0].start, end))
    other = date_.other.isoformat() if date_.other and end == dates[0].end else ""
    return FoundDate(date_.iso, span.of(text), span, date_.calendar is not Calendar.GREGORIAN, other)


def is_date_line(text: str) -> bool:
    """Say whether a line is nothing but a date or a time, with its weekday, its zone and words like تاريخ النشر."""
    if len(text) > _LONGEST_DATE_LINE or not (text := text.strip()):
        return False
    folded = fold(text)
    if not _DIGIT().search(folded) and not any(word in folded for word in _WITHOUT_DIGITS):
        return False
    leap_year = 2024
    dates = [
        *whole_dates(folded, is_persian=_is_persian(text)),
        *months_alone(folded),
        *days_without_year(folded, leap_year),
    ]
    rest = "".join("\0" if any(d.start <= i < d.end for d in dates) else c for i, c in enumerate(folded))
    rest = _TIMES().sub("\0", rest)
    words = re.split(f"{_SEPARATOR}+", rest.replace("\0", " \0 "))
    return "\0" in rest and all(not word.strip("\0") or word in _words_beside_dates() for word in words)


def parse_date(line: str, year: int | None = None) -> FoundDate | None:
    """Return the date of a line that is nothing but a date."""
    return find_date(line, year) if is_date_line(line) else None


@cache
def _words_beside_dates() -> frozenset[str]:
    return frozenset(_WORDS_BESIDE_DATES.split()) | {word for name in weekdays_by_name() for word in name.split()}


def _is_persian(text: str) -> bool:
    return bool(_PERSIAN().search(text)) and not _ARABIC().search(text)


def _are_one_day(folded: str, one: Candidate, other: Candidate) -> bool:
    if one.calendar is other.calendar or not one.day or not other.day:
        return False
    is_beside = _BETWEEN_CALENDARS().fullmatch(folded, one.end, other.start)
    return bool(is_beside) and abs((one.day - other.day).days) <= _FARTHEST_CALENDARS
