"""Tables (CSV) that Pocket, Instapaper, Readwise, Matter, wallabag and others write of what a reader kept in them."""

import ast
import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reader.annotations.quoted import Quoted
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.intake.colours import colour_of
from reader.intake.columns import Table, columns_of, table_of
from reader.intake.decoding import decode
from reader.intake.entries import Entries, Entry
from reader.intake.excerpts import Excerpts
from reader.intake.hints import Hints
from reader.intake.moments import moment_of

IMPORTER = "tables 1"

Row = Mapping[str, str]
_READ_ALL = 100  # per cent; Readwise Reader writes a share of one as well
_GUARDED = re.compile(r"^'(?='*[=+\-@\t\r])")
_INLINE_TAGS = re.compile(r"(?:\.[^\s.]\S*(?:\s+|$))+")
_MOST_FIELD = min(sys.maxsize, 1 << 28)  # code points of one cell: wallabag writes whole articles into one


def read(data: bytes, hints: Hints) -> Entries:
    """Return what a table holds.

    Raises ReaderError import.empty, import.binary, and import.unsupported for columns that are nobody's.
    """
    text = decode(data, hints.file).text.lstrip("\r\n ")
    separator, columns = columns_of(text)
    table = table_of(columns)
    if table is None:
        raise ReaderError("import.unsupported", file=hints.file, kind="CSV")
    leftovers: list[str] = []
    rows = list(_rows(text, separator, leftovers))
    if table in _EXCERPTS:
        return _excerpts(rows, leftovers, _EXCERPTS[table])
    read_row, understood = _ENTRIES[table]
    entries = []
    for number, row in enumerate(rows, 1):
        entry = read_row(row)
        if entry.title or entry.address or entry.html or entry.text:
            entries.append(_with_leftovers(entry, row, understood, number))
        else:
            leftovers.append(_shown(row))
    return Entries(IMPORTER, tuple(entries), tuple(leftovers))


def _rows(text: str, separator: str, leftovers: list[str]) -> Iterator[Row]:
    csv.field_size_limit(_MOST_FIELD)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        names = [name.strip().lower() for name in next(lines)]
        for cells in lines:
            row = dict.fromkeys(names, "") | {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            beyond = separator.join(cells[len(names) :]).strip()
            if any(cells):
                yield row | ({"": beyond} if beyond else {})
    except csv.Error as error:  # what is no table after all, from here on
        leftovers.append(f"{lines.line_num}: {error}")


def _with_leftovers(entry: Entry, row: Row, understood: frozenset[str], number: int) -> Entry:
    rest = {name: cell for name, cell in row.items() if cell and name not in understood and cell != "0"}
    leftovers = (f"{entry.title or entry.address}: {_shown(rest)}",) if rest else ()
    return replace(entry, leftovers=leftovers, locator=f"row {number}")


def _shown(row: Row) -> str:
    return " | ".join(f"{name}: {cell}" if name else cell for name, cell in row.items() if cell)


def _pocket(row: Row) -> Entry:
    is_archived = row["status"] == "archive"
    state = ArticleState(
        reading=Reading.READ if is_archived else Reading.UNREAD,
        archived=is_archived,
        tags=_tags(row.get("tags", ""), "|" if "|" in row.get("tags", "") else ","),
        added=moment_of(row["time_added"]),
    )
    return Entry(title=_title(row["title"], row["url"]), address=row["url"], state=state)


def _instapaper(row: Row) -> Entry:
    folder = row["folder"]
    own = () if folder.lower() in ("unread", "archive", "starred", "") else (folder,)
    state = ArticleState(
        reading=Reading.READ if folder.lower() == "archive" else Reading.UNREAD,
        archived=folder.lower() == "archive",
        starred=folder.lower() == "starred",
        tags=(*own, *_listed(row.get("tags", ""))),
        added=moment_of(row.get("timestamp", "")),
    )
    highlights = (Quoted(quote=row["selection"]),) if row["selection"] else ()
    return Entry(title=_title(row["title"], row["url"]), address=row["url"], state=state, highlights=highlights)


def _reader(row: Row) -> Entry:
    share = _number(row.get("reading progress", "")) / (_READ_ALL if "%" in row.get("reading progress", "") else 1)
    is_archived = row["location"].lower() == "archive"
    reading = Reading.READ if is_archived or share >= 1 else Reading.READING if share > 0 else Reading.UNREAD
    state = ArticleState(
        reading=reading,
        archived=is_archived,
        starred=row["location"].lower() == "shortlist",
        tags=_listed(row["document tags"]),
        added=moment_of(row["saved date"]),
    )
    note = row.get("document note", "")
    highlights = (Quoted(quote="", note=note),) if note else ()
    return Entry(title=_title(row["title"], row["url"]), address=row["url"], state=state, highlights=highlights)


def _matter(row: Row) -> Entry:
    is_read, is_waiting = _truth(row.get("read", "")), _truth(row["in queue"])
    state = ArticleState(
        reading=Reading.READ if is_read else Reading.UNREAD,
        archived=not is_waiting,
        starred=_truth(row["favorited"]),
        tags=_tags(row.get("tags", ""), ";"),
        added=moment_of(row.get("last interaction date", "")),
    )
    authors = tuple(filter(None, (row.get("author", ""),)))
    return Entry(
        title=_title(row["title"], row["url"]),
        address=row["url"],
        source=row["publisher"],
        authors=authors,
        state=state,
    )


def _wallabag(row: Row) -> Entry:
    state = ArticleState(tags=_tags(row.get("tags", ""), ","), added=moment_of(row["creation date"]))
    return Entry(title=_title(row["title"], row["url"]), address=row["url"], html=row["content"], state=state)


def _mymind(row: Row) -> Entry:
    state = ArticleState(tags=_tags(row.get("tags", ""), ","), added=moment_of(row["created"]))
    highlights = (Quoted(quote="", note=row["note"]),) if row["note"] else ()
    return Entry(
        title=_title(row["title"], row["url"]),
        address=row["url"],
        text=row["content"],
        state=state,
        highlights=highlights,
    )


def _links(row: Row) -> Entry:
    added = next(filter(None, (row.get(name, "") for name in _WHEN)), "")
    note = row.get("note", "") or row.get("notes", "")
    return Entry(
        title=_title(row["title"], row["url"]),
        address=row["url"],
        summary=row.get("excerpt", "") or row.get("description", ""),
        state=ArticleState(tags=_tags(row.get("tags", ""), ","), added=moment_of(added)),
        highlights=(Quoted(quote="", note=note),) if note else (),
    )


def _readwise(row: Row, excerpts: Excerpts) -> bool:
    note, inline = _tagged_note(row.get("note", ""))
    quoted = Quoted(
        quote=row["highlight"],
        note=note,
        colour=colour_of(row.get("color", "")),
        tags=tuple(dict.fromkeys((*_tags(row.get("tags", ""), ","), *inline))),
        created=moment_of(row.get("highlighted at", "") or row.get("date", "")),
    )
    title = row.get("book title", "") or row.get("title", "")
    author = row.get("book author", "") or row.get("author", "")
    tags = _tags(row.get("document tags", ""), ",")
    return excerpts.add(quoted, title=title, author=author, address=row.get("url", ""), tags=tags)


def _readwise_import(row: Row, excerpts: Excerpts) -> bool:
    """Take a row of a table made for Readwise, as this program makes them too: spaces in tags are written _."""
    row = _unguarded(row)
    note, inline = _tagged_note(row.get("note", ""))
    tags = ",".join(tag.replace("_", " ") for tag in inline)
    return _readwise({**row, "note": note, "tags": ",".join(filter(None, (row.get("tags", ""), tags)))}, excerpts)


def _tagged_note(note: str) -> tuple[str, tuple[str, ...]]:
    """Return a note without the tags that it begins with, each after a full stop, and those (docs.readwise.io)."""
    found = _INLINE_TAGS.match(note)
    tags = found[0].split() if found else []
    return note[found.end() :].strip() if found else note, tuple(tag.lstrip(".") for tag in tags)


def _unguarded(row: Row) -> Row:
    return {name: _GUARDED.sub("", cell) for name, cell in row.items()}


def _hamish(row: Row, excerpts: Excerpts) -> bool:
    """Take a row of this program's own table; see reader.exporting.tables."""
    row = _unguarded(row)
    quoted = Quoted(
        id=row["highlight id"],
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        note=row.get("note", ""),
        colour=colour_of(row.get("colour", "")),
        tags=_tags(row.get("tags", ""), ";"),
        created=moment_of(row.get("created", "")),
    )
    return excerpts.add(
        quoted,
        title=row.get("title", ""),
        authors=_tags(row.get("authors", ""), ";"),
        source=row.get("source", ""),
        published=row.get("published", ""),
        address=row.get("url", ""),
    )


def _hypothesis(row: Row, excerpts: Excerpts) -> bool:
    quoted = Quoted(
        quote=row["quote/description"],
        note=row["comment"],
        tags=_tags(row.get("tags", ""), ","),
        created=moment_of(row["created at"]),
    )
    return excerpts.add(quoted, title=row.get("page", ""), address=row["url"])


def _excerpts(rows: list[Row], leftovers: list[str], add: Callable[[Row, Excerpts], bool]) -> Entries:
    excerpts = Excerpts()
    leftovers += [_shown(row) for row in rows if not add(row, excerpts)]
    return Entries(IMPORTER, excerpts.entries(), tuple(filter(None, leftovers)))


def _title(title: str, address: str) -> str:
    """Return a title on one line; nothing for one that is the address again."""
    return "" if title == address else " ".join(title.split())


def _tags(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(tag for part in cell.split(separator) if (tag := part.strip()))


def _listed(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell that is a list as JSON or Python writes it; else as parted by commas."""
    if not cell.startswith("["):
        return _tags(cell, ",")
    for parse in (json.loads, ast.literal_eval):
        try:
            found = parse(cell)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(found, list):
            return tuple(str(tag) for tag in found)
    return _tags(cell.strip("[]"), ",")


def _truth(cell: str) -> bool:
    return cell.lower() in ("true", "yes", "1")


def _number(cell: str) -> float:
    try:
        return float(cell.rstrip("%"))
    except ValueError:
        return 0.0


_WHEN = ("time_added", "added", "created", "created at", "saved", "date", "date added", "timestamp", "time")
_ENTRIES: Mapping[Table, tuple[Callable[[Row], Entry], frozenset[str]]] = {
    Table.POCKET: (_pocket, frozenset({"title", "url", "time_added", "tags", "status", "cursor"})),
    Table.INSTAPAPER: (
        _instapaper,
        frozenset({"url", "title", "selection", "folder", "timestamp", "tags"}),
    ),
    Table.READER: (
        _reader,
        frozenset(
            {
                *("title", "url", "id", "document tags", "saved date", "reading progress", "location", "seen"),
                "document note",
            }
        ),
    ),
    Table.MATTER: (
        _matter,
        frozenset(
            {
                *("title", "author", "publisher", "url", "tags", "word count", "in queue", "favorited", "read"),
                *("last interaction date", "file id"),
            }
        ),
    ),
    Table.WALLABAG: (
        _wallabag,
        frozenset({"title", "url", "content", "tags", "mime type", "language", "creation date"}),
    ),
    Table.MYMIND: (_mymind, frozenset({"id", "type", "title", "url", "content", "note", "tags", "created"})),
    Table.LINKS: (
        _links,
        frozenset({"id", "title", "url", "tags", "excerpt", "description", "note", "notes", *_WHEN}),
    ),
}
_EXCERPTS: Mapping[Table, Callable[[Row, Excerpts], bool]] = {
    Table.HAMISH: _hamish,
    Table.READWISE: _readwise,
    Table.READWISE_IMPORT: _readwise_import,
    Table.HYPOTHESIS: _hypothesis,
}
