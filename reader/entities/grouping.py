"""Which mentions of an article mean the same: parts of a name and the whole, its spellings, names in parentheses."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from reader.entities.entity import Mention
from reader.entities.lexicons import word_set
from reader.entities.names import PersonName
from reader.text.folding import fold, fold_word

_SHORTEST_PART = 2
"""Words that a part of an organisation's name must have to mean the whole: حزب الله for حزب الله اللبناني."""

_KINDS = word_set(
    "قوات حركة حزب تنظيم جماعة ميليشيا مليشيا كتائب تيار جبهة تحالف كتلة حلف نادي فريق صحيفة جريدة مجلة قناة شبكة موقع "
    "منصة وكالة شركة مجموعة منظمة جمعية وزارة"
)
"""Words before the name of an organisation that only say what it is: whoever writes حركة النهضة goes on with النهضة.

Not those that make another one of it: مجلس الاتحاد الأوروبي, مفوضية الأمم المتحدة.
"""

_SHORTEST_SINGLE = 4
_ARTICLE, _AND, _FOR, _FOR_THE = "ال", "و", "ل", "لل"
_CALLED = re.compile(r" ?,? ?(?:و?ال)?(?:معروف|ملقب|مكني|مكناه|شهير)ه? ?ب(?:اسم |لقب )?ـ? ?[«\"“(]? ?")
"""What stands between a name and what somebody is called: مصطفى شهيد المعروف بـ«الشريف»."""

_HEADS = word_set(
    "جامعة وزارة مجلس لجنة هيئة بنك مصرف معهد مركز اتحاد محكمة شرطة مؤسسة دائرة قسم كلية مكتب مستشفى دار بيت جيش"
)
"""Words that begin the names of many organisations and mean none of them alone."""

_LONGEST_CALLED = 25

_MOST_MEANT = 50
"""So many people who share a last name are told apart in one article; a list of thousands must not take for ever."""


def people(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions of people. A part of a name means whoever has the fuller name and was named last before it.

    A single name in parentheses behind a fuller one is what somebody is called: محمود عباس (أبو مازن). Two full names
    are two people, as in a film's cast.
    """
    name_of = _with_one_spelling(mentions)
    people = _People()
    # The fullest first, so that every part finds whom it can mean.
    distinct = sorted(dict.fromkeys(name_of.values()), key=lambda name: -len(name.parts))
    means = {name: people.meant_by(name) or people.add(name) for name in distinct}
    groups = _assigned(mentions, [means[name_of[mention.text]] for mention in mentions], people.count)
    called = [
        (one, other)
        for one, other in _named_otherwise(text, mentions)
        if len(name_of[one.text].parts) > 1 and len(name_of[other.text].parts) == 1
    ]
    return _joined(groups, called)


def organisations(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions of organisations: the same words, a part of a longer name, or in parentheses behind.

    A part is the beginning, what stands behind the word that says what the organisation is, or behind a ل: حماية البيئة
    for الجمعية الوطنية لحماية البيئة.
    """
    folded = _with_one_article([fold_word(mention.text) for mention in mentions])
    distinct = list(dict.fromkeys(folded))
    longer = _longer_names(distinct)
    whole = [name for name in distinct if name not in longer]
    means = {name: [number] for number, name in enumerate(whole)}
    for name in sorted(longer, key=len, reverse=True):
        means[name] = sorted({number for other in longer[name] for number in means[other]})
    return _joined(_assigned(mentions, [means[name] for name in folded], len(whole)), _named_otherwise(text, mentions))


def same(mentions: Iterable[Mention], key: Callable[[Mention], Hashable]) -> list[list[Mention]]:
    """Group mentions that have the same key."""
    groups: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[key(mention)].append(mention)
    return list(groups.values())


def _with_one_article(names: Sequence[str]) -> list[str]:
    """Return folded names, single ones with the article if they have it anywhere: فيفا is الفيفا."""
    known = set(names)
    return [with_it if " " not in name and (with_it := _ARTICLE + name) in known else name for name in names]


def _longer_names(names: Sequence[str]) -> dict[str, list[str]]:
    """Return, of the folded names that are a part of longer ones, which those are."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for part in dict.fromkeys(_parts_of_body(name.split())):
            longer[part].append(name)
    return {name: longer[name] for name in names if name in longer}


def _parts_of_body(words: Sequence[str]) -> Iterator[str]:
    """Yield what can mean the organisation of that name. A noun alone cannot: الهلال is not الهلال الأحمر."""
    for length in range(_SHORTEST_PART, len(words)):
        yield " ".join(words[:length])
    if len(words) == 1:
        return
    if words[0] in _KINDS:
        yield from (words[1], " ".join(words[1:]))
    elif _is_name_alone(words[0]) and not words[1].startswith(_AND):
        yield words[0]
    for number in range(1, len(words) - 1):
        if words[number].startswith(_FOR) and not words[number].startswith(_FOR_THE):
            yield " ".join((words[number][1:], *words[number + 1 :]))


def _is_name_alone(word: str) -> bool:
    return len(word) >= _SHORTEST_SINGLE and not word.startswith(_ARTICLE) and word not in _HEADS


class _People:
    """The people of an article by their full names, found by their first and last ones."""

    def __init__(self) -> None:
        self._names: list[PersonName] = []
        self._by_first: defaultdict[str, list[int]] = defaultdict(list)
        self._by_last: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self._names)

    def add(self, name: PersonName) -> list[int]:
        """Add a person; return whom the name means from now on."""
        number = len(self._names)
        self._names.append(name)
        self._by_first[name.outlines[0]].append(number)
        self._by_last[name.outlines[-1]].append(number)
        if name.surname != name.parts[-1]:
            self._by_last[name.outlines[-2]].append(number)
        if name.is_compound:
            self._by_first[name.outlines[1]].append(number)
        return [number]

    def meant_by(self, name: PersonName) -> list[int]:
        """Return the people with a fuller name of which this is a part.

        A first name alone means someone only where nobody has it as a last name and one person has it as a first name.
        """
        if len(name.parts) > 1:
            return self._fuller(name, self._by_first[name.outlines[0]])
        by_last_name = self._fuller(name, self._by_last[name.outlines[0]])
        if by_last_name:
            return by_last_name
        by_first_name = self._fuller(name, self._by_first[name.outlines[0]])
        return by_first_name if len(by_first_name) == 1 else []

    def _fuller(self, name: PersonName, numbers: Sequence[int]) -> list[int]:
        return [number for number in islice(numbers, _MOST_MEANT) if name.is_part_of(self._names[number])]


def _with_one_spelling(mentions: Sequence[Mention]) -> dict[str, PersonName]:
    """Return each name as written with the spelling of it that comes first."""
    known: defaultdict[tuple[str, ...], list[PersonName]] = defaultdict(list)
    name_of = {}
    for text in dict.fromkeys(mention.text for mention in mentions):
        name = PersonName(text)
        alike = known[name.outlines]
        first = next((other for other in islice(alike, _MOST_MEANT) if other.is_same_as(name)), None)
        if first is None:
            alike.append(name)
        name_of[text] = first or name
    return name_of


def _assigned(mentions: Sequence[Mention], choices: Sequence[Sequence[int]], count: int) -> list[list[Mention]]:
    """Give each mention to one of `count` that it can mean: to the one meant last before it, else to the next one."""
    sure: defaultdict[int, list[int]] = defaultdict(list)
    for number, choice in enumerate(choices):
        if len(choice) == 1:
            sure[choice[0]].append(number)
    groups: list[list[Mention]] = [[] for _ in range(count)]
    for number, (mention, choice) in enumerate(zip(mentions, choices, strict=True)):
        nearest = choice[0] if len(choice) == 1 else max(choice, key=lambda each: _nearness(sure[each], number))
        groups[nearest].append(mention)
    return [group for group in groups if group]


def _nearness(places: Sequence[int], number: int) -> tuple[int, int]:
    """Return a measure that is larger for what stands nearer before a mention, and for what stands before at all."""
    before = bisect_right(places, number)
    if before:
        return (1, places[before - 1])
    return (0, -places[0] if places else 0)


def _named_otherwise(text: str, mentions: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return pairs of mentions, the second only naming the first otherwise: حلف شمال الأطلسي (الناتو)."""
    return [
        (one, other)
        for one, other in pairwise(mentions)
        if (text[one.span.end : other.span.start] == " (" and text[other.span.end : other.span.end + 1] == ")")
        or _is_called(text, one, other)
    ]


def _is_called(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.span.end : other.span.start]
    return 0 < len(between) <= _LONGEST_CALLED and _CALLED.fullmatch(fold(between)) is not None


def _joined(groups: list[list[Mention]], pairs: Iterable[tuple[Mention, Mention]]) -> list[list[Mention]]:
    group_of = {mention.span: number for number, group in enumerate(groups) for mention in group}
    for one, other in pairs:
        first, second = group_of[one.span], group_of[other.span]
        if first != second:
            groups[first] = sorted([*groups[first], *groups[second]], key=lambda mention: mention.span.start)
            group_of.update((mention.span, first) for mention in groups[second])
            groups[second] = []
    return [group for group in groups if group]
