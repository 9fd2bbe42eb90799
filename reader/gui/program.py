"""What outlives a window: the library, the words, the fonts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from reader.errors import ReaderError
from reader.gui.fonts import FontLoader
from reader.gui.library_bridge import QueuedCalls
from reader.gui.measuring import FirstPaint
from reader.gui.parts import Taste
from reader.gui.reader import Reader
from reader.gui.translation import Translation, choose
from reader.gui.window_state import WindowStateFile
from reader.library import Library
from reader.settings import SettingsFile
from reader.store.layout import Places

REMEMBERED_AFTER = 2000
"""Milliseconds after which a run that ends without a close comes back to the article that was opened."""


class Program(QObject):
    """Owns what outlives a window: the library, the words, the fonts. A window in another language is a new one.

    `furnished` follows the first frame: the window has everything then.
    """

    furnished = Signal()

    def __init__(self, application: QApplication, places: Places, config: Path, language: str = "") -> None:
        super().__init__()
        self._has_warned = False
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBERED_AFTER)
        self._remembering.timeout.connect(self._remember)
        self._application = application
        self._calls = QueuedCalls(self)
        self._settings = SettingsFile(config / "settings.json")
        self._windows = WindowStateFile(places.state / "window.json")
        settings = self._settings.load()
        if language:
            settings = replace(settings, language=language)
        self.library = Library(places, self._calls.post, later=self._calls.post_later)
        self._fonts = FontLoader()
        self._translation = Translation(application)
        self._translation.use(choose(settings.language))
        self.reader = self._make(Taste(settings, self._settings, self._translation.language))

    def show(self) -> None:
        """Show the window; once its first frame stands, do what could wait."""
        self.reader.start(self._windows.state(self._direction), self._windows.article, content_first=True)
        self.first_paint = FirstPaint(self.reader.first_screen(), self)
        self.first_paint.painted.connect(self._settle)

    def take(self, files: Sequence[Path]) -> None:
        """Come to the front, add the files and show the last one."""
        self.reader.window.come_forward()
        self.reader.import_files.import_paths(files)

    def close_window(self) -> None:
        """Close the window as its button does: it stays where what was done in it cannot be saved."""
        self.reader.window.close()

    def close(self) -> None:
        """Close the window, and the library once everything is on disk."""
        self._remembering.stop()
        self.reader.close()
        self.library.close()
        self._translation.close()

    @property
    def _direction(self) -> str:
        return "rtl" if self._translation.is_rtl else "ltr"

    def _make(self, taste: Taste) -> Reader:
        reader = Reader(self._application, self.library, taste, self._fonts)
        reader.language_chosen.connect(self._change_language, type=Qt.ConnectionType.QueuedConnection)
        reader.closing.connect(self._before_closing)
        reader.current.opened.connect(self._remember_soon)
        return reader

    def _settle(self) -> None:
        from reader.gui.app_icon import app_icon

        self.reader.furnish()
        self.furnished.emit()
        self._application.setWindowIcon(app_icon())
        self.reader.settle()
        self.library.follow()

    def _before_closing(self, event: QCloseEvent) -> None:
        """Remember the window, and refuse to close it once if what was done in it cannot be saved."""
        self.reader.furnish()
        self.reader.panes.margin.finish_writing()
        self.reader.list_side.finish_writing()
        self.reader.edit_articles.finish_noting()
        self.reader.panes.reading.tell_position()
        self._remember()
        try:
            self.library.flush()
        except ReaderError as error:
            if not self._has_warned:
                self._has_warned = True
                event.ignore()
                self.reader.announcer.tell_not_saved(error)

    def _remember_soon(self) -> None:
        self._remembering.start()

    def _remember(self) -> None:
        self._remembering.stop()
        self._windows.save(self._direction, self.reader.placement(), self.reader.current.id)

    def _change_language(self, language: str) -> None:
        if language == self._translation.language:
            return
        old, article = self.reader, self.reader.current.id
        self._remember()
        old.settings.change("language", language)
        old.close()
        self._translation.use(language)
        self.reader = self._make(Taste(old.settings.settings, self._settings, language))
        old.deleteLater()
        self.reader.start(self._windows.state(self._direction), article)
        self.reader.showing.show_undo(*old.showing.undo_words)
        self.reader.settle()
