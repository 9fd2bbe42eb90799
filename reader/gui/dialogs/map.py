"""The map in a window of its own: the places of the open article, or of the whole library, beside a list of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.formatting import Formatter, isolated
from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.gui.widgets.map.places import MapPlace
from reader.gui.widgets.map.view import STEP, MapView
from reader.gui.widgets.segmented import Segmented

ARTICLE, LIBRARY = "article", "library"
"""The two scopes."""

LIST_WIDTH = 232


class MapDialog(QDialog):
    """Stays open beside the window. `place_chosen(scope, key)` names a place of one of the two scopes.

    `library_requested` asks for the library's places, once. The list says all that the map shows to those who cannot
    see it.
    """

    place_chosen = Signal(str, str)
    library_requested = Signal()

    def __init__(self, theme: Theme, formatter: Formatter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setWindowTitle(self.tr("Map"))
        self.resize(960, 640)
        self._theme, self._formatter = theme, formatter
        self._places: dict[str, Sequence[MapPlace] | None] = {ARTICLE: (), LIBRARY: None}
        rtl = formatter.is_rtl
        self.view = MapView(theme, rtl=rtl, parent=self)
        self.view.setMinimumSize(320, 240)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setObjectName("map_places")
        self.scope = Segmented(
            ((ARTICLE, self.tr("This article")), (LIBRARY, self.tr("The library"))), self.tr("Places"), self
        )
        self.scope.show_value(ARTICLE)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._credit = QLabel(self.tr("Outlines: Natural Earth"), self)
        self._credit.setObjectName("quiet")
        self._buttons = self._make_buttons()
        self._lay_out()
        self.setStyleSheet(theme.stylesheet())
        self.scope.chosen.connect(self.show_scope)
        self.view.place_chosen.connect(self._choose)
        self.list.itemActivated.connect(self._choose_item)
        self.list.itemClicked.connect(self._choose_item)
        self.view.setFocus()

    def show_places(self, scope: str, places: Sequence[MapPlace]) -> None:
        """Show the places of a scope, where it is the one that is looked at."""
        self._places[scope] = places
        if self.scope.value == scope:
            self._show(places)

    def show_scope(self, scope: str) -> None:
        """Look at the article's places, or at the library's."""
        self.scope.show_value(scope)
        places = self._places[scope]
        if places is None:
            self._show(())
            self._hint.setText(self.tr("Looking…"))
            self.library_requested.emit()
        else:
            self._show(places)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        self.setStyleSheet(theme.stylesheet())
        self.view.set_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme, rtl=self._formatter.is_rtl))

    def _show(self, places: Sequence[MapPlace]) -> None:
        self.view.show_places(places)
        self.list.clear()
        for each in sorted(places, key=lambda each: (-each.mentions, each.key)):
            item = QListWidgetItem(f"{isolated(each.name)[0]}  {self._formatter.number(each.mentions)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.key)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._hint.setText("" if places else self.tr("No place here can be put on the map."))
        self._hint.setVisible(not places)

    def _choose(self, key: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(row)
        self.place_chosen.emit(self.scope.value, key)

    def _choose_item(self, item: QListWidgetItem) -> None:
        key = str(item.data(Qt.ItemDataRole.UserRole))
        self.view.select(key)
        self.place_chosen.emit(self.scope.value, key)

    def _make_buttons(self) -> dict[str, QToolButton]:
        acts = {
            "add": (self.tr("Zoom in"), lambda: self.view.zoom(STEP)),
            "minus": (self.tr("Zoom out"), lambda: self.view.zoom(1 / STEP)),
            "map": (self.tr("Show all places"), self.view.show_all),
        }
        made = {}
        for name, (words, act) in acts.items():
            button = made[name] = QToolButton(self)
            button.setIcon(icon(name, self._theme, rtl=self._formatter.is_rtl))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.scope)
        head.addStretch(1)
        for button in self._buttons.values():
            head.addWidget(button)
        side = QVBoxLayout()
        side.setContentsMargins(8, 0, 8, 8)
        for widget in (self._hint, self.list, self._credit):
            side.addWidget(widget)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.view, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
