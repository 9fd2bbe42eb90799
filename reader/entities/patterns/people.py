"""Finding people: sequences of names, and unknown words where a title or a verb of saying calls for a person."""

from collections.abc import Iterator, Sequence

from reader.entities.entity import Kind
from reader.entities.lexicons import word_set
from reader.entities.patterns.evidence import Evidence, Reading
from reader.entities.patterns.found import Found
from reader.entities.patterns.places import Places
from reader.entities.patterns.sequences import Name, Names
from reader.entities.patterns.tokens import Form, Token

_LONGEST_COMPLEMENT = 9
_SHORTEST_SPEAKER = 4
_LONGEST_BARE = 6
_SHORTEST_ALONE = 4
_SHORTEST_CUT = 3
_SEQUENCE_WEIGHT = 3
_AFTER_ROLE_WEIGHT = 5
_SINGLE_WEIGHT = 1


class People:
    """Finds people in the words of a text."""

    def __init__(self, evidence: Evidence, places: Places) -> None:
        self._evidence = evidence
        self._places = places
        self._names = Names(evidence, places)

    def find(self, words: Sequence[Token]) -> Iterator[Found]:
        """Yield the people that the words name; some overlap."""
        for at in range(len(words)):
            yield from self._sequence_at(words, at)
            yield from self._after_role(words, at)
            yield from self._after_honorific(words, at)
            yield from self._after_verb(words, at)

    def _sequence_at(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield what is a name by itself."""
        for form in words[at].forms:
            reading = self._names.reading(words[at], form)
            is_short = len(form.word) < _SHORTEST_CUT
            if form.cut and (is_short or reading is Reading.UNKNOWN or not self._may_cut(words[at], reading)):
                continue
            name = self._names.at(words, at, form, expected=False)
            if name is None:
                continue
            is_sure = not form.cut or words[at].folded.startswith("و") or name.strong + name.weak > 1
            if name.parts > 1 and name.strong and is_sure:
                yield Found(at, name.end, form, Kind.PERSON, _SEQUENCE_WEIGHT)
                return
            if name.parts == 1 and name.strong and self._stands_alone(words[at], form, reading):
                yield Found(at, name.end, form, Kind.PERSON, _SINGLE_WEIGHT)
                return

    def _after_role(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield the name that follows a role and its complement: وزير الخارجية الفرنسي فلان."""
        role_end = self._role_end(words, at)
        if not role_end:
            return
        is_definite = any(form.word.startswith("ال") for form in words[at].forms)
        for start in range(role_end, min(role_end + _LONGEST_COMPLEMENT, len(words))):
            if not (words[start].is_joined or words[start].gap in (" (", "، ")):
                return
            place = self._places.known_at(words, start)
            expected = (start > role_end and self._closes_role(words, start - 1)) or (start == role_end and is_definite)
            if not place:
                name = self._names.at(words, start, Form(0, words[start].folded), expected=expected)
                may_be_unknown = expected and not _is_plural(words[role_end - 1].folded)
                if name and (name.strong or (may_be_unknown and self._may_be_unknown(words[start], name))):
                    yield Found(start, name.end, Form(0, words[start].folded), Kind.PERSON, _AFTER_ROLE_WEIGHT)
                    return
            if "،" in words[start].gap or not (place or self._continues_role(words[start])):
                return

    def _after_honorific(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        end = self._honorific_end(words, at)
        if end and end < len(words) and (words[end].is_joined or words[end].gap == ". "):
            form = Form(0, words[end].folded)
            name = self._names.at(words, end, form, expected=True)
            if name and (name.strong or not self._evidence.is_role(form.word)):
                yield Found(end, name.end, form, Kind.PERSON, _AFTER_ROLE_WEIGHT)

    def _after_verb(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield an unknown word after a verb of saying: وقال فلان."""
        verbs = self._evidence.lexicons.speech_verbs
        if at + 1 == len(words) or not words[at + 1].is_joined:
            return
        if not any(form.word in verbs for form in words[at].forms):
            return
        token = words[at + 1]
        form = Form(0, token.folded)
        is_possessed = len(token.folded) > _LONGEST_BARE and token.folded.endswith(("ها", "هم", "هما", "نا"))
        if len(token.folded) < _SHORTEST_SPEAKER or is_possessed or self._places.known_at(words, at + 1):
            return
        name = self._names.at(words, at + 1, form, expected=True)
        if name and (name.strong or name.parts > 1 or len(token.folded) > _SHORTEST_SPEAKER):
            yield Found(at + 1, name.end, form, Kind.PERSON, _SEQUENCE_WEIGHT)

    def _may_cut(self, token: Token, reading: Reading) -> bool:
        """Say whether a particle may be cut off to give a name: the whole word must be none, and no ordinary word."""
        whole = self._evidence.reading(token.folded)
        if self._evidence.is_particle(token.folded):
            return False
        return not whole.is_strong and not whole.is_weak and (reading.is_strong or reading.is_weak)

    def _stands_alone(self, token: Token, form: Form, reading: Reading) -> bool:
        if len(form.word) < _SHORTEST_ALONE:
            return False
        if form.cut and self._evidence.is_common(token.folded):
            return token.folded[0] == "و" and reading is Reading.FOREIGN
        if reading is Reading.FAMILY:
            return form.word.startswith("ال") and not self._evidence.is_common(form.word)
        return reading.is_strong and not self._evidence.is_common(form.word)

    def _may_be_unknown(self, token: Token, name: Name) -> bool:
        """Say whether words that no list knows can be what a role calls for: الرئيس فلان, not الرئيس المصري."""
        word = token.folded
        if word.startswith("و") or word in self._evidence.lexicons.adjectives or self._evidence.is_role(word):
            return False
        return name.parts > 1 or not name.weak

    def _role_end(self, words: Sequence[Token], at: int) -> int:
        """Return the end of the role that begins with a word, or 0."""
        for form in words[at].forms:
            end = self._evidence.roles.end_at(words, at, form.word)
            if end or self._evidence.is_role(form.word):
                return end or at + 1
        return 0

    def _honorific_end(self, words: Sequence[Token], at: int) -> int:
        for form in words[at].forms:
            end = self._evidence.honorifics.end_at(words, at, form.word)
            if end or self._evidence.is_honorific(form.word):
                return end or at + 1
        return 0

    def _closes_role(self, words: Sequence[Token], at: int) -> bool:
        """Say whether a name may follow this word of a role's complement."""
        word = words[at].folded
        place = self._places.known_at(words, at)
        return word.startswith("ال") or word in self._evidence.lexicons.adjectives or place is not None

    def _continues_role(self, token: Token) -> bool:
        """Say whether a word can belong to a role's complement."""
        word = token.folded
        if word.startswith(("ال", "لل", "وال", "بال")) or word in self._evidence.lexicons.adjectives:
            return True
        if word in _IN_COMPLEMENT or self._evidence.is_role(word):
            return True
        return any(form.word in self._evidence.lexicons.organisation_heads for form in token.forms)


def _is_plural(word: str) -> bool:
    return word.endswith(("ون", "ين", "ات", "اء")) or word.removeprefix("ال") in _BROKEN_PLURALS


_BROKEN_PLURALS = word_set("عمال نواب طلاب جنود ضباط قادة تجار نقاد كتاب نجوم أبطال نشطاء قضاة ولاة دعاة سكان")
_IN_COMPLEMENT = word_set(
    "في لدي باسم شؤون عام سابق أول ثاني خارجية داخلية دفاع حكومة دولة مالية عدل بلدية مجلس جيش حركة حزب"
)
