"""Read what a reader brings: files, folders, a clipboard. All of it is parsed in a process of its own."""

import hashlib
import logging
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from reader.articles.article import Article, Origin
from reader.errors import ReaderError
from reader.intake.ahead import ahead
from reader.intake.carrying import carried_over, parts_of
from reader.intake.companions import companions_of
from reader.intake.containers import MEDIA_TYPES as CONTAINED_IN
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entry, in_calls
from reader.intake.gathering import entries_of
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.making import articles_of
from reader.intake.reading import read
from reader.intake.recognising import MEDIA_TYPES, Format, format_of
from reader.intake.walking import files_in
from reader.isolation import Cancelled, IsolatedFault, IsolatedWorker, Limits
from reader.text.cleaning import letters

P = ParamSpec("P")
T = TypeVar("T")

LIMITS = Limits(seconds=60, memory=1 << 30)
MOST_BYTES = 64 << 20
LARGEST_BATCH = 200
LONGEST_WAIT = 0.5  # seconds after which a batch is put on disk, however small

_CLIPBOARD = Path()
_LEAST_KEPT = 0.9  # the share of a clipboard's letters that its HTML must give, else its text is read
_TOLD = {
    "isolation.time": "import.too_slow",
    "isolation.memory": "import.too_much_memory",
    "isolation.crash": "import.crashed",
}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: the articles read from it, or why there are none. A clipboard's path is empty.

    A file that holds many articles has several outcomes, one for each batch of them. `failures` says of which articles
    inside nothing could be read, and why; `leftovers` is what stood beside all articles and was not understood.
    """

    path: Path
    imported: tuple[Imported, ...] = ()
    error: ReaderError | None = None
    failures: tuple[ReaderError, ...] = ()
    leftovers: tuple[str, ...] = ()


class Importer:
    """Reads inputs one after the other; a failure of one is its outcome and does not hinder the rest.

    As a context manager it ends its process; a process that was handed in goes on.
    """

    def __init__(self, worker: IsolatedWorker | None = None) -> None:
        self._worker = worker or IsolatedWorker(LIMITS)
        self._is_own = worker is None
        self._cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, unless it was handed in."""
        if self._is_own:
            self._worker.close()

    def cancel(self) -> None:
        """Stop, from another thread: what is being read has no outcome; those already given stay."""
        self._cancelled = True
        self._worker.cancel()

    def read_paths(
        self,
        paths: Iterable[Path],
        *,
        plain: bool = False,
        chapters: bool = False,
        progress: Callable[[int, int, Path], None] | None = None,
    ) -> Iterator[Outcome]:
        """Yield the outcome of each file, those of folders too, in their order.

        `plain` takes lines for paragraphs and guesses no structure; `chapters` makes each chapter of an e-book an
        article. `progress` is told, before each, how many are done,
        how many there are, and which is next.
        """
        self._cancelled = False
        found = list(files_in(paths))
        for done, one in enumerate(found):
            if progress:
                progress(done, len(found), one.path)
            try:
                if one.error:
                    yield Outcome(one.path, error=one.error)
                else:
                    yield from self._read_each(one.path, plain=plain, chapters=chapters)
            except Cancelled:
                return
            if self._cancelled:
                return

    def read_path(self, path: Path, *, plain: bool = False, chapters: bool = False) -> Outcome:
        """Return the outcome of one file, with all articles that it holds.

        Raises Cancelled.
        """
        outcomes = list(self._read_each(path, plain=plain, chapters=chapters))
        return Outcome(
            path,
            tuple(one for outcome in outcomes for one in outcome.imported),
            next((outcome.error for outcome in outcomes if outcome.error), None),
            tuple(error for outcome in outcomes for error in outcome.failures),
            tuple(line for outcome in outcomes for line in outcome.leftovers),
        )

    def read_again(
        self, original: Path, article: Article, picture: Callable[[str], Path | None] = lambda _name: None
    ) -> Imported:
        """Return what an article's kept original gives today.

        What the original never said, an address that the clipboard told among it, stays. Pictures that were taken from
        beside the file are found again where `picture` says that they are kept; those that are not stay where they
        were. Raises Cancelled, and ReaderError as a file's outcome has it.
        """
        origin = article.origin or Origin("")
        data = _bytes_of(original)
        is_file = bool(origin.name)
        hints = Hints(file=origin.name) if is_file else Hints(address=article.address, source=article.source)
        container = container_of(data) if is_file and origin.media_type in CONTAINED_IN.values() else None
        if container is not None:
            listed = self._run(hints.file, entries_of, container, data, hints)
            entries = [entry for entry in listed.entries if entry.locator == origin.locator]
            found = [one for _, one in self._made(entries[:1], listed.importer, hints.file)[0]]
        else:
            told = None if is_file else next((each for each in Format if MEDIA_TYPES[each] == origin.media_type), None)
            kind = told or format_of(data, hints.file)
            parts = parts_of(article, picture) if kind is Format.HTML else ()
            read_now = self._read(kind, data, replace(hints, parts=parts, chapters=bool(origin.locator)))
            found = [one for one in read_now if one.article.origin and one.article.origin.locator == origin.locator]
        if not found:
            raise ReaderError("import.empty", file=hints.file or article.title)
        return replace(found[0], article=carried_over(article, found[0].article), original=data)

    def _read_each(self, path: Path, *, plain: bool, chapters: bool) -> Iterator[Outcome]:
        """Yield the outcome of one file, or one for each batch of the articles that it holds.

        Raises Cancelled.
        """
        file = _shown(path)
        hints = Hints(file=file, plain=plain, chapters=chapters)
        try:
            data = _bytes_of(path)
            container = None if plain else container_of(data)
            if container is None:
                kind = format_of(data, file)
                parts = companions_of(path) if kind is Format.HTML else ()
                yield Outcome(path, self._read(kind, data, replace(hints, parts=parts)))
            else:
                yield from self._read_container(path, container, data, hints)
        except ReaderError as error:
            yield Outcome(path, error=error)

    def _read_container(self, path: Path, kind: Container, data: bytes, hints: Hints) -> Iterator[Outcome]:
        listed = self._run(hints.file, entries_of, kind, data, hints)
        origin = Origin(sha256=_digest(data), name=hints.name, media_type=CONTAINED_IN[kind])
        if not listed.entries:
            yield Outcome(path, error=ReaderError("import.empty", file=hints.file), leftovers=listed.leftovers)
        for number, call in enumerate(in_calls(listed.entries)):
            made, failures = self._made(call, listed.importer, hints.file)
            imported = tuple(
                replace(
                    one,
                    article=replace(one.article, origin=replace(origin, locator=entry.locator)),
                    original=data,
                )
                for entry, one in made
            )
            yield Outcome(path, imported, failures=failures, leftovers=() if number else listed.leftovers)
            if self._cancelled:
                return

    def _made(
        self, entries: Sequence[Entry], importer: str, file: str
    ) -> tuple[list[tuple[Entry, Imported]], tuple[ReaderError, ...]]:
        """Return the articles that entries make; where that fails, of each by itself, so that one harms no other."""
        try:
            return list(zip(entries, self._run(file, articles_of, entries, importer), strict=True)), ()
        except ReaderError:
            if len(entries) == 1:
                about = entries[0].title or entries[0].address or entries[0].locator
                return [], (ReaderError("import.unreadable_inside", file=file, title=about),)
        each = [self._made((entry,), importer, file) for entry in entries]
        return [pair for made, _ in each for pair in made], tuple(error for _, errors in each for error in errors)

    def read_fetched(self, data: bytes, address: str) -> Iterator[Outcome]:
        """Yield the outcomes of a document that came from an address: a page, a feed, or any other that can be read."""
        self._cancelled = False
        hints = Hints(file=address.partition("?")[0].partition("#")[0].rstrip("/"), address=address)
        try:
            container = container_of(data)
            if not data:
                yield Outcome(_CLIPBOARD, error=ReaderError("import.empty", file=address))
            elif container is None:
                yield Outcome(_CLIPBOARD, self._read(format_of(data, hints.file), data, hints))
            else:
                yield from self._read_container(_CLIPBOARD, container, data, hints)
        except Cancelled:
            return
        except ReaderError as error:
            yield Outcome(_CLIPBOARD, error=error)

    def read_pasted(self, text: str = "", html: str = "", address: str = "", source: str = "") -> Outcome:
        """Return the outcome of what a clipboard or a drop carried: its HTML if that holds all of the text, else that.

        Raises Cancelled.
        """
        outcome = self.read_html(html, address, source) if html.strip() else None
        if outcome and (outcome.error or not _holds(outcome.imported, text)) and text.strip():
            known = outcome.imported[0].article if outcome.imported else None
            return self.read_text(text, address or (known.address if known else ""), source)
        return outcome or self.read_text(text, address, source)

    def read_text(self, text: str, address: str = "", source: str = "") -> Outcome:
        """Return the outcome of pasted text.

        Raises Cancelled.
        """
        return self._read_clipboard(Format.PLAIN_TEXT, text, Hints(address=address, source=source))

    def read_html(self, html: str, address: str = "", source: str = "") -> Outcome:
        """Return the outcome of pasted HTML.

        Raises Cancelled.
        """
        return self._read_clipboard(Format.HTML, html, Hints(address=address, source=source))

    def _read_clipboard(self, kind: Format, text: str, hints: Hints) -> Outcome:
        data = text.encode("utf-8", "replace")
        if len(data) > MOST_BYTES:
            return Outcome(_CLIPBOARD, error=ReaderError("import.paste_failed"))
        try:
            return Outcome(_CLIPBOARD, self._read(kind, data, hints))
        except ReaderError as error:
            key = "import.paste_empty" if error.key == "import.empty" else "import.paste_failed"
            return Outcome(_CLIPBOARD, error=ReaderError(key))

    def _read(self, kind: Format, data: bytes, hints: Hints) -> tuple[Imported, ...]:
        imported = self._run(hints.file, read, kind, data, hints)
        if kind is Format.PACKAGE:
            return imported  # with its own original
        origin = Origin(sha256=_digest(data), name=hints.name, media_type=MEDIA_TYPES[kind])
        return tuple(
            replace(one, article=replace(one.article, origin=_located(origin, one.article.origin)), original=data)
            for one in imported
        )

    def _run(self, file: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function makes of a file in the process.

        Raises Cancelled, and ReaderError that names the file.
        """
        try:
            return self._worker.run(function, *args, **kwargs)
        except IsolatedFault as fault:
            _log.error("A file could not be read by %s:\n%s", function.__name__, fault)
            raise ReaderError("import.unreadable", file=file) from None
        except ReaderError as error:
            raise ReaderError(_TOLD.get(error.key, error.key), **{**error.values, "file": file}) from None


def _located(origin: Origin, inside: Origin | None) -> Origin:
    return replace(origin, locator=inside.locator) if inside else origin


def _bytes_of(path: Path) -> bytes:
    """Return a file's bytes.

    Raises ReaderError for what is missing, no file, too large, empty or not ours to read.
    """
    file = _shown(path)
    try:
        about = path.stat()
        is_file, size = stat.S_ISREG(about.st_mode), about.st_size
        data = b""
        if is_file and size <= MOST_BYTES:
            with path.open("rb") as opened:
                data = opened.read(MOST_BYTES + 1)  # it may have grown since, or not tell its size, as in /proc
    except FileNotFoundError:
        raise ReaderError("import.missing", file=file) from None
    except PermissionError:
        raise ReaderError("import.no_rights", file=file) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ReaderError("import.failed", file=file, reason=getattr(error, "strerror", "") or str(error)) from None
    if not is_file:
        raise ReaderError("import.no_file", file=file)
    if max(size, len(data)) > MOST_BYTES:
        raise ReaderError("import.too_large", file=file, megabytes=MOST_BYTES >> 20)
    if not data:
        raise ReaderError("import.empty", file=file)
    return data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _shown(path: Path) -> str:
    """Return a path as it can be shown and stored: bytes of names that are no characters become question marks."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _holds(imported: Iterable[Imported], text: str) -> bool:
    """Say whether articles, with what was left over from them, hold nearly all letters of a text."""
    kept = sum(len(letters(one.article.text)) + sum(len(letters(line)) for line in one.leftovers) for one in imported)
    return kept >= _LEAST_KEPT * len(letters(text))


def in_batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield outcomes a batch at a time, to be put on disk together: many when they come fast, few when slow.

    The next ones are read meanwhile.
    """
    batch: list[Outcome] = []
    begun = monotonic()
    for outcome in ahead(outcomes):
        batch.append(outcome)
        if len(batch) == LARGEST_BATCH or monotonic() - begun > LONGEST_WAIT:
            yield batch
            batch, begun = [], monotonic()
    if batch:
        yield batch
