"""What was asked of the catalogue of late, and what it answered."""

from collections.abc import Sequence

from reader.catalogue.query import Query

Keyed = tuple[str | int, str]
"""What an article is sorted by, and its id."""

MOST = 8
"""Answers that are kept: some 250 KB each at most."""


class Remembered:
    """What was found of late, as long as nothing has changed since: who counts asks for rows next, and sorts anew."""

    def __init__(self) -> None:
        self.few: dict[Query, Sequence[Keyed] | None] = {}
        self.counts: dict[Query, int] = {}
        self._moment: tuple[int, ...] = ()

    def at(self, moment: tuple[int, ...]) -> "Remembered":
        """Return what still holds at a moment of the index."""
        if moment != self._moment or len(self.few) + len(self.counts) > MOST:
            self.few, self.counts, self._moment = {}, {}, moment
        return self
