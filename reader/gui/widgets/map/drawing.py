"""Draws dots and names on a map."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from reader.gui.formatting import isolated
from reader.gui.theme import Theme
from reader.gui.widgets.map.places import MapPlace, Shown

HALO = 3.0
"""px: the width of the pen behind a name, which parts it from borders."""


class Drawing:
    """Draws in one theme; names are shaped once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.font = theme.font("entity_role")
        self._metrics = QFontMetricsF(self.font)
        self._paths: dict[str, QPainterPath] = {}

    def paint(self, painter: QPainter, shown: Sequence[Shown], window: QRectF, selected: str, hovered: str) -> None:
        """Draw places, the dots below all names. `selected` and `hovered` are keys of places that stand out, or empty.

        Who comes first lies below: small dots stay visible on large ones.
        """
        for each in shown:
            if each.radius:
                self._paint_dot(painter, each, is_selected=each.place.key == selected, is_lit=each.place.key == hovered)
        for each in shown:
            if each.name_box is not None:
                self._paint_name(painter, each, each.name_box, stands_out=each.place.key in (selected, hovered))
        for each in shown:
            if each.place.key == hovered and each.name is None:
                self._paint_label(painter, each, window)

    def _paint_dot(self, painter: QPainter, each: Shown, *, is_selected: bool, is_lit: bool) -> None:
        painter.setPen(pen_of(self._theme.colour("raised"), 1.25))
        painter.setBrush(self._theme.colour("accent", 1.0 if is_selected or is_lit else 0.78))
        painter.drawEllipse(each.middle, each.radius, each.radius)
        if is_selected:
            painter.setPen(pen_of(self._theme.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(each.middle, each.radius + 2.5, each.radius + 2.5)

    def _paint_name(self, painter: QPainter, each: Shown, box: QRectF, *, stands_out: bool) -> None:
        path = self._path(each.place).translated(box.left() + 2, box.top())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen_of(self._theme.colour("raised", 1.0 if self._theme.is_contrast else 0.85), HALO))
        painter.drawPath(path)
        role = "accent" if stands_out else "quiet" if each.place.country else "text"
        painter.fillPath(path, self._theme.colour(role))

    def _paint_label(self, painter: QPainter, each: Shown, window: QRectF) -> None:
        """Name a place that has no room for its name, over everything else."""
        width = self._metrics.horizontalAdvance(isolated(each.place.name)[0]) + 12
        height = self._metrics.height() + 4
        left = min(max(each.middle.x() - width / 2, 2.0), window.right() - width - 2)
        above, below = each.middle.y() - each.radius - height - 4, each.middle.y() + each.radius + 4
        top = above if above > 0 else below
        painter.setPen(pen_of(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 6, 6)
        painter.fillPath(self._path(each.place).translated(left + 6, top + 2), self._theme.colour("text"))

    def _path(self, each: MapPlace) -> QPainterPath:
        """Return a name as a shape whose box begins at 0, 0: it is drawn twice, with a halo and without."""
        path = self._paths.get(each.key)
        if path is None:
            path = self._paths[each.key] = QPainterPath()
            path.addText(0, self._metrics.ascent(), self.font, isolated(each.name)[0])
        return path


def pen_of(colour: QColor, width: float) -> QPen:
    """Return a pen with round joins, for halos and rings."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
