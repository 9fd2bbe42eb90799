"""The places on a map: what is known of each, how large its dot is, and where its name stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from reader.atlas.labels import Box, Dot, place
from reader.atlas.projection import View
from reader.gui.formatting import isolated

SMALLEST, LARGEST = 3.5, 13.0
"""px: the radius of a dot that is mentioned once, and of the largest."""

AREA = 9.0
"""px²: how much a mention adds to a dot's squared radius, as long as the largest stays within LARGEST."""

MOST_NAMES = 120
"""So many names are tried: more could not be read."""

BESIDE = 6.0
"""px beside a dot that still count as the dot, for fingers and unsteady hands."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place, with its name in the window's language. A `country` (ISO) has an outline instead of a dot."""

    key: str
    name: str
    latitude: float
    longitude: float
    mentions: int
    country: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A place as a view shows it: its middle and radius (px), and its name's box relative to the middle, if any."""

    place: MapPlace
    middle: QPointF
    radius: float
    name: QRectF | None

    @property
    def name_box(self) -> QRectF | None:
        """The name's box in the window."""
        return self.name.translated(self.middle) if self.name is not None else None

    def is_at(self, point: QPointF) -> bool:
        """Say whether a point of the window means this place's dot."""
        away = point - self.middle
        return bool(self.radius) and sqrt(away.x() ** 2 + away.y() ** 2) <= self.radius + BESIDE


class Arrangement:
    """Places and their names in a view; the most mentioned come first and are named first."""

    def __init__(self, places: Sequence[MapPlace], font: QFont, *, from_right: bool) -> None:
        self._places = sorted(places, key=lambda each: (-each.mentions, each.key))
        self._from_right = from_right
        metrics = QFontMetricsF(font)
        self._height = metrics.height()
        self._widths = {each.key: metrics.horizontalAdvance(isolated(each.name)[0]) + 4 for each in places}
        most = max((each.mentions for each in places if not each.country), default=1)
        self._area = min(AREA, (LARGEST**2 - SMALLEST**2) / max(most - 1, 1))

    def radius(self, each: MapPlace) -> float:
        """Return how large a dot is (px): its area grows with the mentions."""
        return 0.0 if each.country else sqrt(SMALLEST**2 + self._area * (each.mentions - 1))

    def in_view(self, view: View, first: str = "") -> list[Shown]:
        """Return the places that stand in a view, with the names that have room; `first` is named before all others."""
        seen = []
        for each in sorted(self._places, key=lambda each: each.key != first):
            across, down = view.point(each.longitude, each.latitude)
            radius = self.radius(each)
            if -radius <= across <= view.width + radius and -radius <= down <= view.height + radius:
                seen.append((each, across, down, radius))
        dots = [
            Dot(across, down, radius, self._widths[each.key] if number < MOST_NAMES else view.width + 1, self._height)
            for number, (each, across, down, radius) in enumerate(seen)
        ]
        boxes = place(dots, Box(0, 0, view.width, view.height), from_right=self._from_right)
        return [
            Shown(each, QPointF(across, down), radius, _relative(box, across, down))
            for (each, across, down, radius), box in zip(seen, boxes, strict=True)
        ]


def moved(shown: Sequence[Shown], across: float, down: float) -> list[Shown]:
    """Return places after the map was pulled: their names stay beside them as they were."""
    by = QPointF(across, down)
    return [Shown(each.place, each.middle + by, each.radius, each.name) for each in shown]


def _relative(box: Box | None, across: float, down: float) -> QRectF | None:
    return QRectF(box.left - across, box.top - down, box.width, box.height) if box else None
