"""Whom a page names as the writers of its article. None is better than a wrong one."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from reader.intake.credits import is_agency, names_in, writers_of
from reader.intake.formats.html.markup import words_of
from reader.intake.furniture import bare, phrases
from reader.text.cleaning import clean
from reader.text.folding import fold

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|reporter)s?(?:[_-]?name)?(?:$|[\s_-])|node__(?:submitted|meta)|reader-credits",
    re.IGNORECASE,
)
# What such elements hold beside the name, and the writers of comments.
_BESIDE_NAMES = re.compile(
    r"(?:author|writer|reporter|byline)s?[_-]+(?:by|label|bio\w*|desc\w*|about|e?mail\w*|avatar|image|img|photo|pic\w*|role|job"
    r"|position|social\w*|shar\w*|options?|actions?|buttons?|twitter|facebook|count|date|time|more|follow\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OF_COMMENTS = re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|respond|disqus\w*)(?:$|[\s_-])", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:authors?|by|written by|posted by"
    r"|بقلم|بواسطة|مرسلة بواسطة|نشر بواسطة|الكاتب|الكاتبة|كتب|كتبت|المؤلف|نویسنده|מאת)\s*[:،,/\-–]?\s+",
    re.IGNORECASE,
)
# What cannot match is passed over by libxml2, which is much faster than to ask each element.
_MAY_BE_MARKED = "//*[contains(@itemprop, 'uthor') or contains(@rel, 'uthor') or {}]".format(
    " or ".join(
        f"contains(@class, '{part}')" for part in ("uthor", "yline", "riter", "eporter", "node__", "eader-credits")
    )
)
_NAMES = frozenset({"fn", "field--name-uid", "username"})  # of hCard and of Drupal
_LONGEST = 60
_MOST_WORDS = 6
_NO_NAME = re.compile(r"[@\d/\\|<>()\[\]{}=_#]|https?:|www\.")
_ADDRESS = re.compile(r"://|@|www\.")
_META = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "twitter:creator",
)


def authors_of(tree: HtmlElement, meta: Mapping[str, str], linked: Mapping[str, Any], outlet: str) -> tuple[str, ...]:
    """Return the writers whom the page names, as far as what it names can be a person."""
    places = (_linked(linked), (meta.get(name, "") for name in _META), _marked(tree))
    for place in places:
        names = [name for stated in place for name in _people(stated, outlet)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def names_beside(tree: HtmlElement) -> Iterator[str]:
    """Yield what the page marks as a writer's name, a place or a section: words that are not the article's."""
    for element in tree.xpath("//*[@itemprop or @rel]"):
        marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower().split()
        if any(mark in ("author", "location", "articlesection", "datepublished", "datemodified") for mark in marks):
            words = words_of(element)
            if words and len(words) <= _LONGEST:
                yield words


def _linked(linked: Mapping[str, Any]) -> Iterator[str]:
    authors = linked.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        if isinstance(author, dict):
            kind = author.get("@type")
            if kind not in ("Organization", "NewsMediaOrganization"):
                yield from (name for name in _texts(author.get("name")))
        else:
            yield from _texts(author)


def _texts(stated: Any) -> Iterator[str]:
    for one in stated if isinstance(stated, list) else [stated]:
        if isinstance(one, str):
            yield one


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Yield the words of elements that are marked as the writer's name; where there are many, they are others'."""
    found = []
    marked = [each for each in tree.xpath(_MAY_BE_MARKED) if _is_marked(each) and not _is_of_comment(each)]
    around = {above for element in marked for above in element.iterancestors()}
    for element in marked:
        if element not in around:  # what holds a name that is marked itself says more about the writer
            name = next((each for each in element.iter() if _is_name(each)), element)
            words = words_of(name)
            if words and len(words) <= _LONGEST:
                found.append(words)
    if len(set(found)) <= 3:  # noqa: PLR2004 - more are the writers of other articles
        yield from found


def _is_marked(element: HtmlElement) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower().split()
    called = element.get("class") or ""
    return "author" in marks or (_CALLED.search(called) is not None and _BESIDE_NAMES.search(called) is None)


def _is_of_comment(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors())
    return any(_OF_COMMENTS.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in around)


def _is_name(element: HtmlElement) -> bool:
    return element.get("itemprop") == "name" or not _NAMES.isdisjoint((element.get("class") or "").split())


def _people(stated: str, outlet: str) -> Iterator[str]:
    stated = _LABEL.sub("", clean(stated).replace("\n", " ").strip())
    if _ADDRESS.search(stated):
        return
    written = writers_of(stated)
    for name in written.names if written and written.names else names_in(stated):
        if _is_person(name, outlet):
            yield name


def _is_person(name: str, outlet: str) -> bool:
    words = bare(name)
    if not words or len(name.split()) > _MOST_WORDS or len(name) > _LONGEST or _NO_NAME.search(name):
        return False
    if is_agency(name) or words in phrases("no_writers") or words in phrases("makers") | phrases("writers"):
        return False
    of_outlet = bare(outlet)
    return not of_outlet or not (words == of_outlet or words in of_outlet or of_outlet in words) or fold(name) == ""
