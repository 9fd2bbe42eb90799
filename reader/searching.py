"""Searching all articles: keeping the index of their words in step, and what a search finds in it."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from reader.annotations.highlight import Highlight
from reader.catalogue.asked import Asked, Field
from reader.catalogue.finding import Rank
from reader.catalogue.hits import Hits, apart, has_exactly, lacking
from reader.catalogue.query import Query, Row
from reader.catalogue.texts import FIELD_OF, TextIndex, Waiting, Words
from reader.entities.entity import Kind
from reader.errors import ReaderError
from reader.store import mark_records
from reader.store.store import Store
from reader.text.folding import fold
from reader.text.forms import spellings
from reader.text.search import excerpt
from reader.text.spans import Span, lines_of
from reader.text.words import snap

BATCH = 200
"""Articles whose words are put into the index at once: a killed program loses no more."""

PAGE = 12
"""Articles of a page: twice what a window of 800 px shows."""

MOST_EXCERPTS = 3
MOST_KNOWN = 8
WIDTH = 140
"""Code points of an excerpt: two to three lines of the list."""

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

    They raise ReaderError disk.failed when an index cannot be used. An article that is found has no more than so many
    `excerpts`: to read its text for others takes as long as finding it.
    """

    def __init__(self, store: Store, excerpts: int) -> None:
        self._store, self._excerpts = store, excerpts
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
            self._index.tidy(lambda article: bool(self._store.versions(article)))
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
        """Return a page of what is asked for, with excerpts: the best answers first, or in the query's order.

        Best is what has the words in its title, then what has them beside one another, then the latest added; last
        comes what has them only in other forms. `exact` compares letter by letter, with tashkeel and every hamza.
        """
        query = query or Query()
        if exact:
            return [*islice(self.find_exactly(asked, query), offset, offset + limit)]
        ranks = dict(self._index.ids(asked, query, offset, limit))
        rows = self._index.rows([*ranks])
        named = self._named([row.id for row, _ in rows], asked)
        hits = {rank: Hits(asked, in_forms=rank is Rank.OTHER_FORMS) for rank in {*ranks.values()}}
        return [self._with_passages(row, version, hits[ranks[row.id]], named.get(row.id, ())) for row, version in rows]

    def find_exactly(self, asked: Asked, query: Query) -> Iterator[FoundArticle]:
        """Yield what has the words letter by letter, as it is found: the texts of all that may have them are read."""
        loosely, hits = replace(asked, terms=asked.wanted), Hits(asked, exact=True)
        ids = [article for article, _ in self._index.ids(loosely, query, 0, -1, in_any_form=False)]
        for start in range(0, len(ids), BATCH):
            for row, version in self._index.rows(ids[start : start + BATCH]):
                if has_exactly(asked, self._text(row.id, version), self._written_beside(row)):
                    yield self._with_passages(row, version, hits, self._named([row.id], asked).get(row.id, ()))

    def count(self, asked: Asked, query: Query | None = None) -> int:
        """Return how many articles have what is asked for."""
        return self._index.count(asked, query or Query())

    def hits(self, article: str, text: str, asked: Asked, *, exact: bool = False) -> tuple[Span, ...]:
        """Return the words in an article's text in which stands what is asked for, whole, in order and apart."""
        named = self._named([article], asked).get(article, [])
        found = Hits(asked, exact=exact).in_text(text, named)
        if not exact and (others := lacking(text, asked, named)):
            found += Hits(others, in_forms=True).in_text(text)
        return tuple(apart({snap(text, hit) for hit in found}))

    def known(self, field: Field, typed: str) -> list[str]:
        """Return the names, tags or sources of the library that begin as was typed behind their field."""
        return self._index.known(self._tags_of_marks).beginning(field, typed, MOST_KNOWN)

    def interrupt(self) -> None:
        """End the question that is being answered, which then raises ReaderError; may be called from any thread."""
        self._index.interrupt()

    def close(self) -> None:
        """Close the connections."""
        self._index.close()

    def _with_passages(self, row: Row, version: str, hits: Hits, named: Sequence[Span]) -> FoundArticle:
        text = self._text(row.id, version)
        headline = len(row.title) + 1 if text.startswith(f"{row.title}\n") else 0  # it stands in the row anyway
        found: list[FoundPassage] = []
        folded = fold(text[headline:]).split("\n")  # at once: line feeds, and nothing else, are line feeds when folded
        for line, words in zip(lines_of(text, headline), folded, strict=True):
            inside = _inside(named, line)
            if not inside and not hits.may_stand_in(words):
                continue
            found += _passages(text, [hit.moved(line.start) for hit in hits.in_text(line.of(text), inside, words)])
            if len(found) >= self._excerpts:
                break
        return FoundArticle(row, tuple(found[: self._excerpts]))

    def _named(self, articles: Sequence[str], asked: Asked) -> dict[str, list[Span]]:
        """Return where someone or something is named in articles whom the words mean, in any spelling."""
        terms = [term for term in asked.wanted if term.where in _OF_NAMES]
        return self._index.named(articles, terms) if terms else {}

    def _text(self, article: str, version: str) -> str:
        with suppress(ReaderError):  # it is told where the article is opened
            return self._store.read_text(article, version)
        return ""

    def _written_beside(self, row: Row) -> str:
        marks = self._marks(row.id)
        return "\n".join((row.source, *row.tags, *(text for mark in marks for text in (mark.note, *mark.tags))))

    def _names(self, batch: Sequence[Waiting]) -> dict[str, dict[Field, list[str]]]:
        found: dict[str, dict[Field, list[str]]] = {}
        for article, kind, spelt in self._index.names([each.article for each in batch]):
            found.setdefault(article, {}).setdefault(FIELD_OF[Kind(kind)], []).append(spelt)
        return found

    def _words(self, waiting: Waiting, names: dict[str, dict[Field, list[str]]]) -> Words | None:
        beside = {field: "\n".join(each) for field, each in names.get(waiting.article, {}).items()}
        beside[Field.SOURCE] = fold(waiting.source)
        tags = [waiting.tags]
        marks = self._marks(waiting.article) if waiting.is_marked else ()
        if marks:
            beside[Field.NOTES] = fold("\n".join(mark.note for mark in marks))
            beside[Field.HIGHLIGHTS] = fold("\n".join(mark.quote for mark in marks))
            tags += [tag for mark in marks for tag in mark.tags]
        beside[Field.TAGS] = fold("\n".join(tags))
        said = "\n".join([*tags, *(mark.note for mark in marks), *beside.values()])
        if waiting.is_text_known:
            return Words(waiting=waiting, beside=beside, vocabulary=spellings(said))
        try:
            article = self._store.read_article(waiting.article, waiting.version)[1]
        except ReaderError:  # it is told where the article is opened; here it waits until it can be read
            return None
        vocabulary = spellings(f"{article.title}\n{article.text}\n{said}")
        return Words(
            waiting=waiting, title=fold(article.title), body=fold(article.text), beside=beside, vocabulary=vocabulary
        )

    def _tags_of_marks(self, article: str) -> Iterator[str]:
        return (tag for mark in self._marks(article) for tag in mark.tags)

    def _marks(self, article: str) -> Sequence[Highlight]:
        with suppress(ReaderError):
            return mark_records.present(self._store.read_records("marks", article))
        return ()


def _inside(spans: Sequence[Span], line: Span) -> list[Span]:
    return [each.moved(-line.start) for each in spans if line.start <= each.start and each.end <= line.end]


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
