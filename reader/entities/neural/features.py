"""A sentence as the numbers that the network reads. Training and tagging share this, so that they never differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reader.entities.neural.tokens import spellings, stems

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Sums = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

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

_FNV_BASIS, _FNV_PRIME = np.uint32(2166136261), np.uint32(16777619)
_LONGEST_WORD = 64
_UNSEEN = -1
MOST_USED = 255
"""The number that stands for always, of the uses of a word."""

_KEPT = 8192
"""Words whose shapes are kept: as many as a day's reading has that recur."""


class Vectors:
    """Word vectors with sub-words: a word never seen gets the mean of its n-grams' (Bojanowski and others, 2017).

    Rows are int8 with one scale each, in the order of their words' sums. The words themselves are not kept: of 45,000
    that were never seen one has the sum of another, and gets its vector. Beside each row stands what its word is used
    for in plain text, in so many numbers as the model was trained with, from 0 to 255; of words never seen, zeros.
    """

    def __init__(
        self,
        sums: Sums,
        rows: npt.NDArray[np.int8],
        scales: Floats,
        ngrams: npt.NDArray[np.int8],
        ngram_scales: Floats,
        *,
        uses: npt.NDArray[np.uint8],
    ) -> None:
        self._rows, self._scales, self._uses = rows, scales, uses
        self._ngrams, self._ngram_scales = ngrams, ngram_scales
        self.size = int(rows.shape[1])
        self._sums = sums

    def of(self, words: Sequence[str]) -> Floats:
        """Return a row for each word in the model's spelling: its vector and uses, then those of its stem.

        The stem is what the most particles that can be cut off leave known; else it is the word itself.
        """
        forms = [(word, *reversed(stems(word))) for word in words]
        known = iter(self._numbers(form for some in forms for form in some))
        numbers = np.array([_whole_and_stem([next(known) for _ in some]) for some in forms], np.intp).reshape(-1, 2)
        found: Floats = self._rows[numbers] * self._scales[numbers][..., None]
        unseen = np.flatnonzero(numbers.min(1) == _UNSEEN).tolist()
        for row, mean in zip(unseen, self._means([words[row] for row in unseen]), strict=True):
            found[row, numbers[row] == _UNSEEN] = mean
        used = self._uses[numbers] * (numbers != _UNSEEN)[..., None] / np.float32(MOST_USED)
        return np.concatenate([found, used], axis=2, dtype=np.float32).reshape(len(words), -1)

    def _numbers(self, words: Iterable[str]) -> list[int]:
        """Return which row is each word's."""
        sums = word_sums(words)
        at = np.minimum(np.searchsorted(self._sums, sums), len(self._sums) - 1)
        found: list[int] = np.where(self._sums[at] == sums, at, _UNSEEN).tolist()
        return found

    def _means(self, words: Sequence[str]) -> Floats:
        """Return the mean of each word's n-grams, of length 1; zeros where it has none."""
        means = np.zeros((len(words), self.size), np.float32)
        at, counts = ngram_numbers([word[:_LONGEST_WORD] for word in words], len(self._ngrams))
        some = np.flatnonzero(counts)
        if len(some):
            rows = self._ngrams[at] * self._ngram_scales[at, None]
            starts = (np.cumsum(counts) - counts)[some]
            sums = np.add.reduceat(rows, starts)
            means[some] = sums / np.maximum(np.linalg.norm(sums, axis=1), np.finfo(np.float32).tiny)[:, None]
        return means


def word_sums(words: Iterable[str]) -> Sums:
    """Return the number of each word, under which its vector is found: shorter than the word, and looked up at once."""
    return np.array([crc32(word.encode()) for word in words], np.uint32)


def _whole_and_stem(numbers: Sequence[int]) -> tuple[int, int]:
    """Return the row of a word and that of its first known stem; `numbers` are those of the word and of its stems."""
    whole, *rest = numbers
    return whole, next((number for number in rest if number != _UNSEEN), whole)


def ngram_numbers(words: Sequence[str], buckets: int) -> tuple[Places, Places]:
    """Return the buckets of all words' n-grams, word after word, and how many each word has.

    As fastText counts them: FNV-1a over the UTF-8 bytes, taken as signed.
    """
    joined = np.frombuffer("".join([f"<{word}>" for word in words]).encode(), np.int8)
    is_first = joined.view(np.uint8) & 0xC0 != 0x80  # noqa: PLR2004 - of a letter's bytes
    firsts = np.flatnonzero(is_first)
    ends = np.append(firsts, [len(joined)] * LONGEST_NGRAM)  # of a letter, and behind the last one for ever
    longest = int((ends[LONGEST_NGRAM:] - firsts).max(initial=0))
    signed = np.append(joined, np.zeros(longest, np.int8)).astype(np.int32).view(np.uint32)
    hashes = np.empty((longest, len(firsts)), np.uint32)
    now = np.full(len(firsts), _FNV_BASIS, np.uint32)
    for step in range(longest):
        now = (now ^ signed[firsts + step]) * _FNV_PRIME
        hashes[step] = now
    sizes = np.array([len(word) + 2 for word in words], np.intp)
    left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(firsts))  # letters of the word from each one on
    lengths = np.arange(SHORTEST_NGRAM, LONGEST_NGRAM + 1)
    letters, which = np.nonzero(left[:, None] >= lengths)
    numbers = hashes[ends[letters + lengths[which]] - firsts[letters] - 1, letters] % buckets
    counts = np.maximum(sizes[:, None] - lengths + 1, 0).sum(1)
    return numbers.astype(np.intp), counts


@dataclass(frozen=True, slots=True)
class Encoded:
    """Sentences as numbers, one after the other; words that recur are there once.

    Of w distinct words: vectors and uses (w, 2 × (size + uses)), characters (w, WORD_LENGTH), shapes (w). Of n tokens:
    which word each is (n), and flags (n, kinds). `lengths` are the tokens of each sentence.
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
