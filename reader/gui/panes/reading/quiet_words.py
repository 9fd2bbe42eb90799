"""Captions, credits and other quiet words where they are highlighted, found or selected."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QAbstractTextDocumentLayout

from reader.gui.panes.reading.overlay import Layer, Overlay
from reader.gui.panes.reading.page import Page
from reader.text.spans import Span

_WASHED = (Layer.HIGHLIGHTS, Layer.HITS, Layer.SELECTION)


def strengthened(page: Page, overlay: Overlay, shown: Iterable[int]) -> Iterator[QAbstractTextDocumentLayout.Selection]:
    """Yield the quiet words that lie on a wash in some paragraphs, to be written as strong as the text.

    On a highlight the quiet colour has 3 : 1. Qt draws a selection's letters as they are shaped without it.
    """
    displayed = page.displayed
    for paragraph in (displayed.paragraphs[number] for number in shown) if displayed is not None else ():
        if page.typesetting.style(paragraph).role.colour == "text":
            continue
        whole = Span(paragraph.start, paragraph.end)
        for mark in (mark for layer in _WASHED for mark in overlay.near(layer, whole)):
            span = Span(max(mark.span.start, whole.start), max(min(mark.span.end, whole.end), whole.start))
            cursor = page.selection(span) if len(span) else None
            if cursor is not None:
                made = QAbstractTextDocumentLayout.Selection()
                made.cursor = cursor
                made.format.setForeground(page.typesetting.theme.colour("text"))
                yield made
