"""Places in a text. Everywhere in the core they are counted in Unicode code points; Qt counts UTF-16 units."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LAST_OF_BASIC_PLANE = "\uffff"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, from `start` up to but without `end`, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start}–{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the text that stands in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, position: int) -> bool:
        """Say whether a code point lies in this span."""
        return self.start <= position < self.end

    def moved(self, by: int) -> "Span":
        """Return the same stretch `by` code points further."""
        return Span(self.start + by, self.end + by)


def lines_of(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the stretches between a text's line feeds from a place on, empty ones too."""
    while (end := text.find("\n", start)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(min(start, len(text)), len(text))


class Utf16Map:
    """Where each code point of one text stands in UTF-16 units, and back.

    Qt's positions count UTF-16 units, so that every character above U+FFFF (emoji, some scripts) counts twice.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide: Sequence[int] = (
            tuple(i for i, c in enumerate(text) if c > _LAST_OF_BASIC_PLANE)
            if max(text, default="") > _LAST_OF_BASIC_PLANE
            else ()
        )
        self._wide_units: Sequence[int] = tuple(point + i for i, point in enumerate(self._wide))

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return position + bisect_right(self._wide, position - 1)

    def to_code_points(self, position: int) -> int:
        """Return the code point position of a UTF-16 position; inside a surrogate pair, that of the pair's start."""
        inside_or_after = bisect_right(self._wide_units, position - 1)
        point = position - inside_or_after
        is_inside_pair = inside_or_after and self._wide_units[inside_or_after - 1] == position - 1
        return min(point, self._length) if not is_inside_pair else self._wide[inside_or_after - 1]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the code points of a changed text came from: `sources[i]` is the place of its i-th one in the original.

    `sources` has one entry more than the changed text, which is the original's length; it never decreases.
    """

    sources: Sequence[int]

    def to_original(self, span: Span) -> Span:
        """Return the stretch of the original that a stretch of the changed text came from.

        What vanished behind a code point belongs to it, as vowel signs to their letter. A part of what one code point
        became (ß as ss) leads to the whole of it.
        """
        sources, end = self.sources, span.end
        if span.start == end:
            return Span(sources[end], sources[end])
        while sources[end] == sources[end - 1]:
            end += 1
        return Span(sources[span.start], sources[end])
