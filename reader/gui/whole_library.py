"""What the window does for the whole library beside the open article: looking through it, and what stands across it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.entities.entity import Entity
from reader.gui.jobs.look_across import LookAcross
from reader.gui.jobs.survey_library import SurveyLibrary
from reader.gui.panes.entities import on_map
from reader.gui.panes.entities.map_section import MapSection
from reader.gui.parts import Parts
from reader.gui.widgets.quiet_progress import QuietProgress
from reader.library import Library
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.across import Appearances
    from reader.catalogue.names import KnownPlace
    from reader.gui.dialogs.map import MapDialog
    from reader.gui.panes.entities.across_page import AcrossPage


class WholeLibrary(QObject):
    """Makes and joins these parts of one window; the window's own parts are there already.

    `passage_requested(article, version, span)` asks for a place in an article.
    """

    passage_requested = Signal(str, str, object)

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts = parts
        self.survey = SurveyLibrary(library, self)
        self.progress = QuietProgress(parts.theme, rtl=parts.formatter.is_rtl)
        self.look = LookAcross(library, parts.background, self)
        settings = parts.settings.settings
        self.map = MapSection(parts.theme, rtl=parts.formatter.is_rtl, is_folded=settings.map_folded)
        self.dialog: MapDialog | None = None
        self._page: AcrossPage | None = None
        self._names: dict[str, str] = {}
        parts.panes.articles.add_foot(self.progress)
        parts.panes.entities.add_foot(self.map)
        self._wire()

    @property
    def page(self) -> "AcrossPage":
        """Where someone stands in all articles; made when it is first wanted."""
        if self._page is None:
            from reader.gui.panes.entities.across_page import AcrossPage

            self._page = AcrossPage(self._parts.theme, self._parts.formatter, self._parts.panes.entities)
            self._page.passage_chosen.connect(self.passage_requested)
            self._page.name_chosen.connect(self.open_across)
            self._page.more_requested.connect(self.survey.begin)
        return self._page

    def settle(self) -> None:
        """Begin what goes on in the background, once the window has settled."""
        self._parts.bridge.articles_added.connect(self.survey.begin_soon)
        self._parts.bridge.decisions_changed.connect(self.survey.begin_soon)
        self._parts.bridge.entities_changed.connect(self.survey.begin_soon)
        self.survey.begin_soon()

    def open_across(self, key: str, name: str = "") -> None:
        """Show where someone or something stands in all articles."""
        self._parts.window.show_sidebar("entities")
        self.page.open(key, name)
        self.look.look_for(key)

    def open_map(self) -> None:
        """Show the map in a window of its own."""
        from reader.gui.dialogs.map import ARTICLE, MapDialog

        if self.dialog is None:
            self.dialog = MapDialog(self._parts.theme, self._parts.formatter, self._parts.window)
            self.dialog.place_chosen.connect(self._go_to_place)
            self.dialog.library_requested.connect(self.look.look_for_places)
        self.dialog.show_places(ARTICLE, self._places)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        for shown in (self.progress, self.map, self._page, self.dialog):
            if shown is not None:
                shown.set_theme(self._parts.theme)

    def close(self) -> None:
        """End what goes on."""
        self.survey.close()
        if self.dialog is not None:
            self.dialog.close()

    def _wire(self) -> None:
        parts = self._parts
        self._places = on_map.of_article((), rtl=self._parts.formatter.is_rtl)
        parts.current.opened.connect(lambda article, *_: self.survey.look_at(article))
        parts.current.closed.connect(lambda: self._show_places(()))
        parts.settings.changed.connect(self._show_settings)
        parts.extract_entities.found.connect(self._take)
        parts.panes.entities.entity_selected.connect(self._select)
        self.survey.progressed.connect(self._show_progress)
        self.survey.ended.connect(self._end_survey)
        self.survey.failed.connect(parts.background.failed)
        self.progress.stopped.connect(self.survey.stop)
        self.map.place_chosen.connect(parts.panes.entities.go_on)
        self.map.larger_requested.connect(self.open_map)
        parts.actions["map"].triggered.connect(lambda _: self.open_map())
        self.map.folded.connect(lambda is_folded: parts.settings.change("map_folded", is_folded))
        self.look.found.connect(self._show_found)
        self.look.places_found.connect(self._show_library)
        self.look.failed.connect(parts.announcer.tell_error)

    def _take(self, article: str, entities: tuple[Entity, ...] | None) -> None:
        if article == self._parts.current.id:
            self._show_places(entities or ())

    def _show_places(self, entities: tuple[Entity, ...]) -> None:
        self._places = on_map.of_article(entities, rtl=self._parts.formatter.is_rtl)
        self.map.show_places(self._places)
        if self.dialog is not None:
            self.dialog.show_places("article", self._places)

    def _show_library(self, places: "list[KnownPlace]") -> None:
        from reader.gui.dialogs.map import LIBRARY

        self._names = {each.key: each.name for each in places}
        if self.dialog is not None:
            self.dialog.show_places(LIBRARY, on_map.of_library(places, rtl=self._parts.formatter.is_rtl))

    def _show_found(self, found: "Appearances") -> None:
        self.page.show_found(found)

    def _select(self, key: str) -> None:
        self.map.select(key)
        if self.dialog is not None:
            self.dialog.view.select(key)

    def _go_to_place(self, scope: str, key: str) -> None:
        from reader.gui.dialogs.map import ARTICLE

        if scope == ARTICLE:
            self._parts.panes.entities.go_on(key)
        else:
            self.open_across(key, self._names.get(key, ""))

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if self._page is not None:
            self._page.set_formatter(self._parts.formatter)
        if before.theme != now.theme:
            self.show_theme()

    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("People and places: %1 of %2").replace("%1", self._parts.formatter.number(done))
        self.progress.show_progress(words.replace("%2", self._parts.formatter.number(total)), done / max(1, total))

    def _end_survey(self) -> None:
        """Show what the survey found to who is waiting for it."""
        self.progress.hide()
        if self._page is not None and self._page.key:
            self.look.look_for(self._page.key)
        if self.dialog is not None and self.dialog.isVisible():
            self.look.look_for_places()
