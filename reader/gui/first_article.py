"""An article for a window that began with an empty list, because the catalogue was gone and is made anew."""

from contextlib import suppress

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reader.errors import ReaderError
from reader.gui.parts import Parts


class FirstArticle(QObject):
    """Opens the article that was opened last as soon as the list has any, and gives the page the keyboard.

    Articles that the reader adds are opened by who adds them.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._parts = parts
        self._news = (parts.bridge.articles_added, parts.bridge.articles_changed)
        if not parts.articles.total:
            for news in self._news:
                news.connect(self._open)

    def _open(self) -> None:
        parts = self._parts
        article = parts.articles.opened_last()
        if not article:
            return
        for news in self._news:
            news.disconnect(self._open)
        if parts.current.id or parts.import_files.is_busy:
            return
        with suppress(ReaderError):
            parts.current.open(article)
            if QApplication.focusWidget() is not parts.panes.toolbar.search:
                parts.panes.reading.setFocus(Qt.FocusReason.OtherFocusReason)
