"""A passage that the reader marked, and what was written beside it."""

from dataclasses import dataclass
from enum import StrEnum

from reader.text.spans import Span

COLOURS = ("yellow", "green", "blue", "pink", "violet")

CONTEXT_LENGTH = 64
"""Code points of context kept on each side of a quotation: twice the 32 at which Hypothesis's anchoring works well."""


class Status(StrEnum):
    """Where a highlight stands in the current version of its article."""

    FIXED = "fixed"
    APPROXIMATE = "approximate"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A marked passage as it was made: on which version, in which block, which words between which others.

    `span` counts code points in that version's canonical text. `notes` holds more than one text only where two devices
    wrote a note at the same time; the reader's next edit makes them one. An empty tuple is a highlight without a note.
    """

    id: str
    article: str
    version: str
    block: str
    span: Span
    quote: str
    prefix: str
    suffix: str
    colour: str
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""

    @property
    def is_on_article(self) -> bool:
        """Whether this is a note on the whole article, beside no words of it."""
        return not self.quote

    @property
    def note(self) -> str:
        """The note's text; texts written at the same time on two devices stand below one another."""
        return "\n\n".join(self.notes)


@dataclass(frozen=True, slots=True)
class PlacedHighlight:
    """A highlight with where it stands in the current version; `span` is None for one without a place.

    A note on the whole article is FIXED, and has no span either.
    """

    highlight: Highlight
    span: Span | None
    status: Status
