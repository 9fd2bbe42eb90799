"""What the reader decided about people and places: values that lie over whatever was extracted, and outlast it.

A decision is about a key: a kind and a folded full name. Most hold in all articles, also those read later; some in one
article only, and there they go before the others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from reader.entities.entity import Entity, Kind
from reader.text.folding import fold

_NAMESAKE = "@"
"""Stands in a key between the folded name and what tells one bearer of it from another. No folded name holds it last
with eight digits behind, for it is no letter of a name."""

_KINDS = frozenset(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one key.

    `name` is how it is shown and `latin` its Latin spelling. `into` is the key that it means, so that a new name, a
    merger and another kind are all one thing. `apart` are folded names that were taken for this and are not; `forms`
    are names to be found wherever they are written.
    """

    key: str
    name: str = ""
    into: str = ""
    latin: str = ""
    is_hidden: bool = False
    apart: frozenset[str] = frozenset()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that are in force for one article, by key: those for it alone, and those for all."""

    here: Mapping[str, Decision] = field(default_factory=dict)
    everywhere: Mapping[str, Decision] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.here or self.everywhere)

    def about(self, key: str) -> Iterator[Decision]:
        """Yield what was decided about a key, first for this article."""
        for decisions in (self.here, self.everywhere):
            if key in decisions:
                yield decisions[key]

    def path(self, key: str) -> tuple[str, ...]:
        """Return a key and all that it leads to; the last one is what it means.

        Two devices may have led each of two keys to the other: then both mean the one that sorts first.
        """
        seen = [key]
        while (following := self._next(seen[-1])) and following not in seen:
            seen.append(following)
        if following:
            seen.append(min(seen[seen.index(following) :]))
        return tuple(seen)

    def root(self, key: str) -> str:
        """Return the key that a key means."""
        return self.path(key)[-1]

    def leading_to(self, roots: Collection[str]) -> dict[str, list[Decision]]:
        """Return, for each of some keys, all that was decided about it and what means it; first about itself."""
        found: defaultdict[str, list[Decision]] = defaultdict(list)
        for key in {**self.everywhere, **self.here}:
            root = self.root(key) if self._next(key) else key
            if root in roots:
                found[root] += self.about(key)
        return {root: sorted(decided, key=lambda each: (each.key != root, each.key)) for root, decided in found.items()}

    def _next(self, key: str) -> str:
        for decisions in (self.here, self.everywhere):
            decision = decisions.get(key)
            if decision is not None and decision.into and kind_of(decision.into):
                return decision.into
        return ""


def key_of(kind: Kind, name: str) -> str:
    """Return the key of whoever or whatever has a full name."""
    return f"{kind}:{fold(name)}"


def kind_of(key: str) -> Kind | None:
    """Return the kind in a key; None for something that is no key, or of a kind of a later version."""
    kind, separator, name = key.partition(":")
    return Kind(kind) if separator and name and kind in _KINDS else None


def folded_name(key: str) -> str:
    """Return the folded name in a key, without what tells namesakes apart."""
    return key.partition(":")[2].partition(_NAMESAKE)[0]


def namesake_of(key: str, article: str) -> str:
    """Return the key for whoever has this name in one article and is not the one of the other articles."""
    return f"{key.partition(_NAMESAKE)[0]}{_NAMESAKE}{article[:8]}"


def with_kind(key: str, kind: Kind) -> str:
    """Return the key of the same name and another kind."""
    return f"{kind}:{key.partition(':')[2]}"


def forms_of(entity: Entity) -> tuple[str, ...]:
    """Return the names of an entity that differ, as written; the full one first."""
    return tuple({fold(name): name for name in (entity.name, *entity.aliases)}.values())
