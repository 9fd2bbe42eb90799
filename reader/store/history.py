"""Undo and redo of what the reader changed, record by record."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after. None before means that it had not been written."""

    kind: str
    article: str
    record: str
    field: str
    before: Any
    after: Any
    is_text: bool = False

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What it changes: kind, article, record and field."""
        return self.kind, self.article, self.record, self.field

    def reversed(self) -> "FieldChange":
        """Return the change that takes this one back."""
        return FieldChange(
            self.kind, self.article, self.record, self.field, self.after, self.before, is_text=self.is_text
        )


@dataclass(frozen=True, slots=True)
class Step:
    """What is undone at once. `words` is the message key that says what was done."""

    words: str
    changes: tuple[FieldChange, ...]

    def reversed(self) -> "Step":
        """Return the step that takes this one back."""
        return Step(self.words, tuple(change.reversed() for change in reversed(self.changes)))


def joined(one: Step, other: Step) -> Step:
    """Return two steps as one, with the words of the first; what they make and remove again is not in it at all."""
    changes: dict[tuple[str, str, str, str], FieldChange] = {}
    for change in (*one.changes, *other.changes):
        earlier = changes.get(change.place)
        changes[change.place] = replace(change, before=earlier.before) if earlier else change
    passed = {change.place[:3] for change in changes.values() if _has_passed(change)}
    return Step(one.words, tuple(_telling(changes.values(), passed)))


def _has_passed(change: FieldChange) -> bool:
    """Say whether a record was made and removed."""
    return change.field == "deleted" and change.before is None and bool(change.after)


def _telling(changes: Iterable[FieldChange], passed: set[tuple[str, str, str]]) -> Iterable[FieldChange]:
    return (change for change in changes if change.place[:3] not in passed and change.before != change.after)


class History:
    """One stack for everything that can be undone, to the beginning of the session."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._writing = ""

    @property
    def undo_words(self) -> str:
        """The message key of what undo would take back, or nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """The message key of what redo would do again, or nothing."""
        return self._undone[-1].words if self._undone else ""

    def did(self, step: Step, writing: str = "") -> None:
        """Remember a step; what was undone before can no longer be done again.

        `writing` names what is being written, if anything: steps with the same name, one after the other, are one.
        """
        if writing and writing == self._writing:
            step = joined(self._done.pop(), step) if self._done else step
        if step.changes:
            self._done.append(step)
        self._writing = writing if step.changes else ""
        self._undone.clear()

    def take_back(self) -> Step | None:
        """Return the last step, to be applied in reverse."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._writing = ""
        return step.reversed()

    def take_again(self) -> Step | None:
        """Return the step undone last, to be applied again."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step

    def forget(self, articles: Collection[str], marks: Collection[str]) -> None:
        """Forget the steps that touch articles or highlights of which nothing is left: they cannot be taken back."""
        for steps in (self._done, self._undone):
            steps[:] = [each for each in steps if not _touches(each, articles, marks)]
        self._writing = ""


def _touches(step: Step, articles: Collection[str], marks: Collection[str]) -> bool:
    return any(change.article in articles or change.record in marks for change in step.changes)
