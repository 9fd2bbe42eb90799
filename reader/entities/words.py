"""A text as the words that rules look at, each in its forms without particles."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.text.folding import fold
from reader.text.spans import Span
from reader.text.words import places

_PARTICLES = ("", "و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_SHORTEST = 2


class Form(NamedTuple):
    """A word without some of the particles written with it: how many folded letters are cut off, and what is left."""

    cut: int
    word: str


class Token(NamedTuple):
    """A word, where it stands, and what parts it from the word before it; `is_joined` says that it is only spaces.

    `forms` are the readings of the word, uncut first.
    """

    raw: str
    folded: str
    start: int
    end: int
    gap: str
    is_joined: bool
    forms: tuple[Form, ...]

    @property
    def span(self) -> Span:
        """The stretch of the text."""
        return Span(self.start, self.end)

    def start_of(self, form: Form) -> int:
        """Return the code point of the text where a form begins; marks and tatweel belong to the letter before them."""
        at = 0
        for left in range(form.cut, 0, -1):
            at = self._after_letter(at, is_last=left == 1)
        return self.start + at

    def _after_letter(self, at: int, *, is_last: bool) -> int:
        while at < len(self.raw) and not fold(self.raw[at]):
            at += 1
        at += 1
        while is_last and at < len(self.raw) and not fold(self.raw[at]):
            at += 1
        return at


class Phrases:
    """Names of several folded words, to be found where they stand."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(phrases)
        self._beginnings = frozenset(
            " ".join(words[:n]) for words in map(str.split, self._phrases) for n in range(1, len(words))
        )

    def end_at(self, words: Sequence[Token], at: int, first: str) -> int:
        """Return the end of the longest phrase that begins with a word read as `first`, or 0."""
        end, longest, name = at + 1, 0, first
        while name in self._beginnings and end < len(words) and words[end].is_joined:
            name = f"{name} {words[end].folded}"
            end += 1
            if name in self._phrases:
                longest = end
        return longest


@lru_cache(maxsize=2)
def tokens(text: str) -> Sequence[Token]:
    """Return the words of a text. The last text's are kept: tagging and looking for roles both ask for them."""
    spans = tuple(places(text))
    if not spans:
        return ()
    starts, ends = zip(*spans, strict=True)
    raws = [text[start:end] for start, end in spans]
    # Folded as a whole: some hundred single words take five times as long.
    all_folded = fold("\n".join(raws)).split("\n")
    gaps = [text[end:start] for end, start in zip((0, *ends), starts, strict=False)]
    joined = [gap == " " or (gap.isspace() and "\n" not in gap) for gap in gaps]
    forms = map(_forms, all_folded)
    return tuple(map(Token._make, zip(raws, all_folded, starts, ends, gaps, joined, forms, strict=True)))


@lru_cache(maxsize=16_384)
def _forms(folded: str) -> tuple[Form, ...]:
    forms = [Form(0, folded)]
    for particle in _PARTICLES:
        if not folded.startswith(particle):
            continue
        if particle:
            forms.append(Form(1, folded[1:]))
        rest = folded[len(particle) :]
        if rest.startswith("لل"):  # the lam swallowed the alif of ال: للقاهرة is ل + القاهرة
            forms.append(Form(len(particle) + 1, "ا" + rest[1:]))
        elif rest[:1] in _PREPOSITIONS:
            forms.append(Form(len(particle) + 1, rest[1:]))
    return tuple([form for form in forms if not form.cut or len(form.word) >= _SHORTEST])
