"""What a window is made of: first what its first frame shows, then everything else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from reader.gui.current_article import CurrentArticle
from reader.gui.fonts import FontLoader
from reader.gui.formatting import Formatter
from reader.gui.main_window import MainWindow, Panes
from reader.gui.panes.articles.model import ArticlesModel
from reader.gui.panes.articles.pane import ArticlesPane
from reader.gui.panes.reading.pane import ReadingPane
from reader.gui.theme import Theme, apply_theme, fonts_of, theme_of
from reader.library import Library
from reader.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from reader.gui.actions import Actions
    from reader.gui.background import Background
    from reader.gui.dialogs.announcer import Announcer
    from reader.gui.jobs.annotate import Annotate
    from reader.gui.jobs.change_settings import ChangeSettings
    from reader.gui.jobs.edit_articles import EditArticles
    from reader.gui.jobs.extract_entities import ExtractEntities
    from reader.gui.jobs.import_files import ImportFiles
    from reader.gui.library_bridge import LibraryBridge
    from reader.gui.showing import Showing


@dataclass(frozen=True, slots=True)
class Taste:
    """What a window is made with: settings and where they are kept (None for nowhere), and its language, ar or en."""

    settings: Settings
    file: SettingsFile | None
    language: str


class Parts(QObject):
    """The parts of one window over a library, made in order; nothing is joined to anything here."""

    background: "Background"
    bridge: "LibraryBridge"
    settings: "ChangeSettings"
    import_files: "ImportFiles"
    edit_articles: "EditArticles"
    annotate: "Annotate"
    extract_entities: "ExtractEntities"
    actions: "Actions"
    panes: Panes
    announcer: "Announcer"
    showing: "Showing"

    def __init__(self, application: QApplication, library: Library, taste: Taste, fonts: FontLoader) -> None:
        super().__init__()
        self._application, self._library, self._fonts, self._taste = application, library, fonts, taste
        self._language = taste.language
        fonts.load(fonts_of(taste.settings))
        theme = theme_of(taste.settings, application)
        apply_theme(application, theme)
        formatter = Formatter(taste.settings, taste.language)
        self.current = CurrentArticle(library, self)
        self.articles = ArticlesModel(library, formatter, self)
        self._list = ArticlesPane(self.articles, theme, formatter)
        self._page = ReadingPane(theme, taste.settings)
        self.window = MainWindow(self._list, self._page, theme)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The articles that a command is about: those selected in the list, else the open one."""
        return self.panes.articles.chosen or ((self.current.id,) if self.current.id else ())

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        return theme_of(self.settings.settings, self._application)

    @property
    def formatter(self) -> Formatter:
        """What writes numbers and dates as the settings are now."""
        return Formatter(self.settings.settings, self._language)

    def open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the window; it goes for good when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_content(self) -> None:
        """Show the open article in the panes that the first frame has."""
        article, state = self.current.article, self.current.state
        assert article is not None
        assert state is not None
        self.window.show_page(shown=True)
        self._page.show_article(self.current.id, article, state)
        self._page.show_highlights(self._library.highlighting.of(self.current.id))
        self._list.show_article(self.current.id)

    def make_jobs(self) -> None:
        """Make what turns wishes into changes."""
        from reader.gui.background import Background
        from reader.gui.jobs.annotate import Annotate
        from reader.gui.jobs.change_settings import ChangeSettings
        from reader.gui.jobs.edit_articles import EditArticles
        from reader.gui.jobs.extract_entities import ExtractEntities
        from reader.gui.jobs.import_files import ImportFiles
        from reader.gui.library_bridge import LibraryBridge

        self.background = Background(self)
        self.bridge = LibraryBridge(self._library, self)
        self.settings = ChangeSettings(self._taste.file, self._taste.settings, self)
        self.import_files = ImportFiles(self._library, self.background, self)
        self.edit_articles = EditArticles(self._library, self)
        self.annotate = Annotate(self._library, self)
        self.extract_entities = ExtractEntities(self._library, self.background, self)

    def make_rest(self) -> None:
        """Make the panes, actions and messages that the first frame does not have."""
        from reader.gui.actions import Actions
        from reader.gui.dialogs.announcer import Announcer
        from reader.gui.panes.about.pane import AboutPane
        from reader.gui.panes.entities.pane import EntitiesPane
        from reader.gui.panes.margin.pane import MarginPane
        from reader.gui.panes.reading.pictures import Pictures
        from reader.gui.panes.toolbar.pane import ToolbarPane
        from reader.gui.panes.welcome.pane import WelcomePane
        from reader.gui.showing import Showing, Shown
        from reader.messages import Messages

        theme, settings, rtl = self.theme, self._taste.settings, self._language == "ar"
        formatter = self.formatter
        self._page.show_pictures(Pictures(self._library.image, self.background, self))
        self.actions = Actions(theme, rtl=rtl, parent=self)
        self.panes = Panes(
            toolbar=ToolbarPane(self.actions, theme, rtl=rtl),
            articles=self._list,
            reading=self._page,
            margin=MarginPane(theme, settings),
            entities=EntitiesPane(theme, settings),
            about=AboutPane(formatter),
            welcome=WelcomePane(theme, self._language),
        )
        self.window.furnish(self.panes, self.actions, rtl=rtl)
        self.announcer = Announcer(self.window.message, Messages(self._language), formatter, self)
        shown = Shown(
            self._application,
            self._library,
            self.current,
            self.articles,
            self.window,
            self.actions,
            self.announcer,
            self._fonts,
            self._language,
        )
        self.showing = Showing(shown, self)
