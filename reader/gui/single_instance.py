"""One window for each library: who comes second hands its files to the first and leaves.

Whoever holds the lock of the window is the first; a lock ends with its process, however that ends. What is asked lies
as a small JSON file in a folder that the first watches, and is answered by being removed: Qt's network module, whose
local sockets could do the same, takes 3 MB and 10 ms to load, and none of Qt is needed to ask.
"""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep, time, time_ns
from typing import TYPE_CHECKING

from reader.store.file_lock import FileLock, LockInUseError
from reader.store.layout import Places

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PATIENCE_S = 10.0
"""How long a window that has just been started may take until it listens, or a busy one until it answers."""
RETRY_S = 0.01
LEFT_BEHIND_S = 60.0
"""How old a question is that somebody was killed over: nobody waits for it."""
LONGEST_MESSAGE = 4 << 20


class SingleInstance:
    """Says whether this is the first window of a library, and joins the first with those that come later."""

    def __init__(self, places: Places) -> None:
        path = places.lock
        self._asked = path.with_suffix(".asked")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = FileLock(path.with_suffix(".window"))
        self._is_first = False

    def claim(self) -> bool:
        """Be the first if nobody is; return False when another window of this library runs or is starting.

        Where no lock can be held, every window is a first one.
        """
        try:
            self._lock.acquire()
        except LockInUseError:
            return False
        except OSError:
            return True
        self._is_first = True
        return True

    def hand_over(self, files: Sequence[Path], patience: float = PATIENCE_S) -> bool:
        """Give the files to the first window, which comes to the front; return whether it took them.

        `patience` is for how many seconds its answer is waited for.
        """
        question = self._asked / f"{time_ns():020}-{os.getpid()}.json"
        try:
            self._ask(question, files)
        except OSError:
            return False
        until = monotonic() + patience
        while question.exists() and monotonic() < until:
            sleep(RETRY_S)
        with suppress(OSError):
            question.unlink()
            return False
        return not question.exists()

    def listen(self, asked: Callable[[list[Path]], None], parent: "QObject") -> None:
        """Call `asked` with the files of each that comes later, none where it only wants the window."""
        if not self._is_first:
            return
        from PySide6.QtCore import QFileSystemWatcher, QTimer

        with suppress(OSError):
            self._asked.mkdir(mode=0o700, exist_ok=True)
            watcher = QFileSystemWatcher([str(self._asked)], parent)
            watcher.directoryChanged.connect(lambda _: self._take(asked))
            QTimer.singleShot(0, parent, lambda: self._take(asked))  # who came while this window was starting

    def close(self) -> None:
        """Let another window be the first."""
        self._is_first = False
        self._lock.release()

    def _ask(self, question: Path, files: Sequence[Path]) -> None:
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
        message = {"files": [str(path.absolute()) for path in files], "token": token}
        self._asked.mkdir(mode=0o700, exist_ok=True)
        draft = question.with_suffix(".draft")
        draft.write_text(json.dumps(message), encoding="utf-8")
        draft.replace(question)

    def _take(self, asked: Callable[[list[Path]], None]) -> None:
        """Answer what is asked, and pass it on."""
        for question in sorted(self._asked.glob("*")) if self._is_first else ():
            files = None
            with suppress(OSError):
                files = _answered(question)
            if files is not None:
                asked(files)


def _answered(question: Path) -> list[Path] | None:
    """Return the files that a question comes with, and answer it. One that cannot be understood gets no answer."""
    stat = question.stat()
    if time() - stat.st_mtime > LEFT_BEHIND_S:
        question.unlink()
        return None
    if question.suffix != ".json" or stat.st_size > LONGEST_MESSAGE:
        return None
    files = _understood(question.read_bytes())
    if files is not None:
        question.unlink()
    return files


def _understood(message: bytes) -> list[Path] | None:
    try:
        said = json.loads(message)
        files = [Path(name) for name in said["files"]]
        token = str(said.get("token", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if token:  # with it the desktop lets the window come to the front; Qt reads it when it asks
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    return files
