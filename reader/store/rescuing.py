"""Saving elsewhere what cannot be written into the library: on another disk, in a form that the library takes in.

Texts lie there under the names that they have in a library, records as copies beside their files. Copied over the
library's folder they are all taken in, as what another device wrote at the same time, and what is there stays.
"""

from collections.abc import Mapping
from pathlib import Path

from reader.store import record_file
from reader.store.clock import now_utc
from reader.store.disk import Disk, describe, write_whole
from reader.store.layout import Places
from reader.store.record_file import RecordFile

NAME = "hamish-unsaved"


def save_elsewhere(
    places: Places,
    files: Mapping[Path, bytes],
    records: Mapping[tuple[str, str], RecordFile],
    folder: Path,
    disk: Disk,
) -> Path:
    """Write files of a library, and changed records by kind and article, into a new folder in this one; return it.

    Raises ReaderError when that cannot be written either.
    """
    moment = now_utc().strftime("%Y%m%d-%H%M%S")
    target = _free(folder / f"{NAME}-{moment}")
    written = {target / path.relative_to(places.library): data for path, data in files.items()}
    for (kind, article), file in records.items():
        path = target / places.records(kind, article).relative_to(places.library)
        copy = path.with_name(f"{article}.sync-conflict-{moment}-unsaved.json")
        written[copy] = record_file.encode(file, kind)
    try:
        write_whole(disk, written)
    except OSError as error:
        raise describe(error, target) from error
    return target


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
