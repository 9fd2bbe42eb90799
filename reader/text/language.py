"""Which language a text is in, as far as its letters and smallest words tell."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from reader.text.tally import codes_of, count, encoded

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


def language_of(text: str) -> str:
    """Return the language's code (ISO 639-1, ckb for Sorani Kurdish), or "" when nothing tells."""
    text = text[:_SAMPLE]
    common = encoded(text)
    if common is not None and (language := _of_common(common, text)):
        return language
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


def _of_common(common: bytes, text: str) -> str:
    """Return the language of a text that is made of common characters, nothing where most letters are not Arabic."""
    codes = _codes()
    arabic = count(common, codes["arabic"])
    if not arabic or arabic < count(common, codes["latin"]):
        return ""
    telling = common.translate(None, codes["other"])  # a fourth of the text
    return _of_scores({language: count(telling, codes[language]) for language in _TELLING}, text)


@cache
def _codes() -> dict[str, bytes]:
    ranges = {"arabic": _ARABIC_SCRIPT, "latin": _LATIN_WORD}
    found = {kind: codes_of(filter(script.fullmatch, map(chr, range(0x20, 0x700)))) for kind, script in ranges.items()}
    found |= {language: codes_of(letters) for language, letters in _TELLING.items()}
    found["other"] = bytes(set(range(256)).difference(*(found[language] for language in _TELLING)))
    return found


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
