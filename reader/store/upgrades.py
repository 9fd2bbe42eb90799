"""Old formats, brought up to date in memory before anything is decoded. A failed step leaves the disk as it was."""

from collections.abc import Callable, Mapping
from typing import Any

from reader.articles.as_file import FORMAT
from reader.errors import ReaderError

Step = Callable[[dict[str, Any]], dict[str, Any]]

FORMATS: Mapping[str, int] = {"article": FORMAT, "marks": 1, "states": 1, "decisions": 1, "collections": 1}
"""The format that this version writes, by kind of file."""

STEPS: Mapping[tuple[str, int], Step] = {}
"""What brings a kind of file from one format to the next."""


def upgrade(document: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    """Return a document in today's format.

    Raises ReaderError file.damaged for a file of another kind, and file.newer for one that a newer version of the
    program wrote: it may be shown by that version only, and is never written over.
    """
    form = document.get("format")
    if document.get("kind") != kind or not isinstance(form, int) or form < 1:
        raise ReaderError("file.damaged", file=name)
    if form > FORMATS[kind]:
        raise ReaderError("file.newer", file=name)
    for number in range(form, FORMATS[kind]):
        document = STEPS[kind, number](document) | {"format": number + 1}
    return document
