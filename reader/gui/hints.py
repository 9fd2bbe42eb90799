"""Three hints for who is new, one at a time below the list; each goes for good once understood or followed."""

from PySide6.QtCore import QObject

from reader.gui.parts import Parts
from reader.gui.widgets.hint_card import HintCard
from reader.settings import Settings


class Hints(QObject):
    """Shows the first hint that has not gone, while an article is open. Which have gone is one of the settings."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._words = {
            "marking": self.tr("Select words to highlight them or write a note: the keys 1–5 and N do so too."),
            "names": self.tr("People and places stands beside the page: a click goes from mention to mention."),
            "keys": self.tr("Press ? for all keyboard shortcuts, and Ctrl+Shift+P for any command by its name."),
        }
        self.card = HintCard(parts.panes.articles)
        parts.panes.articles.add_foot(self.card)
        self.card.gone.connect(lambda: self._send_away(self.current))
        parts.panes.reading.highlight_requested.connect(lambda *_: self._send_away("marking"))
        parts.panes.entities.mention_requested.connect(lambda *_: self._send_away("names"))
        for name in ("palette", "shortcuts"):
            parts.actions[name].triggered.connect(lambda _: self._send_away("keys"))
        parts.current.opened.connect(lambda *_: self._show())
        parts.current.closed.connect(self._show)
        parts.settings.changed.connect(self._show_settings)
        self._show()

    @property
    def current(self) -> str:
        """The first hint that has not gone, or nothing."""
        gone = self._parts.settings.settings.hints_gone
        return next((name for name in self._words if not gone.get(name)), "")

    def _send_away(self, name: str) -> None:
        gone = self._parts.settings.settings.hints_gone
        if name and not gone.get(name):
            self._parts.settings.change("hints_gone", {**gone, name: True})

    def _show(self) -> None:
        self.card.show_words(self._words.get(self.current, "") if self._parts.current.id else "")

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if before.hints_gone != now.hints_gone:
            self._show()
