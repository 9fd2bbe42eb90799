"""Names of files made from titles, which every system takes."""

from collections.abc import Container

from reader.text.lazy_pattern import LazyPattern

# What Windows refuses, and what Obsidian takes for links.
_NOT_IN_NAMES = LazyPattern(r'[\\/:*?"<>|#^\[\]\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_DEVICES = LazyPattern(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # learn.microsoft.com, Naming Files
LONGEST = 80
"""Code points: more would be cut short wherever files are listed."""
_LONGEST_IN_BYTES = 200  # a name may have 255; a number and an ending come behind it


def file_name(title: str) -> str:
    """Return a title as a file's name, without an ending."""
    name = " ".join(_NOT_IN_NAMES().sub(" ", title).split())[:LONGEST]
    name = name.encode("utf-8", "replace")[:_LONGEST_IN_BYTES].decode("utf-8", "ignore").strip(" .\u200d")
    return f"{name} _" if _DEVICES().fullmatch(name) else name or "article"


def unused(name: str, suffix: str, taken: Container[str]) -> str:
    """Return a name with its ending, numbered where it is taken (in small letters, as some systems compare)."""
    number, found = 1, f"{name}{suffix}"
    while found.casefold() in taken:
        number += 1
        found = f"{name} {number}{suffix}"
    return found
