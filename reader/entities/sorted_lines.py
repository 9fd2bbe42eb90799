"""Many lines in the order of code points, of which none is in memory but while it is looked for."""

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

_BLOCK = 2048
"""Bytes that are read at once: some thirty lines."""


class SortedLines:
    """A file in UTF-8 whose lines are sorted, searched as it lies. Lines at its beginning that start with # are none.

    Any thread may ask. Raises OSError when the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        data = path.read_bytes()
        start = 0
        while data.startswith(b"#", start):
            start = data.find(b"\n", start) + 1
        starts = [start]
        while 0 < (start := data.find(b"\n", start + _BLOCK) + 1) < len(data):
            starts.append(start)
        self._starts = [*starts, len(data)]
        self._firsts = [data[start : start + _BLOCK].partition(b"\n")[0] for start in starts]

    def starting(self, beginning: str) -> Iterator[str]:
        """Yield the lines that start so, in their order."""
        wanted = beginning.encode()  # bytes of UTF-8 have the order of the code points
        block = max(bisect_left(self._firsts, wanted) - 1, 0)
        while block < len(self._firsts):
            lines = self._read(block)
            for line in lines[bisect_left(lines, wanted) :]:
                if not line.startswith(wanted):
                    return
                yield line.decode()
            block += 1

    def all(self) -> Iterator[str]:
        """Yield all lines."""
        for block in range(len(self._firsts)):
            for line in self._read(block):
                yield line.decode()

    def _read(self, block: int) -> list[bytes]:
        start, end = self._starts[block : block + 2]
        with self._path.open("rb", buffering=0) as file:
            file.seek(start)
            return file.read(end - start).removesuffix(b"\n").split(b"\n")
