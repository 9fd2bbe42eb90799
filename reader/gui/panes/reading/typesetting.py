"""How each kind of paragraph is set: fonts, sizes, lines, insets and the space round it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextLayout,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from reader.articles.article import BlockKind, InlineKind
from reader.gui.fonts import FontFamily, family, page_font
from reader.gui.panes.reading.paragraph import Paragraph
from reader.gui.panes.reading.scripts import foreign_runs, whole_words
from reader.gui.theme import Theme, TypeRole
from reader.settings import Settings
from reader.text.direction import Direction
from reader.text.spans import Span

INNER_MARGIN = 24
"""Space in px between the column and the edge of what is painted: nothing that hangs over a line's end is cut."""

TOP_MARGIN = 48
"""Space in px above the headline, so that no mark on its first line is cut."""

QUOTATION_INSET = 20
"""How far in px a quotation stands in from the column's leading edge; its bar is drawn in there."""

LIST_INSET = 1.6
"""How far an item of a list stands in for each level, in em of the text; its number or dot is drawn in there."""

BODY_LINE = 1.85
"""The distance of two lines in em that the type table is written for; each font's own stands in fonts.json."""

LATIN_IN_ARABIC = 0.9
"""How large Latin words are beside Arabic ones: at the same size their capitals stand out of the line."""

GAP = 3
"""The least space in px between the bands of two lines."""

FOOTNOTE_SPACE = 2.0
"""Space in em of the text above the first footnote; a short line is drawn in it."""

VERSE_SPACE = 0.2
"""Space in em between lines of verse, whose halves are parted by a tab that goes to the column's middle."""

SMALLEST = 12
"""No words on the page are smaller than this, in px, however small the text is."""

BALANCE_STEP = 8
"""How exactly a headline's lines are balanced, in px."""

CELL_PADDING = 8
"""Space in px round the words of a table's cell."""

TABLE_SPACE = 1.0
"""Space in em of the text above and below a table."""

TALLEST_PICTURE = 1.25
"""How high a picture is at most, in widths of the column: a higher one is drawn smaller."""

PICTURE_SPACE = 1.0
"""Space in em of the text above a picture."""

UNKNOWN_PICTURE = (16, 9)
"""The shape of a picture whose size is not known."""

EMPHASIS_WEIGHT = 600

_ROLES: Mapping[BlockKind, str] = {
    BlockKind.HEADLINE: "headline",
    BlockKind.BYLINE: "meta",
    BlockKind.LEAD: "lead",
    BlockKind.QUOTATION: "quotation",
    BlockKind.CAPTION: "caption",
    BlockKind.CREDIT: "credit",
    BlockKind.FOOTNOTE: "caption",
}

_SPACE_BELOW: Mapping[str, float] = {"headline": 0.3, "meta": 1.6, "caption": 0.8, "credit": 1.2}
"""Space under a paragraph in em of its own size where the type table names none; 0.8 for the others."""

_SPACE_BETWEEN: Mapping[tuple[BlockKind | None, BlockKind | None], float] = {
    (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM): 0.25,
    (BlockKind.BYLINE, BlockKind.BYLINE): 0.2,
    (BlockKind.BYLINE, None): 0.2,
    (BlockKind.FOOTNOTE, BlockKind.FOOTNOTE): 0.3,
    (BlockKind.CAPTION, BlockKind.CREDIT): 0.0,
    (BlockKind.IMAGE, BlockKind.CAPTION): 0.35,
    (BlockKind.IMAGE, BlockKind.CREDIT): 0.35,
}
"""Space in em of the upper one between paragraphs that belong together; None is the line of source and date."""

_BALANCED = (BlockKind.HEADLINE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Band:
    """How far a mark reaches from the baseline of a line, in px."""

    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of paragraph is set. `size`, `pitch` (the distance of two baselines) and `inset` are px."""

    role: TypeRole
    font: QFont
    foreign_font: QFont
    size: float
    pitch: int
    inset: float
    band: Band


class Typesetting:
    """The rules of one theme and one taste. It knows no document; a page asks it for formats."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        self.theme = theme
        self.settings = settings
        self._styles: dict[tuple[str, Direction, float], Style] = {}

    @property
    def column(self) -> int:
        """The width of the column in px, without its inner margins."""
        return round(self.settings.width * self.settings.text_size)

    @property
    def pitch(self) -> int:
        """The distance of two lines of body text, in px."""
        return self._make_style("body", Direction.RTL, 0.0).pitch

    def style(self, paragraph: Paragraph) -> Style:
        """Return how a paragraph is set."""
        key = (_role(paragraph), paragraph.direction, self._inset(paragraph))
        if key not in self._styles:
            self._styles[key] = self._make_style(*key)
        return self._styles[key]

    def block_format(self, paragraph: Paragraph, following: Paragraph | None, column: float) -> QTextBlockFormat:
        """Return a block format for a column of `column` px. The direction is always said, never guessed by Qt."""
        style = self.style(paragraph)
        is_rtl = paragraph.direction is Direction.RTL
        made = QTextBlockFormat()
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        made.setAlignment(Qt.AlignmentFlag.AlignLeading)
        is_picture = _kind(paragraph) is BlockKind.IMAGE
        height = picture_size(paragraph, column).height() if is_picture else style.pitch
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(round(style.size * (PICTURE_SPACE if is_picture else style.role.above)))
        made.setBottomMargin(round(self._space_below(paragraph, following)))
        spare = self._spare(paragraph, column - style.inset)
        made.setRightMargin(style.inset if is_rtl else spare)
        made.setLeftMargin(spare if is_rtl else style.inset)
        if "\t" in paragraph.text:
            # Qt counts tabs from the leading edge, but a left one has what follows end there in right-to-left text.
            side = QTextOption.TabType.RightTab if is_rtl else QTextOption.TabType.LeftTab
            made.setTabPositions([QTextOption.Tab((column - style.inset) / 2, side)])
        return made

    def fits_in_halves(self, paragraph: Paragraph, column: float) -> bool:
        """Say whether each half of a line of verse fits beside the other in a column of `column` px."""
        style = self.style(paragraph)
        room, metrics = (column - style.inset) / 2, QFontMetricsF(style.font)
        return all(metrics.horizontalAdvance(half) < room for half in paragraph.text.split("\t"))

    def table_format(self) -> QTextTableFormat:
        """Return a table's format: as wide as the column, no boxes; the lines between its rows are drawn apart."""
        made = QTextTableFormat()
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setBorder(0)
        made.setCellSpacing(0)
        made.setCellPadding(CELL_PADDING)
        made.setTopMargin(round(self.settings.text_size * TABLE_SPACE))
        made.setBottomMargin(round(self.settings.text_size * TABLE_SPACE))
        return made

    def pieces(self, paragraph: Paragraph) -> Iterator[tuple[str, QTextCharFormat]]:
        """Yield a paragraph's displayed text in pieces of one format. No piece ends between letters that join."""
        text = paragraph.text
        own = self._own_format(paragraph)
        opening: dict[int, list[int]] = {}
        closing: dict[int, list[int]] = {}
        runs = [(span, form) for span, form in self._runs(paragraph) if len(span)]
        for number, (span, _) in enumerate(runs):
            opening.setdefault(span.start, []).append(number)
            closing.setdefault(span.end, []).append(number)
        edges = sorted({0, len(text), *opening, *closing})
        open_runs: set[int] = set()
        for start, end in pairwise(edges):
            open_runs.difference_update(closing.get(start, ()))
            open_runs.update(opening.get(start, ()))
            made = QTextCharFormat(own)
            for number in sorted(open_runs):
                made.merge(runs[number][1])
            yield text[start:end], made

    def _runs(self, paragraph: Paragraph) -> Iterator[tuple[Span, QTextCharFormat]]:
        style = self.style(paragraph)
        for run in foreign_runs(paragraph.text, paragraph.direction):
            made = QTextCharFormat()
            made.setFont(style.foreign_font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            yield run, made
        for inline in paragraph.block.inlines if paragraph.block is not None else ():
            made = self._inline_format(inline.kind, style)
            yield whole_words(paragraph.text, paragraph.to_shown(inline.span)), made

    def _inline_format(self, kind: InlineKind, style: Style) -> QTextCharFormat:
        made = QTextCharFormat()
        match kind:
            case InlineKind.EMPHASIS | InlineKind.STRONG:
                made.setFontWeight(max(EMPHASIS_WEIGHT, style.role.weight))
            case InlineKind.LINK:
                made.setForeground(self.theme.colour("link"))
            case InlineKind.FOOTNOTE:
                made.setForeground(self.theme.colour("link"))
                made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made

    def _own_format(self, paragraph: Paragraph) -> QTextCharFormat:
        style = self.style(paragraph)
        made = QTextCharFormat()
        made.setFont(style.font)
        made.setForeground(self.theme.colour(style.role.colour))
        return made

    def _space_below(self, paragraph: Paragraph, following: Paragraph | None) -> float:
        style = self.style(paragraph)
        if paragraph.cell is not None or (following is not None and following.goes_on):
            return 0.0
        kind, after = _kind(paragraph), _kind(following)
        if (kind, after) in _SPACE_BETWEEN:
            return style.size * _SPACE_BETWEEN[kind, after]
        if following is not None and "\t" in paragraph.source and "\t" in following.source:
            return style.size * VERSE_SPACE
        if after is BlockKind.FOOTNOTE:
            return FOOTNOTE_SPACE * self.settings.text_size
        return style.size * (style.role.below or _SPACE_BELOW.get(_role(paragraph), 0.8))

    def _spare(self, paragraph: Paragraph, width: float) -> float:
        """Return how much narrower a headline is set so that its lines are of a length and none holds a single word."""
        if paragraph.block is None or paragraph.block.kind not in _BALANCED:
            return 0.0
        layout = self._layout(paragraph)  # shaped once, for all widths that are tried
        lines = _line_count(layout, width)
        if lines == 1:
            return 0.0
        narrow, wide = width / 2, width
        while wide - narrow > BALANCE_STEP:
            middle = (narrow + wide) / 2
            if _line_count(layout, middle) == lines:
                wide = middle
            else:
                narrow = middle
        return width - ceil(wide)

    def _layout(self, paragraph: Paragraph) -> QTextLayout:
        layout = QTextLayout(paragraph.text, self.style(paragraph).font)
        option = QTextOption()
        is_rtl = paragraph.direction is Direction.RTL
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        layout.setFormats(_format_ranges(self.pieces(paragraph)))
        layout.setCacheEnabled(True)
        return layout

    def _inset(self, paragraph: Paragraph) -> float:
        block = paragraph.block
        if block is None:
            return 0.0
        if block.kind is BlockKind.QUOTATION:
            return QUOTATION_INSET
        if block.kind is BlockKind.LIST_ITEM:
            depth = block.group.column if block.group is not None else 0
            return (depth + 1) * LIST_INSET * self.settings.text_size
        return 0.0

    def _make_style(self, name: str, direction: Direction, inset: float) -> Style:
        role = self.theme.page_type[name]
        size = max(self.settings.text_size * role.em, SMALLEST)
        arabic, latin = family(self.settings.arabic_font, "arabic"), family(self.settings.latin_font, "latin")
        is_rtl = direction is Direction.RTL
        own = arabic if is_rtl else latin
        pitch = round(size * role.line * own.body_line / BODY_LINE * self.settings.line_spacing)
        latin_size = size * LATIN_IN_ARABIC if is_rtl else size
        arabic_font = page_font(arabic.family, "arabic", size, role.weight)
        latin_font = page_font(latin.family, "latin", latin_size, role.weight)
        return Style(
            role=role,
            font=arabic_font if is_rtl else latin_font,
            foreign_font=latin_font if is_rtl else arabic_font,
            size=size,
            pitch=pitch,
            inset=inset,
            band=_band(own, size, pitch),
        )


def picture_size(paragraph: Paragraph, column: float) -> QSize:
    """Return how large a picture is shown in a column, in px: as large as it is, but no larger than fits."""
    about = paragraph.block.extra if paragraph.block is not None else {}
    width, height = about.get("width"), about.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0):
        width, height = (round(column) * part for part in UNKNOWN_PICTURE)
    factor = min(1.0, column / width, TALLEST_PICTURE * column / height)
    return QSize(max(1, round(width * factor)), max(1, round(height * factor)))


def _kind(paragraph: Paragraph | None) -> BlockKind | None:
    return paragraph.block.kind if paragraph is not None and paragraph.block is not None else None


def _role(paragraph: Paragraph) -> str:
    if paragraph.block is None:
        return "meta"
    if paragraph.block.kind is BlockKind.HEADING:
        return f"heading_{min(max(paragraph.block.level, 1), 3)}"
    return _ROLES.get(paragraph.block.kind, "body")


def _band(own: FontFamily, size: float, pitch: int) -> Band:
    """Return a font's band, drawn in where the lines stand closer than it is high."""
    whole = (own.band_above + own.band_below) * size
    factor = min(1.0, (pitch - GAP) / whole)
    return Band(own.band_above * size * factor, own.band_below * size * factor)


def _line_count(layout: QTextLayout, width: float) -> int:
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return count


def _format_ranges(pieces: Iterator[tuple[str, QTextCharFormat]]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for text, form in pieces:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, len(text.encode("utf-16-le")) // 2, form
        start += made.length
        ranges.append(made)
    return ranges
