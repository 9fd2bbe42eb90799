"""What a page's markup states about its article: JSON-LD, OpenGraph and other meta elements, time elements, links."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from lxml.html import HtmlElement

from reader.articles.article import WrittenDate
from reader.intake.formats.html.markup import words_of
from reader.intake.formats.html.programs import is_no_title
from reader.intake.formats.html.stated_dates import dates_of
from reader.intake.formats.html.stated_names import authors_of, names_beside
from reader.text.cleaning import clean
from reader.text.folding import fold

_ARTICLES = frozenset(
    {
        *("article", "newsarticle", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle"),
        *("backgroundnewsarticle", "reviewnewsarticle", "techarticle", "scholarlyarticle", "report"),
        *("blogposting", "liveblogposting", "socialmediaposting", "askpublicnewsarticle", "satiricalarticle"),
    }
)
_DEEPEST = 40  # how far JSON-LD is followed
_ALIKE = 0.5  # outlets write a headline for the page and another for its tab, with many of the same words
_FEWEST_WORDS = 3
_LEAST_OF_TITLE = 0.35
_LEAST_SAID = 200  # code points: a shorter “article body” is a summary
_BETWEEN = re.compile(r"\s+(?:[|–—•·«»-]|::)\s+|\s*\|\s*|:\s+")
_MOST_SIGNS = 8
_TITLED = ("h2", "h3", "h4", "b", "strong", "font", "td", "div", "p", "span", "a")
_MOST_TITLED = 5000  # elements in which a title is looked for
_SIGNS = (" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", "|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is stated; the rest is empty.

    `names` are those that stand on the page beside the article, of writers and places; `texts` the article's own words
    as the page states them for search engines, `summary` what it says in their place to others.
    """

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: WrittenDate | None = None
    modified: WrittenDate | None = None
    address: str = ""
    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    summary: str = ""


def metadata_of(tree: HtmlElement, saved_from: str = "") -> Metadata:
    """Return what a page states. Where two places contradict, JSON-LD comes first, then meta elements.

    `saved_from` is where the page is from, as whoever saved it says.
    """
    meta = _meta(tree)
    linked = next(_articles(tree), {})
    outlet = (
        name_of(linked.get("publisher"))
        or meta.get("og:site_name", "")
        or meta.get("application-name", "")
        or _publisher(tree)
    )
    address = _address(tree, meta, linked)
    dates = dates_of(tree, meta, linked, address or saved_from)
    authors = authors_of(tree, meta, linked, outlet)
    said = linked.get("articleBody")
    return Metadata(
        title=_title(tree, meta, linked, outlet),
        outlet=outlet,
        authors=authors,
        published=dates.published,
        modified=dates.modified,
        address=address,
        names=(*authors, *names_beside(tree)),
        texts=(said,) if isinstance(said, str) and len(said) >= _LEAST_SAID else (),
        summary=meta.get("og:description", "") or meta.get("description", "") or text_of(linked.get("description")),
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
            named = dict(_named_in(stated, _DEEPEST))
            yield from (_with_named(article, named) for article in _articles_in(stated, _DEEPEST))


def _named_in(stated: Any, depth: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the things that a page names once, to point to them elsewhere."""
    if isinstance(stated, list) and depth:
        for one in stated:
            yield from _named_in(one, depth - 1)
    elif isinstance(stated, dict) and depth:
        name = stated.get("@id")
        if isinstance(name, str) and "name" in stated:
            yield name, stated
        yield from _named_in(stated.get("@graph"), depth - 1)


def _with_named(article: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return an article with the writers and the publisher in it that it only points to."""
    if not named:
        return article

    def pointed(one: Any) -> Any:
        if isinstance(one, list):  # not of lists in lists, which nobody means
            return [pointed(each) if isinstance(each, dict) else each for each in one]
        name = one.get("@id") if isinstance(one, dict) and "name" not in one else None
        return named.get(name, one) if isinstance(name, str) else one

    return {**article, **{role: pointed(article[role]) for role in ("author", "publisher") if role in article}}


def _publisher(tree: HtmlElement) -> str:
    """Return the name of whom a page marks as its publisher."""
    for element in tree.xpath("//*[@itemprop='publisher']"):
        for name in element.xpath(".//*[@itemprop='name']"):
            return clean(name.get("content") or words_of(name)).replace("\n", " ").strip()
    return ""


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
    """Return the heading that the page's title or metadata name too, else the title that is stated."""
    headings = [heading for heading in map(words_of, tree.iter("h1")) if heading]
    whole = next((words_of(title) for title in tree.iter("title")), "")
    whole = "" if is_no_title(whole) else whole
    stated = (text_of(linked.get("headline")), meta.get("og:title", ""), meta.get("twitter:title", ""))
    known = [fold(text) for text in (whole, *stated)]
    of_page = [heading for heading in headings if any(fold(heading) in text for text in known)]
    of_page = [heading for heading in of_page if fold(heading) != fold(outlet) and _is_most_of(heading, known)]
    if of_page:
        return max(of_page, key=len)
    alike = max(headings, key=lambda heading: _likeness(heading, known), default="")
    if alike and _likeness(alike, known) >= _ALIKE:
        return alike
    best = next(filter(None, stated), "") or whole
    return _shown_part(tree, best) or _without_outlet(best, outlet) or next(iter(headings), "")


def _is_most_of(heading: str, known: Sequence[str]) -> bool:
    """Tell a headline from the name of an outlet or a section, which stands in the page's title beside it."""
    return any(len(fold(heading)) >= _LEAST_OF_TITLE * len(text) for text in known if text and fold(heading) in text)


def _likeness(heading: str, known: Sequence[str]) -> float:
    """Return which share of a heading's words the page's titles have too, at most."""
    words = set(fold(heading).split())
    shares = (len(words & set(text.split())) / len(words) for text in known) if len(words) >= _FEWEST_WORDS else ()
    return max(shares, default=0.0)


def _shown_part(tree: HtmlElement, title: str) -> str:
    """Return the part of a page's title that the page shows by itself: the rest names the outlet or a section."""
    signs = [found.span() for found in _BETWEEN.finditer(title)][:_MOST_SIGNS]
    starts, ends = [0, *(end for _, end in signs)], [*(start for start, _ in signs), len(title)]
    parts = [title[start:end].strip() for start in starts for end in ends if start < end]
    wanted = {fold(part): part for part in parts if len(part.split()) >= _FEWEST_WORDS and part != title}
    if not wanted:
        return ""
    elements = (element for element in islice(tree.iter(*_TITLED), _MOST_TITLED) if len(element) <= 1)
    shown = (words for words in map(words_of, elements) if words and len(words) <= len(title))
    return max(filter(None, (wanted.get(fold(words), "") for words in shown)), key=len, default="")


def _without_outlet(title: str, outlet: str) -> str:
    """Return a page's title without the outlet's name, which stands before or behind a sign."""
    wanted = fold(outlet)
    for sign in _SIGNS:
        first, _, rest = title.partition(sign)
        before, _, last = title.rpartition(sign)
        if outlet and rest and fold(first.strip()) == wanted:
            return rest.strip()
        if outlet and before and fold(last.strip()) == wanted:
            return before.strip()
    return title


def name_of(stated: Any) -> str:
    """Return the name of what JSON-LD states as a thing or as a text."""
    if isinstance(stated, list):
        stated = next(iter(stated), "")
    return text_of(stated.get("name")) if isinstance(stated, dict) else text_of(stated)


def text_of(stated: Any) -> str:
    """Return what JSON-LD states as a text, cleaned; nothing for anything else."""
    if isinstance(stated, list):
        stated = next(iter(stated), "")
    return clean(stated).replace("\n", " ").strip() if isinstance(stated, str) else ""


def _address(tree: HtmlElement, meta: Mapping[str, str], linked: Mapping[str, Any]) -> str:
    links = tree.iter("link")
    canonical = (link.get("href") or "" for link in links if (link.get("rel") or "").lower() == "canonical")
    shown = (link.get("href") or "" for link in tree.iterfind(".//a[@class='domain reader-domain']"))  # by Firefox
    addresses = chain((*canonical, meta.get("og:url", ""), text_of(linked.get("url"))), shown)
    return next((address.strip() for address in addresses if address.strip().startswith(("http://", "https://"))), "")
