"""Which library this machine opens, and which it opened before; kept outside of every library."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reader.store.disk import Disk, describe, write_whole

KEPT = 8
"""Libraries that are remembered, the latest first."""


def recent(state: Path) -> list[Path]:
    """Return the libraries that were chosen, the latest first; the first one is open by default. None for none."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        names = json.loads(_file(state).read_bytes())["libraries"]
        return [Path(name) for name in names if isinstance(name, str) and Path(name).is_absolute()]
    return []


def choose(state: Path, libraries: Sequence[Path]) -> None:
    """Open the last of these by default from now on, and remember them all. Raises ReaderError."""
    path = _file(state)
    known = dict.fromkeys([*map(str, reversed(libraries)), *map(str, recent(state))])
    text = json.dumps({"libraries": list(known)[:KEPT]}, ensure_ascii=False, indent=2) + "\n"
    try:
        write_whole(Disk(), {path: text.encode("utf-8", "surrogateescape")})
    except OSError as error:
        raise describe(error, path) from error


def _file(state: Path) -> Path:
    return state / "libraries.json"
