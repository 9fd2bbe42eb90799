"""What every text goes through before it is stored: no control, no mark of direction and no shaping is left in it.

Texts come out of web pages, PDF files and clipboards with signs that nobody sees and that break searching, comparing and
showing. Letters are never lost: `letters` says what counts as one.
"""

import re
import unicodedata
from functools import cache

_LINE_ENDS = re.compile("\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# Noncharacters (Unicode 23.7) stand in every plane; Qt keeps U+FDD0 and U+FDD1 for itself.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROLS = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"
_MARKS_OF_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc\ufe73"
_DROPPED = re.compile(f"[{_CONTROLS}{_MARKS_OF_DIRECTION}{_INVISIBLE}\ud800-\udfff{_NONCHARACTERS}]+")
# Hebrew points and letters, Latin and Armenian ligatures, and the two blocks of Arabic shapes, without the signs among them:
# ornate parentheses (FD3E–FD4F), honorifics (FDCF, FDFA, FDFB, FDFD–FDFF), the rial (FDFC) and dots (FBB2–FBC2).
_SHAPES = re.compile("[\ufb00-\ufb4f\ufb50-\ufbb1\ufbc3-\ufd3d\ufd50-\ufdce\ufdd0-\ufdf9\ufe70-\ufe72\ufe74-\ufefc]+")
_ZERO_WIDTH_SPACES = re.compile("\u200b+")
_ARABIC_OR_INDIC = "\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff"
_BETWEEN_ARABIC = re.compile(f"(?<=[{_ARABIC_OR_INDIC}])\u200b+(?=[{_ARABIC_OR_INDIC}])")
_NOT_IN_SOUTH_EAST_ASIA = re.compile("(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b+")
_IDLE_JOINERS = re.compile("(?m)(?:^|(?<=[\\s\u200c]))\u200c+|\u200c+(?=\\s|$)")
_SPACES = re.compile("[\t\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SPACES_AT_LINE_ENDS = re.compile("(?m)^[ \t]+|[ \t]+$")
_COLUMN_GAP = 4
_HARD_SPACES = frozenset("\u00a0\u202f")


def clean(text: str) -> str:
    r"""Return a text fit to be stored, in logical order and in NFC; cleaning it again changes nothing.

    - Every kind of line end is a line feed.
    - Controls, noncharacters, lone surrogates, byte order marks, soft hyphens and marks of direction go. What
      direction a block has is stored beside it. ZWNJ and ZWJ stay where they do something: they are spelling.
    - Presentation forms and ligatures become the letters they show, ﷲ too. ﷺ ﷻ ﷽ ﷼ ﴾ ﴿ are signs and stay.
    - A run of spaces is one space; a run with a tab, or of four and more, is one tab: it parts columns, or the halves
      of a verse. None at either end of a line. A no-break space stays between digits.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = _DROPPED.sub("", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SHAPES.sub(_letters_of_shapes, text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\u200b" in text:
        text = _NOT_IN_SOUTH_EAST_ASIA.sub("", _BETWEEN_ARABIC.sub("\u200c", text))
    if "\u200c" in text:
        text = _IDLE_JOINERS.sub("", text)
    return _SPACES_AT_LINE_ENDS.sub("", _SPACES.sub(_one_space, text))


def letters(text: str) -> str:
    """Return the letters and digits of a text, shapes undone: what cleaning keeps, in the order it keeps it."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if unicodedata.category(c)[0] in "LN")


def _letters_of_shapes(found: re.Match[str]) -> str:
    return "".join(map(_letters_of_shape, found[0]))


@cache
def _letters_of_shape(shape: str) -> str:
    decomposed = unicodedata.normalize("NFKD", shape)
    # A lone vowel sign decomposes to a space or a tatweel that carries it (Unicode 9.2); here its letter carries it.
    bare = decomposed.lstrip(" ـ") if unicodedata.combining(decomposed[-1]) else decomposed
    return bare or decomposed


def _one_space(found: re.Match[str]) -> str:
    run = found[0]
    if run == " ":
        return run
    if "\t" in run or len(run) >= _COLUMN_GAP:
        return "\t"
    text, start, end = found.string, found.start(), found.end()
    is_between_digits = start > 0 and end < len(text) and text[start - 1].isdigit() and text[end].isdigit()
    return run if run in _HARD_SPACES and is_between_digits else " "
