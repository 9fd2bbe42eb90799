"""Which names are none, by what stands around them and elsewhere in the text."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from reader.entities.entity import Kind, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, word_set
from reader.text.folding import fold, fold_word
from reader.text.words import strip_clitics

_ARTICLE = "ال"
_PARTICLES = frozenset("وفبلك")
_OF_NATIONS = "ي"
_MANY_OF_NATIONS = ("يين", "يون")
_SHORTEST_ADJECTIVE = 5
_SHORTEST_BODY = 3
_BETWEEN_LETTERS = " . "
"""Letters of a body that no list has: two are what is left of a code, as in د. ب. أ, but not where each is alone."""

_ALONE = word_set(
    "النادي الوزارة الحكومة الشركة الجامعة المجلس الهيئة الجمعية المنظمة اللجنة المؤسسة المحكمة الصحيفة القناة الوكالة"
)
"""Words that speak of a body which was named before, and name none."""

_OF_SOME_COUNTRY = word_set("الشركة النادي المجموعة الصحيفة الموقع القناة المجلة الفريق المتجر المصنع")
"""The same, also with the adjective of a country: الشركة الكندية."""

_OF_NO_COUNTRY = word_set(
    "العربي العربية الإسلامي الإسلامية الأهلي الأهلية الوطني الوطنية الدولي الدولية المركزي البريطاني"
)
_NO_BEGINNINGS = word_set("مجال مجالات")
_THAT = word_set("أن")
_PHRASES = ((word_set("رحمة"), word_set("الله"), word_set("وبركاته عليه عليها تعالى")),)
_GREETING = re.compile("عليكم و? ?$")
_SAID_OF_MANY = word_set("لفيف جانب حشد")
_BRACKET, _LONGEST_BRACKET = re.compile(r"(?<=[\u0621-\u064a]) ?\( ?$"), 4
_LONGEST_ACRONYM = 5
_BEFORE, _BEHIND = 20, 12


class Spurious:
    """Tells names that the network found where nothing is named."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._adjectives = lexicons.adjectives
        people = (lexicons.given, lexicons.family, lexicons.foreign)
        self._of_people = frozenset().union(*(names.certain | names.doubtful for names in people))
        self._doubtful = frozenset().union(*(names.doubtful for names in people))
        bodies = (lexicons.organisations, lexicons.clubs)
        self._of_bodies = frozenset().union(*(names.certain | names.doubtful for names in bodies))
        self._of_places = frozenset(word.split()[0] for word in lexicons.place_words | lexicons.place_heads)

    def without(self, text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Yield the mentions of a canonical text that name somebody or something."""
        article = _Article(text, mentions)
        for mention in mentions:
            name = fold_word(mention.text)
            is_none = self._is_none(article, mention, name) or (
                mention.text.isascii() and _is_spelling(article, mention)
            )
            if not is_none or name in article.surnames:
                yield mention

    def _is_none(self, article: "_Article", mention: Mention, name: str) -> bool:
        if _is_in_address(article.text, mention):
            return True
        if mention.kind is Kind.ORGANISATION:
            return self._is_no_body(article.text, mention, name)
        if mention.kind is Kind.PLACE:
            return " " not in name and self._is_no_place(article, mention, name)
        return self._is_nobody(article.text, mention, name)

    def _is_no_body(self, text: str, mention: Mention, name: str) -> bool:
        first, _, rest = name.partition(" ")
        if rest:
            is_described = first in _OF_SOME_COUNTRY and rest in self._adjectives and rest not in _OF_NO_COUNTRY
            return first in _NO_BEGINNINGS or is_described
        if name in self._of_bodies:
            return False
        is_adjective = name.startswith(_ARTICLE) and name.endswith(_OF_NATIONS) and name in self._adjectives
        before = text[max(0, mention.span.start - len(_BETWEEN_LETTERS)) : mention.span.start]
        is_bracketed = before.rstrip().endswith("(")
        is_letters = len(name) < _SHORTEST_BODY and before != _BETWEEN_LETTERS
        return is_letters or name in _ALONE or (is_adjective and not is_bracketed)

    def _is_no_place(self, article: "_Article", mention: Mention, name: str) -> bool:
        if name in _SAID_OF_MANY and _word_behind(article.text, mention) == "من":
            return True
        if not self._gazetteer.has(name):
            is_of_nation = (name.endswith(_OF_NATIONS) and name in self._adjectives) or name.endswith(_MANY_OF_NATIONS)
            return is_of_nation and not self._is_called_place(article.text, mention)
        return name.startswith(_ARTICLE) and self._is_noun_there(article, mention, name)

    def _is_noun_there(self, article: "_Article", mention: Mention, name: str) -> bool:
        """Say whether a name is a noun too and the text has that noun: بحيرة, البحيرة."""
        is_word = any(place.is_word for place in self._gazetteer.find(name))
        if not is_word or self._is_called_place(article.text, mention):
            return False
        noun = mention.text.removeprefix(_ARTICLE)
        return not self._gazetteer.has(name.removeprefix(_ARTICLE)) and article.has_word(noun)

    def _is_called_place(self, text: str, mention: Mention) -> bool:
        return not self._of_places.isdisjoint(strip_clitics(_word_before(text, mention)))

    def _is_nobody(self, text: str, mention: Mention, name: str) -> bool:
        words = name.split()
        if len(words) == 1:
            is_adjective = name.endswith(_OF_NATIONS) and len(name) >= _SHORTEST_ADJECTIVE and name in self._adjectives
            if is_adjective and not name.startswith(_ARTICLE):
                return self._of_people.isdisjoint(strip_clitics(name))
            is_first = mention.span.start == 0 or text[mention.span.start - 1] == "\n"
            return is_first and name in self._doubtful and _word_behind(text, mention) in _THAT
        for first, last, behind in _PHRASES:
            if words[0] in first and words[-1] in last:
                before = fold(text[max(0, mention.span.start - _BEFORE) : mention.span.start])
                return _word_behind(text, mention) in behind or _GREETING.search(before) is not None
        return False


class _Article:
    """What is asked of a text again and again, found out once."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self._mentions = mentions
        self._words: dict[str, bool] = {}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of people's names."""
        names = (fold_word(mention.text).split() for mention in self._mentions if mention.kind is Kind.PERSON)
        return frozenset(words[-1] for words in names if len(words) > 1)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where names end."""
        return frozenset(mention.span.end for mention in self._mentions)

    def has_word(self, word: str) -> bool:
        """Say whether the text has a word, maybe behind a particle."""
        if word not in self._words:
            self._words[word] = _has_word(self.text, word)
        return self._words[word]


def _is_in_address(text: str, mention: Mention) -> bool:
    """Say whether a name is a part of an e-mail address."""
    start, end = mention.span.start, mention.span.end
    return text[max(0, start - 1) : start] == "@" or text[end : end + 1] == "@"


def _has_word(text: str, word: str) -> bool:
    """Say whether a text has a word. To compile a pattern for it takes a hundred times as long."""
    at = text.find(word)
    while at >= 0:
        start = at - (text[at - 1 : at] in _PARTICLES)
        if not text[max(0, start - 1) : start].isalpha() and not text[at + len(word) : at + len(word) + 1].isalpha():
            return True
        at = text.find(word, at + 1)
    return False


def _is_spelling(article: _Article, mention: Mention) -> bool:
    """Say whether a name in Latin letters only spells the word before it, which is none: الأسبرين (Aspirin)."""
    if mention.text.isupper() or len(mention.text) <= _LONGEST_ACRONYM:
        return False
    text = article.text
    found = _BRACKET.search(text, max(0, mention.span.start - _LONGEST_BRACKET), mention.span.start)
    is_bracketed = text[mention.span.end : mention.span.end + 2].lstrip().startswith(")")
    return is_bracketed and found is not None and found.start() not in article.ends


def _word_before(text: str, mention: Mention) -> str:
    before = fold(text[max(0, mention.span.start - _BEFORE) : mention.span.start]).split()
    return before[-1] if before else ""


def _word_behind(text: str, mention: Mention) -> str:
    behind = fold(text[mention.span.end : mention.span.end + _BEHIND])
    return behind.split()[0] if behind.startswith(" ") and behind.strip() else ""
