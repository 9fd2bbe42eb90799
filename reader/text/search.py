"""Finding words in one text."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.folding import fold, fold_with_map
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text, and where in it the found stretch stands."""

    text: str
    span: Span


def find(text: str, wanted: str, *, exact: bool = False, whole_words: bool = False) -> Iterator[Span]:
    """Yield where `wanted` stands in a text, one after the other without overlap."""
    if not wanted.strip():
        return
    if exact:
        yield from _places(text, wanted)
        return
    folded = fold_with_map(text)
    for span in _places(folded.text, fold(wanted)):
        yield folded.offsets.to_original(span)


def excerpt(text: str, span: Span, width: int) -> Excerpt:
    """Return about `width` code points of the text around a stretch."""
    room = max(0, width - len(span)) // 2
    start, end = max(0, span.start - room), min(len(text), span.end + room)
    return Excerpt(text[start:end], Span(span.start - start, span.end - start))


def _places(text: str, wanted: str) -> Iterator[Span]:
    place = text.find(wanted)
    while place >= 0:
        yield Span(place, place + len(wanted))
        place = text.find(wanted, place + len(wanted))
