"""Emptying the trash of highlights and notes: of what was removed long ago only that stays, so that it never returns.

Nothing is stamped: should another device bring one back that it had never seen removed, all that it holds of it comes
with it when both are merged. A device that still remembers the rest writes it once more, and empties it in its turn.
"""

from dataclasses import replace
from datetime import timedelta

from reader.store import record_file
from reader.store.clock import now_utc, time_of
from reader.store.conflicts import Conflicts
from reader.store.disk import Disk, write_whole
from reader.store.layout import Places
from reader.store.record_file import RecordFile
from reader.store.records import Record

KEPT_DAYS = 30
"""Days for which what was removed can be brought back from the trash."""

_KIND = "marks"


def removed_since() -> str:
    """Return the moment since which what was removed is kept, ISO 8601 in UTC."""
    return (now_utc() - timedelta(days=KEPT_DAYS)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Emptying:
    """Takes what was removed too long ago out of files of marks. May be used on any thread."""

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk

    def empty(self, article: str) -> int:
        """Empty the trash of an article that is not in memory; return how many highlights and notes were in it.

        Raises ReaderError when its file cannot be read or written; then it stays as it is.
        """
        path, since = self._places.records(_KIND, article), removed_since()
        with Conflicts(self._places, self._disk).locked(path):
            there = record_file.decode(self._disk.read(path), _KIND, str(path), article)
            emptied = {mark: _bare(record) for mark, record in there.records.items() if _is_due(record, since)}
            if emptied:
                after = RecordFile(article, {**there.records, **emptied}, there.extra)
                write_whole(self._disk, {path: record_file.encode(after, _KIND)})
        return len(emptied)


def _is_due(record: Record, since: str) -> bool:
    return record.is_deleted and len(record.fields) > 1 and time_of(record.fields["deleted"].stamp) <= since


def _bare(record: Record) -> Record:
    return replace(record, fields={"deleted": record.fields["deleted"]})
