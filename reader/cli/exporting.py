"""`export`: articles and highlights as files of other formats, or on stdout."""

import sys
from collections.abc import Sequence
from pathlib import Path

from reader.catalogue.query import EVERYTHING, Query
from reader.cli.session import Session
from reader.entities.decisions import key_of
from reader.entities.entity import Kind
from reader.errors import ReaderError
from reader.exporting.exported import Content, Exported
from reader.exporting.formats import FORMATS, Format
from reader.exports import Order, Written


def export(session: Session) -> None:
    """Write the articles that were named, or all of them, in one format."""
    arguments = session.arguments
    articles, about = _about(session) if session.arguments.about else (_articles(session), "")
    kind, content = _format(arguments.format, arguments.output), Content(arguments.content)
    if not articles:
        raise ReaderError("export.none")
    if arguments.output is None:
        _print(session, articles, kind, content, about)
        return
    target = _target(arguments.output, articles, kind)
    order = Order(articles=articles, format=kind, content=content, target=target, about=about)
    _tell(session, _drawn(session, order) if kind.drawn else session.library.exports().write(order))


def _drawn(session: Session, order: Order) -> Written:
    from reader.gui.drawing_files import write_drawn

    return write_drawn(session.library, order, session.messages.language)


def _articles(session: Session) -> tuple[str, ...]:
    if session.arguments.all:
        session.catch_up()
        return tuple(row.id for row in session.library.rows(Query(), 0, EVERYTHING))
    found: list[str] = []
    session.each(session.arguments.ids, lambda name: found.append(session.library.find_id(name)))
    return tuple(dict.fromkeys(found))


def _about(session: Session) -> tuple[tuple[str, ...], str]:
    """Return the articles that name a person, a place or an organisation, the newest first, and how it is called."""
    session.catch_up()
    across = session.library.across()
    for kind in Kind:
        found = across.articles(key_of(kind, session.arguments.about))
        if found:
            return found, session.arguments.about
    return (), ""


def _format(name: str, output: Path | None) -> Format:
    """Return the format of a name; which kind of dossier it is the file's ending says."""
    ending = output.suffix.lower() if name == "dossier" and output is not None else ""
    return FORMATS[{".md": "dossier-markdown", ".pdf": "dossier-pdf"}.get(ending, name)]


def _print(session: Session, articles: Sequence[str], kind: Format, content: Content, about: str) -> None:
    """Put a text on stdout; bytes only where no person looks."""
    if not kind.is_text:
        raise ReaderError("export.needs_output", format=kind.name)
    told = Written()
    gathered: list[Exported] = list(session.library.exports().gather_all(articles, None, told))
    if gathered:
        sys.stdout.write(kind.make(gathered, content, about).decode("utf-8"))
    _tell(session, told)


def _tell(session: Session, written: Written) -> None:
    for path in written.files:
        print(path)
    for error in written.errors:
        session.fail(error)


def _target(output: Path, articles: Sequence[str], kind: Format) -> Path:
    """Return where to write: a file in a folder that is there, for formats that put all articles into one."""
    if output.is_dir() and not (kind.one_each and articles):
        return output / f"hamish{kind.suffix}"
    return output
