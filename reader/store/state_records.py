"""An article's state as a record."""

from reader.collections.state import ArticleState, Reading
from reader.store.mark_records import tags_of
from reader.store.records import Record

STATE = "state"
"""The id of the only record in a file of states."""


def to_state(record: Record) -> ArticleState:
    """Return a record as a state. A value of a later version that this one does not know counts as not written."""
    reading = record.value("reading", default=Reading.UNREAD)
    return ArticleState(
        reading=Reading(reading) if reading in set(Reading) else Reading.UNREAD,
        starred=bool(record.value("starred", default=False)),
        archived=bool(record.value("archived", default=False)),
        trashed=bool(record.value("deleted", default=False)),
        position=int(record.value("position", default=0)),
        tags=tags_of(record),
        added=str(record.value("added", default="")),
        opened=str(record.value("opened", default="")),
        source=str(record.value("source", default="")),
        source_declined=bool(record.value("source_declined", default=False)),
    )
