"""A sentence as the numbers that the network reads. Training and tagging share this, so that they never differ."""

import re
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


class Vectors:
    """Word vectors with sub-words: a word never seen gets the mean of its n-grams' (Bojanowski and others, 2017).

    Rows are int8 with one scale each.
    """

    def __init__(
        self,
        words: Sequence[str],
        rows: npt.NDArray[np.int8],
        scales: Floats,
        ngrams: npt.NDArray[np.int8],
        ngram_scales: Floats,
    ) -> None:
        self._ids = {word: number for number, word in enumerate(words)}
        self._rows, self._scales = rows, scales
        self._ngrams, self._ngram_scales = ngrams, ngram_scales
        self.size = int(rows.shape[1])
        self._unseen = lru_cache(maxsize=4096)(self._from_ngrams)

    def of(self, word: str) -> Floats:
        """Return the vector of a word in the model's spelling."""
        number = self._ids.get(word)
        if number is None:
            return self._unseen(word)
        return self._row(number)

    def of_stem(self, word: str) -> Floats:
        """Return the vector of a word without its particles: the most that can be cut off and leave a known word."""
        for stem in reversed(stems(word)):
            number = self._ids.get(stem)
            if number is not None:
                return self._row(number)
        return self.of(word)

    def _row(self, number: int) -> Floats:
        row: Floats = self._rows[number] * self._scales[number]
        return row

    def _from_ngrams(self, word: str) -> Floats:
        numbers = ngram_numbers(word, len(self._ngrams))
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
    """A sentence of n tokens: vectors (n, 2 × size), characters (n, WORD_LENGTH), shapes (n), flags (n, kinds)."""

    vectors: Floats
    characters: Ints
    shapes: Ints
    flags: Floats


def encode(words: Sequence[str], vectors: Vectors, flags: Floats) -> Encoded:
    """Return a sentence as numbers. `flags` says which lexicons its words stand in."""
    spelled = [spelling(word) for word in words]
    return Encoded(
        np.array([np.concatenate((vectors.of(word), vectors.of_stem(word))) for word in spelled], np.float32),
        np.array([characters(word) for word in words], np.int32),
        np.array([shape(word) for word in words], np.int32),
        flags,
    )


@lru_cache(maxsize=16384)
def characters(word: str) -> tuple[int, ...]:
    """Return the numbers of a word's characters between two zeros, padded to WORD_LENGTH."""
    shown = _DIGIT.sub("0", word.replace(_TATWEEL, ""))
    room = WORD_LENGTH - 2
    if len(shown) > room:
        shown = shown[: room // 2] + shown[-(room // 2) :]
    numbers = [0, *(_CHARACTER_IDS.get(character, _UNKNOWN_CHARACTER) for character in shown)]
    return (*numbers, *[0] * (WORD_LENGTH - len(numbers)))


def shape(word: str) -> int:
    """Return what a word is made of."""
    if not any(character.isalnum() for character in word):
        return _SIGN_SHAPE
    if _DIGIT.match(word):
        return _NUMBER_SHAPE
    if word.isascii():
        return _CAPITAL_SHAPE if word[0].isupper() else _LATIN_SHAPE
    return _ARABIC_SHAPE if "\u0600" <= word[0] <= "\u06ff" else _MIXED_SHAPE
