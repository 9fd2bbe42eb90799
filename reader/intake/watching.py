"""A folder that is looked at again and again: which of its files are whole and have not been read yet."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.intake.walking import files_in

UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial", ".!qb", ".opdownload")
"""How browsers and other programs call files that are still arriving."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What tells a file from the same file later: its size in bytes and when it was changed, in ns."""

    size: int
    changed: int


Sightings = Mapping[Path, Sighting]


def look(folder: Path) -> dict[Path, Sighting]:
    """Return the files of a folder and of those in it, but for empty ones; none where the folder is not there."""
    found: dict[Path, Sighting] = {}
    if not folder.is_dir():
        return found
    for each in files_in([folder]):
        if each.error is None and not each.path.name.lower().endswith(UNFINISHED):
            try:
                about = each.path.stat()
            except OSError:  # gone since
                continue
            if about.st_size:
                found[each.path] = Sighting(about.st_size, about.st_mtime_ns)
    return found


def whole(before: Sightings, now: Sightings, taken: Sightings) -> tuple[Path, ...]:
    """Return the files that did not change between two looks and were not taken as they are."""
    return tuple(path for path, sight in now.items() if before.get(path) == sight and taken.get(path) != sight)


def to_json(taken: Sightings) -> bytes:
    """Return sightings as they are kept between two runs of the program."""
    rows = {str(path): [sight.size, sight.changed] for path, sight in taken.items()}
    return json.dumps(rows, ensure_ascii=True, indent=0).encode()


def from_json(data: bytes) -> dict[Path, Sighting]:
    """Return the sightings that were kept; none for what is not understood: then files are read again."""
    try:
        return {Path(name): Sighting(int(size), int(changed)) for name, (size, changed) in json.loads(data).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
