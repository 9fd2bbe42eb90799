"""Stamps that order changes made on several devices: a hybrid logical clock.

Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014: a stamp is never before the time of day, and always
after every stamp seen.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from reader.text.lazy_pattern import LazyPattern

Stamp = str
"""`2026-11-22T16:30:00.123Z/0000/writer`: sorts as text in the order of time, then of a counter, then of the writer."""

NEVER: Stamp = ""

MOST_IN_ONE_TIME = 0xFFFF
"""The counter has four hexadecimal digits, so that stamps sort as text; after the last the time itself moves on."""


_STAMP = LazyPattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/[0-9a-f]{4}/.+")


def is_stamp(text: object) -> bool:
    """Say whether something read from a file is a stamp; one in another form would not sort among ours."""
    return isinstance(text, str) and _STAMP().fullmatch(text) is not None


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
        self._moment: datetime | None = None

    def now(self) -> str:
        """Return the time of day as in a stamp, ISO 8601 in UTC to the millisecond."""
        return _in_words(self._now())

    def moment(self) -> str:
        """Return the time of day, a millisecond after the last moment at least: what comes together keeps its order."""
        earliest = self._moment + timedelta(milliseconds=1) if self._moment else self._now()
        self._moment = max(self._now(), earliest)
        return _in_words(self._moment)

    def stamp(self) -> Stamp:
        """Return a stamp after all that were made or observed."""
        time, counter = self._last
        now = self.now()
        if now > time:
            self._last = (now, 0)
        elif counter < MOST_IN_ONE_TIME:
            self._last = (time, counter + 1)
        else:
            self._last = (_in_words(datetime.fromisoformat(time) + timedelta(milliseconds=1)), 0)
        return f"{self._last[0]}/{self._last[1]:04x}/{self.writer}"

    def observe(self, stamp: Stamp) -> None:
        """Take notice of a stamp made elsewhere, so that the next one made here comes after it."""
        time, _, rest = stamp.partition("/")
        counter = rest.partition("/")[0]
        seen = (time, int(counter, 16) if counter else 0)
        self._last = max(self._last, seen)


def _in_words(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
