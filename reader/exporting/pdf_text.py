"""A layer of text for PDF files that are drawn as outlines: unseen, to be selected, searched and read aloud.

Arabic letters have many shapes and Qt's writer names them wrongly: what is copied from its files is no text. Here the
words themselves are written in a font without shapes, as programs for reading scanned pages do.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.text.direction import Direction
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span

_FONT = "HamishText"
_ADVANCE = 0.5
"""How wide every letter of the font is, in its own size."""

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /HamishText def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""

_PAGE = re.compile(rb"(?<!\d)(\d+) 0 obj\s*<<\s*/Type /Page\s(.*?)endobj", re.DOTALL)
_CONTENTS = re.compile(rb"/Contents (\d+ 0 R)")
_RESOURCES = re.compile(rb"/Resources (\d+) 0 R")


_RIGHT = "\u0590-\u05ff\u0610-\u061f\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200c\u200d"
_WEAK = "\\-0-9\u0660-\u0669\u06f0-\u06f9.,:/+%$#،٪٫٬"
# Words of right-to-left letters; numbers with their signs; words of other letters; signs, each by itself.
_SIGN = f"[^\\w\\s{_WEAK}{_RIGHT}\u2066-\u2069]"
_IN_RTL = LazyPattern(
    f"(?P<right>{_SIGN}*[{_RIGHT}]+(?:{_SIGN}|[{_RIGHT}])*)|(?P<weak>[{_WEAK}]+\u2069?[{_WEAK}]*)|(?P<left>[^\\W\\d_{_RIGHT}]+)"
    "|(?P<sign>[^\\s\u2066-\u2069])"
)
_IN_LTR = LazyPattern(f"(?P<right>[{_RIGHT}]+)|(?P<left>[^\\s\u2066-\u2069{_RIGHT}]+)")
_UNSEEN = dict.fromkeys(range(0x2066, 0x206A))
_FACING = dict(zip(map(ord, "()[]{}<>«»‹›"), ")(][}{><»«›‹", strict=True))


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands on a page: its letters from left to right, and its box in points from the lower left.

    `y` is the baseline. Words come in the order in which they are read, each with the space that follows it.
    """

    letters: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in code points, with its letters as programs expect them from left to right.

    `against` says that it runs against its line, or is a sign between two that do.
    """

    span: Span
    letters: str
    against: bool


def runs(line: str, direction: Direction) -> list[Run]:
    """Return what of a line runs one way, in the order in which it is read.

    Programs turn right-to-left letters round and mirror the signs beside them (PDFium, which Chrome shows files with,
    does it by the class of each character in the bidirectional algorithm), so that they stand turned here.
    """
    found = list((_IN_RTL if direction is Direction.RTL else _IN_LTR)().finditer(line))
    kinds = [each.lastgroup or "" for each in found]
    opposite = ("left", "weak") if direction is Direction.RTL else ("right",)
    inside = [kind in opposite for kind in kinds]
    for at, kind in enumerate(kinds):
        if kind == "sign":
            inside[at] = any(inside[:at][-1:]) and kinds[at + 1 : at + 2] != [] and kinds[at + 1] in opposite
    return [
        Run(Span(*each.span()), _letters(line, each, kind, direction), against)
        for each, kind, against in zip(found, kinds, inside, strict=True)
    ]


def in_line_order(
    boxes: Sequence[tuple[float, float]], against: Sequence[bool], direction: Direction
) -> list[tuple[float, float]]:
    """Return the left and right of a line's runs so that they follow each other the line's way.

    Those against it, which stand the other way round, take each other's places: PDFium keeps words in the line's order.
    """
    placed = list(boxes)
    for is_against, group in groupby(range(len(boxes)), key=against.__getitem__):
        numbers = list(group)
        if not is_against or len(numbers) == 1:
            continue
        left, right = min(boxes[at][0] for at in numbers), max(boxes[at][1] for at in numbers)
        share = (right - left) / max(sum(boxes[at][1] - boxes[at][0] for at in numbers), 1)
        for at in numbers:
            width = share * (boxes[at][1] - boxes[at][0])
            placed[at] = (right - width, right) if direction is Direction.RTL else (left, left + width)
            left, right = left + width, right - width
    return placed


def _letters(line: str, found: re.Match[str], kind: str, direction: Direction) -> str:
    letters = found[0].translate(_UNSEEN)
    if kind == "right":
        letters = letters[::-1]
    if kind != "left" and direction is Direction.RTL:
        letters = letters.translate(_FACING)
    is_lost = len(letters) == 1 and letters > "\u00ff"  # PDFium leaves such a letter out when it stands all alone
    if is_lost or line[found.end() : found.end() + 1].isspace():
        return f" {letters}" if direction is Direction.RTL else f"{letters} "
    return letters


def with_text(pdf: bytes, pages: Sequence[Sequence[Word]]) -> bytes:
    """Return a PDF file as Qt writes it with words on its pages, added behind its end.

    Raises ValueError when the file has another number of pages.
    """
    found = list(_PAGE.finditer(pdf))
    if len(found) != len(pages):
        message = f"{len(found)} pages in the file, {len(pages)} with words"
        raise ValueError(message)
    trailer = pdf[pdf.rindex(b"trailer") :]
    free = int(_needed(rb"/Size (\d+)", trailer))
    font, keep, contents = free, free + 4, free + 5
    objects = dict(zip(range(free, contents), (*_font_objects(free), _stream(b"q")), strict=True))
    for number, (page, words) in enumerate(zip(found, pages, strict=True)):
        objects[contents + number] = _stream(_content(words))
        body = _CONTENTS.sub(rb"/Contents [%d 0 R \1 %d 0 R]" % (keep, contents + number), page[2])
        objects[int(page[1])] = b"<<\n/Type /Page\n" + body.rstrip()
        resources = int(_needed(_RESOURCES.pattern, page[2]))
        objects[resources] = _with_font(_body(pdf, resources), font)
    return _appended(pdf, objects, trailer)


def _content(words: Sequence[Word]) -> bytes:
    """Return the operators that place words without drawing them (text rendering mode 3 of ISO 32000).

    What Qt draws leaves its own measure behind, which ends here first.
    """
    parts = [b"Q BT 3 Tr"]
    for word in words:
        codes = word.letters.encode("utf-16-be").hex().encode()
        natural = len(word.letters) * _ADVANCE * word.size
        scale = 100 * word.width / natural if natural else 100
        parts.append(
            b"/%s %.2f Tf %.1f Tz 1 0 0 1 %.2f %.2f Tm <%s> Tj"
            % (_FONT.encode(), word.size, scale, word.x, word.y, codes)
        )
    return b"\n".join([*parts, b"ET"])


def _font_objects(first: int) -> tuple[bytes, ...]:
    name = _FONT.encode()
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R]"
        b" /ToUnicode %d 0 R >>" % (name, first + 1, first + 3),
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity /FontDescriptor %d 0 R /DW %d"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        % (name, first + 2, round(1000 * _ADVANCE)),
        b"<< /Type /FontDescriptor /FontName /%s /Flags 5 /FontBBox [0 -300 500 1000] /ItalicAngle 0 /Ascent 1000"
        b" /Descent -300 /CapHeight 1000 /StemV 80 >>" % name,
        _stream(_TO_UNICODE),
    )


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _with_font(resources: bytes, font: int) -> bytes:
    entry = b"/Font <<\n/%s %d 0 R\n" % (_FONT.encode(), font)
    return resources.replace(b"/Font <<\n", entry, 1)


def _body(pdf: bytes, number: int) -> bytes:
    return _needed(rb"(?<!\d)%d 0 obj\s*(.*?)\s*endobj" % number, pdf)


def _needed(pattern: bytes, text: bytes) -> bytes:
    found = re.search(pattern, text, re.DOTALL)
    if found is None:
        message = f"not a file as Qt writes it: {pattern!r} is missing"
        raise ValueError(message)
    return found[1]


def _appended(pdf: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    """Return the file with new and changed objects behind its end, as ISO 32000 provides for updates."""
    parts, size, places = [pdf, b"\n"], len(pdf) + 1, {}
    for number, body in sorted(objects.items()):
        places[number] = size
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        size += len(parts[-1])
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
    root, info = _needed(rb"/Root (\d+ 0 R)", trailer), _needed(rb"/Info (\d+ 0 R)", trailer)
    before = int(_needed(rb"startxref\s+(\d+)", trailer))
    end = b"xref\n%strailer\n<< /Size %d /Root %s /Info %s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        rows,
        max(objects) + 1,
        root,
        info,
        before,
        size,
    )
    return b"".join([*parts, end])
