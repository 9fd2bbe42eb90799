"""Moments as programs write them: seconds since 1970, ISO 8601, RFC 822, or a date in words."""

import re
from datetime import UTC, datetime

from reader.text.dates import find_date

_NUMBER = re.compile(r"\d{9,16}(?:\.\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
_RFC_822 = re.compile(r"(?:[A-Za-z]{3,9},\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\b.*")
_MONTHS_OF_FEEDS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_AS_IN_FEEDS = re.compile(
    rf"[A-Z][a-z]{{2}}, (?P<day>\d\d?) (?P<month>{'|'.join(_MONTHS_OF_FEEDS)}) (?P<year>[12]\d{{3}})"
    r" (?P<clock>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) (?P<zone>GMT|UTC|(?!-0000)[+-]\d\d[0-5]\d)"
)
_ZONE_WITHOUT_COLON = re.compile(r"([+-]\d\d)(\d\d)$")
_FRACTION = re.compile(r"\.(\d{1,9})(?=\D|$)")
# How e-book readers write dates in German, Spanish, Portuguese and Italian; of a month three letters tell.
_EUROPEAN = re.compile(r"\b(?P<day>\d{1,2})\.?\s(?:de\s)?(?P<month>[^\W\d_]{3,10})\.?\s(?:de\s)?(?P<year>\d{4})\b")
_MONTHS = {
    "jan": 1,
    "ene": 1,
    "gen": 1,
    "feb": 2,
    "fev": 2,
    "mär": 3,
    "mar": 3,
    "apr": 4,
    "abr": 4,
    "mai": 5,
    "may": 5,
    "mag": 5,
    "jun": 6,
    "giu": 6,
    "jul": 7,
    "lug": 7,
    "aug": 8,
    "ago": 8,
    "sep": 9,
    "set": 9,
    "okt": 10,
    "oct": 10,
    "out": 10,
    "ott": 10,
    "nov": 11,
    "dez": 12,
    "dic": 12,
    "dec": 12,
}
_MOST_SECONDS = 10**11  # above are milliseconds, and above a thousand times that microseconds
_SHORT_YEAR = 100


def moment_of(written: object) -> str:
    """Return a moment in ISO 8601 in UTC, to the millisecond, as the library's records have it; "" for none.

    A time without a zone counts as UTC.
    """
    time = _datetime(written)
    if time is None:
        return ""
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time
    try:
        return time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OverflowError, ValueError):
        return ""


def date_of(written: object) -> str:
    """Return a date for an article, in ISO 8601, with its own zone where it has one; "" for none."""
    time = _datetime(written)
    if time is None:
        return ""
    is_midnight = time.tzinfo is None and time.time() == datetime.min.time()
    return time.date().isoformat() if is_midnight else time.isoformat()


def _datetime(written: object) -> datetime | None:
    if isinstance(written, bool) or not isinstance(written, str | int | float):
        return None
    words = str(written).strip()
    try:
        return next((read(words) for form, read in _FORMS if form.fullmatch(words)), None)
    except (ValueError, OverflowError, OSError):
        return None


def _since_1970(words: str) -> datetime | None:
    number = float(words)
    while number > _MOST_SECONDS:
        number /= 1000
    return datetime.fromtimestamp(number, UTC) if number else None


def _iso(words: str) -> datetime:
    words = _FRACTION.sub(lambda found: f".{found[1][:6]:0<6}", words, count=1)
    return datetime.fromisoformat(_ZONE_WITHOUT_COLON.sub(r"\1:\2", words.replace("Z", "+00:00").replace(" +", "+")))


def _rfc_822(words: str) -> datetime | None:
    if found := _AS_IN_FEEDS.fullmatch(words):  # in a tenth of the time that email.utils takes
        month, zone = _MONTHS_OF_FEEDS.index(found["month"]) + 1, found["zone"].replace("GMT", "Z").replace("UTC", "Z")
        return datetime.fromisoformat(f"{found['year']}-{month:02}-{found['day']:0>2}T{found['clock']}{zone}")
    from email.utils import parsedate_to_datetime

    time = parsedate_to_datetime(words)
    return time if time.year > _SHORT_YEAR else None


def _in_words(words: str) -> datetime | None:
    european = _EUROPEAN.search(words)
    if european and (month := _MONTHS.get(european["month"].lower()[:3])):
        words = f"{european['year']}-{month:02}-{int(european['day']):02} {words[european.end() :]}"
    found = find_date(words)
    if not found or len(found.iso) < len("2026-01-01"):
        return None
    clock = re.search(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm]|ص|م)?", words)
    time = datetime.fromisoformat(found.iso)
    if clock and len(found.iso) == len("2026-01-01"):
        hour = int(clock[1])
        afternoon = (clock[4] or "").lower() in ("pm", "م")
        hour = hour % 12 + 12 * afternoon if clock[4] else hour
        time = time.replace(hour=hour, minute=int(clock[2]), second=int(clock[3] or 0))
    return time


def _day_first(words: str) -> datetime | None:
    found = _DAY_FIRST.fullmatch(words)
    assert found is not None
    day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - it says no zone


_FORMS = (
    (_NUMBER, _since_1970),
    (_ISO, _iso),
    (_RFC_822, _rfc_822),
    (_DAY_FIRST, _day_first),
    (re.compile(".*"), _in_words),
)
