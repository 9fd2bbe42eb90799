"""The map at the foot of people and places: folded until it is wanted, gone where no place can be put on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.gui.icons import icon
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.widgets.map.places import MapPlace
    from reader.gui.widgets.map.view import MapView

HEIGHT = 232


class MapSection(QWidget):
    """Shows the open article's places. `folded` says that the reader folded it or, with False, unfolded it.

    The map itself is made when it is first unfolded.
    """

    place_chosen = Signal(str)
    larger_requested = Signal()
    folded = Signal(bool)

    def __init__(self, theme: Theme, *, rtl: bool, is_folded: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rtl = rtl
        self._places: Sequence[MapPlace] = ()
        self.view: MapView | None = None
        self._head, self._larger = QToolButton(self), QToolButton(self)
        self._head.setText(self.tr("Map"))
        self._head.setObjectName("pane_title")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setCheckable(True)
        self._head.setChecked(not is_folded)
        self._larger.setAccessibleName(self.tr("Larger map"))
        self._larger.setToolTip(self.tr("Larger map"))
        for button in (self._head, self._larger):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._head)
        row.addStretch(1)
        row.addWidget(self._larger)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._head.toggled.connect(self._unfold)
        self._larger.clicked.connect(self.larger_requested)
        self.set_theme(theme)
        self.hide()

    @property
    def is_folded(self) -> bool:
        """Whether only its head is seen."""
        return not self._head.isChecked()

    def show_places(self, places: "Sequence[MapPlace]") -> None:
        """Show other places."""
        self._places = places
        self.setVisible(bool(places))
        self._show_map()

    def select(self, key: str) -> None:
        """Let a place stand out."""
        if self.view is not None:
            self.view.select(key)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        self._head.setIcon(icon("map", theme, rtl=self._rtl, checkable=True))
        self._larger.setIcon(icon("enlarge", theme, rtl=self._rtl, size=16))
        if self.view is not None:
            self.view.set_theme(theme)

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._show_map()
        self.folded.emit(not unfolded)

    def _show_map(self) -> None:
        is_wanted = bool(self._places) and not self.is_folded
        self._head.setAccessibleName(self.tr("Hide the map") if is_wanted else self.tr("Show the map"))
        if is_wanted and self.view is None:
            from reader.gui.widgets.map.view import MapView

            self.view = MapView(self._theme, rtl=self._rtl, parent=self)
            self.view.setFixedHeight(HEIGHT)
            self.view.place_chosen.connect(self.place_chosen)
            self._column.addWidget(self.view)
        if self.view is not None:
            self.view.setVisible(is_wanted)
            self.view.show_places(self._places)
