"""Where pictures stand among a file's paragraphs, and which of these are their captions."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reader.articles.article import BlockKind
from reader.intake.credits import picture_of
from reader.intake.formats.pdf.flow import Paragraph
from reader.intake.formats.pdf.layout import Line
from reader.intake.formats.pdf.shown import Shown

_LEAST_SHARE = 0.3  # of the pages, on which the same picture is a running head's
_FEW_PAGES = 2
_MOST_WRITTEN = 2  # lines that may stand on a picture; with more it is what they are written on
_NEAR = 3.0  # times its letters' size: how far below or above its picture a caption stands at most
_LONGEST_CAPTION = 300  # code points
_SMALLER = 0.95  # times the size of the text
_CALLED = re.compile(
    r"(?:ال)?(?:صورة|شكل|رسم|خريطة|تصویر|عکس|תמונה|איור|figure|fig\.|photo|image|map)\b", re.IGNORECASE
)


def placed(shown: Sequence[Shown], paragraphs: Sequence[Paragraph], pages: int) -> dict[int, list[Shown]]:
    """Return the pictures to show behind each paragraph, by its number; -1 for those that stand above all.

    What stands on many pages, or is written on, belongs to no paragraph.
    """
    repeated = Counter(key for key, _ in {(one.key, one.page) for one in shown})
    most = max(_FEW_PAGES, _LEAST_SHARE * pages)
    found: dict[int, list[Shown]] = {}
    for one in sorted(shown, key=lambda one: (one.page, -one.top, -one.right)):
        if repeated[one.key] < most and _written_on(one, paragraphs) <= _MOST_WRITTEN:
            found.setdefault(_before(one, paragraphs), []).append(one)
    return found


def mark_captions(found: Mapping[int, Sequence[Shown]], paragraphs: Sequence[Paragraph], size: float) -> None:
    """Make captions of the paragraphs below and above pictures that are smaller than the text or say what they are."""
    for place, shown in found.items():
        for one, paragraph in ((shown[-1], place + 1), (shown[0], place)):
            if 0 <= paragraph < len(paragraphs) and _is_caption(one, paragraphs[paragraph], size):
                paragraphs[paragraph].kind, paragraphs[paragraph].level = BlockKind.CAPTION, 0
                break


def _written_on(one: Shown, paragraphs: Sequence[Paragraph]) -> int:
    return sum(
        line.page == one.page and one.bottom < line.y < one.top and one.left < _middle(line) < one.right
        for paragraph in paragraphs
        for line in paragraph.lines
    )


def _before(one: Shown, paragraphs: Sequence[Paragraph]) -> int:
    """Return the number of the last paragraph that begins above a picture in its column, or on an earlier page."""
    best = -1
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind is BlockKind.FOOTNOTE:
            continue
        first = paragraph.lines[0]
        overlaps = first.column[0] < one.right and one.left < first.column[1]
        if first.page < one.page or (first.page == one.page and overlaps and first.y >= one.top):
            best = number
    return best


def _is_caption(one: Shown, paragraph: Paragraph, size: float) -> bool:
    if paragraph.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FOOTNOTE, BlockKind.QUOTATION):
        return False
    first, last = paragraph.lines[0], paragraph.lines[-1]
    near = _NEAR * paragraph.size
    is_below = 0 <= one.bottom - (first.y + paragraph.size * _SMALLER) + paragraph.size <= near
    is_above = 0 <= last.y - one.top <= near
    if first.page != one.page or not (is_below or is_above) or len(paragraph.text) > _LONGEST_CAPTION:
        return False
    says = _CALLED.match(paragraph.text) is not None or picture_of(paragraph.text) is not None
    return says or (is_below and paragraph.size <= _SMALLER * size)


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2
