"""Originals and pictures that only emptied articles name: they lie aside as those articles' texts do, and go with them.

What any text of the library names stays, and comes back when a text that names it arrives later: from another device,
from the trash, or by being added again.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reader.store.conflicts import Conflicts
from reader.store.disk import Disk, write_whole
from reader.store.layout import Places

KINDS = ("originals", "images")

_NAMED = re.compile(rb'"([0-9a-f]{64})"')  # reading 100,000 texts as JSON would take ten times as long


class Unused:
    """Moves such files out of the library and back. May be used on any thread.

    Every method raises ReaderError when the disk or the lock does not let it be done; then each file lies in one place
    or in both.
    """

    def __init__(self, places: Places, disk: Disk) -> None:
        self._places, self._disk = places, disk
        self._conflicts = Conflicts(places, disk)

    def tidy(self) -> None:
        """Put aside what only texts name that lie aside, take back what a text names, drop what no text names.

        While a text cannot be read, or is not whole, it may name anything: nothing is put aside then, or dropped.
        """
        kept = {path.name: path for path in self._aside()}
        aside, _ = _named(self._places.set_aside / "texts")
        if not aside and not kept:
            return
        used, is_all = _named(self._places.library / "texts")
        for digest in kept.keys() & used:
            self.bring_back(self._place_of(kept[digest]))
        if is_all:
            for digest in aside - used:
                for kind in KINDS:
                    self._put_aside(self._places.library / kind / digest[:2] / digest)
            for digest in kept.keys() - used - aside:
                with self._conflicts.locked(kept[digest]):
                    self._disk.remove(kept[digest])

    def bring_back(self, path: Path) -> bool:
        """Put a file that lies aside where it belongs in the library; say whether it is there then."""
        aside = self._aside_of(path)
        if not aside.exists():
            return path.exists()
        with self._conflicts.locked(path):
            if not path.exists():
                write_whole(self._disk, {path: self._disk.read(aside)})
            self._disk.remove(aside)
        return True

    def bring_back_all(self, text: bytes) -> None:
        """Put what a text names in its file where it belongs, as far as it lies aside."""
        for digest in _names_in(text):
            for kind in KINDS:
                self.bring_back(self._places.library / kind / digest[:2] / digest)

    def _put_aside(self, path: Path) -> None:
        from hashlib import sha256

        if not path.exists():
            return
        with self._conflicts.locked(path), suppress(FileNotFoundError):
            data = self._disk.read(path)
            if sha256(data).hexdigest() == path.name:  # a damaged one is left for `check` to tell
                write_whole(self._disk, {self._aside_of(path): data})
                self._disk.remove(path)

    def _aside(self) -> Iterator[Path]:
        for kind in KINDS:
            yield from (self._places.set_aside / "unused" / kind).glob("??/[!.]*")

    def _aside_of(self, path: Path) -> Path:
        return self._places.set_aside / "unused" / path.relative_to(self._places.library)

    def _place_of(self, aside: Path) -> Path:
        return self._places.library / aside.relative_to(self._places.set_aside / "unused")


def _named(texts: Path) -> tuple[set[str], bool]:
    """Return the originals and pictures that texts name, and whether all of them could be read and were whole."""
    named: set[str] = set()
    is_all = True
    for path in texts.glob("??/*/*.json"):
        try:
            data = path.read_bytes()
        except OSError:
            is_all = False
            continue
        is_all = is_all and data.endswith(b"}\n")
        named |= _names_in(data)
    return named, is_all


def _names_in(text: bytes) -> set[str]:
    return {digest.decode("ascii") for digest in _NAMED.findall(text)}
