"""One window with all its parts: made in order, wired here and nowhere else, taken down in reverse."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.collections.state import Reading
from reader.errors import ReaderError
from reader.gui.fonts import FontLoader
from reader.gui.parts import Parts, Taste
from reader.gui.window_state import WindowState, place, placement
from reader.library import Library
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.gui.adding import Adding
    from reader.gui.all_marks import AllMarks
    from reader.gui.commanding import Commanding
    from reader.gui.getting import Getting
    from reader.gui.keeping import Keeping
    from reader.gui.list_side import ListSide
    from reader.gui.mending import Mending
    from reader.gui.naming import Naming
    from reader.gui.on_paper import OnPaper
    from reader.gui.searching import SearchEverywhere
    from reader.gui.spoken import Spoken
    from reader.gui.whole_library import WholeLibrary


class Reader(Parts):
    """One window over a library, which stays open when the window closes.

    `open` and `import_files` are what the outside may ask; everything else goes by signals, all of them
    here.
    """

    language_chosen = Signal(str)
    closing = Signal(QCloseEvent)
    whole: "WholeLibrary"
    naming: "Naming"
    all_marks: "AllMarks"
    keeping: "Keeping"
    search: "SearchEverywhere"
    list_side: "ListSide"
    adding: "Adding"
    mending: "Mending"
    commanding: "Commanding"
    getting: "Getting"
    spoken: "Spoken"

    def __init__(self, application: QApplication, library: Library, taste: Taste, fonts: FontLoader) -> None:
        super().__init__(application, library, taste, fonts)
        self._is_furnished = False

    def start(self, state: WindowState, article: str = "", *, content_first: bool = False) -> None:
        """Show the window where it was, with an article, the one opened last, or the list's first.

        The window is shown before it is filled, so that everything is laid out once, at its true size; Qt paints later.
        With `content_first` the list and the page are all there is until `furnish` is called.
        """
        settings = self._taste.settings
        place(self.window, state)
        self.window.list_side.chosen_width, self.window.list_side.is_wanted = state.list_width, settings.list_shown
        self.window.sidebar_side.chosen_width = state.sidebar_width
        self.window.sidebar_side.is_wanted = settings.sidebar_shown
        self.articles.load()
        if not content_first or not self.articles.total:
            self.furnish()
        self.window.show()
        if not self._open_quietly(article):
            self._open_quietly(self.articles.opened_last())
        if not self.current.id:
            self.furnish()  # what there is to see is the welcome
        elif not self._is_furnished:
            self.show_content()
        (self._page if self.current.id else self.panes.welcome).setFocus(Qt.FocusReason.OtherFocusReason)

    def furnish(self) -> None:
        """Make everything that the first frame need not wait for, and put it in its place; once is enough."""
        if self._is_furnished:
            return
        self._is_furnished = True
        from reader.gui.adding import Adding
        from reader.gui.all_marks import AllMarks
        from reader.gui.commanding import Commanding
        from reader.gui.directing import Directing
        from reader.gui.getting import Getting
        from reader.gui.keeping import Keeping
        from reader.gui.list_side import ListSide
        from reader.gui.mending import Mending
        from reader.gui.naming import Naming
        from reader.gui.searching import SearchEverywhere
        from reader.gui.spoken import Spoken
        from reader.gui.whole_library import WholeLibrary

        self.make_jobs()
        self.make_rest()
        self._list.furnish()
        self._page.furnish()
        self.whole = WholeLibrary(self, self._library)
        self.naming = Naming(self, self._library)
        self.all_marks = AllMarks(self, self._library)
        self.keeping = Keeping(self, self._library)
        self.search = SearchEverywhere(self, self._library)
        self.whole.survey.ended.connect(self.search.job.fill_soon)
        self.list_side = ListSide(self, self._library)
        self.list_side.travelling.open_requested.connect(self.open)
        self.list_side.export_requested.connect(self.all_marks.export_folder)
        self.adding = Adding(self, self._library)
        self.mending = Mending(self, self._library)
        self.getting = Getting(self, self._library)
        self.commanding = Commanding(self, self._application, self._language)
        self.spoken = Spoken(self, self._library)
        self._wire_library()
        self._wire_list()
        self._wire_page()
        self._wire_actions()
        self._wire_window()
        self.window.tabs.choose(self._taste.settings.sidebar_tab)
        self.panes.toolbar.show_theme(self._taste.settings.theme)
        Directing(self.actions, self.current, self.edit_articles, self).spread.connect(self.announcer.tell_turned)
        self.showing.show_undo("", "")
        if self.current.article is not None and self.current.state is not None:
            self.showing.show_article(self.current.id, self.current.article, self.current.state)
        else:
            self.showing.show_no_article()
        self.showing.show_selection(self.panes.articles.chosen)

    def settle(self) -> None:
        """Begin what goes on in the background while the reader reads, and show who is new how to begin."""
        from reader.gui.hints import Hints
        from reader.gui.unused_memory import UnusedMemory

        self.current.opened.connect(lambda article, *_: self.extract_entities.look(article))
        if self.current.id:
            self.extract_entities.look(self.current.id)
        self.whole.settle()
        self.hints = Hints(self)
        self.keeping.settle()
        self.search.settle()
        self.adding.settle()
        UnusedMemory(self.panes.reading).wait_after(self.panes.reading.layout_changed, self.search.job.filled)

    @cached_property
    def on_paper(self) -> "OnPaper":
        """What prints the open article; made when it is first asked for."""
        from reader.gui.on_paper import OnPaper

        return OnPaper(self)

    def first_screen(self) -> tuple[QWidget, ...]:
        """Return what has to be painted before the reader can read: the rows that are shown, and the page."""
        if not self.current.id:
            return (self.panes.welcome,)
        rows = self._list.view.viewport()
        return (rows, self._page.first_screen) if rows.isVisible() else (self._page.first_screen,)

    def open(self, article: str) -> None:
        """Open an article that the reader asked for; say what is wrong when it cannot be read."""
        try:
            self.current.open(article)
        except ReaderError as error:
            self.announcer.tell_unopened(error, self.articles.title_of(article))
            return
        if self.current.state is not None:
            self.edit_articles.note_opened(article, self.current.state.position)

    def placement(self) -> WindowState:
        """Return where the window is and how wide its side panes are."""
        return placement(self.window, self.window.list_side.chosen_width, self.window.sidebar_side.chosen_width)

    def close(self) -> None:
        """Take everything down, in reverse order."""
        self.furnish()
        self.panes.margin.finish_writing()
        self.list_side.close()
        self.panes.reading.close_article()
        self.import_files.close()
        if "on_paper" in self.__dict__:
            self.on_paper.job.cancel()
        self.whole.close()
        self.search.close()
        self.adding.watch.close()
        self.settings.keep()
        self.bridge.close()
        self.articles.close()
        self.extract_entities.close()
        self.background.close()
        self.window.hide()
        self.window.deleteLater()

    def _wire_library(self) -> None:
        bridge, current, edit = self.bridge, self.current, self.edit_articles
        showing, announcer = self.showing, self.announcer
        bridge.articles_added.connect(showing.show_list)
        bridge.articles_changed.connect(self._follow)
        bridge.marks_changed.connect(showing.show_marks)
        bridge.undo_changed.connect(showing.show_undo)
        bridge.saved.connect(announcer.tell_saved)
        bridge.not_saved.connect(announcer.tell_not_saved)
        bridge.file_unreadable.connect(lambda _path, error: announcer.tell_error(error))
        self.settings.not_kept.connect(announcer.tell_error)
        bridge.collections_changed.connect(current.follow_source)
        current.opened.connect(showing.show_article)
        current.state_changed.connect(showing.show_state)
        current.closed.connect(showing.show_no_article)
        edit.deleted.connect(announcer.tell_deleted)
        edit.restored.connect(announcer.tell_restored)
        edit.undone.connect(announcer.tell_undone)
        edit.redone.connect(announcer.tell_redone)
        edit.failed.connect(announcer.tell_error)
        self.adding.article_requested.connect(self._open_added)
        announcer.undo_requested.connect(edit.undo)

    def _wire_list(self) -> None:
        panes = self.panes
        panes.toolbar.theme_chosen.connect(lambda name: self.settings.change("theme", name))
        panes.toolbar.reading_settings_requested.connect(self._open_reading_settings)
        panes.articles.article_chosen.connect(self.open)
        panes.articles.read_requested.connect(self._read)
        panes.articles.menu_requested.connect(self.window.popup_article_menu)
        panes.articles.selection_changed.connect(self.showing.show_selection)
        panes.welcome.language_chosen.connect(self.language_chosen)
        panes.about.source_given.connect(lambda source: self.edit_articles.set_source(self.current.id, source))
        panes.about.source_declined.connect(lambda: self.edit_articles.decline_source(self.current.id))
        panes.about.folder_requested.connect(_open_outside)

    def _wire_page(self) -> None:
        reading, margin, entities = self.panes.reading, self.panes.margin, self.panes.entities
        annotate = self.annotate
        showing, edit, current = self.showing, self.edit_articles, self.current
        reading.highlight_requested.connect(lambda *wish: annotate.add_highlight(current.id, *wish))
        reading.note_requested.connect(self._write_note)
        reading.recolour_requested.connect(annotate.change_colour)
        reading.remove_requested.connect(annotate.remove)
        reading.highlight_chosen.connect(margin.choose)
        reading.layout_changed.connect(showing.place_notes)
        reading.text_size_requested.connect(self.settings.step_text_size)
        reading.add_source_requested.connect(self._edit_source)
        reading.decline_source_requested.connect(lambda: edit.decline_source(current.id))
        reading.position_changed.connect(edit.note_position)
        reading.address_chosen.connect(_open_outside)
        reading.entity_requested.connect(entities.select_at)
        margin.note_edited.connect(annotate.write_note)
        margin.note_finished.connect(annotate.finish_note)
        margin.recolour_requested.connect(annotate.change_colour)
        margin.removal_requested.connect(annotate.remove)
        margin.highlight_chosen.connect(showing.show_mark)
        margin.scroll_requested.connect(reading.scroll_by)
        annotate.note_wanted.connect(self._write_note)
        annotate.removed.connect(self.announcer.tell_unmarked)
        annotate.failed.connect(self.announcer.tell_error)
        entities.mention_requested.connect(showing.show_mention)
        entities.entity_selected.connect(showing.select_entity)
        self.extract_entities.found.connect(showing.show_entities)
        self.naming.across_requested.connect(self.whole.open_across)
        self.naming.dossier_requested.connect(self.all_marks.make_dossier_about)
        self.whole.passage_requested.connect(self._open_passage)
        self.window.tabs.chosen.connect(self._follow_tab)
        self.window.margin_moved.connect(showing.place_notes)
        self.window.three.arranged.connect(showing.show_mentions)

    def _wire_actions(self) -> None:
        edit, actions = self.edit_articles, self.actions
        for name, slot in {
            "undo": edit.undo,
            "redo": edit.redo,
            "mark_unread": lambda: edit.set_reading(self.chosen, Reading.UNREAD),
            "mark_read": lambda: edit.set_reading(self.chosen, Reading.READ),
            "set_source": self._edit_source,
            "restore": lambda: edit.restore(self.chosen),
            "delete": self._delete,
            "find": self.panes.reading.find_words,
            "find_next": lambda: self.panes.reading.find_next(1),
            "find_previous": lambda: self.panes.reading.find_next(-1),
            "copy_quotation": self.panes.reading.copy_quotation,
            "copy_visual": self.panes.reading.copy_visual,
            "next_article": lambda: self._step_article(1),
            "previous_article": lambda: self._step_article(-1),
            "search": self._begin_search,
            "larger": lambda: self.settings.step_text_size(1),
            "smaller": lambda: self.settings.step_text_size(-1),
            "original_size": lambda: self.settings.step_text_size(0),
            "reading_settings": lambda: self._open_reading_settings(self.panes.toolbar.reading_settings_button),
            "about": self._open_about,
            "close": self.window.close,
            "quit": self.window.close,
            "language_ar": lambda: self.language_chosen.emit("ar"),
            "language_en": lambda: self.language_chosen.emit("en"),
        }.items():
            actions[name].triggered.connect(lambda _=False, slot=slot: slot())
        actions["star"].triggered.connect(lambda on: edit.set_starred(self.chosen, starred=on))
        actions["print"].triggered.connect(lambda _: self.on_paper.print_article())
        actions["preview"].triggered.connect(lambda _: self.on_paper.preview())
        actions["save_pdf"].triggered.connect(lambda _: self.on_paper.save_pdf())
        for name in ("print_notes", "paragraph_focus"):
            actions[name].setChecked(getattr(self._taste.settings, name))
            actions[name].triggered.connect(lambda on, name=name: self.settings.change(name, on))
        actions["archive"].triggered.connect(lambda on: edit.set_archived(self.chosen, archived=on))
        actions[f"language_{self._language}"].setChecked(True)

    def _wire_window(self) -> None:
        self.window.closing.connect(self.closing)
        self.settings.changed.connect(self.showing.show_settings)
        self._application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def _follow(self, changed: tuple[str, ...]) -> None:
        neighbour = self.panes.articles.neighbour_of(changed) if self.current.id else ""
        self.current.follow(changed)
        self.showing.show_list()
        self.showing.show_selection(self.panes.articles.chosen)
        if not self.current.id and neighbour:
            self._open_quietly(neighbour)

    def _follow_desktop(self) -> None:
        self.showing.show_theme(self.settings.settings)
        self.whole.show_theme()
        self.all_marks.show_theme()
        self.list_side.show_theme()

    def _open_quietly(self, article: str) -> bool:
        """Open an article that the reader did not ask for by name; one that is not there is no news."""
        try:
            if article:
                self.current.open(article)
        except ReaderError:
            return False
        return bool(article) and self.current.id == article

    def _read(self) -> None:
        self.window.three.close_over()
        self.panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_search(self) -> None:
        self.window.show_toolbar()
        self.panes.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step_article(self, way: int) -> None:
        """Open the next article of the list, or with −1 the one before."""
        article = self.articles.neighbour(self.current.id, way)
        if article:
            self.open(article)
            self.panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        self.edit_articles.delete(self.chosen)

    def _edit_source(self) -> None:
        self.window.show_sidebar("about")
        self.panes.about.edit_source()

    def _open_passage(self, article: str, version: str, span: Span) -> None:
        """Open an article at a passage of one of its versions; of another one only the article is opened."""
        self.open(article)
        if self.current.id == article and self._library.version(article) == version:
            self.panes.reading.scroll_to(span)
            self.panes.reading.light(span)

    def _write_note(self, mark: str) -> None:
        self.window.show_sidebar("margin")
        self.panes.margin.edit(mark)
        self.showing.place_notes()

    def _follow_tab(self, tab: str) -> None:
        self.settings.change("sidebar_tab", tab)
        self.showing.show_mentions()
        self.showing.place_notes()

    def _open_added(self, article: str) -> None:
        self.open(article)
        self.panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_about(self) -> None:
        from reader.gui.dialogs.about import AboutDialog

        self.open_dialog(AboutDialog(self._library.places.library, self.theme, self.window))

    def _open_reading_settings(self, anchor: QWidget) -> None:
        from reader.gui.dialogs.reading_settings import ReadingSettings

        if self.showing.reading_settings is None:
            self.showing.load_all_fonts()
            settings = self.settings.settings
            opened = ReadingSettings(settings, self.theme, self.formatter)
            opened.changed.connect(self.settings.change)
            self.showing.reading_settings = opened
        self.window.open_popover(self.showing.reading_settings, anchor)


def _open_outside(place: str | Path) -> None:
    """Have the system open a folder, or an address that the reader clicked."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(place) if isinstance(place, str) else QUrl.fromLocalFile(str(place)))
