"""Reading a sequence of words as one name of a person: given names, connectors such as بن, family names."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.entities.lexicons import word_set
from reader.entities.patterns.evidence import Evidence, Reading, is_preposition
from reader.entities.patterns.places import Places
from reader.entities.patterns.tokens import Form, Token

_MOST_PARTS = 7
_SHORTEST_FAMILY = 3
_TANWIN = ("\u064b", "\u064bا", "ا\u064b")

_CONNECTORS = word_set("بن ابن بنت ولد أبو أبي أبا أم آل بو دي دا دو فان فون دير لو ماك أوف ست عبد بني ابنة منت أوغلو")
_FIRST_CONNECTORS = word_set("أبو أبي عبد ابن بو بن ماك")
_BOUND_TO_GIVEN = word_set("الله الدين الإسلام الرحمن الحق الزمان")
_BEFORE_KNOWN_NAMES = word_set("بن ابن")
_BEFORE_ANY_WORD = word_set("بن بنت")
_FAMILIES = (Reading.FAMILY, Reading.WEAK_FAMILY, Reading.NISBA)
_LEADING = word_set("بن عبد أبو آل")


@dataclass(frozen=True, slots=True)
class Step:
    """How far a word or two carry a name on: to which token, by how many parts, strong and weak ones among them."""

    end: int
    parts: int = 1
    strong: int = 0
    weak: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """Where a sequence of name words ends, how many parts it has, and how many are unmistakable or weak."""

    end: int
    parts: int
    strong: int
    weak: int


class Names:
    """Reads names of people in the words of a text."""

    def __init__(self, evidence: Evidence, places: Places) -> None:
        self._evidence = evidence
        self._places = places

    def at(self, words: Sequence[Token], at: int, form: Form, *, expected: bool) -> Name | None:
        """Return the name that begins with a word read as `form`; with an unknown word only where one is `expected`."""
        name = Name(at, 0, 0, 0)
        while name.end < len(words) and name.parts < _MOST_PARTS and (name.end == at or words[name.end].is_joined):
            first = form if name.end == at else Form(0, words[name.end].folded)
            step = self._bound(words, name, first) or self._single(words, name, first, expected=expected)
            if step is None or (name.parts == 1 and not step.strong and not step.weak and self._is_closed(form, step)):
                break
            name = Name(step.end, name.parts + step.parts, name.strong + step.strong, name.weak + step.weak)
        return name if name.parts else None

    def reading(self, token: Token, form: Form) -> Reading:
        """Return what a word can be as it is written here: a word with tanwin is no name, and على no Ali."""
        if token.raw.endswith(_TANWIN) or (not form.cut and is_preposition(token.raw, form.word)):
            return Reading.NONE
        return self._evidence.reading(form.word)

    def _bound(self, words: Sequence[Token], name: Name, form: Form) -> Step | None:
        """Return the step over words that belong together: a known name of several words, عبد الرحمن, بن سلمان."""
        end = self._evidence.names.end_at(words, name.end, form.word)
        if end:
            return Step(end, parts=end - name.end, strong=1)
        if self._is_connected(words, name.end, form.word, is_first=not name.parts):
            last = name.end + 1
            while words[last].folded in _CONNECTORS and last + 1 < len(words) and words[last + 1].is_joined:
                last += 1
            return Step(last + 1, parts=2, strong=1)
        if name.parts and form.word in _BOUND_TO_GIVEN:
            return Step(name.end + 1, parts=0, strong=1)
        return None

    def _single(self, words: Sequence[Token], name: Name, form: Form, *, expected: bool) -> Step | None:
        """Return the step over one word, or None where the name ends before it."""
        at, parts, word = name.end, name.parts, form.word
        reading = self.reading(words[at], form)
        if self._ends_name(words, at, word, parts):
            return None
        if reading.is_strong:
            return Step(at + 1, strong=1)
        is_complete = parts > 1 and self._is_definite_family(words[at - 1].folded)
        if (parts and word.startswith("و")) or (is_complete and reading is Reading.WEAK_GIVEN):
            return None
        if reading.is_weak and (parts or expected or self._leads_to_name(words, at)):
            is_nationality = word in self._evidence.lexicons.adjectives
            return None if is_nationality and parts != 1 else Step(at + 1, weak=1)
        if reading is Reading.UNKNOWN or (parts and reading is Reading.NISBA):
            is_other = parts and (self._places.known_at(words, at) or _is_verb_like(word))
            return Step(at + 1) if (parts or expected) and not is_other else None
        return Step(at + 1) if parts and self._is_family_like(words, at) else None

    def _is_closed(self, first: Form, step: Step) -> bool:
        """Say whether a name began with a family name that has the article: no unknown word follows one."""
        return self._is_definite_family(first.word) and step.parts > 0

    def _is_definite_family(self, word: str) -> bool:
        return word.startswith("ال") and self._evidence.reading(word) in _FAMILIES

    def _is_family_like(self, words: Sequence[Token], at: int) -> bool:
        """Say whether an ordinary word after a given name is a family name: the clause ends or names follow."""
        word = words[at].folded
        lists = self._evidence.lexicons
        before = self._evidence.reading(words[at - 1].folded)
        if before not in (Reading.GIVEN, Reading.WEAK_GIVEN) or len(word) < _SHORTEST_FAMILY or not word.isalpha():
            return False
        if self._evidence.is_particle(word) or word in lists.adjectives or word in lists.speech_verbs:
            return False
        following = words[at + 1] if at + 1 < len(words) else None
        if following is None or not following.is_joined:
            return before is Reading.GIVEN
        reading = self._evidence.reading(following.folded)
        return reading in (Reading.FAMILY, Reading.NISBA)

    def _ends_name(self, words: Sequence[Token], at: int, word: str, parts: int) -> bool:
        """Say whether a word begins something else: a title, a role, another name after و."""
        reading = self._evidence.reading(word)
        if self._evidence.starts_anew(word):
            return True
        is_role = self._evidence.is_role(word)
        if not parts:
            is_name = reading.is_strong or reading is Reading.WEAK_GIVEN
            return self._evidence.is_honorific(word) or (is_role and (not is_name or word.startswith("ال")))
        if self._evidence.is_honorific(word):
            return True
        return (
            is_role and not reading.is_strong and not (reading is Reading.WEAK_GIVEN and self._leads_to_name(words, at))
        )

    def _is_connected(self, words: Sequence[Token], at: int, word: str, *, is_first: bool) -> bool:
        """Say whether a word such as بن or أبو stands here and joins the next one to the name."""
        is_connector = word in (_FIRST_CONNECTORS if is_first else _CONNECTORS)
        if not is_connector or at + 1 >= len(words) or not words[at + 1].is_joined:
            return False
        following = words[at + 1].folded
        reading = self._evidence.reading(following)
        if is_first and word in _BEFORE_KNOWN_NAMES:
            return reading.is_strong
        is_named = reading is not Reading.NONE or following.startswith("ال") or word in _BEFORE_ANY_WORD
        return is_named and not self._evidence.is_particle(following)

    def _leads_to_name(self, words: Sequence[Token], at: int) -> bool:
        """Say whether a weak name is followed by one that is none: صلاح الدين, سعيد الغامدي."""
        if at + 1 >= len(words) or not words[at + 1].is_joined:
            return False
        following = words[at + 1].folded
        reading = self._evidence.reading(following)
        return reading.is_strong or following in _BOUND_TO_GIVEN or following in _LEADING


def _is_verb_like(word: str) -> bool:
    return word.startswith(("يت", "يست", "سي", "ست")) or (word.startswith("ي") and not word.endswith(("ي", "ا")))
