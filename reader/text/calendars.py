"""Days of the Hijri and of the Solar Hijri calendar in the Gregorian one, and back."""

from bisect import bisect_right
from datetime import date
from functools import cache
from itertools import accumulate

# The months of the Umm al-Qura calendar, by which Saudi Arabia dates: three hexadecimal digits a year, a bit a month
# from Muharram on, set where it has 30 days. As published by KACST and kept by R. H. van Gent (Utrecht) and hijridate.
_FIRST_YEAR, _LAST_YEAR = 1365, 1500
_FIRST_DAY = date(1945, 12, 5).toordinal()
_LONG_MONTHS = (
    "d55555555d556d5555ea5d2aaaacd5655572da9555aaa55552da6d55a55574dd53d54556d552d5d55d54d4565552da5d"
    "55aad56aad4b52aa574ae97656cb55aaaa554ad95d2da5d9db2ba4b4aa552b5575b6abd2bc4b89a9552d5adb6a6d4dc9"
    "d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a554ba9754eaae5acba9d92b2564bcab"
    "55ab556d2ea5e4aa9552daad36c7596d269552da5b4ba9ba3b4b69b52aa64b696d2ec6d9eb2d54d2aa564ae96dd6ab54"
    "b29a9352ba57536ab56aae93"
)
_DIGITS_A_YEAR = 3
_MONTHS = 12

# Elsewhere the civil calendar: years of 354 days, eleven leap years in thirty, since 16 July 622 (Julian).
_CIVIL_EPOCH = 227015
_YEARS_OF_CYCLE, _DAYS_OF_CYCLE, _LEAP_YEARS = 30, 10631, 11

# Years in which the Solar Hijri calendar breaks its rule of 33 years (K. Borkowski, Earth, Moon and Planets 74, 1996).
_BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178)
_GREGORIAN_YEARS_BEFORE = 621


def from_hijri(year: int, month: int, day: int) -> date:
    """Return the day of a Hijri date, by the Umm al-Qura calendar from 1365 to 1500 and by the civil one elsewhere.

    Raises ValueError for what is no date. A day off either way is usual: months begin when the moon is seen.
    """
    if year < 1 or not 1 <= month <= _MONTHS:
        message = f"not a Hijri month: {year}-{month}"
        raise ValueError(message)
    first, after = _hijri_month(year, month), _hijri_month(year + month // _MONTHS, month % _MONTHS + 1)
    if not 1 <= day <= after - first:
        message = f"not a Hijri day: {year}-{month}-{day}"
        raise ValueError(message)
    return date.fromordinal(first + day - 1)


def to_hijri(day: date) -> tuple[int, int, int]:
    """Return the Hijri year, month and day of a day; ValueError before the Hijra."""
    ordinal = day.toordinal()
    if ordinal < _CIVIL_EPOCH:
        message = f"before the Hijra: {day}"
        raise ValueError(message)
    year = (ordinal - _CIVIL_EPOCH) * _YEARS_OF_CYCLE // _DAYS_OF_CYCLE + 1
    while _hijri_month(year, 1) > ordinal:
        year -= 1
    while _hijri_month(year + 1, 1) <= ordinal:
        year += 1
    month = bisect_right([_hijri_month(year, number) for number in range(1, _MONTHS + 1)], ordinal)
    return year, month, ordinal - _hijri_month(year, month) + 1


def from_solar_hijri(year: int, month: int, day: int) -> date:
    """Return the day of an Iranian date; ValueError for what is no date, or not of the years 1 to 3177."""
    if not (1 <= year < _BREAKS[-1] and 1 <= month <= _MONTHS):
        message = f"not a Solar Hijri month: {year}-{month}"
        raise ValueError(message)
    new_year, is_leap = _solar_year(year)
    long_months = 6
    days = 31 if month <= long_months else 30 if month < _MONTHS or is_leap else 29
    if not 1 <= day <= days:
        message = f"not a Solar Hijri day: {year}-{month}-{day}"
        raise ValueError(message)
    before = 30 * (month - 1) + min(month - 1, long_months)
    return date.fromordinal(new_year + before + day - 1)


def _hijri_month(year: int, month: int) -> int:
    """Return the ordinal of the first day of a month."""
    if _FIRST_YEAR <= year <= _LAST_YEAR or (year, month) == (_LAST_YEAR + 1, 1):
        return _umm_al_qura()[(year - _FIRST_YEAR) * _MONTHS + month - 1]
    before = (year - 1) * 354 + (3 + _LEAP_YEARS * year) // _YEARS_OF_CYCLE
    return _CIVIL_EPOCH + before + 29 * (month - 1) + month // 2


@cache
def _umm_al_qura() -> tuple[int, ...]:
    years = [int(_LONG_MONTHS[i : i + _DIGITS_A_YEAR], 16) for i in range(0, len(_LONG_MONTHS), _DIGITS_A_YEAR)]
    lengths = (29 + (year >> month & 1) for year in years for month in range(_MONTHS))
    return tuple(accumulate(lengths, initial=_FIRST_DAY))


def _solar_year(year: int) -> tuple[int, bool]:
    """Return the ordinal of the first day of an Iranian year, and whether the year is a leap year."""
    leaps = -14
    start = _BREAKS[0]
    jump = 0
    for end in _BREAKS[1:]:
        jump = end - start
        if year < end:
            break
        leaps += jump // 33 * 8 + jump % 33 // 4
        start = end
    since = year - start
    leaps += since // 33 * 8 + (since % 33 + 3) // 4
    if jump % 33 == 4 and jump - since == 4:  # noqa: PLR2004 Borkowski's numbers
        leaps += 1
    gregorian = year + _GREGORIAN_YEARS_BEFORE
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    if jump - since < 6:  # noqa: PLR2004
        since = since - jump + (jump + 4) // 33 * 33
    is_leap = ((since + 1) % 33 - 1) % 4 == 0 and (since + 1) % 33 != 0
    return date(gregorian, 3, 20 + leaps - gregorian_leaps).toordinal(), is_leap
