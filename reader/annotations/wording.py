"""The words of a text, folded, and where each stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from reader.text.folding import fold
from reader.text.spans import Span
from reader.text.words import words


class Wording:
    """A text as a row of words, which are counted from 0. `folded` and `spans` (code points) are as long as the row."""

    def __init__(self, text: str) -> None:
        self.spans = tuple(words(text))
        joined = "\n".join(span.of(text) for span in self.spans)
        self.folded: Sequence[str] = fold(joined).split("\n") if self.spans else ()
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]
        self._text = text

    def __len__(self) -> int:
        return len(self.spans)

    def touched(self, span: Span) -> range:
        """Return the numbers of the words that a stretch touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def span(self, numbers: range) -> Span:
        """Return from where to where some words stand; there is at least one."""
        return Span(self.spans[numbers.start].start, self.spans[numbers.stop - 1].end)

    @cached_property
    def lines(self) -> Sequence[range]:
        """The numbers of the words of each line that has any."""
        found = []
        start = first = 0
        while start <= len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            last = bisect_left(self._starts, end)
            if last > first:
                found.append(range(first, last))
            start, first = end + 1, last
        return found
