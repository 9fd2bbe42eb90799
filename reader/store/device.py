"""This device's name among those that share a library."""

import os
from contextlib import suppress
from pathlib import Path

from reader.store.disk import Disk, write_whole


def device_name(path: Path, disk: Disk) -> str:
    """Return this device's name, made at the first start and kept in a file outside the library."""
    with suppress(OSError, UnicodeDecodeError):
        name = path.read_text(encoding="ascii").strip()
        if name:
            return name
    name = os.urandom(4).hex()
    with suppress(OSError):  # without a place to keep it, the name serves for this session
        write_whole(disk, {path: f"{name}\n".encode("ascii")})
    return name
