"""What was searched for on this machine, the latest first."""

import json
from contextlib import suppress
from pathlib import Path

from reader.store.disk import Disk, write_whole
from reader.text.folding import fold

MOST = 20


class SearchHistory:
    """A file with the latest searches, which other windows may write too. A damaged one is as good as none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def searches(self) -> tuple[str, ...]:
        """What was searched for, as it was typed."""
        with suppress(OSError, ValueError):
            data = json.loads(self._path.read_bytes())
            if isinstance(data, list):
                return tuple(each for each in data if isinstance(each, str))[:MOST]
        return ()

    def remember(self, typed: str) -> None:
        """Put a search first; the same in another spelling goes. One that cannot be written is forgotten."""
        typed = " ".join(typed.split())
        if typed:
            kept = [each for each in self.searches if fold(each) != fold(typed)]
            self._write([typed, *kept][:MOST])

    def clear(self) -> None:
        """Forget all searches."""
        self._write([])

    def _write(self, searches: list[str]) -> None:
        text = json.dumps(searches, ensure_ascii=False, indent=2) + "\n"
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(Disk(), {self._path: text.encode()})
