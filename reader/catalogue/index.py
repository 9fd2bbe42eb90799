"""An index in SQLite that can be thrown away and made again from the JSON files."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

from reader.errors import ReaderError

SCHEMA_VERSION = 10

_SCHEMA = """
create table articles (
    id text primary key, title text not null, source text not null, published text not null, added text not null,
    opened text not null, reading text not null, starred integer not null, archived integer not null,
    trashed integer not null, words integer not null, language text not null, direction text not null,
    tags text not null, highlights integer not null, digits text not null,
    title_key text not null, source_key text not null, folded text not null, own_source text not null,
    version text not null, progress integer not null, length integer not null, dated text not null
) without rowid;
create index articles_added on articles (trashed, added, id);
create index articles_published on articles (trashed, published, id);
create index articles_title on articles (trashed, title_key, id);
create index articles_source on articles (trashed, source_key, id);
create index articles_words on articles (trashed, words, id);
create index articles_opened on articles (trashed, opened, id);
create table identities (article text primary key, address text not null, fingerprint text not null) without rowid;
create index identities_address on identities (address);
create index identities_fingerprint on identities (fingerprint);
create index articles_narrow on articles (trashed, reading, starred, archived, language, highlights);
create index articles_from on articles (trashed, source, reading, starred, archived, language, highlights);
create index articles_starred on articles (starred, trashed, added, id) where starred = 1;
create index articles_dated on articles (trashed, dated);
create table labels (label text, article text, primary key (label, article)) without rowid;
create index labels_article on labels (article);
create table marks (
    id text primary key, article text not null, colour text not null, tags text not null, quote text not null,
    note text not null, start integer not null, finish integer not null, status text not null, created text not null,
    modified text not null, removed text not null, folded text not null
) without rowid;
create index marks_article on marks (article, start);
create index marks_created on marks (removed, created);
create table marked (article text primary key, changed integer, size integer, version text) without rowid;
create table files (kind text, shard text, article text, changed integer, size integer, primary key (kind, shard,
article)) without rowid; create table folders (kind text, shard text, changed integer, primary key (kind, shard))
without rowid;
"""

_PAGES_OF_WAL = 4000
"""After which what was changed goes from the log (16 MB then) to the index, synced: who changed it waits for that, with
SQLite's own 1000 for a twentieth of an import of 10,000 articles (measured)."""
CACHE_KIB = 512
"""What a connection keeps of each of its files: a window has a dozen, and the system keeps the files' pages anyway."""

PATIENCE_S = 10.0
"""How long one waits for another who writes."""

TRIED_EVERY_S = 0.005

T = TypeVar("T")


class Index:
    """One connection, opened with the first question; `version` changes with the schema.

    A damaged index is no loss: it is made anew, empty, also when another process or the reader threw it away.
    """

    def __init__(
        self,
        path: Path,
        schema: str = _SCHEMA,
        version: int = SCHEMA_VERSION,
        others: "Mapping[str, Index] | None" = None,
    ) -> None:
        """`others` can be asked beside this one, under their names."""
        self.path = path
        self._schema, self._version = schema, version
        self._others = others or {}
        self._file_names = tuple(str(each.path) for each in (self, *self._others.values()))
        self._connection: sqlite3.Connection | None = None
        self._files: tuple[int, ...] = ()
        self._leaves_log = False

    def ask(self, question: str, values: Sequence[str | int] = ()) -> list[Any]:
        """Return all that a question finds. Raises ReaderError disk.failed."""
        return self._with_connection(lambda index: index.execute(question, values).fetchall())

    def gather(self, take: Callable[[Iterator[Any]], T], question: str, values: Sequence[str | int] = ()) -> T:
        """Return what `take` makes of the rows that a question finds, which never are all in memory.

        Raises ReaderError disk.failed.
        """
        return self._with_connection(lambda index: take(index.execute(question, values)))

    def do(self, change: Callable[[sqlite3.Connection], object]) -> None:
        """Make a change, whole or not at all. Raises ReaderError disk.failed."""

        def changed(index: sqlite3.Connection) -> None:
            with index:
                change(index)

        self._with_connection(changed)

    def leave_log(self) -> None:
        """Let the log grow with what is changed here until another connection changes something. Raises ReaderError."""
        self._leaves_log = True
        self._with_connection(_leave_log)

    def moment(self) -> tuple[int, ...]:
        """Return what is another as soon as anything in this index, or beside it, has changed. Raises ReaderError."""

        def look(index: sqlite3.Connection) -> tuple[int, ...]:
            versions = [index.execute(f"pragma {name}.data_version").fetchone()[0] for name in ("main", *self._others)]
            return (*self._files, index.total_changes, *versions)

        return self._with_connection(look)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Let all questions that are asked inside see the index as it is at the first, whoever changes it meanwhile."""
        self.ask("begin")
        try:
            yield
        finally:
            if self._connection is not None and self._connection.in_transaction:
                self._connection.rollback()

    def interrupt(self) -> None:
        """End the question that is being answered, which then raises ReaderError; may be called from any thread."""
        connection = self._connection
        if connection is not None:
            with suppress(sqlite3.ProgrammingError):  # it was just closed
                connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        if self._connection:
            self._connection.close()
            self._connection = None
        for other in self._others.values():
            other.close()

    def _with_connection(self, act: Callable[[sqlite3.Connection], T]) -> T:
        try:
            try:
                return act(self._live_connection())
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                self.close()
                self._remove()
                return act(self._live_connection())
        except (OSError, sqlite3.DatabaseError) as error:
            reason = getattr(error, "strerror", "") or str(error)
            raise ReaderError("disk.failed", file=str(self.path), reason=reason) from error

    def _live_connection(self) -> sqlite3.Connection:
        """Return the connection, made anew where the file it was opened on is there no longer."""
        if self._connection and self._files == self._file_numbers():
            return self._connection
        self.close()
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._connection = self._open()
        for name, other in self._others.items():
            other.ask("select 1")  # there, and of this version
            self._connection.execute(f"attach database ? as {name}", (str(other.path),))
            self._connection.execute(f"pragma {name}.cache_size = -{CACHE_KIB}")
        self._files = self._file_numbers()
        return self._connection

    def _file_numbers(self) -> tuple[int, ...]:
        return tuple(map(_file_number, self._file_names))

    def _open(self) -> sqlite3.Connection:
        """Open a connection.

        WORKAROUND: who opens an index that another makes at that moment is told that it is locked, at once, however
        long it would wait: SQLite waits for no other when it begins to keep a log (seen with 3.40). So it tries again.
        """
        end = monotonic() + PATIENCE_S
        while True:
            try:
                return self._opened()
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or monotonic() > end:
                    raise
                sleep(TRIED_EVERY_S)

    def _opened(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=PATIENCE_S, check_same_thread=False)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute(f"pragma cache_size = -{CACHE_KIB}")
            connection.execute("pragma synchronous = normal")  # with a WAL: whole after a power cut, if not the newest
            if self._leaves_log:
                _leave_log(connection)
            else:
                connection.execute(f"pragma wal_autocheckpoint = {_PAGES_OF_WAL}")
            (version,) = connection.execute("pragma user_version").fetchone()
            if version not in (0, self._version):
                message = "made by another version"
                raise sqlite3.DatabaseError(message)  # noqa: TRY301 - as one that is damaged
            if version == 0:
                connection.executescript(
                    f"begin exclusive; {self._schema} pragma user_version = {self._version}; commit;"
                )
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
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _leave_log(connection: sqlite3.Connection) -> None:
    connection.execute("pragma wal_autocheckpoint = 0")


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Tell an index that cannot be read from one that is in use, on a full disk or asked wrongly."""
    return type(error) is sqlite3.DatabaseError


def _file_number(name: str) -> int:
    try:
        return os.stat(name).st_ino  # noqa: PTH116 - it is asked before each question
    except OSError:
        return 0
