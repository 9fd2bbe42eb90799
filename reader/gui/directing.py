"""Turning the open article round, or all articles of its source: the menu's choices and what they change."""

from PySide6.QtCore import QObject

from reader.gui.actions import Actions
from reader.gui.current_article import CurrentArticle
from reader.gui.jobs.change_settings import ChangeSettings
from reader.gui.jobs.edit_articles import EditArticles

_CHOICES = {"direction_auto": "", "direction_rtl": "rtl", "direction_ltr": "ltr"}


class Directing(QObject):
    """Joins the direction's actions to the article's state and to the settings, which keep what holds for a source."""

    def __init__(
        self, actions: Actions, current: CurrentArticle, edit: EditArticles, settings: ChangeSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions, self._current, self._edit, self._settings = actions, current, edit, settings
        for name, direction in _CHOICES.items():
            actions[name].triggered.connect(lambda _=False, direction=direction: self.choose(direction))
        actions["direction_of_source"].triggered.connect(self._spread)
        for changed in (current.opened, current.state_changed, current.closed, settings.changed):
            changed.connect(self.show_choice)
        self.show_choice()

    def choose(self, direction: str) -> None:
        """Turn the open article, or all of its source if that is what was chosen before."""
        if not self._current.id:
            return
        if self._source in self._settings.settings.directions:
            self._keep(direction)
        else:
            self._edit.set_direction(self._current.id, direction)
        self.show_choice()

    def show_choice(self) -> None:
        """Show what holds for the open article."""
        state, of_source = self._current.state, self._settings.settings.directions.get(self._source, "")
        shown = (state.direction if state is not None else "") or of_source
        for name, direction in _CHOICES.items():
            self._actions[name].setChecked(direction == shown)
            self._actions[name].setEnabled(state is not None)
        self._actions["direction_of_source"].setChecked(bool(of_source))
        self._actions["direction_of_source"].setEnabled(bool(self._source and shown))

    @property
    def _source(self) -> str:
        article, state = self._current.article, self._current.state
        return (state.source or article.source) if article is not None and state is not None else ""

    def _spread(self, on: bool) -> None:  # noqa: FBT001 - a signal gives its values by position
        """Let the article's direction hold for its source, or for itself alone again."""
        state = self._current.state
        if state is None:
            return
        if on:
            self._keep(state.direction)
            self._edit.set_direction(self._current.id, "")
        else:
            self._edit.set_direction(self._current.id, self._settings.settings.directions.get(self._source, ""))
            self._keep("")
        self.show_choice()

    def _keep(self, direction: str) -> None:
        kept = {source: way for source, way in self._settings.settings.directions.items() if source != self._source}
        self._settings.change("directions", {**kept, self._source: direction} if direction else kept)
