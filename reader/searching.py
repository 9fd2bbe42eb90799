"""Searching all articles: keeping the index of their words in step, and what a search finds in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from reader.annotations.highlight import Highlight
from reader.catalogue.asked import Asked, Field, Term, tokens
from reader.catalogue.query import Query, Row
from reader.catalogue.texts import FIELD_OF, TextIndex, Waiting, Words
from reader.entities.entity import Kind
from reader.errors import ReaderError
from reader.store import mark_records
from reader.store.store import Store
from reader.text.folding import fold
from reader.text.search import Finder, excerpt
from reader.text.spans import Span
from reader.text.words import snap

BATCH = 200
"""Articles whose words are put into the index at once: a killed program loses no more."""

PAGE = 12
"""Articles of a page: twice what a window of 800 px shows."""

MOST_EXCERPTS = 3
WIDTH = 140
"""Code points of an excerpt: two to three lines of the list."""

_OF_TEXT = (Field.ANY, Field.TITLE, Field.BODY)
_OF_NAMES = (Field.ANY, *FIELD_OF.values())

Report = Callable[[int, int], None]
"""Gets how many articles are read, and how many there are to read."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A piece of an article's text with what was found in it. `span` is the first hit in the canonical text.

    `hits` are all that stand in `text`, in its own code points.
    """

    text: str
    span: Span
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that has what was asked for: its row of the list, and where."""

    row: Row
    passages: tuple[FoundPassage, ...] = ()


class Searching:
    """Asks the index of words. Each has its own connections; all its methods are called on one thread, any one.

    They raise ReaderError disk.failed when an index cannot be used.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        places = store.places
        self._index = TextIndex(places.words, places.catalogue, places.names)

    def fill(
        self,
        report: Report = lambda _done, _total: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        only: Collection[str] | None = None,
    ) -> int:
        """Read the words of all articles that are not in the index as they are now; return how many those were.

        What was read is kept when it is cancelled.
        """
        if only is None:
            self._index.tidy(self._store.has)
        waiting = self._index.waiting(only)
        for start in range(0, len(waiting), BATCH):
            if is_cancelled():
                break
            report(start, len(waiting))
            batch = waiting[start : start + BATCH]
            names = self._names(batch)
            self._index.put([words for each in batch if (words := self._words(each, names))])
        report(len(waiting), len(waiting))
        return len(waiting)

    def find(
        self, asked: Asked, query: Query | None = None, offset: int = 0, limit: int = PAGE, *, exact: bool = False
    ) -> list[FoundArticle]:
        """Return a page of what is asked for, with excerpts; the latest added first, or in the query's order.

        `exact` compares letter by letter, with tashkeel and every form of hamza.
        """
        query = query or Query()
        if not exact:
            return [
                self._with_passages(row, version, asked)
                for row, version in self._index.find(asked, query, offset, limit)
            ]
        found: list[FoundArticle] = []
        for row, version in self._all(asked, query):
            if _has_exactly(self._text(row.id, version), asked):
                found.append(self._with_passages(row, version, asked, exact=True))
            if len(found) == offset + limit:
                break
        return found[offset:]

    def count(self, asked: Asked, query: Query | None = None) -> int:
        """Return how many articles have what is asked for."""
        return self._index.count(asked, query or Query())

    def hits(self, article: str, text: str, asked: Asked, *, exact: bool = False) -> tuple[Span, ...]:
        """Return the words in an article's text in which stands what is asked for, whole, in order and apart."""
        return tuple(
            _apart({snap(text, hit) for hit in _hits(text, asked, exact=exact, named=self._named(article, asked))})
        )

    def close(self) -> None:
        """Close the connections."""
        self._index.close()

    def _all(self, asked: Asked, query: Query) -> Iterator[tuple[Row, str]]:
        offset = 0
        while rows := self._index.find(asked, query, offset, BATCH):
            yield from rows
            offset += len(rows)

    def _with_passages(self, row: Row, version: str, asked: Asked, *, exact: bool = False) -> FoundArticle:
        text = self._text(row.id, version)
        named = self._named(row.id, asked)
        headline = len(row.title) + 1 if text.startswith(f"{row.title}\n") else 0  # it stands in the row anyway
        found: list[FoundPassage] = []
        for line in _lines(text, headline):
            hits = _hits(line.of(text), asked, exact=exact, named=_inside(named, line))
            found += _passages(text, [hit.moved(line.start) for hit in hits])
            if len(found) >= MOST_EXCERPTS:
                break
        return FoundArticle(row, tuple(found[:MOST_EXCERPTS]))

    def _named(self, article: str, asked: Asked) -> list[Span]:
        """Return where someone or something is named whom the words mean, in any spelling."""
        terms = [term for term in asked.wanted if term.where in _OF_NAMES]
        return list(self._index.named(article, terms)) if terms else []

    def _text(self, article: str, version: str) -> str:
        with suppress(ReaderError):  # it is told where the article is opened
            return self._store.read_article(article, version)[1].text
        return ""

    def _names(self, batch: Sequence[Waiting]) -> dict[str, dict[Field, list[str]]]:
        found: dict[str, dict[Field, list[str]]] = {}
        for article, kind, spellings in self._index.names([each.article for each in batch]):
            found.setdefault(article, {}).setdefault(FIELD_OF[Kind(kind)], []).append(spellings)
        return found

    def _words(self, waiting: Waiting, names: dict[str, dict[Field, list[str]]]) -> Words | None:
        beside = {field: "\n".join(each) for field, each in names.get(waiting.article, {}).items()}
        beside[Field.SOURCE] = fold(waiting.source)
        tags = [waiting.tags]
        if waiting.is_marked:
            marks = self._marks(waiting.article)
            beside[Field.NOTES] = fold("\n".join(mark.note for mark in marks))
            beside[Field.HIGHLIGHTS] = fold("\n".join(mark.quote for mark in marks))
            tags += [tag for mark in marks for tag in mark.tags]
        beside[Field.TAGS] = fold("\n".join(tags))
        if waiting.is_text_known:
            return Words(waiting=waiting, beside=beside)
        try:
            article = self._store.read_article(waiting.article, waiting.version)[1]
        except ReaderError:  # it is told where the article is opened; here it waits until it can be read
            return None
        return Words(waiting=waiting, title=fold(article.title), body=fold(article.text), beside=beside)

    def _marks(self, article: str) -> Sequence[Highlight]:
        with suppress(ReaderError):
            return mark_records.present(self._store.read_records("marks", article))
        return ()


def _lines(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _inside(spans: Sequence[Span], line: Span) -> list[Span]:
    return [each.moved(-line.start) for each in spans if line.start <= each.start and each.end <= line.end]


def _hits(text: str, asked: Asked, *, exact: bool, named: Sequence[Span]) -> Iterator[Span]:
    """Yield where the words stand in a text, in order and apart; `named` are places known by another spelling."""
    folded = fold(text)
    finder = Finder(text)
    found = {span for span in named if span.end <= len(text)}
    for term in asked.wanted:
        if term.where in _OF_TEXT and tokens(term.words)[-1] in folded:
            found.update(_places(finder, term, exact=exact))
    return _apart(found)


def _places(finder: Finder, term: Term, *, exact: bool) -> Iterator[Span]:
    if exact:
        return finder.find(term.words, exact=True, whole_words=not term.is_prefix)
    return finder.find(" ".join(tokens(term.words)), whole_words=True, beginnings=term.is_prefix)


def _has_exactly(text: str, asked: Asked) -> bool:
    finder = Finder(text)
    return all(any(True for _ in _places(finder, term, exact=True)) for term in asked.wanted if term.where in _OF_TEXT)


def _apart(found: Collection[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if span.start >= end:
            yield span
            end = span.end


def _passages(text: str, hits: Sequence[Span]) -> Iterator[FoundPassage]:
    """Yield excerpts round hits; one that stands in the excerpt before has none of its own."""
    shown_to, made = -1, 0
    for hit in hits:
        if hit.end <= shown_to or made == MOST_EXCERPTS:
            continue
        piece = excerpt(text, hit, WIDTH)
        moved = piece.span.start - hit.start
        shown_to = len(piece.text) - moved - piece.text.endswith("…")
        inside = tuple(each.moved(moved) for each in hits if hit.start <= each.start and each.end <= shown_to)
        yield FoundPassage(piece.text, hit, inside)
        made += 1
