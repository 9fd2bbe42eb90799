"""What stands above and below the text of every page: running heads, running feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.intake.formats.pdf.lines import Piece
from reader.intake.formats.pdf.ordering import logical
from reader.text.folding import fold

_EDGE = 2  # rows at the top and at the bottom of a page
_NEAR = 3.0  # points by which a running head's place may differ
_LEAST_SHARE = 0.3  # of the pages: left and right ones may differ
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—\[(|]*\s*(?:صفحه|page|p\.|ص)?\s*#\s*(?:(?:/|of|من)\s*#)?\s*[-–—\])|]*")


def without_running_heads(pages: Sequence[list[Piece]], *, rtl: bool) -> tuple[list[list[Piece]], list[str]]:
    """Return the pages' pieces without running heads and page numbers, and those, each once."""
    edges = [_edges(pieces) for pieces in pages]
    seen = Counter(key for page in edges for key in {_key(piece, rtl=rtl) for piece in page})
    least = max(2, _LEAST_SHARE * len(pages))
    kept: list[list[Piece]] = []
    dropped: dict[str, str] = {}
    for pieces, edge in zip(pages, edges, strict=True):
        running = []
        for piece in edge:
            text, _ = key = _key(piece, rtl=rtl)
            is_number = _PAGE_NUMBER.fullmatch(text) is not None and _is_alone(piece, pieces)
            if seen[key] + _beside(seen, key) >= least or is_number:
                running.append(piece)
                dropped.setdefault(text, logical(piece.units, rtl=rtl))
        kept.append([piece for piece in pieces if not any(piece is one for one in running)])
    return kept, list(dropped.values())


def _edges(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces on a page's first and last rows."""
    ys = sorted({round(piece.y) for piece in pieces})
    outer = {*ys[:_EDGE], *ys[-_EDGE:]}
    return [piece for piece in pieces if round(piece.y) in outer]


def _key(piece: Piece, *, rtl: bool) -> tuple[str, int]:
    text = _DIGITS.sub("#", fold(logical(piece.units, rtl=rtl))).strip()
    return text, round(piece.y / _NEAR)


def _beside(seen: Counter[tuple[str, int]], key: tuple[str, int]) -> int:
    text, place = key
    return max(seen[text, place - 1], seen[text, place + 1])


def _is_alone(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Say whether a piece is the outermost row of its page and alone on it."""
    same = [other for other in pieces if abs(other.y - piece.y) < piece.size / 2]
    above = any(other.y > piece.y + piece.size / 2 for other in pieces)
    below = any(other.y < piece.y - piece.size / 2 for other in pieces)
    return len(same) == 1 and above != below
