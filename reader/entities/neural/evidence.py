"""What an article says elsewhere about where a name begins and ends: the same name without particles, or shorter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.entities.entity import Kind, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.names import PersonName
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold, fold_word
from reader.text.spans import Span
from reader.text.words import strip_clitics

_PARTICLES, _PREPOSITIONS, _AND = "وفبلك", frozenset("بلك"), "و"
_BEFORE_ANOTHER = _PREPOSITIONS | {_AND}
_BEFORE_NAMES = word_set("أم أبو أبي أبا ابن بن بنت عبد ذو ذي آل بني")
_SHORTEST = 3
_LONGEST_VERB = 12
_BEFORE_VERBS = frozenset("وف")
_OFTEN = 2
"""So many times a single name must stand alone for a longer one to be that name and a word behind it."""

_SHALL, _OF_VERBS = "س", frozenset("يت")
"""Letters that verbs begin with where they say what someone does: الرئيس سلام توحي."""

_SAYING = word_set("قال أضاف أوضح أكد صرح ذكر شدد تابع كشف اعتبر")
"""Verbs of a man who speaks. A body that no list has speaks in the feminine, or behind a word that says what it is."""

_THAT, _LONGEST_THAT = (["ان"], ["انه"], ["انها"], ["انهم"], ["ما"]), 6
_ON, _ON_AS_NAME = "على", "علي"
"""Some outlets write على as the name is written: in a text without the first the second is no part of a name."""


@dataclass(frozen=True, slots=True)
class _Known:
    """How often an article names whom, as whole names and as the last parts of people's names."""

    names: Counter[tuple[Kind, str]]
    last_names: Counter[str]
    has_own_on: bool
    speakers: frozenset[str]


class Evidence:
    """Mends where names begin and end by the other names of the article. Lists go before: بسام stays, beside سام."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        people = (lexicons.given, lexicons.family, lexicons.foreign)
        self._certain = frozenset().union(*(names.certain for names in people))
        self._doubtful = frozenset().union(*(names.doubtful for names in people))
        self._of_people = self._certain | self._doubtful
        self._functional = lexicons.function_words
        heads = lexicons.organisation_heads
        self._heads = frozenset(head for head in heads.certain | heads.doubtful if len(head) > _SHORTEST)
        self._bodies = (
            lexicons.organisations.certain
            | lexicons.organisations.doubtful
            | lexicons.clubs.certain
            | lexicons.clubs.doubtful
            | lexicons.organisation_heads.certain
        )
        self._is_common, self._is_stem = vocabulary.is_common, vocabulary.has
        self._is_place = gazetteer.has

    def weighed(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the mentions of a canonical text, those that another one speaks against mended."""
        known = _known(text, mentions, self._speakers(text, mentions))
        return [mended for each in mentions for mended in self._mended(text, each, known)]

    def _mended(self, text: str, mention: Mention, known: _Known) -> Iterator[Mention]:
        if fold_word(mention.text) in known.speakers:
            mention = replace(mention, kind=Kind.PERSON)
        if mention.kind is Kind.PERSON:
            mention = self._begun_later(text, self._shortened(text, mention, known), known)
            parted = self._parted(text, mention, known)
            if parted:
                yield from parted
                return
        yield self._without_particle(text, mention, known)

    def _without_particle(self, text: str, mention: Mention, known: _Known) -> Mention:
        """Return a name without the particle before it, where the article has the name without it: بكلود لوروا.

        What an organisation's name begins with, as وزارة does, needs no such witness. Where a list has the word too, as
        بروسيا, the name without the particle must be there more often.
        """
        first, _, rest = fold_word(mention.text).partition(" ")
        if first[:1] not in _PARTICLES or len(first) <= _SHORTEST:
            return mention
        bare = f"{first[1:]} {rest}".strip()
        as_often = known.names[mention.kind, fold_word(mention.text)]
        is_doubtful = bool(rest) or mention.kind is Kind.PLACE
        is_outdone = is_doubtful and known.names[mention.kind, bare] >= max(_OFTEN, as_often + 1)
        if self._is_listed(first, mention.kind) and not is_outdone:
            return mention
        is_last = mention.kind is Kind.PERSON and bare in known.last_names
        is_swallowed = first[0] == "ل" and text[: mention.span.start].endswith("ل")  # للجنة names اللجنة
        is_head = mention.kind is Kind.ORGANISATION and rest and first[1:] in self._heads and not is_swallowed
        if not is_last and not is_head and known.names[mention.kind, bare] < max(as_often, 1):
            return mention
        start = mention.span.start + 1
        while not fold_word(text[start]):  # marks and tatweel belong to the particle
            start += 1
        return _between(text, mention, start, mention.span.end)

    def _begun_later(self, text: str, mention: Mention, known: _Known) -> Mention:
        """Return a name without the ordinary word before it, where the article has the rest: كلام سليم الحوراني."""
        first, _, rest = fold_word(mention.text).partition(" ")
        is_whole = first in self._certain or first in _BEFORE_NAMES or known.names[Kind.PERSON, f"{first} {rest}"] > 1
        if not rest or is_whole:
            return mention
        if len(PersonName(rest).parts) > 1:
            needed = _OFTEN if first in self._doubtful else 1
            is_meant = (needed > 1 or self._is_stem(first)) and known.names[Kind.PERSON, rest] >= needed
        else:
            is_meant = self._is_stem(first) and first not in self._doubtful and known.last_names[rest] > _OFTEN
        if not is_meant:
            return mention
        return _between(text, mention, mention.span.end - len(mention.text.split(maxsplit=1)[1]), mention.span.end)

    def _shortened(self, text: str, mention: Mention, known: _Known) -> Mention:
        """Return a name without its last word, where the article has the shorter one and the word is none of a name."""
        words = fold_word(mention.text).split()
        if len(words) <= 1 or known.names[Kind.PERSON, " ".join(words)] > 1:
            return mention
        shorter, last = " ".join(words[:-1]), words[-1]
        times = known.names[Kind.PERSON, shorter]
        is_before_that = last == _ON_AS_NAME and _is_that(text, mention.span.end)
        is_on = is_before_that or (last == _ON_AS_NAME and not known.has_own_on)
        is_word = is_on or last in self._functional or self._is_verb_or_noun(last, times)
        is_known = (shorter in known.last_names and not is_on) or times >= (_OFTEN if " " not in shorter else 1)
        if not is_before_that and not (is_word and is_known):
            return self._without_words_behind(text, mention, words, known)
        length = len(mention.text.rsplit(maxsplit=1)[0])
        return _between(text, mention, mention.span.start, mention.span.start + length)

    def _without_words_behind(self, text: str, mention: Mention, words: Sequence[str], known: _Known) -> Mention:
        """Return a whole name that the article has elsewhere, without several ordinary words behind it."""
        for length in range(len(words) - 2, 1, -1):
            if not known.names[Kind.PERSON, " ".join(words[:length])]:
                continue
            behind = words[length:]
            if self._of_people.isdisjoint(behind) and any(map(self._is_common, behind)):
                end = len(" ".join(mention.text.split(" ")[:length]))
                return _between(text, mention, mention.span.start, mention.span.start + end)
        return mention

    def _is_verb_or_noun(self, word: str, times: int) -> bool:
        """Say whether an unlisted word reads as a verb, or as a noun behind a particle: توحي, بسلاح.

        `times` says how often the name stands without it.
        """
        if word in self._of_people:
            return False
        is_verb = word.removeprefix(_SHALL)[:1] in _OF_VERBS and (times > _OFTEN or self._is_common(word))
        return is_verb or (word[0] in _PREPOSITIONS and self._is_stem(word[1:]))

    def _parted(self, text: str, mention: Mention, known: _Known) -> list[Mention]:
        """Return two people whose names stand together, the second behind a particle: تعلقت ليلى بسمير, فلان وفلان."""
        at = 0
        for word in mention.text.split(" "):
            folded = fold_word(word)
            if at and folded[:1] in _BEFORE_ANOTHER and len(folded) > _SHORTEST and folded not in self._of_people:
                later = fold_word(mention.text[at + 1 :])
                is_last = folded[0] == _AND and later in known.last_names
                if known.names[Kind.PERSON, later] or is_last:
                    start = mention.span.start
                    first = _between(text, mention, start, start + at - 1)
                    return [first, _between(text, mention, start + at + 1, mention.span.end)]
            at += len(word) + 1
        return []

    def _speakers(self, text: str, mentions: Iterable[Mention]) -> Iterator[str]:
        """Yield the single names, in no list of places or bodies, before which the article has a man speak."""
        for mention in mentions:
            name = fold_word(mention.text)
            if mention.kind is Kind.PERSON or not name or " " in name or not self._may_be_someone(name):
                continue
            before = fold(text[max(0, mention.span.start - _LONGEST_VERB) : mention.span.start])
            word = before.split()[-1] if before.endswith(" ") and before.strip() else ""
            if word in _SAYING or (word[:1] in _BEFORE_VERBS and word[1:] in _SAYING):
                yield name

    def _may_be_someone(self, name: str) -> bool:
        forms = strip_clitics(name)
        return self._bodies.isdisjoint(forms) and not self._is_common(name) and not any(map(self._is_place, forms))

    def _is_listed(self, word: str, kind: Kind) -> bool:
        if kind is Kind.PERSON:
            return word in self._of_people
        return self._is_place(word) if kind is Kind.PLACE else word in self._bodies


def _is_that(text: str, at: int) -> bool:
    """Say whether أن stands next, so that علي before it is على."""
    return fold(text[at : at + _LONGEST_THAT]).split()[:1] in _THAT


def _known(text: str, mentions: Iterable[Mention], speakers: Iterable[str]) -> _Known:
    names: Counter[tuple[Kind, str]] = Counter()
    last_names: Counter[str] = Counter()
    for mention in mentions:
        names[mention.kind, fold_word(mention.text)] += 1
        parts = PersonName(mention.text).parts if mention.kind is Kind.PERSON else ()
        if len(parts) > 1:
            last_names[parts[-1]] += 1
    return _Known(names, last_names, has_own_on=_ON in text, speakers=frozenset(speakers))


def _between(text: str, mention: Mention, start: int, end: int) -> Mention:
    span = Span(start, end)
    return replace(mention, span=span, text=span.of(text))
