"""Undo and redo of what the reader changed, record by record."""

from dataclasses import dataclass
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


class History:
    """One stack for everything that can be undone, to the beginning of the session."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_words(self) -> str:
        """The message key of what undo would take back, or nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """The message key of what redo would do again, or nothing."""
        return self._undone[-1].words if self._undone else ""

    def did(self, step: Step) -> None:
        """Remember a step; what was undone before can no longer be done again."""
        self._done.append(step)
        self._undone.clear()

    def take_back(self) -> Step | None:
        """Return the last step, to be applied in reverse."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return step.reversed()

    def take_again(self) -> Step | None:
        """Return the step undone last, to be applied again."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return step
