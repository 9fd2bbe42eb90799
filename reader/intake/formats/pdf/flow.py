"""Lines put together to paragraphs, across columns and pages; what each is, by its size, its place and its sign."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from reader.articles.article import BlockKind
from reader.intake.formats.pdf.layout import MARKER, Line
from reader.intake.formats.pdf.ordering import with_brackets_set_right

_SAME_SIZE = 0.08  # the share by which the size of one text may differ
_HEADING = 1.12  # times the size of the text
_LONGEST_HEADING = 250  # code points
_SMALL = 0.9  # times the size of the text: notes are smaller
_LOOSER = 0.3  # of the size: how much wider than usual a gap is that parts paragraphs
_INDENT = 0.8  # of the size
_SAME_EDGE = 0.3  # of the size
_INSET = 1.2  # of the size, on both sides: a quotation
_WIDE_ENOUGH = 1.0  # of the size: what is left beside a last line, besides the word that would have fitted
_RAGGED = 0.3  # the share of lines that end early in a text that was not broken to its width
_VERY_SHORT = 0.4  # of the column: what a last line of such a text leaves open
_JUSTIFIED = 0.6  # the share of lines that fill their column
_FLUSH = 0.25  # of the size: what such a line may leave open
_FULL = 0.12  # the share of its column that a full line may leave open
_ENDS = re.compile(r"[.!?؟…:؛][\"'»”’)\]]*$")
_BROKEN_WORD = re.compile(r"[A-Za-zÀ-ɏ][-‐\u00ad]$")
_SMALL_LETTER = re.compile(r"[a-zß-öø-ÿ]")
_NOTE = re.compile(r"[\d٠-٩*†‡¹²³(\[]")
_LEADING_MARKER = re.compile(r"([•◦▪‣∙●○■□]|\(?\d{1,3}[.)]|[–—-])\s+(?=\S)")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together: their text, its kind, a heading's level or a list's mark, or a table's row."""

    lines: list[Line]
    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    cells: tuple[tuple[int, str], ...] = ()

    @property
    def size(self) -> float:
        """The size of its letters, in points."""
        return self.lines[0].size


@dataclass(slots=True)
class _Measures:
    """What is usual in a file: the size of the text, the distance of lines in sizes, and where lines end.

    In a ragged text lines were not broken to their width; in a justified one all but last lines are equally long.
    """

    size: float
    pitch: float
    is_bold: bool
    is_ragged: bool = False
    is_justified: bool = False
    hyphenated: set[str] = field(default_factory=set)


def paragraphs_of(lines: Sequence[Line], *, rtl: bool) -> list[Paragraph]:
    """Return the paragraphs that lines in reading order make, with notes at their end."""
    if not lines:
        return []
    measures = _measures(lines)
    early = [_ends_early(a, b, rtl=rtl) for a, b in pairwise(lines) if a.page == b.page and a.y > b.y and not b.cells]
    measures.is_ragged = sum(early) > _RAGGED * len(early)
    flush = [_room(line, rtl=rtl) < _FLUSH * line.size for line in lines if not line.cells]
    measures.is_justified = sum(flush) > _JUSTIFIED * len(flush)
    body, notes = _without_notes(_with_edges(lines, rtl=rtl), measures)
    made = [paragraph for part in (body, notes) for paragraph in _gathered(part, measures, rtl=rtl)]
    for paragraph in made:
        _set_text(paragraph, measures)
    made = [paragraph for paragraph in made if paragraph.text or paragraph.cells]
    noted = {id(line) for line in notes}
    sizes = sorted({round(p.size) for p in made if _is_heading(p, measures)}, reverse=True)
    for paragraph in made:
        if id(paragraph.lines[0]) in noted:
            paragraph.kind = BlockKind.FOOTNOTE
        elif _is_heading(paragraph, measures):
            paragraph.kind, paragraph.level = BlockKind.HEADING, min(sizes.index(round(paragraph.size)) + 1, 3)
        elif paragraph.cells:
            paragraph.kind = BlockKind.TABLE_CELL
        elif paragraph.marker:
            paragraph.kind = BlockKind.LIST_ITEM
        elif _is_inset(paragraph):
            paragraph.kind = BlockKind.QUOTATION
    return made


def usual_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size of most letters, in points."""
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        sizes[round(paragraph.size, 1)] += len(paragraph.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _measures(lines: Sequence[Line]) -> _Measures:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    pitches: Counter[float] = Counter()
    for before, after in pairwise(lines):
        if before.page == after.page and before.y > after.y and abs(before.size - size) < 1 and not after.cells:
            pitches[round((before.y - after.y) / size, 1)] += 1
    bold = sum(len(line.text) for line in lines if line.is_bold)
    words = {word for line in lines for word in re.findall(r"[a-z]+-[a-z]+", line.text)}
    pitch = pitches.most_common(1)[0][0] if pitches else 1.5
    is_bold = 2 * bold > sum(len(line.text) for line in lines)
    return _Measures(size, pitch, is_bold, hyphenated=words)


def _without_notes(lines: Sequence[Line], measures: _Measures) -> tuple[list[Line], list[Line]]:
    """Part the notes at the feet of pages from the text: small lines at a page's end, the first with a note's sign."""
    notes: list[Line] = []
    body: list[Line] = []
    for page in sorted({line.page for line in lines}):
        of_page = [line for line in lines if line.page == page]
        end = len(of_page)
        while end and of_page[end - 1].size <= _SMALL * measures.size and not of_page[end - 1].cells:
            end -= 1
        first = of_page[end] if end < len(of_page) else None
        if not end or first is None or not _NOTE.match(first.marker or first.text):
            end = len(of_page)
        body += of_page[:end]
        notes += of_page[end:]
    return body, notes


def _with_edges(lines: Sequence[Line], *, rtl: bool) -> list[Line]:
    """Return lines with the edges of the block that they stand in: lines that begin equally far from the column's edge.

    A quotation is narrower than its column, and its lines are full all the same.
    """
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        same = last and last.page == line.page and last.column == line.column and last.y > line.y
        if last and same and abs(_leading(line, rtl=rtl) - _leading(last, rtl=rtl)) < _SAME_EDGE * line.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    result: list[Line] = []
    for block in blocks:
        left, right = block[0].column
        if len(block) > 1 and _leading(block[0], rtl=rtl) > _INSET * block[0].size:
            left, right = (
                (min(line.left for line in block), right) if rtl else (left, max(line.right for line in block))
            )
        result += [replace(line, block=(left, right)) for line in block]
    return result


def _gathered(lines: Sequence[Line], measures: _Measures, *, rtl: bool) -> list[Paragraph]:
    made: list[Paragraph] = []
    for line in lines:
        if made and not _begins(made[-1], line, measures, rtl=rtl):
            made[-1].lines.append(line)
        else:
            made.append(Paragraph([line], marker=line.marker))
    return made


def _begins(paragraph: Paragraph, line: Line, measures: _Measures, *, rtl: bool) -> bool:
    """Say whether a line begins a paragraph behind another one."""
    last = paragraph.lines[-1]
    is_marked = line.marker or line.cells or last.cells or _LEADING_MARKER.match(line.text)
    if is_marked or abs(line.size - last.size) > _SAME_SIZE * last.size or line.is_bold != last.is_bold:
        return True
    if line.page != last.page or line.y >= last.y:  # another column
        return not _runs_on(last, line, measures, rtl=rtl)
    is_apart = last.y - line.y > (max(measures.pitch, 1.0) + _LOOSER) * last.size
    indent = _leading(line, rtl=rtl) - _leading(last, rtl=rtl)
    if is_apart or (indent > _INDENT * line.size and len(paragraph.lines) > 1):
        return True
    if measures.is_ragged:
        is_short = _room(last, rtl=rtl) > _VERY_SHORT * (last.column[1] - last.column[0])
        return is_short or (_ends_early(last, line, rtl=rtl) and _ENDS.search(last.text) is not None)
    return _ends_early(last, line, rtl=rtl)


def _ends_early(last: Line, line: Line, *, rtl: bool) -> bool:
    """Say whether the first word of a line would have fitted behind the line before it."""
    return _room(last, rtl=rtl) > _first_word(line) + _WIDE_ENOUGH * line.size


def _runs_on(last: Line, line: Line, measures: _Measures, *, rtl: bool) -> bool:
    """Say whether a paragraph goes on in the next column or page: from a full line, be it a sentence's end or not."""
    most = _FLUSH * last.size if measures.is_justified else _FULL * (last.column[1] - last.column[0]) + last.size
    is_full = _room(last, rtl=rtl) < most
    is_indented = _leading(line, rtl=rtl) > _INDENT * line.size
    return is_full and not is_indented and not (_ENDS.search(last.text) and _ends_early(last, line, rtl=rtl))


def _leading(line: Line, *, rtl: bool) -> float:
    """Return how far a line's beginning stands from its column's edge, in points."""
    return line.column[1] - line.right if rtl else line.left - line.column[0]


def _room(line: Line, *, rtl: bool) -> float:
    """Return how much of its column a line leaves open behind it, in points."""
    left, right = line.block or line.column
    return line.left - left if rtl else right - line.right


def _first_word(line: Line) -> float:
    words = line.text.split()
    per_character = (line.right - line.left) / max(1, len(line.text))
    return per_character * len(words[0]) if words else 0.0


def _set_text(paragraph: Paragraph, measures: _Measures) -> None:
    if cells := paragraph.lines[0].cells:
        texts = ((number, with_brackets_set_right(text).strip()) for number, text in cells)
        paragraph.cells = tuple((number, text) for number, text in texts if text)
        return
    text = ""
    for line in paragraph.lines:
        text = _joined(text, line.text, measures) if text else line.text
    found = None if paragraph.marker else _LEADING_MARKER.match(text)
    if found:
        paragraph.marker, text = found[1], text[found.end() :]
    elif MARKER.match(text) and not text[:1].isalnum():
        text = ""
    paragraph.text = with_brackets_set_right(text)


def _joined(text: str, more: str, measures: _Measures) -> str:
    """Return two lines as one, a word that was broken at their end whole again."""
    if _BROKEN_WORD.search(text) and _SMALL_LETTER.match(more):
        broken = f"{text.rsplit(maxsplit=1)[-1][:-1]}-{more.split(maxsplit=1)[0]}".lower()
        return text[:-1] + ("-" if any(word in broken for word in measures.hyphenated) else "") + more
    return f"{text} {more}"


def _is_heading(paragraph: Paragraph, measures: _Measures) -> bool:
    if paragraph.cells or paragraph.marker or len(paragraph.text) > _LONGEST_HEADING:
        return False
    is_bold = all(line.is_bold for line in paragraph.lines) and not measures.is_bold
    is_large = paragraph.size >= _HEADING * measures.size
    return is_large or (is_bold and len(paragraph.lines) <= 2 and not _ENDS.search(paragraph.text))  # noqa: PLR2004


def _is_inset(paragraph: Paragraph) -> bool:
    lines = paragraph.lines
    least = _INSET * paragraph.size
    both = all(line.left - line.column[0] >= least and line.column[1] - line.right >= least for line in lines)
    starts = [line.right for line in lines]
    return both and len(lines) > 1 and max(starts) - median(starts) < paragraph.size
