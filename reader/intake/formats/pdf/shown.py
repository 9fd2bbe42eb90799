"""The pictures of a page: where they stand, in points, and their bytes as a file that can be kept."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

import pypdfium2 as pdfium
import pypdfium2.raw as native

from reader.intake.pictures import MOST_PICTURES

_MOST_OBJECTS = 20_000  # of a page that are looked at
_MOST_DRAWN = 60_000_000  # pixels of a file that are drawn anew: what is kept as JPEG is taken as it is
_MOST_OF_ONE = 16_000_000
_SHORTEST = 24.0  # points: what is shown smaller is a sign or a line
_WHOLE_PAGE = 0.85  # of the page's area: its ground, or what was scanned
_FRAME = re.compile(rb"\xff[\xc0-\xc2]..\x08....(?P<colours>.)", re.DOTALL)
_MOST_COLOURS = 3  # of a JPEG that every program shows alike
_OPAQUE = 255
_BYTES = {native.FPDFBitmap_Gray: 1, native.FPDFBitmap_BGR: 3, native.FPDFBitmap_BGRx: 4, native.FPDFBitmap_BGRA: 4}


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture's page, counted from 0, its sides in points from the lower left corner, and its bytes.

    `key` is one for the same picture wherever it is shown, however large.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    data: bytes = field(repr=False)
    key: str = ""


class Drawing:
    """Takes the pictures of one file's pages, no more than a reader can want."""

    def __init__(self) -> None:
        self._pixels = 0
        self._taken = 0

    def of_page(self, page: pdfium.PdfPage, number: int) -> list[Shown]:
        """Return a page's pictures; those that cover all of it are its ground and are none."""
        width, height = page.get_size()
        found = []
        for image, (left, bottom, right, top) in _images(page):
            is_large = min(right - left, top - bottom) >= _SHORTEST
            is_ground = (right - left) * (top - bottom) >= _WHOLE_PAGE * width * height
            if not is_large or is_ground or self._taken >= MOST_PICTURES:
                continue
            try:
                data, key = self._bytes(image), sha256(bytes(image.get_data())).hexdigest()
            except (pdfium.PdfiumError, ValueError, ZeroDivisionError):  # a damaged picture spoils nothing else
                continue
            if data:
                self._taken += 1
                found.append(Shown(number, left, bottom, right, top, data, key))
        return found

    def _bytes(self, image: pdfium.PdfImage) -> bytes:
        if image.get_filters() == ["DCTDecode"] and _stands_upright(image):
            data = bytes(image.get_data())
            frame = _FRAME.search(data)
            if frame and frame["colours"][0] <= _MOST_COLOURS:
                return data
        width, height = image.get_px_size()
        pixels = width * height
        if not 0 < pixels <= _MOST_OF_ONE or self._pixels + pixels > _MOST_DRAWN:
            return b""
        self._pixels += pixels
        bitmap = image.get_bitmap(render=True)
        if _stands_upright(image) and _is_opaque(bitmap):
            bitmap = image.get_bitmap()  # its own pixels, not scaled ones
        return _png(bitmap) if bitmap.width * bitmap.height <= 2 * _MOST_OF_ONE else b""


def _images(page: pdfium.PdfPage) -> Iterator[tuple[pdfium.PdfImage, tuple[float, float, float, float]]]:
    """Yield the images of a page with their sides; one that is part of a form has the form's."""
    for count, each in enumerate(page.get_objects(max_depth=4)):
        if count == _MOST_OBJECTS:
            return
        if isinstance(each, pdfium.PdfImage):
            outermost = each
            while outermost.container is not None:
                outermost = outermost.container
            try:
                yield each, outermost.get_bounds()
            except pdfium.PdfiumError:
                continue


def _stands_upright(image: pdfium.PdfImage) -> bool:
    matrix = image.get_matrix()
    return image.container is None and matrix.a > 0 and matrix.d > 0 and not matrix.b and not matrix.c


def _is_opaque(bitmap: pdfium.PdfBitmap) -> bool:
    return bitmap.format != native.FPDFBitmap_BGRA or min(bytes(bitmap.buffer)[3::4], default=0) == _OPAQUE


def _png(bitmap: pdfium.PdfBitmap) -> bytes:
    """Return a bitmap as PNG, of 8 bits for each colour (PNG 3rd edition, 11.2)."""
    colours = _BYTES[bitmap.format]
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    kept = {1: 1, 3: 3, 4: 3 + (bitmap.format == native.FPDFBitmap_BGRA)}[colours]
    data = bytes(bitmap.buffer)
    rows = bytearray()
    for start in range(0, stride * height, stride):
        row = data[start : start + width * colours]
        shown = bytearray(width * kept)
        for place in range(kept):
            source = place if kept == 1 or place == 3 else 2 - place  # noqa: PLR2004 - blue comes first, alpha last
            shown[place::kept] = row[source::colours]
        rows += b"\0" + shown
    header = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2, 4: 6}[kept], 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
