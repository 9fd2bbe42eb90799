"""What a pattern found, before the best of what overlaps is chosen."""

from dataclasses import dataclass

from reader.entities.entity import Kind
from reader.entities.patterns.tokens import Form


@dataclass(frozen=True, slots=True)
class Found:
    """A name from token `start` up to but without `end`; its first word is read as `form`.

    Of overlapping ones the longest stands, of equally long ones the one with more `weight`.
    """

    start: int
    end: int
    form: Form
    kind: Kind
    weight: int = 0
