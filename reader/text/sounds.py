"""How a name sounds, whichever script it is written in: Austin and أوستن are one, as readers look for the other."""

from itertools import groupby

from reader.text.folding import fold

# Consonants that one script writes with several letters or that writers choose between (غوغل, جوجل) are one; vowels,
# which Arabic seldom writes, are none.
_TOGETHER = {
    "sch": "ش", "tch": "ش", "sh": "ش", "ch": "ش", "kh": "خ", "gh": "g", "ph": "f", "th": "t", "dh": "z", "ck": "k",
    "ng": "n", "ce": "s", "ci": "s", "cy": "s", "x": "ks", "تش": "ش",
}  # fmt: skip
_CLASSES = {
    "b": "bpبپ", "f": "fvف", "t": "tتطث", "d": "dدض", "s": "sسص", "z": "zزذظژ", "c": "شچ", "x": "خ", "g": "gjجغگ",
    "k": "kcqكق", "h": "hحه", "l": "l\u0644", "m": "m\u0645", "n": "n\u0646", "r": "r\u0631",
}  # fmt: skip
_CLASS_OF = {letter: sound for sound, letters in _CLASSES.items() for letter in letters}
_VOWELS = frozenset("aeiouywاوييعء")
_OPENS = "a"
_ARTICLE = "ال"

LEAST = 2
"""Consonants of the shortest name that is known by its sound."""


def sound_of(word: str) -> str:
    """Return the consonants of a word in Latin or Arabic letters, and whether it opens with a vowel; nothing for few.

    A last h or ه is as good as none: Sarah, سارة.
    """
    letters = fold(word.removeprefix(_ARTICLE))
    opens = _OPENS if letters[:1] in _VOWELS else ""
    for written, sound in _TOGETHER.items():
        letters = letters.replace(written, sound)
    sounds = (_CLASS_OF.get(letter, "") for letter in letters.removesuffix("h").removesuffix("ه"))
    heard = "".join(sound for sound, _ in groupby(sounds))
    return opens + heard if len(heard) >= LEAST else ""
