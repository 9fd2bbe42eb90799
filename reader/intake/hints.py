"""What is known about bytes besides themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What a reader of a format is told: the file's name, what a clipboard said, and whether to guess no structure."""

    name: str = ""
    address: str = ""
    source: str = ""
    plain: bool = False
