"""An article's state as a record."""

from reader.collections.state import ArticleState, Reading
from reader.store.mark_records import flagged, tags_of
from reader.store.records import Record
from reader.text.direction import Direction

STATE = "state"
"""The id of the only record in a file of states."""

FOLDER = "folder:"
"""What the names of fields begin with that say whether an article lies in a case folder; its id follows."""

# Tuples, for what is looked for in them comes out of a file and may be anything, also what has no hash.
_READINGS, _DIRECTIONS = tuple(Reading), tuple(Direction)
_OF_UNREAD = frozenset(("version", "added", "deleted"))


def to_state(record: Record) -> ArticleState:
    """Return a record as a state. A value of a later version that this one does not know counts as not written."""
    if record.fields.keys() <= _OF_UNREAD:  # as most are; the rest is not asked for one by one
        return ArticleState(trashed=bool(record.value("deleted", default=False)), added=_text(record, "added"))
    reading, position = record.value("reading"), record.value("position")
    return ArticleState(
        reading=Reading(reading) if reading in _READINGS else Reading.UNREAD,
        starred=bool(record.value("starred", default=False)),
        archived=bool(record.value("archived", default=False)),
        trashed=bool(record.value("deleted", default=False)),
        position=position if isinstance(position, int) and position > 0 else 0,
        tags=tags_of(record),
        added=_text(record, "added"),
        opened=_text(record, "opened"),
        source=_text(record, "source"),
        source_declined=bool(record.value("source_declined", default=False)),
        direction=direction if (direction := _text(record, "direction")) in _DIRECTIONS else "",
        folders=flagged(record, FOLDER),
    )


def _text(record: Record, name: str) -> str:
    value = record.value(name)
    return value if isinstance(value, str) else ""
