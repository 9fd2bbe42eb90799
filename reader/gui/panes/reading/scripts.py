"""Where a text changes script, and where a change of font may fall."""

import re
from functools import cache

from reader.text.direction import Direction
from reader.text.spans import Span

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
)
_DIGITS = "[0-9]+(?:[.,:/][0-9]+)*"

# Patterns of plain characters are ready in a tenth of the time of the others, which few articles' first screen needs.
_PLAIN_LATIN_WORD = re.compile(f"[A-Za-z](?:[A-Za-z0-9'.&@/:_+-]*[A-Za-z0-9+])?|{_DIGITS}")
_PLAIN = re.compile("[\x00-\x7f]+")


def foreign_runs(text: str, direction: Direction) -> list[Span]:
    """Return the words of the script that a text of this direction is not set in, to give them their own font.

    Letters of two scripts never join, so that no shape changes. Digits 0–9 between Arabic words count as Latin: in
    Arabic type they stand out of the line.
    """
    if direction is Direction.RTL:
        others = _PLAIN.sub("", text)
        words = _latin_word() if others.lower() != others.upper() else _PLAIN_LATIN_WORD
    elif text.isascii():
        return []
    else:
        words = _arabic_word()
    return [Span(*found.span()) for found in words.finditer(text)]


def whole_words(text: str, span: Span) -> Span:
    """Return a stretch widened until neither end falls between two letters: a change of font would part them."""
    start, end = span.start, span.end
    in_word = _in_word()
    while 0 < start < len(text) and in_word.match(text[start]) and in_word.match(text[start - 1]):
        start -= 1
    while 0 < end < len(text) and in_word.match(text[end]) and in_word.match(text[end - 1]):
        end += 1
    return Span(start, end)


@cache
def _latin_word() -> re.Pattern[str]:
    return re.compile(f"[{_LATIN}](?:[{_LATIN}\u0300-\u036f0-9'’.&@/:_+-]*[{_LATIN}\u0300-\u036f0-9+])?|{_DIGITS}")


@cache
def _arabic_word() -> re.Pattern[str]:
    return re.compile(f"[{_ARABIC}\u200c\u200d]+")


@cache
def _in_word() -> re.Pattern[str]:
    return re.compile(f"[{_ARABIC}{_LATIN}\u0300-\u036f\u200c\u200d]")
