"""Which language a text is in, as far as its letters and smallest words tell."""

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Any

# Letters that one of the languages of the Arabic script writes and its neighbours do not.
_TELLING = {
    "ur": "ٹڈڑںہھے",
    "ckb": "ێۆڵڕە",
    "fa": "پچژگکی",
    "ps": "ټډړښځڅۍې",
    "ar": "ةىيكأإؤئ",
}
_SMALL_WORDS = {
    "en": "the of and to in is that for was with on at by from has are",
    "fr": "le la les de des du et en est une un que pour dans sur au",
    "es": "el la los las de del y en que un una por con para es se",
    "de": "der die das und in den von zu mit ist nicht ein eine auf für dem",
    "it": "il la le di che e in un una per del della con non gli si",
    "tr": "ve bir bu için ile da de çok olan olarak daha gibi en sonra",
    "nl": "de het een en van in is dat op te voor met zijn niet aan",
    "pt": "o a os as de do da e em que um uma para com não se",
}
_SAMPLE = 50_000  # code points that are looked at
_ENOUGH = 0.04  # the share of all words that a language's small words must reach
_ARTICLES = 0.08  # the share of all words that begin with the article: some 0.2 in Arabic, below 0.02 in Persian
_ARABIC_SCRIPT = re.compile("[\u0621-\u06d5]+")
_HEBREW_SCRIPT = re.compile("[\u05d0-\u05ea]+")
_LATIN_WORD = re.compile(r"[a-zà-žA-ZÀ-Ž]+")
# Nearly all texts in Arabic script are made of these. They are encoded with one byte each and counted by deleting
# bytes, in a tenth of the time that searching takes. NUL stands first, or charmap_build makes a map that is slow.
_RANGES = (range(11), range(0x20, 0x7F), range(0x621, 0x63B), range(0x640, 0x653), range(0x660, 0x66D))
_SIGNS = "،؛؟«»“”‘’–—…•\u00a0\u200c\u200d\u0670۔۰۱۲۳۴۵۶۷۸۹"
_COMMON = "".join(dict.fromkeys([*map(chr, chain(*_RANGES)), *"".join(_TELLING.values()), *_SIGNS]))


def language_of(text: str) -> str:
    """Return the language's code (ISO 639-1, ckb for Sorani Kurdish), or "" when nothing tells."""
    text = text[:_SAMPLE]
    try:
        return _of_common(codecs.charmap_encode(text, "strict", _encoding())[0], text)
    except (UnicodeEncodeError, _TellsNothingError):
        pass
    arabic = _length_of(_ARABIC_SCRIPT, text)
    hebrew = _length_of(_HEBREW_SCRIPT, text)
    latin_words = _LATIN_WORD.findall(text)
    latin = sum(map(len, latin_words))
    if not arabic + hebrew + latin:
        return ""
    if hebrew > max(arabic, latin):
        return "he"
    if arabic >= latin:
        return _of_scores({language: sum(map(text.count, telling)) for language, telling in _TELLING.items()}, text)
    return _of_latin_script([word.lower() for word in latin_words])


class _TellsNothingError(Exception):
    """Most letters are Latin, or there is none."""


def _of_common(encoded: bytes, text: str) -> str:
    """Return the language of a text that is made of common characters, most of them Arabic."""

    def number_of(kind: str) -> int:
        return len(encoded) - len(encoded.translate(None, _codes()[kind]))

    if (arabic := number_of("arabic")) < number_of("latin") or not arabic:
        raise _TellsNothingError
    return _of_scores({language: number_of(language) for language in _TELLING}, text)


@cache
def _encoding() -> Any:
    return codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))


@cache
def _codes() -> dict[str, bytes]:
    kinds = {
        **_TELLING,
        "arabic": "".join(_ARABIC_SCRIPT.findall(_COMMON)),
        "latin": "".join(_LATIN_WORD.findall(_COMMON)),
    }
    return {kind: codecs.charmap_encode(letters, "strict", _encoding())[0] for kind, letters in kinds.items()}


def _length_of(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def _of_scores(scores: Mapping[str, int], text: str) -> str:
    """Return the language in Arabic script for which most letters speak that its neighbours do not write."""
    # Urdu and Kurdish write پ چ گ ک ی too, so that their own letters decide; Arabic writes foreign names with some.
    for language in ("ckb", "ur", "ps"):
        if scores[language] > max(scores["ar"], scores["fa"] / 4, 1):
            return language
    return "fa" if scores["fa"] > scores["ar"] and not _has_articles(text) else "ar"


def _has_articles(text: str) -> bool:
    """Say whether words begin with ال as often as in Arabic: who types it on a Persian keyboard writes ی and ک."""
    return text.count(" ال") > _ARTICLES * text.count(" ")


def _of_latin_script(words: list[str]) -> str:
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in small.split()) / len(words) for language, small in _SMALL_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _ENOUGH else ""
