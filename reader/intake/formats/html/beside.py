"""What pages put beside an article and into it: menus, sharing, related articles, comments, notices about cookies.

It is told by what the page itself says of an element: its role, the words that it is called by, and its heading.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from reader.intake.furniture import bare, is_label, is_pointer, phrases

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|shares|social|socials|related|comments?|respond|disqus|cookies?|consent|gdpr|newsletter"
    r"|subscribe|subscription|breadcrumbs?|sidebar|side-bar|advert\w*|ads?|adsense|adv|promo|promos|banner|sponsored|outbrain"
    r"|taboola|menu|navbar|navigation|pagination|pager|tags|tag-list|tagcloud|keywords|most-read|mostread|popular"
    r"|trending|recommend\w*|suggested|read-?more|readmore|read-?also|more-news|more-stories|also-read|see-also|popup|modal"
    r"|toolbar|print|login|skip|skip-link|skiplink|widget|widget-area|toast|tooltip|copyright|author-?bio|author-?box|about-author"
    r"|follow|follow-us|google-news|jp-relatedposts|post-navigation|nav-links|screen-reader-text|sr-only|visually-hidden"
    r"|noprint|no-print|paywall|(?:post|entry|article)-footer|post-feeds|feed-links|poll|polls|survey|voting"
    r"|toc|table-of-contents|mw-editsection|mw-jump-link|site-?sub|catlinks|navbox|hatnote|ambox|printfooter"
    r"|bookmark-card|signup-card|cta-card|wp-embedded-content|mixtape-?embed|link-preview"
    r"|beyondwords|readspeaker|tts|text-to-speech|trinity\w*|audio-player|listen|video-js|jwplayer)(?:$|[\s_-])",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # as in relatedArticles
_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article-?(?:body|content|text)|post-?(?:body|content|text)|entry-?content|story-?(?:body|content|text)"
    r"|news-?(?:body|content|text))(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST = 0.4  # the share of the page's text in paragraphs that something called “related” and the like may have
_MOST_LINKED = 0.7  # the same, of something that is headed so and consists of links
_MOST_OF_CARDS = 0.9  # the same, of something that is headed so and announces articles
_CARDS = ("div", "li", "section", "td")
_MOST_CARDS = 200
_BLOCKS = ("section", "div", "aside", "ul", "ol", "table", "p", "nav", "details")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "legend", "summary", "p", "span", "div"})
_LINKED = 0.5  # the share of its text that a list of other articles has in links
_TITLES = ("h2", "h3", "h4", "h5")
_FEWEST_CARDS = 2
_FEWEST_ARTICLES = 3
_STATES_ADDRESS = re.compile(r"^data-.*(?:url|href|link|slug)")
_LONGEST_LABEL = 60
_DEEPEST_LABEL = 30  # elements at the beginning in which a label can stand
_PARAGRAPHS = ("p", "li", "blockquote", "h2", "h3", "td")
_DROPPED_ROLES = frozenset(
    {
        *("navigation", "banner", "complementary", "contentinfo", "search"),
        *("dialog", "alertdialog", "menu", "button", "alert", "tooltip"),
    }
)
_ASKED = frozenset({"text", "email", "search", "tel", "password"})
_MOST_FIELDS = 50
_FEW_WORDS = 40
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})


def beside_in(whole: HtmlElement, shown: "Shown", title: str = "") -> set[HtmlElement]:
    """Return the elements of a page that are beside the article of that title, by their names and their headings."""
    most = _MOST * shown.amount(whole)
    found: set[HtmlElement] = set()
    for name in ("class", "id", "aria-labelledby"):
        for element in whole.iterfind(f".//*[@{name}]"):
            words = element.get(name)
            if (
                _is_called(words)
                and element.tag not in _NEVER_HIDDEN
                and element not in found
                and shown.amount(element) <= most
            ):
                found.add(element)
    found |= {*_asking(whole), *_announced(whole, shown), *_following(whole, title)}
    for element in whole.iter(*_BLOCKS):
        label = "" if element in found else _label(element)
        if not label or not _is_label_of_others(label):
            continue
        share = _MOST_OF_CARDS if _are_cards(element) else _MOST_LINKED if _is_of_links(element, label) else 0.0
        if share and shown.amount(element) <= share / _MOST * most:
            found.add(element)
    return found


@lru_cache(maxsize=4096)
def _is_called(words: str) -> bool:
    """Say whether the words that an element is called by name what is beside an article; pages repeat them often."""
    words = _JOINED.sub("-", words)
    return _CALLED.search(words) is not None and _ARTICLE.search(words) is None


def _asking(whole: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what asks the reader for something: an entry field with the few words round it, and no form round them."""
    for field in islice(whole.iter("input"), _MOST_FIELDS):
        if (field.get("type") or "text").lower() in _ASKED:
            asking = field
            for above in field.iterancestors():
                if above is whole or above.tag in _NEVER_HIDDEN or len(str(above.text_content()).split()) > _FEW_WORDS:
                    break
                asking = above
            yield asking


def _announced(whole: HtmlElement, shown: "Shown") -> Iterator[HtmlElement]:
    """Yield the articles that a page announces below its own: elements of that name, headed by a link, and shorter."""
    articles = [each for each in whole.iter("article") if next(each.iterancestors("article"), None) is None]
    if len(articles) < _FEWEST_ARTICLES:
        return
    own = max(articles, key=shown.amount)
    if _is_headed_by_a_link(own):  # all of them are announced, or shown whole one after the other
        return
    for article in articles:
        if _is_headed_by_a_link(article) and shown.amount(article) <= shown.amount(own) / 2:
            yield article


def _is_headed_by_a_link(article: HtmlElement) -> bool:
    heading = next(article.iter("h1", *_TITLES), None)
    return heading is not None and (heading.find(".//a") is not None or _is_in_link(heading, article))


def _following(whole: HtmlElement, title: str) -> Iterator[HtmlElement]:
    """Yield the articles that a page has put below its own while it was read: each like the first, with its address."""
    first = next((heading for heading in whole.iter("h1") if title and bare(_words(heading)) == bare(title)), None)
    for above in first.iterancestors() if first is not None else ():
        if above is whole:
            return
        if above.tag == "article" or any(map(_STATES_ADDRESS.search, above.keys())):
            alike = (each for each in above.itersiblings(above.tag) if each.get("class") == above.get("class"))
            yield from (each for each in alike if each.find(".//h1") is not None)


def is_hidden(element: HtmlElement) -> bool:
    """Say whether a page does not show an element, or shows it beside the article."""
    if not element.keys():  # as most
        return False
    get = element.get
    role = (get("role") or "").lower()
    if role in _DROPPED_ROLES or get("hidden") is not None or get("aria-hidden") == "true":
        return element.tag not in _NEVER_HIDDEN
    style = (get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


class Shown:
    """How much text each element of a page shows in paragraphs and their like, each of which is looked at once."""

    def __init__(self, whole: HtmlElement) -> None:
        self._lengths = {
            paragraph: 0 if is_hidden(paragraph) else len(str(paragraph.text_content()))
            for paragraph in whole.iter(*_PARAGRAPHS)
        }

    def amount(self, element: HtmlElement) -> int:
        """Return how many code points an element of the page shows."""
        return sum(self._lengths[paragraph] for paragraph in element.iter(*_PARAGRAPHS))


def linked_share(element: HtmlElement) -> float:
    """Return which share of an element's text stands in links; dates and numbers do not count."""
    whole = _weight("".join(_texts(element)))
    linked = sum(_weight(str(link.text_content())) for link in element.iter("a"))
    return linked / whole if whole else 0.0


def _texts(element: HtmlElement) -> Iterator[str]:
    dated = {each for time in element.iter("time") for each in time.iter()}
    if not dated:
        yield str(element.text_content())
        return
    for each in element.iter(etree.Element):
        if each not in dated and each.text:
            yield each.text
        if each.tail and each is not element and each.getparent() not in dated:
            yield each.tail


def _weight(text: str) -> int:
    return len(_NO_LETTERS.sub("", text))


def _is_label_of_others(label: str) -> bool:
    """Say whether an element is headed as other articles are."""
    return is_label(label) or is_pointer(f"{label.strip(' :')}: x") or bare(label) in phrases("more")


def _is_of_links(element: HtmlElement, label: str) -> bool:
    """Say whether an element consists of links, or of its label alone."""
    return len(label) >= 0.9 * len(_words(element)) or linked_share(element) > _LINKED


def _are_cards(element: HtmlElement) -> bool:
    """Say whether an element announces several articles: each a heading that is a link, or begins with one."""
    headings = (heading for heading in element.iter(*_TITLES) if str(heading.text_content()).strip())
    linked = (heading for heading in headings if heading.find(".//a") is not None or _is_in_link(heading, element))
    if len(list(islice(linked, _FEWEST_CARDS))) == _FEWEST_CARDS:
        return True
    cards = list(element.iter(*_CARDS))[1:_MOST_CARDS] if element.find(".//a") is not None else []
    return sum(map(_begins_with_a_link, cards)) >= _FEWEST_ARTICLES


def _begins_with_a_link(card: HtmlElement) -> bool:
    """Say whether a link is the first thing that an element holds, but not all of it."""
    if (card.text or "").strip() or not len(card) or card[0].tag != "a" or not _words(card[0]):
        return False
    return len(_words(card)) > len(_words(card[0]))


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _is_in_link(heading: HtmlElement, within: HtmlElement) -> bool:
    for above in heading.iterancestors():
        if above is within or above.tag == "a":
            return above is not within
    return False


def _label(element: HtmlElement) -> str:
    """Return what an element is headed by: what it says itself, or its first words, if they stand alone."""
    if stated := (element.get("aria-label") or "").strip():
        return stated[: _LONGEST_LABEL + 1]
    for each in islice(element.iter(etree.Element), _DEEPEST_LABEL):
        if each is not element and each.tag in _HEADINGS and (text := _own_words(each)):
            return text if len(text) <= _LONGEST_LABEL else ""
        if each.text and each.text.strip() and each.tag not in _HEADINGS and each.tag != "a":
            return ""
    return ""


def _own_words(element: HtmlElement) -> str:
    text = element.text or ""
    return " ".join(text.split())
