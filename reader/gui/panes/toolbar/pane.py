"""The bar at the top: search, the size of the text, reading settings, theme, adding articles, and the menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from reader.gui.actions import Actions
from reader.gui.fonts import page_font
from reader.gui.icons import icon, letters
from reader.gui.theme import Theme, theme_names
from reader.gui.widgets.menu import Menu
from reader.settings import THEMES

HEIGHT = 48
CONTROL = 36
NARROW = 1000


class SearchField(QLineEdit):
    """Where the reader types what to look for. Esc empties it, a second Esc leaves it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search the library", "placeholder"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setObjectName("search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CONTROL)
        self._glass = QAction(self.placeholderText(), self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)

    def set_theme(self, theme: Theme) -> None:
        """Tint the glass."""
        self._glass.setIcon(icon("search", theme, rtl=False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc, or leave it; leave it downwards with Enter and the down key."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TextSizeControl(QFrame):
    """The control that readers of Arabic news know: + الخط −."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(self.tr("Text size"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        self._buttons = {name: QToolButton(self) for name in ("larger", "smaller")}
        words = QLabel(self.tr("Text", "between the buttons for larger and smaller text"), self)
        words.setObjectName("quiet")
        for widget in (self._buttons["larger"], words, self._buttons["smaller"]):
            layout.addWidget(widget)
        for name, button in self._buttons.items():
            button.setDefaultAction(actions[name])
            button.setAccessibleName(actions.words(name))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(30, 30)
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(CONTROL)


class ToolbarPane(QFrame):
    """The window's bar. It filters nothing and opens nothing itself."""

    words_changed = Signal(str)
    search_left = Signal()
    theme_chosen = Signal(str)
    reading_settings_requested = Signal(QWidget)

    def __init__(self, actions: Actions, theme: Theme, *, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAccessibleName(self.tr("Toolbar"))
        self.setFixedHeight(HEIGHT)
        self._actions, self._rtl = actions, rtl
        self._theme_entries: dict[str, QAction] = {}
        self.search = SearchField(self)
        self._list = self._icon_button(actions["list"])
        self._sidebar = self._icon_button(actions["sidebar"])
        self._size = TextSizeControl(actions, self)
        self._settings = self._menu_button(self.tr("Reading settings"), "reading_letter")
        self._theme = self._menu_button(self.tr("Theme"), "theme")
        self._add = self._icon_button(actions["add_articles"])
        self._add.setObjectName("add_articles")
        self._menu = self._menu_button(self.tr("Menu"), "menu")
        self._lay_out()
        self.search.textChanged.connect(self.words_changed)
        self.search.left.connect(self.search_left)
        self._settings.clicked.connect(lambda: self.reading_settings_requested.emit(self._settings))
        self._theme.setMenu(self._make_theme_menu())
        self.set_theme(theme)

    @property
    def reading_settings_button(self) -> QWidget:
        """The button under which the reading settings open."""
        return self._settings

    def set_menu(self, menu: Menu) -> None:
        """Give the menu button its menu, which opens towards the window's middle."""
        self._menu.clicked.connect(lambda: menu.open_under(self._menu))

    def show_theme(self, choice: str) -> None:
        """Show a theme as chosen."""
        if choice in self._theme_entries:
            self._theme_entries[choice].setChecked(True)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self.search.set_theme(theme)
        self._theme.setIcon(icon("theme", theme, rtl=self._rtl))
        self._menu.setIcon(icon("menu", theme, rtl=self._rtl))
        font = page_font("", "arabic", 20, 700)  # a lone alef would be read as a stroke
        self._settings.setIcon(QIcon(letters("أب", font, theme.colour("quiet"), size=24)))
        self._settings.setIconSize(QSize(24, 24))

    def set_narrow(self, width: int) -> None:
        """Fit a window of this width: in a narrow one adding is an icon without words."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if width < NARROW else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._add.setToolButtonStyle(style)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 1)
        row.setSpacing(4)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(320)
        row.addWidget(self._list)
        row.addSpacing(4)
        row.addWidget(self.search, 3)
        row.addStretch(2)
        for widget in (self._size, self._settings, self._theme):
            row.addWidget(widget)
        row.addSpacing(8)
        for widget in (self._add, self._sidebar, self._menu):
            row.addWidget(widget)

    def _icon_button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setAccessibleName(action.text().rstrip("…"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedHeight(CONTROL)
        return button

    def _menu_button(self, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIconSize(QSize(20, 20))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setFixedSize(40, CONTROL)
        return button

    def _make_theme_menu(self) -> Menu:
        menu, group = Menu(self), QActionGroup(self)
        words = theme_names()
        for choice in THEMES:
            entry = menu.addAction(words[choice])
            entry.setCheckable(True)
            entry.setActionGroup(group)
            entry.triggered.connect(lambda _=False, choice=choice: self.theme_chosen.emit(choice))
            self._theme_entries[choice] = entry
        return menu
