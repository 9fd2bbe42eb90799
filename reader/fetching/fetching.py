"""Getting one document from an address that the reader gave. Nothing that it names is fetched along with it.

Each request stands alone: no cookies, no referrer, nothing of an earlier one but which version of a feed came then.
An address inside the reader's own network is asked about first, for pages elsewhere may lead there.
"""

import socket
import ssl
import zlib
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from ipaddress import IPv6Address, ip_address
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from reader.errors import ReaderError
from reader.fetching.network import Network
from reader.fetching.versions import Version

MOST_BYTES = 32 << 20
MOST_REDIRECTS = 5
SECONDS = 60.0
"""How long a whole document may take."""
PATIENCE_S = 10.0
"""How long a server may say nothing."""

_NO_VERSION = Version()
_CHUNK = 64 << 10
_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ASKED_FOR = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
_NO_ARTICLES = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript")
_UNSEEN_MARKS = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_FITS = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document: the address that it came from in the end, its bytes, and its type as the server tells it.

    `version` is what the server calls it; one that `is_known` is the version that was named, and has no bytes.
    """

    address: str
    data: bytes
    media_type: str = ""
    version: Version = _NO_VERSION
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class _Target:
    scheme: str
    host: str
    port: int
    path: str

    @property
    def address(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{shown}{port}{self.path}"


class Fetcher:
    """Gets documents, one at a time. `progressed` is told how many bytes have come, `is_cancelled` asked meanwhile."""

    def __init__(
        self,
        network: Network,
        progressed: Callable[[int], None] = lambda _count: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._network, self._progressed, self._is_cancelled = network, progressed, is_cancelled
        self._deadline = 0.0
        self._socket: socket.socket | None = None

    def cancel(self) -> None:
        """Break off, from another thread; `is_cancelled` says so by then."""
        connected = self._socket
        if connected is not None:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def fetch(self, address: str, private: Collection[str] = (), known: Version = _NO_VERSION) -> Fetched | None:
        """Return the document at an address, None once it is cancelled; `private` are hosts that the reader allows.

        It comes without its bytes where it still is the version `known`; what it leads on to is asked for whole.

        Raises ReaderError fetch.address for what is no address of the web, fetch.private, fetch.unreachable,
        fetch.slow, fetch.status, fetch.too_large, fetch.kind, fetch.redirected.
        """
        self._deadline = monotonic() + SECONDS
        target = _target_of(address)
        for _ in range(MOST_REDIRECTS + 1):
            try:
                answer = self._ask(target, private, known)
            except TimeoutError:
                raise ReaderError("fetch.slow", host=target.host) from None
            except (OSError, HTTPException, zlib.error) as error:
                if self._is_cancelled():
                    return None
                reason = getattr(error, "strerror", "") or str(error)
                raise ReaderError("fetch.unreachable", host=target.host, reason=reason) from None
            if not isinstance(answer, _Target):
                return answer
            if target.scheme == "https" and answer.scheme != "https":
                raise ReaderError("fetch.redirected", address=address)
            target, known = answer, _NO_VERSION
        raise ReaderError("fetch.redirected", address=address)

    def _ask(self, target: _Target, private: Collection[str], known: Version) -> "Fetched | _Target | None":
        """Return a document, where it is instead, or None once it is cancelled."""
        found = self._network.resolve(target.host, target.port)
        if target.host not in private and not all(map(_is_outside, found)):
            raise ReaderError("fetch.private", host=target.host)
        if self._is_cancelled():
            return None
        context = ssl.create_default_context() if target.scheme == "https" else None
        connection = HTTPConnection(target.host, target.port)
        connection.sock = self._socket = self._network.connect(found[0], target.port, PATIENCE_S)
        try:
            if context is not None:
                connection.sock = self._socket = context.wrap_socket(connection.sock, server_hostname=target.host)
            connection.request("GET", target.path, headers=_headers(target) | known.headers)
            answer = connection.getresponse()
            where = answer.getheader("Location")
            if answer.status in _REDIRECTS and where:
                return _target_of(urljoin(target.address, _as_sent(where)))
            if answer.status == HTTPStatus.NOT_MODIFIED and known.headers:
                return Fetched(target.address, b"", version=known, is_known=True)
            if answer.status != HTTPStatus.OK:
                raise ReaderError("fetch.status", address=target.address, status=answer.status)
            kind = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
            if kind.startswith(_NO_ARTICLES):
                raise ReaderError("fetch.kind", address=target.address, kind=kind)
            data = self._read(answer, target)
            version = Version(answer.getheader("ETag") or "", answer.getheader("Last-Modified") or "")
            return None if data is None else Fetched(target.address, data, kind, version)
        finally:
            self._socket = None
            connection.close()

    def _read(self, answer: HTTPResponse, target: _Target) -> bytes | None:
        coding = (answer.getheader("Content-Encoding") or "identity").lower()
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32) if coding in ("gzip", "deflate", "x-gzip") else None
        parts, size = [], 0
        while chunk := answer.read1(_CHUNK):
            if self._is_cancelled():
                return None
            if monotonic() > self._deadline:
                raise TimeoutError
            plain = unpack.decompress(chunk, MOST_BYTES + 1 - size) if unpack else chunk
            parts.append(plain)
            size += len(plain)
            if size > MOST_BYTES or (unpack and unpack.unconsumed_tail):
                raise ReaderError("fetch.too_large", address=target.address, megabytes=MOST_BYTES >> 20)
            self._progressed(size)
        if answer.length or (unpack and not unpack.eof):
            raise IncompleteRead(b"")
        return b"".join(parts)


def _is_outside(number: str) -> bool:
    """Say whether a numeric address is one of the whole internet's."""
    address = ip_address(number)
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_global


def _as_sent(header: str) -> str:
    """Return a header as its sender means it: http.client makes a letter of each byte, but Arabic is sent in UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _headers(target: _Target) -> dict[str, str]:
    host = target.address.split("/", 3)[2]
    return {
        "Host": host,
        "User-Agent": "Hamish",
        "Accept": _ASKED_FOR,
        "Accept-Encoding": "identity",
        "Accept-Language": "ar, en;q=0.5",
        "Connection": "close",
    }


def _target_of(address: str) -> _Target:
    """Return where an address leads; one without a scheme is meant to be https. Raises ReaderError fetch.address.

    Marks of direction, which nobody sees and which are copied along out of Arabic text, do not count.
    """
    given = "".join(address.translate(_UNSEEN_MARKS).split())
    try:
        parts = urlsplit(given if "://" in given else f"https://{given}")
        host = (parts.hostname or "").rstrip(".")
        if ":" not in host:
            host = host.encode("idna").decode()
        port = parts.port or _PORTS.get(parts.scheme, 0)
        path, query = quote(parts.path or "/", safe=_FITS), quote(parts.query, safe=f"{_FITS}?[]")
    except ValueError:  # UnicodeError among them
        raise ReaderError("fetch.address", address=address) from None
    if not port or not host or not host.isprintable() or parts.username is not None:
        raise ReaderError("fetch.address", address=address)
    return _Target(parts.scheme, host, port, urlunsplit(("", "", path, query, "")))
