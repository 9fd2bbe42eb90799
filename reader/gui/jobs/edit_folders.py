"""What the reader does with tags, smart folders and case folders."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from reader.catalogue.query import Query
from reader.gui.changing import Changing


class EditFolders(Changing):
    """Turns wishes into changes of the library, each one step of undo.

    `made` carries the id of a new folder; `filled` a case folder's name and how many articles were laid into it;
    `emptied` how many were taken out; `removed` a name; `tagged` how many articles have other tags.
    """

    made = Signal(str)
    filled = Signal(str, int)
    emptied = Signal(int)
    removed = Signal(str)
    tagged = Signal(int)

    def tag(self, articles: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> None:
        """Give articles tags, and take others away."""
        if articles and self._try(lambda: self._library.collecting.tag(articles, add, remove)):
            self.tagged.emit(len(articles))

    def keep_search(self, name: str, query: Query) -> None:
        """Keep a query as a smart folder."""
        self._try(lambda: self.made.emit(self._library.collecting.keep_search(name, query)))

    def change_search(self, folder: str, query: Query) -> None:
        """Have a smart folder ask something else."""
        self._try(lambda: self._library.collecting.change_search(folder, query))

    def new_case_folder(self, name: str, articles: Sequence[str]) -> None:
        """Make a case folder with articles in it."""
        self._try(lambda: self.made.emit(self._library.collecting.new_case_folder(name, articles)))

    def put_in(self, folder: str, articles: Sequence[str]) -> None:
        """Lay articles into a case folder."""
        kept = self._library.collecting.case_folder(folder)
        if kept is not None and articles and self._try(lambda: self._library.collecting.put_in(folder, articles)):
            self.filled.emit(kept.name, len(articles))

    def take_out(self, folder: str, articles: Sequence[str]) -> None:
        """Take articles out of a case folder."""
        if articles and self._try(lambda: self._library.collecting.take_out(folder, articles)):
            self.emptied.emit(len(articles))

    def write_note(self, folder: str, note: str) -> None:
        """Write a case folder's notes."""
        self._try(lambda: self._library.collecting.write_note(folder, note))

    def rename(self, folder: str, name: str) -> None:
        """Give a folder another name."""
        self._try(lambda: self._library.collecting.rename(folder, name))

    def remove(self, folder: str) -> None:
        """Remove a folder; its articles stay."""
        collecting = self._library.collecting
        names = {each.id: each.name for each in collecting.smart_folders()}
        names |= {each.id: each.name for each in collecting.case_folders()}
        name = names.get(folder, "")
        if name and self._try(lambda: collecting.remove(folder)):
            self.removed.emit(name)
