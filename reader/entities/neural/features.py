"""A sentence as the numbers that the network reads. Training and tagging share this, so that they never differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reader.entities.neural.tokens import spellings, stems

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

WORD_LENGTH = 16
"""Characters of a word that are looked at; of longer ones the beginning and the end."""

CHARACTERS = (
    "ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچڤگ0.,()\"':؛،-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!؟?/%أإآةىئؤ«»ًٌٍَُِّْ"
)
_UNKNOWN_CHARACTER = 1
_NOTHING = "\0"
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_TATWEEL = "\u0640"


def _character_ids() -> Ints:
    """Return the number of each character by its code; the last one's is that of all behind it."""
    numbers = {character: number for number, character in enumerate(CHARACTERS, start=2)}
    numbers |= dict.fromkeys(_DIGITS, numbers["0"]) | {_NOTHING: 0}
    found = np.full(ord(max(numbers)) + 2, _UNKNOWN_CHARACTER, np.int32)
    found[list(map(ord, numbers))] = list(numbers.values())
    return found


_CHARACTER_IDS = _character_ids()

SHAPES = 6
_ARABIC_SHAPE, _NUMBER_SHAPE, _LATIN_SHAPE, _CAPITAL_SHAPE, _SIGN_SHAPE, _MIXED_SHAPE = range(SHAPES)

SHORTEST_NGRAM, LONGEST_NGRAM = 3, 5

_LONGEST_WORD = 64
_UNSEEN = -1
_KEPT = 8192
"""Words whose shapes are kept: as many as a day's reading has that recur."""


class Vectors:
    """Word vectors with sub-words: a word never seen gets the mean of its n-grams' (Bojanowski and others, 2017).

    Rows are int8 with one scale each; `words` says which of them is whose.
    """

    def __init__(
        self,
        words: Mapping[str, int],
        rows: npt.NDArray[np.int8],
        scales: Floats,
        ngrams: npt.NDArray[np.int8],
        ngram_scales: Floats,
    ) -> None:
        self._rows, self._scales = rows, scales
        self._ngrams, self._ngram_scales = ngrams, ngram_scales
        self.size = int(rows.shape[1])
        self._numbers = words

    def of(self, words: Sequence[str]) -> Floats:
        """Return a row for each word in the model's spelling: its vector, then that of its stem.

        The stem is what the most particles that can be cut off leave known; else it is the word itself.
        """
        wholes = [self._numbers.get(word, _UNSEEN) for word in words]
        stemmed = [self._stem(word, whole) for word, whole in zip(words, wholes, strict=True)]
        numbers = np.array([wholes, stemmed], np.intp).T
        found: Floats = self._rows[numbers] * self._scales[numbers][..., None]
        unseen = np.flatnonzero(numbers.min(1) == _UNSEEN).tolist()
        for row, mean in zip(unseen, self._means([words[row] for row in unseen]), strict=True):
            found[row, numbers[row] == _UNSEEN] = mean
        return found.reshape(len(words), 2 * self.size)

    def _stem(self, word: str, whole: int) -> int:
        for stem in reversed(stems(word)):
            number = self._numbers.get(stem)
            if number is not None:
                return number
        return whole

    def _means(self, words: Sequence[str]) -> Floats:
        """Return the mean of each word's n-grams, of length 1; zeros where it has none."""
        numbers = [ngram_numbers(word[:_LONGEST_WORD], len(self._ngrams)) for word in words]
        means = np.zeros((len(words), self.size), np.float32)
        counts = np.array([len(each) for each in numbers], np.intp)
        at = np.array([number for each in numbers for number in each], np.intp)
        some = np.flatnonzero(counts)
        if len(some):
            rows = self._ngrams[at] * self._ngram_scales[at, None]
            starts = (np.cumsum(counts) - counts)[some]
            sums = np.add.reduceat(rows, starts)
            means[some] = sums / np.maximum(np.linalg.norm(sums, axis=1), np.finfo(np.float32).tiny)[:, None]
        return means


def ngram_numbers(word: str, buckets: int) -> list[int]:
    """Return the buckets of a word's n-grams, as fastText counts them: FNV-1a over the UTF-8 bytes, taken as signed."""
    letters = [_signed_bytes(letter) for letter in f"<{word}>"]
    found = []
    for start in range(len(letters) - SHORTEST_NGRAM + 1):
        number = 2166136261
        for length, letter in enumerate(letters[start : start + LONGEST_NGRAM], start=1):
            for byte in letter:
                number = ((number ^ byte) * 16777619) & 0xFFFFFFFF
            if length >= SHORTEST_NGRAM:
                found.append(number % buckets)
    return found


@lru_cache(maxsize=256)
def _signed_bytes(letter: str) -> tuple[int, ...]:
    return tuple(byte if byte < 128 else byte | 0xFFFFFF00 for byte in letter.encode())  # noqa: PLR2004


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
        vectors.of(spellings(numbers)),
        characters(tuple(numbers)),
        np.array([shape(word) for word in numbers], np.int32),
        np.array(places, np.int32),
        flags,
        tuple(map(len, sentences)),
    )


def characters(words: Sequence[str]) -> Ints:
    """Return the numbers of each word's characters between two zeros, padded to WORD_LENGTH."""
    shown = "".join([_shown(word).ljust(WORD_LENGTH - 2, _NOTHING) for word in words])
    codes = np.frombuffer(shown.encode("utf-32-le"), np.uint32).reshape(-1, WORD_LENGTH - 2)
    found = np.zeros((len(words), WORD_LENGTH), np.int32)
    found[:, 1:-1] = _CHARACTER_IDS[np.minimum(codes, len(_CHARACTER_IDS) - 1)]
    return found


def _shown(word: str) -> str:
    """Return as much of a word as is looked at."""
    shown = word.replace(_TATWEEL, "")
    half = WORD_LENGTH // 2 - 1
    return shown if len(shown) <= 2 * half else shown[:half] + shown[-half:]


@lru_cache(maxsize=_KEPT)
def shape(word: str) -> int:
    """Return what a word is made of."""
    if not any(character.isalnum() for character in word):
        return _SIGN_SHAPE
    if word[0] in _DIGITS:
        return _NUMBER_SHAPE
    if word.isascii():
        return _CAPITAL_SHAPE if word[0].isupper() else _LATIN_SHAPE
    return _ARABIC_SHAPE if "\u0600" <= word[0] <= "\u06ff" else _MIXED_SHAPE
