"""All highlights and notes of the library at once, without opening any of their files."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.annotations.highlight import Status
from reader.catalogue.index import Index
from reader.text.folding import fold
from reader.text.spans import Span

SEPARATOR = "\n"


class MarkSort(StrEnum):
    """The orders of the annotations pane. PLACE: by article, the latest added first, in the order of the text."""

    PLACE = "place"
    CREATED = "created"
    MODIFIED = "modified"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkQuery:
    """Which highlights and notes, in which order; empty fields do not filter.

    `words` are found folded in passages, notes and tags. `key` is a person's or a place's, in or at whose name a
    highlight must be. `since` and `until` are dates, ISO 8601, of making; `until` is the first that is left out.
    `removed`: those in the trash, removed since that moment.
    """

    article: str = ""
    words: str = ""
    colour: str = ""
    tag: str = ""
    key: str = ""
    since: str = ""
    until: str = ""
    status: Status | None = None
    with_note: bool = False
    removed: str = ""
    sort: MarkSort = MarkSort.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRow:
    """What the annotations pane shows of a highlight or note. Without a `quote` it is a note on the whole article.

    `span` is where it stands in the article's current version, None for one without a place. `removed` is when it was
    put in the trash, or empty.
    """

    id: str
    article: str
    title: str = ""
    colour: str
    tags: tuple[str, ...]
    quote: str
    note: str
    span: Span | None
    status: Status
    created: str
    modified: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What the rows of an article were made from: the file of its marks (ns since 1970, bytes), and its version."""

    changed: int = 0
    size: int = 0
    version: str = ""


_COLUMNS = (
    "marks.id, marks.article, coalesce(articles.title, ''), colour, marks.tags, quote, note, start, finish, status, "
    "created, modified, removed"
)
_FROM = "from marks left join articles on articles.id = marks.article"
_ORDER = {
    MarkSort.PLACE: "articles.added desc, marks.article, start, finish, marks.id",
    MarkSort.CREATED: "created desc, marks.id",
    MarkSort.MODIFIED: "modified desc, marks.id",
    MarkSort.COLOUR: "colour, articles.added desc, marks.article, start, marks.id",
}
_NOWHERE = 1 << 40
"""Where those without a place are put: behind all others of their article."""
_ON_ARTICLE = -1


class MarkIndex:
    """The highlights and notes in the catalogue's file. Each thread has its own.

    Every method raises ReaderError disk.failed when the index cannot be used where it should lie.
    """

    def __init__(self, path: Path) -> None:
        self._index = Index(path)

    def rows(
        self, query: MarkQuery, only: Sequence[str] | None = None, offset: int = 0, limit: int = -1
    ) -> list[MarkRow]:
        """Return a page of what a query finds; of all but `only` these marks, if they are given."""
        where, values = _where(query, only)
        found = self._index.ask(
            f"select {_COLUMNS} {_FROM} where {where} order by {_ORDER[query.sort]} limit ? offset ?",
            (*values, limit, offset),
        )
        return [_row(each) for each in found]

    def count(self, query: MarkQuery, only: Sequence[str] | None = None) -> int:
        """Return how many highlights and notes a query finds."""
        where, values = _where(query, only)
        ((number,),) = self._index.ask(f"select count(*) {_FROM} where {where}", values)
        return int(number)

    def tags(self) -> dict[str, int]:
        """Return the tags that are used, and how often."""
        counts: dict[str, int] = {}
        for (tags,) in self._index.ask("select tags from marks where tags <> '' and removed = ''"):
            for tag in str(tags).strip(SEPARATOR).split(SEPARATOR):
                counts[tag] = counts.get(tag, 0) + 1
        return counts

    def places(self, articles: Sequence[str]) -> list[tuple[str, str, Span]]:
        """Return mark, article and place of all that have one in some articles."""
        found = self._index.ask(
            "select id, article, start, finish from marks "
            "where start between 0 and ? and removed = '' and article in (select value from json_each(?))",
            (_NOWHERE - 1, json.dumps([*articles])),
        )
        return [(str(mark), str(article), Span(int(start), int(end))) for mark, article, start, end in found]

    def articles(self) -> list[str]:
        """Return the articles that have highlights or notes."""
        return [str(article) for (article,) in self._index.ask("select distinct article from marks where removed = ''")]

    def removed_until(self, moment: str) -> list[str]:
        """Return the articles of which something was removed at a moment (ISO 8601 in UTC) or before."""
        found = self._index.ask(
            "select distinct article from marks where removed between '0' and ? order by article", (moment,)
        )
        return [str(article) for (article,) in found]

    def taken_in(self) -> dict[str, TakenIn]:
        """Return what the rows of each article were made from."""
        found = self._index.ask("select article, changed, size, version from marked")
        return {
            str(article): TakenIn(int(changed), int(size), str(version)) for article, changed, size, version in found
        }

    def put(self, found: Mapping[str, tuple[TakenIn, Sequence[MarkRow]]]) -> None:
        """Keep the highlights and notes of articles, in the place of what was known of them."""
        rows = [_values(row) for _, each in found.values() for row in each]
        done = [(article, made.changed, made.size, made.version) for article, (made, _) in found.items()]

        def change(index: sqlite3.Connection) -> None:
            index.executemany("delete from marks where article = ?", [(article,) for article in found])
            index.executemany("insert or replace into marks values (?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
            index.executemany("insert or replace into marked values (?,?,?,?)", done)

        self._index.do(change)

    def forget(self, articles: Sequence[str]) -> None:
        """Forget articles whose marks are gone."""
        names = [(article,) for article in articles]

        def change(index: sqlite3.Connection) -> None:
            index.executemany("delete from marks where article = ?", names)
            index.executemany("delete from marked where article = ?", names)

        self._index.do(change)

    def close(self) -> None:
        """Close the connection."""
        self._index.close()


def _where(query: MarkQuery, only: Sequence[str] | None) -> tuple[str, Sequence[str | int]]:
    conditions = ["coalesce(articles.trashed, 0) = 0", "removed > ?" if query.removed else "removed = ?"]
    values: list[str | int] = [query.removed]
    for name, value in (("marks.article", query.article), ("colour", query.colour), ("status", query.status or "")):
        if value:
            conditions.append(f"{name} = ?")
            values.append(str(value))
    if query.tag:
        conditions.append("instr(marks.tags, ?) > 0")
        values.append(f"{SEPARATOR}{query.tag}{SEPARATOR}")
    if query.since:
        conditions.append("created >= ?")
        values.append(query.since)
    if query.until:
        conditions.append("created < ?")
        values.append(query.until)
    if query.with_note:
        conditions.append("note <> ''")
    for word in fold(query.words).split():
        conditions.append("instr(marks.folded, ?) > 0")
        values.append(_storable(word))
    if only is not None:
        conditions.append("marks.id in (select value from json_each(?))")
        values.append(json.dumps([*only]))
    return " and ".join(conditions), values


def _values(row: MarkRow) -> tuple[str | int, ...]:
    start, end = (row.span.start, row.span.end) if row.span else (_NOWHERE, _NOWHERE)
    if not row.quote:
        start = end = _ON_ARTICLE
    tags = f"{SEPARATOR}{SEPARATOR.join(row.tags)}{SEPARATOR}" if row.tags else ""
    folded = fold(SEPARATOR.join((row.quote, row.note, *(f"#{tag}" for tag in row.tags))))
    values = (
        row.id, row.article, row.colour, tags, row.quote, row.note, start, end, row.status.value,
        row.created, row.modified, row.removed, folded,
    )  # fmt: skip
    return tuple(value if isinstance(value, int) else _storable(value) for value in values)


def _row(found: Sequence[str | int]) -> MarkRow:
    mark, article, title, colour, tags, quote, note, start, end, status, created, modified, removed = found
    return MarkRow(
        id=str(mark),
        article=str(article),
        title=str(title),
        colour=str(colour),
        tags=tuple(str(tags).strip(SEPARATOR).split(SEPARATOR)) if tags else (),
        quote=str(quote),
        note=str(note),
        span=Span(int(start), int(end)) if 0 <= int(start) < _NOWHERE else None,
        status=Status(str(status)),
        created=str(created),
        modified=str(modified),
        removed=str(removed),
    )


def _storable(text: str) -> str:
    """Return a text without half surrogate pairs, which JSON may hold and SQLite may not."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
