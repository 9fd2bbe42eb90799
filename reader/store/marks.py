"""The highlights of articles: found, placed in the current text, and made."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.annotations.anchoring import Anchorage
from reader.annotations.highlight import COLOURS, CONTEXT_LENGTH, Highlight, PlacedHighlight, Status
from reader.annotations.tags import retagged
from reader.errors import ReaderError
from reader.store import mark_records
from reader.store.edit import Edit
from reader.store.record_file import RecordFile
from reader.store.records import Record
from reader.store.store import Store
from reader.text.spans import Span

KEPT = 4
"""Of how many articles it is remembered which highlights they have, and where."""


@dataclass(slots=True)
class _Kept:
    """An article's highlights: as they were read from a file, and where all stood for certain in a version."""

    file: RecordFile
    read: dict[str, tuple[Record, Highlight | None]]
    version: str = ""
    placed: tuple[PlacedHighlight, ...] = ()


class Marks:
    """Reads highlights from a store and says which edits change them. It writes nothing itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._anchorages: OrderedDict[tuple[str, str], Anchorage] = OrderedDict()

    def of(self, article: str) -> tuple[PlacedHighlight, ...]:
        """Return an article's highlights where they stand in its current version, in the order of the text."""
        kept = self._kept_of(self._store.records("marks", article))
        if kept.placed and kept.version == self._store.article(article)[0]:
            return kept.placed
        found = [highlight for record, highlight in kept.read.values() if highlight and not record.is_deleted]
        if not found:
            return ()
        version = self._store.article(article)[0]
        placed = tuple(sorted(map(self.anchorage(article).place, found), key=_order))
        if all(each.status is Status.FIXED for each in placed):  # the others may be found once another text arrives
            kept.version, kept.placed = version, placed
        return placed

    def _kept_of(self, file: RecordFile) -> _Kept:
        """Return the highlights in a file; of records that are as they were, as they were read the last time."""
        kept = self._kept.get(file.article)
        if kept is None or kept.file is not file:
            kept = self._kept[file.article] = _Kept(file, _read(file, kept.read if kept else {}))
        self._kept.move_to_end(file.article)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return kept

    def anchorage(self, article: str) -> Anchorage:
        """Return the current version of an article's text, ready to say where highlights stand in it."""
        version, current = self._store.article(article)
        key = (article, version)
        if key not in self._anchorages:
            self._anchorages[key] = Anchorage(current.text, version, self._store.text_of(article))
        self._anchorages.move_to_end(key)
        while len(self._anchorages) > KEPT:
            self._anchorages.popitem(last=False)
        return self._anchorages[key]

    def find(self, mark: str) -> Highlight:
        """Return a highlight, also a removed one. Raises ReaderError mark.missing."""
        start = mark[: mark_records.ARTICLE_DIGITS]
        for article in self._beginning(start) if mark > start else ():
            record = self._store.records("marks", article).records.get(mark)
            highlight = mark_records.to_highlight(mark, article, record) if record else None
            if highlight:
                return highlight
        raise ReaderError("mark.missing", id=mark)

    def _beginning(self, start: str) -> Iterator[str]:
        """Yield the articles whose ids begin so: first those in hand, which spares looking through a folder."""
        yield from [article for article in self._kept if article.startswith(start)]
        yield from self._store.ids(start)

    def make(self, article: str, span: Span, colour: str, created: str, tags: Sequence[str] = ()) -> Highlight:
        """Return a new highlight of a passage of an article's current version."""
        version, current = self._store.article(article)
        text = current.text
        return Highlight(
            id=mark_records.new_id(article),
            article=article,
            version=version,
            block=next((block.id for block, where in current.placed_blocks() if span.start <= where.end), ""),
            span=span,
            quote=span.of(text),
            prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
            suffix=text[span.end : span.end + CONTEXT_LENGTH],
            colour=colour,
            tags=mark_records.clean_tags(tags),
            created=created,
        )

    def make_on_article(self, article: str, created: str, tags: Sequence[str] = ()) -> Highlight:
        """Return a new note on the whole of an article, which stands beside no words of it."""
        version, _ = self._store.article(article)
        return Highlight(
            id=mark_records.new_id(article),
            article=article,
            version=version,
            block="",
            span=Span(0, 0),
            quote="",
            prefix="",
            suffix="",
            colour=COLOURS[0],
            tags=mark_records.clean_tags(tags),
            created=created,
        )

    def adding(self, highlight: Highlight, note: str) -> Edit:
        """Return the edit that adds a highlight, with the tags that its note names."""
        texts = {"note": note} if note else {}
        highlight = replace(highlight, tags=retagged(highlight.tags, "", note))
        return Edit("marks", highlight.article, highlight.id, mark_records.values_of(highlight), texts)

    def changing(
        self,
        before: Highlight,
        colour: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        span: Span | None = None,
    ) -> Edit:
        """Return the edit that changes a highlight in place; what is None stays.

        A note brings the #tags with it that it names, and takes those along that it named before.
        """
        if note is not None:
            tags = retagged(before.tags if tags is None else tuple(tags), before.note, note)
        values: dict[str, object] = {}
        if colour is not None:
            values["colour"] = colour
        if tags is not None:
            record = self._store.records("marks", before.article).records[before.id]
            values |= mark_records.tag_values(record, mark_records.clean_tags(tags))
        if span is not None:
            values["anchor"] = mark_records.anchor_of(self.make(before.article, span, before.colour, before.created))
        return Edit("marks", before.article, before.id, values, {} if note is None else {"note": note})


def _read(
    file: RecordFile, before: Mapping[str, tuple[Record, Highlight | None]]
) -> dict[str, tuple[Record, Highlight | None]]:
    """Return the highlights in a file, with their records; those of records that are as they were `before`."""
    read = {}
    for mark, record in file.records.items():
        known = before.get(mark)
        is_same = known is not None and known[0] is record
        read[mark] = known if known and is_same else (record, mark_records.to_highlight(mark, file.article, record))
    return read


def _order(placed: PlacedHighlight) -> tuple[int, int, str]:
    """Return what sorts highlights in the order of the text; numbers, which compare much faster than spans."""
    span = placed.span or placed.highlight.span
    return span.start, span.end, placed.highlight.id
