"""A saved page that is but the frame round others, which were saved beside it: which of these holds the article."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.errors import ReaderError
from reader.intake.companions import companions_of
from reader.intake.files import bytes_of
from reader.intake.frames import FRAME, LITTLE, MOST_FRAMES, length_of, title_round
from reader.intake.hints import Part
from reader.intake.naming import frames_named_in
from reader.intake.ready import Ready

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved page, and where to find what was saved beside it: its pictures, and the pages in its frames."""

    data: bytes = field(repr=False)
    parts: Callable[[], tuple[Part, ...]] = tuple
    frames: Callable[[], Iterable["Saved"]] = tuple


Read = Callable[[bytes, tuple[Part, ...], str], tuple[Ready, ...]]
"""Reads a page's bytes, with what was saved beside it, and what it is called where it does not say itself."""


def read_with_frames(page: Saved, read: Read) -> tuple[Ready, ...]:
    """Return what a saved page holds; where that is next to nothing, what the frame holds that says most.

    Its original is the frame's page then, and the words of the page round it are left over. Raises ReaderError and
    Cancelled as `read` does.
    """
    own, error = _tried(page, read)
    if not FRAME.search(page.data) or _length(own) > LITTLE or (error and error.key != "import.empty"):
        if error:
            raise error
        return own
    best = own
    title = title_round(page.data)
    for frame in page.frames():
        with suppress(ReaderError):
            best = max(best, read(frame.data, frame.parts(), title), key=_length)
    if not best and error:
        raise error
    if best is own:
        return own
    words = tuple(text for one in own for text in one.article.text.split("\n") if text)
    return tuple(replace(one, leftovers=(*words, *one.leftovers)) for one in best)


def saved_in_folder(path: Path, data: bytes) -> Saved:
    """Return a page that lies in a folder, with what was saved beside it there."""
    return Saved(data, lambda: companions_of(path, data), lambda: _frames_of(path, data))


def _tried(page: Saved, read: Read) -> tuple[tuple[Ready, ...], ReaderError | None]:
    try:
        return read(page.data, page.parts(), ""), None
    except ReaderError as error:
        return (), error


def _frames_of(path: Path, data: bytes, depth: int = _DEEPEST) -> Iterator[Saved]:
    """Yield the pages that are shown in the frames of a page and in the frames of these, none outside of its folder."""
    folder = path.parent.resolve()
    for _, inside in list(frames_named_in(data))[:MOST_FRAMES]:
        frame = (folder / inside).resolve()
        if not frame.is_relative_to(folder) or frame == path.resolve():
            continue
        with suppress(ReaderError):
            markup = bytes_of(frame)
            yield saved_in_folder(frame, markup)
            if depth > 1 and FRAME.search(markup):
                yield from _frames_of(frame, markup, depth - 1)


def _length(articles: tuple[Ready, ...]) -> int:
    return sum(length_of(one.article) for one in articles)
