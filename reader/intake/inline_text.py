"""Text gathered piece by piece out of markup, with what its stretches are."""

import re
from dataclasses import dataclass

from reader.articles.article import Inline, InlineKind
from reader.text.cleaning import clean
from reader.text.spans import Span

_SPACE = r"\t\r\n\f\v\u0085\u2028\u2029"
# A single space stays as it is: nearly all are single, and each would cost a replacement.
_SPACES = re.compile(f"[ {_SPACE}]{{2,}}|[{_SPACE}]")


def plain_line(text: str) -> str:
    """Return clean text as one line: runs of spaces are one, none stands at either end."""
    return _with_single_spaces(text).strip()


def _with_single_spaces(text: str) -> str:
    if "  " in text or not text.isprintable():  # all spaces but the common one are not: most texts need no more
        return _SPACES.sub(" ", text)
    return text


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: InlineKind
    target: str


class InlineText:
    """The text of one block as it grows: runs of spaces are one, none stands at either end."""

    def __init__(self, *, is_clean: bool = False) -> None:
        """`is_clean` says that nothing is added that cleaning would change, but for spaces."""
        self._is_clean = is_clean
        self._pieces: list[str] = []  # a text of many lines would be copied with each of them
        self._length = 0
        self._takes_no_space = True
        self._marks: list[_Mark] = []
        self._taken = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added but spaces."""
        return not any(map(str.strip, self._pieces))

    def add(self, text: str) -> None:
        """Add text as markup has it."""
        text = _with_single_spaces(text)
        if self._takes_no_space:
            text = text.lstrip(" ")
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._takes_no_space = text[-1] == " "

    def begin(self) -> tuple[int, int]:
        """Return where a stretch begins that is about to be added: the block's number, and code points."""
        return self._taken, self._length

    def end(self, begun: tuple[int, int], kind: InlineKind, target: str) -> None:
        """Mark what was added since; of a stretch that a new block has cut, its part in that block."""
        taken, start = begun
        start = start if taken == self._taken else 0
        if start < self._length:
            self._marks.append(_Mark(start, self._length, kind, target))

    def take(self) -> tuple[str, tuple[Inline, ...]]:
        """Return the text, cleaned, and its stretches in order, the outer before the inner; then begin anew."""
        self._taken += 1
        if not self._pieces:  # as between two blocks, twice as often as not
            return "", ()
        raw, marks = "".join(self._pieces), self._marks
        self._pieces, self._length, self._takes_no_space, self._marks = [], 0, True, []
        text = raw.strip() if self._is_clean else clean(raw).replace("\n", " ").strip()
        if not marks:
            return text, ()
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        places = _places(raw, text, sorted({place for mark in marks for place in (mark.start, mark.end)}))
        inlines = (_inline(mark, text, places) for mark in marks if places)
        return text, tuple(inline for inline in inlines if inline)


def _inline(mark: _Mark, text: str, places: dict[int, int]) -> Inline | None:
    start, end = places[mark.start], places[mark.end]
    while start < end and text[start] == " ":
        start += 1
    return Inline(Span(start, end), mark.kind, mark.target) if start < end else None


def _places(raw: str, text: str, points: list[int]) -> dict[int, int]:
    """Return where points of the raw text stand in the cleaned one; nothing if cleaning joined what they part."""
    places: dict[int, int] = {}
    position = last = 0
    for point in points:
        piece = clean(raw[last:point]).replace("\n", " ").strip()
        found = text.find(piece, position)
        if found < 0:
            return {}
        position = found + len(piece)
        places[point] = position
        last = point
    return places
