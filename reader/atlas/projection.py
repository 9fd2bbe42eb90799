"""How the globe is laid flat, and which part of it is looked at.

Miller's cylindrical projection (O. M. Miller, 1942): close to Mercator where most news plays, so that countries look as
people know them, and without Mercator's endless poles. Map units are degrees of longitude; y runs downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import atan, degrees, exp, log, pi, radians, tan

Point = tuple[float, float]

SQUEEZE = 0.8
"""By how much Miller narrows latitudes before Mercator's formula, and widens the outcome."""

LEFT, RIGHT = -180.0, 180.0
TOP, BOTTOM = -111.0, 67.0
"""Map units: where the world that is drawn ends, beyond Greenland and below Cape Horn."""

LARGEST_SCALE = 90.0
"""px a degree: the outlines know no more."""

SMALLEST_EXTENT = 9.0
"""Map units: a single place is shown with its country around it."""

HOME: tuple[Point, Point] = ((-12.0, 37.0), (58.0, 12.0))
"""Longitudes and latitudes: what is shown where there are no places. Most of our readers live there."""


def project(longitude: float, latitude: float) -> Point:
    """Return the map's point of a place on the globe (degrees)."""
    return longitude, -degrees(log(tan(pi / 4 + SQUEEZE * radians(latitude) / 2)) / SQUEEZE)


def unproject(x: float, y: float) -> Point:
    """Return longitude and latitude of a point of the map."""
    return x, degrees((atan(exp(-SQUEEZE * radians(y))) - pi / 4) * 2 / SQUEEZE)


@dataclass(frozen=True, slots=True)
class View:
    """What of the map a window of `width` × `height` px shows: its middle (map units) and its scale (px a unit)."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0

    @classmethod
    def of(cls, places: Sequence[Point], width: float, height: float, margin: float = 0.0) -> "View":
        """Return the view that shows these places (longitude, latitude) with so many px to spare at every side."""
        points = [project(*place) for place in places or HOME]
        lefts, tops = [x for x, _ in points], [y for _, y in points]
        across = max(max(lefts) - min(lefts), SMALLEST_EXTENT)
        down = max(max(tops) - min(tops), SMALLEST_EXTENT)
        scale = min(max(width - 2 * margin, 1) / across, max(height - 2 * margin, 1) / down)
        middle = ((max(lefts) + min(lefts)) / 2, (max(tops) + min(tops)) / 2)
        return cls(width, height, *middle, scale).within_world()

    @property
    def smallest_scale(self) -> float:
        """The scale at which the whole world just fits, so that places at both its ends can be seen together."""
        return min(self.width / (RIGHT - LEFT), self.height / (BOTTOM - TOP))

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a place stands in the window (px)."""
        x, y = project(longitude, latitude)
        return (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2

    def place(self, across: float, down: float) -> Point:
        """Return longitude and latitude of a point of the window (px)."""
        return unproject(
            (across - self.width / 2) / self.scale + self.x, (down - self.height / 2) / self.scale + self.y
        )

    def resized(self, width: float, height: float) -> "View":
        """Return the view of a window of another size, with the same middle."""
        return replace(self, width=width, height=height).within_world()

    def moved(self, across: float, down: float) -> "View":
        """Return the view after the map was pulled by so many px."""
        return replace(self, x=self.x - across / self.scale, y=self.y - down / self.scale).within_world()

    def zoomed(self, by: float, across: float, down: float) -> "View":
        """Return the view `by` times as large, in which what stands at a point of the window (px) stays there."""
        scale = min(max(self.scale * by, self.smallest_scale), LARGEST_SCALE)
        off_x, off_y = across - self.width / 2, down - self.height / 2
        stays = 1 / self.scale - 1 / scale
        return replace(self, x=self.x + off_x * stays, y=self.y + off_y * stays, scale=scale).within_world()

    def within_world(self) -> "View":
        """Return the nearest view that shows no more beside the world than it must, and that at both sides alike."""
        scale = min(max(self.scale, self.smallest_scale), max(LARGEST_SCALE, self.smallest_scale))
        return replace(
            self,
            scale=scale,
            x=_within(self.x, self.width / 2 / scale, LEFT, RIGHT),
            y=_within(self.y, self.height / 2 / scale, TOP, BOTTOM),
        )


def _within(middle: float, half: float, first: float, last: float) -> float:
    """Return the nearest middle whose window ends inside; that of the world where the window is the wider one."""
    if 2 * half >= last - first:
        return (first + last) / 2
    return min(max(middle, first + half), last - half)
