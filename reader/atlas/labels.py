"""Where the names of places stand beside their dots, so that none covers another or another's dot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

GAP = 3.0
"""px between a dot and its name."""

CELL = 64.0
"""px: the window is parted into squares, so that a box is compared with its neighbours alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle (px); y runs downwards."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def overlaps(self, other: "Box") -> bool:
        """Say whether two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Say whether another lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Dot:
    """A place in the window: the middle and the radius of its dot (0 for none), and the size of its name (px)."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """The square round the dot."""
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


def place(dots: Sequence[Dot], window: Box, *, from_right: bool) -> list[Box | None]:
    """Return where the name of each place stands, or None where there is no room; what comes first goes first.

    Names lie in the window, and cover neither a dot nor each other. `from_right` tries the left side of a dot first:
    there a name that is read from the right begins at its dot.
    """
    taken = _Grid()
    for dot in dots:
        if dot.radius:
            taken.add(dot.box)
    placed: list[Box | None] = []
    for dot in dots:
        free = (box for box in _choices(dot, from_right=from_right) if window.holds(box) and not taken.meets(box))
        chosen = next(free, None)
        if chosen:
            taken.add(chosen)
        placed.append(chosen)
    return placed


def _choices(dot: Dot, *, from_right: bool) -> Iterator[Box]:
    """Yield where a name may stand, the best first: beside, above, below, at the corners; without a dot on the spot."""
    away = dot.radius + GAP
    if not dot.radius:
        yield Box(dot.x - dot.width / 2, dot.y - dot.height / 2, dot.width, dot.height)
        away = dot.height / 2
    right, left = dot.x + away, dot.x - away - dot.width
    middle, above, below = dot.y - dot.height / 2, dot.y - away - dot.height, dot.y + away
    sides = (left, right) if from_right else (right, left)
    yield from (Box(side, middle, dot.width, dot.height) for side in sides)
    yield from (Box(dot.x - dot.width / 2, top, dot.width, dot.height) for top in (above, below))
    # At a corner the dot's roundness leaves room: the name comes nearer.
    inwards = dot.radius * 0.3 + GAP / 2
    for top in (above + inwards, below - inwards):
        for side in (left + inwards, right - inwards) if from_right else (right - inwards, left + inwards):
            yield Box(side, top, dot.width, dot.height)


class _Grid:
    """Boxes by the squares they touch."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells[cell].append(box)

    def meets(self, box: Box) -> bool:
        return any(box.overlaps(other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    across = range(int(box.left // CELL), int(box.right // CELL) + 1)
    down = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
    return ((x, y) for x in across for y in down)
