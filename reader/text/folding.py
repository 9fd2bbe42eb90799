"""One spelling for what readers take for the same word, with a way back to the places in the text."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.text.spans import OffsetMap

# What common texts are made of, each with what it folds to. The rules are those of Lucene's Arabic, Persian and Sorani
# normalisation, and what readers type without thinking: digits, quotation marks, dashes.
_KEPT = (
    "".join(map(chr, range(0x20, 0x41))) + "".join(map(chr, range(0x5B, 0x7F))) + "\n"
    "ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگۆێڵڕٹڈڑں…•·°×€£"
)
_SAME = {
    **{chr(capital): chr(capital + 32) for capital in range(0x41, 0x5B)},
    **dict.fromkeys("أإآٱ", "ا"),
    "ؤ": "و", "ة": "ه", "ک": "ك", "ڤ": "ف", "ڨ": "ق", "ڭ": "ك",
    **dict.fromkeys("ئىیےۓ", "ي"),
    **dict.fromkeys("ہھۀۂەۃ", "ه"),
    **{chr(first + value): str(value) for first in (0x660, 0x6F0) for value in range(10)},
    **dict.fromkeys("«»“”„", '"'), **dict.fromkeys("‘’", "'"), **dict.fromkeys("–—−\u2011", "-"),
    "،": ",", "؛": ";", "؟": "?", "۔": ".", "٪": "%", "٫": ".", "٬": ",",
    "\t": " ", "\u00a0": " ", "\u202f": " ",
    **dict(zip("éèêëàâçïîôöûüÉ", "eeeeaaciioouue", strict=True)),
}  # fmt: skip
_DROPPED = "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2069\ufeff"

# str.replace in a chain costs 0.2–4 µs a link and casefold alone 30 µs for 4 KB of Arabic; str.translate 400 µs. Encoding to
# one byte a character, deleting, and decoding with the folded alphabet does all of it in 25 µs.
_ALPHABET = "\0" + _KEPT + "".join(_SAME) + _DROPPED
_ENCODING = codecs.charmap_build(_ALPHABET.ljust(256, "\ufffe"))
_DECODING = "\0" + _KEPT + "".join(_SAME.values()) + _DROPPED
_DELETED = codecs.charmap_encode(_DROPPED, "strict", _ENCODING)[0]

_JOINED_TO_LETTERS = "\u02be\u02bf"  # hamza and ayn of romanised Arabic
_PLAIN_LATIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_SIGNS_IN_WORDS = {"﷽": "بسم الله الرحمن الرحيم", "﷼": "ريال"}
_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    "\u06ea-\u06ed\u0656-\u065f\u0711\u0730-\u074a\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its code points came from."""

    text: str
    offsets: OffsetMap


def fold(text: str) -> str:
    """Return the text as it is searched and compared; folding again changes nothing.

    Tashkeel, tatweel, joiners and marks of direction go; أإآٱ are ا, ؤ و, ئىی ي, ةہھۀ ه, ک ك; all digits are ASCII; Latin
    loses its accents and capitals, Hebrew its points; presentation forms are letters. پ چ ژ گ stay apart.
    """
    try:
        encoded = codecs.charmap_encode(text, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        return _fold_mixed(text)
    return codecs.charmap_decode(encoded.translate(None, _DELETED), "strict", _DECODING)[0]


def fold_with_map(text: str) -> Folded:
    """Return the folded text and the way back to `text`, in code points."""
    sources: list[int] = []
    kept_until = 0
    for found in _moving().finditer(text):
        place = found.start()
        sources += range(kept_until, place)
        sources += [place] * len(_fold_character(found[0]))
        kept_until = place + 1
    unmoved: Sequence[int] = range(kept_until, len(text) + 1)
    return Folded(fold(text), OffsetMap([*sources, *unmoved] if kept_until else unmoved))


def _fold_mixed(text: str) -> str:
    parts = _unknown().split(text)
    parts[1::2] = map(_fold_character, parts[1::2])
    parts[::2] = map(fold, parts[::2])
    return "".join(parts)


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile(f"([^{re.escape(_ALPHABET)}])")


@cache
def _moving() -> re.Pattern[str]:
    stays_one = re.escape("\0" + _KEPT + "".join(_SAME))
    return re.compile(f"[^{stays_one}]")


@cache
def _fold_character(character: str) -> str:
    if character in _DROPPED:
        return ""
    folded = _fold_once(character)
    while (again := "".join(map(_fold_once, folded))) != folded:
        folded = again
    return folded


def _fold_once(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character in _SIGNS_IN_WORDS:
        return _SIGNS_IN_WORDS[character]
    if (digit := unicodedata.decimal(character, -1)) >= 0:
        return str(digit)
    decomposed = _COMBINING.sub("", unicodedata.normalize("NFKD", character).casefold())
    bare = "".join(_PLAIN_LATIN.get(c, c) for c in decomposed if c not in _DROPPED and c not in _JOINED_TO_LETTERS)
    if unicodedata.category(character) == "Zs":
        return " "
    return unicodedata.normalize("NFC", "".join(_SAME.get(c, c) for c in bare))
