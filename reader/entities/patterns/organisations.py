"""Finding organisations: those known by name, and what a word such as وزارة or حزب begins."""

from collections.abc import Iterator, Sequence

from reader.entities.entity import Kind
from reader.entities.patterns.evidence import Evidence, Reading
from reader.entities.patterns.found import Found
from reader.entities.patterns.places import Places
from reader.entities.patterns.tokens import Form, Phrases, Token

_LONGEST_NAME = 8
_KNOWN_WEIGHT = 4
_HEAD_WEIGHT = 3
_MOST_NOUNS = 4
_SHORTEST_AFTER_PARTICLE = 3
_SHORTEST_NOUN = 3
_SPORT_WORDS = 3


_GENERIC = frozenset(
    ("مجلس الاداره", "مجلس اداره", "مجلس العايله", "دار النشر", "هييه التحرير", "هييه الدفاع", "هييه المحكمه")
)


class Organisations:
    """Finds organisations in the words of a text."""

    def __init__(self, evidence: Evidence, places: Places) -> None:
        self._evidence = evidence
        self._places = places
        lists = evidence.lexicons
        self._names = Phrases(lists.organisations.phrases | lists.clubs.phrases)
        self._certain = lists.organisations.certain | lists.clubs.certain
        self._doubtful = lists.organisations.doubtful | lists.clubs.doubtful

    def find(self, words: Sequence[Token]) -> Iterator[Found]:
        """Yield the organisations that the words name; some overlap."""
        in_sport = self._sport(words)
        for at in range(len(words)):
            known = list(self._known_at(words, at, in_sport=in_sport[at]))
            yield from known
            if not known or known[0].end == at + 1:
                yield from self._named_by_head(words, at)
            yield from self._named_by_definite_head(words, at)

    def _sport(self, words: Sequence[Token]) -> list[bool]:
        """Say of each word whether its paragraph speaks of sport."""
        spoken: list[bool] = []
        start = 0
        for at in range(1, len(words) + 1):
            if at == len(words) or "\n" in words[at].gap:
                told = sum(token.folded in self._evidence.lexicons.sport_words for token in words[start:at])
                spoken += [told >= _SPORT_WORDS] * (at - start)
                start = at
        return spoken

    def _known_at(self, words: Sequence[Token], at: int, *, in_sport: bool) -> Iterator[Found]:
        for form in words[at].forms:
            longest = self._names.end_at(words, at, form.word)
            if longest:
                yield Found(at, self._with_adjectives(words, longest), form, Kind.ORGANISATION, _KNOWN_WEIGHT)
                return
            if form.cut and (
                len(form.word) <= _SHORTEST_AFTER_PARTICLE or self._evidence.reading(words[at].folded).is_strong
            ):
                continue
            if form.word in self._certain or (
                form.word in self._doubtful and self._is_meant(words, at, form, in_sport)
            ):
                yield Found(at, at + 1, form, Kind.ORGANISATION, _KNOWN_WEIGHT)
                return

    def _named_by_head(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield وزارة الخارجية الفرنسية, حزب كذا: an indefinite head, what it is called, and adjectives."""
        heads = self._evidence.lexicons.organisation_heads
        form = next((form for form in words[at].forms if form.word in heads), None)
        if form is None:
            return
        end = self._complement_end(words, at + 1)
        if end == at + 1 or f"{form.word} {words[at + 1].folded}" in _GENERIC:
            return
        if form.word in heads.doubtful and not self._is_named(words, at + 1, end):
            return
        yield Found(at, end, form, Kind.ORGANISATION, _HEAD_WEIGHT)

    def _named_by_definite_head(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield الحزب الشيوعي, السفارة الأميركية: a definite head with adjectives."""
        heads = self._evidence.lexicons.organisation_heads
        for form in words[at].forms:
            if form.word.startswith("ال") and form.word[2:] in heads.certain:
                end = self._with_adjectives(words, at + 1)
                if end > at + 1:
                    end = self._with_purpose(words, end)
                    yield Found(at, end, form, Kind.ORGANISATION, _HEAD_WEIGHT)
                return

    def _complement_end(self, words: Sequence[Token], at: int) -> int:
        """Return the end of what an organisation is called: a place, a name, or definite nouns joined by و."""
        end = at
        is_of_nouns = False
        while end < len(words) and words[end].is_joined and end - at < _LONGEST_NAME:
            word = words[end].folded
            place = None if is_of_nouns else self._places.known_at(words, end)
            if place and not place.form.cut:
                return self._with_purpose(words, self._with_adjectives(words, place.end))
            if word in self._evidence.lexicons.adjectives:
                break
            if self._evidence.is_honorific(word):
                is_of_nouns = False
            elif self._is_noun(word) or (is_of_nouns and self._is_joined_noun(word)):
                is_of_nouns = True
            elif is_of_nouns or not self._is_name(word):
                break
            end += 1
            if end - at == _MOST_NOUNS:
                break
        return self._with_adjectives(words, end)

    def _is_noun(self, word: str) -> bool:
        return word.startswith("ال") and len(word) > _SHORTEST_NOUN and not self._evidence.is_particle(word)

    def _is_joined_noun(self, word: str) -> bool:
        if word.startswith("وال"):
            return word[3:] not in self._evidence.lexicons.organisation_heads
        return word.startswith("لل")

    def _is_name(self, word: str) -> bool:
        if self._evidence.is_role(word):
            return False
        return self._evidence.reading(word) in (Reading.GIVEN, Reading.FOREIGN, Reading.FAMILY, Reading.UNKNOWN)

    def _with_purpose(self, words: Sequence[Token], end: int) -> int:
        """Return the end of what stands after a definite head: الهيئة العليا للإغاثة, المجلس الوطني للبحوث العلمية."""
        if end + 1 >= len(words) or not words[end].is_joined:
            return end
        word, following = words[end].folded, words[end + 1]
        if self._evidence.is_particle(word):
            return end
        leads_on = following.is_joined and following.folded.startswith("ال") and self._evidence.is_common(word[1:])
        if not (word.startswith("لل") or (word.startswith("ل") and leads_on)):
            return end
        end += 1 if word.startswith("لل") else 2
        while end < len(words) and words[end].is_joined and words[end].folded.startswith("وال"):
            end += 1
        return self._with_adjectives(words, end)

    def _is_named(self, words: Sequence[Token], start: int, end: int) -> bool:
        """Say whether a complement holds more than common nouns: a nationality, a place, a name."""
        for at in range(start, end):
            word = words[at].folded
            if (word in self._evidence.lexicons.adjectives and word.startswith("ال")) or self._evidence.reading(
                word
            ).is_strong:
                return True
            if self._evidence.reading(word) is Reading.UNKNOWN or self._places.known_at(words, at):
                return True
        return False

    def _with_adjectives(self, words: Sequence[Token], end: int) -> int:
        while end < len(words) and words[end].is_joined and words[end].folded in self._evidence.lexicons.adjectives:
            if not words[end].folded.startswith("ال"):
                break
            end += 1
        return end

    def _is_meant(self, words: Sequence[Token], at: int, form: Form, in_sport: bool) -> bool:  # noqa: FBT001 - one of four
        """Say whether a name that is also a common word or a place is the organisation here."""
        before = words[at - 1].folded if at and words[at].is_joined else ""
        lists = self._evidence.lexicons
        is_quoted = self._is_quoted(words, at) and form.word in lists.organisations.doubtful
        if is_quoted or before in lists.organisation_words:
            return True
        if (
            not in_sport
            or form.word not in lists.clubs.doubtful
            or (form.cut and words[at].folded[form.cut - 1] == "ب")
        ):
            return False
        return (
            before not in lists.place_words
            and before not in lists.place_heads
            and before not in ("في", "الي", "الدوري", "دوري")
        )

    def _is_quoted(self, words: Sequence[Token], at: int) -> bool:
        after = words[at + 1].gap if at + 1 < len(words) else ""
        return words[at].gap[-1:] in ('"', "«", "“") and after[:1] in ('"', "»", "”")
