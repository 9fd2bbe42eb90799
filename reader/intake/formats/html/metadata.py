"""What a page's markup states about its article: JSON-LD, OpenGraph and other meta elements, time elements, links."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from reader.articles.article import WrittenDate
from reader.text.cleaning import clean
from reader.text.dates import find_date

_ARTICLES = frozenset(
    {
        *("article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle"),
        *("backgroundnewsarticle", "reviewnewsarticle", "techarticle", "scholarlyarticle", "report"),
        *("blogposting", "liveblogposting", "socialmediaposting"),
    }
)
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "pubdate"),
    *("publishdate", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "date"),
)
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
_DEEPEST = 40  # how far JSON-LD is followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is stated; the rest is empty."""

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: WrittenDate | None = None
    modified: WrittenDate | None = None
    address: str = ""


def metadata_of(tree: HtmlElement) -> Metadata:
    """Return what a page states. Where two places contradict, JSON-LD comes first, then meta elements."""
    meta = _meta(tree)
    linked = next(_articles(tree), {})
    outlet = _name(linked.get("publisher")) or meta.get("og:site_name", "") or meta.get("application-name", "")
    return Metadata(
        title=_title(tree, meta, linked, outlet),
        outlet=outlet,
        authors=tuple(_authors(meta, linked)),
        published=_date(_text(linked.get("datePublished"))) or _first_date(meta, _PUBLISHED) or _time_element(tree),
        modified=_date(_text(linked.get("dateModified"))) or _first_date(meta, _MODIFIED),
        address=_address(tree, meta),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = clean(element.get("content") or "").replace("\n", " ").strip()
        if name and value:
            found.setdefault(name.lower(), value)
    return found


def _articles(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json" and script.text:
            try:
                stated = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles_in(stated, _DEEPEST)


def _articles_in(stated: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(stated, list) and depth:
        for one in stated:
            yield from _articles_in(one, depth - 1)
    elif isinstance(stated, dict) and depth:
        types = stated.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and name.lower() in _ARTICLES for name in names):
            yield stated
        yield from _articles_in(stated.get("@graph"), depth - 1)
        yield from _articles_in(stated.get("mainEntity"), depth - 1)


def _title(tree: HtmlElement, meta: Mapping[str, str], linked: Mapping[str, Any], outlet: str) -> str:
    headings = [_words(heading) for heading in tree.iter("h1")]
    whole = next((_words(title) for title in tree.iter("title")), "")
    stated = _text(linked.get("headline")) or meta.get("og:title") or meta.get("twitter:title") or ""
    of_page = [heading for heading in headings if heading and (heading in whole or heading in stated)]
    return (
        max(of_page, key=len)
        if of_page
        else _without_outlet(stated or whole, outlet) or next(filter(None, headings), "")
    )


def _without_outlet(title: str, outlet: str) -> str:
    """Return a page's title without the outlet's name, which stands before or behind a sign."""
    for sign in (" | ", " - ", " – ", " — ", " :: ", " » ", "|"):
        first, _, rest = title.partition(sign)
        before, _, last = title.rpartition(sign)
        if outlet and rest and first.strip() == outlet:
            return rest.strip()
        if outlet and before and last.strip() == outlet:
            return before.strip()
    return title


def _authors(meta: Mapping[str, str], linked: Mapping[str, Any]) -> Iterator[str]:
    authors = linked.get("author")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    names = [name for name in names if name] or [meta.get("author", "") or meta.get("article:author", "")]
    yield from (name for name in names if name and "://" not in name and "@" not in name)


def _name(stated: Any) -> str:
    return _text(stated.get("name")) if isinstance(stated, dict) else _text(stated)


def _text(stated: Any) -> str:
    if isinstance(stated, list):
        stated = next(iter(stated), "")
    return clean(stated).replace("\n", " ").strip() if isinstance(stated, str) else ""


def _words(element: HtmlElement) -> str:
    return " ".join(clean(str(element.text_content())).split())


def _first_date(meta: Mapping[str, str], names: tuple[str, ...]) -> WrittenDate | None:
    dates = (_date(meta[name]) for name in names if name in meta)
    return next((date for date in dates if date), None)


def _time_element(tree: HtmlElement) -> WrittenDate | None:
    for element in tree.iter("time"):
        if date := _date(element.get("datetime") or ""):
            return WrittenDate(date.iso, _words(element) or date.written)
    return None


def _date(written: str) -> WrittenDate | None:
    try:
        return WrittenDate(datetime.fromisoformat(written.strip()).isoformat(), written) if written.strip() else None
    except ValueError:
        found = find_date(written[:200])
    return WrittenDate(found.iso, written) if found else None


def _address(tree: HtmlElement, meta: Mapping[str, str]) -> str:
    links = tree.iter("link")
    canonical = (link.get("href") or "" for link in links if (link.get("rel") or "").lower() == "canonical")
    addresses = (*canonical, meta.get("og:url", ""))
    return next((address.strip() for address in addresses if address.strip().startswith(("http://", "https://"))), "")
