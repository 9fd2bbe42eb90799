"""What the reader decides about people and places, one step of undo each, and what is in force for an article."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.entities.decisions import (
    Decision,
    Decisions,
    folded_name,
    key_of,
    namesake_of,
    with_kind,
)
from reader.entities.entity import Entity, Kind
from reader.errors import ReaderError
from reader.store.decision_records import APART, FORM, decisions_in, flags
from reader.store.decision_records import deciding as edit_of
from reader.store.edit import Edit
from reader.store.layout import ABOUT_ALL
from reader.store.record_file import RecordFile
from reader.text.folding import fold

Records = Callable[[str, str], RecordFile]
"""Returns the records of a kind about an article as they are now, empty ones for those that cannot be read."""

Apply = Callable[[Sequence[Edit], str], None]
"""Makes changes, as one step of undo that a message key names."""


class Deciding:
    """Turns what the reader decides into records.

    Nothing is extracted or resolved here, and nothing waits for it: whoever shows people and places lays the decisions
    of `of` over them (reader.entities.deciding.decide). A change for one article is announced as EntitiesChanged, one
    for all as DecisionsChanged.
    """

    def __init__(self, records: Records, apply: Apply) -> None:
        self._records = records
        self._apply = apply
        self._decoded: dict[str, tuple[RecordFile, dict[str, Decision]]] = {}

    def of(self, article: str) -> Decisions:
        """Return what is in force for an article; an empty id stands for one that is not in the library."""
        here = decisions_in(self._records("decisions", article)) if article else {}
        return Decisions(here, self.everywhere())

    def everywhere(self) -> Mapping[str, Decision]:
        """Return what holds in all articles, by key."""
        found: dict[str, Decision] = {}
        for shard in ABOUT_ALL:
            file = self._records("decisions", shard)
            kept = self._decoded.get(shard)
            if kept is None or kept[0] is not file:
                kept = self._decoded[shard] = (file, decisions_in(file) if file.records else {})
            found |= kept[1]
        return found

    def rename(self, article: str, entity: Entity, name: str) -> None:
        """Call someone or something by another name, in all articles; the old one stays an alias.

        One that has that name already becomes the same. Raises ReaderError entity.no_name.
        """
        name = _clean(name)
        self._lead(article, entity, key_of(entity.kind, name), name, "undo.entity_renamed")

    def merge(self, article: str, absorbed: Entity, survivor: Entity, name: str, *, everywhere: bool = True) -> None:
        """Make two one, under a name; all names of both are kept. Raises ReaderError entity.no_name."""
        words = "undo.entity_merged"
        self._lead(article, absorbed, survivor.key, _clean(name), words, everywhere=everywhere)

    def change_kind(self, article: str, entity: Entity, kind: Kind) -> None:
        """Say that something is a person, a place or an organisation, in all articles."""
        if kind is not entity.kind:
            self._lead(article, entity, with_kind(entity.key, kind), entity.name, "undo.entity_kind")

    def set_apart(self, article: str, entity: Entity, forms: Iterable[str], *, everywhere: bool) -> None:
        """Say that some names of an entity mean another, or others: what was merged under them is so no longer."""
        decisions, scope = self.of(article), "" if everywhere else article
        merged = [each.key for each in decisions.leading_to([entity.key]).get(entity.key, []) if each.key != entity.key]
        edits: list[Edit] = []
        apart = {fold(form) for form in forms}
        for key in dict.fromkeys(merged):
            if folded_name(key) in apart:
                edits += self._unled(article, key) if everywhere else [edit_of(article, key, {"into": key})]
        others = sorted(apart - {folded_name(key) for key in merged})
        if others:
            edits.append(edit_of(scope, entity.key, flags(APART, others)))
        self._apply(edits, "undo.entity_split")

    def part(self, article: str, entity: Entity) -> None:
        """Say that who is named so in this article is not the one of that name in the others."""
        key = namesake_of(entity.key, article)
        values = {"name": entity.name}
        self._apply([edit_of(article, entity.key, {"into": key}), edit_of(article, key, values)], "undo.entity_split")

    def hide(self, article: str, entity: Entity, *, everywhere: bool) -> None:
        """Show someone or something no longer, in this article or in all."""
        values = {"hidden": True, "name": entity.name}
        self._apply([edit_of("" if everywhere else article, entity.key, values)], "undo.entity_hidden")

    def bring_back(self, article: str, keys: Sequence[str]) -> None:
        """Show again what was hidden, in this article or in all."""
        self._apply([edit for key in keys for edit in self._cleared(article, key, "hidden")], "undo.entity_shown")

    def set_latin(self, entity: Entity, latin: str) -> None:
        """Remember how someone or something is written in Latin letters, in all articles; nothing forgets it again."""
        self._apply([edit_of("", entity.key, {"latin": " ".join(latin.split())})], "undo.entity_latin")

    def add(self, article: str, form: str, kind: Kind, *, name: str = "", everywhere: bool) -> str:
        """Have a name found wherever it stands in this article, or in all; return its key.

        It means whoever has the full `name`, by default the written form itself. Raises ReaderError entity.no_name.
        """
        form, name = _clean(form), _clean(name or form)
        key = key_of(kind, name)
        values = {"name": name, "hidden": False, **flags(FORM, [form])}
        edits = [*self._unled(article, key), *self._cleared(article, key, "hidden")]
        edits += [edit_of(scope, key, values) for scope in ([article, ""] if everywhere else [article])]
        self._apply(edits, "undo.entity_added")
        return key

    def _lead(self, article: str, entity: Entity, into: str, name: str, words: str, *, everywhere: bool = True) -> None:
        """Make an entity mean a key that is shown by a name, also if that key meant something else until now."""
        scope = "" if everywhere else article
        target = {"name": name, "hidden": False}
        if into == entity.key:
            self._apply([edit_of(scope, into, target)], words)
            return
        edits = [*self._unled(article, into), *self._cleared(article, into, "hidden")]
        edits.append(edit_of(scope, entity.key, {"name": entity.name, "into": into}))
        edits.append(edit_of(scope, into, target))
        self._apply(edits, words)

    def _unled(self, article: str, key: str) -> list[Edit]:
        return self._cleared(article, key, "into")

    def _cleared(self, article: str, key: str, field: str) -> list[Edit]:
        """Return the edits that take back what a field says of a key, in this article and in all."""
        decisions = self.of(article)
        values: dict[str, object] = {field: False if field == "hidden" else ""}
        edits = []
        for scope, group in ((article, decisions.here), ("", decisions.everywhere)):
            decided = group.get(key)
            if decided and (decided.is_hidden if field == "hidden" else decided.into):
                edits.append(edit_of(scope, key, values))
        return edits


def _clean(name: str) -> str:
    """Return a name as it is kept. Raises ReaderError entity.no_name for one without a letter."""
    cleaned = " ".join(name.split())
    if not fold(cleaned).strip():
        raise ReaderError("entity.no_name")
    return cleaned
