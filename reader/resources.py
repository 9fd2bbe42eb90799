"""Find what ships beside the code: fonts, themes, words, gazetteers, samples, schemas."""

from pathlib import Path, PurePosixPath


def locate(name: str) -> Path:
    """Return the path of a shipped file or folder, named relative to resources/ with forward slashes.

    A wheel carries them as reader/_resources; a checkout (also an editable install, where hatchling's force-include
    does nothing) has them beside the package.

    Raises ValueError for an absolute name or one that climbs out, FileNotFoundError when nothing is there.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        message = f"not a resource name: {name}"
        raise ValueError(message)
    package = Path(__file__).parent
    for root in (package / "_resources", package.parent / "resources"):
        path = root / relative
        if path.exists():
            return path
    raise FileNotFoundError(name)


def read_bytes(name: str) -> bytes:
    """Return a shipped file's bytes."""
    return locate(name).read_bytes()


def read_text(name: str) -> str:
    """Return a shipped file's text, which is always UTF-8."""
    return locate(name).read_text(encoding="utf-8")
