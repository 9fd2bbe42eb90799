"""Deciding about people and places: each wish a change of the library, and one step of undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.entities.entity import Entity, Kind
from reader.errors import ReaderError
from reader.library import Library


class Decide(QObject):
    """Turns wishes about the names of an article into decisions.

    `decided(what, name)` says what was done, as in the message keys of undo, and the name that it is about; `failed`
    carries what went wrong.
    """

    decided = Signal(str, str)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deciding = library.deciding

    def rename(self, article: str, entity: Entity, name: str) -> None:
        """Call someone or something by another name, in all articles."""
        if name != entity.name:
            self._do("renamed", name, lambda: self._deciding.rename(article, entity, name))

    def merge(self, article: str, entities: tuple[Entity, Entity], name: str, *, everywhere: bool) -> None:
        """Make the first of two the same as the second, under a name."""
        self._do("merged", name, lambda: self._deciding.merge(article, *entities, name, everywhere=everywhere))

    def tell_apart(self, article: str, entity: Entity, forms: Sequence[str], *, everywhere: bool) -> None:
        """Say that some of an entity's names mean another."""
        if forms:
            act = self._deciding.set_apart
            self._do("split", entity.name, lambda: act(article, entity, forms, everywhere=everywhere))

    def part(self, article: str, entity: Entity) -> None:
        """Say that an entity is not the one of the same name in other articles."""
        self._do("split", entity.name, lambda: self._deciding.part(article, entity))

    def change_kind(self, article: str, entity: Entity, kind: Kind) -> None:
        """Say what something is."""
        self._do("kind", entity.name, lambda: self._deciding.change_kind(article, entity, kind))

    def hide(self, article: str, entity: Entity, *, everywhere: bool) -> None:
        """Show something no longer."""
        what = "hidden_everywhere" if everywhere else "hidden_here"
        self._do(what, entity.name, lambda: self._deciding.hide(article, entity, everywhere=everywhere))

    def bring_back(self, article: str, entities: Sequence[Entity]) -> None:
        """Show again what was hidden."""
        name = entities[0].name if len(entities) == 1 else ""
        self._do("shown", name, lambda: self._deciding.bring_back(article, [each.key for each in entities]))

    def set_latin(self, entity: Entity, latin: str) -> None:
        """Remember how a name is written in Latin letters."""
        if latin.strip() != entity.latin:
            self._do("latin", entity.name, lambda: self._deciding.set_latin(entity, latin))

    def add(self, article: str, form: str, kind: Kind, name: str, *, everywhere: bool) -> None:
        """Have a name found that was not."""
        self._do(
            "added",
            name,
            lambda: self._deciding.add(article, form, kind, name=name, everywhere=everywhere),
        )

    def _do(self, what: str, name: str, act: Callable[[], object]) -> None:
        try:
            act()
        except ReaderError as error:
            self.failed.emit(error)
        else:
            self.decided.emit(what, " ".join(name.split()))
