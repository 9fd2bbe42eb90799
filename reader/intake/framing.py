"""A saved page that is but the frame round others, which were saved beside it: which of these holds the article."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.errors import ReaderError
from reader.intake.companions import companions_of
from reader.intake.files import bytes_of
from reader.intake.frames import FRAME, LITTLE, MOST_FRAMES, length_of
from reader.intake.hints import Part
from reader.intake.naming import frames_named_in
from reader.intake.ready import Ready

_DEEPEST = 3

Read = Callable[[bytes, tuple[Part, ...]], tuple[Ready, ...]]
"""Reads a page's bytes, with what was saved beside it."""


def read_with_frames(path: Path, data: bytes, read: Read) -> tuple[Ready, ...]:
    """Return what a saved page holds; where that is next to nothing, what the frame holds that says most.

    Its original is the frame's page then, and the words of the page round it are left over. Raises ReaderError and
    Cancelled as `read` does.
    """
    if not FRAME.search(data):
        return read(data, companions_of(path, data))
    own, error = _tried(data, companions_of(path, data), read)
    if _length(own) > LITTLE or (error and error.key != "import.empty"):
        if error:
            raise error
        return own
    best = own
    for frame in _frames_of(path, data):
        with suppress(ReaderError):
            markup = bytes_of(frame)
            best = max(best, read(markup, companions_of(frame, markup)), key=_length)
    if not best and error:
        raise error
    if best is own:
        return own
    words = tuple(text for one in own for text in one.article.text.split("\n") if text)
    return tuple(replace(one, leftovers=(*words, *one.leftovers)) for one in best)


def _tried(data: bytes, parts: tuple[Part, ...], read: Read) -> tuple[tuple[Ready, ...], ReaderError | None]:
    try:
        return read(data, parts), None
    except ReaderError as error:
        return (), error


def _frames_of(path: Path, data: bytes, depth: int = _DEEPEST) -> Iterator[Path]:
    """Yield the pages that are shown in the frames of a page and in the frames of these, none outside of its folder."""
    folder = path.parent.resolve()
    for _, inside in list(frames_named_in(data))[:MOST_FRAMES]:
        frame = (folder / inside).resolve()
        if not frame.is_relative_to(folder) or frame == path.resolve():
            continue
        yield frame
        if depth > 1:
            with suppress(ReaderError):
                markup = bytes_of(frame)
                if FRAME.search(markup):
                    yield from _frames_of(frame, markup, depth - 1)


def _length(articles: tuple[Ready, ...]) -> int:
    return sum(length_of(one.article) for one in articles)
