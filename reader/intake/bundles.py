"""A zip file that only packs files: each is read as if it lay in a folder of that name.

A member's path is that of the zip file with its own behind it, by which it can be named alone.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.intake.archives import Archive, names_in
from reader.intake.frames import FRAME, MOST_FRAMES
from reader.intake.hints import Part
from reader.intake.naming import frames_named_in, pictures_named_in
from reader.intake.pictures import MOST_PICTURES, may_be_picture
from reader.intake.recognising import is_document
from reader.intake.walking import is_passed_over
from reader.text.folding import sort_key

_ZIP = b"PK\x03\x04"
_DEEPEST = 3
_PAGES = (".html", ".htm", ".xhtml", ".shtml")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a zip file, with the pictures and the frames that a page shows.

    Empty data stands for a file without any.
    """

    path: str
    data: bytes = field(repr=False)
    parts: tuple[Part, ...] = ()
    frames: tuple["Member", ...] = ()


def is_bundle(data: bytes) -> bool:
    """Say whether bytes are a zip file that is no document of its own."""
    return data.startswith(_ZIP) and bool(names := names_in(data)) and not is_document(names)


def members_of(data: bytes, file: str, wanted: str = "") -> Iterator[Member]:
    """Yield the files of a zip file in the order of a folder's, or that of one path alone; this runs in a process.

    What folders pass over is passed over here too, and so are pictures that a page shows. Raises ReaderError
    import.archive_damaged, import.archive_too_large and import.encrypted.
    """
    archive = Archive(data, file)
    paths = _ordered(archive.paths)
    shown: set[str] = set()
    waiting: list[Member] = []
    for path in [path for path in paths if not wanted or path == wanted]:
        content = archive.read(path)
        if path.lower().endswith(_PAGES):
            parts = tuple(_pictures(archive, path, content))
            shown |= {posixpath.normpath(posixpath.join(posixpath.dirname(path), part.name)) for part in parts}
            yield Member(path, content, parts, _frames(archive, path, content))
        elif may_be_picture(content):
            waiting.append(Member(path, content))
        else:
            yield Member(path, content)
    yield from (member for member in waiting if member.path not in shown)


def place_inside(path: Path) -> tuple[Path, str] | None:
    """Return the file that a path leads into, and where inside it; None where no file is part of the path."""
    for above in path.parents:
        try:
            if above.is_file():
                return above, path.relative_to(above).as_posix()
            if above.exists():
                return None
        except (OSError, ValueError):
            return None
    return None


def _ordered(paths: tuple[str, ...]) -> list[str]:
    beside: dict[str, set[str]] = {}
    for path in paths:
        folder, name = posixpath.split(path)
        beside.setdefault(folder, set()).add(name)
        while folder:
            folder, name = posixpath.split(folder)
            beside.setdefault(folder, set()).add(name)
    kept = [path for path in paths if not _is_passed_over(path, beside)]
    return sorted(kept, key=lambda path: [(sort_key(part), part) for part in path.split("/")])


def _is_passed_over(path: str, beside: dict[str, set[str]]) -> bool:
    folder = ""
    for name in path.split("/"):
        if is_passed_over(name, beside.get(folder, set())):
            return True
        folder = posixpath.join(folder, name)
    return False


def _frames(archive: Archive, page: str, markup: bytes, depth: int = _DEEPEST) -> tuple[Member, ...]:
    """Return the pages that are shown in the frames of a page and in the frames of these."""
    if not FRAME.search(markup) or not depth:
        return ()
    frames: list[Member] = []
    for _, inside in list(frames_named_in(markup))[:MOST_FRAMES]:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), inside))
        if path != page and path in archive:
            content = archive.read(path)
            frames.append(Member(path, content, tuple(_pictures(archive, path, content))))
            frames += _frames(archive, path, content, depth - 1)
        if len(frames) >= MOST_FRAMES:
            break
    return tuple(frames[:MOST_FRAMES])


def _pictures(archive: Archive, page: str, markup: bytes) -> Iterator[Part]:
    folder = posixpath.dirname(page)
    for count, (name, inside) in enumerate(pictures_named_in(markup)):
        if count == MOST_PICTURES:
            return
        path = posixpath.join(folder, inside)
        if path in archive and may_be_picture(content := archive.read(path)):
            yield Part(name, content)
