"""The highlights of an article: where they stand, and what the reader does with them, one step of undo each."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.store.edit import Edit
from reader.store.record_file import RecordFile
from reader.store.store import Store
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.annotations.highlight import Highlight, PlacedHighlight
    from reader.store.marks import Marks

Records = Callable[[str, str], RecordFile]
"""Returns the records of a kind about an article as they are now, empty ones for those that cannot be read."""

Apply = Callable[[Sequence[Edit], str], None]
"""Makes changes, as one step of undo that a message key names."""


class Highlighting:
    """Asks for highlights and changes them.

    An article without any opens without what anchors them: that is imported for the first one.
    """

    def __init__(self, store: Store, records: Records, apply: Apply) -> None:
        self._store, self._records, self._apply = store, records, apply

    @cached_property
    def marks(self) -> "Marks":
        """What reads highlights and says which edits change them."""
        from reader.store.marks import Marks

        return Marks(self._store)

    def of(self, article: str) -> "tuple[PlacedHighlight, ...]":
        """Return an article's highlights where they stand in its current version, in the order of the text.

        None, after announcing why, when their file cannot be read. Raises ReaderError when the text cannot be.
        """
        return self.marks.of(article) if self._records("marks", article).records else ()

    def find(self, mark: str) -> "Highlight":
        """Return a highlight, also a removed one. Raises ReaderError mark.missing."""
        return self.marks.find(mark)

    def add(self, article: str, span: Span, colour: str, note: str = "", tags: Sequence[str] = ()) -> "Highlight":
        """Highlight a passage of the current version of an article."""
        highlight = self.marks.make(article, span, colour, self._store.clock.now(), tags)
        self._apply([self.marks.adding(highlight, note)], "undo.highlight_added")
        return self.find(highlight.id)

    def change(
        self,
        mark: str,
        *,
        colour: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        span: Span | None = None,
    ) -> "Highlight":
        """Change a highlight in place; what is None stays. Raises ReaderError mark.missing."""
        edit = self.marks.changing(self.find(mark), colour, note, tags, span)
        self._apply([edit], "undo.highlight_changed")
        return self.find(mark)

    def remove(self, marks: Sequence[str]) -> None:
        """Put highlights with their notes in the trash. Raises ReaderError mark.missing."""
        self._set_deleted(marks, deleted=True, words="undo.highlight_removed")

    def restore(self, marks: Sequence[str]) -> None:
        """Take highlights out of the trash. Raises ReaderError mark.missing."""
        self._set_deleted(marks, deleted=False, words="undo.highlight_restored")

    def _set_deleted(self, marks: Sequence[str], *, deleted: bool, words: str) -> None:
        articles = {mark: self.find(mark).article for mark in marks}
        self._apply([Edit("marks", article, mark, {"deleted": deleted}) for mark, article in articles.items()], words)
