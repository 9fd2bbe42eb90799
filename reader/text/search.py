"""Finding words in one text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import combining

from reader.text.folding import Folded, fold, fold_with_map
from reader.text.graphemes import whole_graphemes
from reader.text.spans import Span
from reader.text.words import LONGEST_PARTICLES, is_particle

_ELLIPSIS = "…"
_ARTICLE, _FOR_THE = "ال", "لل"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text in one line, and where in it the found stretch stands."""

    text: str
    span: Span


class Finder:
    """One text, ready to be searched again and again: it is folded once, and only when a folded search comes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(
        self, wanted: str, *, exact: bool = False, whole_words: bool = False, beginnings: bool = False
    ) -> Iterator[Span]:
        """Yield where `wanted` stands in the text, in order and apart, as they are found.

        Folded, as readers search: without tashkeel, with any alif and any digits, spaces as one. `exact` compares
        letter by letter. `whole_words` finds no parts of words, but words behind their particles: كتاب in والكتاب and
        بكتاب, and الكتاب in للكتاب, of which the whole is found. With `beginnings` the last word may be the beginning
        of one, all of which is found. Tashkeel belongs to its word: إن is not إنّ for who compares letter by letter.
        """
        if not wanted.strip():
            return
        if exact or not (folded_wanted := " ".join(fold(wanted).split())):
            places = _found(self.text, wanted, beginnings=beginnings and whole_words)
            yield from (span for span in places if not whole_words or _is_word(self.text, span))
            return
        folded = self._folded
        end = 0
        for place in _folded_places(folded.text, folded_wanted, whole_words=whole_words, beginnings=beginnings):
            span = folded.offsets.to_original(place)
            if span.start < end:  # one sign may fold to several words, as ﷺ does, and holds what is wanted but once
                continue
            span = whole_graphemes(self.text, span)
            yield span
            end = span.end

    @cached_property
    def _folded(self) -> Folded:
        return fold_with_map(self.text)


def find(text: str, wanted: str, *, exact: bool = False, whole_words: bool = False) -> Iterator[Span]:
    """Yield where `wanted` stands in a text; see Finder.find."""
    return Finder(text).find(wanted, exact=exact, whole_words=whole_words)


def excerpt(text: str, span: Span, width: int) -> Excerpt:
    """Return about `width` code points of the line around a stretch, cut between words, with … where it is cut."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    room = max(0, width - len(span))
    before = min(room // 2, span.start - line_start)
    after = min(room - before, line_end - span.end)
    before = min(room - after, span.start - line_start)
    start = _cut_before(text, line_start, span.start - before, span.start)
    end = _cut_after(text, line_end, span.end + after, span.end)
    opening = _ELLIPSIS if start > line_start else ""
    closing = _ELLIPSIS if end < line_end else ""
    shown = text[start:end].replace("\n", " ")
    return Excerpt(f"{opening}{shown}{closing}", span.moved(len(opening)).moved(-start))


def _folded_places(folded: str, wanted: str, *, whole_words: bool, beginnings: bool) -> Iterator[Span]:
    if not whole_words:
        yield from _places(folded, wanted)
        return
    found = [span for span in _found(folded, wanted, beginnings=beginnings) if _is_word(folded, span)]
    if wanted.startswith(_ARTICLE) and len(wanted) > len(_ARTICLE) + 1:
        rest = wanted.removeprefix(_ARTICLE)
        behind_particle = _FOR_THE[0] + rest if rest.startswith("ل") else _FOR_THE + rest
        found += [span for span in _found(folded, behind_particle, beginnings=beginnings) if _is_word(folded, span)]
    yield from sorted(found)


def _found(folded: str, wanted: str, *, beginnings: bool) -> Iterator[Span]:
    for span in _places(folded, wanted):
        end = span.end
        while beginnings and _is_letter(folded[end : end + 1]):
            end += 1
        yield Span(span.start, end)


def _places(text: str, wanted: str) -> Iterator[Span]:
    place = text.find(wanted)
    while place >= 0:
        yield Span(place, place + len(wanted))
        place = text.find(wanted, place + len(wanted))


def _is_word(text: str, span: Span) -> bool:
    """Say whether a word begins at a stretch, or the particles written with it do, and a word ends with it."""
    if text[span.end - 1].isalnum() and _is_letter(text[span.end : span.end + 1]):
        return False
    if not text[span.start].isalnum():
        return True
    start = span.start
    while start > 0 and span.start - start <= LONGEST_PARTICLES and _is_letter(text[start - 1]):
        start -= 1
    return start == span.start or is_particle(fold(text[start : span.start]), fold(span.of(text)))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "ـ" or (character != "" and combining(character) > 0)


def _cut_before(text: str, first: int, start: int, latest: int) -> int:
    if start <= first:
        return first
    space = text.find(" ", start - 1, latest)
    return space + 1 if space >= 0 else whole_graphemes(text, Span(start, latest)).start


def _cut_after(text: str, last: int, end: int, earliest: int) -> int:
    if end >= last:
        return last
    space = text.rfind(" ", earliest, end + 1)
    return space if space >= 0 else whole_graphemes(text, Span(earliest, end)).end
