"""What the network reads: the tokens of a text, its sentences, and the spelling under which a word is looked up."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.text.spans import Span

LONGEST_SENTENCE = 100
"""Tokens. Longer ones are cut: the network's memory does not reach further, and its time grows with the longest."""

_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06fc\u0750-\u077f\u200c"
)
_LATIN = "A-Za-z\u00c0-\u024f"
_TOKEN = re.compile(f"[{_ARABIC}]+|[{_LATIN}]+(?:['’.-][{_LATIN}]+)*|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*|[^\\s\\w]|\\w")
_SENTENCE_ENDS = frozenset(".؟!…")

_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c]")
_SPELLING = str.maketrans(
    {
        **dict.fromkeys("إأآٱ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        **dict.fromkeys("ةہھۀە", "ه"),
        **dict.fromkeys("گک", "ك"),
        "ؤ": "و",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        **dict.fromkeys("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0"),
    }
)


class Token(NamedTuple):
    """A word, a number or a sign, and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The stretch of the text."""
        return Span(self.start, self.end)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of a stretch of a text."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(found[0], *found.span())


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the sentences of a text, none longer than LONGEST_SENTENCE. A line feed ends one."""
    start = 0
    for line in text.split("\n"):
        sentence: list[Token] = []
        for token in tokens(text, start, start + len(line)):
            sentence.append(token)
            if token.text in _SENTENCE_ENDS or len(sentence) == LONGEST_SENTENCE:
                yield sentence
                sentence = []
        if sentence:
            yield sentence
        start += len(line) + 1


def spelling(word: str) -> str:
    """Return the spelling under which the model knows a word.

    It is the model's own and stands still while reader.text.folding grows: the vectors were trained on it.
    """
    return _MARKS.sub("", word).translate(_SPELLING).lower()


def spellings(words: Iterable[str]) -> list[str]:
    """Return the spelling of each of some words, as `spelling` does, at once."""
    return spelling("\n".join(words)).split("\n")


def stems(word: str) -> tuple[str, ...]:
    """Return what a word in the model's spelling may be without the particles written with it, least cut first."""
    found: list[str] = []
    rest = word
    if len(rest) > 3 and rest[0] in "وف":  # noqa: PLR2004 - shorter words are rarely a particle and a name
        rest = rest[1:]
        found.append(rest)
    if len(rest) > 3 and rest[0] in "بكل":  # noqa: PLR2004
        if rest.startswith("لل") and len(rest) > 4:  # noqa: PLR2004
            found += ["ال" + rest[2:], rest[2:]]
        rest = rest[1:]
        found.append(rest)
    if rest.startswith("ال") and len(rest) > 4:  # noqa: PLR2004
        found.append(rest[2:])
    return tuple(found)
