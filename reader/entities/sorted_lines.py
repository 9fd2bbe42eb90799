"""Many lines in the order of code points, of which none is in memory but while it is looked for."""

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_BLOCK = 2048
"""Bytes that are read at once: some thirty lines."""


@dataclass(frozen=True, slots=True)
class _Index:
    """Where the blocks of a file begin, and at last its end; the first line of each; and which file it was."""

    starts: Sequence[int]
    firsts: Sequence[bytes]
    stamp: tuple[int, int, int]


class SortedLines:
    """A file in UTF-8 whose lines are sorted, searched as it lies. Lines at its beginning that start with # are none.

    Any thread may ask. Raises OSError when the file cannot be read. One that was replaced, as when a newer version of
    the program is installed over this one while it runs, is searched as it is then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._index = _indexed(path)

    def starting(self, beginning: str) -> Iterator[str]:
        """Yield the lines that start so, in their order."""
        wanted = beginning.encode()  # bytes of UTF-8 have the order of the code points
        index = self._fresh_index()
        block = max(bisect_left(index.firsts, wanted) - 1, 0)
        while block < len(index.firsts):
            lines = self._read(index, block)
            for line in lines[bisect_left(lines, wanted) :]:
                if not line.startswith(wanted):
                    return
                yield line.decode()
            block += 1

    def all(self) -> Iterator[str]:
        """Yield all lines."""
        index = self._fresh_index()
        for block in range(len(index.firsts)):
            for line in self._read(index, block):
                yield line.decode()

    def _fresh_index(self) -> _Index:
        index = self._index
        if index.stamp != _stamp_of(self._path):
            index = self._index = _indexed(self._path)
        return index

    def _read(self, index: _Index, block: int) -> list[bytes]:
        start, end = index.starts[block : block + 2]
        with self._path.open("rb", buffering=0) as file:
            file.seek(start)
            return file.read(end - start).removesuffix(b"\n").split(b"\n")


def _indexed(path: Path) -> _Index:
    stamp, data = _stamp_of(path), path.read_bytes()
    start = 0
    while data.startswith(b"#", start):
        start = data.find(b"\n", start) + 1
    starts = [start]
    while 0 < (start := data.find(b"\n", start + _BLOCK) + 1) < len(data):
        starts.append(start)
    firsts = [data[start : start + _BLOCK].partition(b"\n")[0] for start in starts]
    return _Index([*starts, len(data)], firsts, stamp)


def _stamp_of(path: Path) -> tuple[int, int, int]:
    stat = os.stat(path)  # noqa: PTH116 - it is asked often
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
