"""The forms that one Arabic noun or adjective takes in a text: with particles, pronouns, and the endings of number."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from reader.text.folding import fold, fold_with_map
from reader.text.graphemes import whole_graphemes
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span
from reader.text.words import LONGEST_PARTICLES, is_particle

# Measured on the pairs of tests/data/words/forms.tsv. Stemmers for Arabic reduce every word to one stem, and so take
# مدرسة and مدرس for one, and مدرستهم for neither: of 100 forms they find 69 to 78, of 100 other words 24 to 52. Where ة
# is told from ه, and which ending goes with which word, 99 and 2.
_FEMININE = "ة"
_LETTER_FOR_IT = "\0"  # the one character that folding keeps and no text has
_WORD = LazyPattern(f"[{_LETTER_FOR_IT}\\w]+")
_ARABIC = LazyPattern(f"[{_LETTER_FOR_IT}\u0621-\u064a]+")
_CONJUNCTIONS = ("", "و", "ف")
_GOVERNING = ("", "ب", "ل", "ك")
_DEFINITE = ("ال", "بال", "كال", "لل")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "نا", "كم", "كن", "كما")
_YOUR = "ك"

_RESTORED = ("", "ة", "ء", "ي")
"""What endings may have changed or taken the place of."""

_LEAST = 3
"""Letters of the shortest word that takes endings: of two, such as أب and يد, too many other words begin."""

_LEAST_BEFORE_DOUBTFUL = 4
"""Letters before endings that are as often a word's own: لبنان is not two of لبن, nor شريك your شري."""


def spellings(text: str) -> frozenset[str]:
    """Return the words of a text in Arabic letters, folded but for ة: مدرسة is told from مدرسه, his teacher."""
    folded = fold(text.replace(_FEMININE, _LETTER_FOR_IT)).replace("_", " ")
    words = set(_WORD().findall(folded))
    return frozenset(word.replace(_LETTER_FOR_IT, _FEMININE) for word in words if "\u0621" <= word[0] <= "\u06ff")


def places(text: str, forms: Collection[str]) -> Iterator[Span]:
    """Yield where words stand in a text that are among some spellings."""
    folded = fold_with_map(text.replace(_FEMININE, _LETTER_FOR_IT))
    for found in _WORD().finditer(folded.text):
        if found[0].replace(_LETTER_FOR_IT, _FEMININE) in forms:
            yield whole_graphemes(text, folded.offsets.to_original(Span(*found.span())))


@lru_cache(maxsize=64)
def forms_of(word: str) -> frozenset[str]:
    """Return how a word and its other forms may be written, as `spellings` folds them; most are no words at all.

    كتاب is also والكتاب, بكتابهم and كتابين; مدرسة is also مدرستهم and مدرسات, but not مدرس. The word itself may be
    typed in any form. For a word that is not Arabic it is only itself.
    """
    whole = fold(word.replace(_FEMININE, _LETTER_FOR_IT))
    spelt = whole.replace(_LETTER_FOR_IT, _FEMININE)
    if not _ARABIC().fullmatch(whole):
        return frozenset((spelt,))
    return frozenset(form for base in _bases(spelt) for form in _joined(base)) | {spelt}


def _joined(base: str) -> Iterator[str]:
    """Yield a word's forms with all particles that may stand before them."""
    plain, held = {base, *_counted(base)}, set(_held(base))
    for conjunction in _CONJUNCTIONS:
        for particle in (conjunction + governing for governing in _GOVERNING):
            yield from (particle + form for form in plain | held if not particle or is_particle(particle, form))
        for particle in (conjunction + definite for definite in _DEFINITE):
            yield from (particle + form for form in plain if is_particle(particle, form))


def _counted(base: str) -> Iterator[str]:
    """Yield a word in the dual and the sound plural, in the accusative, and as it stands before its genitive."""
    if len(base) < _LEAST:
        return
    if base.endswith(_FEMININE):
        yield from (base[:-1] + ending for ending in ("ات", "تان", "تين", "تا", "تي"))
        return
    yield from (base + ending for ending in ("ات", "ين"))
    if len(base) >= _LEAST_BEFORE_DOUBTFUL:
        yield from (base + ending for ending in ("ان", "ون", "و", "ي"))
    if base[-1] not in "اء":
        yield base + "ا"


def _held(base: str) -> Iterator[str]:
    """Yield a word with each pronoun joined to it."""
    for form in _before_pronouns(base):
        yield from (form + pronoun for pronoun in _PRONOUNS)
        if len(form) >= _LEAST_BEFORE_DOUBTFUL:
            yield form + _YOUR


def _before_pronouns(base: str) -> Iterator[str]:
    if len(base) < _LEAST:
        return
    if base.endswith(_FEMININE):
        yield from (base[:-1] + ending for ending in ("ت", "ات", "تي"))
        return
    yield from (base, base + "ات")
    if len(base) >= _LEAST_BEFORE_DOUBTFUL:
        yield from (base + ending for ending in ("و", "ي"))
    if base.endswith("اء"):
        yield from (base[:-1] + hamza for hamza in "وي")
    if base.endswith("ي"):  # or ى, which folds to it
        yield base[:-1] + "ا"


def _bases(typed: str) -> set[str]:
    """Return the words of which what was typed may be a form, itself among them."""
    found = {typed}
    for end in range(LONGEST_PARTICLES + 1):
        particle, rest = typed[:end], typed[end:]
        if end and not is_particle(particle, rest):
            continue
        # A single letter that begins a word is most often its own, unless there is an ending too: وردة, but وكتابهم.
        is_definite = particle.endswith(_DEFINITE)
        found |= {rest} if is_definite else set()
        for base in _shorter(rest):
            if rest in _counted(base) or (not is_definite and rest in _held(base)):
                found.add(base)
    return found


def _shorter(word: str) -> Iterator[str]:
    """Yield what a word may have been before its endings; most of it is none."""
    for length in range(_LEAST - 1, len(word)):
        yield from (word[:length] + restored for restored in _RESTORED)
