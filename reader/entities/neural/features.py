"""A sentence as the numbers that the network reads. Training and tagging share this, so that they never differ."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reader.entities.neural.tokens import spelling, stems

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

WORD_LENGTH = 16
"""Characters of a word that are looked at; of longer ones the beginning and the end."""

CHARACTERS = (
    "ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچڤگ0.,()\"':؛،-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!؟?/%أإآةىئؤ«»ًٌٍَُِّْ"
)
_CHARACTER_IDS = {character: number for number, character in enumerate(CHARACTERS, start=2)}
_UNKNOWN_CHARACTER = 1
_DIGIT = re.compile("[0-9٠-٩۰-۹]")
_TATWEEL = "\u0640"

SHAPES = 6
_ARABIC_SHAPE, _NUMBER_SHAPE, _LATIN_SHAPE, _CAPITAL_SHAPE, _SIGN_SHAPE, _MIXED_SHAPE = range(SHAPES)

SHORTEST_NGRAM, LONGEST_NGRAM = 3, 5

_LONGEST_WORD = 64
_UNSEEN = -1
_KEPT = 8192
"""Words whose numbers or vectors are kept: as many as a day's reading has that recur."""


class Vectors:
    """Word vectors with sub-words: a word never seen gets the mean of its n-grams' (Bojanowski and others, 2017).

    Rows are int8 with one scale each, in the order of their words' code points: they are searched as they lie.
    """

    def __init__(
        self,
        words: list[str],
        rows: npt.NDArray[np.int8],
        scales: Floats,
        ngrams: npt.NDArray[np.int8],
        ngram_scales: Floats,
    ) -> None:
        self._words = words
        self._rows, self._scales = rows, scales
        self._ngrams, self._ngram_scales = ngrams, ngram_scales
        self.size = int(rows.shape[1])
        self._number = lru_cache(maxsize=_KEPT)(self._find)
        self._from_ngrams = lru_cache(maxsize=_KEPT)(self._mean_of_ngrams)

    def of(self, words: Sequence[str]) -> Floats:
        """Return a row for each word in the model's spelling: its vector, then that of its stem.

        The stem is what the most particles that can be cut off leave known; else it is the word itself.
        """
        wholes = [self._number(word) for word in words]
        stemmed = [self._stem(word, whole) for word, whole in zip(words, wholes, strict=True)]
        numbers = np.array([wholes, stemmed], np.intp).T
        found: Floats = self._rows[numbers] * self._scales[numbers][..., None]
        for row in np.flatnonzero(numbers.min(1) == _UNSEEN):
            found[row, numbers[row] == _UNSEEN] = self._from_ngrams(words[int(row)])
        return found.reshape(len(words), 2 * self.size)

    def _find(self, word: str) -> int:
        at = bisect_left(self._words, word)
        return at if at < len(self._words) and self._words[at] == word else _UNSEEN

    def _stem(self, word: str, whole: int) -> int:
        known = (self._number(stem) for stem in reversed(stems(word)))
        return next((number for number in known if number != _UNSEEN), whole)

    def _mean_of_ngrams(self, word: str) -> Floats:
        numbers = ngram_numbers(word[:_LONGEST_WORD], len(self._ngrams))
        if not numbers:
            return np.zeros(self.size, np.float32)
        mean: Floats = (self._ngrams[numbers] * self._ngram_scales[numbers, None]).mean(0)
        length = float(np.linalg.norm(mean))
        return (mean / length if length else mean).astype(np.float32)


def ngram_numbers(word: str, buckets: int) -> list[int]:
    """Return the buckets of a word's n-grams, as fastText counts them: FNV-1a over the UTF-8 bytes, taken as signed."""
    marked = f"<{word}>"
    found = []
    for length in range(SHORTEST_NGRAM, min(LONGEST_NGRAM, len(marked)) + 1):
        for start in range(len(marked) - length + 1):
            number = 2166136261
            for byte in marked[start : start + length].encode():
                number = ((number ^ (byte if byte < 128 else byte | 0xFFFFFF00)) * 16777619) & 0xFFFFFFFF  # noqa: PLR2004
            found.append(number % buckets)
    return found


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentences as numbers, one after the other; words that recur are there once.

    Of w distinct words: vectors (w, 2 × size), characters (w, WORD_LENGTH), shapes (w). Of n tokens: which word each
    is (n), and flags (n, kinds). `lengths` are the tokens of each sentence.
    """

    vectors: Floats
    characters: Ints
    shapes: Ints
    words: Ints
    flags: Floats
    lengths: tuple[int, ...]


def encode(sentences: Sequence[Sequence[str]], vectors: Vectors, flags: Floats) -> Encoded:
    """Return sentences as numbers. `flags` says which lexicons their words stand in."""
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(word, len(numbers)) for sentence in sentences for word in sentence]
    return Encoded(
        vectors.of([spelling(word) for word in numbers]),
        np.array([characters(word) for word in numbers], np.int32),
        np.array([shape(word) for word in numbers], np.int32),
        np.array(places, np.int32),
        flags,
        tuple(map(len, sentences)),
    )


@lru_cache(maxsize=_KEPT)
def characters(word: str) -> tuple[int, ...]:
    """Return the numbers of a word's characters between two zeros, padded to WORD_LENGTH."""
    shown = _DIGIT.sub("0", word.replace(_TATWEEL, ""))
    room = WORD_LENGTH - 2
    if len(shown) > room:
        shown = shown[: room // 2] + shown[-(room // 2) :]
    numbers = [0, *(_CHARACTER_IDS.get(character, _UNKNOWN_CHARACTER) for character in shown)]
    return (*numbers, *[0] * (WORD_LENGTH - len(numbers)))


@lru_cache(maxsize=_KEPT)
def shape(word: str) -> int:
    """Return what a word is made of."""
    if not any(character.isalnum() for character in word):
        return _SIGN_SHAPE
    if _DIGIT.match(word):
        return _NUMBER_SHAPE
    if word.isascii():
        return _CAPITAL_SHAPE if word[0].isupper() else _LATIN_SHAPE
    return _ARABIC_SHAPE if "\u0600" <= word[0] <= "\u06ff" else _MIXED_SHAPE
