"""Which words of a text say what someone is, and which may stand inside such a role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.entities.entity import Kind, Mention
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.words import Form, Phrases, Token, tokens
from reader.text.spans import Span

INSIDE_GAPS = frozenset(("", " ", " (", ") ", ' "', '" ', ' " ', " «", "» ", "-"))
"""What parts the words of one role."""

OF_RANKS = word_set("أول الأول ركن الركن طيار الطيار متقاعد المتقاعد بحري البحري حقوقي")

_NO_ROLE = word_set("السيد السيده الانسه مستر مسز مسيو مدام سير السير المدعو صاحب صاحبه اب ام جد عم خال كتاب الكتاب")
"""كتاب is a book far more often than it is writers."""

_OF_MANY = word_set(
    "رؤساء وزراء نواب ملوك أمراء سلاطين أباطرة سفراء قناصل حكام ولاة أمناء وكلاء مدراء أعضاء زعماء قادة نقباء عمداء"
    " ضباط جنود قضاة مخاتير أئمة بطاركة مطارنة أساقفة كرادلة رهبان كهنة دعاة فقهاء علماء شركاء ملاك تجار خبراء أطباء"
    " أساتذة فلاسفة شعراء أدباء نقاد نشطاء طلاب عمال أسرى شهداء ضحايا سجناء رهائن أطفال أبطال خلفاء"
    " مستشاري مرشحي مندوبي مبعوثي ممثلي مسؤولي محافظي مديري مؤسسي لاعبي لاعبو مدربو مراسلو مرشحو ممثلو مندوبو مسؤولو"
)
_ENDINGS_OF_MANY = ("ون", "ين")
_ONE = word_set("معاون مدون سجين أمين")
"""Roles of one man that end as those of many do."""

_RELATIVE = word_set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي")
_NEW_BEGINNING = word_set("بينهم بينها بينهن منهم منها منهن البالغ البالغة المولود المولودة")
"""Words with which something else is said: الكتاب ومن بينهم الشاعر فلان, الطالب البالغ 22 عاما."""

_LINKS = word_set("في لدى عن باسم من على إلى لشؤون بشؤون و السابق سابق عام اول صاحب صاحبة")
_DEFINITE = ("ال", "لل", "وال", "بال")
_PARTICLES = ("و", "ب", "ل")

_TEAM, _THE_TEAM = "فريق", "الفريق"
"""A general: without the article only with the rest of his rank, and hardly ever where a text speaks of matches."""

_OF_MATCHES = re.compile("مبارا[ةه]|الدوري|لاعب|ملعب")
_IN_FRONT = "أمام"
"""Folded it is an imam's title too."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words of a text, which mention each belongs to, and with which word a mention begins."""

    text: str
    words: Sequence[Token]
    mention_of: dict[int, Mention]
    first_word_of: dict[Span, int]

    def is_someone(self, at: int) -> bool:
        """Say whether a word belongs to a person's name."""
        mention = self.mention_of.get(at)
        return mention is not None and mention.kind is Kind.PERSON

    def is_definite(self, at: int) -> bool:
        """Say whether a role may end with a word: مدير مكتب may not, it goes on."""
        return at in self.mention_of or self.words[at].folded.startswith(_DEFINITE)


def look_around(text: str, mentions: Sequence[Mention]) -> Around:
    """Return the words of a text with the mentions that they belong to."""
    words = tokens(text)
    mention_of: dict[int, Mention] = {}
    first_word_of: dict[Span, int] = {}
    at = 0
    for mention in sorted(mentions, key=lambda each: each.span.start):
        while at < len(words) and words[at].end <= mention.span.start:
            at += 1
        if at < len(words):  # where a name is but signs, none may follow
            first_word_of[mention.span] = at
        inside = at
        while inside < len(words) and words[inside].start < mention.span.end:
            mention_of[inside] = mention
            inside += 1
    return Around(text, words, mention_of, first_word_of)


@lru_cache(maxsize=2)
def _speaks_of_matches(text: str) -> bool:
    return _OF_MATCHES.search(text) is not None


class RoleWords:
    """Tells the words with which a role begins from those that go on with it."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lists = lexicons
        self._phrases = Phrases(lexicons.roles.phrases)

    def begins(self, around: Around, at: int, *, uncut: bool = False) -> bool:
        """Say whether a role begins with a word, without particles if it is to be `uncut`."""
        return self.first_form(around, at, uncut=uncut) is not None

    def first_form(self, around: Around, at: int, *, uncut: bool = False) -> Form | None:
        """Return the reading of a word with which a role begins, if there is one."""
        word = around.words[at]
        if word.raw.startswith(_IN_FRONT):
            return None
        forms = word.forms[:1] if uncut else word.forms
        return next((form for form in forms if self.begins_as(around, at, form.word)), None)

    def joins_people(self, word: Token) -> bool:
        """Say whether و joins what others are: وأعضاء المكتب, ووزير."""
        rest = word.folded[1:]
        return word.folded.startswith("و") and rest.removeprefix("ال") in self._lists.roles

    def begins_as(self, around: Around, at: int, word: str) -> bool:
        """Say whether a role begins with a word that is read in a certain form."""
        words = around.words
        if word in (_TEAM, _THE_TEAM) and (at + 1 == len(words) or words[at + 1].folded not in OF_RANKS):
            return word == _THE_TEAM and around.is_someone(at + 1) and not _speaks_of_matches(around.text)
        return self._is_role(word) or self._phrases.end_at(words, at, word) > 0

    def is_inside(self, around: Around, at: int) -> bool:
        """Say whether a word can stand inside a role: a definite noun, an adjective, a place, an organisation."""
        mention = around.mention_of.get(at)
        if mention is not None:
            return mention.kind is not Kind.PERSON
        word = around.words[at].folded
        lists = self._lists
        if word in _RELATIVE or word in _NEW_BEGINNING:
            return False
        if word.startswith(_DEFINITE) or word in _LINKS or word in lists.adjectives or self._is_role(word):
            return True
        return self.names_where(around.words[at]) or self._leads_to_noun(around, at)

    def names_where(self, word: Token) -> bool:
        """Say whether a word begins the name of a body, or says what a place is: بجامعة, لمدينة."""
        lists = self._lists
        return any(form.word in lists.organisation_heads or form.word in lists.place_words for form in word.forms)

    def _is_role(self, word: str) -> bool:
        bare = word.removeprefix("ال")
        roles = self._lists.roles
        if word in _NO_ROLE or bare in _OF_MANY or (bare.endswith(_ENDINGS_OF_MANY) and bare not in _ONE):
            return False
        return word in roles.certain or bare in roles.certain or bare in roles.doubtful

    def _leads_to_noun(self, around: Around, at: int) -> bool:
        """Say whether an indefinite noun goes on to a definite one: خارجية فرنسا, شؤون الشرق الأوسط, طب جراحة العيون.

        Behind a definite one it would need a particle: رئيس الحكومة أعلن الاستقالة is a sentence.
        """
        words = around.words
        if at + 1 >= len(words) or self._is_other_word(words[at]):
            return False
        is_behind_whole = at > 0 and words[at].gap in INSIDE_GAPS and around.is_definite(at - 1)
        if is_behind_whole:
            return words[at].folded.startswith(_PARTICLES) and self._is_followed_by_noun(around, at)
        return self._is_followed_by_noun(around, at) or (
            at + 2 < len(words)
            and words[at + 1].gap == " "
            and at + 1 not in around.mention_of
            and not self._is_other_word(words[at + 1])
            and self._is_followed_by_noun(around, at + 1)
        )

    def _is_other_word(self, word: Token) -> bool:
        """Say whether a word is no noun: بأن, قال."""
        lists = self._lists
        return any(form.word in lists.function_words or form.word in lists.speech_verbs for form in word.forms)

    def _is_followed_by_noun(self, around: Around, at: int) -> bool:
        following = around.mention_of.get(at + 1)
        next_word = around.words[at + 1]
        is_definite = next_word.folded.startswith("ال") or (following is not None and following.kind is not Kind.PERSON)
        return is_definite and next_word.gap in INSIDE_GAPS
