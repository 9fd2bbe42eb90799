"""Emptying the trash because the reader asked for it: nothing of what lies in it is kept, or can be taken back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from reader.catalogue.catalogue import Catalogue
from reader.errors import ReaderError
from reader.store.edit import Edit
from reader.store.editing import Editor, Touched
from reader.store.emptying import WHENEVER, Emptying, EmptyingTexts
from reader.store.mark_records import present
from reader.store.store import Store
from reader.store.unused import Unused


@dataclass(frozen=True, slots=True)
class Trash:
    """What lies in the trash: articles, and highlights and notes (their articles first) of these and of others."""

    articles: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.articles or self.marks)

    @property
    def marked(self) -> tuple[str, ...]:
        """The articles of its highlights and notes, each once."""
        return tuple(dict.fromkeys(article for article, _ in self.marks))


class Erasing:
    """Erases the trash in three steps: `begin` and `finish` on the library's thread, `erase` on any."""

    def __init__(self, store: Store, editor: Editor, tell_touched: Callable[[Sequence[Touched]], None]) -> None:
        self._store, self._editor, self._tell_touched = store, editor, tell_touched

    def trash(self, articles: Sequence[str], removed: Sequence[tuple[str, str]]) -> Trash:
        """Return what goes with articles of the trash and with what was `removed`: an article and a mark each.

        What was highlighted in an article of the trash goes with it.
        """
        there = [(article, mark.id) for article in articles for mark in present(self._store.records("marks", article))]
        return Trash(tuple(articles), tuple(dict.fromkeys([*removed, *there])))

    def begin(self, trash: Trash) -> None:
        """Take what is erased out of memory, and the steps that would bring it back out of what can be undone.

        Raises ReaderError when it cannot be written; then it lies in the trash as before.
        """
        edits = [Edit("marks", article, mark, {"deleted": True}) for article, mark in trash.marks]
        self._editor.apply(edits)
        self._store.flush()
        self._editor.history.forget(trash.articles, {mark for _, mark in trash.marks})
        self._store.forget()

    def erase(self, trash: Trash) -> None:
        """Take it out of the files; of what was highlighted only that it was removed stays, so that it never returns.

        Originals and pictures go where no other article has them. Raises ReaderError disk.failed; a file that cannot
        be read or written is left.
        """
        places, disk = self._store.places, self._store.disk
        texts, unused = EmptyingTexts(places, disk), Unused(places, disk)
        catalogue = Catalogue(places.catalogue)
        try:
            for article in trash.articles:
                with suppress(ReaderError):
                    texts.empty(article, lambda each: catalogue.remove([each]), WHENEVER)
        finally:
            catalogue.close()
        unused.tidy()  # puts aside what only those texts name, which still lie aside themselves
        for article in trash.articles:
            texts.drop(article)
        unused.tidy()
        marks = Emptying(places, disk)
        for article in trash.marked:
            with suppress(ReaderError):
                marks.empty(article, WHENEVER)

    def finish(self, trash: Trash) -> None:
        """Take over what the files are now, and tell of it."""
        self._store.forget()
        self._tell_touched([("marks", article) for article in trash.marked])
        self._tell_touched([("states", article) for article in trash.articles])
