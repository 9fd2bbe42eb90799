"""Marking: highlights and their notes, made, changed and taken away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from reader.gui.changing import Changing
from reader.text.spans import Span


class Annotate(Changing):
    """Turns wishes about highlights into changes of the library, each one step of undo.

    `added` names a new highlight; `note_wanted` follows it where the reader means to write a note; `removed` names
    those taken away; `failed` carries what went wrong.
    """

    added = Signal(str)
    note_wanted = Signal(str)
    removed = Signal(tuple)

    def add_highlight(
        self,
        article: str,
        span: Span,
        colour: str,
        with_note: bool = False,  # noqa: FBT001, FBT002 - a signal gives its values by position
    ) -> None:
        """Highlight a stretch of an article's current version in one of COLOURS."""

        def add() -> None:
            mark = self._library.highlighting.add(article, span, colour).id
            self.added.emit(mark)
            if with_note:
                self.note_wanted.emit(mark)

        self._try(add)

    def change_colour(self, mark: str, colour: str) -> None:
        """Give a highlight another colour; it stays the same highlight."""
        self._try(lambda: self._library.highlighting.change(mark, colour=colour))

    def change_span(self, mark: str, span: Span) -> None:
        """Let a highlight begin and end elsewhere in its article's current version; it stays the same highlight."""
        self._try(lambda: self._library.highlighting.change(mark, span=span))

    def write_note(self, mark: str, text: str) -> None:
        """Put a note beside a highlight, instead of the one that was there; an empty one takes it away."""
        self._try(lambda: self._library.annotating.write_note(mark, text.strip()))

    def finish_note(self, mark: str) -> None:
        """End the writing of a note: what is written later is a step of undo by itself."""
        self._try(lambda: self._library.annotating.finish_note(mark))

    def remove(self, marks: Sequence[str]) -> None:
        """Take highlights away, with their notes, to the trash."""
        if marks and self._try(lambda: self._library.highlighting.remove(marks)):
            self.removed.emit(tuple(marks))
