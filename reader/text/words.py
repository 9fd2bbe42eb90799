"""What a word is, in Arabic, Persian, Hebrew and Latin, and where it begins and ends."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse

from reader.text.folding import fold
from reader.text.graphemes import whole_graphemes
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span
from reader.text.tally import encoded
from reader.text.tally import words as words_in

# What belongs to the letter before it but is no letter for re: vowel signs and points, accents; and the scripts whose
# vowels are marks (Indic, Thai, Burmese, Khmer), without their own punctuation.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff"
    "\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e\u0eb1-\u0ece\u1000-\u1049\u1780-\u17d3\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTERS = f"[\\w{_MARKS}]+"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
# What joins letters to one word: ZWNJ and ZWJ; the points, commas and colons of numbers; apostrophes and points between
# Latin letters; the Hebrew geresh and gershayim, typed as quotation marks.
_JOINS = f"(?:[\u200c\u200d]+|(?<=\\d)[.,:/٫٬](?=\\d)|(?<=[{_LATIN}])['’.·](?=[{_LATIN}])|(?<=[א-ת])[\"'׳״](?=[א-ת]))"
_WORD = LazyPattern(f"(?=[^\\W_]){_LETTERS}(?:{_JOINS}{_LETTERS})*(?<!_)(?:(?<=[א-ת])\u05f3)?[{_MARKS}\u200c\u200d]*")

_WORDS_A_MINUTE = {"ar": 150, "en": 230}
# The middle of the seventeen languages of Trauzettel-Klosinski and Dietz 2012 (IReST).
_WORDS_A_MINUTE_ELSEWHERE = 190

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›", '"': '"'}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items() if closer != opener}

# The particles that are written together with the word they govern, and how many letters must be left for it to look
# like a word: تاب is not found in كتاب.
_LEAST_LEFT = {
    conjunction + particle: least
    for conjunction in ("", "و", "ف")
    for particle, least in {"": 2, "ال": 2, "بال": 2, "كال": 2, "لل": 2, "ب": 3, "ل": 3, "ك": 4, "س": 4}.items()
    if conjunction + particle
}
_FIRST_LETTERS = frozenset(particles[0] for particles in _LEAST_LEFT)
_BEGUN = frozenset(particles[:end] for particles in _LEAST_LEFT for end in range(1, len(particles) + 1))
LONGEST_PARTICLES = max(map(len, _LEAST_LEFT))
_SHALL = "س"
_BEFORE_SHALL = "يتنا"
_FOR_THE = "لل"


def words(text: str) -> Iterator[Span]:
    """Yield where each word stands: letters with their marks and joiners, or a number; no punctuation at the ends."""
    for start, end in places(text):
        yield Span(start, end)


def places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word begins and ends: what `words` does, in half the time."""
    return (found.span() for found in _WORD().finditer(text))


def word_at(text: str, position: int) -> Span | None:
    """Return the word that a code point belongs to, or None in a space or punctuation."""
    for found in _WORD().finditer(text, _chunk_start(text, position), _chunk_end(text, position)):
        if found.start() <= position < found.end():
            return Span(*found.span())
    return None


def snap(text: str, span: Span) -> Span:
    """Return the whole words that a stretch touches, without punctuation at the ends.

    Where it touches none it keeps its punctuation or pictures, whole and without spaces at the ends. What lies beyond
    the text's end counts as its end.
    """
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    first = _first_word(text, span)
    if first is None:
        inner = span.of(text)
        start = span.start + len(inner) - len(inner.lstrip())
        return whole_graphemes(text, Span(start, max(start, span.end - len(inner) + len(inner.rstrip()))))
    return Span(first.start, _last_end(text, Span(first.start, span.end)))


def snap_passage(text: str, span: Span) -> Span:
    """Return the whole words that a stretch touches, with a bracket or quotation mark whose other half is among them.

    A mark at an end is taken in where the stretch touches it: of (كلمة) أخرى the passage is not كلمة) أخرى.
    """
    passage = snap(text, span)
    start, end = passage.start, passage.end
    _, unopened = _halves(text[start:end])
    if unopened and span.start < start and text[start - 1] == unopened[-1]:
        start -= 1
    unclosed, _ = _halves(text[start:end])
    if unclosed and end < min(span.end, len(text)) and text[end] == unclosed[0]:
        end += 1
    return Span(start, end)


def count(text: str) -> int:
    """Return how many words a text has, as word processors count: pieces between spaces that hold a letter or digit.

    It takes half the time of finding each word, and a tenth in a text of common characters.
    """
    common = encoded(text)
    if common is not None:
        return words_in(common)
    pieces = text.split()
    others = filterfalse(str.isalnum, pieces)
    return len(pieces) - sum(1 for piece in others if not any(map(str.isalnum, piece)))


def reading_minutes(words: int, language: str) -> int:
    """Return how many minutes a number of words takes to read, rounded; 0 is less than half a minute.

    150 words a minute in Arabic, and in a language that is not known, 230 in English (design/LOOK.md).
    """
    rate = _WORDS_A_MINUTE.get(language.partition("-")[0].lower() or "ar", _WORDS_A_MINUTE_ELSEWHERE)
    return (2 * words + rate) // (2 * rate)


@lru_cache(maxsize=8192)  # an article's words come again and again
def strip_clitics(word: str) -> tuple[str, ...]:
    """Return what a word may be without the particles written together with it, folded; the word itself comes first.

    والكتاب is الكتاب or كتاب; للغة is لغة or اللغة.
    """
    folded = fold(word)
    if folded[:1] not in _FIRST_LETTERS:
        return (folded,)
    candidates = [folded]
    for end in range(1, min(LONGEST_PARTICLES + 1, len(folded))):
        start, rest = folded[:end], folded[end:]
        if start not in _BEGUN:
            break
        if is_particle(start, rest):
            candidates.append(rest)
            if start.endswith(_FOR_THE):  # the alif of ال is not written after ل, nor is a third lam
                candidates += ["ال" + rest, "ل" + rest, "الل" + rest]
    return tuple(dict.fromkeys(candidates))


def is_particle(start: str, rest: str) -> bool:
    """Say whether a folded word may consist of the particles `start` and the word `rest`."""
    least = _LEAST_LEFT.get(start)
    if least is None or len(rest) < least:
        return False
    return not start.endswith(_SHALL) or rest[0] in _BEFORE_SHALL


def _chunk_start(text: str, position: int) -> int:
    while position > 0 and not text[position - 1].isspace():
        position -= 1
    return position


def _chunk_end(text: str, position: int) -> int:
    while position < len(text) and not text[position].isspace():
        position += 1
    return position


def _halves(text: str) -> tuple[list[str], list[str]]:
    """Return what would close the marks that a text leaves open, and what would open those that it only closes."""
    unclosed: list[str] = []
    unopened: list[str] = []
    for sign in text:
        if sign in _PAIRS and not (sign in unclosed and _PAIRS[sign] == sign):
            unclosed.append(_PAIRS[sign])
        elif sign in unclosed:
            unclosed.remove(sign)
        elif sign in _OPENERS:
            unopened.append(_OPENERS[sign])
    return unclosed[::-1], unopened or [sign for sign in unclosed if _PAIRS.get(sign) == sign]


def _first_word(text: str, span: Span) -> Span | None:
    for found in _WORD().finditer(text, _chunk_start(text, span.start), _chunk_end(text, span.end)):
        if found.start() >= span.end:
            return None
        if found.end() > span.start:
            return Span(*found.span())
    return None


def _last_end(text: str, span: Span) -> int:
    """Return where the last word ends that begins in a stretch; one does."""
    end = span.end
    while end > span.start:
        start = max(span.start, _chunk_start(text, end - 1))
        ends = [f.end() for f in _WORD().finditer(text, start, _chunk_end(text, end - 1)) if f.start() < span.end]
        if ends:
            return ends[-1]
        end = min(start, end - 1)
    return span.end
