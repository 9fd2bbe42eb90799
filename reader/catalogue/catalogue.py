"""An index of the library's articles, in SQLite, that can be thrown away and made again from the JSON files."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.catalogue.query import Query, Row, Sort
from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.text.direction import Direction

SCHEMA_VERSION = 1

_SCHEMA = """
create table articles (
    id text primary key, title text not null, source text not null, published text not null, added text not null,
    opened text not null, reading text not null, starred integer not null, archived integer not null,
    trashed integer not null, words integer not null, language text not null, direction text not null,
    tags text not null, highlights integer not null, digits text not null,
    title_key text not null, source_key text not null, folded text not null
) without rowid;
create index articles_added on articles (trashed, added desc, id);
create index articles_published on articles (trashed, published desc, id);
create index articles_title on articles (trashed, title_key, id);
create index articles_source on articles (trashed, source_key, id);
create index articles_opened on articles (trashed, opened desc, id);
create table files (kind text, shard text, article text, changed integer, size integer, primary key (kind, shard,
article)) without rowid; create table folders (kind text, shard text, changed integer, primary key (kind, shard))
without rowid;
"""

_ORDER = {
    Sort.ADDED: "added",
    Sort.PUBLISHED: "published",
    Sort.TITLE: "title_key",
    Sort.SOURCE: "source_key",
    Sort.OPENED: "opened",
}

_ROW_COLUMNS = (
    "id, title, source, published, added, reading, starred, archived, words, language, direction, tags, highlights, "
    "digits"
)

TAG_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the catalogue keeps of an article: the row that the list shows, and what only filters and sorts."""

    row: Row
    opened: str = ""
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class FileStamp:
    """When a file was last changed (ns since 1970) and its size in bytes: whether to read it again."""

    changed: int
    size: int


class Catalogue:
    """One connection to the index. Each thread has its own. A damaged index is no loss: it is made anew, empty.

    Raises ReaderError disk.failed when the index cannot be opened where it should lie.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = path
        try:
            self._connection = self._open()
        except sqlite3.OperationalError as error:
            raise ReaderError("disk.failed", file=str(path), reason=str(error)) from error
        except sqlite3.DatabaseError:
            self._remove()
            self._connection = self._open()

    def rows(self, query: Query, offset: int, limit: int) -> list[Row]:
        """Return a page of the list."""
        where, values = _where(query)
        way = "desc" if query.descending else "asc"
        return [
            _row(found)
            for found in self._connection.execute(
                f"select {_ROW_COLUMNS} from articles where {where} "  # noqa: S608 - columns are ours, values are bound
                f"order by {_ORDER[query.sort]} {way}, id limit ? offset ?",
                (*values, limit, offset),
            )
        ]

    def count(self, query: Query) -> int:
        """Return how many articles a query finds."""
        where, values = _where(query)
        (number,) = self._connection.execute(f"select count(*) from articles where {where}", values).fetchone()  # noqa: S608
        return int(number)

    def row(self, article: str) -> Row | None:
        """Return an article's row, also from the trash."""
        found = self._connection.execute(
            f"select {_ROW_COLUMNS} from articles where id = ?",  # noqa: S608 - columns are ours
            (article,),
        ).fetchone()
        return _row(found) if found else None

    def put(self, entries: Iterable[Entry]) -> None:
        """Add articles or replace what was known of them."""
        with self._connection:
            self._connection.executemany(
                "insert or replace into articles values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", map(_values, entries)
            )

    def folder_times(self) -> dict[tuple[str, str], int]:
        """Return when each watched folder had last changed when it was last looked through."""
        return {
            (kind, shard): changed
            for kind, shard, changed in self._connection.execute("select kind, shard, changed from folders")
        }

    def file_stamps(self, kind: str, shard: str) -> dict[str, FileStamp]:
        """Return what was known of the files in a folder, by article."""
        found = self._connection.execute(
            "select article, changed, size from files where kind = ? and shard = ?", (kind, shard)
        )
        return {article: FileStamp(changed, size) for article, changed, size in found}

    def looked_through(self, kind: str, shard: str, changed: int | None, files: Mapping[str, FileStamp]) -> None:
        """Remember the files of a folder as taken in; its time too, unless it may still be changing (None)."""
        with self._connection:
            self._connection.executemany(
                "insert or replace into files values (?,?,?,?,?)",
                ((kind, shard, article, stamp.changed, stamp.size) for article, stamp in files.items()),
            )
            if changed is not None:
                self._connection.execute("insert or replace into folders values (?,?,?)", (kind, shard, changed))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=10.0, check_same_thread=False)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = off")  # it can be made again
            (version,) = connection.execute("pragma user_version").fetchone()
            if version not in (0, SCHEMA_VERSION):
                message = "made by another version"
                raise sqlite3.DatabaseError(message)  # noqa: TRY301 - as any other index that cannot be used
            if version == 0:
                connection.executescript(f"begin exclusive; {_SCHEMA} pragma user_version = {SCHEMA_VERSION}; commit;")
        except sqlite3.OperationalError as error:
            if "already exists" not in str(error):
                connection.close()
                raise
            connection.rollback()
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _where(query: Query) -> tuple[str, Sequence[str | int]]:
    conditions = ["trashed = ?"]
    values: list[str | int] = [int(query.trashed)]
    if query.reading is not None:
        conditions.append("reading = ?")
        values.append(query.reading.value)
    if query.starred:
        conditions.append("starred = 1")
    if query.archived is not None:
        conditions.append("archived = ?")
        values.append(int(query.archived))
    for word in _folded_words(query.words):
        conditions.append("instr(folded, ?) > 0")
        values.append(word)
    return " and ".join(conditions), values


def _folded_words(words: str) -> list[str]:
    if not words:
        return []
    from reader.text.folding import fold

    return fold(words).split()


def _values(entry: Entry) -> tuple[str | int, ...]:
    from reader.text.folding import fold, sort_key

    row = entry.row
    return (
        row.id, row.title, row.source, row.published, row.added, entry.opened, row.reading.value, row.starred,
        row.archived, entry.trashed, row.words, row.language, row.direction.value, TAG_SEPARATOR.join(row.tags),
        row.highlights, row.digits, sort_key(row.title), sort_key(row.source), fold(f"{row.title}\n{row.source}"),
    )  # fmt: skip


def _row(found: Sequence[str | int]) -> Row:
    (
        article, title, source, published, added, reading, starred, archived, words, language, direction, tags,
        highlights, digits,
    ) = found  # fmt: skip
    return Row(
        id=str(article),
        title=str(title),
        source=str(source),
        published=str(published),
        added=str(added),
        reading=Reading(str(reading)),
        starred=bool(starred),
        archived=bool(archived),
        words=int(words),
        language=str(language),
        direction=Direction(str(direction)),
        tags=tuple(str(tags).split(TAG_SEPARATOR)) if tags else (),
        highlights=int(highlights),
        digits=str(digits),
    )
