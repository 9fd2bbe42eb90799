"""What holds for all articles of a source, as records: which way they run.

A record is about one source and has its hash for an id, so that what two devices choose for one meets in one record.
They lie among the folders, which are about all articles too.
"""

from reader.store.edit import Edit
from reader.store.hashed_id import hashed_id
from reader.store.layout import ABOUT_ALL
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.text.direction import Direction

KIND = "collections"
SOURCE = "source"
"""What a record's field `what` says."""

_DIRECTIONS = tuple(Direction)


def record_of(source: str) -> str:
    """Return the id of the record about a source."""
    return hashed_id(f"{SOURCE}:{source}")


def place_of(source: str) -> str:
    """Return what stands in an article's place for the record about a source: its shard."""
    return ABOUT_ALL[int(record_of(source)[:2], 16)]


def turning(source: str, direction: str) -> Edit:
    """Return the edit that lets a source's articles run rtl or ltr, or each as its letters say for no direction."""
    values = {"what": SOURCE, "name": source, "direction": direction}
    return Edit(KIND, place_of(source), record_of(source), values)


def direction_in(file: RecordFile, source: str) -> str:
    """Return which way a source's articles run by its record in a file: rtl, ltr or nothing."""
    direction = file.records.get(record_of(source), Record()).value("direction")
    return direction if direction in _DIRECTIONS else ""
