"""One window for each library: who comes second hands its files to the first and leaves.

Whoever holds the lock of the window is the first; a lock ends with its process, however that ends, so that a socket
left behind by a killed window is known to be stale. What is said is one JSON list of absolute paths and one answer.
"""

import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.store.layout import Places

if TYPE_CHECKING:
    from filelock import BaseFileLock
    from PySide6.QtCore import QObject
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 10_000
"""How long a window that has just been started may take until it listens, or a busy one until it answers."""
RETRY_MS = 50
LONGEST_PATH = 100
"""Bytes that every system takes as a socket's path (sun_path: 104 on macOS and the BSDs, 108 on Linux, one a zero)."""
LONGEST_MESSAGE = 4 << 20
ANSWER = b"taken\n"


class SingleInstance:
    """Says whether this is the first window of a library, and joins the first with those that come later."""

    def __init__(self, places: Places) -> None:
        self._lock_path = places.lock.with_suffix(".window")
        with suppress(OSError):  # before the address is chosen: whoever comes later finds the folder there
            self._lock_path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._address = _address(places)
        self._lock: BaseFileLock | None = None
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Be the first if nobody is; return False when another window of this library runs or is starting.

        Where no lock can be held, every window is a first one.
        """
        from filelock import FileLock, Timeout

        try:
            self._lock = FileLock(self._lock_path, timeout=0)
            self._lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError):  # filelock raises the latter on file systems without locks
            self._lock = None
        return True

    def hand_over(self, files: Sequence[Path], patience_ms: int = PATIENCE_MS) -> bool:
        """Give the files to the first window, which comes to the front; return whether it took them."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(patience_ms)
        socket = QLocalSocket()
        while not deadline.hasExpired():
            socket.connectToServer(self._address)
            if socket.waitForConnected(RETRY_MS):
                return _tell(socket, files, deadline.remainingTime())
            QThread.msleep(RETRY_MS)
        return False

    def listen(self, asked: Callable[[list[Path]], None], parent: "QObject") -> None:
        """Call `asked` with the files of each that comes later, none where it only wants the window."""
        from PySide6.QtNetwork import QLocalServer

        if self._lock is None:
            return
        QLocalServer.removeServer(self._address)
        server = self._server = QLocalServer(parent)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(lambda: _take(server.nextPendingConnection(), asked))
        server.listen(self._address)

    def close(self) -> None:
        """Let another window be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _address(places: Places) -> str:
    """Return where the first window listens: a path in a folder of this user alone, or a name where those are long."""
    name = f"hamish-{places.name}"
    if sys.platform == "win32":
        return name
    runtime = os.environ.get("XDG_RUNTIME_DIR")  # made by the session for this user alone, and emptied at its end
    for folder in ([Path(runtime)] if runtime else []) + [places.lock.parent]:
        path = str(folder / name)
        if folder.is_dir() and len(os.fsencode(path)) <= LONGEST_PATH:
            return path
    return f"{name}-{os.getuid()}"


def _tell(socket: "QLocalSocket", files: Sequence[Path], patience_ms: int) -> bool:
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    message = {"files": [str(path.absolute()) for path in files], "token": token}
    socket.write(json.dumps(message).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience_ms):
            return False
    return socket.readLine().data() == ANSWER


def _take(socket: "QLocalSocket", asked: Callable[[list[Path]], None]) -> None:
    """Read what one that came later says, answer, and pass it on. What cannot be understood gets no answer."""

    def read() -> None:
        if socket.bytesAvailable() > LONGEST_MESSAGE:
            socket.abort()
        if not socket.canReadLine():
            return
        files = _understood(bytes(socket.readLine().data()))
        if files is None:
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        asked(files)

    socket.readyRead.connect(read)
    socket.disconnected.connect(socket.deleteLater)
    read()


def _understood(line: bytes) -> list[Path] | None:
    try:
        message = json.loads(line)
        files = [Path(name) for name in message["files"]]
        token = str(message.get("token", ""))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if token:  # with it the desktop lets the window come to the front; Qt reads it when it asks
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    return files
