"""A page and its pictures in one file, as mails hold them (RFC 2557): .mhtml and .mht."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from itertools import chain
from urllib.parse import urljoin

from reader.errors import ReaderError
from reader.intake.formats.html.framed import Framed, read_framed
from reader.intake.hints import Hints, Part
from reader.intake.imported import Imported

_PAGES = ("text/html", "application/xhtml+xml")
_BEGINNING_OF_PAGE = re.compile(rb"^Content-Type:\s*(?:text/html|application/xhtml\+xml)", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 5000


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that an archive's page holds, with the pictures that lie beside it.

    Where the archive's own boundaries are lost, its first page is read as far as it goes. Raises ReaderError
    import.unreadable where there is none, import.empty and import.binary.
    """
    message = message_from_bytes(data, policy=compat32)
    parts = list(_parts(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    main = _main(message, pages)
    if main is None and (beginning := _BEGINNING_OF_PAGE.search(data)):
        main = message_from_bytes(data[beginning.start() :], policy=compat32)
    if main is None:
        raise ReaderError("import.unreadable", file=hints.file)
    address = _http(message["Snapshot-Content-Location"]) or _http(main["Content-Location"])
    pictures = (part for part in parts if part.get_content_maintype() == "image")
    beside = tuple(Part(name, _content(part)) for part in pictures for name in _names(part, address))
    frames = [Framed(_in_utf_8(part), _http(part["Content-Location"]), beside) for part in pages if part is not main]
    return read_framed(Framed(_in_utf_8(main), address, beside), frames, hints)


def _main(message: Message, pages: Sequence[Message]) -> Message | None:
    """Return the page that an archive is of: what it names as its start or as where it was saved, else its first."""
    start = str(message.get_param("start") or "").strip(" <>")
    address = _http(message["Snapshot-Content-Location"])
    started = (part for part in pages if start and str(part["Content-ID"] or "").strip(" <>") == start)
    located = (part for part in pages if address and _http(part["Content-Location"]) == address)
    return next(chain(started, located, pages), None)


def _parts(message: Message) -> Iterator[Message]:
    for count, part in enumerate(message.walk()):
        if count == _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _names(part: Message, address: str) -> Iterator[str]:
    """Yield what a page may call a part: its address, which may be relative to the page's (RFC 2557, 5), or its id."""
    if location := "".join(str(part["Content-Location"] or "").split()):
        yield location
        with suppress(ValueError):
            yield urljoin(address, location)
    if identity := str(part["Content-ID"] or "").strip(" <>"):
        yield f"cid:{identity}"


def _in_utf_8(part: Message) -> bytes:
    """Return a page in UTF-8 where the archive says rightly how it is encoded; else as it is, to be found out."""
    content = _content(part)
    try:
        return content.decode(str(part.get_content_charset() or "")).encode()
    except (LookupError, ValueError):
        return content


def _http(stated: object) -> str:
    address = "".join(str(stated or "").split())
    return address if address.startswith(("http://", "https://")) else ""
