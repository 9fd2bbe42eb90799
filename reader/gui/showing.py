"""How facts reach the panes: the open article, its marks and names, the reader's settings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from reader.articles.article import Article
from reader.catalogue.query import Query
from reader.collections.state import ArticleState, Reading
from reader.entities.entity import Entity
from reader.gui.actions import Actions
from reader.gui.current_article import CurrentArticle
from reader.gui.dialogs.announcer import Announcer
from reader.gui.fonts import FontLoader, families
from reader.gui.formatting import Formatter
from reader.gui.main_window import MainWindow
from reader.gui.panes.about.pane import Place
from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.theme import apply_theme, fonts_of, theme_of
from reader.library import Library
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.dialogs.reading_settings import ReadingSettings


@dataclass(frozen=True, slots=True)
class Shown:
    """What facts are taken from, and where they are shown."""

    application: QApplication
    library: Library
    current: CurrentArticle
    articles: ArticlesModel
    window: MainWindow
    actions: Actions
    announcer: Announcer
    fonts: FontLoader
    language: str


class Showing(QObject):
    """Shows values in the panes of one window. It asks for nothing and changes nothing."""

    def __init__(self, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._panes = shown.window.panes
        self._entities: dict[str, Entity] = {}
        self._selected = self._named = ""
        self.undo_words = ("", "")
        self.reading_settings: ReadingSettings | None = None

    def show_list(self) -> None:
        """Take over into the list what changed in the library."""
        self._shown.articles.refresh()
        self._panes.articles.show_article(self._shown.current.id)
        self.show_emptiness()

    def show_emptiness(self) -> None:
        """Say in the page's place whether the library is empty, or the trash is shown, while no article is open."""
        articles = self._shown.articles
        is_empty = articles.query == Query() and articles.total == 0
        is_in_trash = articles.query.trashed and bool(self._panes.articles.chosen)
        self._panes.welcome.show_emptiness(is_empty=is_empty, is_in_trash=is_in_trash)

    def show_article(self, article: str, text: Article, state: ArticleState) -> None:
        """Show an article in every pane."""
        self._panes.margin.finish_writing()
        self._shown.window.show_page(shown=True)
        self._offer_for_page(on=True)
        self.show_state(state)
        self.show_marks(article)
        self.show_entities(article, None)
        self._panes.articles.reveal(article)
        self._shown.window.setWindowTitle(self.tr("%1 — Hamish").replace("%1", text.title))
        self._shown.window.three.close_over()

    def show_no_article(self) -> None:
        """Show that no article is open."""
        self._shown.window.setWindowTitle(self.tr("Hamish"))
        self._shown.window.show_page(shown=False)
        self._offer_for_page(on=False)
        self._panes.margin.finish_writing()
        self._panes.reading.close_article()
        self._panes.margin.show_notes(())
        self._panes.about.show_nothing()
        self.show_emptiness()

    def _offer_for_page(self, *, on: bool) -> None:
        for name in ("mend", "note_on_article", "add_name"):
            self._shown.actions[name].setEnabled(on)

    def show_state(self, state: ArticleState) -> None:
        """Show what the reader has done with the open article."""
        current = self._shown.current
        if current.article is not None:
            self._panes.reading.show_article(current.id, current.article, state)
            library = self._shown.library
            place = Place(library.original(current.id), library.places.texts(current.id))
            self._panes.about.show_article(current.article, state, place)

    def show_marks(self, article: str) -> None:
        """Show the highlights of the open article, on the page and in the margin."""
        if article == self._shown.current.id:
            highlights = self._shown.library.highlighting.of(article)
            self._panes.reading.show_highlights(highlights)
            self._panes.margin.show_notes(highlights)

    def place_notes(self) -> None:
        """Say to the margin where the passages stand, in its own measure: px below its top."""
        reading, margin = self._panes.reading, self._panes.margin
        if margin.isVisible():
            lowered = margin.mapFromGlobal(reading.mapToGlobal(QPoint(0, 0))).y()
            margin.place({mark: top + lowered for mark, top in reading.note_anchors().items()})

    def show_mark(self, mark: str) -> None:
        """Bring a highlight into sight."""
        for placed in self._shown.library.highlighting.of(self._shown.current.id):
            if placed.highlight.id == mark and placed.span is not None:
                self._panes.reading.scroll_to(placed.span)

    def show_entities(self, article: str, entities: tuple[Entity, ...] | None) -> None:
        """Show the people and places of the open article; None while they are looked for."""
        text = self._shown.current.article
        if text is not None and article == self._shown.current.id:
            is_same = entities is not None and article == self._named
            self._named = article if entities is not None else ""
            self._entities = {entity.key: entity for entity in entities or ()}
            self._selected = self._selected if is_same else ""
            self._panes.entities.show_entities(entities, len(text.text), text.direction, is_same=is_same)
            self.show_mentions()

    def show_mentions(self) -> None:
        """Mark the names on the page while the sidebar shows them, the selected one stronger."""
        is_wanted = self._panes.entities.isVisible()
        self._panes.reading.show_mentions(tuple(self._entities.values()) if is_wanted else (), self._selected)

    def select_entity(self, key: str) -> None:
        """Mark one person's or place's names stronger than the others'."""
        self._selected = key
        self.show_mentions()

    def show_mention(self, key: str, index: int) -> None:
        """Bring one mention of a person or place into sight and light it up."""
        entity = self._entities.get(key)
        if entity is not None:
            span = entity.mentions[index].span
            self.select_entity(key)
            self._panes.reading.scroll_to(span)
            self._panes.reading.light(span)

    def show_selection(self, articles: tuple[str, ...]) -> None:
        """Offer what can be done with these articles of the list."""
        rows = self._shown.articles.rows(articles)
        actions = self._shown.actions
        in_trash = self._shown.articles.query.trashed
        for name in ("mark_read", "mark_unread", "star", "archive", "set_source", "delete", "tags", "put_in_folder"):
            actions[name].setEnabled(bool(rows) and not in_trash)
        for name in ("mark_read", "mark_unread", "delete"):
            actions[name].setVisible(not in_trash)
        actions["restore"].setVisible(in_trash)
        actions["read_again"].setEnabled(bool(rows) and not in_trash)
        actions["set_source"].setEnabled(len(rows) == 1 and not in_trash)
        actions["star"].setChecked(bool(rows) and all(row.starred for row in rows))
        actions["archive"].setChecked(bool(rows) and all(row.archived for row in rows))
        actions["mark_read"].setEnabled(any(row.reading is not Reading.READ for row in rows))
        actions["mark_unread"].setEnabled(any(row.reading is not Reading.UNREAD for row in rows))
        self.show_emptiness()

    def show_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what can be taken back and done again, by message keys."""
        self.undo_words = (undo, redo)
        announcer, actions = self._shown.announcer, self._shown.actions
        actions["undo"].setText(announcer.undo_words(undo))
        actions["undo"].setEnabled(bool(undo))
        actions["redo"].setText(announcer.redo_words(redo))
        actions["redo"].setEnabled(bool(redo))

    def show_settings(self, before: Settings, now: Settings) -> None:
        """Show the reader's settings everywhere."""
        self.load_fonts(now)
        if before.theme != now.theme:
            self.show_theme(now)
        formatter = Formatter(now, self._shown.language)
        self._shown.announcer.formatter = formatter
        self._panes.articles.set_formatter(formatter)
        self._panes.about.set_formatter(formatter)
        for pane in (self._panes.reading, self._panes.margin, self._panes.entities):
            pane.set_settings(now)
        if self.reading_settings is not None:
            self.reading_settings.set_formatter(formatter)
            self.reading_settings.show_settings(now)

    def show_theme(self, settings: Settings) -> None:
        """Show the window in the theme that is set, or that the desktop has."""
        theme = theme_of(settings, self._shown.application)
        apply_theme(self._shown.application, theme)
        self._shown.window.set_theme(theme)
        panes = self._panes
        for pane in (panes.toolbar, panes.articles, panes.reading, panes.margin, panes.entities, panes.welcome):
            pane.set_theme(theme)
        self._shown.actions.tint(theme)
        panes.toolbar.show_theme(settings.theme)
        if self.reading_settings is not None:
            self.reading_settings.set_theme(theme)

    def load_fonts(self, settings: Settings) -> None:
        """Give Qt the fonts that these settings need."""
        self._shown.fonts.load(fonts_of(settings))

    def load_all_fonts(self) -> None:
        """Give Qt every font, so that each can be shown where it is chosen."""
        self._shown.fonts.load(families())
