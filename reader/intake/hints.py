"""What is known about bytes besides themselves."""

from dataclasses import dataclass, field
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Part:
    """A file that was saved with a page: the address or the relative path that the page calls it by, and its bytes."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a reader of a format is told: which file it is, what a clipboard said, and whether to guess no structure.

    `file` is the path as it was given, for messages; empty for a clipboard. `parts` lay beside the file.
    `chapters` makes each chapter of a book an article. `title` is what a page is called from outside, where it does not
    say itself: one in a frame.
    """

    file: str = ""
    address: str = ""
    source: str = ""
    plain: bool = False
    parts: tuple[Part, ...] = ()
    chapters: bool = False
    title: str = ""

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePath(self.file).name
