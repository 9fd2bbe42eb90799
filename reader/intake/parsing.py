"""What is asked of the processes that parse: articles out of bytes, with the original that they were read from."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import ParamSpec, TypeVar

from reader.articles.article import Origin
from reader.crew import Crew
from reader.errors import ReaderError
from reader.intake.ahead import ahead
from reader.intake.bundles import Member, members_of
from reader.intake.calls import Call, calls_of, made, prepare, read_ready
from reader.intake.containers import MEDIA_TYPES as CONTAINED_IN
from reader.intake.containers import Container
from reader.intake.hints import Hints
from reader.intake.ready import Ready
from reader.intake.recognising import MEDIA_TYPES, Format
from reader.isolation import IsolatedFault, opened, sealed

P = ParamSpec("P")
T = TypeVar("T")

_TOLD = {
    "isolation.time": "import.too_slow",
    "isolation.memory": "import.too_much_memory",
    "isolation.crash": "import.crashed",
}
_MANY = 1 << 20  # bytes of a file from which on its articles are made by several processes
_HOWEVER_FAR = 0  # ahead: the process that takes a file apart is to be done with it, and make articles too
_log = logging.getLogger(__name__)


class Parser:
    """Has a crew parse bytes. Every method raises Cancelled, and ReaderError that names the file."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew

    def articles(self, kind: Format, data: bytes, hints: Hints) -> tuple[Ready, ...]:
        """Return the articles that bytes of a known format hold."""
        origin = Origin(sha256=_digest(data), name=hints.name, media_type=MEDIA_TYPES[kind])
        read = self._run(hints.file, read_ready, kind, data, hints, origin)
        return _sound(read, hints.file) if kind is Format.PACKAGE else _from(data, read, hints.file)

    def calls(self, kind: Container, data: bytes, hints: Hints) -> Iterator[Call]:
        """Yield what a file holds that holds many articles, a call at a time."""
        if len(data) > _MANY:
            self._crew.prepare(prepare)
        with _naming(hints.file, calls_of):
            yield from ahead(self._crew.stream(calls_of, kind, data, hints), most=_HOWEVER_FAR)

    def members(self, data: bytes, file: str, wanted: str) -> Iterator[Member]:
        """Yield the files of a zip file, or the one of a path that is wanted alone."""
        with _naming(file, members_of):
            yield from ahead(self._crew.stream(members_of, data, file, wanted), most=_HOWEVER_FAR)

    def articles_of(
        self, call: Call, data: bytes, origin: Origin, file: str
    ) -> tuple[tuple[Ready, ...], tuple[ReaderError, ...]]:
        """Return the articles of a call, and for those that could not be made why: one harms no other."""
        try:
            return _from(data, self._run(file, made, call.entries, call.importer, origin), file), ()
        except ReaderError:
            entries = opened(call.entries)
        articles: list[Ready] = []
        failures: list[ReaderError] = []
        for entry in entries:
            try:
                articles += self._run(file, made, sealed((entry,)), call.importer, origin)
            except ReaderError:
                about = entry.title or entry.address or entry.locator
                failures.append(ReaderError("import.unreadable_inside", file=file, title=about))
        return _from(data, articles, file), tuple(failures)

    def found(self, kind: Container, data: bytes, hints: Hints, locator: str) -> Iterator[Ready]:
        """Yield the first article that stands at a place in a file that holds many."""
        origin = origin_of(kind, data, hints)
        for call in self.calls(kind, data, hints):
            wanted = [entry for entry in opened(call.entries) if entry.locator == locator][:1]
            if wanted:
                yield from self._run(hints.file, made, sealed(tuple(wanted)), call.importer, origin)
                return

    def _run(self, file: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        with _naming(file, function):
            return self._crew.run(function, *args, **kwargs)


def origin_of(kind: Container, data: bytes, hints: Hints) -> Origin:
    """Return what the articles of a file are from that holds many."""
    return Origin(sha256=_digest(data), name=hints.name, media_type=CONTAINED_IN[kind])


@contextmanager
def _naming(file: str, function: Callable[..., object]) -> Iterator[None]:
    """Tell what went wrong in a process as something about the file."""
    try:
        yield
    except IsolatedFault as fault:
        _log.error("A file could not be read by %s:\n%s", function.__name__, fault)
        raise ReaderError("import.unreadable", file=file) from None
    except ReaderError as error:
        raise ReaderError(_TOLD.get(error.key, error.key), **{**error.values, "file": file}) from None


def _from(original: bytes, articles: Iterable[Ready], file: str) -> tuple[Ready, ...]:
    return tuple(replace(one, original=original) for one in _sound(articles, file))


def _sound(articles: Iterable[Ready], file: str) -> tuple[Ready, ...]:
    """Return articles as they came. Raises ReaderError import.unreadable for what could not lie in a library."""
    taken = tuple(articles)
    if not all(one.written.is_sound for one in taken):
        raise ReaderError("import.unreadable", file=file)
    return taken


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
