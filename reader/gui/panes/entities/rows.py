"""What the pane shows, row by row: a head for each group, its people or places, and how to see the rest."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.entities.entity import Entity, Kind

SHOWN_AT_FIRST = 6
"""How many of a group are shown before the reader asks for all."""

ORDER = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
FOLDED_AT_FIRST = frozenset({Kind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group, which folds it."""

    kind: Kind
    count: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A person, place or organisation, and where it is mentioned: 0 is the article's beginning, 1 its end."""

    entity: Entity
    places: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class More:
    """How many of a group are not shown."""

    kind: Kind
    hidden: int


Row = Head | Named | More


def rows_of(entities: Sequence[Entity], length: int, unfolded: Collection[Kind], whole: Collection[Kind]) -> list[Row]:
    """Return the rows for an article of `length` code points; groups in `whole` are shown to their end."""
    rows: list[Row] = []
    for kind in ORDER:
        group = [entity for entity in entities if entity.kind is kind]
        if not group:
            continue
        is_folded = kind not in unfolded
        rows.append(Head(kind, len(group), is_folded))
        if is_folded:
            continue
        shown = group if kind in whole or len(group) <= SHOWN_AT_FIRST + 1 else group[:SHOWN_AT_FIRST]
        rows += [Named(entity, _places(entity, length)) for entity in shown]
        if len(shown) < len(group):
            rows.append(More(kind, len(group) - len(shown)))
    return rows


def _places(entity: Entity, length: int) -> tuple[float, ...]:
    return tuple(mention.span.start / max(1, length) for mention in entity.mentions)
