"""The reader's decisions laid over what was extracted from an article. Pure, and quick enough for the window's thread.

Nothing here depends on how the mentions were found: what is extracted again is decided again, the same way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.entities.decisions import Decision, Decisions, key_of, kind_of
from reader.entities.entity import Entity, Kind, Mention
from reader.entities.forms import with_added
from reader.text.folding import fold

_ORDER = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Hidden:
    """An entity that the reader does not want to see, in this article or in all."""

    entity: Entity
    is_everywhere: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What is shown of an article's people and places, and what is not."""

    entities: tuple[Entity, ...] = ()
    hidden: tuple[Hidden, ...] = ()


def decide(text: str, entities: Sequence[Entity], decisions: Decisions) -> Decided:
    """Return the entities of a canonical text as the reader wants them, ordered as they were extracted.

    Names that were added are found, those set apart go their own ways, and all that mean the same become one.
    """
    if not decisions:
        return Decided(tuple(entities))
    groups: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in _taken_apart(text, with_added(text, entities, decisions), decisions):
        groups[decisions.root(entity.key)].append(entity)
    decided = decisions.leading_to(groups)
    joined = sorted((_joined(root, group, decided.get(root, ())) for root, group in groups.items()), key=_rank)
    shown, hidden = [], []
    for entity in joined:
        scope = _hidden(entity.key, decisions)
        if scope is None:
            shown.append(entity)
        else:
            hidden.append(Hidden(entity, scope))
    return Decided(tuple(shown), tuple(hidden))


def form_of(text: str, mention: Mention) -> str:
    """Return how a mention is named: with the ال that a ل before it swallowed."""
    start = mention.span.start
    is_swallowed = start and text[start - 1] == "ل" and mention.text.startswith("ل")
    return f"ا{mention.text}" if is_swallowed else mention.text


def _taken_apart(text: str, entities: Iterable[Entity], decisions: Decisions) -> Iterator[Entity]:
    for entity in entities:
        apart = {form for key in decisions.path(entity.key) for each in decisions.about(key) for form in each.apart}
        apart.discard(fold(entity.name))
        yield from _split(text, entity, apart) if apart else (entity,)


def _split(text: str, entity: Entity, apart: set[str]) -> Iterator[Entity]:
    """Yield an entity without the names that are not its own, and one for each of these."""
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        form = fold(form_of(text, mention))
        groups[form if form in apart else ""].append(mention)
    kept = groups.pop("", None)
    if kept:
        aliases = tuple(alias for alias in entity.aliases if fold(alias) not in apart)
        yield replace(entity, mentions=tuple(kept), aliases=aliases)
    for mentions in groups.values():
        name = form_of(text, mentions[0])
        yield Entity(key=key_of(entity.kind, name), kind=entity.kind, name=name, mentions=tuple(mentions))


def _joined(root: str, group: Sequence[Entity], decided: Sequence[Decision]) -> Entity:
    """Return what several entities are together. What the root itself says goes before the others, then the larger."""
    if len(group) == 1 and group[0].key == root and not decided:
        return group[0]
    members = sorted(group, key=lambda each: (each.key != root, -len(each.mentions), each.mentions[0].span))
    first = members[0]
    kind = kind_of(root) or first.kind
    name = _first(each.name for each in decided if each.key == root) or first.name
    place = next((each for each in members if each.latitude is not None), None) if kind is Kind.PLACE else None
    mentions = {each.span: replace(each, kind=kind) for member in members for each in member.mentions}
    return Entity(
        key=root,
        kind=kind,
        name=name,
        mentions=tuple(mentions[span] for span in sorted(mentions)),
        aliases=_aliases(name, members, decided),
        role=_first(each.role for each in members),
        latin=_first((*(each.latin for each in decided), *(each.latin for each in members))),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        country=place.country if place else "",
        place_kind=place.place_kind if place else None,
    )


def _aliases(name: str, members: Iterable[Entity], decided: Iterable[Decision]) -> tuple[str, ...]:
    """Return every other name: those in this article, and those that other articles have for the same."""
    written = [form for member in members for form in (member.name, *member.aliases)]
    names = [*written, *(each.name for each in decided if each.name)]
    distinct = {fold(each): each for each in reversed(names)}
    distinct.pop(fold(name), None)
    return tuple(reversed(distinct.values()))


def _hidden(key: str, decisions: Decisions) -> bool | None:
    """Return whether something is hidden in all articles or in this one only; None if it is shown."""
    if key in decisions.everywhere and decisions.everywhere[key].is_hidden:
        return True
    return False if key in decisions.here and decisions.here[key].is_hidden else None


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _rank(entity: Entity) -> tuple[int, int, int]:
    return (_ORDER.index(entity.kind), -len(entity.mentions), entity.mentions[0].span.start)
