"""Turning the open article round, or all articles of its source: the menu's choices and what they change."""

from PySide6.QtCore import QObject, Signal

from reader.gui.actions import Actions
from reader.gui.current_article import CurrentArticle
from reader.gui.jobs.edit_articles import EditArticles

_CHOICES = {"direction_auto": "", "direction_rtl": "rtl", "direction_ltr": "ltr"}


class Directing(QObject):
    """Joins the direction's actions to what the library keeps of the article and of its source.

    `spread` carries a source whose articles all run as the open one now: most of that is out of sight.
    """

    spread = Signal(str)

    def __init__(self, actions: Actions, current: CurrentArticle, edit: EditArticles, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._current, self._edit = actions, current, edit
        for name, direction in _CHOICES.items():
            actions[name].triggered.connect(lambda _=False, direction=direction: self.choose(direction))
        actions["direction_of_source"].triggered.connect(self._spread)
        for changed in (current.opened, current.state_changed, current.closed):
            changed.connect(self.show_choice)
        self.show_choice()

    def choose(self, direction: str) -> None:
        """Turn the open article, or all of its source if that is what was chosen before."""
        current = self._current
        if not current.id:
            return
        if current.source_direction:
            self._edit.turn_source(current.source, direction, current.id, "")
        else:
            self._edit.set_direction(current.id, direction)
        self.show_choice()

    def show_choice(self) -> None:
        """Show what holds for the open article."""
        current = self._current
        shown = current.state.direction if current.state is not None else ""
        for name, direction in _CHOICES.items():
            self._actions[name].setChecked(direction == shown)
            self._actions[name].setEnabled(current.state is not None)
        self._actions["direction_of_source"].setChecked(bool(current.source_direction))
        self._actions["direction_of_source"].setEnabled(bool(current.source and shown))

    def _spread(self, on: bool) -> None:  # noqa: FBT001 - a signal gives its values by position
        """Let the article's direction hold for its source, or for itself alone again."""
        current = self._current
        if on:
            self._edit.turn_source(current.source, current.own_direction, current.id, "")
            self.spread.emit(current.source)
        elif current.id:
            self._edit.turn_source(current.source, "", current.id, current.state.direction if current.state else "")
        self.show_choice()
