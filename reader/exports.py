"""What leaves the library: articles and highlights as files of other formats."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.annotations.anchoring import Anchorage
from reader.annotations.highlight import PlacedHighlight
from reader.errors import ReaderError
from reader.exporting.exported import Content, Exported
from reader.exporting.file_names import file_name, unused
from reader.exporting.formats import Format
from reader.exporting.pictures import with_pictures
from reader.store import mark_records
from reader.store.disk import Disk, describe, write_whole
from reader.store.layout import is_digest
from reader.store.records import Record
from reader.store.state_records import STATE, to_state
from reader.store.store import Store

Report = Callable[[int, int], None]
"""Gets how many articles are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported where.

    `target` is a file, or the folder for formats that make a file of each of several articles. With `replaces` a file
    of that name gives way. `marks` are the highlights that are wanted, all of them when it is None. `about` is the
    person or the like that all the articles are about, if they were chosen for that; `notes` are what the reader wrote
    on all of them together.
    """

    articles: tuple[str, ...]
    format: Format
    content: Content = Content.BOTH
    target: Path
    replaces: bool = False
    marks: Collection[str] | None = None
    about: str = ""
    notes: str = ""


Draw = Callable[[Sequence[Exported], Order], bytes]
"""Lays out articles on pages, which only the window's part of the program can."""


@dataclass(slots=True)
class Written:
    """What became of an order: the files that were written whole, and what went wrong with the others."""

    files: list[Path] = field(default_factory=list)
    errors: list[ReaderError] = field(default_factory=list)


class Exports:
    """Reads articles from disk and writes files. Its methods may be called on any thread, after the library's flush."""

    def __init__(self, store: Store, disk: Disk | None = None) -> None:
        self._store, self._disk = store, disk or Disk()

    def gather(self, article: str, marks: Collection[str] | None = None) -> Exported:
        """Return an article with its highlights. Raises ReaderError when one of its files cannot be read."""
        store = self._store
        record = store.read_records("states", article).records.get(STATE, Record())
        version, text = store.read_article(article, str(record.value("version", default="")))
        found = mark_records.present(store.read_records("marks", article))
        anchorage = Anchorage(text.text, version, store.disk_text_of(article)) if found else None
        placed = [anchorage.place(each) for each in found if marks is None or each.id in marks] if anchorage else []
        names = {block.image for block in text.blocks if is_digest(block.image)}
        images = {name: path for name in sorted(names) if (path := store.places.image(name)).exists()}
        original = store.places.original(text.origin.sha256) if text.origin and is_digest(text.origin.sha256) else None
        return Exported(
            id=article,
            article=text,
            state=to_state(record),
            highlights=tuple(sorted(placed, key=_in_order)),
            images=images,
            original=original if original and original.exists() else None,
        )

    def gather_all(self, articles: Iterable[str], marks: Collection[str] | None, told: Written) -> Iterator[Exported]:
        """Yield articles; those that cannot be read are told of."""
        for article in articles:
            try:
                yield self.gather(article, marks)
            except ReaderError as error:
                told.errors.append(error)

    def write(
        self,
        order: Order,
        report: Report = lambda _done, _all: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        draw: Draw | None = None,
    ) -> Written:
        """Write the files of an order; one that fails does not hinder the others. `draw` makes those with pages.

        Cancelled, it stops before the next file; those that are written stay.
        """
        written = Written()
        for path, articles in self.planned(order, written, report):
            if is_cancelled():
                break
            self._put(path, articles, order, written, draw)
        return written

    def planned(
        self, order: Order, told: Written, report: Report = lambda _done, _all: None
    ) -> Iterator[tuple[Path, tuple[Exported, ...]]]:
        """Yield each file of an order with the articles that belong into it."""
        gathered = self._counted(self.gather_all(order.articles, order.marks, told), order, report)
        if not order.format.one_each or (len(order.articles) == 1 and not order.target.is_dir()):
            articles = tuple(gathered)
            if articles:
                yield order.target, articles
            return
        taken: set[str] = set()
        there = _names_in(order.target)
        for each in gathered:
            name = self._name(each, order, taken, there)
            taken.add(name.casefold())
            yield order.target / name, (each,)

    def check(self, path: Path, order: Order) -> None:
        """Raise ReaderError export.exists when a file is there that may not give way."""
        if path.exists() and not order.replaces:
            raise ReaderError("export.exists", file=str(path))

    def _name(self, exported: Exported, order: Order, taken: set[str], there: frozenset[str]) -> str:
        """Return the name of an article's file: one that nobody has, or that of its own note, to be renewed."""
        stem, suffix = file_name(exported.article.title), order.format.suffix
        others = set(taken)
        while (name := unused(stem, suffix, others)).casefold() in there:
            if order.format.renewed and self._is_own(order.target / name, exported, order.format):
                return name
            others.add(name.casefold())
        return name

    def _is_own(self, path: Path, exported: Exported, kind: Format) -> bool:
        try:
            return kind.is_about(self._disk.read(path), exported.id)
        except OSError:
            return False

    def _put(self, path: Path, articles: Sequence[Exported], order: Order, written: Written, draw: Draw | None) -> None:
        kind, pictures = order.format, dict[Path, bytes]()
        if kind.pictures and kind.fitting(order.content) is not Content.HIGHLIGHTS:
            articles, pictures = with_pictures(articles, path, kind.pictures)
        try:
            write_whole(self._disk, {**pictures, path: self._made(path, articles, order, draw)})
        except OSError as error:
            written.errors.append(describe(error, path))
        except ReaderError as error:
            written.errors.append(error)
        else:
            written.files.append(path)

    def _made(self, path: Path, articles: Sequence[Exported], order: Order, draw: Draw | None) -> bytes:
        kind = order.format
        if kind.renewed and path.exists():
            before = self._disk.read(path)
            if not kind.is_about(before, articles[0].id):
                raise ReaderError("export.not_ours", file=str(path))
            return kind.renew(before, kind.make(articles, order.content, order.about, order.notes))
        self.check(path, order)
        if kind.drawn and draw is not None:
            return draw(articles, order)
        return kind.make(articles, order.content, order.about, order.notes)

    def _counted(self, gathered: Iterable[Exported], order: Order, report: Report) -> Iterator[Exported]:
        for done, each in enumerate(gathered):
            report(done, len(order.articles))
            yield each


def _in_order(placed: PlacedHighlight) -> tuple[int, int, str]:
    span = placed.span or placed.highlight.span
    return span.start, span.end, placed.highlight.id


def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(path.name.casefold() for path in folder.iterdir())
    except OSError:
        return frozenset()
