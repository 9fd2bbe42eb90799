"""The pictures that come with an article: looked at, never decoded here, and handed over beside it.

A reader of a format makes one `Pictures` for each article, gives it the bytes of every picture in the order of the
text, and puts what it gets into the drafts; what is None is no picture that could be shown, or only an ornament:

    pictures = Pictures()
    if picture := pictures.add(data):
        drafts.add_picture(picture, alt="what it shows", source="images/1.jpg", caption="…", credit="…")
    Imported(article=…, images=pictures.images)

The library keeps each once, as images/<2 hex>/<SHA-256>, and `Library.image(block.image)` is its file. A block of the
kind image has no text; its `extra` says `width` and `height` in px, `alt` and `source`, the name inside the original.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

MOST_BYTES = 24 << 20
MOST_BYTES_TOGETHER = 96 << 20
MOST_PIXELS = 50_000_000
MOST_PICTURES = 1000
LONGEST_SIDE = 30_000  # px
SHORTEST_SIDE = 48  # px: what is smaller on both sides is an icon; on either side below an eighth of it, a line

_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(?P<width>.{4})(?P<height>.{4})", re.DOTALL)
_GIF = re.compile(rb"GIF8[79]a(?P<width>..)(?P<height>..)", re.DOTALL)
_BMP = re.compile(rb"BM.{12}[\x28\x6c\x7c]\0\0\0(?P<width>.{4})(?P<height>.{4})", re.DOTALL)
_WEBP_LOSSY = re.compile(rb"RIFF.{4}WEBPVP8 .{4}.{3}\x9d\x01\x2a(?P<width>..)(?P<height>..)", re.DOTALL)
_WEBP_LOSSLESS = re.compile(rb"RIFF.{4}WEBPVP8L.{4}\x2f(?P<both>.{4})", re.DOTALL)
_WEBP_EXTENDED = re.compile(rb"RIFF.{4}WEBPVP8X.{4}.{4}(?P<width>.{3})(?P<height>.{3})", re.DOTALL)
_JPEG = b"\xff\xd8\xff"
# The markers of JPEG that begin a frame and so tell its size: SOF0 to SOF15 but for DHT, JPG and DAC among them.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xDA), 0xFF})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was taken: its name, which is the SHA-256 of its bytes, and its size in px."""

    name: str
    width: int
    height: int


class Pictures:
    """The pictures of one article, each once, in the order of the text."""

    def __init__(self) -> None:
        self._taken: dict[bytes, Picture] = {}
        self._bytes = 0

    @property
    def images(self) -> tuple[bytes, ...]:
        """The bytes of what was taken."""
        return tuple(self._taken)

    def named(self) -> Iterator[tuple[bytes, str]]:
        """Yield what was taken, with its name."""
        for data, picture in self._taken.items():
            yield data, picture.name

    def add(self, data: bytes) -> Picture | None:
        """Take a picture; None for what is none, is damaged at its beginning, too large, or only an ornament."""
        if data in self._taken:
            return self._taken[data]
        size = size_of(data)
        if size is None or not _is_worth_showing(*size) or len(data) > MOST_BYTES:
            return None
        if len(self._taken) >= MOST_PICTURES or self._bytes + len(data) > MOST_BYTES_TOGETHER:
            return None
        self._bytes += len(data)
        picture = self._taken[data] = Picture(sha256(data).hexdigest(), *size)
        return picture


def may_be_picture(beginning: bytes) -> bool:
    """Say whether bytes begin as pictures do, which is enough to look at the rest."""
    return beginning.startswith((_JPEG, b"\x89PNG", b"GIF8", b"BM")) or beginning[8:12] == b"WEBP"


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return a picture's width and height in px, as its own beginning states them; None if it is none of ours.

    PNG, JPEG, GIF, WebP and BMP are told by their bytes, whatever they are called. What could hold more than pixels,
    such as SVG, is none.
    """
    if data.startswith(_JPEG):
        return _size_of_jpeg(data)
    if data.startswith(b"RIFF"):
        return _size_of_webp(data)
    if found := _PNG.match(data):
        return int.from_bytes(found["width"], "big"), int.from_bytes(found["height"], "big")
    if found := _GIF.match(data):
        return int.from_bytes(found["width"], "little"), int.from_bytes(found["height"], "little")
    if found := _BMP.match(data):
        return int.from_bytes(found["width"], "little"), abs(int.from_bytes(found["height"], "little", signed=True))
    return None


def _size_of_webp(data: bytes) -> tuple[int, int] | None:
    if found := _WEBP_LOSSY.match(data):  # the two highest bits of each say how to scale it
        return int.from_bytes(found["width"], "little") & 0x3FFF, int.from_bytes(found["height"], "little") & 0x3FFF
    if found := _WEBP_LOSSLESS.match(data):
        both = int.from_bytes(found["both"], "little")
        return (both & 0x3FFF) + 1, (both >> 14 & 0x3FFF) + 1
    if found := _WEBP_EXTENDED.match(data):
        return int.from_bytes(found["width"], "little") + 1, int.from_bytes(found["height"], "little") + 1
    return None


def _size_of_jpeg(data: bytes) -> tuple[int, int] | None:
    """Return the size that the first frame of a JPEG states, passing over what stands before it."""
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[place + 1]
        if marker in _JPEG_WITHOUT_LENGTH:
            place += 1 if marker == 0xFF else 2  # noqa: PLR2004 - a marker may be led by any number of these
        elif marker in _JPEG_FRAMES:
            height, width = data[place + 5 : place + 7], data[place + 7 : place + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        else:
            place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4], "big"))
    return None


def _is_worth_showing(width: int, height: int) -> bool:
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        return False
    return max(width, height) >= SHORTEST_SIDE and min(width, height) >= SHORTEST_SIDE // 8
