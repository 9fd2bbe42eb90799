"""What stands in the page's place while no article is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.empty_state import EmptyState
from reader.gui.widgets.segmented import Segmented


class WelcomePane(QWidget):
    """For an empty library: a sentence, what to do, and the interface's language; for the trash, the way back.

    Else a quiet hint.
    """

    restore_requested = Signal()
    emptying_requested = Signal()
    add_requested = Signal()
    sample_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._language = theme, language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self._shown: EmptyState | None = None
        self._languages: QWidget | None = None
        self._about = "article"
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_emptiness(self, *, is_empty: bool, is_in_trash: bool) -> None:
        """Say that the library is empty, that what is chosen lies in the trash, or only that no article is open."""
        about = "library" if is_empty else "delete" if is_in_trash else "article"
        if about != self._about or self._shown is None:
            self._about = about
            self._drop()
        if self.isVisible() and self._shown is None:
            self._make()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        if self._shown is not None:
            self._shown.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is shown once somebody looks: with an article open nobody does."""
        super().showEvent(event)
        if self._shown is None:
            self._make()

    def _drop(self) -> None:
        for widget in (self._shown, self._languages):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = self._languages = None

    def _make(self) -> None:
        rtl = self._language == "ar"
        self._shown = EmptyState(self._about, self._theme, rtl=rtl, parent=self)
        self._shown.chosen.connect(self._announce)
        self._column.addWidget(self._shown, 1)
        if self._about == "article":
            self._shown.show_words("", self.tr("Choose an article from the list."))
        elif self._about == "delete":
            self._shown.show_words(self.tr("In the trash"), self.tr("Deleted articles stay here for thirty days."))
            self._shown.add_button("restore", self.tr("Restore"))
            self._shown.add_button("empty", self.tr("Empty the trash…"))
        else:
            self._offer_beginning(self._shown)

    def _offer_beginning(self, shown: EmptyState) -> None:
        shown.show_words(
            self.tr("Your library is empty"), self.tr("Paste an article’s text with Ctrl+V, or drop a file here.")
        )
        self.setFocusProxy(shown.add_button("add", self.tr("Add articles…"), primary=True))
        shown.add_button("sample", self.tr("Open the sample article"))
        self._languages = self._make_languages()
        self._column.addWidget(self._languages)
        shown.show()  # at once, not when the layout comes to it: until then it cannot keep the keyboard

    def _make_languages(self) -> QWidget:
        languages = QWidget(self)
        choice = Segmented((("ar", "العربية"), ("en", "English")), self.tr("Language"), languages)
        choice.show_value(self._language)
        choice.chosen.connect(self.language_chosen)
        row = QHBoxLayout(languages)
        row.addStretch(1)
        row.addWidget(choice)
        row.addStretch(1)
        return languages

    def _announce(self, name: str) -> None:
        wishes = {
            "add": self.add_requested,
            "sample": self.sample_requested,
            "restore": self.restore_requested,
            "empty": self.emptying_requested,
        }
        wishes[name].emit()
