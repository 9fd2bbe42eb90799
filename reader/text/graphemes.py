"""What readers take for one character, which may be several code points."""

import unicodedata
from collections.abc import Iterator

from reader.text.spans import Span

_ZERO_WIDTH_JOINER = "\u200d"
_CONTINUING = frozenset(("Mn", "Me", "Mc"))
_FIRST_FLAG_LETTER, _LAST_FLAG_LETTER = "\U0001f1e6", "\U0001f1ff"


def grapheme_at(text: str, position: int) -> Span:
    """Return the grapheme cluster that a code point belongs to, by the rules of UAX 29 that matter here."""
    start, end = position, position + 1
    while start > 0 and _continues(text, start):
        start -= 1
    while end < len(text) and _continues(text, end):
        end += 1
    return Span(start, end)


def graphemes(text: str) -> Iterator[Span]:
    """Yield the grapheme clusters of a text."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not _continues(text, position, start):
            yield Span(start, position)
            start = position


def whole_graphemes(text: str, span: Span) -> Span:
    """Return the smallest stretch around `span` that cuts no grapheme cluster."""
    if span.start == span.end:
        return span
    return Span(grapheme_at(text, span.start).start, grapheme_at(text, span.end - 1).end)


def _continues(text: str, position: int, known_start: int = 0) -> bool:
    """Say whether the code point at `position` belongs to the same cluster as the one before it.

    `known_start` is where some cluster before it is known to begin: what stands before that need not be looked at.
    """
    before, here = text[position - 1], text[position]
    if before < "\u0300" > here:
        return before == "\r" and here == "\n"
    if before in "\r\n":
        return False
    if here in "\u200c\u200d" or unicodedata.category(here) in _CONTINUING or _is_emoji_part(here):
        return True
    if before == _ZERO_WIDTH_JOINER:
        return _is_picture(here) and position > 1 and not text[position - 2].isalpha()
    if _is_flag_letter(here) and _is_flag_letter(before):
        return _flag_letters_before(text, position, known_start) % 2 == 1
    return _continues_syllable(before, here)


def _is_emoji_part(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_picture(character: str) -> bool:
    return "\U0001f000" <= character <= "\U0001faff" or "\u2190" <= character <= "\u2bff"


def _is_flag_letter(character: str) -> bool:
    return _FIRST_FLAG_LETTER <= character <= _LAST_FLAG_LETTER


def _flag_letters_before(text: str, position: int, known_start: int) -> int:
    start = position
    while start > known_start and _is_flag_letter(text[start - 1]):
        start -= 1
    return position - start


def _continues_syllable(before: str, here: str) -> bool:
    """Join the jamo of a Hangul syllable that is written in pieces."""
    if "\u1100" <= before <= "\u115f":
        return "\u1100" <= here <= "\u11a7" or "\uac00" <= here <= "\ud7a3"
    return ("\u1160" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3") and "\u1160" <= here <= "\u11ff"
