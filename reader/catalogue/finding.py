"""How a search is asked of SQLite: which words in which of the two indexes, and in which order the articles come."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import combinations

from reader.catalogue.asked import Asked, Field, Term
from reader.catalogue.catalogue import conditions
from reader.catalogue.narrowing import DATE
from reader.catalogue.query import ORDER, Query, Sort
from reader.catalogue.spellings import NAMES

IN_TEXTS = (Field.TITLE, Field.BODY)
BESIDE = (
    Field.NOTES, Field.HIGHLIGHTS, Field.TAGS, Field.PEOPLE, Field.PLACES, Field.ORGANISATIONS, Field.SOURCE,
)  # fmt: skip

MOST_APART = 4
"""So many words are looked for in every way in which some stand in the text and some beside it; of more, the text has
all, or all but one."""

EVERY_TEXT = "\ue000"
"""A word that each text of the index has and nobody can type: what has it and not another word is everything else."""

Value = str | int
Spelt = Callable[[Term, Sequence[Field]], str]
"""Returns the FTS5 expression for a term in some columns."""


class Rank(IntEnum):
    """How well an article answers, the best first; of those that do equally well the latest comes first."""

    TITLE_AS_TYPED = 0
    TITLE = 1
    AS_TYPED = 2
    ALL_WORDS = 3
    OTHER_FORMS = 4


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which an article may have what is asked for: FTS5 expressions, empty for nothing.

    What is asked of the text `is_of_titles` if it is of nothing but the title: those have a small index of their own.
    """

    in_text: str = ""
    beside: str = ""
    rank: Rank = Rank.ALL_WORDS
    is_of_titles: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A question to SQLite and the values in it."""

    sql: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """What every article must be that is found: a condition, and the FTS5 expression of what its text must not have.

    Of articles that are found by their text FTS5 leaves those out itself: to list them takes ten times as long.
    """

    condition: Statement
    unwanted: str = ""

    def of_any(self) -> Statement:
        """Return the whole condition, for articles that are found by something else than their text."""
        if not self.unwanted:
            return self.condition
        return Statement(
            f"{self.condition.sql} and numbers.number not in (select rowid from texts where texts match ?)",  # noqa: S608 - nothing of it is from outside
            (*self.condition.values, self.unwanted),
        )


def ways(asked: Asked, spelt: Spelt, stands_beside: Callable[[str], bool]) -> list[Way]:
    """Return the ways in which an article may have all the terms; `stands_beside` tells whether any article does."""
    in_text = [spelt(term, (term.where,)) for term in asked.wanted if term.where in IN_TEXTS]
    beside, free = [], [spelt(term, ()) for term in asked.wanted if term.where is Field.ANY]
    for term in asked.wanted:
        if term.where in BESIDE:
            expression = spelt(term, (term.where,))
            if term.where in NAMES and not stands_beside(expression):  # not yet looked for, or not known as a name
                free.append(spelt(term, ()))
            else:
                beside.append(expression)
    if not (in_text or beside or free):
        return []
    movable = [at for at, expression in enumerate(free) if stands_beside(expression)]
    most = len(movable) if len(movable) <= MOST_APART else 1
    is_of_titles = not free and _are_of_titles(asked.wanted)
    found = []
    for moved in _subsets(movable, most):
        rest = [expression for at, expression in enumerate(free) if at not in moved]
        there = [free[at] for at in moved]
        found.append(Way(" AND ".join(in_text + rest), " AND ".join(beside + there), is_of_titles=is_of_titles))
    return found


def of_every_text() -> Way:
    """Return the way of what only must not have some words."""
    return Way(f'"{EVERY_TEXT}"')


def better_ways(asked: Asked, spelt: Spelt, found: Sequence[Way]) -> Iterator[Way]:
    """Yield the ways in which an article answers best: with all the words in its title, or beside one another."""
    anywhere = [term for term in asked.wanted if term.where is Field.ANY]
    if not anywhere or not found:
        return
    beside = found[0].beside  # the first way looks for no word without a field there
    narrowed = [spelt(term, (term.where,)) for term in asked.wanted if term.where in IN_TEXTS]
    names = [term for term in asked.wanted if term.where in NAMES]
    as_words = [spelt(term, ()) for term in names if spelt(term, (term.where,)) not in beside]
    are_of_titles = not as_words and _are_of_titles(asked.wanted)

    def way(terms: Sequence[Term], columns: Sequence[Field], rank: Rank) -> Way:
        of_text = [*narrowed, *as_words, *(spelt(term, columns) for term in terms)]
        return Way(" AND ".join(of_text), beside, rank, is_of_titles=bool(columns) and are_of_titles)

    title = (Field.TITLE,)
    yield way(anywhere, title, Rank.TITLE)
    if len(anywhere) > 1:
        words = " ".join(term.words for term in anywhere)
        as_typed = [Term(words, is_phrase=True, is_prefix=anywhere[-1].is_prefix)]
        yield way(as_typed, title, Rank.TITLE_AS_TYPED)
        yield way(as_typed, (), Rank.AS_TYPED)


def page(found: Sequence[Way], only: Only, query: Query, limit: int) -> Statement:
    """Return the question for the ids of the first articles of a list and their ranks; for all of them with −1."""
    if not found:
        return first_of_all(only, query, limit)
    if is_ranked(query):
        parts = [_hits(way, only, f"order by number desc limit {limit}") for way in found]
        return _union(
            parts,
            "select article, rank from numbers join (select number, min(rank) as rank from (",
            f") group by number) using (number) order by rank, number desc limit {limit}",
        )
    direction = "desc" if query.descending else "asc"
    return _union(
        [_hits(way, only) for way in found],
        "select articles.id, rank from catalogue.articles as articles join numbers on numbers.article = articles.id "
        "join (select number, min(rank) as rank from (",
        f") group by number) using (number) order by rank, articles.{ORDER[query.sort]} {direction}, "
        f"articles.id {direction} limit {limit}",
    )


def is_ranked(query: Query) -> bool:
    """Say whether the better answers come first: by the date of adding, the latest first, as the list usually is.

    In an order that the reader chose only those in other forms come last.
    """
    return query.sort is Sort.ADDED and query.descending


def in_other_forms(found: Sequence[Way]) -> list[Way]:
    """Return ways as those of the second choice."""
    return [replace(way, rank=Rank.OTHER_FORMS) for way in found]


def count(found: Sequence[Way], only: Only) -> Statement:
    """Return the question for how many articles there are."""
    parts = [_hits(way, only) for way in found] or [_everything(only)]
    return _union(parts, "select count(distinct number) from (", ")")


def _subsets(movable: Sequence[int], most: int) -> Iterator[tuple[int, ...]]:
    for size in range(most + 1):
        yield from combinations(movable, size)


def only(asked: Asked, query: Query, spelt: Spelt) -> Only:
    """Return what every article must be that is found, whatever words are looked for."""
    sql, listed = conditions(query)
    parts, values = [sql], list(listed)
    for bound, way in ((asked.before, "<"), (asked.after, ">=")):
        if bound:
            parts.append(f"{DATE} {way} ?")
            values.append(bound)
    in_text = []
    for term in asked.terms:
        if term.is_excluded:
            expression = spelt(term, () if term.where is Field.ANY else (term.where,))
            if term.where not in BESIDE:
                in_text.append(expression)
            if term.where not in IN_TEXTS:
                parts.append("numbers.number not in (select rowid from beside where beside match ?)")
                values.append(expression)
    return Only(Statement(" and ".join(parts), tuple(values)), " OR ".join(in_text))


def _are_of_titles(terms: Sequence[Term]) -> bool:
    return all(term.where in (Field.ANY, Field.TITLE, *BESIDE) for term in terms)


def _hits(way: Way, only: Only, order: str = "") -> Statement:
    table, condition = ("texts", only.condition) if way.in_text else ("beside", only.of_any())
    wanted = f"({way.in_text}) NOT ({only.unwanted})" if way.in_text and only.unwanted else way.in_text
    if way.in_text and way.is_of_titles and not only.unwanted:
        table = "titles"
    values: list[Value] = [wanted or way.beside]
    also = ""
    if way.in_text and way.beside:
        also = f"and +{table}.rowid in (select rowid from beside where beside match ?) "  # noqa: S608 - as below
        values.append(way.beside)
    # Cross joins: what FTS5 finds comes in its own order, so that a page stops as soon as it is full.
    sql = (
        f"select {table}.rowid as number, {way.rank:d} as rank from {table} "  # noqa: S608 - nothing of it is from outside
        f"cross join numbers on numbers.number = {table}.rowid "
        "cross join catalogue.articles as articles on articles.id = numbers.article "
        f"where {table} match ? {also}and {condition.sql} {order.replace('number', f'{table}.rowid')}"
    )
    return Statement(sql, (*values, *condition.values))


def first_of_all(only: Only, query: Query, limit: int) -> Statement:
    """Return the question for the first of all articles that nothing excludes: their order is gone along."""
    condition = only.of_any()
    direction = "desc" if query.descending else "asc"
    articles, numbers = "catalogue.articles as articles", "numbers"
    if is_ranked(query):
        order, tables = "numbers.number desc", f"{numbers} cross join {articles}"
    else:
        order = f"articles.{ORDER[query.sort]} {direction}, articles.id {direction}"
        tables = f"{articles} cross join {numbers}"
    return Statement(
        f"select articles.id, {Rank.ALL_WORDS:d} from {tables} on numbers.article = articles.id "  # noqa: S608 - as above
        f"where {condition.sql} order by {order} limit {limit}",
        condition.values,
    )


def _everything(only: Only) -> Statement:
    condition = only.of_any()
    return Statement(
        f"select numbers.number, {Rank.ALL_WORDS:d} as rank from catalogue.articles as articles "  # noqa: S608 - as above
        f"join numbers on numbers.article = articles.id where {condition.sql}",
        condition.values,
    )


def _union(parts: Sequence[Statement], before: str, behind: str) -> Statement:
    inner = " union all ".join(f"select number, rank from ({part.sql})" for part in parts)  # noqa: S608 - as above
    return Statement(f"{before}{inner}{behind}", tuple(value for part in parts for value in part.values))
