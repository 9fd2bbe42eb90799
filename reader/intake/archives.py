"""Zip files that nobody vouches for: e-books, office documents, other tools' exports. Nothing is unpacked to disk.

Sources of the dangers met here: OWASP, *File upload*; D. Fifield, *A better zip bomb* (WOOT 2019); APPNOTE.TXT 6.3.10.
"""

import io
import posixpath
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from reader.errors import ReaderError

_PIECE = 1 << 16  # bytes inflated at a time
_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800
_CODE_PAGES = ("cp437", "cp720", "cp1256")  # what the standard says, and those of Arabic under DOS and Windows
_FOREIGN = re.compile(r"[^\x20-\x7e\u0621-\u063a\u0641-\u064a]")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DIRECTORY = 1 << 20  # bytes at the end of an archive in which its directory is looked for
_ENTRY = re.compile(rb"PK\x01\x02.{24}(?P<length>..).{16}", re.DOTALL)  # 4.3.12
# What the standard library raises for damaged archives, NotImplementedError for ways of packing it does not know.
_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(KeyError, IndexError, NotImplementedError, RuntimeError, OverflowError),
)


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What an archive may hold: entries, bytes of one of them and of all that are read, and how tightly it is packed.

    `ratio` is bytes inflated for each byte packed; it counts beyond `free` bytes, for short texts may be all alike.
    Deflate reaches 1032; documents of markup reach 60.
    """

    entries: int = 50_000
    entry: int = 64 << 20
    total: int = 256 << 20
    ratio: int = 250
    free: int = 1 << 20


class Archive:
    """The files of a zip archive, by their paths with `/`, in the archive's order.

    What has no path inside the archive (absolute, with a drive, or climbing out of it) is left out and counted in
    `unsafe`; of several files with one path the first counts. What is read counts toward the limits, so that an
    archive cannot give more than they allow, however its directory is made up.
    """

    def __init__(self, data: bytes, file: str = "", limits: ArchiveLimits | None = None) -> None:
        """Look into an archive; `file` is what messages call it.

        Raises ReaderError import.archive_damaged and import.archive_too_large.
        """
        self._file, self._limits = file, limits or ArchiveLimits()
        self._left = self._limits.total
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._spellings: dict[str, str] = {}
        self.unsafe = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            found = self._zip.infolist()
        except _DAMAGED as error:
            raise ReaderError("import.archive_damaged", file=file) from error
        if len(found) > self._limits.entries:
            raise self._too_large()
        for entry in found:
            paths = [_path_of(name) for name in _names_of(entry)]
            path = paths[0] if paths else None
            if path is None or None in paths:
                self.unsafe += 1
            elif not entry.is_dir():
                self._entries.setdefault(path, entry)
                for one in filter(None, paths):
                    self._spellings.setdefault(_spelling(one), path)

    @property
    def paths(self) -> tuple[str, ...]:
        """The files' paths."""
        return tuple(self._entries)

    def __contains__(self, path: object) -> bool:
        return path in self._entries or (isinstance(path, str) and _spelling(path) in self._spellings)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def read(self, path: str) -> bytes:
        """Return a file's bytes.

        Raises KeyError for a path that is not in the archive; ReaderError import.archive_damaged,
        import.archive_too_large and import.encrypted.
        """
        entry = self._entries.get(path) or self._entries[self._spellings[_spelling(path)]]
        if entry.flag_bits & _ENCRYPTED:
            raise ReaderError("import.encrypted", file=self._file)
        if entry.compress_type not in _METHODS:
            raise ReaderError("import.archive_damaged", file=self._file)
        try:
            return self._inflated(entry)
        except _DAMAGED as error:
            raise ReaderError("import.archive_damaged", file=self._file) from error

    def find(self, path: str) -> bytes | None:
        """Return a file's bytes, or None where there is no such file; else as `read`."""
        return self.read(path) if path in self else None

    def check(self) -> None:
        """Read everything, within the limits, before a library that knows none is given the same archive.

        Raises ReaderError as `read` does.
        """
        for path in self._entries:
            self.read(path)

    def _inflated(self, entry: zipfile.ZipInfo) -> bytes:
        packed = max(1, entry.compress_size)
        most = min(self._limits.entry, self._left, max(self._limits.free, self._limits.ratio * packed))
        pieces = bytearray()
        with self._zip.open(entry) as opened:
            while piece := opened.read(_PIECE):
                pieces += piece
                if len(pieces) > most:
                    raise self._too_large()
        self._left -= len(pieces)
        return bytes(pieces)

    def _too_large(self) -> ReaderError:
        return ReaderError("import.archive_too_large", file=self._file, megabytes=self._limits.total >> 20)


def names_in(data: bytes) -> frozenset[bytes]:
    """Return the names in an archive's directory as they are written, to see what it is without opening it."""
    directory = data[-_DIRECTORY:]
    return frozenset(
        directory[found.end() : found.end() + int.from_bytes(found["length"], "little")]
        for found in _ENTRY.finditer(directory)
    )


def _spelling(path: str) -> str:
    """Return what paths are compared by that programs write differently: in percent signs, decomposed, in capitals."""
    return unicodedata.normalize("NFC", unquote(path, errors="replace")).casefold()


def resolved(reference: str, base: str = "") -> str:
    """Return the path inside an archive that a reference from the file `base` means, without its fragment.

    Percent signs are read as what they stand for. Empty for one that leads out of the archive or elsewhere altogether.
    """
    path = reference.partition("#")[0].partition("?")[0]
    if ":" in path.partition("/")[0]:
        return ""
    path = unquote(path, errors="replace")
    start = "" if path.startswith("/") else posixpath.dirname(base)
    joined = posixpath.normpath(posixpath.join(start, path.lstrip("/"))) if path else base
    return "" if joined == ".." or joined.startswith("../") or joined == "." else joined


def _names_of(entry: zipfile.ZipInfo) -> list[str]:
    """Return what a file may be called, what it surely or likeliest is first; nothing for one without a name.

    Without the flag of UTF-8 the standard says code page 437; what writes Arabic there means UTF-8 or the code page of
    the system it ran on, and says neither.
    """
    name = entry.filename
    if not name:  # of one that begins with NUL nothing is left
        return []
    if entry.flag_bits & _NAMED_IN_UTF8 or name.isascii():
        return [name]
    raw = name.encode("cp437", "replace")
    try:
        return [raw.decode()]
    except UnicodeError:
        names = [raw.decode(encoding, "replace") for encoding in _CODE_PAGES]
    return sorted(names, key=_count_of_foreign)


def _count_of_foreign(name: str) -> int:
    """Return how many signs of a name are neither ASCII nor Arabic letters."""
    return len(_FOREIGN.findall(name))


def _path_of(name: str) -> str | None:
    """Return where a file of this name stands in its archive, or None for nowhere inside it."""
    path = posixpath.normpath(name.replace("\\", "/"))
    first = path.partition("/")[0]
    return None if path.startswith("/") or first == ".." or ":" in first or "\0" in path else path
