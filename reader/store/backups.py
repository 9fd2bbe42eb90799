"""Dated copies of what the reader made: marks, notes, states, tags, decisions; not of texts and originals."""

import os
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path, PurePosixPath

from reader.errors import ReaderError
from reader.store import record_file
from reader.store.clock import now_utc
from reader.store.disk import Disk, describe, write_whole
from reader.store.edit import Edit
from reader.store.layout import RECORD_KINDS, SHARDS, Places, is_id
from reader.store.mark_records import present
from reader.store.record_file import RecordFile
from reader.store.records import Record, Texts

KEPT = 10
"""Backups that are kept; the oldest goes when one more is made."""

EVERY = timedelta(hours=20)
"""How old the newest may grow before another is made: one for each day on which the program is used."""

_FORM = "%Y-%m-%dT%H-%M-%SZ"  # a file's name may hold no colon on Windows
_PASSING = frozenset({"position", "opened"})  # where the reader stood then is nothing to go back to


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a backup holds: articles, those in the trash too, and the highlights and notes outside it."""

    articles: int
    highlights: int
    notes: int


class Backups:
    """The backups of one library, in this machine's own state folder. May be used on any thread."""

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk

    def names(self) -> list[str]:
        """Return the backups by name, which is the time in UTC at which each was made, the newest first."""
        try:
            there = self._disk.names(self._places.backups)
        except OSError:
            return []
        return sorted((name.removesuffix(".zip") for name in there if _time_of(name)), reverse=True)

    def is_due(self) -> bool:
        """Say whether it is time for another."""
        newest = next(iter(self.names()), "")
        made = _time_of(f"{newest}.zip")
        return made is None or now_utc() - made > EVERY

    def make(self) -> str:
        """Put everything that the reader made into another backup; return its name.

        One that would hold the same as the newest is not made, and that one's name returned; nothing for a library in
        which there is nothing. Raises ReaderError when it cannot be written.
        """
        data, digest = self._packed()
        newest = next(iter(self.names()), "")
        if not digest or (newest and self._digest(newest) == digest):
            return newest if digest else ""
        path = self._free_path()
        try:
            write_whole(self._disk, {path: data})
            for old in self.names()[KEPT:]:
                self._disk.remove(self._path(old))
        except OSError as error:
            raise describe(error, path) from error
        return path.stem

    def files(self, name: str) -> Iterator[tuple[str, RecordFile]]:
        """Yield kind and records of each file in a backup. Raises ReaderError backup.missing or file.damaged."""
        return self._files(name, RECORD_KINDS)

    def contents(self, name: str) -> Contents:
        """Say how much a backup holds. Raises ReaderError backup.missing or file.damaged."""
        marks = [mark for _, file in self._files(name, ("marks",)) for mark in present(file)]
        highlights, notes = sum(bool(mark.quote) for mark in marks), sum(any(mark.notes) for mark in marks)
        with self._opened(name) as archive:
            articles = sum(member.startswith("states/") for member in archive.namelist())
        return Contents(articles, highlights, notes)

    def _files(self, name: str, kinds: Collection[str]) -> Iterator[tuple[str, RecordFile]]:
        with self._opened(name) as archive:
            for member in archive.namelist():
                kind, article = PurePosixPath(member).parts[0], PurePosixPath(member).stem
                if kind in kinds and is_id(article):
                    yield kind, record_file.decode(archive.read(member), kind, str(self._path(name)), article)

    @contextmanager
    def _opened(self, name: str) -> Iterator[zipfile.ZipFile]:
        path = self._path(name)
        if name not in self.names():
            raise ReaderError("backup.missing", id=name)
        try:
            with zipfile.ZipFile(BytesIO(self._disk.read(path))) as archive:
                yield archive
        except OSError as error:
            raise describe(error, path) from error
        except (zipfile.BadZipFile, EOFError, ValueError) as error:
            raise ReaderError("file.damaged", file=str(path)) from error

    def _packed(self) -> tuple[bytes, str]:
        """Return the bytes of a backup of what lies on disk now, and a digest of what is in it; nothing for nothing."""
        from hashlib import sha256

        packed, digest = BytesIO(), sha256()
        is_empty = True
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for kind, path in _sound(self._places):
                data = path.read_bytes()
                name = f"{kind}/{path.stem[:2]}/{path.name}"
                if not data.endswith(b"}\n"):
                    continue  # what is damaged would push out a copy that is sound; reading all would take seconds
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
                digest.update(name.encode())
                digest.update(data)
                is_empty = False
            archive.comment = digest.hexdigest().encode()
        return packed.getvalue(), "" if is_empty else digest.hexdigest()

    def _digest(self, name: str) -> str:
        try:
            with zipfile.ZipFile(self._path(name)) as archive:
                return archive.comment.decode("ascii", "replace")
        except (OSError, zipfile.BadZipFile):
            return ""

    def _free_path(self) -> Path:
        time = now_utc()
        while (path := self._path(time.strftime(_FORM))).exists():
            time += timedelta(seconds=1)
        return path

    def _path(self, name: str) -> Path:
        return self._places.backups / f"{name}.zip"


def restoring(kind: str, file: RecordFile, now: RecordFile) -> list[Edit]:
    """Return the edits that give records the values again that they had in a backup; what came since stays."""
    edits = (
        _edit(kind, file.article, name, record, now.records.get(name, Record()))
        for name, record in file.records.items()
    )
    return [edit for edit in edits if edit.values or edit.texts]


def _edit(kind: str, article: str, name: str, then: Record, now: Record) -> Edit:
    values = {
        field: each.value
        for field, each in then.fields.items()
        if not isinstance(each, Texts) and field not in _PASSING and now.value(field) != each.value
    }
    texts = {
        field: "\n\n".join(then.texts(field))
        for field, each in then.fields.items()
        if isinstance(each, Texts) and now.texts(field) != then.texts(field)
    }
    return Edit(kind, article, name, values, texts)


def _sound(places: Places) -> Iterator[tuple[str, Path]]:
    """Yield the files of records by kind, in an order that is always the same."""
    for kind in RECORD_KINDS:
        for shard in SHARDS:
            folder = places.library / kind / shard
            names = sorted(os.listdir(folder)) if folder.is_dir() else []  # noqa: PTH208 - four times as quick
            yield from (
                (kind, folder / name)
                for name in names
                if name.endswith(".json") and is_id(name[:-5]) and name.startswith(shard)
            )


def _time_of(name: str) -> datetime | None:
    day, _, time = name.removesuffix("Z.zip").partition("T")
    try:
        made = datetime.fromisoformat(f"{day}T{time.replace('-', ':')}").replace(tzinfo=UTC)
    except ValueError:
        return None
    return made if made.strftime(f"{_FORM}.zip") == name else None
