"""Draws the world's countries."""

import sys
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDataStream, QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reader.atlas.outlines import UNITS, Country, Detail, Ring, load
from reader.atlas.projection import View
from reader.gui.theme import Theme

SMALLEST = 1.5
"""px: an island that is smaller is left out, unless its country is named."""


@dataclass(frozen=True, slots=True)
class _Colours:
    sea: QColor
    land: QColor
    border: QColor
    named: QColor
    named_border: QColor


class Land:
    """The countries in the detail that a view needs; each level is read when it is first looked at."""

    def __init__(self) -> None:
        self._levels: dict[Detail, Sequence[Country]] = {}
        self._polygons: dict[int, QPolygonF] = {}

    def picture(self, view: View, named: Collection[str], theme: Theme, ratio: float) -> QPixmap:
        """Return what a view shows, at so many device pixels to the px. Countries in `named` stand out (ISO codes)."""
        colours = _colours(theme)
        picture = QPixmap(round(view.width * ratio), round(view.height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(colours.sea)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(view.width / 2, view.height / 2)
        painter.scale(view.scale / UNITS, view.scale / UNITS)
        painter.translate(-view.x * UNITS, -view.y * UNITS)
        # Those that stand out come last, so that no neighbour's border lies over theirs.
        for country in sorted(self._countries(view), key=lambda each: each.code in named):
            is_named = country.code in named
            path = self._path(country, view, keeps_islands=is_named)
            if path.isEmpty():
                continue
            painter.setBrush(colours.named if is_named else colours.land)
            pen = QPen(colours.named_border if is_named else colours.border, 1.5 if is_named else 1.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawPath(path)
        painter.end()
        return picture

    def country_at(self, view: View, at: QPointF, among: Collection[str]) -> str:
        """Return which of some countries lies under a point of the window, or nothing."""
        point = QPointF(
            ((at.x() - view.width / 2) / view.scale + view.x) * UNITS,
            ((at.y() - view.height / 2) / view.scale + view.y) * UNITS,
        )
        for country in self._countries(view):
            if country.code in among and self._path(country, view, keeps_islands=True).contains(point):
                return country.code
        return ""

    def _countries(self, view: View) -> Sequence[Country]:
        detail = Detail.at(view.scale)
        if detail not in self._levels:
            self._levels[detail] = load(detail)
        return self._levels[detail]

    def _path(self, country: Country, view: View, *, keeps_islands: bool) -> QPainterPath:
        half_x, half_y = view.width / 2 / view.scale, view.height / 2 / view.scale
        left, right = (view.x - half_x) * UNITS, (view.x + half_x) * UNITS
        top, bottom = (view.y - half_y) * UNITS, (view.y + half_y) * UNITS
        smallest = 0.0 if keeps_islands else SMALLEST * UNITS / view.scale
        path = QPainterPath()
        for ring in country.rings:
            is_seen = ring.left < right and ring.right > left and ring.top < bottom and ring.bottom > top
            if is_seen and max(ring.right - ring.left, ring.bottom - ring.top) >= smallest:
                path.addPolygon(self._polygon(ring))
                path.closeSubpath()
        return path

    def _polygon(self, ring: Ring) -> QPolygonF:
        made = self._polygons.get(id(ring))
        if made is None:
            made = self._polygons[id(ring)] = _polygon(ring.points)
        return made


def _polygon(points: "memoryview[int]") -> QPolygonF:
    """Return points as Qt has them, read by Qt from bytes: made one by one in Python they take twice as long."""
    numbers = array("d", points)
    if sys.byteorder == "little":
        numbers.byteswap()
    made = QPolygonF()
    stream = QDataStream(QByteArray((len(numbers) // 2).to_bytes(4) + numbers.tobytes()))
    stream >> made
    return made


def _colours(theme: Theme) -> _Colours:
    if theme.is_contrast:
        edge = _over(theme, "edge", 0.5)  # still 3:1, and names are read over it
        return _Colours(
            theme.colour("page"), theme.colour("page"), edge, _over(theme, "accent", 0.3), theme.colour("accent")
        )
    return _Colours(
        _over(theme, "link", 0.08),
        theme.colour("raised"),
        _over(theme, "edge", 0.45),
        _over(theme, "accent", 0.16),
        _over(theme, "accent", 0.55),
    )


def _over(theme: Theme, role: str, alpha: float) -> QColor:
    """Return a colour as it looks on the land: opaque, so that a border drawn twice is no darker."""
    ground, above = theme.colour("raised"), theme.colour(role)
    mixed = (
        round(g * (1 - alpha) + a * alpha)
        for g, a in zip(ground.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)
