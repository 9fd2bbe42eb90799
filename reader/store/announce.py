"""How the store tells what became of what it was given."""

import os
from collections.abc import Callable, Mapping
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

    `made` gets, by article, what files of states look like that were just made where none was. `later` brings a call to
    the library's own thread once what changed is shown.
    """

    merged: Callable[[str, str, RecordFile], None]
    saved: Callable[[], None]
    not_saved: Callable[[ReaderError], None]
    later: Post = at_once
    made: Callable[[Mapping[str, os.stat_result]], None] = lambda _: None
