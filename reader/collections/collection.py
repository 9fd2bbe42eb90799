"""What the reader gathers articles in: smart folders, which ask, and case folders, which hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SmartFolder:
    """A search that is kept under a name. `asked` is what it asks, as plain values (reader.catalogue.saved)."""

    id: str
    name: str
    asked: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A group of articles with a page of notes. Which articles lie in it, the state of each says.

    There are several `notes` where two devices wrote at the same time.
    """

    id: str
    name: str
    notes: tuple[str, ...] = ()
    created: str = ""

    @property
    def note(self) -> str:
        """All that is written on the page of notes."""
        return "\n\n".join(self.notes)
