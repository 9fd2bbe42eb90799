"""Who and what stands in several articles: the passages, who stands beside them, and all places of the library."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from reader.articles.article import Article
from reader.catalogue.catalogue import Catalogue
from reader.catalogue.names import Companion, KnownPlace, Names, Standing
from reader.entities.entity import Kind
from reader.errors import ReaderError
from reader.store.store import Store
from reader.text.spans import Span

MOST_ARTICLES = 200
"""So many articles are read for their passages: more would be a list to be searched, and keep the reader waiting."""

MOST_PASSAGES = 3
"""Of one article: enough to see what it is about, and all others are one step away in it."""

MOST_COMPANIONS = 6
AROUND = 70
"""Code points before and behind a mention, up to the paragraph's end."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An excerpt round a mention. `span` is the mention in the article, `at` the same in `text` (code points)."""

    span: Span
    text: str
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One article that names someone. `version` is the one its spans point into; `mentions` counts all of them."""

    article: str
    version: str
    title: str
    source: str
    published: str
    mentions: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearances:
    """Where someone or something stands in the library. `articles` counts all, also those without passages here.

    `looked_through` of `total` articles were looked through until now.
    """

    key: str
    kind: Kind
    name: str
    articles: int
    shown: tuple[Appearance, ...]
    companions: tuple[Companion, ...]
    looked_through: int
    total: int


class Across:
    """Asks the index of names. Each question has its own connections: it may come on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def appearances(self, key: str) -> Appearances:
        """Return the articles that name someone or something, the newest first, and who stands in the same ones.

        Raises ReaderError when an index cannot be used.
        """
        names, catalogue = Names(self._store.places.names), Catalogue(self._store.places.catalogue)
        try:
            listed, hidden = catalogue.ids(), catalogue.ids(trashed=True)
            order = {article: number for number, article in enumerate(listed)}
            standing = [each for each in names.standing(key, hidden) if each.article in order]
            standing.sort(key=lambda each: order[each.article])
            return Appearances(
                key=key,
                kind=Kind(key.partition(":")[0]),
                name=names.name_of(key),
                articles=len(standing),
                shown=tuple(self._with_passages(standing[:MOST_ARTICLES], catalogue)),
                companions=tuple(names.companions(key, MOST_COMPANIONS, hidden)),
                looked_through=len(names.surveyed().keys() & order.keys()),
                total=len(listed),
            )
        finally:
            names.close()
            catalogue.close()

    def articles(self, key: str) -> tuple[str, ...]:
        """Return all articles that name someone or something, the newest first. Raises ReaderError as above."""
        names, catalogue = Names(self._store.places.names), Catalogue(self._store.places.catalogue)
        try:
            standing = {each.article for each in names.standing(key, catalogue.ids(trashed=True))}
            return tuple(article for article in catalogue.ids() if article in standing)
        finally:
            names.close()
            catalogue.close()

    def places(self) -> list[KnownPlace]:
        """Return the library's places with coordinates, the most mentioned first. Raises ReaderError as above."""
        names, catalogue = Names(self._store.places.names), Catalogue(self._store.places.catalogue)
        try:
            return names.places(catalogue.ids(trashed=True))
        finally:
            names.close()
            catalogue.close()

    def _with_passages(self, standing: list[Standing], catalogue: Catalogue) -> Iterator[Appearance]:
        for each in standing:
            with suppress(ReaderError):  # what cannot be read has no passages; it is told where it is opened
                version, article = self._store.read_article(each.article, each.version)
                entry = catalogue.entry(each.article)
                spans = _telling(article, each.spans)[:MOST_PASSAGES] if version == each.version else ()
                yield Appearance(
                    article=each.article,
                    version=each.version,
                    title=article.title,
                    source=entry.row.source if entry else article.source,
                    published=entry.row.published if entry else "",
                    mentions=len(each.spans),
                    passages=tuple(passages(article, spans)),
                )


def passages(article: Article, spans: tuple[Span, ...]) -> Iterator[Passage]:
    """Yield excerpts round mentions; one that stands in the excerpt before has none of its own."""
    text, seen = article.text, -1
    for span in spans:
        if span.end <= seen or span.end > len(text):
            continue
        start = max(text.rfind("\n", 0, span.start) + 1, _word_start(text, span.start - AROUND))
        line_end = text.find("\n", span.end)
        seen = min(line_end if line_end >= 0 else len(text), _word_end(text, span.end + AROUND))
        before = "" if start == 0 or text[start - 1] == "\n" else "… "
        behind = "" if seen == len(text) or text[seen] == "\n" else " …"
        yield Passage(span, f"{before}{text[start:seen]}{behind}", span.moved(len(before) - start))


def _telling(article: Article, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the mentions that say more than the headline, which stands above them anyway; that one if it is all."""
    headline = len(article.title) if article.text.startswith(article.title) else 0
    return tuple(span for span in spans if span.start >= headline) or spans


def _word_start(text: str, position: int) -> int:
    if position <= 0:
        return 0
    return text.find(" ", position) + 1 if " " in text[position : position + AROUND] else position


def _word_end(text: str, position: int) -> int:
    if position >= len(text):
        return len(text)
    found = text.rfind(" ", position - AROUND, position)
    return found if found >= 0 else position
