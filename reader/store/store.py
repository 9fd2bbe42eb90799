"""A library's files, read into memory as they are asked for and written by the writer."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from os import urandom
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles.article import Article, Origin
from reader.errors import ReaderError
from reader.store import article_file, record_file
from reader.store.announce import Announce
from reader.store.clock import Clock
from reader.store.disk import Disk, describe, write_whole
from reader.store.layout import Places
from reader.store.record_file import RecordFile
from reader.store.records import Record, latest_stamp
from reader.store.state_records import STATE

if TYPE_CHECKING:
    from reader.entities.entity import Mention
    from reader.store.writer import Writer

Post = Callable[[Callable[[], None]], None]
"""Brings a call to the library's own thread: a queued one in the window, a direct one in a command."""

KEPT_RECORD_FILES = 4096
KEPT_ARTICLES = 16


class Store:
    """The one place that knows which file holds what. Only its read_* methods may be called on other threads."""

    def __init__(self, places: Places, disk: Disk, post: Post, announce: Announce) -> None:
        self.places = places
        self._disk = disk
        self._post = post
        self._announce = announce
        self.clock = Clock(f"{self._device_name()}-{urandom(2).hex()}")
        self._records: OrderedDict[tuple[str, str], RecordFile] = OrderedDict()
        self._articles: OrderedDict[tuple[str, str], Article] = OrderedDict()
        self._open_writer: Writer | None = None

    def article(self, article: str) -> tuple[str, Article]:
        """Return the current version of an article and that version's name.

        Raises ReaderError article.missing, or what is wrong with its file.
        """
        version = self.records("states", article).records.get(STATE, Record()).value("version", default="")
        kept = self._articles.get((article, version))
        if kept is None:
            version, kept = self.read_article(article, version)
            self._keep_article((article, version), kept)
        return version, kept

    def read_article(self, article: str, version: str) -> tuple[str, Article]:
        """Return a version of an article; another one of it while that one has not arrived from the other device.

        Raises ReaderError article.missing, or what is wrong with the file.
        """
        path = self.places.text(article, version)
        if not version or not path.exists():
            there = sorted(self.places.texts(article).glob("*.json"))
            if not there:
                raise ReaderError("article.missing", id=article)
            path = there[0]
        return path.stem, article_file.decode(self._read(path), str(path))

    def records(self, kind: str, article: str) -> RecordFile:
        """Return the records of an article as they are now, written or not.

        Raises ReaderError when their file cannot be read.
        """
        key = (kind, article)
        kept = self._records.get(key)
        if kept is None:
            kept = self.read_records(kind, article)
            self._keep(key, kept)
        return kept

    def read_records(self, kind: str, article: str) -> RecordFile:
        """Return the records of an article as they lie on disk; none when there is no file.

        Raises ReaderError when the file cannot be read.
        """
        path = self.places.records(kind, article)
        if not path.exists():
            return RecordFile(article)
        return record_file.decode(self._read(path), kind, str(path))

    def has(self, article: str) -> bool:
        """Say whether an article is in the library, also when it is in the trash."""
        return bool(self._records.get(("states", article), RecordFile(article)).records) or (
            self.places.records("states", article).exists()
        )

    def ids(self, start: str = "") -> list[str]:
        """Return the ids of all articles, or of those that begin so, written or not."""
        folder = self.places.library / "states"
        shards = [folder / start[:2]] if len(start) >= 2 else folder.glob("??")  # noqa: PLR2004
        found = {path.stem for shard in shards for path in shard.glob(f"{start}*.json")}
        found |= {article for kind, article in self._records if kind == "states" and article.startswith(start)}
        return sorted(article for article in found if self.has(article))

    def edit(self, kind: str, edits: Mapping[str, Mapping[str, Record]]) -> None:
        """Change records, by article and record id: in memory now, on disk soon."""
        files: dict[tuple[str, str], RecordFile] = {}
        for article, records in edits.items():
            changed = RecordFile(article, records)
            files[kind, article] = changed
            self._keep((kind, article), self.records(kind, article).merged(changed))
        self._writer.write({}, files)

    def id_of(self, article: Article) -> str:
        """Return the id that an article gets when it is first added."""
        return article_file.id_of(article)

    def add(self, name: str, article: Article, original: bytes) -> str:
        """Put an article's text and original on disk, soon; return its version. `edit` then writes its state."""
        files: dict[Path, bytes] = {}
        if original:
            digest = sha256(original).hexdigest()
            article = replace(article, origin=replace(article.origin or Origin(""), sha256=digest))
            files[self.places.original(digest)] = original
        data = article_file.encode(article)
        version = article_file.version_of(data)
        files[self.places.text(name, version)] = data
        self._keep_article((name, version), article)
        self._writer.write(files, {})
        return version

    def mentions(self, article: str, version: str, tagger: str) -> "tuple[Mention, ...] | None":
        """Return what a tagger found in a version of an article, if it is still in the cache."""
        from reader.store import mention_file

        return mention_file.read(self.places.mentions(article, version), tagger)

    def keep_mentions(self, article: str, version: str, tagger: str, mentions: "Iterable[Mention]") -> None:
        """Put what a tagger found into the cache."""
        from reader.store import mention_file

        mention_file.write(self.places.mentions(article, version), tagger, mentions)

    def knows(self, kind: str, article: str) -> bool:
        """Say whether the records of an article are in memory."""
        return (kind, article) in self._records

    def reread(self, kind: str, article: str) -> bool:
        """Take in what came to a file from outside; say whether that is news to what is in memory.

        Raises ReaderError when the file cannot be read.
        """
        before = self._records.get((kind, article))
        if before is None:
            return False
        return self._absorb(kind, article, self.read_records(kind, article))

    def flush(self) -> None:
        """Wait until everything is on disk. Raises ReaderError when something could not be written."""
        if self._open_writer:
            self._open_writer.flush()

    def close(self) -> None:
        """End the writer."""
        if self._open_writer:
            self._open_writer.close()

    @property
    def _writer(self) -> "Writer":
        """The writer, made with the first change: opening a library does not wait for it."""
        from reader.store.writer import Writer

        if self._open_writer is None:
            announce = replace(self._announce, merged=self._post_merged)
            self._open_writer = Writer(self._disk, self.places.lock, self.places.records, announce)
        return self._open_writer

    def _post_merged(self, kind: str, article: str, file: RecordFile) -> None:
        def absorb() -> None:
            if self._absorb(kind, article, file):
                self._announce.merged(kind, article, file)

        self._post(absorb)

    def _absorb(self, kind: str, article: str, file: RecordFile) -> bool:
        before = self._records.get((kind, article), RecordFile(article))
        after = before.merged(file)
        if after == before:
            return False
        self.clock.observe(latest_stamp(file.records.values()))
        self._keep((kind, article), after)
        return True

    def _keep(self, key: tuple[str, str], file: RecordFile) -> None:
        self._records[key] = file
        self._records.move_to_end(key)
        if len(self._records) > KEPT_RECORD_FILES:
            oldest = next(iter(self._records))
            if not (self._open_writer and self._open_writer.is_waiting(oldest)):
                del self._records[oldest]

    def _keep_article(self, key: tuple[str, str], article: Article) -> None:
        self._articles[key] = article
        while len(self._articles) > KEPT_ARTICLES:
            self._articles.popitem(last=False)

    def _read(self, path: Path) -> bytes:
        try:
            return self._disk.read(path)
        except OSError as error:
            raise describe(error, path) from error

    def _device_name(self) -> str:
        """Return this device's name, made at the first start and kept outside the library."""
        path = self.places.device
        with suppress(OSError, UnicodeDecodeError):
            name = path.read_text(encoding="ascii").strip()
            if name:
                return name
        name = urandom(4).hex()
        with suppress(OSError):  # without a place to keep it, the name serves for this session
            write_whole(self._disk, {path: f"{name}\n".encode("ascii")})
        return name
