"""Text for programs that can neither join Arabic letters nor run from right to left: shapes, in the eye's order."""

import re
import textwrap
from collections.abc import Callable
from functools import cache

from reader.text.direction import Direction, isolated_runs
from reader.text.lazy_pattern import LazyPattern

_ARABIC = LazyPattern("[\u0610-\u061a\u0620-\u065f\u0670-\u06d3\u06d5-\u06ed\u0750-\u077f\u200d]+")
_JOINER, _TATWEEL = "\u200d", "ـ"
_UNSEEN = LazyPattern("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]")

# Vowel signs must follow their letters when these are turned round, and brackets must face the other way. Both get two
# marks that the algorithm moves with the character before them; which of the two comes first afterwards tells whether
# the character was turned. Clean text holds neither mark.
_FIRST, _SECOND = "\u034f", "\U000e01ef"
_SIGNS = (
    "\u0300-\u034e\u0350-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\ufe00-\ufe0f"
)
_TO_MARK = LazyPattern(f"(.)([{_SIGNS}]+)|([(){{}}\\[\\]<>«»‹›])")
_TURNED = LazyPattern(f"{_SECOND}([{_SIGNS}]*){_FIRST}(.)")
_UNTURNED = LazyPattern(f"[{_FIRST}{_SECOND}]")


def visual(text: str, direction: Direction, width: int = 0) -> str:
    """Return the text line by line as it looks, to be set from left to right, in presentation forms.

    Lines longer than `width` columns are broken between words before they are turned round, for a program that broke
    them itself would begin with the last words; 0 breaks none.
    """
    shape = _shaper()
    lines = [part for line in text.split("\n") for part in _broken(line, width)]
    return "\n".join(_turned_round(_ARABIC().sub(shape, _isolated(line, direction)), direction) for line in lines)


def in_visual_order(line: str, direction: Direction) -> str:
    """Return the characters of a line from left to right, not shaped."""
    return _turned_round(_isolated(line, direction), direction)


def _broken(line: str, width: int) -> list[str]:
    if not width or len(line) <= width:
        return [line]
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def _isolated(line: str, direction: Direction) -> str:
    opening = "\u2066" if direction is Direction.RTL else "\u2067"
    pieces, last = [], 0
    for run in isolated_runs(line, direction):
        pieces += [line[last : run.start], opening, run.of(line), "\u2069"]
        last = run.end
    return "".join([*pieces, line[last:]])


def _turned_round(line: str, direction: Direction) -> str:
    # Few need these libraries, and they take time to load.
    from bidi import get_display
    from bidi.mirror import MIRRORED

    def turn(found: re.Match[str]) -> str:
        return f"{MIRRORED.get(found[2], found[2])}{found[1][::-1]}"

    marked = _TO_MARK().sub(lambda found: f"{found[1] or found[3]}{_FIRST}{found[2] or ''}{_SECOND}", line)
    shown = str(get_display(marked, base_dir="R" if direction is Direction.RTL else "L"))
    return _UNSEEN().sub("", _UNTURNED().sub("", _TURNED().sub(turn, shown)))


@cache
def _shaper() -> Callable[[re.Match[str]], str]:
    from arabic_reshaper import ArabicReshaper

    # Every font with shapes has those of lam-alif; the one of God's name is missing in most.
    configuration = {"delete_harakat": False, "support_ligatures": True, "ARABIC LIGATURE ALLAH": False}
    reshaper = ArabicReshaper(configuration)

    def shape(found: re.Match[str]) -> str:
        if _JOINER not in found[0]:
            return str(reshaper.reshape(found[0]))
        # WORKAROUND: with a joiner among its letters the library counts its places wrongly, and fails at لا. A tatweel
        # joins as a joiner does; those that stand for joiners go again.
        joining = iter([sign for sign in found[0] if sign in (_JOINER, _TATWEEL)])
        shaped = str(reshaper.reshape(found[0].replace(_JOINER, _TATWEEL)))
        return "".join(sign for sign in shaped if sign != _TATWEEL or next(joining, _TATWEEL) == _TATWEEL)

    return shape
