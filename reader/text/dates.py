"""Dates as newspapers write them, read and written."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from reader.text.digits import Digits, convert
from reader.text.folding import fold, fold_with_map
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: `iso` as YYYY-MM-DD, `written` as it stands there; `computed` from another calendar."""

    iso: str
    written: str
    span: Span
    computed: bool = False


class Months(StrEnum):
    """Which names the months have; the words of the settings file."""

    AUTO = "auto"
    GREGORIAN = "gregorian"
    LEVANTINE = "levantine"
    MAGHREBI = "maghrebi"
    MOROCCAN = "moroccan"
    DOUBLE = "double"


_GREGORIAN = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
_LEVANTINE = (
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
)
_MAGHREBI = ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
_MOROCCAN = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر")
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@cache
def _month_numbers() -> dict[str, int]:
    return {
        fold(name): number
        for names in (_GREGORIAN, _LEVANTINE, _MAGHREBI, _MOROCCAN, _ENGLISH)
        for number, name in enumerate(names, 1)
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?:" + "|".join(sorted(map(re.escape, _month_numbers()), key=len, reverse=True)) + ")"
    months = rf"(?P<month>{month})(?:\s*/\s*{month})?"
    return (
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s*{months},?\s*(?P<year>\d{{4}})(?!\d)"),
        re.compile(rf"{months}\s*(?P<day>\d{{1,2}}),?\s*(?P<year>\d{{4}})(?!\d)"),
        re.compile(r"(?<!\d)(?P<year>\d{4})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})(?!\d)"),
        re.compile(r"(?<!\d)(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})(?!\d)"),
    )


def find_date(text: str) -> FoundDate | None:
    """Return the first date of a text."""
    folded = fold_with_map(text)
    for pattern in _patterns():
        for found in pattern.finditer(folded.text):
            month = _month_numbers().get(found["month"]) or int(found["month"])
            try:
                day = date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                continue
            span = folded.offsets.to_original(Span(*found.span()))
            return FoundDate(day.isoformat(), span.of(text), span)
    return None


_OTHERWISE = re.compile(
    r"(?:تاريخ|النشر|نشر|في|اخر|تحديث|بتاريخ|الساعه|ال(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)|published|updated|last|on|at|[\d:]+|gmt|[صم]|[^\w]+|_)+"
)


def is_date_line(text: str) -> bool:
    """Say whether a line is nothing but a date with its weekday, time and label."""
    found = find_date(text)
    if found is None:
        return False
    rest = fold(text[: found.span.start] + " " + text[found.span.end :]).strip()
    return not rest or bool(_OTHERWISE.fullmatch(rest))


def parse_date(line: str) -> FoundDate | None:
    """Return the date of a line that is nothing but a date."""
    return find_date(line) if is_date_line(line) else None


def in_words(
    iso: str, language: str, months: Months = Months.AUTO, digits: Digits = Digits.AS_WRITTEN, *, hijri: bool = False
) -> str:
    """Return a date in words: 21 أكتوبر 2024."""
    year, month, day = (*iso[:10].split("-"), "", "")[:3]
    arabic = language.startswith("ar")
    names = (
        {Months.LEVANTINE: _LEVANTINE, Months.MAGHREBI: _MAGHREBI, Months.MOROCCAN: _MOROCCAN}.get(months, _GREGORIAN)
        if arabic
        else _ENGLISH
    )
    name = names[int(month) - 1] if month else ""
    if arabic and months is Months.DOUBLE and month:
        name = f"{_LEVANTINE[int(month) - 1]}/{name}"
    words = " ".join(part for part in (day.lstrip("0"), name, year) if part)
    return convert(words, digits)
