"""Where a name begins inside its first word: behind the particles that are written with it, or at the very start."""

import re

from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, NameList
from reader.entities.neural.features import Floats
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold_word

_PARTICLES = re.compile("[وف]?[بكل]?ـ?")
_BEFORE_TATWEEL = re.compile("[وف]?[بكل]ـ(?=.)")
_BEFORE_SWALLOWED = re.compile("[وف]?ل(?=ل..)")
_BEFORE_SON = re.compile("[وف]?[بكل]?(?=(?:[اأ](?:بن|بو|بي)|سيدي|مولاي|عبد)$)")
_BEFORE_ARTICLE = re.compile("[وفبكل]{1,2}(?=ال...)")

_FOR_KNOWN = 4.0
"""What a list weighs against the network's scores, which are logarithms of odds: a list is right in 98 of 100."""

_LONG = 5
_FOR_LONG = 6.0
"""The same for words of so many letters, which are hardly ever another by chance: فميخائيل."""

_FOR_ARTICLE = 2.5


class Particles:
    """Tells particles from the beginnings of names: بحلب is in Aleppo, بيروت is Beirut."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary
        self._begins = frozenset(
            word
            for names in (
                lexicons.given,
                lexicons.family,
                lexicons.foreign,
                lexicons.organisations,
                lexicons.organisation_heads,
                lexicons.clubs,
            )
            for word in _first_words(names)
        )
        self._begins |= {name.split()[0] for name in lexicons.place_words | lexicons.place_heads}

    def length(self, word: str, scores: Floats, *, of_organisation: bool = False) -> int:
        """Return how many letters to cut off the first word of a name; `scores` are the network's for 0, 1, 2 and 3.

        Organisations begin with ordinary nouns: بقسم is in a department.
        """
        certain = _BEFORE_TATWEEL.match(word) or _BEFORE_SWALLOWED.match(word) or _BEFORE_SON.match(word)
        if certain:
            return certain.end()
        whole = self._is_known(word) or (of_organisation and self._vocabulary.has(fold_word(word)))
        before_article = _BEFORE_ARTICLE.match(word)
        best, highest = 0, float(scores[0])
        for cut in range(1, min(len(scores), len(word) - 1)):
            if not _PARTICLES.fullmatch(word, 0, cut):
                break
            rest = self._is_known(word[cut:]) or (of_organisation and self._vocabulary.has(fold_word(word[cut:])))
            weight = _FOR_LONG if len(word) - cut >= _LONG else _FOR_KNOWN
            score = float(scores[cut]) + weight * (rest - whole)
            if before_article and before_article.end() == cut and not whole:
                score += _FOR_ARTICLE
            if score > highest:
                best, highest = cut, score
        return best

    def _is_known(self, word: str) -> bool:
        folded = fold_word(word)
        return folded in self._begins or self._gazetteer.begins(folded)


def _first_words(names: NameList) -> frozenset[str]:
    return names.certain | names.doubtful | {phrase.split()[0] for phrase in names.phrases}
