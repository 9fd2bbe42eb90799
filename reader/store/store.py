"""A library's files, read into memory as they are asked for and written by the writer."""

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.articles.article import Article
from reader.errors import ReaderError
from reader.store import article_file, record_file
from reader.store.announce import Announce, Post
from reader.store.clock import Clock
from reader.store.device import device_name
from reader.store.disk import Disk, describe
from reader.store.layout import HEX, SHARDS, Places, is_id, stems
from reader.store.record_file import RecordFile
from reader.store.records import Record, Register, latest_stamp
from reader.store.state_records import STATE

if TYPE_CHECKING:
    from reader.articles.written import Written
    from reader.entities.entity import Mention
    from reader.store.batch import Batch
    from reader.store.originals import Originals
    from reader.store.writer import OnceWritten, Writer

KEPT_RECORD_FILES = 4096
KEPT_ARTICLES = 16


class Store:
    """The one place that knows which file holds what. Only what says so may be called on other threads."""

    def __init__(self, places: Places, disk: Disk, post: Post, announce: Announce) -> None:
        self.places = places
        self.disk = disk
        self._post = post
        self._announce = announce
        self.clock = Clock(f"{device_name(places.device, disk)}-{os.urandom(2).hex()}")
        self._records: OrderedDict[tuple[str, str], RecordFile] = OrderedDict()
        self._articles: OrderedDict[tuple[str, str], Article | Written] = OrderedDict()
        self._open_writer: Writer | None = None
        self._was_there = places.has_files()
        self._batch: Batch | None = None
        self._originals: Originals | None = None

    def article(self, article: str) -> tuple[str, Article]:
        """Return the current version of an article and that version's name.

        Raises ReaderError article.missing, or what is wrong with its file.
        """
        version = self._current_version(article)
        kept = self._kept_article((article, version))
        if not kept:
            version, kept = self.read_article(article, version)
            self._keep_article((article, version), kept)
        return version, kept

    def read_article(self, article: str, version: str) -> tuple[str, Article]:
        """Return a version of an article; another one of it while that one has not arrived from the other device.

        May be called on any thread.

        Raises ReaderError article.missing, or what is wrong with the file.
        """
        path, data = self._text_file(article, version)
        return path.stem, article_file.decode(data, str(path))

    def read_text(self, article: str, version: str) -> str:
        """Return nothing but the canonical text of a version of an article; all else is as with read_article."""
        path, data = self._text_file(article, version)
        return article_file.text_in(data, str(path))

    def version(self, article: str, version: str) -> Article | None:
        """Return one version of an article, None where it is not here. Raises ReaderError when it cannot be read."""
        kept = self._kept_article((article, version))
        if kept is None and is_id(version) and self.places.text(article, version).exists():
            _, kept = self.read_article(article, version)
            self._keep_article((article, version), kept)
        return kept

    def text_of(self, article: str) -> Callable[[str], str | None]:
        """Return what gives the text of an article's versions by their names, None of one that cannot be had."""

        def text(version: str) -> str | None:
            with suppress(ReaderError):
                found = self.version(article, version)
                return found.text if found else None
            return None

        return text

    def disk_text_of(self, article: str) -> Callable[[str], str | None]:
        """Do as text_of does, from disk alone, on any thread."""

        def text(version: str) -> str | None:
            with suppress(ReaderError):
                if is_id(version) and self.places.text(article, version).exists():
                    return self.read_text(article, version)
            return None

        return text

    def versions(self, article: str) -> list[str]:
        """Return the names of an article's versions that are on disk, sorted. May be called on any thread."""
        return sorted(filter(is_id, stems(self.places.texts(article)))) if is_id(article) else []

    def records(self, kind: str, article: str) -> RecordFile:
        """Return the records of an article as they are now, written or not.

        Raises ReaderError when their file cannot be read.
        """
        key = (kind, article)
        kept = self._records.get(key)
        if kept is None:
            kept = self.read_records(kind, article)
            self.clock.observe(latest_stamp(kept.records.values()))
            self._keep(key, kept)
        else:
            self._records.move_to_end(key)
        return kept

    def read_records(self, kind: str, article: str) -> RecordFile:
        """Return the records of an article as they lie on disk, none without a file. May be called on any thread.

        Raises ReaderError when the file cannot be read, or is none of the library's.
        """
        if is_id(article) and not self.is_on_disk(kind, article):
            return RecordFile(article)
        path = self.places.records(kind, article)
        if not is_id(article):
            raise ReaderError("file.foreign", file=str(path))
        return record_file.decode(self._read(path), kind, str(path), article)

    def is_on_disk(self, kind: str, article: str) -> bool:
        """Say whether there is a file of records, readable or not. May be called on any thread."""
        return is_id(article) and os.path.exists(self.places.name_of_records(kind, article))  # noqa: PTH110

    def has(self, article: str) -> bool:
        """Say whether an article is in the library, also when it is in the trash. May be called on any thread."""
        return self._is_in_memory(article) or self.is_on_disk("states", article)

    def ids(self, start: str = "") -> list[str]:
        """Return the ids of all articles, or of those that begin so, written or not."""
        if not HEX.issuperset(start):
            return []
        folder = self.places.library / "states"
        shards = (shard for shard in SHARDS if shard.startswith(start[:2]))
        names = (name for shard in shards for name in stems(folder / shard) if name.startswith(shard))
        found = {name for name in names if name.startswith(start) and is_id(name)}
        in_memory = (article for kind, article in self._records if kind == "states" and article.startswith(start))
        return sorted(found.union(filter(self._is_in_memory, in_memory)))

    def find_id(self, start: str) -> str:
        """Return the whole id of the article whose id begins so.

        Raises ReaderError article.missing or article.ambiguous.
        """
        found = [start] if self.has(start) else self.ids(start) if start else []
        if len(found) != 1:
            raise ReaderError("article.ambiguous" if found else "article.missing", id=start)
        return found[0]

    def edit(self, kind: str, edits: Mapping[str, Mapping[str, Record]]) -> None:
        """Change records, by article and record id: in memory now, on disk soon."""
        files: dict[tuple[str, str], RecordFile] = {}
        for article, records in edits.items():
            changed = RecordFile(article, records)
            files[kind, article] = changed
            self._keep((kind, article), self.records(kind, article).merged(changed))
        self._give({}, files)

    def put(self, name: str, text: "Written", original: bytes, images: Sequence[bytes] = ()) -> str:
        """Put an article's text, original and pictures on disk, soon; return its version.

        Its state is written after them, and waits for them: what is listed has a text.
        """
        from reader.store.originals import Originals
        from reader.store.writer import OnceWritten

        if self._originals is None:
            self._originals = Originals(self.places)
        files = self._originals.files(original, images)
        version = article_file.version_of(text.data)
        files[self.places.name_of_text(name, version)] = text.data
        self._keep_article((name, version), text)
        self._give({path: OnceWritten(content, name) for path, content in files.items()}, {})
        return version

    def make_state(self, article: str, values: Mapping[str, Any]) -> None:
        """Write the state of an article that has none: in memory now, on disk soon. It is no step of undo."""
        stamp = self.clock.stamp()
        record = Record({name: Register(values[name], stamp) for name in sorted(values)})
        key, file = ("states", article), RecordFile(article, {STATE: record})
        self._keep(key, file)
        self._give({}, {key: file})

    @contextmanager
    def together(self) -> Iterator[None]:
        """Give the writer all that is added and changed meanwhile at once, so that it is synced together."""
        from reader.store.batch import Batch

        batch = self._batch = Batch()
        try:
            yield
        finally:
            self._batch = None
            if batch.files or batch.records:
                self._writer.write(batch.files, batch.records)

    def _give(self, files: "dict[str, OnceWritten]", records: dict[tuple[str, str], RecordFile]) -> None:
        if self._batch is not None:
            self._batch.give(files, records)
        else:
            self._writer.write(files, records)

    def take_copy(self, copy: Path) -> bool:
        """Merge a conflict copy of records and move it out of the library; say whether it was one. On any thread.

        Raises ReaderError when it cannot be read or written; then it stays where it is.
        """
        from reader.store.conflicts import Conflicts, copied_records

        records = copied_records(copy, self.places)
        if records:
            Conflicts(self.places, self.disk).take_in(copy, *records)
        return records is not None

    def mentions(self, article: str, version: str, tagger: str) -> "tuple[Mention, ...] | None":
        """Return what a tagger found in a version of an article, if it is still in the cache."""
        from reader.store import mention_file

        return mention_file.read(self.places.mentions(article, version), tagger)

    def any_mentions(self, article: str, version: str) -> "tuple[str, tuple[Mention, ...] | None]":
        """Return what is in the cache for a version of an article, and which tagger found it. On any thread."""
        from reader.store import mention_file

        return mention_file.read_any(self.places.mentions(article, version))

    def keep_mentions(self, article: str, version: str, tagger: str, mentions: "Iterable[Mention]") -> None:
        """Put what a tagger found into the cache. May be called on any thread."""
        from reader.store import mention_file

        mention_file.write(self.places.mentions(article, version), tagger, mentions)

    def knows(self, kind: str, article: str) -> bool:
        """Say whether the records of an article are in memory."""
        return (kind, article) in self._records

    def in_memory(self, kind: str) -> list[str]:
        """Return the articles whose records of a kind are in memory, and may not be on disk as they are."""
        return [article for each, article in self._records if each == kind]

    def reread(self, kind: str, article: str) -> bool:
        """Take in what came to a file from outside, or that it is gone; say whether that is news to what is in memory.

        Raises ReaderError when the file cannot be read.
        """
        if (kind, article) not in self._records:
            return False
        if not self.is_on_disk(kind, article) and not self._is_waiting((kind, article)):
            del self._records[kind, article]
            return True
        there = self.read_records(kind, article)
        is_news = self._absorb(kind, article, there)
        if self._records[kind, article] != there:  # another program put an older file, or another device's, over ours
            self._give({}, {(kind, article): self._records[kind, article]})
        return is_news

    def forget(self) -> None:
        """Read records and texts from disk again when they are next asked for, but for what is not yet there."""
        self._articles.clear()
        for key in [key for key in self._records if not self._is_waiting(key)]:
            del self._records[key]

    def unsaved(self) -> frozenset[str]:
        """Return the ids of the articles of which something is not yet on disk."""
        return self._open_writer.unsaved() if self._open_writer else frozenset()

    def waiting(self) -> tuple[dict[Path, bytes], dict[tuple[str, str], RecordFile]]:
        """Return the files and the records, by kind and article, that are not yet on disk."""
        return self._open_writer.waiting() if self._open_writer else ({}, {})

    def flush(self) -> None:
        """Wait until everything is on disk. Raises ReaderError when something could not be written."""
        if self._open_writer:
            self._open_writer.flush()

    def keep_up(self) -> None:
        """Wait until all but what is being written now is on disk. Raises ReaderError as `flush` does."""
        if self._open_writer:
            self._open_writer.keep_up()

    def close(self) -> None:
        """End the writer."""
        if self._open_writer:
            self._open_writer.close()

    @property
    def _writer(self) -> "Writer":
        """The writer, made with the first change: opening a library does not wait for it."""
        from reader.store.writer import Writer

        if self._open_writer is None:
            announce = replace(self._announce, merged=self._post_merged, saved=self._tell_saved)
            self._open_writer = Writer(self.disk, self.places.lock, self.places.name_of_records, announce, self._gone)
        return self._open_writer

    def _gone(self) -> ReaderError | None:
        """Return what is wrong where the library was and is not any more: a new one there would hide what is away."""
        is_there = self.places.has_files() or not self._was_there
        return None if is_there else ReaderError("library.gone", file=str(self.places.library))

    def _tell_saved(self) -> None:
        self._was_there = True
        self._announce.saved()

    def _post_merged(self, kind: str, article: str, file: RecordFile) -> None:
        self._post(lambda: self._take_merged(kind, article, file))

    def _take_merged(self, kind: str, article: str, file: RecordFile) -> None:
        if self._absorb(kind, article, file):
            self._announce.merged(kind, article, file)

    def _absorb(self, kind: str, article: str, file: RecordFile) -> bool:
        before = self._records.get((kind, article), RecordFile(article))
        after = before.merged(file)
        if after == before:
            return False
        self.clock.observe(latest_stamp(file.records.values()))
        self._keep((kind, article), after)
        return True

    def _current_version(self, article: str) -> str:
        """Return which version an article's state names; none when it cannot be read, for the text still can."""
        with suppress(ReaderError):
            version = self.records("states", article).records.get(STATE, Record()).value("version")
            return version if is_id(version) else ""
        return ""

    def _brought_back(self, article: str) -> list[str]:
        """Return the versions of an article that lay aside because it had been in the trash for long: it is wanted."""
        from reader.store.emptying import brought_back

        kept = self._records.get(("states", article))
        with suppress(ReaderError):
            file = kept or self.read_records("states", article)
            if not file.records.get(STATE, Record()).is_deleted and brought_back(self.places, self.disk, article):
                return self.versions(article)
        return []

    def _is_in_memory(self, article: str) -> bool:
        return bool(self._records.get(("states", article), RecordFile(article)).records)

    def _is_waiting(self, key: tuple[str, str]) -> bool:
        is_in_batch = self._batch is not None and key in self._batch.records
        return is_in_batch or (self._open_writer is not None and self._open_writer.is_waiting(key))

    def _text_file(self, article: str, version: str) -> tuple[Path, bytes]:
        """Return the file of a version, or of another one that is there, and what it holds or is to hold."""
        path = Path(name := self.places.name_of_text(article, version))
        waiting = self._batch.files.get(name) if self._batch is not None else None
        if waiting is None and self._open_writer is not None:
            waiting = self._open_writer.waiting_file(name)
        if waiting is not None:
            return path, waiting.data
        if not is_id(version) or not os.path.exists(name):  # noqa: PTH110 - texts are read by the dozen
            there = self.versions(article) or self._brought_back(article)
            if not there:
                raise ReaderError("article.missing", id=article)
            path = self.places.text(article, version if version in there else there[0])
        return path, self._read(path)

    def _keep(self, key: tuple[str, str], file: RecordFile) -> None:
        self._records[key] = file
        self._records.move_to_end(key)
        while len(self._records) > KEPT_RECORD_FILES and not self._is_waiting(next(iter(self._records))):
            self._records.popitem(last=False)

    def _kept_article(self, key: tuple[str, str]) -> Article | None:
        kept = self._articles.get(key)
        if kept is None or isinstance(kept, Article):
            return kept
        self._articles[key] = opened = kept.article  # nobody had looked into it since it was added
        return opened

    def _keep_article(self, key: "tuple[str, str]", article: "Article | Written") -> None:
        self._articles[key] = article
        while len(self._articles) > KEPT_ARTICLES:
            self._articles.popitem(last=False)

    def _read(self, path: Path) -> bytes:
        try:
            return self.disk.read(path)
        except OSError as error:
            raise describe(error, path) from error
