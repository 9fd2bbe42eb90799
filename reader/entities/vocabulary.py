"""Which written words are ordinary Arabic ones, so that the rest may be names."""

from collections.abc import Iterator
from functools import lru_cache

from reader import resources


def _affixes(words: str) -> frozenset[str]:
    return frozenset(("", *words.split()))


# What stands before and after a stem in a written word, folded: particles, the article, the signs of verbs and
# participles; pronouns and endings.
_PREFIXES = _affixes(
    "ال وال بال كال فال لل ولل و ف ب ك ل وب ول فب فل س وس ا ي ت ن وا وي وت ون سي ست سن وسي وست لي لت لن في فت م وم لم"
    " بم ان است فان وان فا فسي فست فسن وسن وفي ولن ولم يست تست مست والم الم يت تت مت المت المست لا بت كم اف"
)
_SUFFIXES = _affixes(
    "ه ها هم هما هن نا ي ا ات ين ون يه ان ت ته تها تهم وا اته اتها اتهم اتنا يا يات كم ني تي يين يون وه وها تا تين"
    " تان تما ك ايه ء اء"
)
_LONGEST_PREFIX = max(map(len, _PREFIXES))
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_FIRST_LETTERS = frozenset(prefix[0] for prefix in _PREFIXES if prefix)
_LAST_LETTERS = frozenset(suffix[-1] for suffix in _SUFFIXES if suffix)
_SHORTEST_STEM = 3

PARTICLES = _affixes("و ف ب ك ل وب ول فب فل")
"""What may stand before any word, also a name, and so says nothing about it."""


def analyses(word: str) -> list[tuple[str, str, str]]:
    """Return every way to read a folded word as what stands before a stem, the stem, and what stands after it."""
    return [(word[:start], word[start:end], word[end:]) for start, end in _stems(word)]


def _stems(word: str) -> Iterator[tuple[int, int]]:
    """Yield where a stem may begin and end in a folded word."""
    length = len(word)
    longest = length - _SHORTEST_STEM
    if longest < 0:
        return
    ends = [length]
    if word[-1] in _LAST_LETTERS:
        ends += [length - n for n in range(1, min(_LONGEST_SUFFIX, longest) + 1) if word[length - n :] in _SUFFIXES]
    for start in range(min(_LONGEST_PREFIX, longest) + 1) if word[0] in _FIRST_LETTERS else (0,):
        if word[:start] in _PREFIXES:
            yield from ((start, end) for end in ends if end - start >= _SHORTEST_STEM)


class Vocabulary:
    """The stems of ordinary words."""

    def __init__(self, stems: frozenset[str]) -> None:
        self._stems = stems
        self.is_common = lru_cache(maxsize=20_000)(self._is_common)

    @classmethod
    def load(cls) -> "Vocabulary":
        """Return the vocabulary that ships with the program."""
        lines = resources.read_text("lexicons/stems.txt").splitlines()
        return cls(frozenset(word for line in lines if not line.startswith("#") for word in line.split()))

    def has(self, word: str) -> bool:
        """Say whether a folded word is an ordinary stem just as it is written."""
        return word in self._stems

    def _is_common(self, word: str) -> bool:
        """Say whether a folded word reads as an ordinary stem with what the language puts before and after it."""
        return word in self._stems or any(word[start:end] in self._stems for start, end in _stems(word))
