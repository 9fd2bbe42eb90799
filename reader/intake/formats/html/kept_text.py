"""The article's text where a page shows none or only its beginning, and keeps the whole for its scripts.

It is taken only where the page itself says whose text it is: what is called by the page's title, or begins as the page
or its summary do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from reader.intake.formats.html.beside import is_hidden
from reader.intake.formats.html.evidence import Evidence
from reader.intake.formats.html.markup import without_tags
from reader.intake.formats.html.script_data import LEAST, data_in, parsed_inside
from reader.intake.formats.html.written_blocks import BlockWriter
from reader.intake.furniture import bare
from reader.text.folding import fold

_LEAST = 200  # letters and spaces of a text
_MOST_VALUES = 500_000  # that are looked at in one page
_MOST_TOGETHER = 16 << 20  # code points of texts that are compared with what a page shows
_DEEPEST = 60
_TITLES = ("headline", "title", "headlines", "name", "heading", "subject", "mainTitle", "articleTitle", "titleText")
_LEAST_OF_TITLE = 0.6  # which share of the longer title the shorter one is, where one holds the other
_BEGINNING = 48  # letters and spaces of a summary that a text has too
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 30
_LEAST_OF_WORDS = 0.6  # the share of letters in a text; in programs, styles and addresses there are other signs
_CODE = re.compile(r"[{};=]|https?://|\\n|/\*")
_LEAST_MEAN = 40  # code points of a paragraph, on average: shorter ones are keywords, or names in a menu
_WORDS_OF_NAME = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
# Words in the names of members that hold other texts than the article's.
_OTHERS = frozenset(
    {
        *("comment", "comments", "reply", "replies", "related", "recommended", "recommendations", "latest", "popular"),
        *("trending", "trends", "most", "menu", "menus", "nav", "navigation", "footer", "sidebar", "widget", "widgets"),
        *("tag", "tags", "keyword", "keywords", "breadcrumb", "breadcrumbs", "bio", "biography", "terms", "policy"),
        *("policies", "privacy", "translations", "messages", "locale", "locales", "i18n", "similar", "suggested"),
        *("suggestions", "next", "prev", "previous", "config", "settings", "ad", "ads", "cookie", "cookies", "also"),
        *("newsletter", "newsletters", "style", "styles", "css", "script", "scripts", "excerpt", "summary", "seo"),
    }
)
_HIDDEN = "//*[contains(@style, 'none') or contains(@style, 'hidden') or @hidden or @aria-hidden='true']"
_OF_TEXT = re.compile(r"paywall|premium|locked|full|content|body|text|article|story", re.IGNORECASE)
_HELD = ("noscript", "template", "textarea")
_TEMPLATES = ("text/template", "text/html", "text/x-template", "text/x-handlebars-template")


@dataclass(frozen=True, slots=True)
class Sought:
    """What the page says of its article: the title, its summary, and the paragraphs that it shows."""

    title: str
    summary: str
    shown: Sequence[str]


def kept_text(tree: HtmlElement, sought: Sought) -> str:
    """Return the markup of the longest text that a page keeps of the article sought; empty without one."""
    best, most, room = "", _LEAST - 1, _MOST_TOGETHER
    for found in chain(_held_in(tree), _found_in(tree, sought.title)):
        if len(found.markup) <= most:
            continue
        room -= len(found.markup)
        if room < 0:
            break
        amount = len(bare(without_tags(found.markup)))
        if amount > most and _is_sought(found, sought):
            best, most = found.markup, amount
    return best


@dataclass(frozen=True, slots=True)
class _Found:
    """A text, and whether what holds it is called by the page's title; None where it is not called anything."""

    markup: str
    is_called: bool | None


def _is_sought(found: _Found, sought: Sought) -> bool:
    """Say whether a text is the one whose title, summary or beginning a page shows; it has what is shown of it."""
    lines = without_tags(found.markup)
    if not _is_prose(lines):
        return False
    evidence = Evidence((lines,))
    if sought.shown:
        held = sum(map(evidence.holds, sought.shown))
        return 2 * held >= len(sought.shown) or (bool(found.is_called) and len(sought.shown) == 1)
    summary = bare(sought.summary)[:_BEGINNING]
    return bool(found.is_called) or (len(summary) == _BEGINNING and summary in bare(lines))


def _is_prose(text: str) -> bool:
    folded = fold(text)  # without the marks of vowels
    words = _WORD.findall(folded)
    letters = sum(map(len, words))
    signs = len(_CODE.findall(text))
    solid = len("".join(folded.split()))
    return len(words) >= _LEAST_WORDS and letters >= _LEAST_OF_WORDS * solid and signs * 20 < len(words)


def _held_in(tree: HtmlElement) -> Iterator[_Found]:
    """Yield the markup of what a page holds and does not show."""
    for element in tree.iter(*_HELD, "script"):
        kind = (element.get("type") or "").lower()
        if element.tag == "script" and kind not in _TEMPLATES:
            continue
        yield from _held_by(element)
    for element in tree.xpath(_HIDDEN):
        words = f"{element.get('class') or ''} {element.get('id') or ''}"
        if is_hidden(element) and _OF_TEXT.search(words):
            article = next(element.iterancestors("article", "main"), None)
            is_of_headline = article is not None and article.find(".//h1") is not None
            yield from _held_by(element, is_called=is_of_headline or None)


def _held_by(element: HtmlElement, *, is_called: bool | None = None) -> Iterator[_Found]:
    markup = "".join((element.text or "", *map(_written, element)))
    if len(markup) >= LEAST:
        yield _Found(markup, is_called)


def _written(element: HtmlElement) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html"))


def _found_in(tree: HtmlElement, title: str) -> Iterator[_Found]:
    walk = _Walk(bare(title))
    for value in data_in(tree):
        yield from walk.over(value)


class _Walk:
    """Goes through values once, and knows at each text what the things are called that hold it."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._left = _MOST_VALUES
        self._seen: set[int] = set()
        self._values: list[Any] = []  # what is gone would leave its number to another
        self._writer = BlockWriter()

    def over(self, value: Any) -> Iterator[_Found]:
        """Yield the texts in a value."""
        self._values.append(value)
        yield from self._through(value, _DEEPEST, is_called=None)

    def _through(self, value: Any, depth: int, *, is_called: bool | None) -> Iterator[_Found]:
        self._left -= 1
        if self._left < 0 or not depth:
            return
        if isinstance(value, str):
            yield from self._through_text(value, depth, is_called=is_called)
            return
        if not isinstance(value, dict | list) or id(value) in self._seen:
            return
        self._seen.add(id(value))
        if isinstance(value, list):
            yield from self._blocks(value, is_called=is_called)
            for one in value:
                yield from self._through(one, depth - 1, is_called=is_called)
            return
        called = self._called(value)
        called = is_called if called is None else called
        for name, one in value.items():
            if not _is_of_others(name):
                yield from self._through(one, depth - 1, is_called=called)

    def _through_text(self, text: str, depth: int, *, is_called: bool | None) -> Iterator[_Found]:
        if len(text) < LEAST:
            return
        inside = parsed_inside(text)
        if inside is None:
            yield _Found(text, is_called)
        else:
            self._values.append(inside)
            yield from self._through(inside, depth - 1, is_called=is_called)

    def _blocks(self, blocks: list[Any], *, is_called: bool | None) -> Iterator[_Found]:
        markup = self._writer.markup_of(blocks)
        if len(markup) < LEAST:
            return
        lines = [line for line in without_tags(markup).split("\n") if line.strip()]
        if lines and sum(map(len, lines)) >= _LEAST_MEAN * len(lines):
            yield _Found(markup, is_called)

    def _called(self, one: dict[str, Any]) -> bool | None:
        """Say whether something, or what it holds at once, is called by the page's title; None for what has no name."""
        own = _name_of(one)
        if own:
            return self._is_title(own)
        names = (_name_of(part) for name, part in one.items() if isinstance(part, dict) and not _is_of_others(name))
        return True if any(map(self._is_title, filter(None, names))) else None

    def _is_title(self, name: str) -> bool:
        if not self._title or not name:
            return False
        shorter, longer = sorted((name, self._title), key=len)
        return shorter == longer or (shorter in longer and len(shorter) >= _LEAST_OF_TITLE * len(longer))


@lru_cache(maxsize=4096)
def _is_of_others(name: str) -> bool:
    """Say whether a member of that name holds other texts; pages repeat the names often."""
    return not _OTHERS.isdisjoint(word.lower() for word in _WORDS_OF_NAME.split(name))


def _name_of(one: dict[str, Any]) -> str:
    """Return what something is called, bare; WordPress and Arc keep it in an object."""
    for name in _TITLES:
        stated = one.get(name)
        if isinstance(stated, dict):
            stated = next((stated[key] for key in ("rendered", "basic", "text", "main") if key in stated), None)
        if isinstance(stated, str) and (told := bare(without_tags(stated) if "<" in stated else stated)):
            return told
    return ""
