"""What the reader does with highlights and notes of all articles: several at once, without a place, in the trash."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.gui.background import Background, Task
from reader.gui.changing import Changing
from reader.library import Library
from reader.text.spans import Span


class ManageMarks(Changing):
    """Turns wishes into changes of the library, each one step of undo.

    `removed` and `restored` name marks; `noted` names a new note on an article; `found` carries a mark and the places
    where it may belong, each with its words; `surveyed`: the index knows all there is on disk.
    """

    removed = Signal(tuple)
    restored = Signal(tuple)
    noted = Signal(str)
    found = Signal(str, list)
    surveyed = Signal()

    def __init__(self, library: Library, background: Background, parent: QObject | None = None) -> None:
        super().__init__(library, parent)
        self._background = background

    def survey(self) -> None:
        """Take in what lies on disk, in the background."""
        annotating = self._library.annotating
        passed_over = annotating.surveying()

        def work(task: Task) -> None:
            annotating.survey(passed_over, lambda: task.is_cancelled)

        def done(_answer: object) -> None:
            annotating.surveyed()
            self.surveyed.emit()

        self._background.ask("annotations", work, done)

    def recolour(self, marks: Sequence[str], colour: str) -> None:
        """Give highlights one of COLOURS."""
        self._try(lambda: self._library.annotating.recolour(marks, colour))

    def tag(self, marks: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> None:
        """Give highlights tags, and take others away."""
        self._try(lambda: self._library.annotating.tag(marks, add, remove))

    def remove(self, marks: Sequence[str]) -> None:
        """Put highlights and notes in the trash."""
        if marks and self._try(lambda: self._library.highlighting.remove(marks)):
            self.removed.emit(tuple(marks))

    def restore(self, marks: Sequence[str]) -> None:
        """Take highlights and notes out of the trash."""
        if marks and self._try(lambda: self._library.highlighting.restore(marks)):
            self.restored.emit(tuple(marks))

    def note_on_article(self, article: str) -> None:
        """Begin a note on the whole article."""
        self._try(lambda: self.noted.emit(self._library.annotating.note_on_article(article).id))

    def attach(self, mark: str, span: Span) -> None:
        """Give a highlight a place in the current version of its article."""
        self._try(lambda: self._library.highlighting.change(mark, span=span))

    def confirm(self, mark: str) -> None:
        """Take the place where a highlight was found for its place."""

        def confirm() -> None:
            article = self._library.highlighting.find(mark).article
            for placed in self._library.highlighting.of(article):
                if placed.highlight.id == mark and placed.span is not None:
                    self._library.highlighting.change(mark, span=placed.span)

        self._try(confirm)

    def look_for_places(self, mark: str) -> None:
        """Find where a highlight without a place may belong."""

        def look() -> None:
            text = self._library.article(self._library.highlighting.find(mark).article).text
            places = self._library.annotating.candidates(mark)
            self.found.emit(mark, [(each.span, each.span.of(text)) for each in places])

        self._try(look)
