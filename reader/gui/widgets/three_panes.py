"""Three panes side by side that fold away as the window gets narrower: first the trailing, then the leading.

A pane without room opens over the middle one. Sides are leading and trailing: in a right-to-left layout leading is
right.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.gui.theme import Theme
from reader.gui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

GRIP = 7
SLIDE_MS = 180
LEAST_UNCOVERED = 400
"""px beside a pane that lies over the middle one in which something can still be read."""


class Grip(QWidget):
    """The hairline between two panes: dragged to change a width, double-clicked to have the usual one back."""

    dragged = Signal(int)
    reset = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = theme.colour("line")
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self._grabbed: QPoint | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline in the middle of what can be grabbed."""
        painter = QPainter(self)
        painter.fillRect(self.width() // 2, 0, 1, self.height(), self.line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._grabbed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how far the mouse is from where it took hold, in px to the right."""
        if self._grabbed is not None:
            here = event.globalPosition().toPoint()
            self.dragged.emit(here.x() - self._grabbed.x())
            self._grabbed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Have the usual width back."""
        self.reset.emit()


class SidePane:
    """One of the two side panes. `chosen_width` is what the reader dragged it to in px, 0 for the usual one."""

    def __init__(self, widget: QWidget, usual_width: Callable[[int], int], beside_from: int) -> None:
        self.widget = widget
        self.usual_width = usual_width
        self.beside_from = beside_from
        self.chosen_width = 0
        self.is_wanted = True
        self.is_over = False
        self.is_of_use = True

    def has_room(self, window_width: int) -> bool:
        """Whether the pane stands beside the middle one in a window so wide."""
        return window_width >= self.beside_from

    def is_open(self, window_width: int) -> bool:
        """Whether the pane can be seen."""
        return self.is_wanted if self.has_room(window_width) else self.is_over

    def width(self, window_width: int) -> int:
        """Return the pane's width in px."""
        chosen = self.chosen_width or self.usual_width(window_width)
        return min(max(chosen, 200), 440, max(200, window_width - 80))


class ThreePanes(QWidget):
    """Lays out the leading, middle and trailing pane."""

    arranged = Signal()

    def __init__(
        self, leading: SidePane, middle: QWidget, trailing: SidePane, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.leading, self.middle, self.trailing = leading, middle, trailing
        self.moves = True
        self._is_alone = False
        self._shadow = Shadow(theme, self)
        self._slides: dict[SidePane, QVariantAnimation] = {}
        for widget in (middle, leading.widget, trailing.widget):
            widget.setParent(self)
        self._grips = {side: Grip(theme, self) for side in (leading, trailing)}
        for side, grip in self._grips.items():
            grip.dragged.connect(lambda by, side=side: self._drag(side, by))
            grip.reset.connect(lambda side=side: self._choose(side, 0))

    @property
    def over(self) -> SidePane | None:
        """The pane that lies over the middle one, if any."""
        return next((side for side in self._grips if side.is_over and not self._has_room(side)), None)

    def uncovered(self) -> QRect:
        """Return what of the middle pane no other lies over, in its own coordinates (px); all where little is left."""
        room, side = self.middle.rect(), self.over
        width = side.width(self.width()) if side is not None else 0
        if not width or room.width() - width < LEAST_UNCOVERED:
            return room
        is_left = (side is self.leading) is not self.isRightToLeft()
        return room.adjusted(width, 0, 0, 0) if is_left else room.adjusted(0, 0, -width, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take over a theme's hairline and shadow."""
        self._shadow.set_theme(theme)
        for grip in self._grips.values():
            grip.line = theme.colour("line")
            grip.update()

    def set_alone(self, alone: bool) -> None:  # noqa: FBT001 - a state, as Qt's own setters take it
        """Show the middle pane alone, a side pane only over it; or all that are wanted again."""
        self._is_alone = alone
        for side in self._grips:
            side.is_over = False
        self._arrange()

    def set_of_use(self, side: SidePane, *, of_use: bool) -> None:
        """Say whether a pane has anything to show; one without stays away, and comes back by itself."""
        side.is_of_use = of_use
        side.is_over = side.is_over and of_use
        self._arrange()

    def show_side(self, side: SidePane, *, shown: bool) -> None:
        """Open or close a side pane: beside the middle one where there is room, else over it, one at a time."""
        if self._has_room(side):
            side.is_wanted = shown
        else:
            for each in self._grips:
                each.is_over = False
            side.is_over = shown
            if shown and self.moves:
                self._slide(side)
        self._arrange()

    def close_over(self) -> bool:
        """Close the pane that lies over the middle one; say whether there was one."""
        side = self.over
        if side is None:
            return False
        self.show_side(side, shown=False)
        return True

    def minimumSizeHint(self) -> QSize:
        """Return what the middle pane needs, for the sides can fold away."""
        return self.middle.minimumSizeHint().expandedTo(QSize(320, 240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew; what lay over the middle pane closes once it has room beside it."""
        for side in self._grips:
            if self._has_room(side):
                side.is_over = False
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew when the direction changes."""
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        start, end = 0, width
        beside = {side: self._has_room(side) and side.is_wanted and side.is_of_use for side in self._grips}
        if beside[self.leading]:
            start = self.leading.width(width)
            self._put(self.leading.widget, 0, start, height)
        if beside[self.trailing]:
            end = width - self.trailing.width(width)
            self._put(self.trailing.widget, end, width - end, height)
        self._put(self.middle, start, end - start, height)
        for side, at in ((self.leading, start), (self.trailing, end)):
            grip = self._grips[side]
            grip.setVisible(beside[side])
            if beside[side]:
                self._put(grip, at - GRIP // 2 - 1, GRIP, height)
                grip.raise_()
            side.widget.setVisible(beside[side] or side is self.over)
        self._arrange_over()
        self.arranged.emit()

    def _has_room(self, side: SidePane) -> bool:
        return not self._is_alone and side.has_room(self.width())

    def _arrange_over(self) -> None:
        side = self.over
        self._shadow.setVisible(side is not None)
        if side is None:
            return
        width = side.width(self.width())
        slide = self._slides.get(side)
        hidden = round(width * (1 - slide.currentValue())) if slide else 0
        at = -hidden if side is self.leading else self.width() - width + hidden
        self._put(side.widget, at, width, self.height())
        self._shadow.surround(side.widget)
        side.widget.raise_()

    def _put(self, widget: QWidget, start: int, width: int, height: int) -> None:
        width = max(0, width)
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        widget.setGeometry(QRect(self.width() - start - width if is_rtl else start, 0, width, height))

    def _drag(self, side: SidePane, by: int) -> None:
        grows_rightwards = (side is self.leading) is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        self._choose(side, side.width(self.width()) + (by if grows_rightwards else -by))

    def _choose(self, side: SidePane, width: int) -> None:
        side.chosen_width = width
        self._arrange()

    def _slide(self, side: SidePane) -> None:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation
        from PySide6.QtWidgets import QStyle

        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            return  # reduced motion
        slide = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=SLIDE_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slides[side] = slide
        slide.valueChanged.connect(self._arrange_over)
        slide.finished.connect(lambda: self._slides.pop(side, None))
        slide.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
