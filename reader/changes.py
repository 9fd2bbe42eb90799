"""What the library announces: facts in the past tense. They say what changed, never who should redraw."""

from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError


@dataclass(frozen=True, slots=True)
class ArticlesAdded:
    """Articles came into the library, here or from another process or device."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticlesChanged:
    """The state, the text or what is known of articles changed; also that they went to the trash or came back."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarksChanged:
    """The highlights or notes of an article changed."""

    article: str


@dataclass(frozen=True, slots=True)
class EntitiesChanged:
    """The people and places of an article were found, or a decision changed them."""

    article: str


@dataclass(frozen=True, slots=True)
class DecisionsChanged:
    """Decisions about people and places changed that hold in all articles: those of any article may be others now."""


@dataclass(frozen=True, slots=True)
class CollectionsChanged:
    """Smart folders or case folders were made, renamed, written in or removed."""


@dataclass(frozen=True, slots=True)
class UndoChanged:
    """What can be undone or redone is different now. The words are message keys, or empty."""

    undo: str
    redo: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything changed so far is on disk, to survive a power cut."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A change could not be written; it is kept in memory and will be tried again with the next one."""

    error: ReaderError


@dataclass(frozen=True, slots=True)
class FileUnreadable:
    """A file of the library could not be read; it stays where it is and is tried again when it changes."""

    path: Path
    error: ReaderError


Change = (
    ArticlesAdded
    | ArticlesChanged
    | MarksChanged
    | EntitiesChanged
    | DecisionsChanged
    | CollectionsChanged
    | UndoChanged
    | Saved
    | NotSaved
    | FileUnreadable
)
