"""The characters of a page and where they stand, in points from its lower left corner as a reader turns it."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as native

from reader.intake.formats.pdf.clipping import Window, Windows

MOST_CHARACTERS = 200_000  # on one page; a page of a newspaper has 30,000
_LONGEST_NAME = 256  # bytes
_FEW_SPACES = 0.03  # of the characters
_NO_CHARACTER = frozenset((0, 0xFFFE, 0xFFFF))
_ABOVE, _BELOW = 0.25, 0.02  # of the size
_FARTHEST = 100_000.0  # points from the corner: seven times the largest page (ISO 32000-2, annex C.2)
_SPACE = 0x20
_LEAST_SPACE = 0.01  # points
_HYPHEN = 2  # what PDFium makes of a hyphen at a line's end
_LEAST_OF_A_WORD = 4  # characters at one place; a ligature has three at most, but for a few formulas


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its pen position `x` and baseline `y`, the sides of what is drawn, and its font.

    `pen_end` is where the pen stands behind it, without kerning. Characters that one shape
    shows together have one place; `order` is their place in PDFium's own order. A shape without a character, as of the
    body of a letter whose dots have the character, has an empty text.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    size: float
    is_bold: bool
    order: int
    source: int
    pen_end: float

    @property
    def middle(self) -> float:
        """The middle between the left and the right side."""
        return (self.left + self.right) / 2

    @property
    def floats(self) -> bool:
        """Whether it is drawn above or below the line only, as dots and vowel signs are."""
        return self.bottom > self.y + _ABOVE * self.size or self.top < self.y - _BELOW * self.size


@dataclass(frozen=True, slots=True)
class _Font:
    size: float
    is_bold: bool
    turn: int  # quarter turns against the clock
    slant: float = 0.0  # points to the right for each point up


class _Boxes:
    """What PDFium writes its answers into."""

    def __init__(self) -> None:
        self.left, self.right, self.bottom, self.top, self.x, self.y = (ctypes.c_double() for _ in range(6))
        self.matrix = native.FS_MATRIX()


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """A page's characters in PDFium's order, whether it writes spaces, and what runs across it in another direction.

    `guessed` are the places in that order where PDFium guesses spaces, often wrongly.
    """

    glyphs: list[Glyph]
    has_spaces: bool
    guessed: frozenset[int]
    across: str


def glyphs_of(page: pdfium.PdfPage) -> PageGlyphs:
    """Return a page's characters. Spaces are among them as far as the page has them, not those that PDFium adds."""
    text_page = page.get_textpage()
    try:
        number = min(text_page.count_chars(), MOST_CHARACTERS)
        guessed: set[int] = set()
        found = list(_characters(text_page.raw, number, guessed, Windows(page)))
        silent = _silent(found, text_page.raw)
        found = [(_with_room(glyph, text_page.raw, silent), font) for glyph, font in found]
    finally:
        text_page.close()
    turns = Counter(font.turn for _, font in found)
    turn = turns.most_common(1)[0][0] if turns else 0
    across = "".join(glyph.text for glyph, font in found if font.turn != turn)
    glyphs = [_turned(glyph, turn) for glyph, font in found if font.turn == turn]
    if not turn:
        glyphs += _without_characters(page, {glyph.source for glyph in glyphs})
    has_spaces = sum(glyph.text == " " for glyph in glyphs) > _FEW_SPACES * len(glyphs)
    return PageGlyphs(glyphs, has_spaces, frozenset(guessed), across)


def _with_room(glyph: Glyph, text_page: native.FPDF_TEXTPAGE, silent: Container[int]) -> Glyph:
    room = native.FS_RECTF()
    native.FPDFText_GetLooseCharBox(text_page, glyph.order, room)
    return replace(glyph, text="" if glyph.order in silent else glyph.text, pen_end=room.right)


def _silent(found: Sequence[tuple[Glyph, _Font]], text_page: native.FPDF_TEXTPAGE) -> frozenset[int]:
    """Return the places of shapes without a character, for which PDFium gives the font's own codes.

    Some programs (WeasyPrint until 52) give all characters of a word to one of its shapes. Where no shape of an object
    has that many, the codes stay: they may be characters after all.
    """
    places = Counter((glyph.source, glyph.x, glyph.y) for glyph, _ in found)
    whole = {source for (source, _, _), number in places.items() if number >= _LEAST_OF_A_WORD}
    if not whole:
        return frozenset()
    orders = [glyph.order for glyph, _ in found if glyph.source in whole]
    silent = {order for order in orders if native.FPDFText_HasUnicodeMapError(text_page, order) == 1}
    # Of codes that are no letters inside a word from right to left PDFium forgets that they are codes.
    signs = (glyph for glyph, _ in found if glyph.source in whole and unicodedata.category(glyph.text) == "Sk")
    return frozenset(silent | {sign.order for sign in signs if silent})


def _without_characters(page: pdfium.PdfPage, sources: set[int]) -> Iterator[Glyph]:
    """Yield the shapes that have no characters: they fill the room between those that do, or are spaces."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    matrix = native.FS_MATRIX()
    for place in range(min(native.FPDFPage_CountObjects(page), MOST_CHARACTERS)):
        held = native.FPDFPage_GetObject(page, place)
        if not held or native.FPDFPageObj_GetType(held) != native.FPDF_PAGEOBJ_TEXT:
            continue
        if ctypes.addressof(held.contents) not in sources and native.FPDFPageObj_GetBounds(
            held, left, bottom, right, top
        ):
            native.FPDFPageObj_GetMatrix(held, matrix)
            sides = (matrix.e, matrix.f, left.value, right.value, bottom.value, top.value)
            text = "" if right.value - left.value > _LEAST_SPACE else " "
            end = max(matrix.e, right.value)
            yield Glyph(text, *sides, top.value - bottom.value, is_bold=False, order=0, source=0, pen_end=end)


def _characters(
    text_page: native.FPDF_TEXTPAGE, number: int, guessed: set[int], windows: Windows
) -> Iterator[tuple[Glyph, _Font]]:
    boxes = _Boxes()
    left, right, bottom, top, x, y = boxes.left, boxes.right, boxes.bottom, boxes.top, boxes.x, boxes.y
    font, source = _Font(1.0, is_bold=False, turn=0), 0
    names: dict[int, bool] = {}
    window: Window | None = None
    for place in range(number):
        code = native.FPDFText_GetUnicode(text_page, place)
        held = native.FPDFText_GetTextObject(text_page, place)
        if not held or code in _NO_CHARACTER or native.FPDFText_IsGenerated(text_page, place) == 1:
            if code == _SPACE:
                guessed.add(place)  # without an object it is PDFium's own
            continue
        address = ctypes.addressof(held.contents)
        if address != source:
            source = address
            font = _font(text_page, place, held, boxes.matrix, names)
            window = windows.of(held)
        native.FPDFText_GetCharOrigin(text_page, place, x, y)
        native.FPDFText_GetCharBox(text_page, place, left, right, bottom, top)
        if code == _SPACE and right.value - left.value < _LEAST_SPACE:
            guessed.add(place)  # this one too
            continue
        slant = font.slant * ((bottom.value + top.value) / 2 - y.value)
        sides = (x.value, y.value, left.value - slant, right.value - slant, bottom.value, top.value)
        if not all(-_FARTHEST < side < _FARTHEST for side in sides):  # NaN too
            continue
        if window and window.hides(y.value, sides[2:]) and windows.holds(address):
            continue
        text = "-" if code == _HYPHEN else chr(code)
        yield Glyph(text, *sides, font.size, font.is_bold, place, address, 0.0), font


def _font(
    text_page: native.FPDF_TEXTPAGE, place: int, held: object, matrix: native.FS_MATRIX, names: dict[int, bool]
) -> _Font:
    native.FPDFText_GetMatrix(text_page, place, matrix)
    size = native.FPDFText_GetFontSize(text_page, place) * math.hypot(matrix.c, matrix.d)
    font = native.FPDFTextObj_GetFont(held)
    address = ctypes.addressof(font.contents) if font else 0
    if address not in names:
        names[address] = _is_bold(font)
    turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4 if math.isfinite(matrix.a + matrix.b) else 0
    slant = matrix.c / matrix.d if matrix.d and not turn and math.isfinite(matrix.c / matrix.d) else 0.0
    return _Font(size if math.isfinite(size) and size > 0 else 1.0, names[address], turn, slant)


def _is_bold(font: object) -> bool:
    """Say whether a font's name calls it bold; the weights that subsets state are too often wrong."""
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    length = native.FPDFFont_GetBaseFontName(font, name, _LONGEST_NAME)
    return 0 < length <= _LONGEST_NAME and re.search(rb"bold|black|heavy", name.value.lower()) is not None


def _turned(glyph: Glyph, turn: int) -> Glyph:
    """Return a glyph of a page that lies on its side as it stands when the page is turned."""
    if turn == 0:
        return glyph
    x, y = ((glyph.y, -glyph.x), (-glyph.x, -glyph.y), (-glyph.y, glyph.x))[turn - 1]
    end = x + glyph.size / 2  # its box lies on its side too; half the size is near enough to how wide letters are
    return replace(glyph, x=x, y=y, left=x, right=end, bottom=y, top=y + glyph.size, pen_end=end)
