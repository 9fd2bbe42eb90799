"""What every text goes through before it is stored: no control, no mark of direction and no shaping is left in it.

Texts come out of web pages, PDF files and clipboards with signs that nobody sees and that break searching, comparing
and showing. Letters are never lost: `letters` says what counts as one.
"""

import re
import unicodedata
from functools import cache

from reader.text.lazy_pattern import LazyPattern
from reader.text.tally import COMMON, encoded

_LINE_END = "\n\v\f\r\x1c-\x1e\x85\u2028\u2029"
# Noncharacters (Unicode 23.7) stand in every plane; Qt keeps U+FDD0 and U+FDD1 for itself. Those above the basic plane
# are looked for apart: a class that reaches there in pieces is searched ten times as slowly.
_NONCHARACTER = "\ufdd0-\ufdef\ufffe\uffff"
_HIGH_CHARACTERS = LazyPattern("[\U00010000-\U0010ffff]+")
_CONTROL = "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_MARK_OF_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = "\u00ad\u180e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc\ufe73"
_DROPPED = f"{_CONTROL}{_MARK_OF_DIRECTION}{_UNSEEN}{_NONCHARACTER}"
# Latin, Armenian and Hebrew ligatures and the two blocks of Arabic shapes, without the signs among them: ornate
# parentheses (FD3E–FD4F), honorifics (FDCF, FDFA, FDFB, FDFD–FDFF), the rial (FDFC) and dots (FBB2–FBC2).
_SHAPE = "\ufb00-\ufb4f\ufb50-\ufbb1\ufbc3-\ufd3d\ufd50-\ufdce\ufdf0-\ufdf9\ufe70-\ufe72\ufe74-\ufefc"
_WIDE_SPACE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ARABIC = "\u0620-\u06ff\u0750-\u077f\u08a0-\u08ff"
_WITHOUT_SPACES_BETWEEN_WORDS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer

_UNUSUAL = LazyPattern(f"[{_DROPPED}{_SHAPE}{_WIDE_SPACE}\u200b\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_LINE_ENDS = LazyPattern(f"\r\n|[{_LINE_END}]")
_ALL_DROPPED = LazyPattern(f"[{_DROPPED}]+")
_SHAPES = LazyPattern(f"[{_SHAPE}]+")
_SURROGATE_PAIR = LazyPattern("[\ud800-\udbff][\udc00-\udfff]")
_ZERO_WIDTH_SPACE_IN_ARABIC = LazyPattern(f"(?<=[{_ARABIC}])\u200b+(?=[{_ARABIC}])")
_IDLE_ZERO_WIDTH_SPACE = LazyPattern(f"(?<![{_WITHOUT_SPACES_BETWEEN_WORDS}])\u200b+|(?<=\u200b)\u200b+")
_IDLE_NON_JOINER = LazyPattern("(?m)(?:^|(?<=[\\s\u200c]))\u200c+|\u200c+(?=\\s|$)")
_SPACES = LazyPattern(f"[ {_WIDE_SPACE}]{{2,}}|[{_WIDE_SPACE}]")
_SPACES_BEFORE_LINE_END = LazyPattern("[ \t]+\n")
_SPACES_AFTER_LINE_END = LazyPattern("\n[ \t]+")
_COLUMN_GAP = 4
_HARD_SPACES = frozenset("\u00a0\u202f")
_HARD_SPACE_IN_NUMBER = LazyPattern("\\d[\u00a0\u202f]\\d")


def clean(text: str) -> str:
    r"""Return a text fit to be stored, in logical order and in NFC; cleaning it again changes nothing.

    - Every kind of line end is a line feed.
    - Controls, noncharacters, lone surrogates, byte order marks, soft hyphens and marks of direction go: a block's
      direction is stored beside it. ZWNJ and ZWJ stay where they do something, for they are spelling.
    - Presentation forms and ligatures become the letters they show, ﷲ too. ﷺ ﷻ ﷽ ﷼ ﴾ ﴿ are signs and stay.
    - A run of spaces is one space; a run with a tab, or of four and more, is one tab: it parts columns, or the halves
      of a verse. There is none at either end of a line. A single no-break space stays between digits.
    """
    is_unusual = _UNUSUAL().search(text) is not None or _is_wide(text)
    if is_unusual:
        text = _without_the_unusual(text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\u200c" in text:
        text = _IDLE_NON_JOINER().sub("", text)
    if "  " in text or (is_unusual and _UNUSUAL().search(text)):
        if not _HARD_SPACE_IN_NUMBER().search(text):
            text = text.replace("\u00a0", " ").replace("\u202f", " ")
        text = _SPACES().sub(_one_space, text)
    return _without_spaces_at_line_ends(text)


def is_clean(text: str) -> bool:
    """Say whether cleaning changes nothing in a text, nor in any part of it, but for its spaces and line ends."""
    common = encoded(text)
    if common is None:
        if _UNUSUAL().search(text) or "\u200c" in text or _is_wide(text):
            return False
    elif common.translate(None, _usual()):  # in half of the time that the search takes
        return False
    return unicodedata.is_normalized("NFC", text)


@cache
def _usual() -> bytes:
    """Return the bytes of common characters that cleaning leaves alone wherever they stand."""
    return bytes(place for place, each in enumerate(COMMON) if each != "\u200c" and not _UNUSUAL().search(each))


def letters(text: str) -> str:
    """Return the letters of a text with their marks, and its digits: what cleaning keeps, in the order it keeps it.

    Shapes and ligatures count as the letters they show; tatweel does not count.
    """
    decomposed = unicodedata.normalize("NFKD", _without_the_dropped(text))
    return unicodedata.normalize(
        "NFD", "".join(c for c in decomposed if unicodedata.category(c)[0] in "LMN" and c != "ـ")
    )


def _is_wide(text: str) -> bool:
    """Say whether a character stands above the basic plane, in a tenth of the time that looking at each takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _without_the_unusual(text: str) -> str:
    text = _without_the_dropped(text)
    text = _LINE_ENDS().sub("\n", text)
    text = _SHAPES().sub(_letters_of_shapes, text)
    if "\u200b" in text:
        # It parts what it stands in without room, which among Arabic letters is what a ZWNJ does.
        text = _IDLE_ZERO_WIDTH_SPACE().sub("", _ZERO_WIDTH_SPACE_IN_ARABIC().sub("\u200c", text))
    return text


def _without_spaces_at_line_ends(text: str) -> str:
    if " \n" in text or "\t\n" in text:
        text = _SPACES_BEFORE_LINE_END().sub("\n", text)
    if "\n " in text or "\n\t" in text:
        text = _SPACES_AFTER_LINE_END().sub("\n", text)
    return text.strip(" \t")


def _joined_surrogates(text: str) -> str:
    """Make characters of the surrogate pairs that careless JSON leaves behind."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE_PAIR().sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    return text


def _without_the_dropped(text: str) -> str:
    return _HIGH_CHARACTERS().sub(_without_noncharacters, _ALL_DROPPED().sub("", _joined_surrogates(text)))


def _without_noncharacters(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if ord(c) & 0xFFFE != 0xFFFE)  # noqa: PLR2004 the last two of a plane


def _letters_of_shapes(found: re.Match[str]) -> str:
    return "".join(map(_letters_of_shape, found[0]))


@cache
def _letters_of_shape(shape: str) -> str:
    decomposed = unicodedata.normalize("NFKD", shape)
    # A lone vowel sign decomposes to a space or a tatweel that carries it (Unicode 9.2); here its letter carries it.
    return decomposed.lstrip(" ـ") if unicodedata.combining(decomposed[-1]) else decomposed


def _one_space(found: re.Match[str]) -> str:
    run = found[0]
    if "\t" in run or len(run) >= _COLUMN_GAP:
        return "\t"
    before, after = found.string[max(0, found.start() - 1)], found.string[found.end() : found.end() + 1]
    return run if run in _HARD_SPACES and before.isdigit() and after.isdigit() else " "
