"""Which words of one text are which words of another, also where sentences or paragraphs changed places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.annotations.wording import Wording

SEEDS = (5, 3)
"""How many words in a row, standing once in either text, are taken for the same: the longer rows first."""

ALIKE = 0.6
"""From which share of common letters on two words in the same place are one word, spelled otherwise."""

LONGEST_WORD = 200
"""Letters beyond which two words are one only when they are the same: comparing them would take too long."""

LONGEST_GAP = 60
"""Up to how many words between words that agree are compared with one another."""

MOST_STRANGERS = 15
"""More words than this between two of a passage's words, that were not there before, part it."""

MOST_REPLACED = 2
"""Up to so many words that are gone between the same neighbours, what stands there now is taken in their place."""


@dataclass(frozen=True, slots=True)
class Carried:
    """From which to before which word of the new text some words of the old one stand.

    `is_whole`: each of them stands there, spelled as it was once folded, and nothing between them.
    """

    words: range
    is_whole: bool


class Alignment:
    """Finds the words of an old text in a new one; the same two texts have the same answer always.

    What stands once in both is taken for the same: first whole lines, then a few words in a row; from there the same
    words before and after it, so that what was moved is found too (P. Heckel, "A technique for isolating differences
    between files", 1978). What is left between words that agree is compared letter by letter.
    """

    def __init__(self, old: str, new: str, *, is_part: bool = False) -> None:
        """Compare two texts; of the old one with `is_part` only a part is known, which may stand anywhere."""
        self.old, self.new = Wording(old), Wording(new)
        self._is_part = is_part
        self._there: list[range | None] = [None] * len(self.old)
        self._taken: list[int | None] = [None] * len(self.new)
        self._match_lines()
        for length in SEEDS:
            self._match_seeds(length)
        for gap in _free(self._there):
            self._match_gap(gap)

    def is_taken(self, words: range) -> bool:
        """Say whether any of these words of the new text is known to be one of the old text."""
        return any(self._taken[number] is not None for number in words)

    def carried(self, words: range) -> Carried | None:
        """Return where some words of the old text stand in the new one; None where none of them is left.

        Where they were parted, the place with most of them counts.
        """
        clusters = self._clusters(words)
        if not clusters:
            return self._replaced(words)
        best = max(clusters, key=len)
        there = range(best[0].start, max(found.stop for found in best))
        if len(clusters) > 1:
            return Carried(there, is_whole=False)
        same = [self.old.folded[number] for number in words] == list(self.new.folded[there.start : there.stop])
        return Carried(there, is_whole=True) if same else Carried(self._with_ends(words, there), is_whole=False)

    def context(self, words: range, there: range, most: int) -> int:
        """Return how many letters beside some words are the same beside them in the new text.

        On each side those of whole words are counted up to the first that differs, and up to `most`.
        """
        before = zip(range(words.start - 1, -1, -1), range(there.start - 1, -1, -1), strict=False)
        after = zip(range(words.stop, len(self.old)), range(there.stop, len(self.new)), strict=False)
        return sum(min(sum(_up_to(self._agreeing(side), most)), most) for side in (before, after))

    # -- matching

    def _match(self, old: int, new: int) -> None:
        self._there[old] = range(new, new + 1)
        self._taken[new] = old

    def _match_all(self, old: range, new: range) -> None:
        for one, other in zip(old, new, strict=True):
            if self._there[one] is None and self._taken[other] is None:
                self._match(one, other)

    def _match_lines(self) -> None:
        old, new = ([(tuple(side.folded[line.start : line.stop]), line) for line in side.lines] for side in self._sides)
        for one, other in _unique_in_both(old, new):
            self._match_all(one, other)
        self._extend()

    def _match_seeds(self, length: int) -> None:
        old = _rows(self.old.folded, self._there, length)
        for one, other in _unique_in_both(old, _rows(self.new.folded, self._taken, length) if old else []):
            self._match_all(one, other)
        self._extend()

    def _extend(self) -> None:
        """Match what is the same after words that match, then before them."""
        for numbers, step in ((range(len(self.old)), 1), (range(len(self.old) - 1, -1, -1), -1)):
            for number in numbers:
                found = self._there[number]
                if found is None:
                    continue
                old, new = number + step, found.stop if step > 0 else found.start - 1
                are_there = 0 <= old < len(self.old) and 0 <= new < len(self.new)
                if are_there and self._are_free(old, new) and self.old.folded[old] == self.new.folded[new]:
                    self._match(old, new)

    def _match_gap(self, gap: range) -> None:
        """Match words of the old text between words that match, by what stands in the same place in the new text."""
        before, after = self._beside(gap)
        is_gap = before is not None and after is not None and not self.is_taken(range(before, after))
        if before is not None and after is not None and is_gap and before <= after <= before + LONGEST_GAP >= len(gap):
            self._compare(gap, range(before, after))
            return
        if before is not None:
            self._creep(zip(gap, range(before, len(self.new)), strict=False))
        if after is not None:
            self._creep(zip(reversed(gap), range(after - 1, -1, -1), strict=False))

    def _creep(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Match pairs of words from a place that matches, up to the first that are not alike."""
        for old, new in pairs:
            if not (self._are_free(old, new) and _are_alike(self.old.folded[old], self.new.folded[new])):
                return
            self._match(old, new)

    def _compare(self, old: range, new: range) -> None:
        one, other = self.old.folded[old.start : old.stop], self.new.folded[new.start : new.stop]
        for kind, i, i_end, j, j_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            olds, news = range(old.start + i, old.start + i_end), range(new.start + j, new.start + j_end)
            if kind == "equal":
                self._match_all(olds, news)
            elif kind == "replace" and "".join(one[i:i_end]) == "".join(other[j:j_end]):  # عبد الله and عبدالله
                self._there[olds.start : olds.stop] = [news] * len(olds)
                self._taken[news.start : news.stop] = [olds.start] * len(news)
            elif kind == "replace":
                self._match_alike(olds, news)

    def _match_alike(self, old: range, new: range) -> None:
        first = new.start
        for number in old:
            for found in range(first, new.stop):
                if _are_alike(self.old.folded[number], self.new.folded[found]):
                    self._match(number, found)
                    first = found + 1
                    break

    # -- answering

    @property
    def _sides(self) -> tuple[Wording, Wording]:
        return self.old, self.new

    def _are_free(self, old: int, new: int) -> bool:
        return self._there[old] is None and self._taken[new] is None

    def _beside(self, words: range) -> tuple[int | None, int | None]:
        """Return where, in the new text, what stands before some words ends, and what stands after them begins."""
        first, last = (None, None) if self._is_part else (range(0), range(len(self.new), len(self.new)))
        before = self._there[words.start - 1] if words.start > 0 else first
        after = self._there[words.stop] if words.stop < len(self.old) else last
        return before.stop if before is not None else None, after.start if after is not None else None

    def _clusters(self, words: range) -> list[list[range]]:
        """Return where some words stand; those that follow one another, with no others between, together."""
        clusters: list[list[range]] = []
        for place in (found for number in words if (found := self._there[number]) is not None):
            last = clusters[-1][-1] if clusters else place
            is_next = 0 <= place.start - last.start <= MOST_STRANGERS
            if clusters and is_next and not self.is_taken(range(last.stop, place.start)):
                clusters[-1].append(place)
            else:
                clusters.append([place])
        return clusters

    def _replaced(self, words: range) -> Carried | None:
        """Return what stands in the place of a word or two that are gone, between the same neighbours."""
        before, after = self._beside(words) if words else (None, None)
        if before is None or after is None or not 0 < after - before <= len(words) <= MOST_REPLACED:
            return None
        return None if self.is_taken(range(before, after)) else Carried(range(before, after), is_whole=False)

    def _with_ends(self, words: range, there: range) -> range:
        """Take along what stands in the place of the first or last of some words, between the same neighbours."""
        before, after = self._beside(words)
        gone = sum(self._there[number] is None for number in words)
        start, stop = there.start, there.stop
        if before is not None and before < start and not self.is_taken(range(before, start)):
            start = (
                before
                if self._there[words.start] is None or self._changed(words.start, gone, start - before)
                else start
            )
        if after is not None and stop < after and not self.is_taken(range(stop, after)):
            stop = (
                after
                if self._there[words.stop - 1] is None or self._changed(words.stop - 1, gone, after - stop)
                else stop
            )
        return range(start, stop)

    def _changed(self, number: int, gone: int, strangers: int) -> bool:
        """Say whether a word at an end is spelled otherwise, and as many words are gone as are new beside it."""
        found = self._there[number]
        is_same = found is not None and self.new.folded[found.start] == self.old.folded[number]
        return not is_same and strangers <= gone

    def _agreeing(self, pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
        for old, new in pairs:
            if self._taken[new] != old or self.old.folded[old] != self.new.folded[new]:
                return
            yield len(self.old.folded[old])


def _unique_in_both(
    old: Sequence[tuple[tuple[str, ...], range]], new: Sequence[tuple[tuple[str, ...], range]]
) -> Iterator[tuple[range, range]]:
    """Yield the places of what stands once on either side."""
    in_old, in_new = Counter(row for row, _ in old), Counter(row for row, _ in new)
    where = {row: place for row, place in new if in_new[row] == 1}
    for row, place in old:
        if in_old[row] == 1 and row in where:
            yield place, where[row]


def _rows(folded: Sequence[str], matched: Sequence[object], length: int) -> list[tuple[tuple[str, ...], range]]:
    """Return every row of so many words of which none is matched yet, and where it stands."""
    return [
        (tuple(folded[start : start + length]), range(start, start + length))
        for gap in _free(matched)
        for start in range(gap.start, gap.stop - length + 1)
    ]


def _free(matched: Sequence[object]) -> list[range]:
    """Return the stretches of what is not matched."""
    found: list[range] = []
    for number, each in enumerate(matched):
        if each is None:
            is_next = bool(found) and found[-1].stop == number
            found[-1:] = [range(found[-1].start, number + 1)] if is_next else [*found[-1:], range(number, number + 1)]
    return found


def _are_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if max(len(one), len(other)) > LONGEST_WORD:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _up_to(lengths: Iterable[int], most: int) -> Iterator[int]:
    total = 0
    for length in lengths:
        yield length
        total += length
        if total >= most:
            return
