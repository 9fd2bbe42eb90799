"""Read what a reader brings: files, folders, a clipboard. All of it is parsed in a process of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from reader.articles.article import Article, Origin
from reader.crew import Crew
from reader.errors import ReaderError
from reader.intake.ahead import ahead
from reader.intake.bundles import Member, is_bundle, place_inside
from reader.intake.calls import Call
from reader.intake.carrying import carried_over, parts_of
from reader.intake.containers import MEDIA_TYPES as CONTAINED_IN
from reader.intake.containers import Container, container_of
from reader.intake.files import MOST_BYTES, bytes_of, shown
from reader.intake.framing import Saved, read_with_frames, saved_in_folder
from reader.intake.hints import Hints, Part
from reader.intake.imported import Imported
from reader.intake.parsing import Parser, origin_of
from reader.intake.ready import Ready
from reader.intake.recognising import MEDIA_TYPES, Format, format_of
from reader.intake.walking import Found, files_in
from reader.isolation import Cancelled, Limits
from reader.text.cleaning import letters

LIMITS = Limits(seconds=60, memory=1 << 30)
LARGEST_BATCH = 1000
"""Articles that are put on disk together at most, but for those of one outcome: syncing takes as long for fewer."""
LONGEST_WAIT = 0.5  # seconds after which a batch is put on disk, however small

_CLIPBOARD = Path()
_LEAST_KEPT = 0.9  # the share of a clipboard's letters that its HTML must give, else its text is read


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: the articles read from it, or why there are none. A clipboard's path is empty.

    A file that holds many articles has several outcomes, one for each batch of them. `failures` says of which articles
    inside nothing could be read, and why; `leftovers` is what stood beside all articles and was not understood.
    """

    path: Path
    imported: tuple[Ready, ...] = ()
    error: ReaderError | None = None
    failures: tuple[ReaderError, ...] = ()
    leftovers: tuple[str, ...] = ()


class Importer:
    """Reads inputs, some side by side; a failure of one is its outcome and does not hinder the rest.

    As a context manager it ends its processes; a crew that was handed in goes on.
    """

    def __init__(self, crew: Crew | None = None) -> None:
        self._crew = crew or Crew(LIMITS)
        self._parser = Parser(self._crew)
        self._is_own = crew is None
        self._cancelled = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, unless they were handed in."""
        if self._is_own:
            self._crew.close()

    def cancel(self) -> None:
        """Stop, from another thread: what is being read has no outcome; those already given stay."""
        self._cancelled = True
        self._crew.cancel()

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
        begun = -1
        try:
            for number, outcome in self._crew.in_order(self._readings(found, plain=plain, chapters=chapters)):
                if progress and number > begun:
                    progress(number, len(found), found[number].path)
                begun = number
                yield outcome.result()
                if self._cancelled:
                    return
        except Cancelled:
            return

    def read_path(self, path: Path, *, plain: bool = False, chapters: bool = False) -> Outcome:
        """Return the outcome of one file, with all articles that it holds.

        Raises Cancelled.
        """
        outcomes = [read_one() for read_one in self._readings_of(path, plain=plain, chapters=chapters)]
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
        data = bytes_of(original)
        is_file = bool(origin.name)
        hints = Hints(file=origin.name) if is_file else Hints(address=article.address, source=article.source)
        container = container_of(data) if is_file and origin.media_type in CONTAINED_IN.values() else None
        if container is not None:
            found = list(self._parser.found(container, data, hints, origin.locator))
        else:
            told = None if is_file else next((each for each in Format if MEDIA_TYPES[each] == origin.media_type), None)
            kind = told or format_of(data, hints.file)
            parts = parts_of(article, picture) if kind is Format.HTML else ()
            read_now = self._parser.articles(kind, data, replace(hints, parts=parts, chapters=bool(origin.locator)))
            found = [one for one in read_now if one.locator == origin.locator]
        if not found:
            raise ReaderError("import.empty", file=hints.file or article.title)
        again = found[0]
        return Imported(
            article=carried_over(article, again.article),
            original=data,
            images=again.images,
            leftovers=again.leftovers,
            unreadable=again.unreadable,
        )

    def _readings(
        self, found: Sequence[Found], *, plain: bool, chapters: bool
    ) -> Iterator[tuple[int, Callable[[], Outcome]]]:
        """Yield what reads each file, or a part of one, with the file's number."""
        for number, one in enumerate(found):
            if one.error:
                yield number, partial(Outcome, one.path, error=one.error)
            else:
                for reading in self._readings_of(one.path, plain=plain, chapters=chapters):
                    yield number, reading

    def _readings_of(self, path: Path, *, plain: bool, chapters: bool) -> Iterator[Callable[[], Outcome]]:
        """Yield what reads one file, or a part of it where it holds many articles.

        Raises Cancelled.
        """
        hints = Hints(file=shown(path), plain=plain, chapters=chapters)
        try:
            place = place_inside(path)
            data = bytes_of(place[0] if place else path)
            container = None if plain else container_of(data)
            if container is None and is_bundle(data):
                yield from self._readings_of_members(place or (path, ""), data, hints)
            elif place is not None:
                yield partial(Outcome, path, error=ReaderError("import.missing", file=hints.file))
            elif container is not None:
                yield from self._readings_inside(path, container, data, hints)
            else:
                yield partial(self._read_file, path, data, hints)
        except ReaderError as error:
            yield partial(Outcome, path, error=error)

    def _readings_of_members(
        self, place: tuple[Path, str], data: bytes, hints: Hints
    ) -> Iterator[Callable[[], Outcome]]:
        """Yield what reads the files of a zip file, as those of a folder; of one path inside alone, where it is named.

        Raises Cancelled and ReaderError.
        """
        bundle, wanted = place
        is_empty = True
        for member in self._parser.members(data, shown(bundle), wanted):
            path, is_empty = bundle / member.path, False
            inside = replace(hints, file=shown(path))
            container = None if hints.plain else container_of(member.data)
            if not member.data:
                yield partial(Outcome, path, error=ReaderError("import.empty", file=inside.file))
            elif container is not None:
                yield from self._readings_inside(path, container, member.data, inside)
            else:
                yield partial(self._read_file, path, member.data, inside, _saved_in_bundle(member))
        if is_empty:
            raise ReaderError("import.missing" if wanted else "import.folder_empty", file=hints.file)

    def _read_file(self, path: Path, data: bytes, hints: Hints, saved: Saved | None = None) -> Outcome:
        if self._cancelled:
            raise Cancelled
        try:
            kind = format_of(data, hints.file)
            if kind is Format.HTML and path != _CLIPBOARD:
                page = saved or saved_in_folder(path, data)
                return Outcome(path, read_with_frames(page, partial(self._read_page, hints)))
            return Outcome(path, self._parser.articles(kind, data, hints))
        except ReaderError as error:
            return Outcome(path, error=error)

    def _read_page(self, hints: Hints, data: bytes, parts: tuple[Part, ...], title: str) -> tuple[Ready, ...]:
        return self._parser.articles(Format.HTML, data, replace(hints, parts=parts, title=title))

    def _readings_inside(
        self, path: Path, kind: Container, data: bytes, hints: Hints
    ) -> Iterator[Callable[[], Outcome]]:
        origin = origin_of(kind, data, hints)
        for call in self._parser.calls(kind, data, hints):
            yield partial(self._read_call, path, call, data, origin, hints.file)

    def _read_call(self, path: Path, call: Call, data: bytes, origin: Origin, file: str) -> Outcome:
        if self._cancelled:
            raise Cancelled
        if not call.count:
            return Outcome(path, error=ReaderError("import.empty", file=file), leftovers=call.leftovers)
        imported, failures = self._parser.articles_of(call, data, origin, file)
        return Outcome(path, imported, failures=failures, leftovers=call.leftovers)

    def read_fetched(self, data: bytes, address: str) -> Iterator[Outcome]:
        """Yield the outcomes of a document that came from an address: a page, a feed, or any other that can be read."""
        self._cancelled = False
        hints = Hints(file=address.partition("?")[0].partition("#")[0].rstrip("/"), address=address)
        try:
            container = container_of(data)
            if not data:
                yield Outcome(_CLIPBOARD, error=ReaderError("import.empty", file=address))
            elif container is None:
                yield self._read_file(_CLIPBOARD, data, hints)
            else:
                for reading in self._readings_inside(_CLIPBOARD, container, data, hints):
                    yield reading()
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
            return Outcome(_CLIPBOARD, self._parser.articles(kind, data, hints))
        except ReaderError as error:
            key = "import.paste_empty" if error.key == "import.empty" else "import.paste_failed"
            return Outcome(_CLIPBOARD, error=ReaderError(key))


def _saved_in_bundle(member: Member) -> Saved:
    return Saved(member.data, lambda: member.parts, lambda: map(_saved_in_bundle, member.frames))


def _holds(imported: Iterable[Ready], text: str) -> bool:
    """Say whether articles, with what was left over from them, hold nearly all letters of a text."""
    kept = sum(len(letters(one.article.text)) + sum(len(letters(line)) for line in one.leftovers) for one in imported)
    return kept >= _LEAST_KEPT * len(letters(text))


def in_batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Yield outcomes a batch at a time, to be put on disk together: many when they come fast, few when slow.

    The next ones are read meanwhile.
    """
    batch: list[Outcome] = []
    count, begun = 0, monotonic()
    for outcome in ahead(outcomes):
        batch.append(outcome)
        count += max(len(outcome.imported), 1)
        if count >= LARGEST_BATCH or monotonic() - begun > LONGEST_WAIT:
            yield batch
            batch, count, begun = [], 0, monotonic()
    if batch:
        yield batch
