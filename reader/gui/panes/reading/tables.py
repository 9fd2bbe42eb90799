"""How the cells of a table are ordered on the page: from the side where its language begins."""

from collections.abc import Iterator, Sequence

from reader.articles.article import Block
from reader.gui.panes.reading.paragraph import Cell, Options, Paragraph
from reader.text.direction import Direction, direction_of, direction_of_all
from reader.text.spans import Span

MOST_EMPTY = 4
"""How many times as many places as cells a table may have; where columns are numbered at random it is none."""


def cells(placed: Sequence[tuple[Block, Span]], fallback: Direction, options: Options) -> Iterator[Paragraph]:
    """Yield a table's cells row by row as they are shown, empty ones too; Qt does not mirror tables by itself.

    What cannot be a table comes as paragraphs.
    """
    by_place: dict[tuple[int, int], list[tuple[Block, Span]]] = {}
    for block, span in placed:
        assert block.group is not None
        by_place.setdefault((block.group.row, block.group.column), []).append((block, span))
    rows = sorted({row for row, _ in by_place})
    columns = max(column for _, column in by_place) + 1
    if len(rows) * columns > MOST_EMPTY * len(by_place):
        yield from (Paragraph(block, span.start, block.direction, options) for block, span in placed if block.text)
        return
    direction = direction_of_all((block.text for block, _ in placed), fallback)
    start = placed[0][1].start
    for row_number, row in enumerate(rows):
        for shown in range(columns):
            column = columns - 1 - shown if direction is Direction.RTL else shown
            cell = Cell(placed[0][0].id, row_number, shown, len(rows), columns)
            here = [(block, span) for block, span in by_place.get((row, column), ()) if block.text]
            for block, span in here:
                own = block.direction if _has_letters(block.text) else direction
                yield Paragraph(block, span.start, own, options, cell=cell)
            if not here:
                yield Paragraph(None, start, direction, Options(), cell=cell)


def _has_letters(text: str) -> bool:
    return direction_of(text, Direction.RTL) is direction_of(text, Direction.LTR)
