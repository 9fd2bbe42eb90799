"""What stands in the page's place while no article is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.empty_state import EmptyState
from reader.gui.widgets.segmented import Segmented


class WelcomePane(QWidget):
    """For an empty library: a sentence, what to do, and the interface's language; else a quiet hint."""

    add_requested = Signal()
    sample_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._empty = EmptyState("library", theme, rtl=language == "ar", parent=self)
        self._empty.show_words(
            self.tr("Your library is empty"), self.tr("Paste an article’s text with Ctrl+V, or drop a file here.")
        )
        self.add_button = self._empty.add_button("add", self.tr("Add articles…"), primary=True)
        self.sample_button = self._empty.add_button("sample", self.tr("Open the sample article"))
        self._nothing_open = EmptyState("article", theme, rtl=language == "ar", parent=self)
        self._nothing_open.show_words("", self.tr("Choose an article from the list."))
        self.language = Segmented((("ar", "العربية"), ("en", "English")), self.tr("Language"), self)
        self.language.show_value(language)
        self._languages = QWidget(self)
        row = QHBoxLayout(self._languages)
        row.addStretch(1)
        row.addWidget(self.language)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.addWidget(self._empty, 1)
        column.addWidget(self._nothing_open, 1)
        column.addWidget(self._languages)
        self._empty.chosen.connect(self._announce)
        self.language.chosen.connect(self.language_chosen)
        self.show_empty_library(is_empty=False)

    def show_empty_library(self, *, is_empty: bool) -> None:
        """Say that the library is empty, or only that no article is open."""
        self._empty.setVisible(is_empty)
        self._languages.setVisible(is_empty)
        self._nothing_open.setVisible(not is_empty)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._empty.set_theme(theme)
        self._nothing_open.set_theme(theme)

    def _announce(self, name: str) -> None:
        if name == "add":
            self.add_requested.emit()
        else:
            self.sample_requested.emit()
