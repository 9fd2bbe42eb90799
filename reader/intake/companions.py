"""The pictures that were saved beside a page."""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from reader.intake.hints import Part
from reader.intake.naming import pictures_named_in
from reader.intake.pictures import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_PICTURES, may_be_picture

FOLDERS = (
    "_files",
    ".files",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_file",
    "_arquivos",
    "_soubory",
    "_bestanden",
    "_ملفات",
    "_קבצים",
    "_dosyalar",
    "_ficheiros",
    "_filer",
    "_pliki",
)
"""How the folder's name ends, in the languages of browsers; it begins as the page's does."""

_BEGINNING = 64  # bytes, by which a picture is told


def companions_of(page: Path, markup: bytes) -> tuple[Part, ...]:
    """Return the pictures that were saved beside a page, by the relative paths that it calls them by.

    They lie in the folder that browsers make, or anywhere below the page's own where its markup names them. Links are
    not followed; what cannot be read is not there.
    """
    parts: dict[str, Part] = {}
    room = MOST_BYTES_TOGETHER
    for name, path in chain(_in_folders(page), _named(page.parent, markup)):
        if name in parts or not _is_picture(path):
            continue
        try:
            data = path.read_bytes()
        except OSError:
            continue
        room -= len(data)
        if room < 0 or len(parts) >= MOST_PICTURES:
            break
        parts[name] = Part(name, data)
    return tuple(parts.values())


def _in_folders(page: Path) -> Iterator[tuple[str, Path]]:
    """Yield what lies in the folders that browsers save beside a page, not looking into folders inside."""
    for ending in FOLDERS:
        folder = page.with_name(page.stem + ending)
        try:
            with os.scandir(folder) as entries:
                files = sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
        except OSError:
            continue
        yield from ((f"{folder.name}/{name}", folder / name) for name in files)


def _named(folder: Path, markup: bytes) -> Iterator[tuple[str, Path]]:
    root = folder.resolve()
    for name, inside in pictures_named_in(markup):
        path = root / inside
        if path == path.resolve():  # no link leads elsewhere
            yield name, path


def _is_picture(path: Path) -> bool:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return False
        with path.open("rb") as opened:
            return may_be_picture(opened.read(_BEGINNING))
    except (OSError, ValueError):
        return False
