"""The shelf of one window: smart folders and case folders above the list, and a case folder's page in the middle."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from reader.catalogue.query import EVERYTHING, Query
from reader.collections.collection import CaseFolder, SmartFolder
from reader.errors import ReaderError
from reader.gui.jobs.count_folders import CountFolders
from reader.gui.jobs.edit_folders import EditFolders
from reader.gui.panes.articles.filters import plain
from reader.gui.panes.shelf.pane import Kind, ShelfPane, ShelfRow
from reader.gui.parts import Parts
from reader.gui.widgets.menu import Menu
from reader.library import Library
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.panes.project.pane import ProjectPane

MENU_TOP = 48
"""Where a menu opens on the page, in px from its top, when no row of the list says what it is about."""


class Shelving(QObject):
    """Joins folders to the list of one window.

    `export_requested` carries a case folder's name, its notes and the ids of its articles.
    """

    export_requested = Signal(str, str, tuple)

    def __init__(self, parts: Parts, library: Library, job: EditFolders) -> None:
        super().__init__(parts)
        self._parts, self._library, self.job = parts, library, job
        self.shelf = ShelfPane(parts.theme, parts.formatter)
        self.counting = CountFolders(library, parts.background, self)
        self._numbers: dict[str, int] = {}
        self._smart = self._before = ""
        self._button = parts.panes.articles.add_to_title(self.tr("Smart folders and projects"))
        parts.panes.articles.add_below_head(self.shelf)
        self._wire()
        self.show_theme()
        self.show_shelf(on=parts.settings.settings.shelf_shown)

    @cached_property
    def page(self) -> "ProjectPane":
        """A case folder's page; made when it is first wanted."""
        from reader.gui.panes.project.pane import ProjectPane

        parts = self._parts
        made = ProjectPane(parts.theme, parts.settings.settings, self._parts.formatter)
        made.note_edited.connect(self.job.write_note)
        made.rename_requested.connect(self._rename)
        made.export_requested.connect(self._export)
        return made

    def show_shelf(self, *, on: bool) -> None:
        """Show the shelf above the list, or put it away."""
        self.shelf.setVisible(on)
        self._button.setChecked(on)
        self._parts.actions["shelf"].setChecked(on)
        self._parts.settings.change("shelf_shown", on)
        if on:
            self._fill()

    def _switch(self, *, on: bool) -> None:
        """Show the shelf for who cannot see it, with the list that it stands above, or put it away."""
        is_seen = self.shelf.isVisible()
        self.show_shelf(on=on or not is_seen)
        if not is_seen:
            self._show_list_side()

    def open_place(self, kind: str, folder: str) -> None:
        """Show in the list what a row of the shelf stands for."""
        here = plain(self._parts.articles.query)
        self._smart = ""
        match Kind(kind):
            case Kind.LIBRARY:
                self._show(here)
            case Kind.TRASH:
                self._show(replace(here, trashed=True))
            case Kind.SMART:
                self._open_search(folder)
            case Kind.CASE:
                self._show(replace(here, folder=folder))
                self._open_page(folder)
            case Kind.NEW:
                self.make_case_folder(())
        if Kind(kind) in {Kind.LIBRARY, Kind.TRASH, Kind.SMART}:
            self._leave_page()

    def keep_search(self) -> None:
        """Keep what the list shows now as a smart folder."""
        query = self._asked()

        def keep(name: str) -> None:
            self.job.keep_search(name, query)

        self._ask_name(self.tr("Smart folder"), query.words or " ".join(query.tags) or query.source, keep)

    def make_case_folder(self, articles: tuple[str, ...]) -> None:
        """Make a case folder with articles in it."""
        self._ask_name(self.tr("New project"), "", lambda name: self.job.new_case_folder(name, articles))

    def offer_case_folders(self) -> None:
        """Offer the case folders that the chosen articles can be laid into."""
        articles = self._parts.chosen
        if not articles:
            return
        menu = self.case_menu(articles)
        rows, page = self._parts.panes.articles.view.viewport(), self._parts.panes.reading
        row = self._parts.panes.articles.view.visualRect(self._parts.panes.articles.view.currentIndex())
        is_seen = rows.isVisible() and rows.rect().contains(row.center())
        at = rows.mapToGlobal(row.center()) if is_seen else page.mapToGlobal(QPoint(page.width() // 2, MENU_TOP))
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def case_menu(self, articles: tuple[str, ...]) -> Menu:
        """Return the menu of case folders for some articles."""
        menu = Menu(self._parts.window)
        for each in self._library.collecting.case_folders():
            entry = menu.addAction(f"\u2068{each.name}\u2069".replace("&", "&&"))
            entry.triggered.connect(lambda _=False, folder=each.id: self.job.put_in(folder, articles))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self.tr("New project…")).triggered.connect(lambda: self.make_case_folder(articles))
        return menu

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        parts = self._parts
        self.shelf.set_look(parts.theme, self._parts.formatter)
        parts.panes.articles.show_title_icon("down")
        if "page" in self.__dict__:
            self.page.set_look(parts.theme, parts.settings.settings, self._parts.formatter)

    def finish_writing(self) -> None:
        """Save what was typed into notes."""
        if "page" in self.__dict__:
            self.page.finish_writing()

    def _wire(self) -> None:
        parts, job, shelf, actions = self._parts, self.job, self.shelf, self._parts.actions
        self._button.clicked.connect(lambda on: self.show_shelf(on=on))
        actions["shelf"].triggered.connect(lambda on: self._switch(on=on))
        actions["new_folder"].triggered.connect(lambda _: self.make_case_folder(()))
        actions["trash"].triggered.connect(lambda _: self._open_trash())
        actions["put_in_folder"].triggered.connect(lambda _: self.offer_case_folders())
        actions["take_out_of_folder"].triggered.connect(lambda _: self._take_out())
        actions["take_out_of_folder"].setVisible(False)
        actions["keep_search"].triggered.connect(lambda _: self.keep_search())
        parts.panes.articles.filter_menu.keeping_requested.connect(self.keep_search)
        parts.panes.welcome.restore_requested.connect(self._restore_chosen)
        parts.articles.asked.connect(self._show_place)
        parts.panes.toolbar.words_changed.connect(lambda _: self._show_place())
        parts.articles.counted.connect(self._show_number)
        parts.current.opened.connect(lambda *_: self.finish_writing())
        for news in (parts.bridge.articles_added, parts.bridge.articles_changed):
            news.connect(lambda *_: self._count())
        parts.bridge.collections_changed.connect(self._follow)
        parts.settings.changed.connect(self._show_settings)
        self.counting.counted.connect(self._show_numbers)
        self.counting.failed.connect(parts.background.failed)
        shelf.chosen.connect(self.open_place)
        shelf.dropped.connect(self._drop)
        shelf.rename_requested.connect(self._rename)
        shelf.removal_requested.connect(job.remove)
        shelf.update_requested.connect(lambda folder: job.change_search(folder, self._asked()))
        shelf.export_requested.connect(self._export)
        job.made.connect(self._open_made)

    def _restore_chosen(self) -> None:
        """Restore what is chosen in the trash; the keyboard goes to the list before the button that had it is gone."""
        self._parts.panes.articles.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._parts.actions["restore"].trigger()

    def _show_list_side(self) -> None:
        self._parts.window.three.show_side(self._parts.window.list_side, shown=True)

    def _open_trash(self) -> None:
        self._show_list_side()
        self.open_place(Kind.TRASH, "")

    def _show(self, query: Query) -> None:
        self._parts.panes.articles.show_instead(None)
        self._parts.articles.show(query)
        self._show_place()

    def _open_search(self, folder: str) -> None:
        kept = self._smart_folder(folder)
        if kept is None:
            return
        query = self._library.collecting.query_of(kept)
        self._show(replace(query, words=self._parts.articles.query.words))
        self._parts.panes.toolbar.search.setText(query.words)
        self._smart = folder
        self._show_place()

    def _open_page(self, folder: str) -> None:
        kept = self._library.collecting.case_folder(folder)
        if kept is not None:
            self.page.show_folder(kept)
            self.page.show_number(self._parts.articles.total)
            self._before = self._parts.current.id or self._before
            self._parts.current.close()
            self._parts.window.show_in_page(self.page)
            (self.shelf if self.shelf.isVisible() else self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_page(self) -> None:
        """Show the article again that was open before the case folder's page."""
        if "page" not in self.__dict__ or self.page.isHidden():
            return
        three = self._parts.window.three
        over = three.over
        with suppress(ReaderError):  # one that is gone by now makes no noise
            self._parts.current.open(self._before)
        if over is not None:  # who chooses what the list shows has not gone over to the page
            three.show_side(over, shown=True)
        self._parts.window.show_page(shown=bool(self._parts.current.id))

    def _open_made(self, folder: str) -> None:
        """Show a folder that was just made."""
        self.show_shelf(on=True)
        self.open_place(Kind.CASE if self._library.collecting.case_folder(folder) else Kind.SMART, folder)

    def _place(self) -> tuple[Kind, str]:
        """Return what the list shows now, by what it asks."""
        query, kept = self._asked(), self._smart_folder(self._smart)
        asked = self._library.collecting.query_of(kept) if kept is not None else None
        if asked is not None and (asked.trashed, asked.folder) == (query.trashed, query.folder):
            return Kind.SMART, self._smart
        if query.trashed or query.folder:
            return (Kind.TRASH, "") if query.trashed else (Kind.CASE, query.folder)
        return Kind.LIBRARY, ""

    def _show_place(self) -> None:
        if self._asked() == Query(sort=self._asked().sort, descending=self._asked().descending):
            self._smart = ""  # all that it asks was taken away
        kind, folder = self._place()
        names = {each.id: each.name for each in self._folders()}
        words = {Kind.LIBRARY: self.tr("Library"), Kind.TRASH: self.tr("Trash")}
        self._parts.panes.articles.show_heading(names.get(folder) or words.get(kind, words[Kind.LIBRARY]))
        self._parts.actions["take_out_of_folder"].setVisible(kind is Kind.CASE)
        self.shelf.show_place((kind.value, folder))

    def _follow(self) -> None:
        """Show what became of the folders."""
        if not self.shelf.isHidden():
            self._fill()
        kind, folder = self._place()
        if folder and folder not in {each.id for each in self._folders()}:
            self.open_place(Kind.LIBRARY, "")
            return
        kept = self._library.collecting.case_folder(folder) if kind is Kind.CASE else None
        if kept is not None and "page" in self.__dict__ and self.page.folder == folder:
            self.page.show_folder(kept)
        self._show_place()

    def _fill(self) -> None:
        rows = [ShelfRow(Kind.LIBRARY, "", self.tr("Library"))]
        rows += [ShelfRow(Kind.SMART, each.id, each.name) for each in self._library.collecting.smart_folders()]
        rows += [ShelfRow(Kind.CASE, each.id, each.name) for each in self._library.collecting.case_folders()]
        rows += [ShelfRow(Kind.NEW, "", self.tr("New project…")), ShelfRow(Kind.TRASH, "", self.tr("Trash"))]
        kind, folder = self._place()
        known = [row._replace(number=self._numbers.get(row.id or row.kind.value, -1)) for row in rows]
        self.shelf.show_rows(known, (kind.value, folder))
        self._count()

    def _count(self) -> None:
        if not self.shelf.isHidden():
            asked = {Kind.LIBRARY.value: Query(), Kind.TRASH.value: Query(trashed=True)}
            collecting = self._library.collecting
            asked |= {each.id: collecting.query_of(each) for each in collecting.smart_folders()}
            self.counting.count(asked)

    def _show_numbers(self, numbers: dict[str, int]) -> None:
        empty = {each.id: 0 for each in self._library.collecting.case_folders()}
        self._numbers = empty | numbers
        self.shelf.show_numbers(self._numbers)

    def _show_number(self, total: int) -> None:
        if "page" in self.__dict__ and self.page.folder == self._parts.articles.query.folder:
            self.page.show_number(total)

    def _drop(self, folder: str, articles: tuple[str, ...]) -> None:
        if folder:
            self.job.put_in(folder, articles)
        else:
            self.make_case_folder(articles)

    def _take_out(self) -> None:
        self.job.take_out(self._parts.articles.query.folder, self._parts.chosen)

    def _rename(self, folder: str) -> None:
        name = next((each.name for each in self._folders() if each.id == folder), "")
        self._ask_name(self.tr("Rename"), name, lambda given: self.job.rename(folder, given))

    def _export(self, folder: str) -> None:
        kept = self._library.collecting.case_folder(folder)
        if kept is not None:
            self.finish_writing()
            rows = self._library.rows(Query(folder=folder), 0, EVERYTHING)
            self.export_requested.emit(kept.name, kept.note, tuple(row.id for row in rows))

    def _ask_name(self, title: str, name: str, given: Callable[[str], object]) -> None:
        from reader.gui.dialogs.folder_name import FolderNameDialog

        dialog = FolderNameDialog(title, name, self._parts.window)
        dialog.given.connect(given)
        self._parts.open_dialog(dialog)

    def _asked(self) -> Query:
        """Return what the list asks, with the words that are searched for."""
        return replace(self._parts.articles.query, words=self._parts.panes.toolbar.search.text().strip())

    def _folders(self) -> list[SmartFolder | CaseFolder]:
        collecting = self._library.collecting
        return [*collecting.smart_folders(), *collecting.case_folders()]

    def _smart_folder(self, folder: str) -> SmartFolder | None:
        return next((each for each in self._library.collecting.smart_folders() if each.id == folder), None)

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if replace(before, shelf_shown=now.shelf_shown) != now:
            self.show_theme()
