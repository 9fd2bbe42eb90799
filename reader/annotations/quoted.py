"""Highlights as other programs hand them over: the words, and what tells where they stood in another text."""

from dataclasses import dataclass

NOWHERE = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A highlight out of another program. Without a `quote` it is a note on the whole article.

    `share` says how far into the text it begins, from 0 to 1; NOWHERE when that is not known. `colour` is one of ours;
    `created` is ISO 8601 in UTC, or empty. `id` is the one it had when it left a library of this program.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    colour: str = "yellow"
    tags: tuple[str, ...] = ()
    created: str = ""
    share: float = NOWHERE
    id: str = ""
