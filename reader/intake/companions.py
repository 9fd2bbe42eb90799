"""The folder that browsers save beside a page, with its pictures."""

import os
from collections.abc import Iterator
from pathlib import Path

from reader.intake.hints import Part
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


def companions_of(page: Path) -> tuple[Part, ...]:
    """Return the pictures that were saved beside a page, by the relative paths that it calls them by.

    Links are not followed, and folders inside are not looked into; what cannot be read is not there.
    """
    parts: list[Part] = []
    room = MOST_BYTES_TOGETHER
    for ending in FOLDERS:
        folder = page.with_name(page.stem + ending)
        for path in _pictures_in(folder):
            try:
                data = path.read_bytes()
            except OSError:
                continue
            room -= len(data)
            if room < 0 or len(parts) >= MOST_PICTURES:
                return tuple(parts)
            parts.append(Part(f"{folder.name}/{path.name}", data))
    return tuple(parts)


def _pictures_in(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            files = sorted(entry.path for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return
    for name in files:
        path = Path(name)
        try:
            if path.stat().st_size > MOST_BYTES:
                continue
            with path.open("rb") as opened:
                beginning = opened.read(_BEGINNING)
        except OSError:
            continue
        if may_be_picture(beginning):
            yield path
