"""Which files a reader means who names files and folders."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError
from reader.intake.companions import FOLDERS
from reader.text.folding import sort_key

_PAGES = (".html", ".htm", ".xhtml")
_NOBODYS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is to be read, or a folder that cannot be looked into, with why."""

    path: Path
    error: ReaderError | None = None


def files_in(paths: Iterable[Path]) -> Iterator[Found]:
    """Yield the named files, and all files of the named folders, in the order a reader counts: 2 before 10.

    In folders hidden names are passed over, and so are the folders that a browser saves beside a page. Links to folders
    are not followed, so that no walk goes in circles.
    """
    for path in paths:
        if not _is_folder(path):
            yield Found(path)
            continue
        open_ = [_inside(path, is_named=True)]  # none calls itself: folders may lie deeper than calls can
        while open_:
            found = next(open_[-1], None)
            if found is None:
                open_.pop()
            elif isinstance(found, Found):
                yield found
            else:
                open_.append(_inside(found, is_named=False))


def _inside(folder: Path, *, is_named: bool) -> Iterator[Found | Path]:
    """Yield what lies in a folder: files, and the paths of folders."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: (sort_key(entry.name), entry.name))
    except PermissionError:
        yield Found(folder, ReaderError("import.folder_no_rights", file=str(folder)))
        return
    except OSError as error:
        yield Found(folder, ReaderError("import.failed", file=str(folder), reason=error.strerror or str(error)))
        return
    names = {entry.name for entry in inside}
    wanted = [entry for entry in inside if not is_passed_over(entry.name, names)]
    if is_named and not wanted:
        yield Found(folder, ReaderError("import.folder_empty", file=str(folder)))
    for entry in wanted:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield path
        elif not _is_folder(path):
            yield Found(path)


def _is_folder(path: Path) -> bool:
    """Say whether a path leads to a folder; what leads nowhere, or where nobody may look, does not."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_passed_over(name: str, beside: Collection[str]) -> bool:
    """Say whether what lies in a folder of such names is nobody's to read: hidden, or saved beside a page."""
    if name.startswith((".", "~$")) or name.lower() in _NOBODYS:
        return True
    stems = [name.removesuffix(companion) for companion in FOLDERS if name.endswith(companion)]
    return any(stem + suffix in beside for stem in stems for suffix in _PAGES)
