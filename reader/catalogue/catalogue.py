"""What is known of all articles at once, without opening any of their files."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.catalogue.files_seen import FilesSeen, FileStamp
from reader.catalogue.index import Index
from reader.catalogue.query import ORDER, ROW_COLUMNS, TAG_SEPARATOR, Query, Row, Sort, Start, along, row_of
from reader.catalogue.remembered import Keyed, Remembered

_PUT = f"insert or replace into articles values ({','.join('?' * 24)})"  # noqa: S608 - nothing comes from outside

FEW = 3000
"""So many articles are sooner found and sorted than the whole list is gone along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the catalogue keeps of an article: the row that the list shows, and what only filters and sorts.

    `title_key` is what the title is sorted by. `own_source` is the one in the text, which the row shows unless the
    reader gave another. `identity` is its address's key and its text's fingerprint, by which it is known again; empty
    where they are as they were. `version` names that text, whose `length` is in code points. `folders` are the ids of
    case folders. `lacks_text` says, of one just read, that no text of it is here; that is not kept.
    """

    row: Row
    title_key: str
    own_source: str = ""
    identity: tuple[str, str] = ("", "")
    version: str = ""
    opened: str = ""
    trashed: bool = False
    folders: tuple[str, ...] = ()
    length: int = 0
    lacks_text: bool = False


class Catalogue:
    """What the list shows, filters and sorts, and which files it was made from. Each thread has its own.

    Every method raises ReaderError disk.failed when the index cannot be used where it should lie.
    """

    def __init__(self, path: Path, names: Path | None = None) -> None:
        """`names` is the index of names, which queries for people and places ask."""
        self._index = Index(path)
        self.files = FilesSeen(self._index)
        self._path, self._names = path, names
        self._with_names: Index | None = None
        self._remembered = Remembered()

    def rows(self, query: Query, offset: int, limit: int, start: Start | None = None) -> list[Row]:
        """Return a page of the list, or of the part of it that begins at `start`.

        Of few articles all are found first and then put in order; of many, the order is gone along until a page is
        full. Either way would take half a second at 100,000 articles where the other one is right.
        """
        few = self._few(query)
        if few is not None:
            offset += _index_in(few, query, start)
            return self._rows_of([name for _, name in (few[offset : offset + limit] if limit >= 0 else few[offset:])])
        where, values = conditions(query, goes_along=True)
        key, way, beyond = along(query)
        if start is not None:
            where, values = f"{where} and ({key}, id) {beyond}= (?, ?)", (*values, start.key, start.article)
        found = self._index_for(query).ask(
            f"select {ROW_COLUMNS} from articles where {where} "  # noqa: S608 - columns are ours, values are bound
            f"order by {key} {way}, id {way} limit ? offset ?",  # both one way, as the indexes are
            (*values, limit, offset),
        )
        return [row_of(each) for each in found]

    def standing(self, query: Query, article: str) -> Start | None:
        """Return where an article stands in the list, nothing where it is not among what the query finds."""
        few = self._few(query)
        if few is not None:
            return next((Start(*each) for each in few if each[1] == article), None)
        where, values = conditions(query)
        found = self._index_for(query).ask(
            f"select {ORDER[query.sort]}, id from articles where {where} and id = ?",  # noqa: S608 - as above
            (*values, article),
        )
        return Start(*found[0]) if found else None

    def above(self, query: Query, start: Start, count: int) -> Start | None:
        """Return what stands so many rows above a place in the list, nothing where its top is nearer than that."""
        few = self._few(query)
        if few is not None:
            at = _index_in(few, query, start) - count
            return Start(*few[at]) if at > 0 else None
        where, values = conditions(query, goes_along=True)
        key, way, beyond = along(replace(query, descending=not query.descending))
        found = self._index_for(query).ask(
            f"select {key}, id from articles where {where} and ({key}, id) {beyond} (?, ?) "  # noqa: S608 - as above
            f"order by {key} {way}, id {way} limit 1 offset ?",
            (*values, start.key, start.article, count - 1),
        )
        return Start(*found[0]) if found else None

    def count(self, query: Query) -> int:
        """Return how many articles a query finds."""
        few = self._few(query)
        if few is not None:
            return len(few)
        index, in_any_order = self._index_for(query), replace(query, sort=Sort.ADDED, descending=True)
        counts = self._remembered.at(index.moment()).counts
        if in_any_order not in counts:
            where, values = conditions(query)
            ((counts[in_any_order],),) = index.ask(f"select count(*) from articles where {where}", values)  # noqa: S608 - as above
        return counts[in_any_order]

    def ids(self, *, trashed: bool = False) -> list[str]:
        """Return the articles of the list, or of the trash, the latest first."""
        found = self._index.ask("select id from articles where trashed = ? order by added desc, id desc", (trashed,))
        return [str(article) for (article,) in found]

    def ids_beginning(self, start: str) -> list[str]:
        """Return the articles of the list whose ids begin so, in no order."""
        question = "select id from articles where +trashed = 0 and id between ? and ?"
        found = self._index.ask(question, (start, f"{start}~"))
        return [str(article) for (article,) in found]

    def entry(self, article: str) -> Entry | None:
        """Return what is kept of an article, also of one in the trash."""
        found = self._index.ask(
            f"select {ROW_COLUMNS}, title_key, own_source, opened, trashed, version, length from articles where id = ?",  # noqa: S608
            (article,),  # the columns are ours
        )
        if not found:
            return None
        *row, title_key, own_source, opened, trashed, version, length = found[0]
        return Entry(
            row=row_of(row),
            title_key=str(title_key),
            own_source=str(own_source),
            version=str(version),
            opened=str(opened),
            trashed=bool(trashed),
            length=int(length),
        )

    def put(self, entries: Sequence[Entry]) -> None:
        """Add articles or replace what was known of them."""
        self.take_in(entries, ())

    def put_ahead(self, entries: Sequence[Entry], files: Sequence[tuple[str, str]]) -> None:
        """Replace what was known of articles before it is on disk, in files of a kind about an article.

        These are looked at again whatever happens: a change that never comes there is not to stay listed.
        """
        self.take_in(entries, (), [(kind, article[:2], article) for kind, article in files])

    def take_in(
        self,
        entries: Sequence[Entry],
        files: Sequence[tuple[str, str, str, FileStamp]],
        unknown: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        """Add articles or replace what was known of them, and remember files as taken in: kind, shard, article, stamp.

        Those that are `unknown` count as never seen. All of it or nothing, and at once: a step of its own for each
        would take most of the time, and so would going back and forth in the index.
        """
        entries = sorted(entries, key=lambda entry: entry.row.id)
        values = [_values(entry) for entry in entries]
        identities = [(entry.row.id, *map(_storable, entry.identity)) for entry in entries if any(entry.identity)]
        articles = [(entry.row.id,) for entry in entries]
        labels = [(_storable(label), entry.row.id) for entry in entries for label in _labels(entry)]
        stamps = [(kind, shard, article, stamp.changed, stamp.size) for kind, shard, article, stamp in files]

        def put(index: sqlite3.Connection) -> None:
            index.executemany(_PUT, values)
            index.executemany("insert or replace into identities values (?,?,?)", identities)
            index.executemany("delete from labels where article = ?", articles)
            index.executemany("insert or ignore into labels values (?,?)", labels)
            index.executemany("insert or replace into files values (?,?,?,?,?)", stamps)
            index.executemany("delete from files where kind = ? and shard = ? and article = ?", unknown)
            index.executemany("delete from folders where kind = ? and shard = ?", {each[:2] for each in unknown})

        self._index.do(put)

    def same(self, address_keys: Sequence[str], fingerprints: Sequence[str]) -> dict[str, list[str]]:
        """Return, by key of their address and by fingerprint of their text, the articles that have one of these."""
        keys = {_storable(key): key for key in address_keys}
        found = self._index.ask(
            "select fingerprint, article from identities where fingerprint in (select value from json_each(?)) "
            "union select address, article from identities "
            "where address in (select value from json_each(?)) and address <> ''",
            (json.dumps([*fingerprints]), json.dumps([*keys])),
        )
        same: dict[str, list[str]] = {}
        for key, article in found:
            same.setdefault(keys.get(key, key), []).append(str(article))
        return same

    def titled(self, title: str) -> list[str]:
        """Return the articles that have this title, as it is sorted, and are not in the trash."""
        from reader.text.folding import sort_key

        found = self._index.ask(
            "select id from articles where trashed = 0 and title_key = ?", (_storable(sort_key(title)),)
        )
        return [str(article) for (article,) in found]

    def remove(self, articles: Iterable[str]) -> None:
        """Forget articles that are no longer in the library."""
        names = [(article,) for article in articles]

        def remove(index: sqlite3.Connection) -> None:
            index.executemany("delete from articles where id = ?", names)
            index.executemany("delete from identities where article = ?", names)
            index.executemany("delete from labels where article = ?", names)

        self._index.do(remove)

    def relax(self) -> None:
        """Keep nothing of the index in memory that need not be there, after questions about all articles."""
        self._index.ask("pragma shrink_memory")

    def leave_log(self) -> None:
        """Leave it to the follower's catalogue to bring changes from the index's log to the index: it takes a while."""
        self._index.leave_log()

    def without_file(self) -> list[str]:
        """Return the articles that were listed when they were added, and whose state was not seen on disk since."""
        found = self._index.ask(
            "select id from articles where not exists "
            "(select 1 from files where kind = 'states' and shard = substr(id, 1, 2) and article = id)"
        )
        return [str(article) for (article,) in found]

    def ask(self, question: str) -> list[tuple[str | int, ...]]:
        """Return all that a question in SQL finds, which holds nothing that comes from outside."""
        return self._index.ask(question)

    def close(self) -> None:
        """Close the connections."""
        self._index.close()
        if self._with_names is not None:
            self._with_names.close()

    def _rows_of(self, articles: Sequence[str]) -> list[Row]:
        found = self._index.ask(
            f"select {ROW_COLUMNS} from articles where id in (select value from json_each(?))",  # noqa: S608 - as above
            (json.dumps(articles),),
        )
        rows = {row.id: row for row in map(row_of, found)}
        return [rows[article] for article in articles if article in rows]

    def _few(self, query: Query) -> Sequence[Keyed] | None:
        """Return what a query that narrows the list finds, in its order, if that is not more than a few articles.

        Who counts them asks for a page of them next: as long as nothing changes they are looked for once.
        """
        if not is_narrowing(query):
            return None
        index = self._index_for(query)
        few = self._remembered.at(index.moment()).few
        if query not in few:
            where, values = conditions(query)
            key = ORDER[query.sort] if _is_listed(query) else "0"  # else an index has all that is asked for, but no key
            found = index.ask(f"select {key}, id from articles where {where} limit {FEW}", values)  # noqa: S608 - as above
            few[query] = self._in_order(query, found) if len(found) < FEW else None
        return few[query]

    def _in_order(self, query: Query, found: list[Keyed]) -> list[Keyed]:
        if not _is_listed(query):
            found = self._index.ask(
                f"select {ORDER[query.sort]}, id from articles where id in (select value from json_each(?))",  # noqa: S608 - as above
                (json.dumps([article for _, article in found]),),
            )
        return sorted(found, reverse=query.descending)

    def _index_for(self, query: Query) -> Index:
        if not query.keys or self._names is None:
            return self._index
        if self._with_names is None:
            from reader.catalogue.names import index_of_names

            self._with_names = Index(self._path, others={"names": index_of_names(self._names)})
        return self._with_names


def _index_in(few: Sequence[Keyed], query: Query, start: Start | None) -> int:
    """Return where among few articles a part of the list begins."""
    if start is None:
        return 0
    place = (start.key, start.article)
    is_above = place.__lt__ if query.descending else place.__gt__
    return sum(1 for each in few if is_above(each))


def is_narrowing(query: Query) -> bool:
    """Say whether a query asks for less than the list or the trash."""
    return query != Query(trashed=query.trashed, sort=query.sort, descending=query.descending)


def conditions(query: Query, *, goes_along: bool = False) -> tuple[str, Sequence[str | int]]:
    """Return the SQL condition for a query, and the values in it. `goes_along`: for going along an order of the list.

    It asks `names`, the index of names beside this one, of a query with `keys` alone.
    """
    # With + what a label lists is looked up one by one, and words are looked for in the order in which articles lie.
    conditions = ["+trashed = ?" if _is_listed(query) and not goes_along else "trashed = ?"]
    values: list[str | int] = [int(query.trashed)]
    for column, value in (
        ("reading", query.reading and query.reading.value),
        ("archived", None if query.archived is None else int(query.archived)),
        ("articles.source", query.source or None),
        ("language", query.language or None),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    if query.starred:
        conditions.append("starred = 1")
    if query.marked:
        conditions.append("articles.highlights > 0")
    for word in _folded_words(query.words):
        conditions.append("instr(articles.folded, ?) > 0")
        values.append(_storable(word))
    if query.tags or query.keys or query.folder or query.noted or query.year or query.days:
        from reader.catalogue.narrowing import narrow

        narrow(query, conditions, values, goes_along=goes_along)
    return " and ".join(conditions), values


def _is_listed(query: Query) -> bool:
    """Say whether articles are found by something else than the list's columns, or by a text that no index has."""
    return bool(query.tags or query.keys or query.folder or query.noted or query.words)


def _folded_words(words: str) -> list[str]:
    if not words:
        return []
    from reader.text.folding import fold

    return fold(words).split()


def _labels(entry: Entry) -> list[str]:
    from reader.catalogue.narrowing import FOLDER, TAG

    return [*(TAG + tag for tag in entry.row.tags), *(FOLDER + folder for folder in entry.folders)]


def _values(entry: Entry) -> tuple[str | int, ...]:
    from reader.text.folding import fold, sort_key

    row = entry.row
    tags, folded = TAG_SEPARATOR.join(row.tags), fold(f"{row.title}\n{row.source}")
    values = (
        row.id, row.title, row.source, row.published, row.added, entry.opened, row.reading.value, row.starred,
        row.archived, entry.trashed, row.words, row.language, row.direction.value, tags,
        row.highlights, row.digits, entry.title_key, sort_key(row.source), folded,
        entry.own_source, entry.version, row.progress, entry.length, row.published or row.added,
    )  # fmt: skip
    try:  # what an article or the reader wrote: to look at each value takes as long as to put it into the index
        f"{row.title}{row.source}{row.published}{row.added}{entry.opened}{row.language}{tags}{folded}".encode()
        f"{entry.title_key}{entry.own_source}{entry.version}".encode()
    except UnicodeEncodeError:
        return tuple(value if isinstance(value, int) else _storable(value) for value in values)
    return values


def _storable(text: str) -> str:
    """Return a text without half surrogate pairs, which JSON may hold and SQLite may not."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
