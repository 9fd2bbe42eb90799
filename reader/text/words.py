"""What a word is, in Arabic, Persian, Hebrew and Latin, and where it begins and ends."""

import re
from collections.abc import Iterator

from reader.text.folding import fold
from reader.text.spans import Span

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08e1\u08e3-\u08ff\u0900-\u0963\u0966-\u0dff"
    "\u0e00-\u0e4e\u0eb1-\u0ece\u1000-\u1049\u1780-\u17d3\ufe20-\ufe2f"
)
_LETTER = f"(?:[^\\W_]|[{_MARKS}])"
_JOINERS = "\u200c\u200d"
_NUMBER = "\\d+(?:[.,:/٫٬]\\d+)*"
# Between letters: joiners, the Hebrew geresh and gershayim (typed as quotes), apostrophes and the points of abbreviations.
_INNER = f"[{_JOINERS}]+|(?<=[A-Za-z\u00c0-\u024f])['’.·_](?=[A-Za-z\u00c0-\u024f])|(?<=[א-ת])[\"'׳״](?=[א-ת])|(?<=\\w)_(?=\\w)"
_WORD = re.compile(f"{_NUMBER}(?![^\\W_])|{_LETTER}+(?:(?:{_INNER}){_LETTER}+)*[\u05f3]?")

_WORDS_A_MINUTE = {"ar": 150, "en": 230}
# The middle of the seventeen languages of Trauzettel-Klosinski and Dietz 2012 (IReST).
_WORDS_A_MINUTE_ELSEWHERE = 190


def words(text: str) -> Iterator[Span]:
    """Yield where each word stands: letters with their marks and joiners, or a number; no punctuation at the ends."""
    for found in _WORD.finditer(text):
        yield Span(*found.span())


def word_at(text: str, position: int) -> Span | None:
    """Return the word that a code point belongs to, or None in a space or punctuation."""
    start = end = position
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    for found in _WORD.finditer(text, start, end):
        if found.start() <= position < found.end():
            return Span(*found.span())
    return None


def snap(text: str, span: Span) -> Span:
    """Return the whole words that a stretch touches, without punctuation at the ends."""
    start, end = span.start, span.end
    while start < end and (first := word_at(text, start)) is None:
        start += 1
    while end > start and (last := word_at(text, end - 1)) is None:
        end -= 1
    if start == end:
        return span
    assert first
    assert last
    return Span(first.start, last.end)


def count(text: str) -> int:
    """Return how many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def reading_minutes(words: int, language: str) -> int:
    """Return how many minutes a number of words takes to read, rounded; 0 is less than half a minute."""
    rate = _WORDS_A_MINUTE.get(language.partition("-")[0].lower() or "ar", _WORDS_A_MINUTE_ELSEWHERE)
    return (2 * words + rate) // (2 * rate)


def strip_clitics(word: str) -> tuple[str, ...]:
    """Return what a word may be without the particles written together with it, folded, itself first."""
    folded = fold(word)
    return (folded, *(folded[cut:] for cut in _cuts(folded)))


_CLITICS = re.compile("[وف]?(?:[بكل]?ال|لل|[بكلس])?")


def _cuts(folded: str) -> list[int]:
    return [cut for cut in range(1, min(5, len(folded) - 1)) if _CLITICS.fullmatch(folded, 0, cut) and len(folded) - cut > 1]
