"""All highlights and notes of the library: asked for, changed together, given a place again."""

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path

from reader.annotations.anchoring import Anchorage
from reader.annotations.candidates import Candidate, candidates
from reader.annotations.highlight import Highlight, Status
from reader.catalogue.marks import MarkIndex, MarkQuery, MarkRow, TakenIn
from reader.catalogue.names import Names
from reader.changes import ArticlesChanged, Change, MarksChanged
from reader.errors import ReaderError
from reader.store import mark_records
from reader.store.clock import time_of
from reader.store.edit import Edit
from reader.store.emptying import Emptying, removed_since
from reader.store.layout import SHARDS, is_id
from reader.store.marks import Marks
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.state_records import STATE
from reader.store.store import Store

BATCH = 200
"""Articles whose marks are put into the index at once."""

NAMES_OFFERED = 40

Apply = Callable[[Sequence[Edit], str, str], None]
"""Makes edits as one step of undo, whose message key is given; and with it what is being written, if anything."""


class Annotating:
    """Asks the index for highlights and notes of all articles, and keeps it in step with the store.

    Methods are called on the library's thread, but for `survey`.
    """

    def __init__(self, store: Store, marks: Marks, apply: Apply) -> None:
        self._store, self._marks, self._apply = store, marks, apply
        self._index = MarkIndex(store.places.catalogue)
        self._stale = set(store.in_memory("marks"))
        self._in_step: set[str] = set()
        self._touched: set[str] = set()
        self._writings = 0

    # -- asking

    def rows(self, query: MarkQuery, offset: int = 0, limit: int = -1) -> list[MarkRow]:
        """Return a page of highlights and notes. Raises ReaderError disk.failed."""
        self._refresh()
        return self._index.rows(query, self._named(query), offset, limit)

    def count(self, query: MarkQuery) -> int:
        """Return how many highlights and notes a query finds. Raises ReaderError disk.failed."""
        self._refresh()
        return self._index.count(query, self._named(query))

    def trash(self, article: str = "") -> MarkQuery:
        """Return the query for what was removed and can still be brought back."""
        return MarkQuery(article=article, removed=removed_since())

    def tags(self) -> list[tuple[str, int]]:
        """Return the tags of highlights with how many have each, the most used first."""
        self._refresh()
        return sorted(self._index.tags().items(), key=lambda each: (-each[1], each[0]))

    def names(self, article: str = "") -> list[tuple[str, str, int]]:
        """Return key, name and number of highlights of the people and places named in highlights, most first."""
        self._refresh()
        places: dict[str, list[tuple[int, int]]] = {}
        for _, marked, span in self._index.places([article] if article else self._index.articles()):
            places.setdefault(marked, []).append((span.start, span.end))
        names = Names(self._store.places.names)
        counts: dict[str, int] = {}
        shown: dict[str, str] = {}
        try:
            for key, name, marked, spans in names.standing_in([*places]):
                number = sum(any(one.start < end and start < one.end for one in spans) for start, end in places[marked])
                if number:
                    counts[key] = counts.get(key, 0) + number
                    shown.setdefault(key, name)
        finally:
            names.close()
        ranked = sorted(counts, key=lambda key: (-counts[key], shown[key]))[:NAMES_OFFERED]
        return [(key, shown[key], counts[key]) for key in ranked]

    def candidates(self, mark: str) -> tuple[Candidate, ...]:
        """Return where a highlight without a place may belong, the best first. Raises ReaderError mark.missing."""
        highlight = self._marks.find(mark)
        return candidates(highlight, self._store.article(highlight.article)[1].text)

    # -- changing

    def note_on_article(self, article: str, note: str = "", tags: Sequence[str] = ()) -> Highlight:
        """Write a note on the whole article. Raises ReaderError article.missing."""
        made = self._marks.make_on_article(article, self._store.clock.now(), tags)
        self._apply([self._marks.adding(made, note)], "undo.note_added", self._writing(made.id))
        return self._marks.find(made.id)

    def write_note(self, mark: str, note: str) -> None:
        """Put a note in the place of the one before. Raises ReaderError mark.missing.

        However often it is written until `finish_note`, it is one step of undo, with the making of a note on an
        article.
        """
        edit = self._marks.changing(self._marks.find(mark), note=note)
        self._apply([edit], "undo.highlight_changed", self._writing(mark))

    def finish_note(self, mark: str) -> None:
        """End the writing of a note; one on an article in which nothing stands is removed. Raises as `write_note`."""
        highlight = self._marks.find(mark)
        if highlight.is_on_article and not highlight.note.strip() and not highlight.tags:
            edit = Edit("marks", highlight.article, mark, {"deleted": True})
            self._apply([edit], "undo.highlight_removed", self._writing(mark))
        self._writings += 1

    def recolour(self, marks: Sequence[str], colour: str) -> None:
        """Give several highlights one colour, in one step. Raises ReaderError mark.missing."""
        found = [self._marks.find(mark) for mark in marks]
        self._apply([self._marks.changing(each, colour=colour) for each in found], "undo.highlight_changed", "")

    def tag(self, marks: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Give several highlights tags and take others away, in one step. Raises ReaderError mark.missing."""
        found = [self._marks.find(mark) for mark in marks]
        edits = [
            self._marks.changing(each, tags=[*(tag for tag in each.tags if tag not in remove), *add]) for each in found
        ]
        self._apply(edits, "undo.highlight_changed", "")

    # -- keeping in step

    def follow(self, change: Change) -> None:
        """Take notice of a change of the library."""
        changed: tuple[str, ...] = ()
        if isinstance(change, MarksChanged):
            changed = (change.article,)
        elif isinstance(change, ArticlesChanged):
            changed = change.ids
        self._stale.update(changed)
        self._touched.update(changed)

    def surveying(self) -> frozenset[str]:
        """Begin to note what changes while `survey` reads; return the articles it need not look at.

        Those the index has from memory, or is about to: their files may be older, or not be there yet.
        """
        self._touched = set(self._stale)
        return frozenset(self._in_step | self._stale)

    def survey(self, passed_over: Collection[str] = (), is_cancelled: Callable[[], bool] = lambda: False) -> None:
        """Take in what changed on disk since the index last looked, on this thread.

        Raises ReaderError disk.failed. `surveying` and `surveyed` are to be called on the library's thread before and
        after.
        """
        index = MarkIndex(self._store.places.catalogue)
        try:
            known = index.taken_in()
            there = _files(self._store.places.library / "marks")
            index.forget([article for article in known if article not in there and article not in passed_over])
            news: dict[str, tuple[TakenIn, Sequence[MarkRow]]] = {}
            for article, stamp in there.items():
                if is_cancelled():
                    return
                if article in passed_over and article in known:
                    continue
                version = self._version(self._store.read_records, article)
                made = TakenIn(*stamp, version)
                if known.get(article) != made:
                    with suppress(ReaderError):
                        news[article] = (made, self._read(self._store.read_records("marks", article), version))
                if len(news) >= BATCH:
                    index.put(news)
                    news = {}
            index.put(news)
        finally:
            index.close()

    def empty_trash(self, passed_over: Collection[str] = ()) -> int:
        """Take what was removed too long ago out of the files, on this thread; return how many there were.

        What is `passed_over` are the articles in memory, which would write it again: their turn comes another day.
        Raises ReaderError disk.failed; a file that cannot be read or written is left.
        """
        self.survey(passed_over)
        index, emptied = MarkIndex(self._store.places.catalogue), 0
        try:
            due = [article for article in index.removed_until(removed_since()) if article not in passed_over]
        finally:
            index.close()
        emptying = Emptying(self._store.places, self._store.disk)
        for article in due:
            with suppress(ReaderError):
                emptied += emptying.empty(article)
        return emptied

    def in_memory(self) -> frozenset[str]:
        """Return the articles whose highlights are in memory."""
        return frozenset(self._store.in_memory("marks"))

    def surveyed(self) -> None:
        """Look again at what changed while `survey` was reading from disk."""
        self._stale |= self._touched

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def _refresh(self) -> None:
        stale, self._stale = self._stale, set()
        self._in_step |= stale
        known = self._index.taken_in() if stale else {}
        news: dict[str, tuple[TakenIn, Sequence[MarkRow]]] = {}
        for article in sorted(stale):
            with suppress(ReaderError):
                file = self._store.records("marks", article)
                if file.records or article in known:
                    version = self._version(self._store.records, article)
                    news[article] = (TakenIn(version=version), self._rows(file, self._marks.anchorage(article)))
        if news:
            self._index.put(news)

    def _writing(self, mark: str) -> str:
        """Return what names the present writing of a note."""
        return f"{mark} {self._writings}"

    def _named(self, query: MarkQuery) -> list[str] | None:
        """Return the marks in or at a person's or place's name; None where none is asked for."""
        if not query.key:
            return None
        names = Names(self._store.places.names)
        try:
            standing = {each.article: each.spans for each in names.standing(query.key)}
        finally:
            names.close()
        marked = self._index.places([*standing])
        return [mark for mark, article, span in marked if any(span.overlaps(each) for each in standing[article])]

    def _version(self, records: Callable[[str, str], RecordFile], article: str) -> str:
        with suppress(ReaderError):
            version = records("states", article).records.get(STATE, Record()).value("version")
            return version if isinstance(version, str) else ""
        return ""

    def _read(self, file: RecordFile, version: str) -> list[MarkRow]:
        """Return the rows of an article from its files alone."""
        current, text = self._store.read_article(file.article, version)
        earlier = self._store.disk_text_of(file.article)
        return self._rows(file, Anchorage(text.text, current, earlier))

    def _rows(self, file: RecordFile, anchorage: Anchorage) -> list[MarkRow]:
        rows = []
        for mark, record in file.records.items():
            highlight = mark_records.to_highlight(mark, file.article, record)
            if highlight is not None:
                rows.append(_row_of(highlight, record, anchorage))
        return rows


def _row_of(highlight: Highlight, record: Record, anchorage: Anchorage) -> MarkRow:
    placed = anchorage.place(highlight)
    removed = record.fields["deleted"].stamp if record.is_deleted else ""
    return MarkRow(
        id=highlight.id,
        article=highlight.article,
        colour=highlight.colour,
        tags=highlight.tags,
        quote=highlight.quote,
        note=highlight.note,
        span=placed.span if placed.status is not Status.ORPHAN else None,
        status=placed.status,
        created=highlight.created,
        modified=highlight.modified,
        removed=time_of(removed),
    )


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return when the file of each article's marks last changed (ns since 1970), and its size in bytes."""
    found = {}
    for shard in SHARDS:
        with suppress(OSError), os.scandir(folder / shard) as entries:
            for entry in entries:
                article = entry.name.removesuffix(".json")
                if entry.name.endswith(".json") and is_id(article):
                    stat = entry.stat()
                    found[article] = (stat.st_mtime_ns, stat.st_size)
    return found
