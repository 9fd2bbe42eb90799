"""What programs that keep highlights alone write as JSON: Hypothesis, Readwise, and readers of e-books."""

from collections.abc import Iterator
from typing import Any

from reader.annotations.quoted import Quoted
from reader.intake.colours import colour_of
from reader.intake.excerpts import Excerpts
from reader.intake.formats.exports.json_values import Object, line, number, objects, text, texts, truth
from reader.intake.moments import moment_of

Left = list[str]


def hypothesis(document: Object, excerpts: Excerpts, left: Left, _name: str) -> None:
    """Take the annotations of Hypothesis's export."""
    for one in objects(document, "annotations", "rows"):
        selectors = {text(each, "type"): each for each in _selectors(one)}
        quote = selectors.get("TextQuoteSelector", {})
        address = text(one, "uri", "url")
        quoted = Quoted(
            quote=text(quote, "exact"),
            prefix=_raw(quote, "prefix"),
            suffix=_raw(quote, "suffix"),
            note=text(one, "text"),
            tags=texts(one.get("tags")),
            created=moment_of(text(one, "created")),
        )
        titles = texts((one.get("document") or {}).get("title")) if isinstance(one.get("document"), dict) else ()
        if not excerpts.add(quoted, title=next(iter(titles), ""), address=address, tags=()):
            left.append(address or text(one, "id"))


def _selectors(one: Object) -> Iterator[Object]:
    for target in objects(one, "target"):
        yield from objects(target, "selector")


def _raw(one: Object, name: str) -> str:
    value = one.get(name)
    return value if isinstance(value, str) else ""


def koreader(document: Any, excerpts: Excerpts, left: Left, _name: str) -> None:
    """Take the highlights of KOReader's export, of one book or of many."""
    books = list(objects(document, "documents")) or [document]
    for book in books:
        for one in objects(book, "entries"):
            quoted = Quoted(
                quote=text(one, "text"),
                note=text(one, "note"),
                colour=colour_of(text(one, "color")),
                created=moment_of(text(one, "time")),
                share=_share(one, number(book, "number_of_pages")),
            )
            if not excerpts.add(quoted, title=line(book, "title"), author=line(book, "author")):
                left.append(line(one, "chapter", "page"))


def _share(one: Object, pages: float) -> float:
    page = number(one, "page")
    return min(max(page - 1, 0) / pages, 1.0) if page and pages else -1.0


def readwise(document: Object, excerpts: Excerpts, left: Left, _name: str) -> None:
    """Take highlights in the form that Readwise's interface takes them in."""
    for one in objects(document, "highlights"):
        quoted = Quoted(
            quote=text(one, "text"),
            note=text(one, "note"),
            colour=colour_of(text(one, "color")),
            tags=texts(one.get("tags")),
            created=moment_of(text(one, "highlighted_at")),
        )
        title, author = line(one, "title"), line(one, "author")
        if not excerpts.add(quoted, title=title, author=author, address=text(one, "source_url", "url")):
            left.append(title)


def calibre(document: Object, excerpts: Excerpts, left: Left, name: str) -> None:
    """Take the highlights of calibre's viewer, which does not say of what book they are: it is called as the file."""
    for one in objects(document, "highlights"):
        style = one.get("style")
        quoted = Quoted(
            quote=text(one, "highlighted_text"),
            note=text(one, "notes"),
            colour=colour_of(text(style, "which", "background-color")),
            created=moment_of(text(one, "timestamp")),
        )
        # Of one that was removed only its id is kept.
        if not excerpts.add(quoted, title=name) and not truth(one, "removed"):
            left.append(text(one, "uuid"))


def of_book(document: Object, excerpts: Excerpts, left: Left, name: str) -> None:
    """Take the highlights of Readest (`book`) and Foliate (`metadata`); Readest's bookmarks have no words."""
    book = document.get("book") or document.get("metadata")
    title, authors = line(book, "title") or name, _names(book)
    for one in objects(document, "annotations"):
        quoted = Quoted(
            quote=text(one, "text"),
            note=text(one, "note"),
            colour=colour_of(text(one, "color")),
            created=moment_of(text(one, "createdAt", "created")),
        )
        if not excerpts.add(quoted, title=title, authors=authors):
            left.append(text(one, "cfi", "value"))


def _names(book: Any) -> tuple[str, ...]:
    value = next(filter(None, (book.get(name) for name in ("author", "creator"))), "") if isinstance(book, dict) else ""
    return texts([value] if isinstance(value, str | dict) else value)
