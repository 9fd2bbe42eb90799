"""The network as fetching uses it: names become numbers, numbers become connections."""

import socket
from typing import Protocol


class Network(Protocol):
    """What finds and reaches hosts."""

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """Return the numeric addresses of a host, at least one. Raises OSError."""

    def connect(self, number: str, port: int, patience: float) -> socket.socket:
        """Return a connection to a numeric address that waits so many seconds for an answer. Raises OSError."""


class Internet:
    """The system's network. A name is looked up once: what was looked at is what is connected to."""

    def resolve(self, host: str, port: int) -> tuple[str, ...]:
        """Return the numeric addresses of a host. Raises OSError."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return tuple(dict.fromkeys(str(each[4][0]).partition("%")[0] for each in found))

    def connect(self, number: str, port: int, patience: float) -> socket.socket:
        """Return a connection. Raises OSError."""
        return socket.create_connection((number, port), timeout=patience)
