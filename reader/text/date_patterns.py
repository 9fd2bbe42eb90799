"""The forms in which dates stand in folded text: ASCII digits, no tashkeel, bare alif, ه for ة."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from reader.text.calendars import from_hijri, from_solar_hijri
from reader.text.lazy_pattern import LazyPattern
from reader.text.month_names import Calendar, months_by_name, weekdays_by_name

_PLAUSIBLE_YEARS = {
    Calendar.GREGORIAN: range(1600, 2200),
    Calendar.HIJRI: range(1200, 1600),
    Calendar.SOLAR: range(1200, 1500),
}
_DAY_OF = {Calendar.GREGORIAN: date, Calendar.HIJRI: from_hijri, Calendar.SOLAR: from_solar_hijri}
_YEAR_DIGITS = 4
_SIGHT_OF_WEEKDAY = 40  # characters

_ISO_TIME = LazyPattern(
    r"(?<!\d)(?P<date>\d{4}-\d{2}-\d{2})(?:t| )(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?"
    r"(?P<zone>z|\s?[+-]\d{2}:?\d{2})?(?!\d)"
)
_NUMBERS = LazyPattern(
    r"(?<![\d/.-])(?P<first>\d{4}|\d{1,2})(?P<sign>\s?[-/.]\s?)(?P<second>\d{1,2})(?P=sign)(?P<third>\d{4}|\d{1,2})"
    r"(?!\d|(?P=sign)\d)(?P<hijri>\s?(?:ه|هجري)(?!\w))?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
_ERA = r"(?P<era>\s?(?:ه|م|هجري|هجريه|ميلادي|ميلاديه)(?!\w))?"
_YEAR = rf"(?:من\s)?(?:(?:عام|سنه|لعام|لسنه|سال)\s)?(?P<year>\d{{4}})(?![\d:]){_ERA}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of folded text that is a date: `day` is the one it means, as far as it is known.

    `other` is the day that it means where the month is written first, if it may be so.
    """

    start: int
    end: int
    iso: str
    day: date | None = None
    calendar: Calendar = Calendar.GREGORIAN
    other: date | None = None


def whole_dates(folded: str, *, is_persian: bool) -> list[Candidate]:
    """Return the dates of a text that name day, month and year, in order and apart."""
    found = [
        *_dates_with_time(folded),
        *_dates_in_numbers(folded, is_persian=is_persian),
        *_dates_in_words(folded, _patterns().day_first, 0),
        *_dates_in_words(folded, _patterns().month_first, 0),
    ]
    return _apart(found)


def months_alone(folded: str) -> list[Candidate]:
    """Return where a text names month and year, and no day."""
    found: list[Candidate] = []
    for match in _patterns().month_and_year.finditer(folded):
        known = _month(match)
        if known and known[0] is Calendar.GREGORIAN and int(match["year"]) in _PLAUSIBLE_YEARS[Calendar.GREGORIAN]:
            found.append(Candidate(*match.span(), f"{match['year']}-{known[1]:02}"))
    return found


def days_without_year(folded: str, year: int) -> list[Candidate]:
    """Return where a text names day and month alone, as days of a Gregorian year."""
    patterns = (_patterns().day_and_month, _patterns().month_and_day)
    return _apart(found for pattern in patterns for found in _dates_in_words(folded, pattern, year))


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    month_and_year: re.Pattern[str]
    day_and_month: re.Pattern[str]
    month_and_day: re.Pattern[str]
    weekday: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile the patterns when the first date is looked for."""
    name = _any_of(months_by_name())
    month = rf"(?<![^\W\d])ב?(?P<month>{name})(?:\s?[/(-]\s?(?P<other>{name})\)?)?(?![^\W\d])"
    gap = r"[\s,/.()-]*"
    of = r"(?:(?:of|من|شهر|لشهر)\s){0,2}"
    return _Patterns(
        re.compile(rf"(?<![\d/.:-]){_DAY}{gap}{of}{month}{gap}{_YEAR}"),
        re.compile(rf"{month}\.?\s{_DAY}(?:\s?,\s?|\s){_YEAR}"),
        re.compile(rf"(?<![\d/-])(?<!\d[\s/-])(?<!\d من )(?<!\dth )(?<!\dst )(?<!\dnd )(?<!\drd ){month}[\s,]*{_YEAR}"),
        re.compile(rf"(?<![\d/.:-]){_DAY}{gap}{of}{month}(?!{gap}\d)"),
        re.compile(rf"{month}\.?\s{_DAY}(?!\d|{gap}\d)"),
        re.compile(rf"(?<![^\W\d])(?:{_any_of(weekdays_by_name())})(?!\w)"),
    )


def _any_of(names: Iterable[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace("\\ ", r"\s") for name in longest_first)


def _month(match: re.Match[str]) -> tuple[Calendar, int] | None:
    """Return the month that is named, or None where two are that do not mean the same."""
    months = {months_by_name()[" ".join(name.split())] for name in (match["month"], match["other"]) if name}
    return months.pop() if len(months) == 1 else None


def _dates_with_time(folded: str) -> Iterator[Candidate]:
    for match in _ISO_TIME().finditer(folded):
        try:
            day = date.fromisoformat(match["date"])
            clock = time.fromisoformat(match["time"])
        except ValueError:
            continue
        zone = (match["zone"] or "").strip().upper()
        if zone not in ("", "Z") and ":" not in zone:
            zone = f"{zone[:3]}:{zone[3:]}"
        precision = "seconds" if match["time"].count(":") > 1 else "minutes"
        yield Candidate(*match.span(), f"{day}T{clock.isoformat(precision)}{zone}", day)


def _dates_in_numbers(folded: str, *, is_persian: bool) -> Iterator[Candidate]:
    for match in _NUMBERS().finditer(folded):
        first, second, third = match["first"], match["second"], match["third"]
        if (len(first) == _YEAR_DIGITS) == (len(third) == _YEAR_DIGITS):
            continue
        year, other = (int(first), int(third)) if len(first) == _YEAR_DIGITS else (int(third), int(first))
        calendar = _calendar_of(year, is_hijri=bool(match["hijri"]), is_persian=is_persian)
        # Day, month, year; or year, month, day: the day is the outer number, the month the middle one.
        days = [_day(calendar, year, month, day) for month, day in ((int(second), other), (other, int(second)))]
        readings = _by_weekday(folded, match, list(dict.fromkeys(day for day in days if day)))
        if calendar and readings:
            # Nobody writes a year first and its month last, or a month first before a point.
            is_open = len(readings) > 1 and len(third) == _YEAR_DIGITS and "." not in match["sign"]
            month_first = readings[1] if is_open and calendar is Calendar.GREGORIAN else None
            yield Candidate(*match.span(), readings[0].isoformat(), readings[0], calendar, month_first)


def _calendar_of(year: int, *, is_hijri: bool, is_persian: bool) -> Calendar | None:
    if is_hijri:
        return Calendar.HIJRI
    if is_persian and year in _PLAUSIBLE_YEARS[Calendar.SOLAR]:
        return Calendar.SOLAR
    return Calendar.GREGORIAN if year in _PLAUSIBLE_YEARS[Calendar.GREGORIAN] else None


def _by_weekday(folded: str, match: re.Match[str], readings: list[date]) -> list[date]:
    """Return the reading that falls on the weekday beside the numbers; without one, all."""
    line_start = folded.rfind("\n", 0, match.start()) + 1
    line_end = folded.find("\n", match.end()) % (len(folded) + 1)
    around = slice(max(line_start, match.start() - _SIGHT_OF_WEEKDAY), min(line_end, match.end() + _SIGHT_OF_WEEKDAY))
    named = _patterns().weekday.search(folded[around]) if len(readings) > 1 else None
    if named:
        weekday = weekdays_by_name()[" ".join(named[0].split())]
        readings = [day for day in readings if day.weekday() == weekday] or readings
    return readings


def _dates_in_words(folded: str, pattern: re.Pattern[str], year: int) -> Iterator[Candidate]:
    for match in pattern.finditer(folded):
        groups = match.groupdict()
        known = _month(match)
        if not known:
            continue
        calendar, month = known
        era = (groups.get("era") or "").strip()
        number = int(groups["year"]) if "year" in groups else year
        is_plausible = number in _PLAUSIBLE_YEARS[calendar] or (calendar is Calendar.HIJRI and era.startswith("ه"))
        is_contradicted = era.startswith("ه") != (calendar is Calendar.HIJRI) if era else False
        day = _day(calendar, number, month, int(groups["day"]))
        if is_plausible and not is_contradicted and day:
            yield Candidate(*match.span(), day.isoformat(), day, calendar)


def _day(calendar: Calendar | None, year: int, month: int, day: int) -> date | None:
    try:
        return _DAY_OF[calendar](year, month, day) if calendar else None
    except ValueError:
        return None


def _apart(found: Iterable[Candidate]) -> list[Candidate]:
    """Put dates in order, and of those that overlap keep the longest of the first."""
    apart: list[Candidate] = []
    for candidate in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or candidate.start >= apart[-1].end:
            apart.append(candidate)
    return apart
