"""The bytes of files that a reader names, whole, and what files are called in messages."""

import os
import stat
import zlib
from pathlib import Path

from reader.errors import ReaderError

MOST_BYTES = 64 << 20

_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31  # zlib's largest window, and the header that gzip writes
_HEAD = 512  # bytes in which no text has a NUL, and every tar has
_MOST_TRIES = 3


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes; of a text that is packed by gzip, as servers send pages, the text's.

    Raises ReaderError for what is missing, no file, too large, empty, damaged, being written or not ours to read.
    """
    file = shown(path)
    try:
        about = path.stat()
        is_file, size = stat.S_ISREG(about.st_mode), about.st_size
        data = _read_whole(path, file) if is_file and size <= MOST_BYTES else b""
    except FileNotFoundError:
        raise ReaderError("import.missing", file=file) from None
    except PermissionError:
        raise ReaderError("import.no_rights", file=file) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReaderError("import.failed", file=file, reason=getattr(error, "strerror", "") or str(error)) from None
    if not is_file:
        raise ReaderError("import.no_file", file=file)
    if data.startswith(_GZIP):
        data = _unpacked(data, file)
    if max(size, len(data)) > MOST_BYTES:
        raise ReaderError("import.too_large", file=file, megabytes=MOST_BYTES >> 20)
    if not data:
        raise ReaderError("import.empty", file=file)
    return data


def shown(path: Path) -> str:
    """Return a path as it can be shown and stored: bytes of names that are no characters become question marks."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _read_whole(path: Path, file: str) -> bytes:
    """Return a file's bytes as they were at one moment.

    Raises ReaderError import.changing where another program writes it all the while.
    """
    for _ in range(_MOST_TRIES):
        with path.open("rb") as opened:
            before = os.fstat(opened.fileno())
            data = opened.read(MOST_BYTES + 1)  # it may have grown since, or not tell its size, as in /proc
            after = os.fstat(opened.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    raise ReaderError("import.changing", file=file)


def _unpacked(data: bytes, file: str) -> bytes:
    """Return the text that is packed, one byte more than the limit at most; what is no text stays packed."""
    unpack = zlib.decompressobj(_WITH_GZIP_HEADER)
    try:
        plain = unpack.decompress(data, MOST_BYTES + 1)
    except zlib.error as error:
        raise ReaderError("import.archive_damaged", file=file) from error
    if b"\0" in plain[:_HEAD]:
        return data
    if not unpack.eof and len(plain) <= MOST_BYTES:
        raise ReaderError("import.archive_damaged", file=file)
    return plain
