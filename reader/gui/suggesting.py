"""What one window offers below its search field: names that complete a filter, and what was searched for before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from reader.catalogue.asked import understood
from reader.catalogue.completing import Unfinished, finished, unfinished
from reader.gui.jobs.search_library import SearchLibrary
from reader.gui.parts import Parts
from reader.gui.search_history import SearchHistory
from reader.gui.widgets.command_row import CommandRow

if TYPE_CHECKING:
    from reader.gui.widgets.suggestions import Suggestions

CLEAR = "clear"


class Suggesting(QObject):
    """Joins the search field to the history of searches and to the names that the library knows."""

    def __init__(self, parts: Parts, job: SearchLibrary, history: SearchHistory) -> None:
        super().__init__(parts)
        self._parts, self._job, self.history = parts, job, history
        self._field = parts.panes.toolbar.search
        self._offered: Sequence[str] = []
        self._part: Unfinished | None = None
        self._list: Suggestions | None = None
        self._field.installEventFilter(self)  # behind the list's own: what that leaves comes here
        self._field.textEdited.connect(self._complete)
        self._field.textChanged.connect(self._follow)
        parts.panes.toolbar.search_left.connect(self._remember)
        parts.panes.articles.read_requested.connect(self._remember)
        parts.panes.articles.view.clicked.connect(self._remember)
        job.known.connect(self._offer)

    @property
    def list(self) -> "Suggestions":
        """What hangs below the field; made when there is something to offer."""
        if self._list is None:
            from reader.gui.widgets.suggestions import Suggestions

            self._list = Suggestions(self.tr("Suggestions for the search"), self._parts.theme, self._field)
            self._list.chosen.connect(self._take)
        return self._list

    def set_theme(self) -> None:
        """Take over the theme that is shown."""
        if self._list is not None:
            self._list.deleteLater()
            self._list = None

    def show_history(self) -> bool:
        """Offer what was searched for before; return whether there is anything."""
        self._part, self._offered = None, [*self.history.searches]
        rows = [CommandRow(str(at), readable(typed)) for at, typed in enumerate(self._offered)]
        if rows:
            rows.append(CommandRow(CLEAR, self.tr("Clear the history of searches")))
        self.list.show_rows(rows, first=True)
        return bool(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the history with the down key in the empty field, and with Alt in any."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Down or (self._list is not None and self._list.isVisible()):
            return False
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return (is_alt or not self._field.text()) and self.show_history()

    def _dismiss(self) -> None:
        if self._list is not None:
            self._list.dismiss()

    def _complete(self, typed: str) -> None:
        self._part = unfinished(typed, self._field.cursorPosition())
        if self._part is None:
            self._dismiss()
        else:
            self._job.look_for_known(self._part.field, self._part.beginning)

    def _follow(self, typed: str) -> None:
        """Close the list when nothing is being typed any more that it could complete."""
        if not self._field.isModified() or unfinished(typed, self._field.cursorPosition()) is None:
            self._dismiss()

    def _offer(self, beginning: str, values: Sequence[str]) -> None:
        if self._part is None or self._part.beginning != beginning or not self._field.hasFocus():
            return
        self._offered = values
        self.list.show_rows([CommandRow(str(at), value) for at, value in enumerate(values)])

    def _take(self, row: str) -> None:
        if row == CLEAR:
            self.history.clear()
        elif self._part is None:
            self._field.setText(self._offered[int(row)])
        else:
            typed, cursor = finished(self._field.text(), self._part, self._offered[int(row)])
            self._field.setText(typed)
            self._field.setCursorPosition(cursor)

    def _remember(self) -> None:
        self.history.remember(self._field.text())


def readable(typed: str) -> str:
    """Return what was typed with the values of its fields isolated: raw, قبل:2024-10 reads backwards."""
    asked, shown = understood(typed), typed
    parts = [each.at for each in asked.terms] + [each.at for each in asked.dates]
    for at in sorted((at for at in parts if ":" in at.of(typed)), reverse=True):
        name, _, value = at.of(typed).partition(":")
        shown = f"{shown[: at.start]}{name}:\u2068{value}\u2069{shown[at.end :]}"
    return shown
