"""Days of the Hijri and the Solar Hijri calendars in the Gregorian one."""

from datetime import date, timedelta

# The Julian day of 1 Muharram 1 in the civil calendar is 1948440; date.toordinal counts from the Julian day 1721425.
_CIVIL_EPOCH = 1948440 - 1721425
_LEAP_IN_THIRTY = 11


def from_hijri(year: int, month: int, day: int) -> date:
    """Return the day of a Hijri date."""
    before = (year - 1) * 354 + (3 + _LEAP_IN_THIRTY * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_CIVIL_EPOCH + before + day - 1)


def from_solar_hijri(year: int, month: int, day: int) -> date:
    """Return the day of an Iranian date."""
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return date(year + 621, 3, 21) + timedelta(days=before + day - 1)
