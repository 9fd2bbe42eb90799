"""What a command works with: a library, the words, and the two streams it answers on."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

from reader.changes import Change, FileUnreadable
from reader.errors import ReaderError
from reader.library import Library
from reader.messages import Messages
from reader.store.layout import Places

DONE, SOME_FAILED = 0, 1


class Inbox:
    """Calls from other threads, until the command's own thread has time for them."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()

    def post(self, call: Callable[[], None]) -> None:
        """Take a call, on any thread."""
        self._calls.put(call)

    def empty(self) -> None:
        """Make the calls that came."""
        while not self._calls.empty():
            self._calls.get()()


@dataclass(slots=True)
class Session:
    """One command's work. `status` is its exit status: 0 done, 1 some of it failed."""

    library: Library
    messages: Messages
    arguments: argparse.Namespace
    inbox: Inbox
    status: int = field(default=DONE)

    def out(self, result: dict[str, Any], words: str) -> None:
        """Print one result: as a JSON object on a line, or in words."""
        as_json = getattr(self.arguments, "json", False)
        print(json.dumps(result, ensure_ascii=False) if as_json else words, flush=as_json)

    def fail(self, error: ReaderError) -> None:
        """Tell what went wrong, apart from the results."""
        self.status = SOME_FAILED
        print(self.messages.error_of_command(error), file=sys.stderr)

    def each(self, names: Iterable[str], act: Callable[[str], None]) -> None:
        """Do something to each of several things; one that fails does not stop the rest."""
        for name in names:
            try:
                act(name)
            except ReaderError as error:
                self.fail(error)

    def save(self, article: str) -> None:
        """Wait until what was done to an article is safely on disk. Raises ReaderError when it is not."""
        error = self.save_all()
        if error and article in self.library.unsaved():
            raise error

    def save_all(self) -> ReaderError | None:
        """Wait until everything is safely on disk; return why some of it is not."""
        try:
            self.library.flush()
        except ReaderError as error:
            return error
        finally:
            self.inbox.empty()
        return None

    def keep_up(self) -> bool:
        """Wait until all but what is being written now is safely on disk; say whether it is."""
        try:
            self.library.keep_up()
        except ReaderError:
            return False
        finally:
            self.inbox.empty()
        return True

    def catch_up(self) -> None:
        """Take in what other processes and devices changed."""
        self.library.catch_up()
        self.inbox.empty()

    def hear(self, change: Change) -> None:
        """Tell of files that cannot be read."""
        if isinstance(change, FileUnreadable):
            self.fail(change.error)


def in_session(
    arguments: argparse.Namespace, places: Places, messages: Messages, act: Callable[[Session], None]
) -> int:
    """Do one command's work; return its exit status."""
    inbox = Inbox()
    library = Library(places, inbox.post)
    session = Session(library, messages, arguments, inbox)
    library.on_change(session.hear)
    try:
        act(session)
    except ReaderError as error:
        session.fail(error)
    finally:
        library.close()
        inbox.empty()
    return session.status
