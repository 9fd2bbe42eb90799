"""Emptying the trash: of what was removed long ago only that stays, so that it never returns.

Nothing is stamped: should another device bring a highlight back that it had never seen removed, all that it holds of it
comes with it when both are merged. A device that still remembers the rest writes it once more, and empties it in its
turn. An article's texts stay for as long again in this machine's own folder: a device that brings the article back
loses its text to the one that emptied it, where files are kept in step, and gets it again from there.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.article_file import version_of
from reader.store.clock import now_utc, time_of
from reader.store.conflicts import Conflicts
from reader.store.disk import Disk, write_whole
from reader.store.layout import Places, is_id
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE
from reader.store.unused import Unused

KEPT_DAYS = 30
"""Days for which what was removed can be brought back from the trash."""

WHENEVER = "9999"
"""The moment until which everything was removed, also by a device whose clock is fast."""

_KIND = "marks"


def removed_since(days: int = KEPT_DAYS) -> str:
    """Return the moment since which what was removed is kept, ISO 8601 in UTC."""
    return (now_utc() - timedelta(days=days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Emptying:
    """Takes what was removed too long ago out of files of marks. May be used on any thread."""

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk

    def empty(self, article: str, until: str = "") -> int:
        """Empty the trash of an article that is not in memory; return how many highlights and notes were in it.

        What was removed `until` then goes, ISO 8601 in UTC; by default what was removed too long ago.
        Raises ReaderError when its file cannot be read or written; then it stays as it is.
        """
        path, until = self._places.records(_KIND, article), until or removed_since()
        with Conflicts(self._places, self._disk).locked(path):
            there = record_file.decode(self._disk.read(path), _KIND, str(path), article)
            emptied = {mark: _bare(record) for mark, record in there.records.items() if _is_due(record, until)}
            if emptied:
                after = RecordFile(article, {**there.records, **emptied}, there.extra)
                write_whole(self._disk, {path: record_file.encode(after, _KIND)})
        return len(emptied)


class EmptyingTexts:
    """Takes the texts of articles that were removed too long ago out of the library. May be used on any thread.

    Their states and marks stay. Originals and pictures may be other articles' too (see reader.store.unused).
    """

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk

    def empty(self, article: str, unlist: Callable[[str], None], until: str = "") -> bool:
        """Put an article's texts aside if it was removed too long ago, then let it be listed no more; say whether.

        With `until`, ISO 8601 in UTC, it is enough that it was removed by then.
        Raises ReaderError when a file cannot be read or moved; then it stays where it is.
        """
        state = self._places.records("states", article)
        until = until or removed_since()
        if not self._was_removed(article, until):
            return False
        conflicts = Conflicts(self._places, self._disk)
        with conflicts.locked(state):
            if not self._was_removed(article, until):  # it was restored a moment ago
                return False
            for path in _texts(self._places.texts(article)):
                conflicts.move_out(path)
            unlist(article)
        return True

    def forget(self) -> int:
        """Drop the texts that were put aside, once twice as long has gone by since their articles were removed.

        Returns how many those were.
        """
        forgotten, until = 0, removed_since(2 * KEPT_DAYS)
        for folder in (self._places.set_aside / "texts").glob("??/*"):
            with suppress(OSError, ReaderError):
                if is_id(folder.name) and self._was_removed(folder.name, until):
                    forgotten += self._drop(folder)
        return forgotten

    def drop(self, article: str) -> int:
        """Drop the texts of an article that were put aside; return how many those were.

        Raises ReaderError disk.failed.
        """
        return self._drop(self._places.set_aside / self._places.texts(article).relative_to(self._places.library))

    def _drop(self, folder: Path) -> int:
        paths = _texts(folder)
        for path in paths:
            self._disk.remove(path)
        return len(paths)

    def _was_removed(self, article: str, until: str) -> bool:
        path = self._places.records("states", article)
        try:
            file = record_file.decode(self._disk.read(path), "states", str(path), article)
        except OSError:  # it is not there, and so says nothing
            return False
        record = file.records.get(STATE, Record())
        return record.is_deleted and time_of(record.fields["deleted"].stamp) <= until


def brought_back(places: Places, disk: Disk, article: str) -> bool:
    """Put the texts of an article that were put aside, and what they name, into the library again; say if any were."""
    found, taken = {}, []
    with suppress(OSError):
        for path in _texts(places.set_aside / places.texts(article).relative_to(places.library)):
            data = disk.read(path)
            if version_of(data) == path.stem:  # a damaged one, which mending moved there, stays
                found[places.text(article, path.stem)] = data
                taken.append(path)
        for data in found.values():  # first: no text that is there is to lack what it names
            with suppress(ReaderError):  # what does not come now comes when it is asked for
                Unused(places, disk).bring_back_all(data)
        write_whole(disk, found)
        for path in taken:
            disk.remove(path)
    return bool(taken)


def _texts(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if is_id(path.stem)]


def _is_due(record: Record, until: str) -> bool:
    return record.is_deleted and len(record.fields) > 1 and time_of(record.fields["deleted"].stamp) <= until


def _bare(record: Record) -> Record:
    return replace(record, fields={"deleted": record.fields["deleted"]})
