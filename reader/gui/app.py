"""The program with a window: from nothing to a window that reads, and back."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.gui.crash import CrashHandler, CrashReport
from reader.gui.fonts import FontLoader
from reader.gui.library_bridge import QueuedCalls
from reader.gui.reader import Reader, Taste
from reader.gui.theme import prepare
from reader.gui.translation import Translation, choose
from reader.gui.window_state import WindowStateFile
from reader.library import Library
from reader.settings import SettingsFile
from reader.store.layout import Places


class Program(QObject):
    """Owns what outlives a window: the library, the words, the fonts. A window in another language is a new one."""

    def __init__(self, application: QApplication, places: Places, config: Path, language: str = "") -> None:
        super().__init__()
        self._application = application
        self._calls = QueuedCalls(self)
        self._settings = SettingsFile(config / "settings.json")
        self._windows = WindowStateFile(places.state / "window.json")
        settings = self._settings.load()
        if language:
            settings = replace(settings, language=language)
        self.library = Library(places, self._calls.post)
        self._fonts = FontLoader()
        self._translation = Translation(application)
        self._translation.use(choose(settings.language))
        self.reader = self._make(Taste(settings, self._settings, self._translation.language))
        self.reader.start(self._windows.state(self._direction), self._windows.article)

    def show(self) -> None:
        """Show the window, and once it stands do what could wait."""
        self.reader.window.show()
        QTimer.singleShot(0, self, self._settle)

    def close(self) -> None:
        """Close the window, and the library once everything is on disk."""
        self.reader.close()
        self.library.close()
        self._translation.close()

    @property
    def _direction(self) -> str:
        return "rtl" if self._translation.is_rtl else "ltr"

    def _make(self, taste: Taste) -> Reader:
        reader = Reader(self._application, self.library, taste, self._fonts)
        reader.language_chosen.connect(self._change_language, type=Qt.ConnectionType.QueuedConnection)
        reader.closing.connect(self._remember)
        return reader

    def _settle(self) -> None:
        from reader.gui.app_icon import app_icon

        self._application.setWindowIcon(app_icon())
        self.library.follow()

    def _remember(self) -> None:
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
        self.reader.window.show()


def run(files: Sequence[Path], places: Places, language: str = "", *, measures_startup: bool = False) -> int:
    """Open the window, add the files and show the last one; return the exit status when the window is closed."""
    crashes = CrashHandler(places.state)
    crashes.install()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("hamish")
    application.setDesktopFileName("hamish")
    prepare(application)
    program = Program(application, places, config_folder(), language)
    program.reader.background.failed.connect(crashes.report)
    crashes.show_with(lambda report: _show_crash(program, report))
    if measures_startup:
        _measure(application, program)
    else:
        QTimer.singleShot(0, program, lambda: program.reader.import_files.import_paths(files))
        if crashes.previous is not None:
            QTimer.singleShot(0, program, lambda: _show_crash(program, crashes.previous))
    program.show()
    status = application.exec()
    program.close()
    crashes.close()
    return status


def config_folder() -> Path:
    """Return where the system keeps a program's settings."""
    import platformdirs

    return platformdirs.user_config_path("hamish", appauthor=False)


def _measure(application: QApplication, program: Program) -> None:
    from reader.gui.measuring import FirstPaint, report

    reader = program.reader
    first = FirstPaint((reader.panes.articles.view.viewport(), reader.panes.reading.first_screen), program)

    def tell(first_paint_ms: float) -> None:
        def ready() -> None:
            report(first_paint_ms)
            application.quit()

        QTimer.singleShot(0, program, ready)

    first.painted.connect(tell)


def _show_crash(program: Program, report: CrashReport | None) -> None:
    from reader.gui.dialogs.crash_report import CrashDialog

    if report is not None:
        program.reader.open_dialog(CrashDialog(report, program.reader.theme, program.reader.window))
