"""Tables of highlights: ours with all that is known, and the one that Readwise imports."""

import csv
import io
from collections.abc import Iterator, Sequence

from reader.exporting.exported import Content, Exported, Passage
from reader.text.lazy_pattern import LazyPattern

COLUMNS = (
    *("Highlight ID", "Article ID", "Title", "Source", "Authors", "Published", "URL", "Paragraph"),
    *("Quote", "Prefix", "Suffix", "Start", "End", "Note", "Tags", "Colour", "Created", "Modified", "Status"),
)
READWISE_COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
"""What Readwise's CSV import knows, in the order of its template (docs.readwise.io, Import highlights)."""

BETWEEN = "; "
"""What stands between several authors, and between several tags."""

_FORMULA = LazyPattern(r"'*[=+\-@\t\r]")
_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


def make(exported: Sequence[Exported], _content: Content) -> str:
    """Return a row for each highlight and note, with all that is known."""
    return _table(COLUMNS, (_row(each, passage) for each in exported for passage in each.passages()))


def make_for_readwise(exported: Sequence[Exported], _content: Content) -> str:
    """Return what Readwise imports: it takes tags from a note's beginning, and has no notes without words beside them.

    The outlet stands behind the authors, for there is no other place for it.
    """
    return _table(
        READWISE_COLUMNS,
        (_row_for_readwise(each, passage) for each in exported for passage in each.passages() if passage.quote),
    )


def _row(exported: Exported, passage: Passage) -> list[str]:
    article, span = exported.article, passage.span
    return [
        *(passage.id, exported.id, article.title, exported.source, BETWEEN.join(article.authors)),
        *(exported.published, article.address, str(passage.paragraph or "")),
        *(passage.quote, passage.prefix, passage.suffix),
        *(str(span.start) if span else "", str(span.end) if span else ""),
        *(passage.note, BETWEEN.join(passage.tags), passage.colour, passage.created, passage.modified),
        passage.status.value,
    ]


def _row_for_readwise(exported: Exported, passage: Passage) -> list[str]:
    tags = " ".join(f".{'_'.join(tag.split())}" for tag in passage.tags)
    note = "\n".join(filter(None, (tags, passage.note)))
    author = BETWEEN.join(filter(None, (*exported.article.authors, exported.source)))
    created = passage.created[:19].replace("T", " ")
    location = str(passage.paragraph or "")
    return [passage.quote, exported.article.title, author, exported.article.address, note, location, created]


def _table(columns: Sequence[str], rows: Iterator[list[str]]) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return _BYTE_ORDER_MARK + made.getvalue()


def _guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs (OWASP, CSV Injection); reading it again takes the apostrophe away."""
    return f"'{cell}" if _FORMULA().match(cell) else cell
