"""One spelling for what readers take for the same word, with a way back to the places in the text."""

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import OffsetMap
from reader.text.tally import COMMON, encoded

# What common texts are made of, and what it folds to: as in Lucene's Arabic, Persian and Sorani normalisation, with the
# letters that Arabic writers borrow for v and g, and the digits and signs that a keyboard lacks.
_KEPT = (
    "".join(map(chr, [10, *range(0x20, 0x41), *range(0x5B, 0x7F)])) + "ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگۆێڵڕٹڈڑں…•·°×€£"
)
_SAME = {
    **{chr(capital): chr(capital + 32) for capital in range(0x41, 0x5B)},
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ئىیےۓ", "ي"),
    **dict.fromkeys("ةہھۀۂەۃ", "ه"),
    **dict(zip("ؤکڤڨڭ", "وكفقك", strict=True)),
    **{chr(zero + value): str(value) for zero in (0x660, 0x6F0) for value in range(10)},
    **dict(zip("،؛؟۔٪٫٬", ",;?.%.,", strict=True)),
    **dict.fromkeys("«»“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—−\u2011", "-"),
    **dict.fromkeys("\t\u00a0\u202f", " "),
    **dict(zip("éèêëàâçïîôöûüÉ", "eeeeaaciioouue", strict=True)),
}
_DROPPED = (
    "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
    "\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2069\ufeff"
)

# The same for rarer characters: Quranic signs, the points of Hebrew and Syriac, accents, the hamza and ayn of romanised
# Arabic; letters and signs that Unicode does not decompose.
_RARELY_DROPPED = LazyPattern(
    "[\u02be\u02bf\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0656-\u065f"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u2060\u202a-\u202e\u2067\u2068\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad]"
)
_RARELY_SAME = {
    **dict(zip("øłđıðþħ", ("o", "l", "d", "i", "d", "th", "h"), strict=True)),
    **dict(zip("æœ", ("ae", "oe"), strict=True)),
    **dict(zip("\u05be\u05f3\u05f4\u2010\u2012\u2015", "-'\"---", strict=True)),
    **dict.fromkeys("\u02bb\u02bc\u2018\u201b\u2032‹›", "'"),
    **dict(zip("ٲٳڪڢڧ", "ااكفق", strict=True)),
    "﷽": "بسم الله الرحمن الرحيم",
    "﷼": "ريال",
}

_UNSPOKEN = LazyPattern("[ـ\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]")
_PLAIN_WORD = LazyPattern(r"[^\W_]+")
_NUMBER = LazyPattern(r"\d+")
_BEGIN_ARTICLES = frozenset("اٱ")
_ARTICLE = LazyPattern("[اٱ]ل(?=..)")
# Words whose ال is their own: the name of God, relative pronouns, the eighth form of roots in ل, foreign names.
_NO_ARTICLE = LazyPattern(
    "الله|اللهم|الذي|الذين|التي|اللذان|اللذين|اللتان|اللتين|اللواتي|اللاتي|اللائي"
    "|الت(?:زام|قاء|قاط|حاق|ماس|باس|هاب|فات|فاف|جاء|ئام|هام|واء|حام|صاق)(?:ات|ًا|ا|ه|ها|هم)?"
    "|الت(?:زم|قى|قوا|حق|مس|فت|زمت|قت|حقت|مست|فتت)|المانيا?|الماني[ةه]|البانيا|الكتروني?[ةه]?|البوم(?:ات)?"
)
_SERVANT = "عبد"  # of the compound names عبد الرحمن, عبد الله: one name, written in one word or in two
_AFTER_EVERY_ARABIC_LETTER = "\u06ff"
_BORROWED = {"پ": "ب", "چ": "ج", "ژ": "ز", "گ": "ك"}  # each stands behind the letter that it was made from
_BORROWED_LETTERS = LazyPattern("[پچژگ]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where each of its code points came from."""

    text: str
    offsets: OffsetMap


def fold(text: str) -> str:
    """Return the text as it is searched and compared; folding again changes nothing.

    Tashkeel, tatweel, joiners and marks of direction go; أإآٱ are ا, ؤ و, ئىی ي, ةہھۀ ه, ک ك; all digits are ASCII;
    Latin loses accents and capitals, Hebrew its points; presentation forms are letters, ﷺ its words. پ چ ژ گ stay
    apart. Each code point folds by itself: fold(a + b) is fold(a) + fold(b).
    """
    # For 4 KB of Arabic, str.replace costs up to 4 µs a letter, casefold 30 µs, str.translate 400 µs. To encode with
    # one byte a letter, which has mostly been done already, delete bytes and decode with folded letters takes 30 µs.
    common = encoded(text)
    if common is None:
        return _fold_mixed(text)
    deleted, decoding = _of_common()
    return codecs.charmap_decode(common.translate(None, deleted), "strict", decoding)[0]


@lru_cache(maxsize=16_384)
def fold_word(text: str) -> str:
    """Return what `fold` does, and keep it: for words and names, which come again and again."""
    return fold(text)


def fold_with_map(text: str) -> Folded:
    """Return the folded text and the way back to `text`, in code points."""
    sources: list[int] = []
    kept_until = 0
    for found in _changing_length().finditer(text):
        place = found.start()
        sources += range(kept_until, place)
        sources += [place] * len(_fold_character(found[0]))
        kept_until = place + 1
    unmoved: Sequence[int] = range(kept_until, len(text) + 1)
    return Folded(fold(text), OffsetMap([*sources, *unmoved] if kept_until else unmoved))


@lru_cache(maxsize=1024)  # the names of sources come again and again
def sort_key(text: str) -> str:
    """Return what a name or title is sorted by: numbers first, then Arabic, then other scripts, word by word.

    The article ال, quotation marks and tashkeel do not count; أإآ are ا, ؤ و, ئ ي; numbers go by value; عبد الرحمن is
    one word. (design/LOOK.md, *Behaviour*.)
    """
    words = [_without_article(word) for word in _joined_names(_PLAIN_WORD().findall(_UNSPOKEN().sub("", text)))]
    folded = fold(" ".join(words))
    key = _BORROWED_LETTERS().sub(_behind_its_kin, _NUMBER().sub(_by_value, folded))
    return f"{_group(key)}{key}"


def _fold_mixed(text: str) -> str:
    parts = _uncommon().split(text)
    parts[1::2] = map(_fold_character, parts[1::2])
    parts[::2] = map(fold, parts[::2])
    return "".join(parts)


@cache
def _of_common() -> tuple[bytes, str]:
    """Return the bytes of common characters that go, and what the bytes of the others are decoded to."""
    folded = [each if each in _KEPT else _SAME.get(each) or _fold_character(each) for each in COMMON]
    deleted = bytes(place for place, each in enumerate(folded) if not each)
    return deleted, "".join(each or "\0" for each in folded)


@cache
def _uncommon() -> re.Pattern[str]:
    return re.compile(f"([^{re.escape(COMMON)}])")


@cache
def _changing_length() -> re.Pattern[str]:
    return re.compile("[^\0" + re.escape(_KEPT + "".join(_SAME)) + "]")


@cache
def _fold_character(character: str) -> str:
    """Fold a character that stands outside the common alphabet, until nothing changes any more."""
    folded = _fold_once(character)
    while (again := "".join(map(_fold_once, folded))) != folded:
        folded = again
    return folded


def _fold_once(character: str) -> str:
    if character in _DROPPED:
        return ""
    if (digit := unicodedata.decimal(character, -1)) >= 0:
        return str(digit)
    if unicodedata.category(character) == "Zs":
        return " "
    same = _SAME.get(character) or _RARELY_SAME.get(character)
    if same:
        return same
    decomposed = unicodedata.normalize("NFKD", character).casefold()
    kept = _RARELY_DROPPED().sub("", decomposed)
    return unicodedata.normalize("NFC", "".join(_SAME.get(c, c) for c in kept if c not in _DROPPED))


def _joined_names(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] == _SERVANT and word.startswith("ال"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _without_article(word: str) -> str:
    if word[:1] not in _BEGIN_ARTICLES:
        return word
    article = _ARTICLE().match(word)
    return word[article.end() :] if article and not _NO_ARTICLE().fullmatch(word) else word


def _by_value(number: re.Match[str]) -> str:
    significant = number[0].lstrip("0")
    return f"{len(significant):03d}{significant}"


def _behind_its_kin(letter: re.Match[str]) -> str:
    return _BORROWED[letter[0]] + _AFTER_EVERY_ARABIC_LETTER


def _group(key: str) -> str:
    first = key[:1]
    if first.isdigit():
        return "0"
    return "1" if "\u0600" <= first <= "\u06ff" else "2"
