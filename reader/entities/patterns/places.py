"""Finding places: names of the gazetteer, and what follows a word such as مدينة or begins with one such as شارع."""

from collections.abc import Iterator, Sequence

from reader.entities.entity import Kind
from reader.entities.gazetteer import Gazetteer, Place
from reader.entities.lexicons import word_set
from reader.entities.patterns.evidence import Evidence, Reading
from reader.entities.patterns.found import Found
from reader.entities.patterns.tokens import Form, Token

_LONGEST_NAME = 6
_LONGEST_AFTER_HEAD = 3
_WELL_KNOWN = 100_000
_FAMOUS = 400_000
_SINGLE_WEIGHT = 2
_HEAD_WEIGHT = 3
_PHRASE_WEIGHT = 4
_SHORTEST_VILLAGE = 4
_TANWIN = ("\u064b", "\u064bا", "ا\u064b")


class Places:
    """Finds places in the words of a text."""

    def __init__(self, gazetteer: Gazetteer, evidence: Evidence) -> None:
        self._gazetteer = gazetteer
        self._evidence = evidence

    def find(self, words: Sequence[Token]) -> Iterator[Found]:
        """Yield the places that the words name; some overlap."""
        for at in range(len(words)):
            known = self.known_at(words, at)
            if known:
                yield known
            yield from self._named_by_head(words, at)
            if not known:
                yield from self._after_place_word(words, at)
                yield from self._after_preposition(words, at)

    def known_at(self, words: Sequence[Token], at: int) -> Found | None:
        """Return the longest place of the gazetteer that begins with a word and that its surroundings allow."""
        for form in words[at].forms:
            end = self._longest(words, at, form)
            while end > at:
                name = _joined(words, at, end, form)
                if self._is_allowed(words, at, end, form, self._gazetteer.find(name)):
                    start = at + self._class_words(words, at, end, form)
                    first = form if start == at else Form(0, words[start].folded)
                    return Found(start, end, first, Kind.PLACE, _SINGLE_WEIGHT if end - start == 1 else _PHRASE_WEIGHT)
                end -= 1
        return None

    def _longest(self, words: Sequence[Token], at: int, form: Form) -> int:
        """Return the end of the longest stretch with which some name of the gazetteer begins."""
        name, end = form.word, at
        while self._gazetteer.begins(name):
            end += 1
            if end == len(words) or end - at == _LONGEST_NAME or not words[end].is_joined:
                break
            name = f"{name} {words[end].folded}"
        return end

    def _is_allowed(self, words: Sequence[Token], at: int, end: int, form: Form, places: tuple[Place, ...]) -> bool:
        """Say whether a name of the gazetteer means the place, by what it is and what stands before it."""
        is_single = end == at + 1
        lists = self._evidence.lexicons
        if not places or self._evidence.is_particle(form.word) or words[end - 1].raw.endswith(_TANWIN):
            return False
        if is_single and form.word.removeprefix("ال") in lists.place_words:
            return False
        best = places[0]
        before = _before(words, at)
        if before in lists.place_words or before in lists.place_heads:
            return True
        if best.is_word or (is_single and _is_pronoun_instead(words[at].raw, best.name)):
            return best.is_chosen and self._is_led(words, at, end, form, before)
        if best.is_chosen:
            return not (form.cut and self._evidence.reading(words[at].folded).is_strong)
        is_known = best.population >= (_FAMOUS if form.cut else _WELL_KNOWN)
        return not is_single or (is_known and not self._evidence.reading(form.word).is_strong)

    def _is_led(self, words: Sequence[Token], at: int, end: int, form: Form, before: str) -> bool:
        """Say whether في, إلى or their like make a place of a word: في صور، but not في صور قديمة."""
        if not (
            _has_preposition(words[at], form) or (not form.cut and before in self._evidence.lexicons.place_prepositions)
        ):
            return False
        if end > at + 1 or not self._evidence.is_common(form.word):
            return True
        is_last = end == len(words) or not words[end].is_joined or words[end].folded.startswith("و")
        return is_last and not form.word.startswith("ال")

    def _class_words(self, words: Sequence[Token], at: int, end: int, form: Form) -> int:
        """Return how many words such as مدينة the gazetteer's name begins with, which are no part of a mention."""
        is_class = form.word in self._evidence.lexicons.place_words and end - at > 1
        rest = _joined(words, at + 1, end, Form(0, words[at + 1].folded)) if is_class else ""
        return 1 if rest and self._gazetteer.find(rest) else 0

    def _after_place_word(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield an unknown word after مدينة, بلدة, قرية … where it can be nothing else."""
        lists = self._evidence.lexicons
        if not words[at].is_joined or _before(words, at) not in _SETTLEMENTS:
            return
        word = words[at].folded
        reading = self._evidence.reading(word)
        is_definite_name = word.startswith("ال") and word not in lists.adjectives and not self._evidence.is_common(word)
        if reading is Reading.UNKNOWN or reading.is_strong or is_definite_name:
            yield Found(at, at + 1, Form(0, word), Kind.PLACE, _HEAD_WEIGHT)

    def _after_preposition(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield an unknown word after في or إلى: no list knows every village."""
        word = words[at].folded
        is_last = (
            at + 1 == len(words) or not words[at + 1].is_joined or self._evidence.is_particle(words[at + 1].folded)
        )
        is_bare = len(word) >= _SHORTEST_VILLAGE and not word.endswith(_ENDINGS)
        is_unknown = is_bare and self._evidence.reading(word) is Reading.UNKNOWN
        if is_unknown and is_last and _before(words, at) in _LEADING:
            yield Found(at, at + 1, Form(0, word), Kind.PLACE)

    def _named_by_head(self, words: Sequence[Token], at: int) -> Iterator[Found]:
        """Yield شارع الحرية, مطار بيروت الدولي: a head with what it is called."""
        form = next((form for form in words[at].forms if form.word in self._evidence.lexicons.place_heads), None)
        if form is None:
            return
        end = at + 1
        while (
            end < len(words)
            and end - at <= _LONGEST_AFTER_HEAD
            and words[end].is_joined
            and self._names_place(words[end], end - at)
        ):
            end += 1
        if end > at + 1:
            yield Found(at, end, form, Kind.PLACE, _HEAD_WEIGHT)

    def _names_place(self, token: Token, position: int) -> bool:
        word = token.folded
        reading = self._evidence.reading(word)
        if reading.is_strong or reading in (Reading.UNKNOWN, Reading.NISBA):
            return True
        if word in self._evidence.lexicons.adjectives:
            return position > 1 and word == "الدولي"
        places = self._gazetteer.find(word)
        return bool(places) and not places[0].is_word


_LEADING = word_set("في الي")
_ENDINGS = ("هم", "ها", "هن", "نا", "كم", "ات", "ته")
_SETTLEMENTS = word_set(
    "مدينه بلده بلدتي بلدتا قريه قريتي مدينتي محافظه ولايه مقاطعه قضاء مخيم منطقه ناحيه ضاحيه مديريه"
)


def _joined(words: Sequence[Token], start: int, end: int, form: Form) -> str:
    return " ".join([form.word, *(token.folded for token in words[start + 1 : end])])


def _before(words: Sequence[Token], at: int) -> str:
    """Return the word before, without particles that say nothing, or nothing at the beginning of a clause."""
    if at == 0 or not words[at].is_joined:
        return ""
    word = words[at - 1].folded
    for particle in ("و", "ب", "ل", "ف"):
        if word.startswith(particle) and word[1:] in _LED_BY_PARTICLE:
            return word[1:]
    return word


_LED_BY_PARTICLE = word_set("في مدينه بلده قريه محافظه ولايه منطقه الي من شمال جنوب شرق غرب وسط ريف")


def _is_pronoun_instead(raw: str, name: str) -> bool:
    """Say whether a word that ends in ه is no name in ة: جده, his grandfather, is not جدة."""
    return name.endswith("ة") and raw.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652").endswith("ه")


def _has_preposition(token: Token, form: Form) -> bool:
    return form.cut > 0 and token.folded[form.cut - 1] in "بل"
