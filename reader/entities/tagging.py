"""What finds people, places and organisations in a text."""

from typing import Protocol

from reader.entities.entity import Mention


class Tagger(Protocol):
    """Finds mentions. `version` changes whenever the same text could give others: what was found is kept under it."""

    @property
    def version(self) -> str:
        """The tagger's name and version."""

    def tag(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a canonical text, in its order, without overlaps. A line feed ends every name."""
