"""From the names that were found in a text to the people, places and organisations that it is about."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from reader.entities.deciding import Decided, decide
from reader.entities.decisions import Decisions
from reader.entities.entity import Entity, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons
from reader.entities.resolving import Resolver


class Interpreter:
    """Reads an article as a whole. Unlike a tagger it needs no model: 8 MB of lists. Any thread may call it."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    @classmethod
    def load(cls) -> Self:
        """Return what ships with the program. Reading its lists takes some 60 ms."""
        return cls(Resolver(Gazetteer.load(), Lexicons.load()))

    def entities(self, text: str, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
        """Return who and what a canonical text is about."""
        return self._resolver.resolve(text, mentions)

    def decided(self, text: str, entities: Sequence[Entity], decisions: Decisions) -> Decided:
        """Return the entities of a canonical text as the reader wants them.

        What became a place by that is located, and whoever was set apart has what the text says of them.
        """
        decided = decide(text, entities, decisions)
        if not decisions:
            return decided
        located = self._resolver.located(text, decided.entities)
        return replace(decided, entities=self._resolver.described(text, located, entities))
