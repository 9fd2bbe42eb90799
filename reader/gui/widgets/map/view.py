"""A map with places on it: outlines of countries, dots as large as they are often mentioned, names that do not collide.

It knows nothing of articles. Zoomed with the wheel or + and −, pulled with the mouse or the arrows, 0 shows all places;
N and P go from place to place, Enter chooses one.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from reader.atlas.projection import View
from reader.gui.keys import plain_key
from reader.gui.theme import Theme
from reader.gui.widgets.map.drawing import Drawing, pen_of
from reader.gui.widgets.map.land import Land
from reader.gui.widgets.map.places import Arrangement, MapPlace, Shown, moved

MARGIN = 36.0
"""px between the outermost places and the edge when all are shown: room for their names."""

STEP = 1.5
"""By how much a key or a button zooms; a notch of the wheel is 120 eighths of a degree."""

PULL = 48.0
"""px by which an arrow key pulls the map."""

NOTCH = 120

_PULLS = {
    Qt.Key.Key_Left: (PULL, 0.0),
    Qt.Key.Key_Right: (-PULL, 0.0),
    Qt.Key.Key_Up: (0.0, PULL),
    Qt.Key.Key_Down: (0.0, -PULL),
}
_ZOOMS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STEPS = {"n": 1, "p": -1}


class MapView(QWidget):
    """Shows places. `place_chosen` names one that was clicked or chosen by keyboard."""

    place_chosen = Signal(str)

    def __init__(self, theme: Theme, *, rtl: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rtl = theme, rtl
        self._land = Land()
        self._view: View | None = None
        self._picture: tuple[View, QPixmap] | None = None
        self._drawing = Drawing(theme)
        self._shown: list[Shown] = []
        self._pressed_at: QPointF | None = None
        self._is_pulled = self._shows_focus = False
        self._hovered = self._selected = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the places"))
        self.show_places(())

    @property
    def selected(self) -> str:
        """The key of the place that stands out, or nothing."""
        return self._selected

    @property
    def shown(self) -> Sequence[Shown]:
        """The places that stand in the window, those named first first."""
        self._arrange()
        return self._shown

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show other places, all of them in sight."""
        self._places = {each.key: each for each in places}
        self._codes = {each.country for each in places if each.country}
        self._selected = self._selected if self._selected in self._places else ""
        self._hovered = ""
        self._drawing = Drawing(self._theme)
        self._arrangement = Arrangement(places, self._drawing.font, from_right=self._rtl)
        self.setAccessibleDescription(self.tr(", ", "between names").join(each.name for each in places))
        self.show_all()

    def select(self, key: str) -> None:
        """Let a place stand out, and bring it into sight."""
        self._selected = key if key in self._places else ""
        if self._selected and self._view is not None:
            place = self._places[key]
            across, down = self._view.point(place.longitude, place.latitude)
            if not QRectF(self.rect()).adjusted(8, 8, -8, -8).contains(QPointF(across, down)):
                self._view = self._view.moved(self.width() / 2 - across, self.height() / 2 - down)
        self._rearrange()

    def show_all(self) -> None:
        """Bring all places into sight."""
        self._view = None
        self._rearrange()

    def zoom(self, by: float, at: QPointF | None = None) -> None:
        """Show the map `by` times as large; the point `at` stays, else the place that is selected, else the middle."""
        self._arrange()
        assert self._view is not None
        chosen = (each.middle for each in self._shown if each.place.key == self._selected)
        middle = at or next(chosen, QPointF(self.width() / 2, self.height() / 2))
        self._view = self._view.zoomed(by, middle.x(), middle.y())
        self._rearrange()

    def pull(self, across: float, down: float) -> None:
        """Move the map by so many px."""
        self._arrange()
        assert self._view is not None
        self._view = self._view.moved(across, down)
        self._rearrange()

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme."""
        self._theme = theme
        self._picture = None
        self._drawing = Drawing(theme)
        self._rearrange()

    def place_at(self, point: QPointF) -> str:
        """Return which place is under a point: its dot, its name, or its country; nothing where there is none."""
        shown = self.shown
        # Small dots lie on large ones, so they go first.
        for each in sorted(shown, key=lambda each: each.radius):
            if each.is_at(point):
                return each.place.key
        for each in shown:
            box = each.name_box
            if box is not None and box.contains(point):
                return each.place.key
        if not self._codes or self._view is None:
            return ""
        code = self._land.country_at(self._view, point, self._codes)
        return next((key for key, place in self._places.items() if code and place.country == code), "")

    def sizeHint(self) -> QSize:
        """Return a modest size."""
        return QSize(256, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw land, dots and names."""
        self._arrange()
        assert self._view is not None
        if self._picture is None or self._picture[0] != self._view:
            picture = self._land.picture(self._view, self._codes, self._theme, self.devicePixelRatioF())
            self._picture = (self._view, picture)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture[1])
        self._drawing.paint(painter, self._shown, QRectF(self.rect()), self._selected, self._hovered)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(pen_of(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the middle."""
        if self._view is not None:
            self._view = self._view.resized(self.width(), self.height())
        self._rearrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where the mouse is."""
        self.zoom(STEP ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pull, or to choose."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at, self._is_pulled = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the map, or show what is under the mouse."""
        if self._pressed_at is None:
            self._hover(self.place_at(event.position()))
            return
        by = event.position() - self._pressed_at
        if self._is_pulled or by.manhattanLength() >= QApplication.startDragDistance():
            self._is_pulled = True
            self._pressed_at = event.position()
            self._pull_lightly(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, unless the map was pulled."""
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        if self._is_pulled:
            self._rearrange()
            return
        key = self.place_at(event.position())
        if key:
            self._choose(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in where there is no place."""
        if not self.place_at(event.position()):
            self.zoom(STEP, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Let the mouse go."""
        self._hover("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus to who came by keyboard."""
        self._shows_focus = event.reason() in _BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus any more."""
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pull, zoom, go from place to place."""
        self._shows_focus = True
        key = Qt.Key(event.key())
        if key in _PULLS:
            self.pull(*_PULLS[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif plain_key(event) in _STEPS:
            self._step(_STEPS[plain_key(event)])
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selected:
            self._choose(self._selected)
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        self.select(key)
        self.place_chosen.emit(key)

    def _step(self, by: int) -> None:
        keys = sorted(self._places, key=lambda key: (-self._places[key].mentions, key))
        if keys:
            at = keys.index(self._selected) + by if self._selected in keys else (0 if by > 0 else -1)
            self.select(keys[at % len(keys)])

    def _hover(self, key: str) -> None:
        if key != self._hovered:
            self._hovered = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def _pull_lightly(self, by: QPointF) -> None:
        """Move everything as it stands: names find new places when the map is let go, and do not flicker till then."""
        self._arrange()
        before = self._view
        assert before is not None
        self._view = before.moved(by.x(), by.y())
        across = (before.x - self._view.x) * before.scale
        down = (before.y - self._view.y) * before.scale
        self._shown = moved(self._shown, across, down)
        self.update()

    def _arrange(self) -> None:
        if self._view is None:
            points = [(each.longitude, each.latitude) for each in self._places.values()]
            self._view = View.of(points, max(self.width(), 1), max(self.height(), 1), MARGIN)
        if not self._shown:
            self._shown = self._arrangement.in_view(self._view, self._selected)

    def _rearrange(self) -> None:
        self._shown = []
        self.update()
