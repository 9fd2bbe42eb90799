"""Where highlights out of other programs stand in our text, by their words."""

from collections.abc import Sequence

from reader.annotations.anchoring import Anchorage
from reader.annotations.quoted import NOWHERE, Quoted
from reader.text.folding import fold
from reader.text.spans import Span
from reader.text.words import snap

CLEAR_LEAD = 8
"""By how many letters of agreeing context the best of several places must lead the next to be taken."""

FEWEST_LETTERS = 16
"""Letters of a quotation that must agree where its spaces and signs do not: other programs make texts otherwise."""


class Placing:
    """The text of one article, ready for many quotations."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._anchorage = Anchorage(text, "here")
        self._letters: tuple[str, list[int]] | None = None

    def certain(self, quoted: Quoted) -> Span | None:
        """Return where a quotation surely stands: in one place only, or in the one where its neighbours agree."""
        places = self.all(quoted)
        if len(places) > 1:
            places = [span for span in places if snap(self._text, span).of(self._text) in span.of(self._text)] or places
        if len(places) > 1:
            has_neighbours = quoted.prefix or quoted.suffix
            places = self._among_neighbours(places, quoted) if has_neighbours else self._nearest(places, quoted)
        return places[0] if len(places) == 1 else None

    def all(self, quoted: Quoted) -> list[Span]:
        """Return every place where the words of a quotation stand."""
        quote = quoted.quote.strip()
        return (self._anchorage.occurrences(quote) or self._by_letters(quote)) if quote else []

    def _nearest(self, places: Sequence[Span], quoted: Quoted) -> list[Span]:
        """Return the place nearest to where the other program says that it stood, if no other is as near."""
        if quoted.share == NOWHERE:
            return list(places)
        meant = quoted.share * len(self._text)
        ranked = sorted(places, key=lambda span: abs(span.start - meant))
        nearest, next_one = (abs(span.start - meant) for span in ranked[:2])
        return ranked[:1] if nearest * 2 < next_one else ranked

    def _among_neighbours(self, places: Sequence[Span], quoted: Quoted) -> list[Span]:
        before, after = _letters_of(quoted.prefix)[::-1], _letters_of(quoted.suffix)
        ranked = sorted(((self._agreement(span, before, after), -span.start, span) for span in places), reverse=True)
        (best, _, span), (second, _, _) = ranked[:2]
        return [span] if best - second >= min(CLEAR_LEAD, len(before) + len(after) or 1) else list(places)

    def _agreement(self, span: Span, before: str, after: str) -> int:
        left = _letters_of(self._text[max(0, span.start - 2 * len(before) - 16) : span.start])[::-1]
        right = _letters_of(self._text[span.end : span.end + 2 * len(after) + 16])
        return _common(left, before) + _common(right, after)

    def _by_letters(self, quote: str) -> list[Span]:
        """Return the places where the letters of a quotation stand, whatever signs and spaces are between them."""
        wanted = _letters_of(quote)
        if len(wanted) < FEWEST_LETTERS:
            return []
        if self._letters is None:
            self._letters = _letters_with_places(self._text)
        letters, sources = self._letters
        found = []
        start = letters.find(wanted)
        while start >= 0:
            found.append(Span(sources[start], sources[start + len(wanted) - 1] + 1))
            start = letters.find(wanted, start + 1)
        return found


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def _letters_with_places(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    sources: list[int] = []
    for place, character in enumerate(text):
        for folded in filter(str.isalnum, fold(character)):
            letters.append(folded)
            sources.append(place)
    return "".join(letters), sources


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
