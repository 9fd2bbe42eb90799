"""How the store tells what became of what it was given."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import ReaderError
from reader.store.record_file import RecordFile


@dataclass(frozen=True, slots=True)
class Announce:
    """What is called when records were merged with news from disk, when all is saved, when something is not."""

    merged: Callable[[str, str, RecordFile], None]
    saved: Callable[[], None]
    not_saved: Callable[[ReaderError], None]
