"""Reading the article as a whole: a name seen once in full is recognised wherever a part of it recurs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.entities.entity import Kind, Mention
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.vocabulary import PARTICLES, Vocabulary
from reader.entities.words import Form, Token, tokens
from reader.text.spans import Span

_SHORTEST = 3
_SHORTEST_SINGLE = 4
_ARTICLE, _LONG = "ال", 5
"""Of so many letters a surname is no word that only looks like one with what may stand before and after a stem."""
_NO_SURNAME = word_set("الله الدين محمد احمد علي حسن حسين عبد الرحمن الملك الامير الاسلام")
_JOINED_TO_SURNAME = word_set("بن ابو ابي ابا ال عبد دي فون فان بو اوغلو ماك سان")


@dataclass(frozen=True, slots=True)
class _Found:
    """A name from word `start` up to but without `end`; its first word is read as `form`."""

    start: int
    end: int
    form: Form
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Names:
    """Names to look for and their kinds, the words that they begin with, and how many words the longest has."""

    kinds: Mapping[str, Kind]
    firsts: frozenset[str]
    longest: int


class Recurrence:
    """Finds further mentions of what an article names: the same words, and people's surnames."""

    def __init__(self, lexicons: Lexicons, vocabulary: Vocabulary) -> None:
        self._of_people = (lexicons.given, lexicons.foreign, lexicons.family)
        self._bodies = lexicons.organisations.certain | lexicons.clubs.certain | lexicons.clubs.doubtful
        self._adjectives = lexicons.adjectives
        self._is_common, self._is_stem = vocabulary.is_common, vocabulary.has
        self._functional = frozenset(particle + word for word in lexicons.function_words for particle in PARTICLES)

    def further(self, text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Yield mentions where a canonical text has none yet, in its order."""
        words = tokens(text)
        starts = [word.start for word in words]
        chosen = [found for mention in mentions if (found := _found(words, starts, mention))]
        taken = {at for found in chosen for at in range(found.start, found.end)}
        names = self._names(words, chosen)
        at = 0
        while at < len(words):
            found = None if at in taken else _longest_at(words, at, names, taken)
            if found:
                span = Span(words[at].start_of(found.form), words[found.end - 1].end)
                yield Mention(span, found.kind, span.of(text))
            at = found.end if found else at + 1

    def _names(self, words: Sequence[Token], chosen: Sequence[_Found]) -> _Names:
        names: dict[str, Kind] = {}
        for found in chosen:
            parts = [found.form.word, *(word.folded for word in words[found.start + 1 : found.end])]
            if len(parts) > 1 or (len(parts[0]) >= _SHORTEST_SINGLE and not self._is_any_word(found, parts[0])):
                names.setdefault(" ".join(parts), found.kind)
            if found.kind is Kind.PERSON and len(parts) > 1:
                surname = _surname(parts)
                if surname and not self._is_ordinary(surname):
                    names.setdefault(surname, Kind.PERSON)
        longest = max((name.count(" ") + 1 for name in names), default=0)
        return _Names(names, frozenset(name.partition(" ")[0] for name in names), longest)

    def _is_any_word(self, found: _Found, word: str) -> bool:
        """Say whether an organisation's name is an ordinary word, which elsewhere in the text may be only that."""
        return found.kind is Kind.ORGANISATION and word not in self._bodies and self._is_common(word)

    def _is_ordinary(self, surname: str) -> bool:
        """Say whether a surname is also a word, so that it names nobody where it stands alone."""
        if " " in surname:
            return False
        if surname not in self._functional:
            for names in self._of_people:
                if surname in names:
                    return surname not in names.certain or surname in self._adjectives
        is_word = self._is_stem if len(surname) >= _LONG and not surname.startswith(_ARTICLE) else self._is_common
        return surname in self._adjectives or is_word(surname)


def _found(words: Sequence[Token], starts: Sequence[int], mention: Mention) -> _Found | None:
    """Return a mention as words of the text; None where it begins or ends inside one."""
    first = bisect_right(starts, mention.span.start) - 1
    last = bisect_right(starts, mention.span.end - 1) - 1
    if first < 0:
        return None
    form = next((form for form in words[first].forms if words[first].start_of(form) == mention.span.start), None)
    return _Found(first, last + 1, form, mention.kind) if form else None


def _surname(parts: Sequence[str]) -> str:
    if parts[-1] in _NO_SURNAME and parts[-2] not in _JOINED_TO_SURNAME:
        return ""
    if parts[-2] in _JOINED_TO_SURNAME or (parts[-1] == "اوغلو"):
        return " ".join(parts[-2:])
    return parts[-1] if len(parts[-1]) >= _SHORTEST else ""


def _longest_at(words: Sequence[Token], at: int, names: _Names, taken: set[int]) -> _Found | None:
    for form in words[at].forms:
        if form.word not in names.firsts:
            continue
        parts = [form.word]
        best = None
        for end in range(at + 1, min(at + names.longest, len(words)) + 1):
            kind = names.kinds.get(" ".join(parts))
            if kind:
                best = _Found(at, end, form, kind)
            if end == len(words) or not words[end].is_joined or end in taken:
                break
            parts.append(words[end].folded)
        if best:
            return best
    return None
