"""Where a highlight stands: by its place while the text is the same, by its words and their neighbours when not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reader.annotations.alignment import Alignment
from reader.annotations.highlight import CONTEXT_LENGTH, Highlight, PlacedHighlight, Status
from reader.text.folding import Folded, fold, fold_with_map
from reader.text.graphemes import whole_graphemes
from reader.text.spans import Span
from reader.text.words import snap

CERTAIN_CONTEXT = 24
"""Folded code points of context that must agree, both sides together, for a place to be called certain."""

CERTAIN_ALONE = 40
"""The same, where the text that a highlight was made on is not known: set phrases have long neighbours of their own."""

CLEAR_LEAD = 8
"""By how many code points of agreeing context the best of several places must lead the next to be taken."""

LONG_QUOTE = 32
"""Folded code points from which a quotation that stands only once needs no context to be certain."""

KEY_LENGTH = 12
"""Folded code points of context that are looked for where the quotation itself was edited away."""

LEAST_EVIDENCE = 12
"""Folded code points of quotation and agreeing context without which a place is not even offered."""

_FOLDED_AWAY = 8
"""Most code points that folding takes away in one place: marks on a letter, and a space."""

MOST_GROWTH = 2
"""How many times as long as the old quotation a passage between the old neighbours may be."""


Earlier = Callable[[str], str | None]
"""Returns the text of another version by its name, or None where it is not to be had."""

Found = tuple[Span, Status]


def no_earlier(version: str) -> str | None:  # noqa: ARG001 - called as Earlier is
    """Know no other version."""
    return None


@dataclass(frozen=True)
class Anchorage:
    """One version of a text, ready for many highlights: it is folded once, and only when one needs it.

    With the text that a highlight was made on, its words are followed from there to here; without it they are looked
    for by themselves.
    """

    text: str
    version: str
    earlier: Earlier = no_earlier
    _alignments: dict[str, tuple[str, Alignment] | None] = field(default_factory=dict, repr=False)
    _found: dict[tuple[str, Span, str], "Found | None"] = field(default_factory=dict, repr=False)

    def place(self, highlight: Highlight) -> PlacedHighlight:
        """Return where a highlight stands in this version.

        On the version that it was made on it is FIXED. On another one it is FIXED where its words stand between enough
        of the same neighbours, or are long and stand nowhere else; APPROXIMATE where the neighbours changed, or the
        words did between the same neighbours; else ORPHAN. The same question has the same answer always.
        """
        if highlight.is_on_article:
            return PlacedHighlight(highlight, None, Status.FIXED)
        if highlight.version == self.version:
            return PlacedHighlight(highlight, highlight.span, Status.FIXED)
        key = (highlight.version, highlight.span, highlight.quote)
        if key not in self._found:
            followed = self._followed(highlight)
            self._found[key] = followed[0] if followed else self._looked_for(highlight)
        found = self._found[key]
        if found is None:
            return PlacedHighlight(highlight, None, Status.ORPHAN)
        return PlacedHighlight(highlight, *found)

    def moved(self, position: int, version: str) -> int:
        """Return where a code point of another version stands in this one: that of the next word that is left."""
        known = self._alignment(version)
        if known is None:
            return min(position, len(self.text))
        alignment = known[1]
        first = alignment.old.touched(Span(position, len(known[0]))).start
        for number in range(first, len(alignment.old)):
            carried = alignment.carried(range(number, number + 1))
            if carried:
                return alignment.new.spans[carried.words.start].start
        return len(self.text)

    def occurrences(self, quote: str) -> list[Span]:
        """Return every place of a quotation: as written where it stands so anywhere, else folded."""
        if not quote.strip():
            return []
        exact = [Span(start, start + len(quote)) for start in _all(self.text, quote)]
        return exact or [span for span, _ in self._folded_occurrences(quote)]

    def _alignment(self, version: str) -> tuple[str, Alignment] | None:
        if version not in self._alignments:
            text = self.earlier(version)
            self._alignments[version] = None if text is None else (text, Alignment(text, self.text))
        return self._alignments[version]

    def _followed(self, highlight: Highlight) -> tuple[Found | None] | None:
        """Return what became of a highlight's words; None where that cannot be known."""
        known = self._alignment(highlight.version)
        if known is None or highlight.span.of(known[0]) != highlight.quote:
            return None
        alignment = known[1]
        if not alignment.old.touched(highlight.span):
            return None
        return (self._carried(highlight, highlight.span, alignment) or self._by_words(highlight, alignment),)

    def _looked_for(self, highlight: Highlight) -> Found | None:
        """Return where a highlight stands by what it keeps itself: its words, and those beside them."""
        by_words = self._by_words(highlight)
        if by_words and by_words[1] is Status.FIXED:
            return by_words
        kept = f"{highlight.prefix}{highlight.quote}{highlight.suffix}"
        span = Span(len(highlight.prefix), len(highlight.prefix) + len(highlight.quote))
        carried = self._carried(highlight, span, Alignment(kept, self.text, is_part=True))
        return carried or by_words or self._by_neighbours(highlight)

    def _carried(self, highlight: Highlight, span: Span, alignment: Alignment) -> Found | None:
        """Return where a highlight stands whose words are a stretch of the old text of an alignment."""
        words = alignment.old.touched(span)
        carried = alignment.carried(words)
        if carried is None:
            return None
        there = _with_rims(highlight.quote, span, alignment, (words, carried.words), self.text)
        if not carried.is_whole:
            return there, Status.APPROXIMATE
        agreement = alignment.context(words, carried.words, CONTEXT_LENGTH)
        length = len(_flat(highlight.quote))
        is_certain = agreement >= CERTAIN_CONTEXT or length >= LONG_QUOTE or len(words) == len(alignment.old)
        is_certain = is_certain and not self._has_rival(highlight, there, alignment)
        return there, Status.FIXED if is_certain else Status.APPROXIMATE

    def _has_rival(self, highlight: Highlight, chosen: Span, alignment: Alignment) -> bool:
        """Say whether the same words stand between as much of their neighbours elsewhere, and are no other ones."""
        places = self._folded_occurrences(highlight.quote)
        if len(places) == 1:
            return False
        prefix, suffix = _flat(highlight.prefix), _flat(highlight.suffix)
        ours = max(
            (self._agreement(folded, prefix, suffix) for span, folded in places if span.overlaps(chosen)), default=0
        )
        return any(
            self._agreement(folded, prefix, suffix) + CLEAR_LEAD > ours
            and not alignment.is_taken(alignment.new.touched(span))
            for span, folded in places
            if not span.overlaps(chosen)
        )

    def _by_words(self, highlight: Highlight, alignment: Alignment | None = None) -> Found | None:
        """Return the best place of the same words; with an alignment, of those that are no other ones of the text."""
        places = [
            (span, folded)
            for span, folded in self._folded_occurrences(highlight.quote, highlight.suffix)
            if alignment is None or not alignment.is_taken(alignment.new.touched(span))
        ]
        if not places:
            return None
        prefix, suffix = _flat(highlight.prefix), _flat(highlight.suffix)
        ranked = sorted(
            (
                (self._agreement(folded, prefix, suffix), -abs(span.start - highlight.span.start), span)
                for span, folded in places
            ),
            reverse=True,
        )
        agreement, _, span = ranked[0]
        length = len(_flat(highlight.quote))
        if agreement + length < LEAST_EVIDENCE:
            return None
        has_rival = len(ranked) > 1 and agreement - ranked[1][0] < CLEAR_LEAD
        is_only = len(ranked) == 1 and length >= LONG_QUOTE
        enough = CERTAIN_CONTEXT if alignment else CERTAIN_ALONE
        is_certain = not has_rival and (is_only or agreement >= min(enough, len(prefix) + len(suffix)))
        return span, Status.FIXED if is_certain else Status.APPROXIMATE

    def _by_neighbours(self, highlight: Highlight) -> Found | None:
        before, after = _flat(highlight.prefix)[-KEY_LENGTH:], _flat(highlight.suffix)[:KEY_LENGTH]
        if len(before.strip()) < KEY_LENGTH // 2 or len(after.strip()) < KEY_LENGTH // 2:
            return None
        longest = max(len(_flat(highlight.quote)) * MOST_GROWTH, KEY_LENGTH)
        passages = []
        for start in _all(self._flat, before):
            begin = start + len(before)
            end = self._flat.find(after, begin, begin + longest + len(after))
            if end > begin and self._flat[begin:end].strip():
                passages.append(Span(begin, end))
        if len(passages) != 1:
            return None
        span = snap(self.text, self._folded.offsets.to_original(passages[0]))
        return (span, Status.APPROXIMATE) if len(span) else None

    def _folded_occurrences(self, quote: str, suffix: str = "") -> list[tuple[Span, Span]]:
        """Return where a folded quotation stands: in the text, and in the folded text."""
        flat = _flat(quote).strip()
        if not flat:
            return []
        folded = [Span(start, start + len(flat)) for start in _all(self._flat, flat)]
        return [(self._as_written(self._folded.offsets.to_original(span), quote, suffix), span) for span in folded]

    def _as_written(self, span: Span, quote: str, suffix: str) -> Span:
        """Return a place with exactly the quotation's rims, if it is written so there: marks and spaces fold away.

        No mark is parted from its letter where it was not parted before the `suffix`.
        """
        start = self.text.find(quote, max(span.start - _FOLDED_AWAY, 0), span.end + _FOLDED_AWAY)
        written = Span(start, start + len(quote)) if start >= 0 else span
        was_cut = suffix[:1] == self.text[written.end : written.end + 1]
        return written if was_cut or whole_graphemes(self.text, written).end == written.end else span

    def _agreement(self, place: Span, prefix: str, suffix: str) -> int:
        before = self._flat[max(place.start - len(prefix), 0) : place.start]
        after = self._flat[place.end : place.end + len(suffix)]
        return _common(reversed(before), reversed(prefix)) + _common(after, suffix)

    @cached_property
    def _folded(self) -> Folded:
        return fold_with_map(self.text)

    @cached_property
    def _flat(self) -> str:
        return self._folded.text.replace("\n", " ")


def place(highlight: Highlight, text: str, version: str) -> PlacedHighlight:
    """Return where one highlight stands in one version of a text; see Anchorage.place."""
    return Anchorage(text, version).place(highlight)


def place_all(highlights: Iterable[Highlight], text: str, version: str) -> tuple[PlacedHighlight, ...]:
    """Return where highlights stand in one version of a text, which is folded at most once."""
    anchorage = Anchorage(text, version)
    return tuple(anchorage.place(highlight) for highlight in highlights)


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Return the places of a quotation, in their order: as written where it stands so anywhere, else folded.

    A prefix or suffix, compared folded and without spaces at its ends, keeps only the places that it touches.
    """
    before, after = _flat(prefix).strip(), _flat(suffix).strip()
    return [
        span
        for span in Anchorage(text, "").occurrences(quote)
        if _folded_before(text, span.start, len(before)).endswith(before)
        and _folded_after(text, span.end, len(after)).startswith(after)
    ]


def _folded_before(text: str, end: int, length: int) -> str:
    """Return what stands before a place, folded, without spaces at its end: at least so much, if there is so much."""
    start, folded = end, ""
    while start > 0 and len(folded) < length:
        start = max(end - 2 * (end - start) - length, 0)
        folded = _flat(text[start:end]).rstrip()
    return folded


def _folded_after(text: str, start: int, length: int) -> str:
    """Return what stands after a place, folded, without spaces at its beginning: at least so much, if there is."""
    end, folded = start, ""
    while end < len(text) and len(folded) < length:
        end = min(start + 2 * (end - start) + length, len(text))
        folded = _flat(text[start:end]).lstrip()
    return folded


def _with_rims(quote: str, span: Span, alignment: Alignment, words: tuple[range, range], text: str) -> Span:
    """Return where words stand now, with the punctuation that a highlight took along, or less a part of a word."""
    before, after = alignment.old.span(words[0]), alignment.new.span(words[1])
    lead, trail = before.start - span.start, span.end - before.end
    if (lead, trail) == (0, 0):
        return after
    start = text.find(quote, max(after.start - max(lead, 0), 0), after.end + max(trail, 0))
    return Span(start, start + len(quote)) if start >= 0 else after


def _flat(text: str) -> str:
    return fold(text).replace("\n", " ")


def _all(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
