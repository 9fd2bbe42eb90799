"""Where a place of a text stands in another version of it."""

from reader.annotations.anchoring import Anchorage

KNOWN_LENGTH = 80
"""Code points that say where a place is when they stand once in either text; all words take longer to compare."""


def moved(position: int, before: str, now: str) -> int:
    """Return where a code point of a text stands in another version: that of the next word that is left; 0 for 0."""
    if position == 0:
        return 0
    words = before[position : position + KNOWN_LENGTH]
    if len(words) == KNOWN_LENGTH and before.count(words) == now.count(words) == 1:
        return now.index(words)
    return Anchorage(now, "now", {"before": before}.get).moved(position, "before")
