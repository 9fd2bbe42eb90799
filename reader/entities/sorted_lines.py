"""Many lines in the order of code points, none of which is looked at before it is looked for."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

_BLOCK = 2048
"""Characters that are split at once: some fifty lines."""


class SortedLines:
    """A text whose lines are sorted, searched as it lies: to split it all would take longer than to read it."""

    def __init__(self, text: str) -> None:
        self._text = text
        starts = [0]
        while (end := text.find("\n", starts[-1] + _BLOCK)) >= 0:
            starts.append(end + 1)
        self._starts = [*starts, len(text) + 1]
        self._firsts = [text[start : None if (end := text.find("\n", start)) < 0 else end] for start in starts]
        self._blocks: list[Sequence[str] | None] = [None] * len(starts)

    def starting(self, beginning: str) -> Iterator[str]:
        """Yield the lines that start so, in their order."""
        block, at = self._place(beginning)
        while block < len(self._blocks):
            for line in (self._blocks[block] or self._split(block))[at:]:
                if not line.startswith(beginning):
                    return
                yield line
            block, at = block + 1, 0

    def _place(self, line: str) -> tuple[int, int]:
        """Return where the first line stands that does not come before another: its block, and which line of it."""
        block = max(bisect_left(self._firsts, line) - 1, 0)
        lines = self._blocks[block] or self._split(block)
        at = bisect_left(lines, line)
        return (block + 1, 0) if at == len(lines) and block + 1 < len(self._blocks) else (block, at)

    def _split(self, block: int) -> Sequence[str]:
        lines = self._text[self._starts[block] : self._starts[block + 1] - 1].split("\n")
        self._blocks[block] = lines
        return lines
