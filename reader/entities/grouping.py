"""Which mentions of an article mean the same: parts of a name and the whole, its spellings, names in parentheses."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from reader.entities.entity import Mention
from reader.entities.names import PersonName
from reader.text.folding import fold

_SHORTEST_PART = 2
"""Words that a part of an organisation's name must have to mean the whole: حزب الله for حزب الله اللبناني."""


_Head = TypeVar("_Head", PersonName, str)


def people(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions of people. A part of a name means whoever has the fuller name and was named last before it."""
    distinct: list[PersonName] = []
    name_of: dict[str, PersonName] = {}
    for text in dict.fromkeys(mention.text for mention in mentions):
        name = PersonName(text)
        known = next((other for other in distinct if other.is_same_as(name)), None)
        if known is None:
            distinct.append(name)
        name_of[text] = known or name
    means = {name.text: _meant_by(name, distinct) for name in distinct}
    heads = [name for name in distinct if means[name.text] == [name]]
    return _assigned(mentions, heads, lambda mention, head: head in means[name_of[mention.text].text])


def organisations(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions of organisations: the same words, the beginning of a longer name, or in parentheses behind."""
    folded = {mention.text: fold(mention.text) for mention in mentions}
    distinct = list(dict.fromkeys(folded.values()))
    heads = [name for name in distinct if not any(_begins(name, other) for other in distinct)]
    groups = _assigned(
        mentions, heads, lambda mention, head: folded[mention.text] == head or _begins(folded[mention.text], head)
    )
    return _joined(groups, _in_parentheses(text, mentions))


def same(mentions: Iterable[Mention], key: Callable[[Mention], Hashable]) -> list[list[Mention]]:
    """Group mentions that have the same key."""
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key(mention)].append(mention)
    return list(groups.values())


def _assigned(
    mentions: Sequence[Mention], heads: Sequence[_Head], means: Callable[[Mention, _Head], bool]
) -> list[list[Mention]]:
    """Give each mention to the head that it can mean; of several, to the one meant last before it, else next."""
    choices = [[at for at, head in enumerate(heads) if means(mention, head)] for mention in mentions]
    sure: defaultdict[int, list[int]] = defaultdict(list)
    for number, choice in enumerate(choices):
        if len(choice) == 1:
            sure[choice[0]].append(number)
    groups: list[list[Mention]] = [[] for _ in heads]
    for number, (mention, choice) in enumerate(zip(mentions, choices, strict=True)):
        groups[max(choice, key=lambda head: _nearness(sure[head], number))].append(mention)
    return [group for group in groups if group]


def _nearness(places: Sequence[int], number: int) -> tuple[int, int]:
    """Return a measure that is larger for what stands nearer before a mention, and for what stands before at all."""
    before = bisect_right(places, number)
    if before:
        return (1, places[before - 1])
    return (0, -places[0] if places else 0)


def _meant_by(name: PersonName, names: Sequence[PersonName]) -> list[PersonName]:
    """Return the fullest names of which this can be a part, or itself.

    A first name alone means someone only where nobody has it as a last name and one person has it as a first name.
    """
    fuller = [other for other in names if name.is_part_of(other)]
    fullest = [other for other in fuller if not any(other.is_part_of(longer) for longer in fuller)]
    by_last_name = [other for other in fullest if not name.is_first_name_of(other)]
    if by_last_name:
        return by_last_name
    return fullest if len(fullest) == 1 else [name]


def _begins(name: str, longer: str) -> bool:
    words = name.split()
    return len(words) >= _SHORTEST_PART and longer.startswith(f"{name} ")


def _in_parentheses(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return pairs of mentions, the second in parentheses behind the first: حلف شمال الأطلسي (الناتو)."""
    return [
        (one, other)
        for one, other in pairwise(mentions)
        if text[one.span.end : other.span.start] == " (" and text[other.span.end : other.span.end + 1] == ")"
    ]


def _joined(groups: list[list[Mention]], pairs: Iterable[tuple[Mention, Mention]]) -> list[list[Mention]]:
    for one, other in pairs:
        first = next(group for group in groups if one in group)
        second = next(group for group in groups if other in group)
        if first is not second:
            groups.remove(second)
            first[:] = sorted([*first, *second], key=lambda mention: mention.span.start)
    return groups
