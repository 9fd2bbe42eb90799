"""Which of two taggers reads a paragraph: the one that has learnt Arabic, or the one for its neighbours."""

import re
from collections.abc import Iterator

from reader.entities.entity import Mention
from reader.entities.tagging import Tagger
from reader.text.language import language_of
from reader.text.spans import Span, lines_of

NEIGHBOURS = frozenset(("fa", "ur", "ckb", "ps"))
"""Languages of the Arabic script that are told from Arabic by their letters."""

_THEIR_LETTERS = re.compile("[پچژگکیںہھےٹڈڑێۆڵڕەټډړښڅۍې]")
_ARABIC_SCRIPT = re.compile("[\u0621-\u06d5\ufb50-\ufdff\ufe70-\ufefc]")
_ENOUGH = 30
"""Letters of a paragraph that tell its language; a shorter one is in the language of the whole."""


class ByLanguage:
    """A tagger for Arabic texts and one for the paragraphs in Persian, Urdu, Kurdish and Pashto among them.

    Paragraphs without any letter of the Arabic script are left to nobody: neither has learnt their languages.
    """

    def __init__(self, arabic: Tagger, neighbours: Tagger) -> None:
        self._arabic = arabic
        self._neighbours = neighbours

    @property
    def version(self) -> str:
        """Both taggers' versions."""
        return f"{self._arabic.version} {self._neighbours.version}"

    def tag(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a canonical text, in its order, without overlaps."""
        foreign = list(foreign_lines(text))
        if not foreign:
            return self._arabic.tag(text)
        theirs = _without(text, foreign)
        ours = set(lines_of(text)).difference(foreign)
        rest = _without(text, sorted(ours))
        return tuple(sorted((*self._arabic.tag(theirs), *self._neighbours.tag(rest)), key=lambda each: each.span))


def foreign_lines(text: str) -> Iterator[Span]:
    """Yield the paragraphs that are in one of NEIGHBOURS, and those in other scripts."""
    whole = language_of(text) if _THEIR_LETTERS.search(text) else ""
    for line in lines_of(text):
        written = line.of(text)
        if not _ARABIC_SCRIPT.search(written) or (whole and _language(written, whole) in NEIGHBOURS):
            yield line


def _language(line: str, whole: str) -> str:
    is_telling = len(_ARABIC_SCRIPT.findall(line)) >= _ENOUGH
    return language_of(line) if is_telling else whole


def _without(text: str, lines: list[Span]) -> str:
    """Return a text of the same length with spaces for some of its lines."""
    kept, end = [], 0
    for line in lines:
        kept += [text[end : line.start], " " * (line.end - line.start)]
        end = line.end
    return "".join([*kept, text[end:]])
