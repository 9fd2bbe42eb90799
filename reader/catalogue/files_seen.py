"""Which files the catalogue was made from, and how they looked then."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.catalogue.index import Index


@dataclass(frozen=True, slots=True)
class FileStamp:
    """When a file was last changed (ns since 1970) and its size in bytes: whether to read it again."""

    changed: int
    size: int


class FilesSeen:
    """What a catalogue's index knows of files, by kind, shard and article, and of their folders, by kind and shard.

    Every method raises ReaderError disk.failed when the index cannot be used where it should lie.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def times(self) -> dict[tuple[str, str], int]:
        """Return when each folder had last changed when it was last looked through (ns since 1970)."""
        found = self._index.ask("select kind, shard, changed from folders")
        return {(str(kind), str(shard)): int(changed) for kind, shard, changed in found}

    def stamps(self, kind: str, shard: str) -> dict[str, FileStamp]:
        """Return what was known of the files in a folder, by article."""
        found = self._index.ask("select article, changed, size from files where kind = ? and shard = ?", (kind, shard))
        return {str(article): FileStamp(int(changed), int(size)) for article, changed, size in found}

    def note(self, files: Sequence[tuple[str, str, str, FileStamp]]) -> set[str]:
        """Remember files as taken in, of articles that are listed as these say: kind, shard, article, stamp.

        Return those articles: of one that is not listed there is nothing to remember.
        """
        stamps = {article: (kind, shard, article, stamp.changed, stamp.size) for kind, shard, article, stamp in files}
        there: set[str] = set()

        def put(index: sqlite3.Connection) -> None:
            question = "select id from articles where id in (select value from json_each(?))"
            there.update(str(article) for (article,) in index.execute(question, (json.dumps([*stamps]),)))
            index.executemany("insert or replace into files values (?,?,?,?,?)", [stamps[each] for each in there])

        self._index.do(put)
        return there

    def forget(self, kind: str, shard: str, gone: Iterable[str]) -> None:
        """Remember files of a folder as gone."""
        left = [(kind, shard, article) for article in gone]
        question = "delete from files where kind = ? and shard = ? and article = ?"
        self._index.do(lambda index: index.executemany(question, left))

    def settled(self, folders: Sequence[tuple[str, str, int]]) -> None:
        """Remember when folders that were taken in as a whole had last changed: kind, shard, ns since 1970."""
        self._index.do(lambda index: index.executemany("insert or replace into folders values (?,?,?)", folders))
