"""Plain text to read, in the spelling that people write."""

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from reader.entities.neural.tokens import LONGEST_SENTENCE, spelling, tokens

NEWS_FROM = 325_300
"""The line of the plain text from which on it is news; before it stands an encyclopedia."""

SHORTEST, LONGEST = 5, 90
"""Words of a sentence that is taken."""

FROM_ENCYCLOPEDIA = 0.05
"""How much is taken of the encyclopedia, as a share of its sentences."""

_LONGEST_PARTICLES = 2
_PARTICLES = "وفبلك"

Words = tuple[str, ...]


def plain_sentences(path: Path, written: Iterable[str], seed: int) -> list[Words]:
    """Return sentences of an lzma file, one a line, in a random order.

    The file spells words as the model does. `written` are words as people write them: a word gets the spelling that it
    has most often among these, for the network looks at letters too and is not to take أ and ة for signs of nothing.
    """
    random = Random(seed)  # noqa: S311
    usual = _usual_spellings(written)
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= NEWS_FROM or random.random() < FROM_ENCYCLOPEDIA:
                words = tuple(_written(token.text, usual) for token in tokens(line))
                if SHORTEST <= len(words) <= LONGEST:
                    found.append(words)
    random.shuffle(found)
    return found


def all_sentences(path: Path, written: Iterable[str]) -> Iterator[Words]:
    """Yield all sentences of such a file of more than one word, in its order, the long ones cut."""
    usual = _usual_spellings(written)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = tuple(_written(token.text, usual) for token in tokens(line))
            parts = (words[first : first + LONGEST_SENTENCE] for first in range(0, len(words), LONGEST_SENTENCE))
            yield from (part for part in parts if len(part) > 1)


def _usual_spellings(written: Iterable[str]) -> Mapping[str, str]:
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, count in Counter(written).items():
        counted[spelling(word)][word] += count
    return {spelled: words.most_common(1)[0][0] for spelled, words in counted.items() if spelled.isalpha()}


def _written(word: str, usual: Mapping[str, str]) -> str:
    """Return a word as people write it, also with particles before it that no other text had there."""
    for cut in range(_LONGEST_PARTICLES + 1):
        if word[cut:] in usual and all(letter in _PARTICLES for letter in word[:cut]):
            return word[:cut] + usual[word[cut:]]
    return word
