"""Stamps that order changes made on several devices: a hybrid logical clock.

Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014: a stamp is never before the time of day, and always
after every stamp seen.
"""

from collections.abc import Callable
from datetime import UTC, datetime

Stamp = str
"""`2026-11-22T16:30:00.123Z/0000/writer`: sorts as text in the order of time, then of a counter, then of the writer."""

NEVER: Stamp = ""


def writer_of(stamp: Stamp) -> str:
    """Return who made a stamp."""
    return stamp.rpartition("/")[2]


def time_of(stamp: Stamp) -> str:
    """Return a stamp's time, ISO 8601 in UTC."""
    return stamp.partition("/")[0]


def now_utc() -> datetime:
    """Return the time of day in UTC."""
    return datetime.now(UTC)


class Clock:
    """Makes the stamps of one writer. Two writers never share a name, also when both run on one device."""

    def __init__(self, writer: str, now: Callable[[], datetime] = now_utc) -> None:
        self.writer = writer
        self._now = now
        self._last = ("", 0)

    def now(self) -> str:
        """Return the time of day as in a stamp, ISO 8601 in UTC to the millisecond."""
        return self._now().isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def stamp(self) -> Stamp:
        """Return a stamp after all that were made or observed."""
        time, counter = self._last
        now = self.now()
        self._last = (now, 0) if now > time else (time, counter + 1)
        return f"{self._last[0]}/{self._last[1]:04x}/{self.writer}"

    def observe(self, stamp: Stamp) -> None:
        """Take notice of a stamp made elsewhere, so that the next one made here comes after it."""
        time, _, rest = stamp.partition("/")
        counter = rest.partition("/")[0]
        seen = (time, int(counter, 16) if counter else 0)
        self._last = max(self._last, seen)
