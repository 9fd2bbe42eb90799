"""How the store tells what became of what it was given."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import ReaderError
from reader.store.record_file import RecordFile

Post = Callable[[Callable[[], None]], None]
"""Brings a call to the library's own thread: a queued one in the window, a direct one in a command."""


def at_once(call: Callable[[], None]) -> None:
    """Make a call now."""
    call()


@dataclass(frozen=True, slots=True)
class Announce:
    """What is called when records were merged with news from disk, when all is saved, when something is not.

    `later` brings a call to the library's own thread once what changed is shown.
    """

    merged: Callable[[str, str, RecordFile], None]
    saved: Callable[[], None]
    not_saved: Callable[[ReaderError], None]
    later: Post = at_once
