"""When a page says that its article was published and changed. None is better than a wrong one.

Pages state many dates: of the article, of others that they point to, of the day they were opened. So a date is taken
from where only the article's can stand, and one that another such place contradicts is not taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from reader.articles.article import WrittenDate
from reader.intake.formats.html.markup import words_of
from reader.intake.furniture import bare, phrases
from reader.intake.numeric_dates import told_by, two_days
from reader.text.cleaning import clean
from reader.text.dates import find_date

_PUBLISHED = (
    *("article:published_time", "datepublished", "og:article:published_time", "og:published_time", "published_time"),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "publication_date",
    ),
    *(
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "datecreated",
        "cxenseparse:recs:publishtime",
    ),
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "og:article:modified_time", "dcterms.modified")
# Names that pages also give to the day they were made or opened: taken only where another place agrees.
_UNSURE = ("date", "dc.date", "dcterms.date", "last-modified")
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_EARLIEST = date(1990, 1, 1)  # before this there were no pages; scanned archives state the day they were put there
_MOST_DATES = 100  # of one kind that are looked at: who states more is not believed for them
_ONE_DAY = timedelta(days=1)  # two time zones part as much
_CALLED = re.compile(
    r"publish|posted|entry-date|post-date|article-date|story-date|news-date|pubdate|byline", re.IGNORECASE
)
_CALLED_EXACTLY = re.compile(
    r"(?:^|[\s_-])(?:publish(?:ed)?(?:[_-]?(?:date|on|at|time))?|posted-on|pub-?date|date-header"
    r"|(?:entry|post|article|story|news)[_-]?date)(?:$|\s)",
    re.IGNORECASE,
)
# What cannot match is passed over by libxml2, which is much faster than to ask each element.
_MAY_BE_CALLED = "//*[{}]".format(
    " or ".join(f"contains(@{name}, '{part}')" for name in ("class", "id") for part in ("ate", "ublish", "osted"))
)
_LONGEST = 80  # code points of an element that is a date


@dataclass(frozen=True, slots=True)
class Dates:
    """The two days; what is unknown or contradicted is None."""

    published: WrittenDate | None = None
    modified: WrittenDate | None = None


def dates_of(tree: HtmlElement, meta: Mapping[str, str], linked: Mapping[str, Any], address: str) -> Dates:
    """Return when the article was published and last changed, as far as the page is at one with itself."""
    stated = [
        _date(linked.get("datePublished")),
        *(_date(meta.get(name)) for name in _PUBLISHED),
        *islice(_marked(tree), _MOST_DATES),
    ]
    of_address = _in_address(address)
    unsure = [
        found for found in (*(_date(meta.get(name)) for name in _UNSURE), *islice(_times(tree), _MOST_DATES)) if found
    ]
    modified = _date(linked.get("dateModified")) or next(
        filter(None, (_date(meta.get(name)) for name in _MODIFIED)), None
    )
    all_stated = [found for found in (*stated, of_address, modified, *unsure) if found]
    told = [found for found in all_stated if not two_days(found.written)]
    sure = [told_by(told, found) for found in stated if found]
    unsure = [told_by(told, found) for found in unsure]
    modified = told_by(told, modified) if modified else None
    published = _agreed(sure, [*unsure, *([of_address] if of_address else [])])
    if not sure:
        called = [told_by(told, found) for found in islice(_called(tree), _MOST_DATES)]
        agreeing = [found for found in (*unsure, *called) if of_address and _near(found, of_address)]
        published = next(iter(agreeing), of_address or _only(called))
    return Dates(published, None if published and modified and _is_before(modified, published) else modified)


def _agreed(sure: list[WrittenDate], others: list[WrittenDate]) -> WrittenDate | None:
    """Return the first date that no other contradicts; of two that do, the one that a third place supports."""
    if not sure or all(_near(sure[0], other) for other in sure):
        return sure[0] if sure else None
    supported = [one for one in sure if any(_near(one, other) for other in others)]
    if supported and all(_near(supported[0], other) for other in supported):
        return supported[0]
    most = max(sure, key=lambda one: sum(_near(one, other) for other in sure))
    return most if 2 * sum(_near(most, other) for other in sure) > len(sure) else None


def _marked(tree: HtmlElement) -> Iterator[WrittenDate | None]:
    """Yield the dates of elements that are marked as the article's own."""
    for element in tree.xpath("//*[@itemprop] | //time"):
        if _is_marked(element):
            yield _of_element(element)


def _is_marked(element: HtmlElement) -> bool:
    if "datepublished" in (element.get("itemprop") or "").lower():
        return True
    return element.tag == "time" and (element.get("pubdate") is not None or _is_called_published(element))


def _is_called_published(element: HtmlElement) -> bool:
    around = [element, *element.iterancestors()][:2]
    return any(_CALLED.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in around)


def _called(tree: HtmlElement) -> Iterator[WrittenDate]:
    """Yield the dates of short elements that are named as a publication's date is, though they are not marked so."""
    for element in tree.xpath(_MAY_BE_CALLED):
        if element.tag not in ("time", "body", "html") and _CALLED_EXACTLY.search(
            f"{element.get('class') or ''} {element.get('id') or ''}"
        ):
            words = words_of(element)
            found = _of_element(element) if len(words) <= _LONGEST else None
            if found:
                yield found


def _only(dates: Sequence[WrittenDate]) -> WrittenDate | None:
    """Return the first of dates that are all one day."""
    return dates[0] if dates and all(_near(dates[0], other) for other in dates) else None


def _times(tree: HtmlElement) -> Iterator[WrittenDate | None]:
    for element in tree.iter("time"):
        if not _is_marked(element):
            yield _of_element(element)


def _of_element(element: HtmlElement) -> WrittenDate | None:
    words = words_of(element)
    label = bare(words)
    if any(label.startswith(phrase) for phrase in phrases("modified_labels")):
        return None
    found = _date(element.get("datetime") or element.get("content") or element.get("title") or words)
    if not found or (two_days(words) and not two_days(found.written)):  # such words would leave in doubt what is told
        return found
    return WrittenDate(found.iso, words or found.written)


def _in_address(address: str) -> WrittenDate | None:
    found = _IN_ADDRESS.search(address)
    return _date(f"{found['year']}-{found['month']}-{found['day']}") if found else None


def _date(written: Any) -> WrittenDate | None:
    """Return a date as it is stated, exact to the day at least, if it can be an article's."""
    if not isinstance(written, str) or not written.strip():
        return None
    written = written.strip()
    try:
        iso = datetime.fromisoformat(written).isoformat()
        iso = iso[:10] if len(written) <= len("YYYY-MM-DD") else iso
    except ValueError:
        found = find_date(clean(written[:200]))
        iso = found.iso if found else ""
    return WrittenDate(iso, written) if len(iso) >= len("YYYY-MM-DD") and _is_possible(iso) else None


def _is_possible(iso: str) -> bool:
    return _EARLIEST <= _day(iso) <= datetime.now(UTC).date() + _ONE_DAY


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return date.min


def _near(one: WrittenDate, other: WrittenDate) -> bool:
    return abs(_day(one.iso) - _day(other.iso)) <= _ONE_DAY


def _is_before(one: WrittenDate, other: WrittenDate) -> bool:
    """Say whether one is before the other, by the clock where both state it, else by the day."""
    first, second = datetime.fromisoformat(one.iso), datetime.fromisoformat(other.iso)
    return first < second if first.tzinfo and second.tzinfo else first.date() < second.date()
