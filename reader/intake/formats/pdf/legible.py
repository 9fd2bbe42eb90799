"""Whether a text layer means what it says: a font's own codes, read as Unicode, are letters that nobody wrote."""

import re
import unicodedata
from functools import cache

_LEAST_MEANT = 0.5  # the share of characters that mean anything at all
_MOST_MIXED = 0.2  # the share of words with letters of several families; 0.35 and more where codes are no Unicode
_MOST_STRANGE = 0.5  # the share of words that no language of Latin letters writes so; names in programs reach 0.3
# Fonts of Arabic typesetting before Unicode (QuarkXPress with AXT, InPage) have their letters in the places of Latin.
_STRANGE = re.compile(r"[a-zß-öø-ÿ][A-Z]|[^\W\d_][©®°∏µ∂∆√∞≈¬«»¿¡¢£¥§¶™¨´†‡…‰˙˘¸Ω∫≤≥÷±][^\W\d_]")
_LEAST_WORDS = 10  # a few words may well be a sample of scripts
_MEANINGLESS = frozenset({"Co", "Cn", "Cs"})
_FAMILIES = {
    name: family
    for family, names in {
        "western": "LATIN GREEK CYRILLIC MODIFIER MATHEMATICAL FULLWIDTH MICRO OHM KELVIN ANGSTROM FEMININE MASCULINE",
        "eastern": "CJK HIRAGANA KATAKANA HANGUL BOPOMOFO HALFWIDTH KATAKANA-HIRAGANA IDEOGRAPHIC",
        "arabic": "ARABIC",
    }.items()
    for name in names.split()
}
"""Scripts, by the first word of their letters' names, that stand in one word together."""


def is_legible(text: str) -> bool:
    """Return whether people wrote a text: most characters mean something, and hardly a word mixes foreign scripts."""
    meaningless = sum(c == "\ufffd" or unicodedata.category(c) in _MEANINGLESS for c in text)
    if meaningless > _LEAST_MEANT * len(text):
        return False
    families = [{family for letter in word if (family := _family(letter))} for word in text.split()]
    words = [each for each in families if each]
    if len(words) < _LEAST_WORDS:
        return True
    mixed = sum(len(each) > 1 for each in words)
    strange = sum(_STRANGE.search(word) is not None for word in text.split())
    return mixed <= _MOST_MIXED * len(words) and strange <= _MOST_STRANGE * len(words)


@cache
def _family(character: str) -> str:
    """Return what scripts a letter may stand beside within a word; nothing for what is no letter."""
    if not character.isalpha():
        return ""
    script = unicodedata.name(character, "").partition(" ")[0]
    return _FAMILIES.get(script, script)
