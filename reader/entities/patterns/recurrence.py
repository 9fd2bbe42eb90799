"""Reading the article as a whole: a name seen once in full is recognised wherever a part of it recurs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.entities.entity import Kind
from reader.entities.lexicons import word_set
from reader.entities.patterns.evidence import Evidence
from reader.entities.patterns.found import Found
from reader.entities.patterns.tokens import Token

_SHORTEST = 3
_SHORTEST_SINGLE = 4
_NO_SURNAME = word_set("الله الدين محمد احمد علي حسن حسين عبد الرحمن الملك الامير الاسلام")
_JOINED_TO_SURNAME = word_set("بن ابو ابي ابا ال عبد دي فون فان بو اوغلو ماك سان")


@dataclass(frozen=True, slots=True)
class _Names:
    """Names to look for and their kinds, the words that they begin with, and how many words the longest has."""

    kinds: Mapping[str, Kind]
    firsts: frozenset[str]
    longest: int


def recurring(words: Sequence[Token], chosen: Sequence[Found], evidence: Evidence) -> Iterator[Found]:
    """Yield further mentions of what was chosen: the same words, and people's surnames, where nothing was found."""
    taken = {at for found in chosen for at in range(found.start, found.end)}
    names = _names(words, chosen, evidence)
    at = 0
    while at < len(words):
        found = None if at in taken else _longest_at(words, at, names, taken)
        if found:
            yield found
        at = found.end if found else at + 1


def _names(words: Sequence[Token], chosen: Sequence[Found], evidence: Evidence) -> _Names:
    names: dict[str, Kind] = {}
    for found in chosen:
        parts = [found.form.word, *(token.folded for token in words[found.start + 1 : found.end])]
        if len(parts) > 1 or (found.weight > 1 and len(parts[0]) >= _SHORTEST_SINGLE):
            names.setdefault(" ".join(parts), found.kind)
        if found.kind is Kind.PERSON and len(parts) > 1:
            surname = _surname(parts)
            if surname and not _is_ordinary(surname, evidence):
                names.setdefault(surname, Kind.PERSON)
    longest = max((name.count(" ") + 1 for name in names), default=0)
    return _Names(names, frozenset(name.partition(" ")[0] for name in names), longest)


def _surname(parts: Sequence[str]) -> str:
    if parts[-1] in _NO_SURNAME and parts[-2] not in _JOINED_TO_SURNAME:
        return ""
    if parts[-2] in _JOINED_TO_SURNAME or (parts[-1] == "اوغلو"):
        return " ".join(parts[-2:])
    return parts[-1] if len(parts[-1]) >= _SHORTEST else ""


def _is_ordinary(surname: str, evidence: Evidence) -> bool:
    if " " in surname:
        return False
    reading = evidence.reading(surname)
    return (
        reading.is_weak
        or surname in evidence.lexicons.adjectives
        or (not reading.is_strong and evidence.is_common(surname))
    )


def _longest_at(words: Sequence[Token], at: int, names: _Names, taken: set[int]) -> Found | None:
    for form in words[at].forms:
        if form.word not in names.firsts:
            continue
        parts = [form.word]
        best = None
        for end in range(at + 1, min(at + names.longest, len(words)) + 1):
            kind = names.kinds.get(" ".join(parts))
            if kind:
                best = Found(at, end, form, kind)
            if end == len(words) or not words[end].is_joined or end in taken:
                break
            parts.append(words[end].folded)
        if best:
            return best
    return None
