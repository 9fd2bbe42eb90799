"""Narrowing the list of one window: what there is to choose from, and what is chosen, as chips."""

from contextlib import closing, suppress

from PySide6.QtCore import QObject

from reader.errors import ReaderError
from reader.gui.panes.articles.chips import Chips
from reader.gui.panes.articles.filters import without
from reader.gui.parts import Parts
from reader.library import Library
from reader.settings import Settings


class Narrowing(QObject):
    """Joins the filters of one window to its list."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts, self._library = parts, library
        self._rtl = parts.formatter.is_rtl
        self.chips = Chips(parts.theme, rtl=parts.formatter.is_rtl)
        self._menu = parts.panes.articles.filter_menu
        parts.panes.articles.add_below_head(self.chips)
        parts.articles.asked.connect(self._show_query)
        parts.settings.changed.connect(self._show_settings)
        self._menu.wanted.connect(self._look)
        self.chips.removed.connect(self._remove)

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        self.chips.set_theme(self._parts.theme)

    def _look(self) -> None:
        """Look for what there is to choose from, beside the window."""
        from reader.catalogue.choices import choices

        places = self._library.places
        self._parts.background.ask(
            "choices", lambda _task: choices(places.catalogue, places.names), self._menu.offer, self._tell
        )

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):  # an index in use is asked when the menu opens again
            self._parts.background.failed.emit(error)

    def _show_query(self) -> None:
        query = self._parts.articles.query
        if query.keys:
            from reader.catalogue.names import Names

            with suppress(ReaderError), closing(Names(self._library.places.names)) as names:
                self._menu.show_names({key: name for key in query.keys if (name := names.name_of(key))})
        self.chips.show_chips(self._menu.chips_of(query))

    def _remove(self, at: tuple[str, object]) -> None:
        self._parts.articles.show(without(self._parts.articles.query, *at))

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if before.theme != now.theme:
            self.show_theme()
