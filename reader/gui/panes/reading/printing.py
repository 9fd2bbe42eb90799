"""An article on paper: the same setting as on the page, in black on white, page by page; and as a PDF file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtPrintSupport import QPrinter

from reader.annotations.highlight import PlacedHighlight
from reader.articles.article import Article, Block, BlockKind, Group
from reader.exporting.pdf_text import Word, in_line_order, runs
from reader.exporting.words import Words
from reader.gui.panes.reading import decorations, geometry, looks
from reader.gui.panes.reading.displayed import Displayed
from reader.gui.panes.reading.overlay import Layer, Mark, Overlay
from reader.gui.panes.reading.page import Page
from reader.gui.panes.reading.paragraph import Options
from reader.gui.panes.reading.quiet_words import strengthened
from reader.gui.panes.reading.typesetting import INNER_MARGIN, Typesetting
from reader.gui.theme import Theme
from reader.settings import Settings
from reader.text.digits import Digits, convert, used_in
from reader.text.direction import Direction, direction_of
from reader.text.spans import Span, Utf16Map

DPI = 96
"""Dots an inch of what is laid out: px, as on the screen."""

TEXT_SIZE = 17
"""The size of printed text in px, which is 13 points."""

WIDEST = 36
"""The widest column on paper, in em."""

SIDE, FOOT = 56, 72
"""The least white at a page's sides, and that at its foot, in px."""

LONGEST_QUOTE = 80
"""How many code points of a passage stand before its note at the end."""

_POINTS = 72 / DPI


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed: an article as it is read, the line of source and date, and its highlights.

    `notes` is the heading of the notes behind the article, in its own language; without it there are none.
    """

    article: Article
    meta: str
    highlights: tuple[PlacedHighlight, ...] = ()
    notes: str = ""
    pictures: decorations.PictureSource | None = None


class PaperPages:
    """An article laid out on pages of one size, in px of 96 dots an inch."""

    def __init__(self, printed: Printed, theme: Theme, settings: Settings, size: QSizeF) -> None:
        self.size = size
        taste = replace(settings, text_size=TEXT_SIZE, width=WIDEST, line_spacing=min(settings.line_spacing, 1.0))
        self._typesetting = Typesetting(theme, taste)
        self._document = QTextDocument()
        self._pictures = printed.pictures
        self._page = Page(self._document)
        noted = [(placed.span, placed) for placed in printed.highlights if placed.highlight.note and placed.span]
        self._noted = [placed for _, placed in sorted(noted, key=lambda each: each[0])]
        article = _with_notes(printed, self._noted) if printed.notes else printed.article
        options = Options(settings.tashkeel == "hidden", Digits(settings.digits))
        self.displayed = Displayed(article, options, printed.meta)
        self._lay_out()
        self._overlay = Overlay(self._page)
        self._overlay.show(Layer.HIGHLIGHTS, [_mark(theme, placed) for placed in printed.highlights if placed.span])
        if not printed.notes:
            self._noted = []

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def paint(self, painter: QPainter, number: int) -> list[Word]:
        """Draw a page, counted from 0, in px; return the words on it, in the order in which they are read."""
        height = self.size.height()
        on_page = list(self._paragraphs_of(number))
        painter.save()
        self._paint_number(painter, number)
        painter.translate(self._left, -number * height)
        area = QRectF(0, number * height, self.size.width(), height)
        if on_page:
            paragraphs = [self.displayed.paragraphs[index] for index in on_page]
            shown = Span(min(each.start for each in paragraphs), max(each.end for each in paragraphs))
            painter.save()
            painter.setClipRect(area.adjusted(0, FOOT / 2, 0, -FOOT))
            self._overlay.paint(painter, shown)
            decorations.paint(painter, self._page, on_page, self._pictures)
            self._paint_note_numbers(painter, number)
            painter.restore()
        self._draw_text(painter, area, on_page)
        painter.restore()
        return [word for index in on_page for word in self._words(index, number)]

    def _draw_text(self, painter: QPainter, area: QRectF, on_page: Sequence[int]) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = area
        context.selections = list(strengthened(self._page, self._overlay, on_page))
        painter.setClipRect(area)
        self._document.documentLayout().draw(painter, context)

    @property
    def _left(self) -> float:
        return (self.size.width() - self._page.column) / 2 - INNER_MARGIN

    def _lay_out(self) -> None:
        column = min(self.size.width() - 2 * SIDE, self._typesetting.column)
        self._document.setPageSize(QSizeF(column + 2 * INNER_MARGIN, self.size.height()))
        self._page.open(self.displayed, self._typesetting, column, 0)
        frame = self._document.rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(FOOT)
        margins.setBottomMargin(FOOT)
        frame.setFrameFormat(margins)
        while not self._page.is_complete:
            self._page.build_after(len(self.displayed.text))
        self._keep_headings()

    def _keep_headings(self) -> None:
        """Begin a page before a heading that would stand alone at the foot of one."""
        paragraphs, height = self.displayed.paragraphs, self.size.height()
        for index, paragraph in enumerate(paragraphs[:-1]):
            block = paragraph.block
            if block is None or block.kind is not BlockKind.HEADING:
                continue
            if self._lines_of(index)[0] // height != self._lines_of(index + 1)[0] // height:
                shown = self._page.block(index)
                assert shown is not None
                kept = shown.blockFormat()
                kept.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(shown).setBlockFormat(kept)

    def _paragraphs_of(self, number: int) -> Iterator[int]:
        """Yield the paragraphs of which something stands on a page, whatever order pages are asked in."""
        top, bottom = number * self.size.height(), (number + 1) * self.size.height()
        for index in range(len(self.displayed.paragraphs)):
            first, last = self._lines_of(index)
            if first >= bottom and self.displayed.paragraphs[index].cell is None:
                return
            if last > top and first < bottom:
                yield index

    def _lines_of(self, index: int) -> tuple[float, float]:
        """Return where a paragraph's first and last line stand; its box may lie on the page before its lines."""
        block = self._page.block(index)
        assert block is not None
        layout, top = block.layout(), self._page.origin(block).y()
        if not layout.lineCount():
            return top, top
        return top + layout.lineAt(0).y(), top + layout.lineAt(layout.lineCount() - 1).rect().bottom()

    def _paint_number(self, painter: QPainter, number: int) -> None:
        digits = used_in(self.displayed.article.text)
        theme = self._typesetting.theme
        painter.setFont(theme.font("count"))
        painter.setPen(theme.colour("quiet"))
        foot = QRectF(0, self.size.height() - FOOT, self.size.width(), FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, convert(str(number + 1), digits))

    def _paint_note_numbers(self, painter: QPainter, number: int) -> None:
        """Draw beside a passage with a note the note's number, at the side where lines end."""
        theme, height = self._typesetting.theme, self.size.height()
        painter.setFont(theme.font("count"))
        painter.setPen(theme.colour("accent"))
        is_rtl = self.displayed.article.direction is Direction.RTL
        for at, placed in enumerate(self._noted):
            top = self._page.line_top(placed.span.start) if placed.span is not None else None
            if top is None or not number * height <= top < (number + 1) * height:
                continue
            words_of_it = convert(str(at + 1), used_in(self.displayed.article.text))
            left = -8.0 if is_rtl else INNER_MARGIN + self._page.column + 6
            painter.drawText(QRectF(left, top, 26, 24), Qt.AlignmentFlag.AlignCenter, words_of_it)

    def _words(self, index: int, number: int) -> Iterator[Word]:
        """Yield the words of a paragraph's lines that stand on a page."""
        block, paragraph = self._page.block(index), self.displayed.paragraphs[index]
        assert block is not None
        units, origin, height = block.text().encode("utf-16-le"), self._page.origin(block), self.size.height()
        size, layout = self._typesetting.style(paragraph).size, block.layout()
        for line_number in range(layout.lineCount()):
            line = layout.lineAt(line_number)
            baseline = origin.y() + line.y() + line.ascent() - number * height
            if not 0 <= baseline < height:
                continue
            start = line.textStart()
            text = units[2 * start : 2 * (start + line.textLength())].decode("utf-16-le")
            to_units = Utf16Map(text).to_utf16
            found, boxes = [], []
            for run in runs(text, paragraph.direction):
                edges = list(geometry.boxes(line, start + to_units(run.span.start), start + to_units(run.span.end)))
                if edges:
                    found.append(run)
                    boxes.append((min(edges)[0], max(edge for _, edge in edges)))
            placed = in_line_order(boxes, [run.against for run in found], paragraph.direction)
            for run, (left, right) in zip(found, placed, strict=True):
                x = self._left + origin.x() + left
                yield Word(run.letters, *(each * _POINTS for each in (x, height - baseline, right - left, size)))


def print_pages(pages: PaperPages, printer: QPrinter, wanted: Sequence[int] = ()) -> Iterator[list[Word]]:
    """Print pages one by one, all of them without `wanted`; yield the words of each once it is drawn.

    Whoever stops asking stops printing.
    """
    painter = QPainter(printer)
    scale = printer.resolution() / DPI
    painter.scale(scale, scale)
    try:
        for at, number in enumerate(wanted or range(pages.count)):
            if at:
                printer.newPage()
            yield pages.paint(painter, number)
    finally:
        painter.end()


def pdf_printer(path: str, title: str) -> QPrinter:
    """Return what writes a PDF file on A4, as outlines: the words are added by reader.exporting.pdf_text."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    printer.setFontEmbeddingEnabled(False)
    printer.setDocName(title)
    printer.setCreator("Hamish")
    use_whole_paper(printer)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(DPI)
    return printer


def use_whole_paper(printer: QPrinter) -> None:
    """Let a printer begin at the paper's corner: the margins are ours."""
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def paper_size(printer: QPrinter) -> QSizeF:
    """Return the size of a printer's paper in px of 96 dots an inch."""
    return printer.pageLayout().fullRect(QPageLayout.Unit.Inch).size() * DPI


def _mark(theme: Theme, placed: PlacedHighlight) -> Mark:
    assert placed.span is not None
    return Mark(placed.highlight.id, placed.span, looks.highlight(theme, placed.highlight.colour))


def _with_notes(printed: Printed, noted: Sequence[PlacedHighlight]) -> Article:
    """Return the article with all its notes behind it: those on the whole article, then those beside passages.

    `noted` are those whose passage has a place; they are numbered as they are beside their passages.
    """
    article, others = printed.article, [placed for placed in printed.highlights if placed.highlight.note]
    on_article = [placed for placed in others if placed.highlight.is_on_article]
    lost = [placed for placed in others if placed.span is None and not placed.highlight.is_on_article]
    if not others:
        return article
    heading = Block(id="", kind=BlockKind.HEADING, text=printed.notes, direction=direction_of(printed.notes), level=2)
    lines = [line for placed in on_article for line in placed.highlight.note.splitlines() if line.strip()]
    paragraphs = [
        Block(id="", kind=BlockKind.PARAGRAPH, text=line, direction=direction_of(line, article.direction))
        for line in lines
    ]
    items = [
        Block(
            id="",
            kind=BlockKind.LIST_ITEM,
            text=_note(placed, article),
            direction=article.direction,
            group=Group("notes", "list", number, ordered=True),
        )
        for number, placed in enumerate((*noted, *lost))
    ]
    return replace(article, blocks=(*article.blocks, heading, *paragraphs, *items))


def _note(placed: PlacedHighlight, article: Article) -> str:
    quoted = placed.highlight.quote.replace("\n", " ")
    if len(quoted) > LONGEST_QUOTE:
        quoted = quoted[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    words = Words.of(article)
    place = f" ({words.label('no_place')})" if placed.span is None else ""
    return f"{words.quoted(quoted)}{place} — {' '.join(placed.highlight.note.split())}"
