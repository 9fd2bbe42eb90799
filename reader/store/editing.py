"""Changing records in steps that can be undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from reader.store.decision_records import FLAGS
from reader.store.edit import Edit
from reader.store.history import FieldChange, History, Step
from reader.store.mark_records import TAG
from reader.store.records import Record
from reader.store.state_records import FOLDER, STATE
from reader.store.store import Store

UNWRITTEN: Mapping[str, Any] = {
    "deleted": True,
    "starred": False,
    "archived": False,
    "reading": "unread",
    "source": "",
    "direction": "",
    "name": "",
    "into": "",
    "latin": "",
    "hidden": False,
}
"""What a field that was never written goes back to when its first writing is undone: what was made is removed again.

Tags and case folders are taken off, and so is what was added to a name or set apart from it. All other fields stay as
they are: a highlight that is removed again still says where it was.
"""

_FLAGS = (TAG, FOLDER, *FLAGS)

Touched = tuple[str, str]
"""A kind of record and the article whose records of it changed."""


class Editor:
    """The one gate for every change to what the reader makes, so that all of it can be undone and none forgotten."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._history = History()

    @property
    def history(self) -> History:
        """What was done and undone."""
        return self._history

    def apply(self, edits: Sequence[Edit], words: str = "", writing: str = "") -> list[Touched]:
        """Make changes; return what they touched. With `words`, a message key, they are one step of undo.

        Steps that follow each other with the same name in `writing` are one.
        """
        changes = tuple(change for edit in edits for change in self._changes(edit))
        if words and changes:
            self._history.did(Step(words, changes), writing)
        return self._write(changes)

    def added(self, articles: Sequence[str]) -> list[Touched]:
        """Make the adding of articles a step of undo, which puts them in the trash; nothing is written now."""
        changes = tuple(FieldChange("states", each, STATE, "deleted", before=True, after=False) for each in articles)
        self._history.did(Step("undo.articles_added", changes))
        return []

    def undo(self) -> tuple[str, list[Touched]]:
        """Take the last step back where nothing newer stands in its place; return its words and what that touched."""
        return self._replay(self._history.take_back())

    def redo(self) -> tuple[str, list[Touched]]:
        """Do the step undone last again; return its words and what that touched."""
        return self._replay(self._history.take_again())

    def _changes(self, edit: Edit) -> list[FieldChange]:
        record = self._record(edit.kind, edit.article, edit.record)
        place = (edit.kind, edit.article, edit.record)
        changes = [FieldChange(*place, name, record.value(name), value) for name, value in edit.values.items()]
        changes += [
            FieldChange(*place, name, _joined(record, name), text, is_text=True) for name, text in edit.texts.items()
        ]
        return [change for change in changes if change.before != change.after]

    def _replay(self, step: Step | None) -> tuple[str, list[Touched]]:
        if step is None:
            return "", []
        return step.words, self._write([change for change in step.changes if self._still_stands(change)])

    def _still_stands(self, change: FieldChange) -> bool:
        """Say whether a field has the value that the change starts from, so that nothing newer is taken away."""
        record = self._record(change.kind, change.article, change.record)
        if change.is_text:
            return bool(_joined(record, change.field) == change.before)
        if change.after is None and not _goes_back(change.field):
            return False
        now = record.value(change.field)
        if now is None and change.before is False:  # a flag that was never written
            return True
        return bool(now == change.before) or (change.before is None and now == _unwritten(change.field))

    def _write(self, changes: Sequence[FieldChange]) -> list[Touched]:
        written: dict[str, dict[str, dict[str, Record]]] = {}
        for change in changes:
            records = written.setdefault(change.kind, {}).setdefault(change.article, {})
            record = records.get(change.record) or self._record(change.kind, change.article, change.record)
            stamp = self._store.clock.stamp()
            if change.is_text:
                records[change.record] = record.with_text(change.field, change.after or "", stamp)
            else:
                value = _unwritten(change.field) if change.after is None else change.after
                records[change.record] = record.with_value(change.field, value, stamp)
        for kind in sorted(written, key="states".__ne__):  # first, so that no marks are there without their article
            self._store.edit(kind, written[kind])
        return [(kind, article) for kind, edits in written.items() for article in edits]

    def _record(self, kind: str, article: str, record: str) -> Record:
        return self._store.records(kind, article).records.get(record, Record())


def _joined(record: Record, name: str) -> str:
    return "\n\n".join(record.texts(name))


def _goes_back(name: str) -> bool:
    return name in UNWRITTEN or name.startswith(_FLAGS)


def _unwritten(name: str) -> Any:
    return False if name.startswith(_FLAGS) else UNWRITTEN.get(name)
