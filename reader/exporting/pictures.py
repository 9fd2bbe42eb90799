"""The pictures of what is exported: their bytes, what they are, and where they stand beside a file of text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.exporting.exported import Exported
from reader.text.lazy_pattern import LazyPattern

_BEGINNINGS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"RIFF", "webp"))
_SUFFIXES = {"jpeg": "jpg"}
_NAME_LENGTH = 16
"""Hexadecimal digits of a picture's name: enough that no two pictures of one folder share it."""

_NOT_IN_ADDRESSES = LazyPattern(r"[%\s()<>#?\"\\]")


def picture_bytes(images: Mapping[str, Path], name: str) -> bytes:
    """Return a picture's bytes, none where it cannot be read."""
    try:
        return images[name].read_bytes() if name in images else b""
    except OSError:
        return b""


def picture_kind(data: bytes) -> str:
    """Return the second half of a picture's media type, or nothing."""
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), "")


def with_pictures(
    exported: Sequence[Exported], path: Path, folder: str
) -> tuple[tuple[Exported, ...], dict[Path, bytes]]:
    """Return articles that know where their pictures will stand beside a file, and the pictures' files.

    `{stem}` in the folder's name stands for the file's. A picture is named after its content, so that exporting again
    makes the same file, and one that is there already need not be written.
    """
    inside = path.parent / folder.format(stem=path.stem)
    known, files = [], {}
    for each in exported:
        addresses = {}
        for name in each.images:
            data = picture_bytes(each.images, name)
            if kind := picture_kind(data):
                file = inside / f"{name[:_NAME_LENGTH]}.{_SUFFIXES.get(kind, kind)}"
                addresses[name] = _address(f"{inside.name}/{file.name}")
                files[file] = data
        known.append(replace(each, beside=addresses))
    return tuple(known), {file: data for file, data in files.items() if not file.exists()}


def _address(path: str) -> str:
    """Return a relative path as the address of a link; Arabic stays readable, as Markdown allows (CommonMark 6.3)."""
    return _NOT_IN_ADDRESSES().sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), path)
