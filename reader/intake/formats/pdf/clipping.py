"""What of a page's text is cut off: browsers write a line at a page's foot again, outside of what the page shows."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as native

_MOST_PATHS, _MOST_SEGMENTS = 8, 64  # of one object that are looked at; more do not stand round a page
_MOSTLY = 0.5  # the share of a character's height that must show, if its line does not


@dataclass(frozen=True, slots=True)
class Window:
    """The sides of what an object is shown through, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def hides(self, y: float, sides: tuple[float, float, float, float]) -> bool:
        """Say whether a character with this baseline and these sides (left, right, bottom, top) is cut off."""
        left, right, bottom, top = sides
        if right < self.left or left > self.right:
            return True
        if self.bottom <= y <= self.top:
            return False
        return min(top, self.top) - max(bottom, self.bottom) < _MOSTLY * (top - bottom)


class Windows:
    """Tells through what the objects of a page are shown; those inside of others, whose places are their own, all."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._own: set[int] | None = None

    def of(self, held: object) -> Window | None:
        """Return the window of an object; None for all of the page."""
        path = native.FPDFPageObj_GetClipPath(held)
        count = min(native.FPDFClipPath_CountPaths(path), _MOST_PATHS) if path else 0
        boxes = [box for box in (_box(path, place) for place in range(count)) if box]
        if not boxes:
            return None
        sides = zip(*boxes, strict=True)
        left, bottom, right, top = (pick(side) for pick, side in zip((max, max, min, min), sides, strict=True))
        return Window(left, bottom, right, top)

    def holds(self, address: int) -> bool:
        """Say whether an object is one of the page's own."""
        if self._own is None:
            number = native.FPDFPage_CountObjects(self._page)
            held = (native.FPDFPage_GetObject(self._page, place) for place in range(number))
            self._own = {ctypes.addressof(each.contents) for each in held if each}
        return address in self._own


def _box(path: object, place: int) -> tuple[float, float, float, float] | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    xs: list[float] = []
    ys: list[float] = []
    for number in range(min(native.FPDFClipPath_CountPathSegments(path, place), _MOST_SEGMENTS)):
        segment = native.FPDFClipPath_GetPathSegment(path, place, number)
        if segment and native.FPDFPathSegment_GetPoint(segment, x, y):
            xs.append(x.value)
            ys.append(y.value)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None
