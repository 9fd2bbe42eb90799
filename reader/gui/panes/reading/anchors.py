"""Where highlights begin on the page: on the px in and near the window, about there elsewhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.annotations.highlight import PlacedHighlight
from reader.gui.panes.reading.page_view import PageView

NEAR = 2
"""How many heights of the window above and below it anchors are exact."""


class _Known(NamedTuple):
    start: int
    top: float
    is_exact: bool


class Anchors:
    """Asks Qt only for what moved or came near since the last time: a book has a thousand."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._known: dict[str, _Known] = {}
        self._built = -1

    def tops(self, highlights: Iterable[PlacedHighlight]) -> Iterator[tuple[str, float]]:
        """Yield where highlights' first lines begin, in px of the document; not those in parts that are not built."""
        if self._built != self._view.builder.built:
            self._known, self._built = {}, self._view.builder.built
        page, scrolled, height = self._view.page, self._view.verticalScrollBar().value(), self._view.viewport().height()
        first, last = scrolled - NEAR * height, scrolled + (1 + NEAR) * height
        for placed in highlights:
            highlight = placed.highlight
            start = 0 if highlight.is_on_article else placed.span.start if placed.span is not None else None
            if start is None:
                continue
            known = self._known.get(highlight.id)
            if known is None or known.start != start:
                top = page.rough_top(start)
                if top is None:
                    continue
                known = self._known[highlight.id] = _Known(start, top, is_exact=False)
            if not known.is_exact and first < known.top < last:
                top = page.line_top(start)
                known = self._known[highlight.id] = _Known(start, known.top if top is None else top, is_exact=True)
            yield highlight.id, known.top
