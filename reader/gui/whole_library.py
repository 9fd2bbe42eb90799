"""What the window does for the whole library beside the open article: looking through it for people and places."""

from PySide6.QtCore import QObject

from reader.gui.formatting import Formatter
from reader.gui.jobs.survey_library import SurveyLibrary
from reader.gui.parts import Parts
from reader.gui.widgets.quiet_progress import QuietProgress
from reader.library import Library
from reader.settings import Settings


class WholeLibrary(QObject):
    """Makes and joins these parts of one window; the window's own parts are there already."""

    def __init__(self, parts: Parts, library: Library, formatter: Formatter) -> None:
        super().__init__(parts)
        self._parts = parts
        self.formatter = formatter
        self.survey = SurveyLibrary(library, self)
        self.progress = QuietProgress(parts.theme, rtl=formatter.is_rtl)
        parts.panes.articles.add_foot(self.progress)
        parts.current.opened.connect(lambda article, *_: self.survey.look_at(article))
        self.survey.progressed.connect(self._show_progress)
        self.survey.ended.connect(self.progress.hide)
        self.survey.failed.connect(parts.background.failed)
        self.progress.stopped.connect(self.survey.stop)
        parts.settings.changed.connect(self._show_settings)

    def settle(self) -> None:
        """Begin what goes on in the background, once the window has settled."""
        self._parts.bridge.articles_added.connect(self.survey.begin_soon)
        self._parts.bridge.decisions_changed.connect(self.survey.begin_soon)
        self._parts.bridge.entities_changed.connect(self.survey.begin_soon)
        self.survey.begin_soon()

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        self.progress.set_theme(self._parts.theme)

    def close(self) -> None:
        """End what goes on."""
        self.survey.close()

    def _show_settings(self, _before: Settings, now: Settings) -> None:
        self.formatter = Formatter(now, "ar" if self.formatter.is_rtl else "en")
        self.show_theme()

    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("People and places: %1 of %2").replace("%1", self.formatter.number(done))
        self.progress.show_progress(words.replace("%2", self.formatter.number(total)), done / max(1, total))
