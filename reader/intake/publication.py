"""When and where a text says it was published: date lines, “published in … on …”, “London: «outlet»”."""

import re
from dataclasses import dataclass

from reader.articles.article import WrittenDate
from reader.intake.credits import is_agency
from reader.intake.furniture import bare, phrases
from reader.text.dates import find_date, parse_date

_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+(?=\D{3})")
_PUBLISHED_IN = re.compile(
    r"(?P<writer>.{0,80}?)\s*نُ?شرت?\s+في\s+(?P<outlet>\S.{1,40}?)\s+(?:يوم|بتاريخ)\s*[:\s]\s*(?P<date>.{6,40})$"
)
_PLACE_AND_OUTLET = re.compile(
    r"(?P<place>[^:،.«»\"\d]{2,40}?)\s*(?:[:ـ]|\s[-–—])\s*(?:[«\"“{]\s*(?P<quoted>[^«»\"“”{}]{2,40})[»\"”}]|(?P<bare>[^:،.«»\"]{2,40}))$"
)
_WEB_SITE = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|news|tv|me|io|co"
    r"|ae|bh|dz|eg|il|iq|ir|jo|kw|lb|ly|ma|om|pk|ps|qa|sa|sd|sy|tn|ye)(?:\.\w\w)?",
    re.IGNORECASE,
)
_SIGNS_OF_A_DATE_LINE = re.compile(r"العدد|الساع[ةه]|الموافق|GMT|[|]|\bهـ|يوم")
_AGENCY_BEHIND = re.compile(
    r"\s*(?:م\.?\s*)?(?:[(\[]\s*(?P<bracketed>[^()\[\]]{1,30}?)\s*[)\]]|(?P<bare>[^\W\d_]+)\s*[-–—ـ/:])"
)
_LONGEST_DATELINE = 120  # code points
_LONGEST_PLACE = 45
_CLOCK = re.compile(r"[\d٠-٩۰-۹:]+")
_MOST_WORDS_OF_A_PLACE = 4
_MOST_WORDS_OF_LABELS = 10
_MORE_WORDS_FOR_A_SIGN = 4
_SURELY = 2  # signs by which even a first line is a date line


@dataclass(frozen=True, slots=True)
class Publication:
    """What a line tells of the publication. `byline` is what of it remains to be shown."""

    published: WrittenDate | None = None
    modified: WrittenDate | None = None
    source: str = ""
    byline: str = ""
    writers: tuple[str, ...] = ()


def publication_of(text: str, *, is_first: bool = False) -> Publication | None:
    """Return what a line tells of the publication, if it is such a line.

    `is_first` says that the line may be the headline, which may name a place, a date and who speaks too.
    """
    sure = _two_dates(text) or _dates_alone(text) or _published_in(text) or _site(text)
    return sure or _date_among_others(text, is_first=is_first) or (None if is_first else _place_and_outlet(text))


def date_of_dateline(text: str) -> WrittenDate | None:
    """Return the day before a paragraph, between a place and an agency: “Port, 5 March 2024 (agency) - …”."""
    beginning = text[:_LONGEST_DATELINE]
    found = find_date(beginning)
    if not found or len(found.iso) < len("YYYY-MM-DD") or found.span.start > _LONGEST_PLACE:
        return None
    behind = _AGENCY_BEHIND.match(beginning, found.span.end)
    is_dateline = behind and is_agency(behind["bracketed"] or behind["bare"])
    return WrittenDate(found.iso, found.written) if is_dateline else None


def _two_dates(text: str) -> Publication | None:
    """Read a line that tells when the article was published and when it was changed, each after its label."""
    first = find_date(text)
    rest = text[first.span.end :] if first else ""
    second = find_date(rest) if rest else None
    if not first or not second:
        return None
    before, between = text[: first.span.start], _CLOCK.sub(" ", rest[: second.span.start])
    others = _CLOCK.sub(" ", f"{before} {between} {rest[second.span.end :]}")
    if _says_modified(before) == _says_modified(between) or len(bare(others).split()) > _MOST_WORDS_OF_LABELS:
        return None
    dates = [WrittenDate(found.iso, found.written) for found in (first, second)]
    published, modified = dates if _says_modified(between) else reversed(dates)
    return Publication(published=published, modified=modified)


def _dates_alone(text: str) -> Publication | None:
    published = modified = None
    for part in filter(None, _PARTS.split(text)):
        found = parse_date(part)
        if found is None:
            return _dates_alone_undivided(text)
        date = WrittenDate(found.iso, found.written)
        if _says_modified(part):
            modified = modified or date
        elif published is None:
            published = date
    return Publication(published=published, modified=modified) if published or modified else None


def _dates_alone_undivided(text: str) -> Publication | None:
    found = parse_date(text)
    if not found:
        return None
    date = WrittenDate(found.iso, found.written)
    return Publication(modified=date) if _says_modified(text) else Publication(published=date)


def _is_labelled(text: str, kind: str) -> bool:
    words = bare(text)
    return any(words.startswith(phrase) for phrase in phrases(kind))


def _published_in(text: str) -> Publication | None:
    """Read “so-and-so published in outlet on date”, the writer's name often run together with the verb."""
    found = _PUBLISHED_IN.match(text)
    date = find_date(found["date"]) if found else None
    if not found or not date:
        return None
    writer, outlet = found["writer"].strip(" :-–|"), found["outlet"].strip(' «»"')
    is_someone = bool(writer) and bare(writer) != bare(outlet)
    is_person = (
        is_someone and len(writer.split()) > 1 and not is_agency(writer) and not bare(writer).startswith("وكاله")
    )
    return Publication(
        published=WrittenDate(date.iso, date.written),
        source=outlet,
        byline=writer if is_someone else "",
        writers=tuple(re.split(r"\s+و\s+|\s*[،/]\s*", writer)) if is_person else (),
    )


def _date_among_others(text: str, *, is_first: bool) -> Publication | None:
    """Read a line such as “outlet, weekday, date, issue” or “place, date, agency”."""
    found = find_date(text)
    if not found or text.endswith((".", "؟", "?", "!", "،", ":")):
        return None
    others = bare(text[: found.span.start] + " " + text[found.span.end :]).split()
    begins_or_ends = found.span.start == 0 or found.span.end >= len(text) - 1
    tells_published = _is_labelled(text, "published_labels")
    tells = tells_published + len(set(_SIGNS_OF_A_DATE_LINE.findall(text)))
    most = _MOST_WORDS_OF_A_PLACE + _MORE_WORDS_FOR_A_SIGN * tells
    if len(others) > most or not (tells or begins_or_ends) or (is_first and tells < _SURELY):
        return None
    date = WrittenDate(found.iso, found.written)
    if not tells_published and _says_modified(text):
        return Publication(modified=date, byline=text)
    return Publication(published=date, byline=text)


def _says_modified(text: str) -> bool:
    """Say whether a date is called the last change: before it, or behind it by words that mean nothing else."""
    words = f" {bare(text)} "
    behind = any(f" {phrase} " in words for phrase in phrases("modified_labels") if " " in phrase)
    return behind or _is_labelled(text, "modified_labels")


def _place_and_outlet(text: str) -> Publication | None:
    """Read “London: «outlet»”, “Cairo - agency” and “Riyadh: outlet”."""
    found = _PLACE_AND_OUTLET.match(text)
    if not found or len(found["place"].split()) > _MOST_WORDS_OF_A_PLACE:
        return None
    if found["quoted"]:
        return Publication(source=found["quoted"].strip(), byline=text)
    others = found["bare"].strip()
    return Publication(byline=text) if is_agency(others) or (":" in text and len(others.split()) == 1) else None


def _site(text: str) -> Publication | None:
    return Publication(source=text) if _WEB_SITE.fullmatch(text) else None
