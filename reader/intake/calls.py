"""What processes of their own are asked for: articles ready for the library, of large files a call at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.articles.article import Origin
from reader.intake.containers import Container
from reader.intake.entries import Entry, in_calls
from reader.intake.gathering import entries_of
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.making import articles_of
from reader.intake.pictures import Pictures
from reader.intake.reading import read
from reader.intake.ready import Ready, ready
from reader.intake.recognising import Format
from reader.isolation import Sealed, opened, sealed


@dataclass(frozen=True, slots=True)
class Call:
    """Entries of one file that are made into articles at once. The first of a file has what stood beside all of them.

    The program between the processes has no need to look at the entries.
    """

    importer: str
    entries: Sealed[tuple[Entry, ...]]
    count: int
    leftovers: tuple[str, ...] = ()


def calls_of(kind: Container, data: bytes, hints: Hints) -> Iterator[Call]:
    """Yield the calls of a file: one at least, which is empty where the file holds nothing.

    Raises ReaderError as entries_of does.
    """
    found = entries_of(kind, data, hints)
    leftovers, is_empty = found.leftovers, True
    for entries in in_calls(found.entries):
        yield Call(found.importer, sealed(entries), len(entries), leftovers)
        leftovers, is_empty = (), False
    if is_empty:
        yield Call(found.importer, sealed(()), 0, leftovers)


def prepare() -> None:
    """Load what making articles of markup takes, while another process still takes a file apart."""
    from reader.intake.formats.html import fragment

    fragment.drafts_of("<p>.</p>", "", Pictures())


def made(entries: Sealed[tuple[Entry, ...]], importer: str, origin: Origin) -> tuple[Ready, ...]:
    """Return the articles that the entries of a call make, each with its place in the `origin` of all."""
    there = opened(entries)
    return tuple(
        _from(Origin(origin.sha256, origin.name, origin.media_type, entry.locator), one)
        for entry, one in zip(there, articles_of(there, importer), strict=True)
    )


def read_ready(kind: Format, data: bytes, hints: Hints, origin: Origin) -> tuple[Ready, ...]:
    """Return the articles that bytes of a known format hold, each with its place in their `origin`.

    Those of a package have their own originals. Raises ReaderError as `read` does.
    """
    imported = read(kind, data, hints)
    if kind is Format.PACKAGE:
        return tuple(map(ready, imported))
    return tuple(_from(_located(origin, one.article.origin), one) for one in imported)


def _from(origin: Origin, imported: Imported) -> Ready:
    return ready(imported, replace(imported.article, origin=origin))


def _located(origin: Origin, inside: Origin | None) -> Origin:
    return replace(origin, locator=inside.locator) if inside else origin
