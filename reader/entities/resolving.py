"""Reading an article's mentions as people, places and organisations: one entity for each, named in full and placed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.entities import grouping
from reader.entities.entity import Entity, Kind, Mention
from reader.entities.gazetteer import Gazetteer, Place
from reader.entities.lexicons import Lexicons
from reader.entities.locating import Locator, candidates
from reader.entities.names import PersonName
from reader.entities.roles import Roles
from reader.text.folding import fold_word
from reader.text.spans import Span

_ORDER = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
_LATIN_BEHIND = re.compile(r"\s?[(«]\s?(?P<latin>[A-Z][A-Za-z\u00c0-\u024f.'’ -]{2,60}?)\s?[)»]")
_TWO_WORDS = 2
_TATWEEL = "ـ"
_QUOTES = (("«", "»"), ("“", "”"))
_NO_QUOTES = str.maketrans("", "", '"«»“”')


class Resolver:
    """Resolves the mentions of articles. Its methods may be called on any thread."""

    def __init__(self, gazetteer: Gazetteer, lexicons: Lexicons) -> None:
        self._gazetteer = gazetteer
        self._roles = Roles(lexicons)

    def resolve(self, text: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
        """Return the entities of a canonical text: people, places, organisations; of each the most mentioned first."""
        mentions = _without_spellings(text, mentions)
        named = [_with_article(text, mention) for mention in mentions]
        written = {one.span: each for each, one in zip(mentions, named, strict=True) if one is not each}
        of_kind = {kind: [each for each in named if each.kind is kind] for kind in _ORDER}
        entities = [
            *self._people(text, of_kind[Kind.PERSON], named),
            *self._places(text, of_kind[Kind.PLACE]),
            *self._organisations(text, of_kind[Kind.ORGANISATION]),
        ]
        return tuple(sorted((_as_written(each, written) for each in entities), key=_rank))

    def located(self, text: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return entities with coordinates for those places that have none and that the gazetteer knows."""
        places = [each for each in entities if each.kind is Kind.PLACE]
        found = Locator(text, [each.mentions for each in places], self._gazetteer).places()
        at = {each.key: place for each, place in zip(places, found, strict=True) if each.latitude is None}
        return tuple(_at(each, at.get(each.key)) for each in entities)

    def described(self, text: str, entities: Sequence[Entity], extracted: Sequence[Entity]) -> tuple[Entity, ...]:
        """Return entities with what the text says of people from whom a name was set apart, and of those who bear it.

        Others keep the role that they have: they are those of `extracted`.
        """
        before = {each.key: len(each.mentions) for each in extracted}
        split = {
            each.key: each.mentions
            for each in entities
            if each.kind is Kind.PERSON and len(each.mentions) < before.get(each.key, len(each.mentions) + 1)
        }
        if not split:
            return tuple(entities)
        known = [mention for each in entities for mention in each.mentions]
        roles = self._roles.find(text, known, of={mention.span for some in split.values() for mention in some})
        return tuple(
            replace(each, role=_role(each.mentions, roles)) if each.key in split else each for each in entities
        )

    def _people(self, text: str, people: Sequence[Mention], mentions: Sequence[Mention]) -> Iterable[Entity]:
        roles = self._roles.find(text, mentions)
        for group in grouping.people(text, people):
            name = max(group, key=lambda each: (len(PersonName(each.text).parts), -each.span.start)).text
            yield _entity(name, group, role=_role(group, roles), latin=_latin(text, group))

    def _places(self, text: str, places: Sequence[Mention]) -> Iterable[Entity]:
        groups = grouping.same(places, self._place_key)
        for group, place in zip(groups, Locator(text, groups, self._gazetteer).places(), strict=True):
            yield _at(_entity(_usual(group), group), place)

    def _place_key(self, mention: Mention) -> object:
        """Return what mentions of one place share: the gazetteer's places, however spelt, else the folded name."""
        found = candidates(mention.text, self._gazetteer)
        return tuple(sorted({place.identity for place in found})) or fold_word(mention.text)

    def _organisations(self, text: str, organisations: Sequence[Mention]) -> Iterable[Entity]:
        for group in grouping.organisations(text, organisations):
            yield _entity(max(group, key=lambda each: (len(each.text.split()), -each.span.start)).text, group)


def _without_spellings(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what only spells the person or place before it: لويد أوستن (Lloyd Austin) names nobody else.

    An organisation's abbreviation stays: it goes on to be used for the organisation.
    """
    spelt = {
        Span(*found.span("latin"))
        for mention in mentions
        if mention.kind is not Kind.ORGANISATION and (found := _LATIN_BEHIND.match(text, mention.span.end))
    }
    return (
        [mention for mention in mentions if not any(mention.span.overlaps(span) for span in spelt)]
        if spelt
        else [*mentions]
    )


def _with_article(text: str, mention: Mention) -> Mention:
    """Return a mention with the ال that a ل before it swallowed: ل[لأمم المتحدة] names الأمم المتحدة."""
    start = mention.span.start
    if start and text[start - 1] == "ل" and mention.text.startswith("ل"):
        return replace(mention, text=f"ا{mention.text}")
    return mention


def _as_written(entity: Entity, written: Mapping[Span, Mention]) -> Entity:
    """Return an entity with those of its mentions that are written otherwise than they are named."""
    if not any(mention.span in written for mention in entity.mentions):
        return entity
    return replace(entity, mentions=tuple(written.get(mention.span, mention) for mention in entity.mentions))


def _entity(name: str, group: Sequence[Mention], *, role: str = "", latin: str = "") -> Entity:
    kind = group[0].kind
    folded = fold_word(name)
    others = {other: _shown(each.text) for each in reversed(group) if (other := fold_word(each.text)) != folded}
    return Entity(
        key=f"{kind}:{folded}",
        kind=kind,
        name=_shown(name),
        mentions=tuple(group),
        aliases=tuple(reversed(others.values())),
        role=role,
        latin=latin,
    )


def _shown(name: str) -> str:
    """Return a name as it is shown: no tatweel, no half of a pair of quotation marks."""
    name = name.replace(_TATWEEL, "")
    is_whole = name.count('"') % 2 == 0 and all(name.count(one) == name.count(other) for one, other in _QUOTES)
    return name if is_whole else name.translate(_NO_QUOTES)


def _at(entity: Entity, place: Place | None) -> Entity:
    """Return an entity at a place of the gazetteer; a Latin spelling that it has stays."""
    if place is None:
        return entity
    return replace(
        entity,
        latin=entity.latin or place.latin,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        place_kind=place.kind,
    )


def _usual(group: Sequence[Mention]) -> str:
    """Return the form that the text uses most; the first of them, if several."""
    return Counter(mention.text for mention in group).most_common(1)[0][0]


def _role(group: Sequence[Mention], roles: dict[Span, str]) -> str:
    """Return what the text first says of someone in more than one word, else in one."""
    said = [roles[mention.span] for mention in group if mention.span in roles]
    return next((role for role in said if len(role.split()) >= _TWO_WORDS), said[0] if said else "")


def _latin(text: str, group: Sequence[Mention]) -> str:
    """Return the Latin spelling that the text gives in parentheses behind a name."""
    for mention in group:
        found = _LATIN_BEHIND.match(text, mention.span.end)
        if found:
            return found["latin"]
    return ""


def _rank(entity: Entity) -> tuple[int, int, int]:
    return (_ORDER.index(entity.kind), -len(entity.mentions), entity.mentions[0].span.start)
